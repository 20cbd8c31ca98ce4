"""Where a line may not end (禁则): between which classes of characters, and within which numbers.

`PROHIBITIONS` is the whole rule; `may_break` asks it about two neighbours. A number and its unit are more than two
neighbours and have a pattern of their own. What to do where a break is prohibited is the typesetter's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from reportgen.cjk.classes import CharClass, classes
from reportgen.values import dataclass

ANY = "".join(CharClass)
_WORD = CharClass.LETTER + CharClass.DIGIT
_SPACES = CharClass.SPACE + CharClass.GLUE


def _except(members: str) -> str:
    return "".join(letter for letter in ANY if letter not in members)


@dataclass(frozen=True, slots=True)
class Prohibition:
    """No line ends between a character of a class in `before` and one of a class in `after`.

    `example` shows the forbidden place as `|`.
    """

    before: str
    after: str
    clause: str
    example: str


PROHIBITIONS: tuple[Prohibition, ...] = (
    # What may not begin a line.
    Prohibition(ANY, CharClass.STOP, "GB/T 15834 5.1.1, 5.1.2; clreq §6.1.1", "保持平稳|，较上年"),
    Prohibition(ANY, CharClass.CLOSE, "GB/T 15834 5.1.3; clreq §6.1.1", "（参见图|）"),
    Prohibition(ANY, CharClass.CLOSE_QUOTE, "GB/T 15834 5.1.3; clreq §6.1.1", "“知识产权|”"),
    Prohibition(ANY, CharClass.CONNECTOR, "GB/T 15834 5.1.6; clreq §6.1.1", "五十万元|～一百万元"),
    Prohibition(ANY, CharClass.INTERPUNCT, "GB/T 15834 5.1.7; clreq §6.1.1", "列夫|·托尔斯泰"),
    Prohibition(ANY, CharClass.SOLIDUS, "GB/T 15834 5.1.9; clreq §6.1.1", "合作|/委托"),
    Prohibition(ANY, CharClass.INFIX, "UAX #14 LB13", "汉字|, 汉字"),
    Prohibition(ANY, CharClass.LATIN_CLOSE, "UAX #14 LB13", "(汉字|)"),
    Prohibition(ANY, CharClass.POSTFIX, "clreq §6.1.2", "46.7|%"),
    Prohibition(ANY, CharClass.WIDE_POSTFIX, "clreq §6.1.2", "25|℃"),
    Prohibition(ANY, CharClass.JOINED, "UAX #14 LB9", "e|\u0301"),
    # What may not end a line.
    Prohibition(CharClass.OPEN, ANY, "GB/T 15834 5.1.3; clreq §6.1.1", "（|参见图"),
    Prohibition(CharClass.OPEN_QUOTE, ANY, "GB/T 15834 5.1.3; clreq §6.1.1", "“|知识产权"),
    Prohibition(CharClass.SOLIDUS, ANY, "GB/T 15834 5.1.9; clreq §6.1.1", "合作/|委托"),
    Prohibition(CharClass.LATIN_OPEN, ANY, "UAX #14 LB14", "(|汉字"),
    # What may not come apart.
    Prohibition(CharClass.DASH, CharClass.DASH, "GB/T 15834 5.1.4; clreq §6.1.2", "系列—|—专题一"),
    Prohibition(CharClass.ELLIPSIS, CharClass.ELLIPSIS, "GB/T 15834 5.1.5; clreq §6.1.2", "等等…|…"),
    Prohibition(CharClass.CLOSE_QUOTE, CharClass.OPEN_QUOTE, "UAX #14 LB19", "“甲”|“乙”"),
    Prohibition(
        CharClass.PREFIX + CharClass.WIDE_PREFIX, _WORD + CharClass.LATIN_OPEN, "clreq §6.1.2; UAX #14 LB25", "￥|1234"
    ),
    Prohibition(_WORD, _WORD, "clreq §6.1.2; UAX #14 LB23, LB25, LB28", "19|13"),
    Prohibition(CharClass.WIDE_DIGIT, CharClass.WIDE_DIGIT, "clreq §6.1.2", "１９|１３"),
    Prohibition(_WORD, CharClass.PREFIX, "UAX #14 LB24", "3|±1"),
    Prohibition(CharClass.INFIX, _WORD + CharClass.LATIN_OPEN + CharClass.PREFIX, "UAX #14 LB25, LB29", "19.|13"),
    Prohibition(_except(_SPACES), CharClass.HYPHEN, "GB/T 15834 5.1.6; UAX #14 LB21", "state|-of"),
    Prohibition(CharClass.HYPHEN, _WORD + CharClass.PREFIX, "UAX #14 LB25", "state-|of"),
    Prohibition(_WORD + CharClass.POSTFIX, CharClass.LATIN_OPEN, "UAX #14 LB30", "f|(x)"),
    Prohibition(CharClass.LATIN_CLOSE, _WORD, "UAX #14 LB30", "(s)|he"),
    Prohibition(CharClass.POSTFIX, _WORD, "UAX #14 LB25", "5%|x"),
    Prohibition(_WORD + CharClass.INFIX, CharClass.LATIN_DASH, "UAX #14 LB17", "word|—word"),
    # Spaces belong to the line they end, where they vanish; glue holds on both sides.
    Prohibition(ANY, CharClass.SPACE, "UAX #14 LB7", "国家|\u3000国家"),
    Prohibition(CharClass.GLUE, ANY, "UAX #14 LB12", "国家\u00a0|国家"),
    Prohibition(ANY, CharClass.GLUE, "UAX #14 LB12", "国家|\u00a0国家"),
)


_COUNT = "十百千万亿"
_UNITS: tuple[str, ...] = (
    *("个百分点", "百分点", "个基点", "基点", "美元", "欧元", "日元", "港元", "人次", "小时", "分钟", "季度"),
    *("平方公里", "平方米", "立方米", "公里", "公顷", "公斤", "千克", "千瓦时"),
    *"年月日时分秒个元件倍项家户次名位人页章条版期款台套辆吨米号种类届所份只艘架株头册部篇场起例宗笔批层座栋",
    *"间亩克升度天周岁折角席轮组排股点成",
)
"""Units and classifiers that follow a number in the language of bulletins."""

_MEASURED = re.compile(rf"[0-9][ \u00a0]?(?:[{_COUNT}]+[余多]?(?:{{0}})?|[余多]?(?:{{0}}))".format("|".join(_UNITS)))


_LABELLED = re.compile(r"[图表第件栏][ \u00a0]?(?=[0-9])")
"""What precedes a number as its label, by its last character: 图 1, 附件 2, 专栏 3, 第 4."""

_ADDRESS = re.compile(r"(?:[a-z]+://|www\.)[!-~]+", re.IGNORECASE)
_STEP = re.compile(r"(?<=[^/:])/+(?=[^/])")


def may_break(before: str, after: str) -> bool:
    """Return whether a line may end between a character of class `before` and one of class `after`."""
    return not any(before in row.before and after in row.after for row in PROHIBITIONS)


def kept_together(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a number must not come apart from its unit (14.4 个百分点, 2024 年, 1063 万余件) or its label (图 1).

    Each pair is a stretch of offsets at which no line may begin (clreq §6.1.2: what is measured stays with its number).
    """
    for found in _MEASURED.finditer(text):
        yield found.start() + 1, found.end()
    for found in _LABELLED.finditer(text):
        yield found.start() + 1, found.end() + 1


