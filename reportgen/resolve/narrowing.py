"""Which part of a table a name of data means: measures and items read from labels, their order, the period.

Where the table lies, and what other names mean, is known to `names`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportgen.data.regroup import regrouped, unfitting
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import SourceText
from reportgen.periods import Period
from reportgen.prose.labels import hints
from reportgen.prose.messages import UNKNOWN_PART
from reportgen.prose.quantity import Quantity, united
from reportgen.prose.ranking import ordered, rank
from reportgen.prose.selection import Selection, aliased, quantity_at, with_overall
from reportgen.resolve.messages import NEVER_WHOLE
from reportgen.resolve.picking import located, picked
from reportgen.spec.report import DataPart

LATEST_PATH = "最近一期"


def narrowed(source: Selection, part: DataPart) -> Selection:
    """Return `source` with the measures and items that `part` picks: they are what its shares add up to."""
    chosen = source if part.measures is None else _measured(source, part.measures)
    if part.overall is not None:
        with located(part.overall.span):
            chosen = replace(with_overall(chosen, part.overall.text), total=None)
    if isinstance(part.items, Mapping):
        picked(chosen, tuple(part.items.values()))
        chosen = aliased(chosen, {alias: label.text for alias, label in part.items.items()})
    elif part.items is not None:
        chosen = picked(chosen, part.items)
    if part.items is not None:
        chosen = replace(chosen, parts=chosen.items)
    return chosen if part.noun is None else replace(chosen, noun=part.noun)


def arranged(chosen: Selection, part: DataPart) -> Selection:
    """Return the items of `chosen` in the order and the period that `part` asks for, or the one at its place."""
    if part.at_ is not None:
        with located(part.at("at")):
            chosen = _at_latest(chosen)
    if part.sort is not None:
        chosen = ordered(chosen, descending=part.sort == "desc")
    if part.rank is not None:
        chosen = rank(chosen, part.rank)
    return chosen


def _measured(source: Selection, measures: SourceText | Mapping[str, SourceText]) -> Selection:
    """Return the items and measures that patterns find. Raises Faulty with every pattern that fits nothing."""
    named = {"": measures} if isinstance(measures, SourceText) else measures
    problems: list[Problem] = []
    for text in named.values():
        labels = unfitting(source.table, text.text)
        if labels is not None:
            known = hints(text.text, list(labels))
            problems.append(UNKNOWN_PART.at(text.span, None, owner=source.path, name=text.text, **known))
    if problems:
        raise Faulty(problems)
    table = regrouped(source.table, {name: text.text for name, text in named.items()}, source.name)
    return replace(source, table=table, items=tuple(range(len(table.items))), measure=0, parts=None, overall=None)


def _at_latest(chosen: Selection) -> Selection:
    """Return the selection in the last period, up to the current one, in which every item has its value.

    What is missing later decided it. Raises Faulty where no period is whole.
    """
    current = chosen.own_current
    if current is None:
        return chosen
    missing: list[Quantity] = []
    for period in sorted((p for p in chosen.table.periods if _up_to(p, current)), reverse=True):
        values = [quantity_at(chosen, item, period) for item in chosen.items]
        blank = [quantity for quantity in values if quantity.gap is not None]
        if not blank:
            deciding = united(chosen.deciding, *(quantity.cells for quantity in missing))
            return replace(chosen, at=(period,), deciding=deciding, path=f"{chosen.path}.{LATEST_PATH}")
        missing += blank
    raise Faulty([NEVER_WHOLE.at(None, chosen.table.first_cell, name=chosen.name)])


def _up_to(period: Period, current: Period) -> bool:
    return period.grain is current.grain and period <= current
