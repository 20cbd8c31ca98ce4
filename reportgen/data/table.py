"""`DataTable`: a table of a workbook as items × measures × periods, each value tied to its cell.

What a table *says* (rates, ranks, words) is prose's business; which of its parts a report uses is resolve's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from enum import StrEnum

from reportgen.diagnostics import Problem
from reportgen.origins import CellRef
from reportgen.periods import Period
from reportgen.values import dataclass


class Gap(StrEnum):
    """Why a value is not there."""

    BLANK = "blank"
    PLACEHOLDER = "placeholder"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Value:
    """What one cell holds.

    `number` is exact (15 significant digits, as Excel holds them) and in the canonical form of its unit: a percentage
    is 86.6 whether the sheet says 86.6 under a `%` unit or 0.866 formatted `0.0%`. It is None where `gap` or `fault`
    says why. `decimals` are the digits that the cell's format prints, None where it does not say (`General`). `raw` is
    the cell's content as the workbook holds it, `format` its number format code. `fault` is what is wrong with a cell
    that could not be read (an error value, text in a number's place): it is raised by whoever uses the value, since
    nobody need mind a broken cell that no one uses.
    """

    number: Decimal | None
    cell: CellRef
    raw: str
    format: str = "General"
    unit: str = ""
    decimals: int | None = None
    grouped: bool = False
    gap: Gap | None = None
    fault: Problem | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that is counted (北京市, 作品登记): its label as printed, and the cell that says so.

    `said` is what the cell says where the label is only a part of it (第一产业 of GDP:第一产业:累计值).
    """

    label: str
    cell: CellRef | None = None
    alias: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted of it (登记量, 同比); a table with one measure names it by its header or not at all."""

    name: str
    unit: str = ""
    cell: CellRef | None = None


@dataclass(frozen=True, slots=True)
class DataTable:
    """Items × measures × periods.

    `values` holds a `Value` by (item, measure, period) as indices; a combination that the sheet has no cell for is left
    out. `periods` are in order of time; a table without periods of its own has the current one, and where that is not
    known either, `periods` is empty and all values stand at the period index 0. `title`, `unit`, `sources` and `notes`
    are the sheet's own rows, without their prefixes (单位：, 资料来源：, 注：); a note may have several lines.
    `warnings` are what was found odd in reading the table, which was read all the same. `period_cells` are the labels
    that say the periods; it is empty for a table whose labels say none.
    """

    name: str
    items: tuple[Item, ...]
    measures: tuple[Measure, ...]
    periods: tuple[Period, ...]
    values: Mapping[tuple[int, int, int], Value]
    title: str = ""
    unit: str = ""
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    first_cell: CellRef | None = field(default=None)
    corner: str = ""
    warnings: tuple[Problem, ...] = ()
    period_cells: Mapping[Period, CellRef] = field(default_factory=dict)
