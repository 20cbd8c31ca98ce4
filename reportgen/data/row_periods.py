"""Periods that labels say in two parts: the year in one place, 一季度 or 3月 in another.

The year may stand in the first column, once for several rows (merged, or blank below), with its part in the column
beside it; above the part, in a header of two rows; or in the table's title.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from reportgen.data.clean import folded
from reportgen.data.frame import Frame, Grid
from reportgen.data.labels import period_of
from reportgen.periods import Grain, Period, is_span, parse_part, parse_period

_YEAR = re.compile(r"(?<!\d)((?:19|20|21)\d\d)(?!\d)\s*(年?)")
_COUNTED = {"月": "月", "月份": "月", "季": "季度", "季度": "季度"}
"""Headers of a column whose bare numbers are months or quarters."""


def part_column(grid: Grid, frame: Frame) -> int | None:
    """Return the column that says which part of the year each row is of, the years standing in the label column."""
    column = frame.label + 1
    years = [period_of(cell) for row in frame.rows if (cell := grid.cell(row, frame.label)) is not None]
    if not years or any(year is None or year.grain is not Grain.YEAR for year in years):
        return None
    parts = [_part(grid, frame, row, column) for row in frame.rows]
    said = [part is not None or not grid.text(row, column) for row, part in zip(frame.rows, parts, strict=True)]
    return column if all(said) and any(part is not None for part in parts) else None


def row_periods(grid: Grid, frame: Frame, part: int | None, title: str) -> dict[int, Period]:
    """Return the period of each row whose labels say one; `part` is the column of parts of a year, if there is one."""
    if part is not None:
        return _of_two_columns(grid, frame, part)
    periods = {row: period for row in frame.rows if (period := _at(grid, row, frame.label)) is not None}
    return periods or _in_year(year_of(title), {row: _part(grid, frame, row, frame.label) for row in frame.rows})


def column_periods(years: Mapping[int, Period | None], labels: Mapping[int, str], title: str) -> dict[int, Period]:
    """Return the period of each column whose label says a part of its year: of the one above it, or of the title's."""
    parts = {column: parse_part(label) for column, label in labels.items()}
    if not any(years.values()):
        return _in_year(year_of(title), parts)
    under = {column: (year, parts[column]) for column, year in years.items() if year and year.grain is Grain.YEAR}
    return {column: Period(part[0], year.year, part[1]) for column, (year, part) in under.items() if part}


def year_of(title: str) -> int | None:
    """Return the one year that a title names, or None."""
    named = {found[1]: found[2] for found in _YEAR.finditer(title)}
    return int(next(iter(named))) if len(named) == 1 and any(named.values()) else None


def like_times(labels: Sequence[str]) -> tuple[str, ...]:
    """Return the labels that are about time but say no period: a month without its year, a span of months."""
    return tuple(label for label in labels if parse_period(label) is None and (parse_part(label) or is_span(label)))


def _of_two_columns(grid: Grid, frame: Frame, column: int) -> dict[int, Period]:
    periods: dict[int, Period] = {}
    year: int | None = None
    for row in frame.rows:
        if (said := _at(grid, row, frame.label)) is not None:
            year = said.year
        part = _part(grid, frame, row, column)
        if year is not None and part is not None:
            periods[row] = Period(part[0], year, part[1])
        elif said is not None:
            periods[row] = said
    return periods


def _in_year(year: int | None, parts: Mapping[int, tuple[Grain, int] | None]) -> dict[int, Period]:
    """Return the periods of a year's parts, each at its place; none where they are not most or not in order."""
    known = {place: part for place, part in parts.items() if part is not None}
    finer = [part for part in known.values() if part[0] is not Grain.YEAR]
    if year is None or len(set(finer)) < 2 or len(known) * 2 < len(parts):
        return {}
    if any(before > after for before, after in pairwise(finer) if before[0] is after[0]):
        return {}
    return {place: Period(grain, year, number) for place, (grain, number) in known.items()}


def _at(grid: Grid, row: int, column: int) -> Period | None:
    cell = grid.cell(row, column)
    return None if cell is None else period_of(cell)


def _part(grid: Grid, frame: Frame, row: int, column: int) -> tuple[Grain, int] | None:
    """Return the part of a year that a label says; a bare number does where the header says what it counts."""
    text = grid.text(row, column)
    counted = _COUNTED.get(folded(grid.text(frame.headers[-1], column)), "")
    return parse_part(f"{text}{counted}") if text.isdecimal() else parse_part(text)
