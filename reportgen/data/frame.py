"""Where a table lies on a sheet: its header rows, its label column, its rows and columns of values, the rows around it.

Sheets in the wild begin with a title and a unit row and end with sources and notes, have headers of several rows with
merged cells, a column of running numbers, or rows that describe the columns (单位, 频率). This module finds all that by
position and wording; what the labels mean is `axes`' business.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from reportgen.data.clean import folded
from reportgen.data.labels import period_of
from reportgen.data.sheet import Area, Cell, CellKind, Sheet, by_row, merged_into
from reportgen.values import dataclass

_UNIT = re.compile(r"[（(]?\s*(?:计量)?单位\s*[:：]\s*(?P<text>.+?)\s*[)）]?")
_SOURCE = re.compile(r"(?:资料|数据)?来源\s*[:：]\s*(?P<text>.+)", re.DOTALL)
_NOTE = re.compile(r"(?:附注|备注|注释|说明|注)\s*(?P<number>\d*)\s*[:：]\s*(?P<text>.*)", re.DOTALL)
_NOTE_WITHOUT_WORD = re.compile(r"[*＊※①-⑳].+|.+。", re.DOTALL)
"""A line below a table that is a note without saying so: it has a note's mark, or is a sentence."""
RUNNING = {"序号", "编号", "no", "no.", "#"}
"""Headers of a column that only counts the rows."""
_UNITS = {"单位", "计量单位"}
_SOURCES = {"来源", "资料来源", "数据来源", "发布方", "发布机构"}
_FREQUENCIES = {"频率", "频度"}
_OTHER = {
    "指标名称",
    "指标id",
    "指标代码",
    "指标编码",
    "代码",
    "编码",
    "更新时间",
    "起始时间",
    "截止时间",
    "时间区间",
    "国家",
    "地区范围",
}
_DESCRIBING = _UNITS | _SOURCES | _FREQUENCIES | _OTHER
"""Labels of rows (or of one column) that describe the columns (rows) of values instead of holding values."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a sheet says about a table in the rows above and below it."""

    title: str = ""
    unit: str = ""
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    more: tuple[int, int] | None = None
    """The place from which on the sheet holds something that is not part of the table."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A table's place: rows and columns are those of the sheet.

    `units`, `sources` and `frequencies` are what describing rows say of each column; `unit_column` is a column that
    names each row's unit.
    """

    headers: tuple[int, ...]
    label: int
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    units: Mapping[int, str]
    sources: tuple[str, ...] = ()
    frequencies: Mapping[int, str] = field(default_factory=dict)
    unit_column: int | None = None

    def within(self, area: Area) -> Frame:
        """Return the part of the table whose values lie in `area`."""
        rows = tuple(row for row in self.rows if area.top <= row <= area.bottom)
        columns = tuple(column for column in self.columns if area.left <= column <= area.right)
        return replace(self, rows=rows, columns=columns)


