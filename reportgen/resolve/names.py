"""What the names of a spec mean: its parameters, and its data as selections of the workbooks' tables.

A name may build on another (`from: 合作方式`); they are resolved in that order, whichever way they stand in the spec.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from reportgen.data.address import Address, is_address, parse_address
from reportgen.data.read_table import read_table
from reportgen.data.table import DataTable
from reportgen.data.workbook import Workbook
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import CellRef, SourceText
from reportgen.periods import Period
from reportgen.prose.evaluate import selection
from reportgen.prose.labels import hints
from reportgen.prose.scope import Named, Scope
from reportgen.prose.selection import Selection, find_item, item_names, label_of, of_table
from reportgen.resolve.held import not_held, titled_otherwise
from reportgen.resolve.latest import latest_names
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.listing import chosen_row
from reportgen.resolve.messages import DATA_CIRCLE, NOT_AN_ITEM, UNKNOWN_PERIOD_PARAMETER, UNKNOWN_WORKBOOK
from reportgen.resolve.narrowing import arranged, narrowed
from reportgen.resolve.picking import located
from reportgen.spec.report import DataPart, Parameter, ParamType, ReportSpec

_LEADING_NAME = re.compile(r"\s*([^\s.\[|!]+)")


class Names:
    """Resolves the data of one spec, each name once, noting problems in the ledger."""

    def __init__(
        self,
        spec: ReportSpec,
        parameters: Mapping[str, Named],
        workbooks: Mapping[str, Workbook],
        ledger: Ledger,
        cells: Mapping[str, CellRef] = MappingProxyType({}),
    ) -> None:
        self._spec = spec
        self._workbooks = workbooks
        self._ledger = ledger
        self._cells = cells
        self._known: dict[str, Named] = dict(parameters)
        self._totals: dict[str, Selection] = {}
        self._choices = {name: parameter.options for name, parameter in spec.params.items() if parameter.options}
        self._begun: set[str] = set()
        self._withheld: set[str] = set()
        self._told: set[tuple[str, CellRef | None]] = set()
        self._tables = self._read()
        self._refused = self._without_current_period()
        for name, parameter in spec.params.items():
            if parameter.type is ParamType.ROW:
                self._pick(name, parameter)
            elif parameter.from_ is not None:
                self._choose(name, parameter, parameter.from_)
        for name in spec.data:
            self._resolve(name)

    @property
    def known(self) -> Mapping[str, Named]:
        """Every name that could be resolved."""
        return self._known

    @property
    def withheld(self) -> frozenset[str]:
        """The names that could not be resolved, whose problems are told."""
        return frozenset(self._withheld)

    @property
    def totals(self) -> Mapping[str, Selection]:
        """By the name of its data, what a share is a share of."""
        return self._totals

    @property
    def tables(self) -> tuple[DataTable, ...]:
        """The tables at the addresses of the data."""
        return tuple(table for _, table in self._tables.values())

    @property
    def scope(self) -> Scope:
        """What the names mean, as far as they could be resolved."""
        printed = self._spec.basis == "printed"
        return Scope(
            self._known,
            house=self._spec.numbers,
            printed_basis=printed,
            choices=self._choices,
            withheld=self.withheld,
        )

    def _resolve(self, name: str) -> None:
        part = self._spec.data[name]
        if name in self._begun:
            if name not in self._known and name not in self._withheld:
                self._withheld.add(name)
                self._ledger.note([DATA_CIRCLE.at(part.span, name=name)])
            return
        self._begun.add(name)
        if not is_address(part.from_.text):
            self._resolve_first(part.from_)
        if part.total is not None and _leading_name(part.total) != name:
            self._resolve_first(part.total)
        try:
            chosen = narrowed(self._source(name, part), part)
            if part.total is not None:
                chosen = replace(chosen, total=self._total(chosen, part.total))
            self._known[name] = arranged(chosen, part)
        except Faulty as faulty:
            self._withheld.add(name)
            self._ledger.note_at(part.from_.span, faulty.problems)

    def _total(self, chosen: Selection, text: SourceText) -> Selection:
        """Return what shares of `chosen` are of; it may be an item of the same data, all of them in their own order."""
        with located(text.span):
            total = selection(text, replace(self.scope, names={**self._known, chosen.name: chosen}))
        self._totals[chosen.name] = total
        return total

    def _pick(self, name: str, parameter: Parameter) -> None:
        """Make the value of a parameter the row of its list that it names."""
        given = self._known.get(name)
        if not isinstance(given, str):
            return
        try:
            self._known[name] = chosen_row(name, parameter, given, self._workbooks, self._cells.get(name))
        except Faulty as faulty:
            self._withhold(name)
            self._ledger.note(faulty.problems)

    def _choose(self, name: str, parameter: Parameter, source: str) -> None:
        """Make the value of a parameter the item of the data `source` that it names."""
        given = self._known.get(name)
        if not isinstance(given, str) or source not in self._spec.data:
            return
        self._resolve(source)
        chosen = self._known.get(source)
        if not isinstance(chosen, Selection):
            # The problem of the data is told; what depends on the choice has nothing to add.
            self._withhold(name)
            return
        item = find_item(chosen, given)
        if item is None or item not in chosen.items:
            self._withhold(name)
            span = parameter.at("default") if given == parameter.default else parameter.span
            every = item_names(chosen)
            labels = [every[one] for one in chosen.items]
            told = NOT_AN_ITEM.at(
                span, self._cells.get(name), name=name, value=given, choices=tuple(labels), **hints(given, labels)
            )
            self._ledger.note([told])
            return
        self._known[name] = label_of(chosen, item)
        self._choices[name] = tuple(label_of(chosen, one) for one in chosen.items)

    def _withhold(self, name: str) -> None:
        self._known.pop(name, None)
        self._withheld.add(name)

    def _resolve_first(self, text: SourceText) -> None:
        """Resolve the data that an expression begins with, if it has not been."""
        leading = _leading_name(text)
        if leading in self._spec.data and leading not in self._known:
            self._resolve(leading)

    def _source(self, name: str, part: DataPart) -> Selection:
        if not is_address(part.from_.text):
            return replace(selection(part.from_, self.scope), name=name, path=name)
        address, table = self._tables[name]
        if address.workbook in self._refused:
            raise Faulty([])
        current = self._current(address.workbook)
        self._ledger.note(self._untold(table.warnings))
        if current is not None and (otherwise := titled_otherwise(table, address, current)):
            self._ledger.note([otherwise])
        return of_table(table, name, current=current)

    def _untold(self, warnings: Iterable[Problem]) -> Iterator[Problem]:
        """Yield warnings of a sheet that no other data on it have told."""
        for warning in warnings:
            told = (warning.code, warning.cell)
            if warning.cell is None or told not in self._told:
                self._told.add(told)
                yield warning

    def _read(self) -> dict[str, tuple[Address, DataTable]]:
        """Return the table of each name that has an address; the names whose table cannot be read are withheld."""
        found: dict[str, tuple[Address, DataTable]] = {}
        for name, part in self._spec.data.items():
            if not is_address(part.from_.text):
                continue
            try:
                found[name] = self._table(name, part)
            except Faulty as faulty:
                self._begun.add(name)
                self._withheld.add(name)
                self._ledger.note_at(part.from_.span, faulty.problems)
        return found

    def _table(self, name: str, part: DataPart) -> tuple[Address, DataTable]:
        address = parse_address(part.from_)
        workbook = self._workbooks.get(address.workbook)
        if workbook is None:
            known = hints(address.workbook, list(self._spec.workbooks))
            raise Faulty([UNKNOWN_WORKBOOK.at(part.from_.span, None, name=address.workbook, **known)])
        return address, read_table(workbook, address, name=name, current=self._current(address.workbook))

    def _without_current_period(self) -> frozenset[str]:
        """Return the workbooks that do not hold their current period, whose problem is told."""
        refused: set[str] = set()
        for name in dict.fromkeys(address.workbook for address, _ in self._tables.values()):
            tables = [table for address, table in self._tables.values() if address.workbook == name]
            current = self._current(name)
            if current and (problem := self._not_held(name, tables, current)):
                self._ledger.note([problem])
                refused.add(name)
        return frozenset(refused)

    def _not_held(self, workbook: str, tables: Sequence[DataTable], current: Period) -> Problem | None:
        part = self._spec.workbooks[workbook]
        parameter = part.period or next(latest_names(self._spec, workbook))
        return not_held(part, self._workbooks[workbook], tables, current, parameter)

    def _current(self, workbook: str) -> Period | None:
        """Return the current period (本期) of a workbook: the parameter that its part names.

        Where it names none, it is the one whose default is the last period of a table of this workbook.
        """
        part = self._spec.workbooks[workbook]
        if part.period is None:
            return next((self._known_period(name) for name in latest_names(self._spec, workbook)), None)
        current = self._known.get(part.period)
        if not isinstance(current, Period):
            raise Faulty([UNKNOWN_PERIOD_PARAMETER.at(part.span, name=part.period)])
        return current

    def _known_period(self, name: str) -> Period | None:
        period = self._known.get(name)
        return period if isinstance(period, Period) else None


def _leading_name(text: SourceText) -> str:
    """Return the name that an expression begins with, empty where it begins with none."""
    leading = _LEADING_NAME.match(text.text)
    return leading[1] if leading else ""
