"""A paragraph's text, measured: where each character begins in one endless line, and what each joint of two may do.

The only place that asks `cjk` about characters. Most joints are between two ideographs, where there is nothing to know;
the loop here visits the others alone, which makes it cheap.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, chain
from operator import add

from reportgen.cjk.classes import CharClass, classes
from reportgen.cjk.prohibition import address_places, kept_together, may_break
from reportgen.cjk.spacing import BLANK, blanks, squeezed_between, takes_gap
from reportgen.typeset.parameters import Parameters
from reportgen.typeset.run import Run
from reportgen.values import dataclass

_NOT_HAN = re.compile(f"[^{CharClass.HAN}]+")
_SHARES = {kind.value: (blanks(kind)[0] / BLANK, blanks(kind)[1] / BLANK) for kind in CharClass if any(blanks(kind))}
"""How a mark's blank lies before and after its ink."""

_MARK = re.compile(f"[{''.join(_SHARES)}]")
_HAN = CharClass.HAN.value
_STOP = CharClass.STOP.value

_ATTACHED = "\ufe0f"
"""What stands for the characters of a run off the baseline: a character that is part of the one before it."""

_NARROW = (CharClass.LETTER + CharClass.DIGIT + CharClass.INFIX + CharClass.HYPHEN + CharClass.LATIN_OPEN) + (
    CharClass.LATIN_CLOSE + CharClass.LATIN_DASH + CharClass.POSTFIX + CharClass.PREFIX + CharClass.SOLIDUS
)
"""Between two of these nothing stretches: letters of a word are not spaced to fill a line."""


@dataclass(frozen=True, slots=True)
class Joint:
    """What may happen between two neighbours, in em.

    `breaks`: a line may end here. `rigid`: nothing else may happen. `spaced`: the first is a space that may turn out to
    be a gap of Latin text. `gap` is natural and may lose `shrink`; `marks` tells that blanks of full-width marks lie
    here, of which `squeezed` goes at once; `stretch` is the share in stretching a line.
    """

    breaks: bool
    stretch: float
    rigid: bool = False
    spaced: bool = False
    gap: float = 0.0
    shrink: float = 0.0
    marks: bool = False
    squeezed: float = 0.0


@dataclass(frozen=True, slots=True)
class Measured:
    """A paragraph ready for breaking: lists by character, lengths in pt.

    `at[k]` is where character k begins in the endless line (one entry more than there are characters). `gap`, `shrink`
    and `stretch` belong to the joint after each character; `shrunk[k]` and `weight[k]` are the sums of `shrink` and
    `stretch` over the joints before character k. `breaks[k]` says whether a line may begin with character k. `odd`
    lists the joints that are not plain, in order, and `latin` those of them that are gaps of Latin text. `before` and
    `after` hold the blanks of full-width marks that may go at a line's start and end, `most` what may go at the end of
    a tight line. `em` is the first run's size and `spread` the extra space after every character.
    """

    text: str
    kinds: str
    advances: list[float]
    at: list[float]
    gap: list[float]
    shrink: list[float]
    stretch: list[float]
    shrunk: list[float]
    weight: list[float]
    breaks: bytearray
    odd: list[int]
    latin: set[int]
    before: dict[int, float]
    after: dict[int, float]
    most: dict[int, float]
    em: float
    spread: float

    def natural(self, start: int, end: int) -> float:
        """Return the width of a line of the characters `start` up to `end`, its marks whole."""
        return self.at[end - 1] + self.advances[end - 1] - self.at[start]


@lru_cache(maxsize=8)
def joints(parameters: Parameters) -> dict[str, Joint]:
    """Return the joint of each pair of classes; of three, where the one in the middle is a space that is a gap."""
    pairs = {before + after: _joint(before, after, parameters) for before in CharClass for after in CharClass}
    spaced = {
        before + CharClass.SPACE + after: _latin_gap(parameters, breaks=True)
        for before in CharClass
        for after in CharClass
        if parameters.latin_gap and takes_gap(before, after, spaced=True)
    }
    return pairs | spaced


def _joint(before: CharClass, after: CharClass, parameters: Parameters) -> Joint:
    breaks = may_break(before, after)
    if takes_gap(before, after):
        return _latin_gap(parameters, breaks=breaks)
    if before in CharClass.SPACE + CharClass.GLUE:
        # As after the interpunct, or it would stand nearer to what follows.
        middle = after == CharClass.INTERPUNCT and parameters.squeeze
        squeezed = min(squeezed_between(before, after), parameters.blank) if middle else 0.0
        return Joint(breaks, parameters.space_weight, spaced=True, marks=middle, squeezed=squeezed)
    if blanks(before)[1] or blanks(after)[0]:
        squeezed = min(squeezed_between(before, after), parameters.blank) if parameters.squeeze else 0.0
        return Joint(breaks, 0.0 if after in CharClass.SPACE else 1.0, marks=True, squeezed=squeezed)
    halves = before == after and before in CharClass.DASH + CharClass.ELLIPSIS
    rigid = halves or after in CharClass.SPACE + CharClass.JOINED or (before in _NARROW and after in _NARROW)
    return Joint(breaks, 1.0, rigid=rigid)


