"""Whose numbers a report prints: the sources that the sheets of its data name (`source: auto`).

A source is credited where something printed comes from its sheet; the cells of the audit trail tell. Data that the
report reads and does not print, and what only decided something (`when`, `holds`, `checks`), credit nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportgen.data.table import DataTable
from reportgen.model.audit import AuditTrail, RecordKind

_QUOTED_OR_MARK = re.compile(r"《[^》]*》|“[^”]*”|（[^）]*）|\([^)]*\)|[、；;]")


def credited(tables: Iterable[DataTable], trail: AuditTrail) -> tuple[str, ...]:
    """Return the sources of what `trail` says is printed, in the order of `tables`, each once."""
    printed = {use.ref for record in trail.records if record.kind is not RecordKind.DECISION for use in record.cells}
    return tuple(
        dict.fromkeys(
            one
            for table in tables
            if any(value.cell in printed for value in table.values.values())
            for source in table.sources
            for one in _each(source)
        )
    )


def _each(source: str) -> Iterable[str]:
    """Yield the sources that a sheet's line names: several of them stand between 、 or ；, outside titles."""
    begin = 0
    for found in _QUOTED_OR_MARK.finditer(source):
        if len(found[0]) == 1:
            yield from _said(source[begin : found.start()])
            begin = found.end()
    yield from _said(source[begin:])


def _said(text: str) -> Iterable[str]:
    if stripped := text.strip():
        yield stripped