class Grid:
    """A sheet seen row by row, with merges looked through: the value of a merge counts for all its cells."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.rows = by_row(sheet)
        self.merged = merged_into(sheet)

    def origin(self, row: int, column: int) -> tuple[int, int]:
        """Return the place whose value counts for a cell."""
        return self.merged.get((row, column), (row, column))

    def cell(self, row: int, column: int) -> Cell | None:
        """Return the cell whose value counts at a place, or None."""
        return self.sheet.cells.get(self.origin(row, column))

    def text(self, row: int, column: int) -> str:
        """Return what counts at a place as text, empty where nothing does."""
        cell = self.cell(row, column)
        return "" if cell is None else cell.text

    def occupied(self, area: Area) -> list[int]:
        """Return the rows that hold something in `area`."""
        return [
            row
            for row in self.rows
            if area.top <= row <= area.bottom and any(area.left <= column <= area.right for column in self.rows[row])
        ]

    def columns(self, row: int, area: Area) -> list[int]:
        """Return the columns of a row that hold something in `area`, a merge counting once."""
        return [column for column in self.rows.get(row, ()) if area.left <= column <= area.right]


def find_frame(grid: Grid, area: Area) -> Frame | None:
    """Return the table that lies in `area` with its own header and labels, the first one; None where there is none."""
    occupied = grid.occupied(area)
    top = _header(grid, area, occupied)
    if top is None:
        return None
    body = _contiguous([row for row in occupied if row > top], top)
    left = min(min(grid.columns(row, area)) for row in (top, *body[:50]))
    while folded(grid.text(top, left)) in RUNNING:
        left += 1
    headers = [top]
    for row in body:
        if not _continues_header(grid, top, row, left, area):
            break
        headers.append(row)
    columns = _columns(grid, headers, body, left, area)
    if not columns:
        return None
    rows = _above_notes(grid, [row for row in body if row > headers[-1]])
    described = _described(grid, rows, left, columns)
    rows = [row for row in rows[len(described) :] if not _ends(grid, row, left, columns)]
    rows = [row for row in rows if grid.text(row, left) or any((row, column) in grid.sheet.cells for column in columns)]
    numbers = sum(_is_number(grid.cell(row, left)) for row in rows)
    if numbers * 2 > len(rows):
        return None
    unit_column = next((c for c in columns if folded(_header_text(grid, headers, c)) in _UNITS), None)
    return Frame(
        tuple(headers),
        left,
        tuple(rows),
        tuple(column for column in columns if column != unit_column),
        _said(grid, described, left, columns, _UNITS),
        tuple(dict.fromkeys(_said(grid, described, left, columns, _SOURCES).values())),
        _said(grid, described, left, columns, _FREQUENCIES),
        unit_column,
    )


def block_around(grid: Grid, area: Area) -> Area:
    """Return the block that `area` lies in: up, down and sideways to the next blank row and column."""
    top, bottom = area.top, min(area.bottom, max(grid.rows, default=1))
    while top - 1 in grid.rows:
        top -= 1
    while bottom + 1 in grid.rows:
        bottom += 1
    used = {
        c for row in grid.occupied(Area(top, 1, bottom, 1 << 20)) if not _is_lone(grid, row) for c in grid.rows[row]
    }
    left, right = area.left, min(area.right, max(used, default=1))
    while left - 1 in used:
        left -= 1
    while right + 1 in used:
        right += 1
    return Area(top, left, bottom, max(left, right))


def surroundings(grid: Grid, frame: Frame, bottom: int) -> Surroundings:
    """Return what the rows above the header and below `bottom` say of the table."""
    found = _Found()
    above = [row for row in grid.rows if row < frame.headers[0]]
    told: list[int] = []
    for row in reversed(above):
        if not (is_annotation(grid, row) or _is_lone(grid, row, 2)):
            break
        told.append(row)
    for row in reversed(told):
        for cell in grid.rows[row].values():
            found.take(cell.text, free="title")
    more: tuple[int, int] | None = None
    last = bottom
    for row in (row for row in grid.rows if row > bottom):
        if is_annotation(grid, row) or _is_note(grid, row) or (_is_lone(grid, row) and found.below):
            for cell in grid.rows[row].values():
                found.take(cell.text, free="note")
            found.below = True
        elif found.below or row > last + 1:
            more = (row, min(grid.rows[row]))
            break
        last = row
    return Surroundings(" ".join(found.title), found.unit, tuple(found.sources), tuple(found.notes), more)


class _Found:
    """What the rows around a table have said so far."""

    __slots__ = ("_in_note", "below", "notes", "sources", "title", "unit")

    def __init__(self) -> None:
        self.title: list[str] = []
        self.unit = ""
        self.sources: list[str] = []
        self.notes: list[str] = []
        self.below = False
        self._in_note = False

    def take(self, text: str, *, free: str) -> None:
        """Sort a text by its beginning; one without a known beginning is a part of the title or goes on with a note."""
        if found := _UNIT.fullmatch(text):
            self.unit = self.unit or found["text"]
        elif found := _SOURCE.fullmatch(text):
            self.sources.append(found["text"].strip())
            self._in_note = False
        elif found := _NOTE.fullmatch(text):
            number, said = found["number"], found["text"].strip()
            # 注2 after 注1 is the next line of one note, not another.
            self._in_note = self._in_note and number not in {"", "1"}
            self._note(f"{number}. {said}" if number else said)
        elif free == "title":
            self.title.append(text)
        else:
            self._note(text)

    def _note(self, text: str) -> None:
        """Take a line of a note: a new one, or the next of the one before it."""
        if text and self._in_note and self.notes:
            self.notes[-1] += f"\n{text}"
        elif text:
            self.notes.append(text)
        self._in_note = bool(text)


def _header(grid: Grid, area: Area, occupied: Sequence[int]) -> int | None:
    """Return the first row that has the look of a header."""
    before: int | None = None
    for row in occupied:
        columns = grid.columns(row, area)
        if is_annotation(grid, row):
            continue
        if len(columns) < 2:
            before = row
            continue
        if not any(_is_number(grid.cell(row, column)) for column in columns[1:]):
            if not _is_above_header(grid, row, area):
                return row
            continue
        # Values already: only a single header above them, its corner blank, will do.
        lone = before is not None and before == row - 1 and columns[0] < grid.columns(before, area)[0]
        return before if lone else None
    return None


def _is_above_header(grid: Grid, row: int, area: Area) -> bool:
    """Whether a row of texts is not the header but stands over it (a title and, far to its right, a date).

    The header below has more labels, one of its own in the corner, and no numbers either.
    """
    below = grid.columns(row + 1, area)
    covered = [column for column in below if grid.text(row, column)]
    return (
        len(below) > len(covered) + 1
        and grid.origin(row + 1, below[0]) == (row + 1, below[0])
        and below[0] == grid.columns(row, area)[0]
        and not any(_is_number(grid.cell(row + 1, column)) for column in below)
        and not is_annotation(grid, row + 1)
    )


def _contiguous(rows: Sequence[int], top: int) -> list[int]:
    """Return the rows that follow `top` without a blank one between."""
    return [row for index, row in enumerate(rows) if row == top + 1 + index]


def _continues_header(grid: Grid, top: int, row: int, left: int, area: Area) -> bool:
    columns = grid.columns(row, area)
    if is_annotation(grid, row) or any(_is_number(grid.cell(row, column)) for column in columns):
        return False
    corner = grid.origin(row, left)
    return corner[0] == top if corner != (row, left) else left not in columns and len(columns) > 0


def _columns(grid: Grid, headers: Sequence[int], body: Sequence[int], left: int, area: Area) -> list[int]:
    """Return the columns of values: those with a header, up to the first that is blank from head to foot."""
    named = {c for row in headers for c in grid.rows[row]}
    named |= {c for (row, c), place in grid.merged.items() if row in headers and place in grid.sheet.cells}
    used = named | {c for row in body if not is_annotation(grid, row) for c in grid.rows[row]}
    columns: list[int] = []
    for column in range(left + 1, min(area.right, max(used, default=0)) + 1):
        if column not in used:
            break
        if column in named:
            columns.append(column)
    return columns


def _described(grid: Grid, rows: Sequence[int], left: int, columns: Sequence[int]) -> list[int]:
    """Return the rows right below the header that describe the columns."""
    described: list[int] = []
    for row in rows:
        if folded(grid.text(row, left)) not in _DESCRIBING or any(_is_number(grid.cell(row, c)) for c in columns):
            break
        described.append(row)
    return described


def _said(grid: Grid, rows: Sequence[int], left: int, columns: Sequence[int], labels: set[str]) -> dict[int, str]:
    """Return what the describing rows with one of `labels` say of each column."""
    chosen = [row for row in rows if folded(grid.text(row, left)) in labels]
    return {column: text for row in chosen for column in columns if (text := grid.text(row, column))}


def _above_notes(grid: Grid, rows: Sequence[int]) -> Sequence[int]:
    """Return the rows above the notes that close them: texts by themselves, from the first that is a note on.

    A label whose values are all blank stands by itself too, but above the notes.
    """
    closing = len(rows)
    while closing and (is_annotation(grid, rows[closing - 1]) or _is_lone(grid, rows[closing - 1])):
        closing -= 1
    for index in range(closing, len(rows)):
        if is_annotation(grid, rows[index]) or _is_note(grid, rows[index]):
            return rows[:index]
    return rows


def _header_text(grid: Grid, headers: Sequence[int], column: int) -> str:
    return "".join(dict.fromkeys(grid.text(row, column) for row in headers))


def _ends(grid: Grid, row: int, left: int, columns: Sequence[int]) -> bool:
    """Whether a row below the header is none of the table: an annotation, or a line across all columns."""
    if is_annotation(grid, row):
        return True
    across = grid.origin(row, columns[-1])
    return across != (row, columns[-1]) and across == grid.origin(row, left) and across[0] == row


def is_annotation(grid: Grid, row: int) -> bool:
    """Whether a row says something of a table (its unit, its source, a note) and is none of its rows."""
    return any(
        cell.kind is CellKind.TEXT and form.fullmatch(cell.text)
        for cell in grid.rows.get(row, {}).values()
        for form in (_UNIT, _SOURCE, _NOTE)
    )


def _is_lone(grid: Grid, row: int, most: int = 1) -> bool:
    """Whether a row holds a text or, at most, `most` of them, and nothing else."""
    cells = list(grid.rows.get(row, {}).values())
    return 0 < len(cells) <= most and all(cell.kind is CellKind.TEXT for cell in cells)


def _is_note(grid: Grid, row: int) -> bool:
    """Whether a row is a note that does not begin with the word for it."""
    return _is_lone(grid, row) and all(_NOTE_WITHOUT_WORD.fullmatch(cell.text) for cell in grid.rows[row].values())


def _is_number(cell: Cell | None) -> bool:
    """Whether a cell holds a number or what stands in a number's place, and not a period."""
    if cell is None or period_of(cell) is not None:
        return False
    return cell.kind in {CellKind.NUMBER, CellKind.ERROR, CellKind.UNCACHED, CellKind.UNREADABLE, CellKind.LOGICAL}
