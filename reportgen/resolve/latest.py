"""Parameters that take the last period of a table (`default: latest(登记)`): read before anything else is.

The last period is the last that the table says itself and that holds a value: a column that was only prepared does not
count. It is a decision that data made, so it is noted in the trail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.data.address import is_address, parse_address
from reportgen.data.read_table import read_table
from reportgen.data.table import DataTable
from reportgen.data.workbook import Workbook
from reportgen.errors import Faulty
from reportgen.model.audit import CellUse, RecordKind
from reportgen.origins import BlockId, SourceText
from reportgen.periods import Grain, Period
from reportgen.prose.labels import hints
from reportgen.prose.scope import Named
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.messages import NO_LATEST, UNKNOWN_WORKBOOK
from reportgen.spec.parameters import GRAINS, latest_of
from reportgen.spec.report import Parameter, ReportSpec

PARAMETERS = BlockId("params")
_LEADING_NAME = re.compile(r"\s*([^\s.\[|!]+)")


def with_latest(
    spec: ReportSpec, parameters: Mapping[str, Named], workbooks: Mapping[str, Workbook], ledger: Ledger
) -> Mapping[str, Named]:
    """Return `parameters` with those that tables say. Raises Faulty where a table says none."""
    found = dict(parameters)
    for name, parameter in spec.params.items():
        source = latest_of(parameter.default)
        if name in found or source is None or parameter.type not in GRAINS:
            continue
        table = _table(spec, source, workbooks)
        period = _last(table, GRAINS[parameter.type])
        if period is None:
            fields = {"name": name, "source": source, "type": parameter.type.value}
            raise Faulty([NO_LATEST.at(parameter.at("default"), table.first_cell, **fields)])
        found[name] = period
        _record(parameter, table, period, ledger)
    return found


def _record(parameter: Parameter, table: DataTable, period: Period, ledger: Ledger) -> None:
    cells = (CellUse(table.period_cells[period], period.label),)
    said, span = parameter.default or "", parameter.at("default")
    ledger.record(RecordKind.DECISION, period.label, said, cells, PARAMETERS, span)


def _table(spec: ReportSpec, name: str, workbooks: Mapping[str, Workbook]) -> DataTable:
    """Return the table that data `name` lie on, through the names it builds on."""
    text = _address(spec, name)
    address = parse_address(text)
    workbook = workbooks.get(address.workbook)
    if workbook is None:
        known = hints(address.workbook, list(spec.workbooks))
        raise Faulty([UNKNOWN_WORKBOOK.at(text.span, None, name=address.workbook, **known)])
    return read_table(workbook, address, name=name, current=None)


def latest_names(spec: ReportSpec, workbook: str) -> Iterator[str]:
    """Yield the parameters whose default is the last period of a table of `workbook`."""
    for name, parameter in spec.params.items():
        source = latest_of(parameter.default)
        if source is not None and source in spec.data and parse_address(_address(spec, source)).workbook == workbook:
            yield name


def _address(spec: ReportSpec, name: str) -> SourceText:
    text = spec.data[name].from_
    for _ in spec.data:
        leading = None if is_address(text.text) else _LEADING_NAME.match(text.text)
        if leading is None or leading[1] not in spec.data:
            break
        text = spec.data[leading[1]].from_
    return text


def _last(table: DataTable, grain: Grain) -> Period | None:
    """Return the last period of `grain` that the table's own labels say and that holds a value."""
    filled = {period for (_, _, period), value in table.values.items() if value.number is not None}
    dated = [
        period
        for index, period in enumerate(table.periods)
        if index in filled and period.grain is grain and period in table.period_cells
    ]
    return max(dated, default=None)
