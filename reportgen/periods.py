"""Periods of time: a year, a half, a quarter, a month; how labels say them and how they follow one another.

A bottom room: the spec's parameters, the workbooks' time axes and the expressions all speak of the same periods.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum

from reportgen.values import dataclass

_QUARTERS = "一二三四"


class Grain(IntEnum):
    """How long a period is, by how many of them make a year."""

    YEAR = 1
    HALF = 2
    QUARTER = 4
    MONTH = 12


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The `number`-th (from 1) period of `grain` in `year`."""

    grain: Grain
    year: int
    number: int = 1

    @property
    def ordinal(self) -> int:
        """How many periods of this grain lie before this one, counted from the year 0."""
        return self.year * self.grain + self.number - 1

    def shift(self, count: int) -> Period:
        """Return the period `count` later (earlier where negative) of the same grain."""
        year, rest = divmod(self.ordinal + count, int(self.grain))
        return Period(self.grain, year, rest + 1)

    @property
    def year_before(self) -> Period:
        """The same period of the year before (上年同期)."""
        return Period(self.grain, self.year - 1, self.number)

    @property
    def iso(self) -> str:
        """The form used in parameters and file names: 2024, 2024-H1, 2024-Q1, 2025-03."""
        match self.grain:
            case Grain.YEAR:
                return f"{self.year}"
            case Grain.HALF:
                return f"{self.year}-H{self.number}"
            case Grain.QUARTER:
                return f"{self.year}-Q{self.number}"
            case Grain.MONTH:
                return f"{self.year}-{self.number:02d}"

    @property
    def label(self) -> str:
        """The form used in text: 2024 年, 2024 年上半年, 2024 年一季度, 2025 年 3 月."""
        match self.grain:
            case Grain.YEAR:
                return f"{self.year} 年"
            case Grain.HALF:
                return f"{self.year} 年{'上' if self.number == 1 else '下'}半年"
            case Grain.QUARTER:
                return f"{self.year} 年{_QUARTERS[self.number - 1]}季度"
            case Grain.MONTH:
                return f"{self.year} 年 {self.number} 月"


_YEAR = r"(?P<y>(?:1[89]|20|21)\d\d)"
_FORMS: tuple[tuple[Grain, re.Pattern[str]], ...] = (
    (Grain.YEAR, re.compile(rf"{_YEAR}年?")),
    (Grain.MONTH, re.compile(rf"{_YEAR}(?:年|[-/.])(?P<n>1[0-2]|0?[1-9])月?")),
    (Grain.QUARTER, re.compile(rf"{_YEAR}(?:年第?|-?Q)(?P<n>[1-4一二三四])(?:季度?)?")),
    (Grain.HALF, re.compile(rf"{_YEAR}(?:年|-?)(?P<n>上|下|H1|H2)(?:半年)?")),
)
_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2, "H1": 1, "H2": 2}


def parse_period(text: str) -> Period | None:
    """Return the period that `text` says as a whole (white space and full-width digits do not matter), or None."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).upper()
    for grain, form in _FORMS:
        if found := form.fullmatch(plain):
            part = found.groupdict().get("n")
            number = 1 if part is None else _NUMBERS.get(part) or int(part)
            return Period(grain, int(found["y"]), number)
    return None


_PARTS: tuple[tuple[Grain, re.Pattern[str]], ...] = (
    (Grain.YEAR, re.compile(r"全年(?P<n>)")),
    (Grain.MONTH, re.compile(r"(?P<n>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?")),
    (Grain.QUARTER, re.compile(r"第?(?P<n>[1-4一二三四])季度?")),
    (Grain.QUARTER, re.compile(r"Q(?P<n>[1-4])")),
    (Grain.HALF, re.compile(r"(?P<n>[上下](?=半年)|H[12])(?:半年)?")),
)
_CHINESE_NUMBERS = {numeral: n for n, numeral in enumerate((*"一二三四五六七八九十", "十一", "十二"), 1)}
_MONTHS = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_SPAN = re.compile(
    rf"(?:{_YEAR}年?)?"
    rf"(?:[前第]?{_MONTHS}(?:个?月|季度?)?[-—–~～至到]第?{_MONTHS}(?:个?月份?|季度)|前{_MONTHS}(?:个月|季度))"
    r"(?:累计|合计)?"
)


def parse_part(text: str) -> tuple[Grain, int] | None:
    """Return the part of a year that `text` says without saying the year (一季度, 第1季度, 3月, 全年), or None."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).upper()
    for grain, form in _PARTS:
        if found := form.fullmatch(plain):
            part = found["n"]
            return grain, _NUMBERS.get(part) or _CHINESE_NUMBERS.get(part) or int(part or 1)
    return None


def is_span(text: str) -> bool:
    """Whether `text` says several months or quarters in one, which no `Period` can be (2024年1—6月, 前三季度)."""
    return bool(_SPAN.fullmatch(re.sub(r"\s", "", unicodedata.normalize("NFKC", text))))
