"""The kinds of chart there are, each with its module."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.charts.bar import BAR
from reportgen.charts.column import COLUMN
from reportgen.charts.column_line import COLUMN_LINE
from reportgen.charts.kind import Kind
from reportgen.charts.line import LINE
from reportgen.charts.pie import PIE
from reportgen.model.chart import ChartKind

KINDS: Mapping[ChartKind, Kind] = {
    ChartKind.LINE: LINE,
    ChartKind.COLUMN: COLUMN,
    ChartKind.BAR: BAR,
    ChartKind.PIE: PIE,
    ChartKind.COLUMN_LINE: COLUMN_LINE,
}
