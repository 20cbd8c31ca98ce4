"""The space within a line: stretched or tightened so that the line ends on the measure.

A line is stretched at every joint that may give, in proportion to its share. It is tightened in the order of clreq
§6.2: the blank of the final mark, the blanks of marks within the line, the gaps between Chinese and Latin, and at the
very last what a stop at the end can still give without its ink leaving the measure.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import field

from reportgen.typeset.analysis import Measured
from reportgen.typeset.run import Align, Line, Piece
from reportgen.values import dataclass

_NEGLIGIBLE = 1e-9


@dataclass(frozen=True, slots=True)
class Setting:
    """How a line is set, in pt: `stretch` for each share, `taken` at single joints, `trimmed` from the final mark."""

    stretch: float = 0.0
    taken: dict[int, float] = field(default_factory=dict)
    trimmed: float = 0.0


def setting(text: Measured, start: int, end: int, room: float, *, fills: bool) -> Setting:
    """Return how the characters `start` up to `end` are set in `room`.

    A line that `fills` ends exactly there, its final full-width mark trimmed to its ink's half (GB/T 15834 5.1.10);
    another is only kept from being longer.
    """
    last = end - 1
    width = text.natural(start, end)
    blank = text.after.get(last, 0.0)
    if width - (blank if fills else 0.0) <= room:
        weight = text.weight[last] - text.weight[start]
        if not fills or weight <= 0:
            return Setting()
        return Setting(stretch=(room - width + blank) / weight, trimmed=blank)
    return _tightened(text, start, last, width - room)


def _tightened(text: Measured, start: int, last: int, excess: float) -> Setting:
    """Return the setting of a line that is `excess` too long with its final mark whole."""
    trimmed = min(excess, text.after.get(last, 0.0))
    excess -= trimmed
    taken: dict[int, float] = {}
    inside = [k for k in text.odd[bisect_left(text.odd, start) : bisect_left(text.odd, last)] if text.shrink[k] > 0]
    for group in ([k for k in inside if k not in text.latin], [k for k in inside if k in text.latin]):
        all_of_it = sum(text.shrink[k] for k in group)
        if all_of_it > 0 and excess > _NEGLIGIBLE:
            share = min(1.0, excess / all_of_it)
            taken.update((k, text.shrink[k] * share) for k in group)
            excess -= all_of_it * share
    more = min(excess, max(0.0, text.most.get(last, 0.0) - trimmed))
    return Setting(taken=taken, trimmed=trimmed + max(0.0, more))


def set_line(
    text: Measured,
    run_starts: Sequence[int],
    start: int,
    end: int,
    *,
    origin: float,
    left: float,
    room: float,
    align: Align,
    last: bool,
) -> Line:
    """Return the line of the characters `start` up to `end`.

    `origin` is the place in the endless line that lies at `left`, `room` the width from there on.
    """
    trimmed_start = origin - text.at[start]
    made = setting(text, start, end, room + trimmed_start, fills=align is Align.JUSTIFY and not last)
    natural = text.natural(start, end) - trimmed_start
    width = natural - made.trimmed - sum(made.taken.values())
    width += made.stretch * (text.weight[end - 1] - text.weight[start])
    if align is Align.RIGHT:
        left += room - width
    elif align is Align.CENTER:
        left += (room - width) / 2
    pieces = _pieces(text, run_starts, start, end, left - trimmed_start, made)
    return Line(start, end, pieces, natural, left + width, last)


def _pieces(
    text: Measured, run_starts: Sequence[int], start: int, end: int, x: float, made: Setting
) -> tuple[Piece, ...]:
    """Return the line's pieces, one for each run; `x` is where its first character begins."""
    pieces = []
    run = bisect_right(run_starts, start) - 1
    place = start
    shift = x - text.at[start] - made.stretch * text.weight[start]
    taken = 0.0
    while place < end:
        stop = min(end, run_starts[run + 1])
        if stop > place:
            base = run_starts[run]
            spacing, gaps = _gaps(text, place, stop, made)
            at = shift + text.at[place] + made.stretch * text.weight[place] - taken
            pieces.append(Piece(run, place - base, stop - base, at, spacing, gaps))
            if made.taken:
                taken += sum(amount for joint, amount in made.taken.items() if place <= joint < stop)
        place, run = max(place, stop), run + 1
    return tuple(pieces)


def _gaps(text: Measured, start: int, end: int, made: Setting) -> tuple[float, tuple[tuple[int, float], ...]]:
    """Return the usual spacing within a piece, and the joints (counted from its start) that differ from it."""
    if end - start == 1:
        return text.spread, ()
    odd = text.odd[bisect_left(text.odd, start) : bisect_left(text.odd, end - 1)]
    if 2 * len(odd) <= end - 1 - start:
        usual, joints = text.spread + made.stretch, odd
    else:
        usual, joints = text.spread, list(range(start, end - 1))
    gaps = []
    for joint in joints:
        space = text.gap[joint] + made.stretch * text.stretch[joint] - made.taken.get(joint, 0.0)
        if abs(space - usual) > _NEGLIGIBLE:
            gaps.append((joint - start, space))
    return usual, tuple(gaps)
