"""A workbook as it was read: sheets of cells, merges, Excel tables and defined names. No meaning yet.

Rows and columns count from 1. Cells that hold nothing are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import StrEnum

from reportgen.origins import CellRef
from reportgen.values import dataclass

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384


class CellKind(StrEnum):
    """What a cell holds."""

    NUMBER = "n"
    TEXT = "s"
    LOGICAL = "b"
    ERROR = "e"
    DATE = "d"
    UNCACHED = "f"
    """A formula whose value the file does not hold."""
    UNREADABLE = "x"
    """Something that is not what the cell says it is: a number that is no number, a date before the calendar."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: `text` is its content as the file holds it (dates in ISO form), `format` its number format code."""

    kind: CellKind
    text: str
    format: str = "General"
    formula: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """A rectangle of cells, its edges included."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, place: object) -> bool:
        match place:
            case (int(row), int(column)):
                return self.top <= row <= self.bottom and self.left <= column <= self.right
            case _:
                return False

    def __str__(self) -> str:
        first, last = a1(self.top, self.left), a1(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"

    @property
    def size(self) -> int:
        """How many cells it has."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its cells by (row, column), in order of rows and then of columns."""

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merges: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class ExcelTable:
    """A table that Excel itself knows: its area holds `headers` header rows and `totals` rows of totals."""

    name: str
    sheet: str
    area: Area
    headers: int = 1
    totals: int = 0


@dataclass(frozen=True, slots=True)
class DefinedName:
    """A name that the workbook gives to something; `sheet` is set where it holds for one sheet only."""

    name: str
    refers_to: str
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook under its name in the spec; `path` as the spec gives it, `digest` the SHA-256 of its bytes."""

    name: str
    path: str
    sheets: tuple[Sheet, ...]
    tables: tuple[ExcelTable, ...] = ()
    names: tuple[DefinedName, ...] = ()
    digest: str = field(default="", compare=False)

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet called `name`, or None; Excel tells names apart without regard to case."""
        return next((s for s in self.sheets if s.name.casefold() == name.casefold()), None)

    def ref(self, sheet: Sheet, row: int, column: int) -> CellRef:
        """Return the reference to a cell of this workbook."""
        return CellRef(self.name, sheet.name, a1(row, column))


def column_letters(column: int) -> str:
    """Return a column's letters: A for 1, XFD for 16,384."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of the column that has these letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def a1(row: int, column: int) -> str:
    """Return a cell's address in A1 form."""
    return f"{column_letters(column)}{row}"


_CORNER = r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})"
_CELLS = re.compile(rf"{_CORNER}(?::{_CORNER})?")
_COLUMNS = re.compile(r"\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})")
_ROWS = re.compile(r"\$?([1-9][0-9]{0,6}):\$?([1-9][0-9]{0,6})")


def parse_area(text: str) -> Area | None:
    """Return the area that `text` says (A3:B6, $A$3:$B$6, A3, A:C, 3:8), or None where it says none."""
    if found := _CELLS.fullmatch(text):
        left, top = column_number(found[1]), int(found[2])
        right, bottom = (column_number(found[3]), int(found[4])) if found[3] else (left, top)
    elif found := _COLUMNS.fullmatch(text):
        left, right = column_number(found[1]), column_number(found[2])
        top, bottom = 1, LAST_ROW
    elif found := _ROWS.fullmatch(text):
        top, bottom = int(found[1]), int(found[2])
        left, right = 1, LAST_COLUMN
    else:
        return None
    area = Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
    return area if area.bottom <= LAST_ROW and area.right <= LAST_COLUMN else None


def by_row(sheet: Sheet) -> Mapping[int, Mapping[int, Cell]]:
    """Return the cells row by row, rows and columns in order."""
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        rows.setdefault(row, {})[column] = cell
    return rows


def merged_into(sheet: Sheet) -> Mapping[tuple[int, int], tuple[int, int]]:
    """Return, for each cell under a merge, the place of the merge's top left cell, whose value counts for all."""
    return {place: (area.top, area.left) for area in sheet.merges for place in _places(area)}


def _places(area: Area) -> Iterator[tuple[int, int]]:
    for row in range(area.top, area.bottom + 1):
        for column in range(area.left, area.right + 1):
            yield row, column
