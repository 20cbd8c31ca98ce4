"""What a figure or table brings forward: the current period (本期), or an item by its label.

A figure shows items as categories or as series, a table as columns or as rows; the label is looked for in both.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.model.inline import plain
from reportgen.origins import BlockId
from reportgen.prose.labels import plain as normal
from reportgen.prose.scope import Scope
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.messages import ITEM_NOT_SHOWN
from reportgen.resolve.viewing import View
from reportgen.resolve.words import line
from reportgen.spec.blocks import ChartBlock, TableBlock

CURRENT = "本期"


def highlighted(
    part: ChartBlock | TableBlock,
    headings: Sequence[str],
    others: Sequence[str],
    shown: View,
    scope: Scope,
    block: BlockId,
    ledger: Ledger,
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return which of `headings` (categories, or columns) the spec asks to bring forward, or which of `others`.

    The others are series, or rows. None where the spec names none; those of `headings` go before those of `others`.
    """
    if part.highlight is None:
        return (), ()
    said = line(part.highlight, scope, block, ledger)
    wanted = plain(said).strip()
    if not wanted:
        return (), ()  # what it should have said is told where its expression stands
    if wanted == CURRENT and shown.selection.own_current is not None:
        wanted = shown.selection.own_current.label
    if found := _among(wanted, headings):
        return found, ()
    beside = _among(wanted, others)
    if not beside:
        labels = tuple(dict.fromkeys([*headings, *others]))
        ledger.note([ITEM_NOT_SHOWN.at(part.highlight.span, ledger.cell_of(said), label=wanted, labels=labels)])
    return (), beside


def _among(wanted: str, labels: Sequence[str]) -> tuple[int, ...]:
    return tuple(index for index, label in enumerate(labels) if normal(label) == normal(wanted))
