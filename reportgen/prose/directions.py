"""Words for a change and their opposites: data, and how an author's word is read with them.

An author writes the word for the way things went (提升了); when the data turn, its opposite is printed (下降了).
"""

from __future__ import annotations

from reportgen.errors import Faulty
from reportgen.prose.messages import NO_OPPOSITE
from reportgen.values import dataclass

OPPOSITES: tuple[tuple[str, str], ...] = (
    ("提升", "下降"),
    ("增长", "下降"),
    ("提高", "降低"),
    ("上升", "下降"),
    ("增加", "减少"),
    ("增多", "减少"),
    ("扩大", "缩小"),
    ("上涨", "下跌"),
    ("回升", "回落"),
    ("加快", "放缓"),
    ("高出", "低于"),
    ("高于", "低于"),
    ("多于", "少于"),
    ("攀升", "下滑"),
    ("改善", "恶化"),
    ("增强", "减弱"),
    ("拉长", "缩短"),
    ("升至", "降至"),
    ("升", "降"),
    ("涨", "跌"),
    ("增", "减"),
)
"""Pairs of a word for a rise and the word for a fall. The first pair with a word is the one that answers it."""

FALLS_ONLY: tuple[tuple[str, str], ...] = (("收窄", "扩大"), ("减慢", "加快"), ("跌落", "上涨"))
"""More words for a fall, with the word for a rise that answers them."""

ADVERBS = (
    "大幅度", "大幅", "小幅", "明显", "显著", "略微", "略有", "略", "稍", "微幅", "稳步", "持续", "继续", "快速",
    "迅速", "逐步", "进一步", "平稳", "再",
)  # fmt: skip
"""Words that say how; they stay when the direction turns."""


@dataclass(frozen=True, slots=True)
class Verb:
    """What is said of a change: `adverb`, then `rise` or `fall`, then `ending` (了)."""

    rise: str
    fall: str
    level: str = "持平"
    adverb: str = ""
    ending: str = ""

    def word(self, sign: int) -> str:
        """Return the word for a change of this sign, without the adverb."""
        return self.level if sign == 0 else (self.rise if sign > 0 else self.fall) + self.ending


RATE = Verb("增长", "下降")
POINTS = Verb("提升", "下降")
ABOVE = Verb("高出", "低于")
HIGHER = Verb("高", "低")
FASTER = Verb("加快", "放缓")


def read_verb(text: str, usual: Verb) -> Verb:
    """Return what the author's word says: an adverb, a word for a change, or both (大幅, 提升了, 大幅提升了).

    An adverb alone keeps the `usual` words. Raises Faulty for a word whose opposite is not known.
    """
    rest = "".join(text.split())
    adverb = ""
    while found := next((a for a in ADVERBS if rest.startswith(a)), None):
        adverb += found
        rest = rest.removeprefix(found)
    ending = "了" if rest.endswith("了") else ""
    stem = rest.removesuffix("了")
    if not stem and not ending:
        return Verb(usual.rise, usual.fall, usual.level, adverb, usual.ending)
    for rise, fall in OPPOSITES:
        if stem == rise:
            return Verb(rise, fall, usual.level, adverb, ending)
    if stem == usual.fall:
        return Verb(usual.rise, usual.fall, usual.level, adverb, ending)
    for rise, fall in (*OPPOSITES, *((rise, fall) for fall, rise in FALLS_ONLY)):
        if stem == fall:
            return Verb(rise, fall, usual.level, adverb, ending)
    known = tuple(rise for rise, _ in OPPOSITES)
    raise Faulty([NO_OPPOSITE.at(word=text, known=known)])
