"""Claims: the conditions that words rely on (`holds`, `when`) and the comparisons of tables (`checks`).

A condition is judged at the digits that the workbook shows (`comparison`), and its verdict says which side was what, so
that a message can show it. A check over tables with a time axis is judged period by period; a period where a side is
blank is skipped and counted. A check that compared nothing is a problem, not a truth.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.errors import Faulty
from reportgen.origins import SourceText
from reportgen.periods import Period
from reportgen.prose.evaluate import located, value_of, verdict_of
from reportgen.prose.language import Tree, names_in, parse
from reportgen.prose.messages import ABSENT, MISSING, NOTHING_COMPARED, PLACEHOLDER
from reportgen.prose.quantity import united
from reportgen.prose.scope import Scope
from reportgen.prose.selection import Selection
from reportgen.prose.values import Verdict

__all__ = ["Verdict", "check", "judge"]

NOT_THERE = frozenset(message.code for message in (MISSING, PLACEHOLDER, ABSENT))
"""Problems of a value that is not there, as against one that is wrong."""


def judge(condition: SourceText, scope: Scope) -> Verdict:
    """Return whether a condition holds now. Raises Faulty where it is none, or a value it needs is not there."""
    return _judged(parse(condition), scope)


def check(condition: SourceText, scope: Scope) -> Verdict:
    """Return whether a condition holds in each period of the tables it names, up to the current one.

    Data whose period the condition names itself (登记[2020]) stay there. Raises Faulty where no period could be
    compared.
    """
    tree = parse(condition)
    free = {name: value for name in names_in(tree) if (value := _free(name, scope)) is not None}
    periods = sorted({period for value in free.values() for period in _so_far(value)})
    if not periods:
        return _judged(tree, scope)
    verdicts: list[tuple[Period, Verdict]] = []
    skipped = 0
    for period in periods:
        then = {name: replace(value, current=period) for name, value in free.items()}
        try:
            verdicts.append((period, _judged(tree, replace(scope, names={**scope.names, **then}, current=period))))
        except Faulty as error:
            if not error.problems or any(problem.code not in NOT_THERE for problem in error.problems):
                raise
            skipped += 1
    if not verdicts:
        raise Faulty([NOTHING_COMPARED.at(condition.span)])
    return _summed(verdicts, skipped)


def _so_far(selection: Selection) -> Iterator[Period]:
    """Yield the table's periods up to the current one: a report of last year is not about this year's figures."""
    current = selection.own_current
    return (period for period in selection.table.periods if current is None or period <= current)


def _judged(tree: Tree, scope: Scope) -> Verdict:
    value = value_of(tree, scope)
    with located(tree.source.span):
        return verdict_of(value)


def _free(name: str, scope: Scope) -> Selection | None:
    """Return the data of this name where the author left its period open."""
    value = scope.names.get(name)
    return value if isinstance(value, Selection) and value.at is None else None


def _summed(verdicts: list[tuple[Period, Verdict]], skipped: int) -> Verdict:
    failed = [verdict for _, verdict in verdicts if not verdict.holds]
    shown = failed or [verdicts[-1][1]]
    return Verdict(
        not failed,
        "; ".join(verdict.text for verdict in shown),
        united(*(verdict.cells for _, verdict in verdicts)),
        tuple(quantity for _, verdict in verdicts for quantity in verdict.quantities),
        len(verdicts),
        skipped,
    )
