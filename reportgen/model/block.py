"""Blocks: what a document is made of, one after the other.

The set is closed: layout and both writers match over it, and a test holds a row for each block in each format.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from reportgen.model.chart import Chart
from reportgen.model.inline import Inlines, plain
from reportgen.model.picture import Picture
from reportgen.numbering import NumberFormat
from reportgen.origins import BlockId, Span
from reportgen.roles import Role
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class HeadingNumber:
    """A heading's number: the counters from the outermost numbered level to its own, and the text as printed.

    The text includes what separates it from the heading (`1. `).
    """

    counters: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A section, an article or a heading within one. `level` counts from 1 and never skips one downwards."""

    id: BlockId
    role: Role
    span: Span
    level: int
    inlines: Inlines
    number: HeadingNumber | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of any role: title, issue, body, source line."""

    id: BlockId
    role: Role
    span: Span
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list. `level` counts from 0; `marker` is as printed (`1) `, `• `), the space after it included."""

    level: int
    marker: str
    inlines: Inlines
    counter: int = 0


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list. `formats` gives each level's number format, or None where the level has bullets."""

    id: BlockId
    role: Role
    span: Span
    items: tuple[ListItem, ...]
    formats: tuple[NumberFormat | None, ...]


class CaptionKind(StrEnum):
    """What a caption belongs to; each kind counts by itself."""

    FIGURE = "figure"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption (题注): `label` (图), `ordinal`, and the text after them.

    As printed: label, `gap`, ordinal, `separator`, inlines. `reference` is what a cross-reference to it prints (图 1).
    """

    kind: CaptionKind
    label: str
    ordinal: int
    inlines: Inlines
    gap: str = " "
    separator: str = "  "

    @property
    def reference(self) -> str:
        """What a cross-reference to it prints."""
        return f"{self.label}{self.gap}{self.ordinal}"


class Align(StrEnum):
    """How a column stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. `header` cells head their column (in a header row) or their row."""

    inlines: Inlines
    header: bool = False
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table: header rows, body rows, one alignment a column.

    `unit` is the line at the right above the table (单位：件), empty where there is none. `notes` follow the table.
    `highlight` names columns to bring forward, `forward` body rows. A `wide` table stands on a page lying on its side
    (横排页).
    """

    id: BlockId
    role: Role
    span: Span
    header: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[Align, ...]
    caption: Caption | None = None
    unit: str = ""
    notes: tuple[Inlines, ...] = ()
    highlight: tuple[int, ...] = ()
    wide: bool = False
    forward: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """A chart with its caption and notes. `alt` says in words what it shows, made from the data."""

    id: BlockId
    role: Role
    span: Span
    chart: Chart
    alt: str
    caption: Caption | None = None
    notes: tuple[Inlines, ...] = ()


@dataclass(frozen=True, slots=True)
class ImageFigure:
    """A picture with its caption and notes. `alt` says in words what it shows.

    Its width is `share` of the measure or `width` pt; with neither, its own size, as far as the page has room.
    """

    id: BlockId
    role: Role
    span: Span
    picture: Picture
    alt: str
    share: float | None = None
    width: float | None = None
    caption: Caption | None = None
    notes: tuple[Inlines, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Figures side by side (并排图), each with its own caption and notes; their charts are equally high."""

    id: BlockId
    span: Span
    figures: tuple[ChartFigure, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A note in a box (要点, 编者按): paragraphs and lists under a title, which may be empty.

    Its parts have the role of a box's text.
    """

    id: BlockId
    role: Role
    span: Span
    title: Inlines
    parts: tuple[Paragraph | ListBlock, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page. It prints nothing and makes no empty page."""

    id: BlockId
    span: Span


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents (目录): headings of level 1 up to `depth`; page labels come from `Geometry`."""

    id: BlockId
    role: Role
    span: Span
    title: str
    depth: int


def role_below(role: Role, following: Block) -> Role | None:
    """Return the role of the text that stands right below a paragraph of `role`; None where no text does.

    A title and its issue are one, however close they stand.
    """
    if not isinstance(following, Heading | Paragraph | ListBlock) or (role, following.role) == (Role.TITLE, Role.ISSUE):
        return None
    return following.role


def stands_with(block: Block, following: Block | None) -> bool:
    """Whether text stands on the page of what follows it: a source line, or the list that it announces."""
    if isinstance(following, Paragraph) and following.role is Role.SOURCE:
        return isinstance(block, Paragraph | ListBlock)
    announces = isinstance(block, Paragraph) and plain(block.inlines).endswith(("：", ":"))
    return announces and isinstance(following, ListBlock)


def cell_role(cell: Cell, align: Align, *, heading: bool) -> Role:
    """Return the role of a cell in a column that stands as `align` says; `heading` cells are in a header row."""
    if heading:
        return Role.TABLE_HEAD
    return Role.TABLE_LABEL if cell.header or align is Align.LEFT else Role.TABLE_NUMBER


Block: TypeAlias = (
    Heading | Paragraph | ListBlock | Table | ChartFigure | FigureRow | ImageFigure | Box | PageBreak | Contents
)
