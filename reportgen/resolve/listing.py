"""Parameters that pick a row of a list (客户名单): the row that a label names, or what there is where none has it."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.data.address import parse_address
from reportgen.data.rows import read_rows
from reportgen.data.workbook import Workbook
from reportgen.errors import Faulty
from reportgen.origins import CellRef, SourceText
from reportgen.prose.entries import ChosenRow
from reportgen.prose.labels import hints
from reportgen.resolve.messages import NOT_A_ROW, ROW_TWICE, UNKNOWN_WORKBOOK
from reportgen.spec.report import Parameter

SHOWN = 12
"""How many rows a message lists; a list may have thousands."""


def chosen_row(
    name: str, parameter: Parameter, given: str, workbooks: Mapping[str, Workbook], cell: CellRef | None = None
) -> ChosenRow:
    """Return the row that `given`, taken from `cell`, names for the parameter `name`.

    Raises Faulty, located in the spec and in the list.
    """
    place = parameter.at("from")
    address = parse_address(SourceText(parameter.from_ or "", place, ((0, place.line, place.column),)))
    workbook = workbooks.get(address.workbook)
    if workbook is None:
        raise Faulty([UNKNOWN_WORKBOOK.at(place, None, name=address.workbook, **hints(address.workbook, [*workbooks]))])
    among = read_rows(workbook, address, label=parameter.label)
    span = parameter.at("default") if given == parameter.default else parameter.span
    match among.called(given):
        case (row,):
            return ChosenRow(name, row, among)
        case ():
            known = among.labels
            more = (f"等 {len(known)} 行", f" and others, {len(known)} in all") if len(known) > SHOWN else ("", "")
            told = {
                "name": name,
                "value": given,
                "address": address,
                "choices": "、".join(known[:SHOWN]) + more[0],
                "choices_en": ", ".join(known[:SHOWN]) + more[1],
            }
            raise Faulty([NOT_A_ROW.at(span, cell or among.rows[0].cell, **told, **hints(given, list(known)))])
        case several:
            first, second = several[0].cell, several[1].cell
            fields = {"first": first, "second": second, "count": len(several), "value": given, "name": name}
            raise Faulty([ROW_TWICE.at(span, first, address=address, **fields)])
