"""Pages of positioned items: what layout hands to a writer that paints.

Coordinates are in pt from the page's lower left corner, y upwards, as PDF has them. Every item knows where it stands in
the document's structure (`path`), or that it is an artifact (page furniture, rules). Items stand in reading order.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from reportgen.model.chart import Chart
from reportgen.model.geometry import ChartForm
from reportgen.model.picture import Picture
from reportgen.origins import BlockId
from reportgen.values import dataclass


class Tag(StrEnum):
    """A structure type (ISO 32000-1 §14.8.4)."""

    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    H5 = "H5"
    H6 = "H6"
    P = "P"
    L = "L"
    LI = "LI"
    LBL = "Lbl"
    LBODY = "LBody"
    TABLE = "Table"
    THEAD = "THead"
    TBODY = "TBody"
    TR = "TR"
    TH = "TH"
    TD = "TD"
    CAPTION = "Caption"
    FIGURE = "Figure"
    SECT = "Sect"
    TOC = "TOC"
    TOCI = "TOCI"
    REFERENCE = "Reference"
    NOTE = "Note"


class Scope(StrEnum):
    """What a header cell heads (ISO 32000-1 §14.8.5.7)."""

    ROW = "Row"
    COLUMN = "Column"


class ListNumbering(StrEnum):
    """How the items of a list are marked (ISO 32000-1 §14.8.5.5)."""

    DECIMAL = "Decimal"
    DISC = "Disc"


@dataclass(frozen=True, slots=True)
class Node:
    """A structure element on the way from the document down to an item.

    Two items belong to the same element when the nodes of their paths are equal down to it; `key` tells siblings apart,
    and a note from every other in the document.
    `columns` is a cell's column span, `numbering` a list's.
    """

    tag: Tag
    key: str
    alt: str = ""
    scope: Scope | None = None
    columns: int = 1
    numbering: ListNumbering | None = None

    def __hash__(self) -> int:
        return hash(self.key)


Path: TypeAlias = tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: a block of this document, or an address outside it. Exactly one is given.

    `footnote` tells that the link is a footnote's marker in the text.
    """

    block: BlockId | None = None
    url: str = ""
    footnote: bool = False


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Characters of one face and size on one baseline, starting at `x`.

    Between two characters of the run lies `spacing` (pt) more than the face's own advance; `gaps` gives exceptions:
    pairs of (index of a character, total extra space after it in pt, instead of `spacing`). The last character's entry
    says nothing. `inline` is the index of the block's inline that the run belongs to, -1 for what layout added. `rise`
    lifts the run above its line's baseline, in pt.
    """

    text: str
    face: str
    size: float
    x: float
    colour: str = "000000"
    spacing: float = 0.0
    gaps: tuple[tuple[int, float], ...] = ()
    inline: int = -1
    link: Target | None = None
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of runs on one baseline. An empty `path` makes it an artifact."""

    y: float
    runs: tuple[GlyphRun, ...]
    block: BlockId | None
    path: Path = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: always an artifact."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    colour: str = "000000"
    block: BlockId | None = None


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled box: always an artifact. (x, y) is its lower left corner."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    block: BlockId | None = None


@dataclass(frozen=True, slots=True)
class ChartBox:
    """A chart whose lower left corner is (x, y); its size is its form's."""

    x: float
    y: float
    chart: Chart
    form: ChartForm
    block: BlockId
    path: Path


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A picture over the whole of a box whose lower left corner is (x, y). An empty `path` makes it an artifact."""

    x: float
    y: float
    width: float
    height: float
    picture: Picture
    block: BlockId | None
    path: Path = ()


Item: TypeAlias = TextLine | Rule | Fill | ChartBox | PictureBox


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `label` is its number as printed."""

    width: float
    height: float
    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a block begins: page index from 0 and the y of its top, in pt."""

    page: int
    y: float


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark: heading text with its number, level from 1, and the heading's block."""

    text: str
    level: int
    block: BlockId


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages, with where blocks begin and what the bookmarks are.

    `structure` holds the outermost structure elements in reading order, which is the document's, also where a figure
    lies on another page than the words around it; elements that it leaves out follow in the order of the pages.
    """

    pages: tuple[Page, ...]
    destinations: tuple[tuple[BlockId, Destination], ...]
    outline: tuple[OutlineEntry, ...]
    structure: tuple[Node, ...] = ()
