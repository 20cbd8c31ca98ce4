"""What a figure or table brings forward: the current period (本期), or an item by its label."""

from __future__ import annotations

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
    part: ChartBlock | TableBlock, headings: tuple[str, ...], shown: View, scope: Scope, block: BlockId, ledger: Ledger
) -> tuple[int, ...]:
    """Return which of `headings` (categories, or columns) the spec asks to bring forward; none where it names none."""
    if part.highlight is None:
        return ()
    wanted = plain(line(part.highlight, scope, block, ledger)).strip()
    if not wanted:
        return ()  # what it should have said is told where its expression stands
    if wanted == CURRENT and shown.selection.own_current is not None:
        wanted = shown.selection.own_current.label
    found = tuple(index for index, heading in enumerate(headings) if normal(heading) == normal(wanted))
    if not found:
        ledger.note([ITEM_NOT_SHOWN.at(part.highlight.span, label=wanted, labels="、".join(headings))])
    return found
