"""Counters and how they are written: 1, 2, 3 or 一, 二, 三; with what stands before and after.

A bottom room: conventions say the formats, the document carries them, Word keeps them live.
"""

from __future__ import annotations

from enum import StrEnum

from reportgen.values import dataclass

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")


class Numeral(StrEnum):
    """How a counter is written."""

    DECIMAL = "decimal"
    CHINESE = "chinese"


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a number is written: `before`, the counter, `after` (（一）, `1. `, `1) `)."""

    numeral: Numeral
    before: str = ""
    after: str = ""


def chinese(counter: int) -> str:
    """Return `counter` (0 to 9999) in Chinese counting numerals: 十, 十二, 二十, 一百零三."""
    if not 0 <= counter <= 9999:
        msg = f"no Chinese counting numeral for {counter}"
        raise ValueError(msg)
    if counter == 0:
        return _DIGITS[0]
    text, zero = "", False
    for place, digit in enumerate(reversed(str(counter))):
        if digit == "0":
            zero = bool(text)
            continue
        text = _DIGITS[int(digit)] + _PLACES[place] + (_DIGITS[0] if zero else "") + text
        zero = False
    return text.removeprefix("一") if 10 <= counter <= 19 else text


def written(number_format: NumberFormat, counter: int) -> str:
    """Return `counter` as `number_format` writes it."""
    digits = chinese(counter) if number_format.numeral is Numeral.CHINESE else str(counter)
    return f"{number_format.before}{digits}{number_format.after}"
