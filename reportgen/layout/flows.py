"""Flows: blocks that layout has composed, ready to be cut into pages and painted.

A flow pairs what pagination sees of a block (its `Stack`) with what painting needs. Which blocks become which flows is
`blocks`' business, where they stand is `pagination`'s.
"""

from __future__ import annotations

from typing import TypeAlias

from reportgen.layout.pagination import Stack
from reportgen.layout.runs import SetText
from reportgen.model.chart import Chart
from reportgen.model.geometry import ChartForm
from reportgen.model.pages import GlyphRun, Path
from reportgen.model.picture import Picture
from reportgen.origins import BlockId
from reportgen.theme.look import Style
from reportgen.typeset.run import Line
from reportgen.values import dataclass

LEAST_LINES = 2
"""How many lines of a paragraph stand at least together at a page's foot and at a page's top (widows and orphans)."""


@dataclass(frozen=True, slots=True)
class SetLines:
    """Text in lines: `x` is the left edge of its measure on the page. `marker` runs at its beginning are a list's.

    `notes` are the footnotes whose markers stand in each line, empty where there are none at all.
    """

    style: Style
    x: float
    measure: float
    text: SetText
    lines: tuple[Line, ...]
    path: Path
    marker: int = 0
    marker_path: Path = ()
    notes: tuple[tuple[SetNote, ...], ...] = ()

    @property
    def height(self) -> float:
        """The height of the lines."""
        return len(self.lines) * self.style.leading

    @property
    def feet(self) -> tuple[float, ...]:
        """The height of the footnotes of each line, empty where there are none at all."""
        return tuple(sum(note.text.style.before + note.text.height for note in notes) for notes in self.notes)


@dataclass(frozen=True, slots=True)
class SetNote:
    """A composed footnote: its id, that of its marker in the text, and its text, which begins with the marker."""

    id: BlockId
    mark: BlockId
    text: SetLines


@dataclass(frozen=True, slots=True)
class TextFlow:
    """A heading, a paragraph or an item of a list: a strip is a line."""

    block: BlockId
    stack: Stack
    text: SetLines


@dataclass(frozen=True, slots=True)
class EntryFlow:
    """A line of the table of contents, which leads to `target`; its page number is filled in when pages are known."""

    block: BlockId
    stack: Stack
    text: SetLines
    target: BlockId


@dataclass(frozen=True, slots=True)
class FigureFlow:
    """A chart with its caption and notes: one strip."""

    block: BlockId
    stack: Stack
    x: float
    chart: Chart
    form: ChartForm
    path: Path
    caption: SetLines | None
    notes: tuple[SetLines, ...]


@dataclass(frozen=True, slots=True)
class FigureRowFlow:
    """Figures side by side: one strip. Each stands where its own flow says; their stacks say nothing."""

    block: BlockId
    stack: Stack
    figures: tuple[FigureFlow, ...]


@dataclass(frozen=True, slots=True)
class PictureFlow:
    """A picture with its caption and notes: one strip. `width` and `height` are the picture's."""

    block: BlockId
    stack: Stack
    x: float
    width: float
    height: float
    picture: Picture
    path: Path
    caption: SetLines | None
    notes: tuple[SetLines, ...]


@dataclass(frozen=True, slots=True)
class BoxFlow:
    """A note in a box, over the whole measure. `ends` are the lines, of all its texts, that its strips end before.

    They begin with 0, and are one more than strips.
    """

    block: BlockId
    stack: Stack
    texts: tuple[SetLines, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SetNumber:
    """A figure on one line, already in its place on the measure."""

    style: Style
    run: GlyphRun
    path: Path

    @property
    def height(self) -> float:
        """The height of the line."""
        return self.style.leading


@dataclass(frozen=True, slots=True)
class SetCell:
    """A composed cell: its column, how many columns it takes, and its text."""

    column: int
    columns: int
    text: SetLines | SetNumber


@dataclass(frozen=True, slots=True)
class SetRow:
    """A composed row: its height, padding included, and its cells."""

    height: float
    cells: tuple[SetCell, ...]


@dataclass(frozen=True, slots=True)
class TableFlow:
    """A table. The first strip is what stands above the rows (caption, unit, header rows); then a strip is a row.

    A `whole` table is one strip. `x` is the table's left edge; `edges` are the columns' edges, from 0, one more than
    columns. `smaller` says by how many points its cells are smaller than their styles. The notes belong to the last
    row's strip. `continued` stands above the header rows of a continuation.
    """

    block: BlockId
    stack: Stack
    x: float
    edges: tuple[float, ...]
    caption: SetLines | None
    unit: SetLines | None
    header: tuple[SetRow, ...]
    rows: tuple[SetRow, ...]
    notes: tuple[SetLines, ...]
    continued: SetLines
    highlight: tuple[int, ...]
    forward: tuple[int, ...]
    whole: bool
    smaller: float


Flow: TypeAlias = TextFlow | EntryFlow | FigureFlow | FigureRowFlow | PictureFlow | BoxFlow | TableFlow


def text_stack(text: SetLines, *, least: int = LEAST_LINES, keep: bool = False, fills: bool = False) -> Stack:
    """Return the stack of a text: a strip a line, the rules of its style with the first and the last."""
    style = text.style
    heights = [style.leading] * len(text.lines)
    if heights and style.rule_above:
        heights[0] += style.rule_above.height
    if heights and style.rule_below:
        heights[-1] += style.rule_below.height
    return Stack(
        tuple(heights),
        before=style.before,
        foot=least,
        top=least,
        keep_next=style.keep_next or keep,
        fills=fills,
        new_page=style.new_page,
        feet=text.feet,
    )