def glued(text: str) -> str:
    """Return `text` with a no-break space for each plain one within what must not come apart.

    For programs that know nothing of labels and units; the space is as wide.
    """
    if " " not in text:
        return text
    held = {place for start, end in kept_together(text) for place in range(start, end) if text[place] == " "}
    return "".join("\u00a0" if place in held else char for place, char in enumerate(text)) if held else text


def address_places(text: str) -> tuple[int, ...]:
    """Return where a line may begin within web addresses, which would otherwise be words too long for a line.

    That is after a solidus: UAX #14 LB13 and SY allow it, and GB/T 15834 5.1.9 speaks of another use of the sign.
    """
    if "://" not in text and "www." not in text:
        return ()
    return tuple(
        address.start() + step.end() for address in _ADDRESS.finditer(text) for step in _STEP.finditer(address.group())
    )


def holds_address(text: str) -> bool:
    """Return whether `text` holds a web address, a word that without its `address_places` may be half a line long."""
    return _ADDRESS.search(text) is not None


def break_places(text: str) -> tuple[int, ...]:
    """Return every offset within `text` at which a line may begin, in order."""
    kinds = classes(text)
    held = {place for start, end in kept_together(text) for place in range(start, end)}
    free = {place for place, pair in enumerate(pairwise(kinds), start=1) if _may_break_pair(*pair)}
    return tuple(sorted((free | set(address_places(text))) - held))


_may_break_pair = cache(may_break)
