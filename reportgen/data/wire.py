"""The JSON in which a read workbook travels from the reading subprocess and lies in the cache.

Decoding trusts nothing: whatever does not have the agreed shape raises ValueError.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from reportgen.data.sheet import Area, Cell, CellKind, DefinedName, ExcelTable, Sheet, Workbook

VERSION = 1
"""Counts up whenever this form, or what the reader makes of a workbook, changes."""

Json: TypeAlias = bool | int | str | Sequence["Json"] | dict[str, "Json"] | None


def encode(workbook: Workbook) -> dict[str, Json]:
    """Return the workbook as JSON, without its name and path."""
    formats: dict[str, int] = {}
    sheets: list[Json] = []
    for sheet in workbook.sheets:
        cells: list[Json] = [
            [row, column, cell.kind.value, cell.text, formats.setdefault(cell.format, len(formats)), cell.formula]
            for (row, column), cell in sheet.cells.items()
        ]
        sheets.append({"name": sheet.name, "cells": cells, "merges": [_edges(area) for area in sheet.merges]})
    return {
        "version": VERSION,
        "digest": workbook.digest,
        "formats": list(formats),
        "sheets": sheets,
        "tables": [[t.name, t.sheet, _edges(t.area), t.headers, t.totals] for t in workbook.tables],
        "names": [[n.name, n.refers_to, n.sheet] for n in workbook.names],
    }


def decode(data: object, name: str, path: str) -> Workbook:
    """Return the workbook that `data` holds, under `name`; raise ValueError where it holds none."""
    top = _mapping(data)
    if top.get("version") != VERSION:
        raise ValueError("another version")
    formats = [_text(code) for code in _list(top.get("formats"))]
    sheets = tuple(_sheet(_mapping(sheet), formats) for sheet in _list(top.get("sheets")))
    return Workbook(
        name,
        path,
        sheets,
        tuple(_table(_list(table)) for table in _list(top.get("tables"))),
        tuple(_name(_list(given)) for given in _list(top.get("names"))),
        _text(top.get("digest")),
    )


def _sheet(data: dict[object, object], formats: list[str]) -> Sheet:
    kinds = {kind.value: kind for kind in CellKind}
    cells: dict[tuple[int, int], Cell] = {}
    for given in _list(data.get("cells")):
        match given:
            case [int(row), int(column), str(kind), str(text), int(code), bool(formula)] if (
                kind in kinds and 0 <= code < len(formats)
            ):
                cells[row, column] = Cell(kinds[kind], text, formats[code], formula)
            case _:
                raise ValueError("not a cell")
    return Sheet(_text(data.get("name")), cells, tuple(_area(edges) for edges in _list(data.get("merges"))))


def _table(data: list[object]) -> ExcelTable:
    match data:
        case [str(name), str(sheet), edges, int(headers), int(totals)]:
            return ExcelTable(name, sheet, _area(edges), headers, totals)
        case _:
            raise ValueError("not a table")


def _name(data: list[object]) -> DefinedName:
    match data:
        case [str(name), str(refers_to), (str() | None) as sheet]:
            return DefinedName(name, refers_to, sheet)
        case _:
            raise ValueError("not a name")


def _edges(area: Area) -> list[Json]:
    return [area.top, area.left, area.bottom, area.right]


def _area(data: object) -> Area:
    match data:
        case [int(top), int(left), int(bottom), int(right)]:
            return Area(top, left, bottom, right)
        case _:
            raise ValueError("not an area")


def _mapping(data: object) -> dict[object, object]:
    if not isinstance(data, dict):
        raise ValueError("not a mapping")
    return data


def _list(data: object) -> list[object]:
    if not isinstance(data, list):
        raise ValueError("not a list")
    return data


def _text(data: object) -> str:
    if not isinstance(data, str):
        raise ValueError("not a text")
    return data
