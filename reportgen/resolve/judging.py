"""Claims and checks: whether what a text relies on is true of the data, noted in the trail and told when it is not."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.errors import Faulty
from reportgen.model.audit import RecordKind
from reportgen.origins import BlockId, CellRef, SourceText
from reportgen.prose import claims
from reportgen.prose.claims import Verdict
from reportgen.prose.scope import Scope
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.messages import CHECK_FAILS, CHECK_WARNS, CLAIM_FAILS, PRINTED_OTHERWISE
from reportgen.spec.report import Check

CHECKS = BlockId("checks")
SHOWN = 24
"""How many characters of a failing claim's words its problem shows."""

SHOWN_CELLS = 6
"""How many of the cells that a failing claim or check rests on its problem names."""


def judge_claims(
    conditions: Iterable[SourceText], words: SourceText, scope: Scope, block: BlockId, ledger: Ledger
) -> None:
    """Judge what the words of `block` rely on; a claim that fails is a problem at the claim."""
    for condition in conditions:
        try:
            verdict = claims.judge(condition, scope)
        except Faulty as faulty:
            ledger.note_at(condition.span, faulty.problems)
            continue
        _record(condition, verdict, block, ledger)
        note_printed_otherwise(condition, verdict, ledger)
        if not verdict.holds:
            told = {"words": _beginning(words.text), "condition": condition.text.strip(), "found": verdict.text}
            told |= _cells(verdict)
            ledger.note([CLAIM_FAILS.at(condition.span, _first_cell(verdict), **told)])


def judge_checks(checks: Iterable[Check], scope: Scope, ledger: Ledger) -> None:
    """Judge what must be true of the data as a whole, in each period."""
    for check in checks:
        condition = check.expression
        try:
            verdict = claims.check(condition, scope)
        except Faulty as faulty:
            ledger.note_at(condition.span, faulty.problems)
            continue
        _record(condition, verdict, CHECKS, ledger)
        if not verdict.holds:
            message = CHECK_WARNS if check.warn else CHECK_FAILS
            told = {"condition": condition.text.strip(), "found": verdict.text} | _cells(verdict)
            ledger.note([message.at(condition.span, _first_cell(verdict), **told)])


def note_printed_otherwise(condition: SourceText, verdict: Verdict, ledger: Ledger) -> None:
    """Tell where a reader of the printed numbers would decide a condition the other way."""
    if verdict.printed_otherwise:
        found = "; ".join(verdict.printed_otherwise)
        ledger.note([PRINTED_OTHERWISE.at(condition.span, _first_cell(verdict), found=found)])


def _record(condition: SourceText, verdict: Verdict, block: BlockId, ledger: Ledger) -> None:
    said = "成立" if verdict.holds else "不成立"
    ledger.record(RecordKind.DECISION, said, condition.text.strip(), verdict.cells, block, condition.span)


def _cells(verdict: Verdict) -> dict[str, str]:
    """Return the cells that a verdict rests on as words for both languages; nothing where there are none."""
    cells = list(dict.fromkeys(str(use.ref) for use in verdict.cells))
    more = "…" if len(cells) > SHOWN_CELLS else ""
    listed = cells[:SHOWN_CELLS]
    return {
        "cells_zh": f"；单元格 {'、'.join(listed)}{more}" if cells else "",
        "cells_en": f"; cells {', '.join(listed)}{more}" if cells else "",
    }


def _first_cell(verdict: Verdict) -> CellRef | None:
    return verdict.cells[0].ref if verdict.cells else None


def _beginning(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"
