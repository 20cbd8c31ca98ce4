"""Texts that print figures of an earlier period (`at: latest`) and do not say of which: readers take them for current.

A text says it with a wording that prints periods, or with the year as typed by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import SourceText
from reportgen.prose.holes import marked_text
from reportgen.prose.language import names_in, parse, wordings_in
from reportgen.prose.scope import Scope
from reportgen.prose.selection import Selection
from reportgen.resolve.messages import LAG_UNSAID
from reportgen.resolve.plan import Planned
from reportgen.spec.blocks import BoxBlock, TextBlock
from reportgen.spec.report import ReportSpec

SAYING_PERIODS = frozenset({"累计期", "起止", "年月"})


def unsaid_periods(spec: ReportSpec, planned: Iterable[Planned], scope: Scope) -> Iterator[Problem]:
    """Yield a warning for each text that uses data which lag behind, and does not say their period."""
    behind = {name: chosen for name in spec.data if (chosen := _behind(spec, name, scope)) is not None}
    for block in planned if behind else ():
        match block.part:
            case TextBlock(text=text) | BoxBlock(box=text):
                yield from _unsaid(text, behind)
            case _:
                continue


def _behind(spec: ReportSpec, name: str, scope: Scope) -> Selection | None:
    chosen = scope.names.get(name)
    if spec.data[name].at_ is None or not isinstance(chosen, Selection) or chosen.at is None:
        return None
    return None if chosen.at == (chosen.own_current,) else chosen


def _unsaid(text: SourceText, behind: Mapping[str, Selection]) -> Iterator[Problem]:
    used: dict[str, SourceText] = {}
    said: set[str] = set()
    for expression, names, wordings in _expressions(text):
        for name in names:
            if name in behind:
                used.setdefault(name, expression)
                said |= {name} if wordings & SAYING_PERIODS else set()
    for name, expression in used.items():
        (period,), current = behind[name].periods, behind[name].own_current
        if period is None or current is None or said or str(period.year) in text.text:
            continue
        fields = {"name": name, "period": period.label, "current": current.label}
        yield LAG_UNSAID.at(expression.span, None, **fields)


def _expressions(text: SourceText) -> Iterator[tuple[SourceText, tuple[str, ...], frozenset[str]]]:
    """Yield the expressions of a text with their names and wordings; what is wrong with one is told elsewhere."""
    try:
        holes = marked_text(text).holes.values()
    except Faulty:
        return
    for expression in holes:
        try:
            tree = parse(expression)
        except Faulty:
            continue
        yield expression, names_in(tree), wordings_in(tree)
