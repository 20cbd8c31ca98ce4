"""Saying a change: 较上年提升 1.8 个百分点; for lists 分别较上年提升 0.6 和 0.2 个百分点.

Where the items of a list went different ways each has its own word.
The sign of the printed number chooses the word, so that word and number never disagree; a printed zero is 持平.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.prose.directions import RATE, Verb
from reportgen.prose.messages import PRINTED_APART
from reportgen.prose.numbers import ATTACHED, magnitude, printed, printed_apart, rounded, unit_text
from reportgen.prose.phrase import Part, Phrase, Told, listed, phrase_of
from reportgen.prose.quantity import POINTS, Quantity, united
from reportgen.prose.values import NUMBER, WORD
from reportgen.values import dataclass

ALL = "均"
WITH = "与"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a change is put.

    `base` comes before the word (较上年), `object` after it (企业总体); where nothing changed, 与 and `level` replace
    both (与企业总体持平). `each` opens a list (分别); `base_first` puts it after the base: 同比分别增长. `points` is
    the verb for changes in percentage points, where it is another one (提升).
    """

    verb: Verb = RATE
    points: Verb | None = None
    base: Phrase = Phrase()
    object: Phrase = Phrase()
    level: Phrase | None = None
    base_first: bool = False
    each: str = "分别"

    def verb_of(self, change: Quantity) -> Verb:
        """Return the verb for one change."""
        return self.points if self.points is not None and change.unit == POINTS else self.verb


def sign_of(change: Quantity, house: Mapping[str, int]) -> int:
    """Return 1, 0 or -1 for a change that prints above, as, or below zero."""
    number = rounded(change, house)
    return (number > 0) - (number < 0)


def _word(said_of: Sequence[Quantity], sign: int, verb: Verb, together: Sequence[Quantity] = ()) -> Told:
    """Return the word for changes; it rests on those that it is said together with too, which could share one word."""
    derivation = "、".join(change.derivation for change in said_of)
    return Told(verb.word(sign), WORD, derivation, united(*(change.cells for change in together or said_of)))


def _told(text: str, changes: Sequence[Quantity]) -> Told:
    """Return a word that the changes chose together: 均 where all are nothing, 分别 where not."""
    derivation = "、".join(change.derivation for change in changes)
    return Told(text, WORD, derivation, united(*(change.cells for change in changes)))


def _number(change: Quantity, house: Mapping[str, int], *, unit: bool = True) -> Told:
    note = None
    if printed_apart(change, house):
        first, second = (printed(operand, house) for operand in change.operands)
        note = PRINTED_APART.at(
            None, change.cells[0].ref if change.cells else None, text=printed(change, house), first=first, second=second
        )
    return Told(magnitude(change, house, unit=unit), NUMBER, change.derivation, change.cells, note)


def magnitudes(changes: Sequence[Quantity], house: Mapping[str, int]) -> Phrase:
    """Return the sizes of changes as a list: signs such as % at each, a Chinese unit once, at the end."""
    if len(changes) == 1:
        return phrase_of(_number(changes[0], house))
    units = {change.unit for change in changes}
    once = len(units) == 1 and not units & set(ATTACHED)
    numbers = listed([_number(change, house, unit=not once)] for change in changes)
    return phrase_of(numbers, unit_text(changes[0].unit)) if once else numbers


def _one(change: Quantity, manner: Manner, house: Mapping[str, int], together: Sequence[Quantity] = ()) -> Phrase:
    """Return one change in words; `together` are all those of the list that it stands in."""
    sign = sign_of(change, house)
    verb = manner.verb_of(change)
    word = _word([change], sign, verb, together)
    base = () if together and manner.level is None else manner.base
    if sign == 0:
        return phrase_of(*_level(manner, together or [change], base), word)
    number = phrase_of(_number(change, house, unit=False), unit_text(change.unit))
    if not together or change.unit in ATTACHED:
        number = phrase_of(_number(change, house))
    return phrase_of(base, verb.adverb, word, manner.object, number)


def _level(manner: Manner, changes: Sequence[Quantity], base: Sequence[Part]) -> tuple[Part, ...]:
    """Return what stands before 持平."""
    return tuple(base) if manner.level is None else (_told(WITH, changes), *manner.level)


def said(changes: Sequence[Quantity], manner: Manner, house: Mapping[str, int]) -> Phrase:
    """Return the changes in words."""
    if len(changes) == 1:
        return _one(changes[0], manner, house)
    signs = {sign_of(change, house) for change in changes}
    lead = _told(manner.each, changes)
    each: tuple[Part | Phrase, ...] = (manner.base, lead) if manner.base_first else (lead, manner.base)
    if signs == {0}:
        return phrase_of(_told(ALL, changes), *_level(manner, changes, manner.base), _word(changes, 0, manner.verb))
    verbs = {manner.verb_of(change) for change in changes}
    if len(signs) == len(verbs) == 1:
        verb = verbs.pop()
        word = _word(changes, signs.pop(), verb)
        return phrase_of(*each, verb.adverb, word, manner.object, magnitudes(changes, house))
    if manner.level is not None:
        each = (lead,)
    return phrase_of(*each, listed(_one(change, manner, house, changes) for change in changes))
