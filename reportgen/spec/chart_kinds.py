"""The kinds of charts, and which keys each does not take: what would be read past is refused."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class ChartType(StrEnum):
    """The kinds of chart."""

    LINE = "line"
    COLUMN = "column"
    BAR = "bar"
    PIE = "pie"
    COLUMN_LINE = "column+line"
    COLUMN_100 = "column 100%"


class NotTaken(NamedTuple):
    """A key of charts, the kinds that do not take it, and what to do instead."""

    name: str
    kinds: frozenset[ChartType]
    right_zh: str
    right_en: str


EVERY = frozenset(ChartType)
NOT_TAKEN = (
    NotTaken(
        "data",
        frozenset({ChartType.COLUMN_LINE}),
        "柱的数据写在 columns，线的写在 line",
        "the columns' table goes to columns, the line's to line",
    ),
    NotTaken(
        "items",
        frozenset({ChartType.COLUMN_LINE}),
        "写到 columns 里：columns: {data: …, items: […]}",
        "write it in columns: `columns: {data: …, items: […]}`",
    ),
    NotTaken(
        "columns",
        EVERY - {ChartType.COLUMN_LINE},
        "改用 data，或把图的种类改成 column+line",
        "write data, or make it a column+line chart",
    ),
    NotTaken(
        "line",
        EVERY - {ChartType.COLUMN_LINE},
        "改用 data，或把图的种类改成 column+line",
        "write data, or make it a column+line chart",
    ),
    NotTaken(
        "series",
        frozenset({ChartType.COLUMN_100, ChartType.COLUMN_LINE}),
        "删去它；一根柱是一期，各段是各项",
        "delete it; a column is a period, its parts are the items",
    ),
    NotTaken(
        "series",
        frozenset({ChartType.PIE}),
        "删去它；饼图只画一期，各块是各项",
        "delete it; a pie is a period, its slices the items",
    ),
    NotTaken(
        "last",
        frozenset({ChartType.PIE}),
        "删去它；饼图只画本期，几期并列用 column 100%",
        "delete it; a pie shows the current period, and `column 100%` several",
    ),
    NotTaken(
        "rest", EVERY - {ChartType.PIE}, "删去它；补足 100% 的一块只有饼图（pie）有", "delete it; only a pie has a rest"
    ),
    NotTaken(
        "stacked",
        frozenset({ChartType.LINE, ChartType.PIE}),
        "删去它，或改用 column：柱和条才能堆积",
        "delete it, or make it a column chart: columns and bars can stand on one another",
    ),
    NotTaken(
        "labels",
        frozenset({ChartType.COLUMN_LINE}),
        "删去它，或分成两张图；占比标在柱、条、饼上",
        "delete it, or make two charts; shares stand at columns, bars and slices",
    ),
)
"""What kinds of charts do not take, where it would be read past."""
