"""Bookmarks: names that fields and links inside the document lead to.

A name is made from the block's id alone, so that it stays the same when other blocks come and go. Word wants it
unique, at most 40 characters, of letters, digits and underscores, not beginning with a digit; a leading underscore
hides it from the dialogue (ECMA-376 part 1 §17.13.6.2).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

from reportgen.model.block import ChartFigure, Heading, ImageFigure, Table
from reportgen.model.document import Document, blocks_and_parts
from reportgen.origins import BlockId
from reportgen.values import dataclass
from reportgen.writers.docx.markup import Xml, join, w

_LONGEST = 40
_DIGEST = 8


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark: its number in the file and its name."""

    number: int
    name: str


def bookmark_name(block: BlockId) -> str:
    """Return the name of the bookmark of `block`; ids that had to be changed or cut are told apart by a digest."""
    name = "_" + re.sub(r"\W", "_", block)
    if name == f"_{block}" and len(name) <= _LONGEST:
        return name
    digest = sha256(block.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
    return f"{name[: _LONGEST - _DIGEST - 1]}_{digest}"


def bookmarks_of(document: Document) -> Mapping[BlockId, Bookmark]:
    """Return the bookmark of each heading and of each figure or table with a caption."""
    targets = [
        block.id
        for block in blocks_and_parts(document)
        if isinstance(block, Heading) or (isinstance(block, Table | ChartFigure | ImageFigure) and block.caption)
    ]
    return {block: Bookmark(number, bookmark_name(block)) for number, block in enumerate(targets)}


def marked(bookmark: Bookmark | None, content: Xml) -> Xml:
    """Return `content` between the marks of `bookmark`."""
    if bookmark is None:
        return content
    start = w("bookmarkStart", id=bookmark.number, name=bookmark.name)
    return join(start, content, w("bookmarkEnd", id=bookmark.number))
