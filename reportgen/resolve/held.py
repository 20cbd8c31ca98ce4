"""Whether a workbook holds the current period (本期): last month's file must not make this month's issue.

Of a workbook with a `period:`, some dated table must have that period; a table that lags behind the others is told of
where it is used. What lies on tables without dates counts as of the current period, unless their title names another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from reportgen.data.address import Address
from reportgen.data.sheet import Workbook
from reportgen.data.table import DataTable
from reportgen.diagnostics import Problem
from reportgen.periods import Grain, Period
from reportgen.resolve.messages import TITLE_OF_ANOTHER_PERIOD, WORKBOOK_OF_ANOTHER_PERIOD
from reportgen.spec.report import WorkbookPart

_DATED = re.compile(r"(?<!\d)((?:19|20|21)\d\d)\s*年(?:\s*(1[0-2]|0?[1-9])\s*月)?")


def not_held(
    part: WorkbookPart, workbook: Workbook, tables: Sequence[DataTable], current: Period, parameter: str
) -> Problem | None:
    """Return the problem that none of the workbook's dated tables holds `current`, which `parameter` says, or None."""
    cells = {period: cell for table in reversed(tables) for period, cell in table.period_cells.items()}
    dated = [period for period in cells if period.grain is current.grain]
    if not dated or current in dated:
        return None
    last = max(dated)
    return WORKBOOK_OF_ANOTHER_PERIOD.at(
        part.at("path"),
        cells[last],
        workbook=workbook.name,
        file=Path(workbook.path).name,
        wanted=current.label,
        last=last.label,
        parameter=parameter,
        iso=last.iso,
    )


def titled_otherwise(table: DataTable, address: Address, current: Period) -> Problem | None:
    """Return the problem that an undated table's title names another period than `current`, or None."""
    if table.period_cells or _names(table.title, current):
        return None
    fields = {"address": address, "wanted": current.label, "title": table.title}
    return TITLE_OF_ANOTHER_PERIOD.at(address.span, table.first_cell, **fields)


def _names(title: str, current: Period) -> bool:
    """Whether a title names the current period, a span that reaches it, or no time at all."""
    named = [
        (int(found[1]), int(found[2]) if found[2] else None)
        for found in _DATED.finditer(unicodedata.normalize("NFKC", title))
    ]
    months = {None, current.number} if current.grain is Grain.MONTH else {None, *range(1, 13)}
    return not named or any(year == current.year and month in months for year, month in named)
