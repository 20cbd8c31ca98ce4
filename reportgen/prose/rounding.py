"""Saying numbers roundly: in whole 万 (1063 万余件), and in tenths (超四成)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from reportgen.errors import Faulty
from reportgen.prose.messages import NOT_TENTHS
from reportgen.prose.numbers import NUMERALS, in_ten_thousands, printed, rounded
from reportgen.prose.phrase import Phrase, Told, listed, phrase_of
from reportgen.prose.quantity import PERCENT, united
from reportgen.prose.saying import Saying
from reportgen.prose.values import NUMBER, WORD, as_many


def ten_thousands(saying: Saying) -> Phrase:
    """Say amounts in whole 万."""
    several = as_many(saying.subject, f"| {saying.name}").quantities
    return listed(
        [Told(in_ten_thousands(quantity, saying.scope.house), NUMBER, quantity.derivation, quantity.cells)]
        for quantity in several
    )


ABOVE_WORDS = ("超过", "超出", "超", "逾", "突破", "高于")
BELOW_WORDS = ("不足", "不到", "低于", "不超过")
NEAR_WORDS = ("接近", "近", "将近")
ALL_WORDS = ("均", "都", "皆", "全部")


def tenths_said(values: Sequence[Decimal], word: str) -> str | None:
    """Return 四成 for percentages of which `word` (超过, 不足, 近, each with 均) is true, or None.

    Above: the most whole tenths that all exceed. Below: the fewest that none reaches. Near: below, by one percent at
    most.
    """
    bare = next((word.removeprefix(a) for a in ALL_WORDS if word.startswith(a)), word)
    lowest, highest = min(values), max(values)
    if bare in ABOVE_WORDS:
        count = int((lowest / 10).to_integral_value(ROUND_FLOOR))
        true = lowest > count * 10
    elif bare in BELOW_WORDS or bare in NEAR_WORDS:
        count = int((highest / 10).to_integral_value(ROUND_CEILING))
        true = highest < count * 10 or bare == "不超过"
        if bare in NEAR_WORDS:
            true = true and lowest >= count * 10 - 1
    else:
        return None
    return f"{NUMERALS[count]}成" if true and 1 <= count <= 10 else None


def usual_tenths(value: Decimal) -> str | None:
    """Return a percentage in tenths: 四成 for exactly 40, 近四成 from 39 on, 超四成 above 40, 不足一成 below 9."""
    if not 0 < value <= 100:
        return None
    whole, rest = divmod(value, 10)
    if rest == 0:
        return f"{NUMERALS[int(whole)]}成"
    for word in ("近", "超", "不足"):
        said_as = tenths_said([value], word)
        if said_as is not None and said_as != "十成":
            return word + said_as
    return None


def in_tenths(saying: Saying) -> Phrase:
    """Say percentages in tenths."""
    what = f"| {saying.name}"
    several = as_many(saying.subject, what).quantities
    word = saying.word(0)
    values = [rounded(quantity, saying.scope.house) for quantity in several]
    cells = united(*(quantity.cells for quantity in several))
    derivation = "、".join(quantity.derivation for quantity in several)
    percent = all(quantity.unit == PERCENT for quantity in several)
    text = tenths_said(values, word) if word and percent else usual_tenths(values[0]) if percent else None
    if text is None or (not word and len(values) > 1):
        shown = "、".join(printed(quantity, saying.scope.house) for quantity in several)
        raise Faulty([NOT_TENTHS.at(what=f"{derivation}（{shown}）", word=word)])
    return phrase_of(word, Told(text, WORD, derivation, cells))
