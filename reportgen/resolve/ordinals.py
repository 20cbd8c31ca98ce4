"""Whether the numbers of a report's figures and tables tell them apart, and follow one another.

Numbers are pinned in one spec and blocks come and go in another that derives from it, so neither author sees both.
Giving the numbers is the plan's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reportgen.conventions.sayings import Conventions
from reportgen.diagnostics import Problem
from reportgen.model.block import CaptionKind
from reportgen.origins import Span
from reportgen.resolve.messages import NUMBER_GOES_BACK, NUMBER_TWICE
from reportgen.resolve.plan import Planned, has_caption
from reportgen.spec.blocks import ChartBlock, ImageBlock, TableBlock


def misnumbered(planned: Iterable[Planned], file: str, conventions: Conventions) -> Iterator[Problem]:
    """Yield a problem for each number that stands twice; where none does, for each that is less than the one before.

    Of two places at odds, the one in `file` is told, since a base is not this author's to change.
    """
    blocks = tuple(block for block in planned if block.ordinal is not None)
    for kind, label in ((CaptionKind.FIGURE, conventions.figure), (CaptionKind.TABLE, conventions.table)):
        numbered = [block for block in blocks if has_caption(block.part) is kind]
        saying = f"{label}{conventions.label_gap}"
        yield from tuple(_twice(numbered, file, saying)) or _going_back(numbered, saying)


def _twice(numbered: Iterable[Planned], file: str, saying: str) -> Iterator[Problem]:
    seen: dict[int | None, Planned] = {}
    for block in numbered:
        first = seen.setdefault(block.ordinal, block)
        if first is not block:
            told, other = _told_first(first, block, file)
            yield NUMBER_TWICE.at(_place(told), number=f"{saying}{block.ordinal}", other=_place(other))


def _going_back(numbered: Sequence[Planned], saying: str) -> Iterator[Problem]:
    for before, block in pairwise(numbered):
        if (block.ordinal or 0) < (before.ordinal or 0):
            number, last = f"{saying}{block.ordinal}", f"{saying}{before.ordinal}"
            yield NUMBER_GOES_BACK.at(_place(block), number=number, before=last, other=_place(before))


def _told_first(first: Planned, second: Planned, file: str) -> tuple[Planned, Planned]:
    """Return which of two blocks with one number is told, and the other one."""
    return (first, second) if _place(first).file == file != _place(second).file else (second, first)


def _place(block: Planned) -> Span:
    """Return where a block's number is pinned, or the block where it only counts on."""
    part = block.part
    assert isinstance(part, ChartBlock | TableBlock | ImageBlock), "only these have ordinals"
    return part.span if part.number is None else part.at("number")
