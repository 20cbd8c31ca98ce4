"""Where the lines of a paragraph end.

First fit, line by line, as the house layout was set: a line takes what fits. Where the next character may not begin a
line, and for the sake of a closing mark further on, the line is tightened before anything is pushed out (clreq §6.1.1:
先挤进，后推出; GB/T 15834 5.1.11). How the space is then shared out is the business of `justification`.
"""

from __future__ import annotations

from bisect import bisect_right

from reportgen.cjk.classes import CharClass
from reportgen.cjk.spacing import is_closing, is_opening
from reportgen.typeset.analysis import Measured
from reportgen.typeset.parameters import Parameters

_SPACE = CharClass.SPACE.value
_JOINED = CharClass.JOINED.value
_NARROW_MARKS = CharClass.INFIX + CharClass.LATIN_OPEN + CharClass.LATIN_CLOSE + CharClass.SPACE + CharClass.JOINED
_MARKS = _NARROW_MARKS + "".join(kind for kind in CharClass if is_closing(kind) or is_opening(kind))


def break_lines(text: Measured, measure: float, indent: float, parameters: Parameters) -> list[tuple[int, int]]:
    """Return each line's start and end; spaces where lines begin and end belong to none of them."""
    final = _without_spaces(text, 0, len(text.text))
    room = measure + parameters.tolerance * text.em
    lines: list[tuple[int, int]] = []
    slack = max(text.most.values(), default=0.0)
    start, following = _after_spaces(text, 0, final), 0
    while start < final:
        first = not lines
        limit = line_origin(text, start, first, indent, parameters) + room - (indent if first else 0.0)
        end = _fitting(text, start, limit, final)
        if end < final:
            natural = text.breaks.rfind(1, start + 1, end + 1)
            pulled = _pulled(text, start, end, limit, final, slack, natural == end) if parameters.pull_in else 0
            if pulled:
                end = pulled
            elif natural != end:
                if following <= end:
                    following = text.breaks.find(1, end + 1)
                fits_alone = (
                    natural > start and text.natural(natural, _without_spaces(text, natural, following)) <= room
                )
                end = natural if fits_alone else _emergency(text, start, end)
        lines.append((start, _without_spaces(text, start, end)))
        start = _after_spaces(text, end, final)
    if parameters.avoid_single and len(lines) > 1:
        _avoid_single(text, lines, room, indent, parameters)
    return lines


def line_origin(text: Measured, start: int, first: bool, indent: float, parameters: Parameters) -> float:  # noqa: FBT001
    """Return the place in the endless line that comes to lie at the line's left edge.

    An opening mark at a line's start loses its blank (clreq §6.2), in an indented first line only where asked for.
    """
    trims = parameters.squeeze and (parameters.trim_indented or not first or not indent)
    return text.at[start] + (text.before.get(start, 0.0) if trims else 0.0)


def _fitting(text: Measured, start: int, limit: float, final: int) -> int:
    """Return the furthest end of a line that fits as it is, its final mark trimmed; one character at least."""
    end = bisect_right(text.at, limit, start + 1, final + 1) - 1
    while end < final and text.at[end] + text.advances[end] - text.after.get(end, 0.0) <= limit:
        end += 1
    return _after_spaces(text, max(end, start + 1), final)


def _pulled(
    text: Measured,
    start: int,
    end: int,
    limit: float,
    final: int,
    slack: float,
    free: bool,  # noqa: FBT001
) -> int:
    """Return the end beyond `end` that the line, tightened, should reach; 0 where it should not.

    That is the furthest closing mark within reach; or, where no line may begin at `end` (`free` is false), the next
    place where one may. No final mark can give more than `slack`.
    """
    reach = limit - text.shrunk[start]
    nearest = furthest = 0
    for last in range(end, final):
        kind = text.kinds[last]
        if kind == _SPACE:
            continue
        tight = text.at[last] + text.advances[last] - text.shrunk[last]
        if tight - slack > reach:
            break
        place = _after_spaces(text, last + 1, final)
        if tight - text.most.get(last, 0.0) <= reach and (place == final or text.breaks[place]):
            if is_closing(kind):
                furthest = place
            elif not free and not nearest:
                nearest = place
    return furthest or nearest


def _emergency(text: Measured, start: int, end: int) -> int:
    """Return where to cut a word that is longer than a line: where it is full, but never before a combining mark."""
    cut = end
    while cut > start + 1 and text.kinds[cut] == _JOINED:
        cut -= 1
    return cut if text.kinds[cut] != _JOINED else end


def _avoid_single(
    text: Measured, lines: list[tuple[int, int]], room: float, indent: float, parameters: Parameters
) -> None:
    """Give a last line of a single character company, or no line of its own (clreq §6.1; GB/T 15834 5.1.11)."""
    (start, end), (last_start, last_end) = lines[-2:]
    if len(text.kinds[last_start:last_end].strip(_MARKS)) != 1:
        return
    first = len(lines) == 2
    limit = line_origin(text, start, first, indent, parameters) + room - (indent if first else 0.0)
    last = last_end - 1
    tight = text.at[last] + text.advances[last] - text.shrunk[last] + text.shrunk[start] - text.most.get(last, 0.0)
    if parameters.pull_in and tight <= limit:
        lines[-2:] = [(start, last_end)]
        return
    place = text.breaks.rfind(1, start + 2, end)
    if place > 0 and text.natural(place, last_end) - text.after.get(last, 0.0) <= room:
        lines[-2:] = [(start, _without_spaces(text, start, place)), (place, last_end)]


def _after_spaces(text: Measured, place: int, final: int) -> int:
    while place < final and text.kinds[place] == _SPACE:
        place += 1
    return place


def _without_spaces(text: Measured, start: int, end: int) -> int:
    while end > start and text.kinds[end - 1] == _SPACE:
        end -= 1
    return end
