"""The resolved document, whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from itertools import takewhile
from typing import TypeAlias

from reportgen.model.block import Block, Box, Contents, FigureRow, Heading, Paragraph
from reportgen.model.inline import plain
from reportgen.numbering import NumberFormat
from reportgen.roles import Role
from reportgen.values import dataclass

OPENING = {Role.TITLE: Role.COVER_TITLE, Role.ISSUE: Role.COVER_ISSUE}
"""The roles of what a document begins with, and those that it has on a cover."""


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
    `continued` is the word that heads a table's continuation (续表). `cover` is what a cover says besides title and
    issue, for themes that have one.
    """

    metadata: Metadata
    blocks: tuple[Block, ...]
    heading_formats: tuple[NumberFormat | None, ...]
    furniture: Furniture
    continued: str = "续表"
    cover: tuple[Paragraph, ...] = ()


def contents_of(document: Document, contents: Contents) -> tuple[Heading, ...]:
    """Return the headings that `contents` lists, in order; one that says nothing has no entry."""
    headings = (block for block in document.blocks if isinstance(block, Heading) and block.level <= contents.depth)
    return tuple(heading for heading in headings if plain(heading.inlines).strip())


def opening_of(document: Document) -> tuple[Paragraph, ...]:
    """Return the title and the issue: what a document begins with, and a cover takes over."""
    said = takewhile(lambda block: isinstance(block, Paragraph) and block.role in OPENING, document.blocks)
    return tuple(block for block in said if isinstance(block, Paragraph))


def cover_of(document: Document) -> tuple[Paragraph, ...]:
    """Return what a cover says, from the top down, in the roles that it has there."""
    return (*(replace(block, role=OPENING[block.role]) for block in opening_of(document)), *document.cover)


def blocks_and_parts(document: Document) -> Iterator[Block]:
    """Yield the blocks in order, a box followed by the paragraphs and lists in it, a row by its figures."""
    for block in document.blocks:
        yield block
        match block:
            case Box(parts=parts) | FigureRow(figures=parts):
                yield from parts
            case _:
                continue
