"""Which tables a workbook holds, each with the address that a spec reaches it by.

An Excel table goes by its own name, the only table of a sheet by the sheet's name, several by their ranges. What is to
be said of a table is `subject`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.data.address import parse_address
from reportgen.data.messages import MORE_BELOW
from reportgen.data.read_table import read_table
from reportgen.data.sheet import Area, Sheet, Workbook, by_row
from reportgen.data.table import DataTable
from reportgen.errors import Faulty
from reportgen.origins import SourceText, Span
from reportgen.values import dataclass

_QUOTED = re.compile(r"[!！'\s]")


@dataclass(frozen=True, slots=True)
class Found:
    """A table: what follows the workbook's name in its address, its own name, its sheet, and what was read."""

    place: str
    name: str
    sheet: str
    table: DataTable


def tables_of(workbook: Workbook) -> tuple[Found, ...]:
    """Return the tables of a workbook that hold at least one number, in the order of its sheets."""
    return tuple(found for sheet in workbook.sheets for found in _on(workbook, sheet) if _numbers(found.table))


def _on(workbook: Workbook, sheet: Sheet) -> Iterator[Found]:
    named = [table for table in workbook.tables if table.sheet == sheet.name]
    for table in named:
        yield from _read(workbook, _quoted(table.name), table.name, sheet)
    if named:
        return
    whole = list(_read(workbook, _quoted(sheet.name), sheet.name, sheet))
    if whole and not any(w.code == MORE_BELOW.code for w in whole[0].table.warnings):
        yield whole[0]
        return
    for area in _blocks(sheet):
        yield from _read(workbook, f"{_quoted(sheet.name)}!{area}", sheet.name, sheet)


def _blocks(sheet: Sheet) -> Iterator[Area]:
    """Yield the stretches of a sheet between blank rows that have the size of a table."""
    rows = by_row(sheet)
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][-1] == row - 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    for run in runs:
        columns = [column for row in run for column in rows[row]]
        if len(run) > 1 and min(columns) < max(columns):
            yield Area(run[0], min(columns), run[-1], max(columns))


def _read(workbook: Workbook, place: str, name: str, sheet: Sheet) -> Iterator[Found]:
    """Yield the table at a place, if there is one."""
    text = f"{workbook.name}!{place}"
    span = Span("", 1, 1, 1, len(text) + 1)
    try:
        address = parse_address(SourceText(text, span, ((0, 1, 1),)))
        yield Found(place, name, sheet.name, read_table(workbook, address, name=name, current=None))
    except Faulty:
        return


def _numbers(table: DataTable) -> bool:
    return any(value.number is not None for value in table.values.values())


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'" if _QUOTED.search(name) else name
