"""The resolved document, whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from reportgen.model.block import Block, Box, Contents, FigureRow, Heading
from reportgen.numbering import NumberFormat
from reportgen.values import dataclass


class Field(StrEnum):
    """What only the finished pages know, within a line of page furniture."""

    PAGE = "page"
    PAGES = "pages"
    SECTION = "section"


FurnitureLine: TypeAlias = tuple[str | Field, ...]


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands at the head and the foot of each page, in words; where and how it stands is the theme's."""

    header: FurnitureLine = ()
    footer: FurnitureLine = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the files say of themselves. `issued` is the issue's date, never the clock's."""

    title: str
    subject: str = ""
    author: str = ""
    language: str = "zh-CN"
    issued: date = date(1980, 1, 1)


@dataclass(frozen=True, slots=True)
class Document:
    """A report with everything said that is to be said.

    `heading_formats` gives the number format by heading level (index 0 is level 1), None where a level has no number.
    `continued` is the word that heads a table's continuation (续表).
    """

    metadata: Metadata
    blocks: tuple[Block, ...]
    heading_formats: tuple[NumberFormat | None, ...]
    furniture: Furniture
    continued: str = "续表"


def contents_of(document: Document, contents: Contents) -> tuple[Heading, ...]:
    """Return the headings that `contents` lists, in order."""
    return tuple(b for b in document.blocks if isinstance(b, Heading) and b.level <= contents.depth)


def blocks_and_parts(document: Document) -> Iterator[Block]:
    """Yield the blocks in order, a box followed by the paragraphs and lists in it, a row by its figures."""
    for block in document.blocks:
        yield block
        match block:
            case Box(parts=parts) | FigureRow(figures=parts):
                yield from parts
            case _:
                continue
