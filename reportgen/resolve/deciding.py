"""What data decide about the blocks of a report: whether a block with a condition (`when`) stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.model.audit import RecordKind
from reportgen.origins import BlockId, SourceText
from reportgen.prose.claims import Verdict, judge
from reportgen.prose.evaluate import selection
from reportgen.prose.scope import Scope
from reportgen.prose.selection import Selection, at_item, label_of
from reportgen.resolve.judging import note_printed_otherwise
from reportgen.resolve.ledger import Ledger
from reportgen.spec.blocks import ArticleBlock, Body, ChooseBlock, ElseBlock, HeadingBlock, RowBlock, SectionBlock
from reportgen.values import dataclass

STANDS = "印出"
LEFT_OUT = "不印"


@dataclass(frozen=True, slots=True)
class Decision:
    """A condition and what came of it; `hides` are the ids that are not in the document because of it.

    A condition that cannot be judged has problems in place of a verdict and leaves its block out. A repetition (`for`)
    decides too: `items` are those that it is about.
    """

    condition: SourceText
    verdict: Verdict | None
    hides: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    items: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the block stands."""
        return self.verdict is not None and self.verdict.holds


def decision(condition: SourceText, scope: Scope, within: Iterable[str]) -> Decision:
    """Return what `condition` decides about a block with the ids `within`."""
    try:
        verdict = judge(condition, scope)
    except Faulty as faulty:
        return Decision(condition, None, tuple(within), faulty.problems)
    return Decision(condition, verdict, () if verdict.holds else tuple(within))


def repetition(expression: SourceText, scope: Scope, within: Iterable[str]) -> tuple[Decision, tuple[Selection, ...]]:
    """Return what `expression` decides about a block with the ids `within`, and the items it is repeated for."""
    try:
        chosen = selection(expression, scope)
    except Faulty as faulty:
        return Decision(expression, None, tuple(within), faulty.problems), ()
    named = tuple((label_of(chosen, item), item) for item in chosen.items)
    labels = tuple(label for label, _ in named)
    verdict = Verdict(holds=True, text="、".join(labels), cells=chosen.deciding)
    return Decision(expression, verdict, items=labels), tuple(at_item(chosen, item, label) for label, item in named)


def note(decided: Decision, block: BlockId, ledger: Ledger) -> None:
    """Record what was decided about `block`, or tell why nothing could be."""
    condition = decided.condition
    if decided.verdict is None:
        ledger.note_at(condition.span, decided.problems)
        return
    note_printed_otherwise(condition, decided.verdict, ledger)
    said = "、".join(decided.items) or (STANDS if decided.holds else LEFT_OUT)
    derivation = condition.text.strip()
    ledger.record(RecordKind.DECISION, said, derivation, decided.verdict.cells, block, condition.span)


def ids_in(part: SectionBlock | ArticleBlock | Body | ElseBlock | None) -> tuple[str, ...]:
    """Return the ids that an author gave to a block and to what it holds."""
    return tuple(_ids(part)) if part is not None else ()


def _ids(part: SectionBlock | ArticleBlock | Body | ElseBlock) -> Iterator[str]:
    if not isinstance(part, ElseBlock) and part.id is not None:
        yield part.id
    inner: tuple[ArticleBlock | Body | ElseBlock, ...] = ()
    match part:
        case SectionBlock(body=body):
            inner = body
        case ArticleBlock(body=body) | HeadingBlock(body=body):
            inner = body
        case ChooseBlock(choose=parts):
            inner = parts
        case RowBlock(side_by_side=charts):
            inner = charts
        case ElseBlock(else_=tuple() as blocks):
            inner = blocks
        case _:
            pass
    for one in inner:
        yield from _ids(one)
