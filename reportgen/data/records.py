"""A sheet read as a list (名单): a header row, and below it a record a row, each field a text with its cell.

This is for lists of clients and the like, whose cells are names and choices. Numbers that are to be printed and
computed with are read as tables (`read_table`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NoReturn

from reportgen.data import messages
from reportgen.data.address import Address
from reportgen.data.clean import folded
from reportgen.data.frame import Grid
from reportgen.data.read_table import place_of
from reportgen.data.select import find_label, near_hint
from reportgen.data.sheet import Area, Cell, CellKind, Workbook
from reportgen.errors import Faulty
from reportgen.origins import CellRef

_BELOW = re.compile(r"\s*(注|备注|说明|资料来源|数据来源|来源)\s*[:：]")
"""How a row begins that says something of the list and is none of its records."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a record: what its cell says, empty where it is blank, and where it lies."""

    text: str
    cell: CellRef


@dataclass(frozen=True, slots=True)
class Records:
    """A list: its columns' headers, and by header the entries of each row."""

    fields: tuple[str, ...]
    rows: tuple[Mapping[str, Entry], ...]


def read_records(
    workbook: Workbook, address: Address, wanted: Collection[str] = (), known: Collection[str] = ()
) -> Records:
    """Return the list at `address`; `wanted` are the columns that it must have, white space and width aside.

    The header is the first row that has them all. Where nothing is wanted, it is the first that has one of the columns
    `known`, else the first with two texts. Raises Faulty where there is no such place, no header or no record, and for
    each record with a cell that cannot be read.
    """
    sheet, area, _ = place_of(workbook, address)
    grid = Grid(sheet)
    occupied = grid.occupied(area)
    header = next((row for row in occupied if _is_header(grid, row, area, wanted, known)), None)
    if header is None and not wanted:
        header = next((row for row in occupied if _is_header(grid, row, area, (), ())), None)
    if header is None:
        _refuse(workbook, grid, area, address, wanted)
    columns = {grid.text(header, column): column for column in reversed(grid.columns(header, area))}
    columns = dict(reversed(columns.items()))
    rows: list[Mapping[str, Entry]] = []
    problems = []
    for row in occupied:
        if row <= header or _is_note(grid, row, area):
            continue
        entries: dict[str, Entry] = {}
        for name, column in columns.items():
            cell, place = grid.cell(row, column), workbook.ref(sheet, row, column)
            if cell is not None and cell.kind in (CellKind.ERROR, CellKind.UNCACHED, CellKind.UNREADABLE):
                problems.append(messages.UNREADABLE_ENTRY.at(address.span, place, where=place, text=cell.text))
            entries[name] = Entry(_said(cell), place)
        if any(entry.text for entry in entries.values()):
            rows.append(entries)
    if not rows:
        at = workbook.ref(sheet, header, min(columns.values()))
        problems.append(messages.NO_RECORDS.at(address.span, at, address=address))
    if problems:
        raise Faulty(problems)
    return Records(tuple(columns), tuple(rows))


def _is_header(grid: Grid, row: int, area: Area, wanted: Collection[str], known: Collection[str]) -> bool:
    texts = [grid.text(row, column) for column in grid.columns(row, area)]
    if wanted:
        return all(find_label(texts, name) is not None for name in wanted)
    if known:
        return any(find_label(texts, name) is not None for name in known)
    return len(texts) > 1


def _refuse(workbook: Workbook, grid: Grid, area: Area, address: Address, wanted: Collection[str]) -> NoReturn:
    """Raise Faulty: one problem for each column that the likeliest header lacks, or one that nothing is there."""
    occupied = grid.occupied(area)
    if not occupied:
        raise Faulty([messages.EMPTY_RANGE.at(address.span, address=address)])

    def texts(row: int) -> list[str]:
        return [grid.text(row, column) for column in grid.columns(row, area)]

    likeliest = max(occupied, key=lambda row: sum(find_label(texts(row), name) is not None for name in wanted))
    if not any(find_label(texts(likeliest), name) is not None for name in wanted):
        likeliest = next((row for row in occupied if len(texts(row)) > 1), occupied[0])
    at = workbook.ref(grid.sheet, likeliest, grid.columns(likeliest, area)[0])
    problems = []
    for name in wanted:
        if find_label(texts(likeliest), name) is None:
            near_zh, near_en = near_hint(texts(likeliest), name)
            problems.append(
                messages.NO_COLUMN.at(address.span, at, address=address, name=name, near_zh=near_zh, near_en=near_en)
            )
    raise Faulty(problems or [messages.NO_HEADER.at(address.span, at, address=address)])


def field_of(records: Records, name: str) -> str | None:
    """Return the header that says `name`, white space, width and units aside, or None."""
    index = find_label(records.fields, name)
    return None if index is None else records.fields[index]


def record_of(records: Records, field: str, label: str) -> Mapping[str, Entry] | None:
    """Return the first record whose `field` says `label`, white space and width aside, or None."""
    form = folded(label)
    return next((row for row in records.rows if folded(row[field].text) == form), None)


def _is_note(grid: Grid, row: int, area: Area) -> bool:
    columns = grid.columns(row, area)
    return len(columns) == 1 and _BELOW.match(grid.text(row, columns[0])) is not None


def _said(cell: Cell | None) -> str:
    """Return what a cell says: a whole number without its point, a date without its time of midnight."""
    if cell is None:
        return ""
    match cell.kind:
        case CellKind.NUMBER:
            return cell.text.removesuffix(".0")
        case CellKind.DATE:
            return cell.text.removesuffix("T00:00:00").removesuffix(" 00:00:00")
        case CellKind.TEXT | CellKind.LOGICAL:
            return cell.text
        case _:
            return ""