def _latin_gap(parameters: Parameters, *, breaks: bool) -> Joint:
    shrink = parameters.latin_gap - parameters.latin_gap_least
    return Joint(breaks, parameters.latin_weight, gap=parameters.latin_gap, shrink=shrink)


def measure_text(runs: Sequence[Run], spread: float, parameters: Parameters) -> Measured:
    """Return the text of `runs` measured; `spread` is extra space after every character."""
    text = "".join([run.text if not run.shift else _ATTACHED * len(run.text) for run in runs])
    count = len(text)
    advances = list(map(float, chain.from_iterable([run.advances for run in runs])))
    if len(advances) != count:
        msg = f"{count} characters have {len(advances)} advances"
        raise ValueError(msg)
    kinds = classes(text)
    sizes = _sizes(runs)
    before, after, most = _blanks(kinds, advances, sizes, parameters)
    table = joints(parameters)
    gap, shrink, stretch = [spread] * count, [0.0] * count, [1.0] * count
    breaks = bytearray(b"\1") * (count + 1)
    breaks[0] = 0
    odd: list[int] = []
    latin: set[int] = set()
    for found in _NOT_HAN.finditer(kinds):
        start, end = found.span()
        for index in range(start - 1 if start else 0, end if end < count else count - 1):
            odd.append(index)
            joint = table[kinds[index : index + 2]]
            if not joint.breaks:
                breaks[index + 1] = 0
            if joint.rigid:
                stretch[index] = 0.0
                continue
            # A wider space than the plain one was typed for its width.
            if joint.spaced and index and text[index] == " " and (spaced := table.get(kinds[index - 1 : index + 2])):
                joint = spaced
                gap[index] -= advances[index]
            stretch[index] = joint.stretch
            if joint.marks:
                room = after.get(index, 0.0) + before.get(index + 1, 0.0)
                squeezed = min(room, joint.squeezed * sizes[index])
                gap[index] -= squeezed
                shrink[index] = room - squeezed
            elif joint.gap:
                size = sizes[_han_beside(kinds, index)]
                gap[index] += joint.gap * size
                shrink[index] = joint.shrink * size
                latin.add(index)
    if parameters.keep_units:
        for start, end in kept_together(text):
            breaks[start:end] = bytes(end - start)
    for place in address_places(text):
        breaks[place] = 1
    return Measured(
        text,
        kinds,
        advances,
        list(accumulate(map(add, advances, gap), initial=0.0)),
        gap,
        shrink,
        stretch,
        list(accumulate(shrink, initial=0.0)),
        list(accumulate(stretch, initial=0.0)),
        breaks,
        odd,
        latin,
        before,
        after,
        most,
        sizes[0] if count else 0.0,
        spread,
    )


def _han_beside(kinds: str, index: int) -> int:
    """Return which neighbour of the joint after `index` is Chinese: its size is the gap's em."""
    return next((place for place in (index, index + 1, index - 1) if kinds[place] == _HAN), index)


def _sizes(runs: Sequence[Run]) -> Sequence[float]:
    """Return each character's size."""
    sizes: list[float] = []
    for run in runs:
        sizes += [run.size] * len(run.text)
    return sizes


def _blanks(
    kinds: str, advances: Sequence[float], sizes: Sequence[float], parameters: Parameters
) -> tuple[dict[int, float], dict[int, float], dict[int, float]]:
    """Return the blanks before and after full-width marks, and what may go after each at the end of a tight line.

    A mark that its face draws narrow has no blank to lose: ink takes half an em.
    """
    before: dict[int, float] = {}
    after: dict[int, float] = {}
    most: dict[int, float] = {}
    for found in _MARK.finditer(kinds):
        index = found.start()
        size = sizes[index]
        room = min(parameters.blank * size, advances[index] - size / 2)
        if room <= 0:
            continue
        left, right = _SHARES[kinds[index]]
        if left:
            before[index] = room * left
        if right:
            after[index] = room * right
            most[index] = max(room, parameters.stop_blank * size) if kinds[index] == _STOP else room * right
    return before, after, most
