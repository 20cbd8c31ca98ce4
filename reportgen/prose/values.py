"""What an expression can come to, and what those things are called in messages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NoReturn, TypeAlias

from reportgen.errors import Faulty
from reportgen.model.audit import CellUse, RecordKind
from reportgen.periods import Period
from reportgen.prose.entries import ChosenRow, ListedText
from reportgen.prose.messages import WRONG_KIND
from reportgen.prose.phrase import Phrase
from reportgen.prose.quantity import Quantity, literal
from reportgen.prose.selection import Selection, quantities
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Many:
    """Quantities that an expression computed or listed. `items` and `periods` say how they lie: item by item."""

    quantities: tuple[Quantity, ...]
    items: int = 1
    periods: int = 1


@dataclass(frozen=True, slots=True)
class Order:
    """The labels of a selection in the order that its values give them (.次序)."""

    path: str
    labels: tuple[str, ...]
    aliases: tuple[str, ...]
    cells: tuple[CellUse, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Names that an author listed: [缺乏, 专利信息滞后]."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a condition holds. `text` says which side was what (研发获取[2024]（86.6%）> …), in no language.

    `cells` are all cells that it rests on, `quantities` the values compared; `printed_otherwise` are the comparisons
    that the printed numbers would decide the other way, as `text` says them. A check over several periods counts those
    that it `compared` and those that it `skipped` because a side was blank.
    """

    holds: bool
    text: str
    cells: tuple[CellUse, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    compared: int = 1
    skipped: int = 0
    printed_otherwise: tuple[str, ...] = ()

    def __bool__(self) -> NoReturn:
        msg = "ask a verdict for .holds"
        raise TypeError(msg)


EvaluatedTo: TypeAlias = (
    Selection | Many | Order | Listing | Verdict | Phrase | Period | Decimal | date | str | ChosenRow | ListedText
)


def kind_of(value: EvaluatedTo) -> tuple[str, str]:
    """Return what a value is, in Chinese and in English."""
    match value:
        case Selection():
            return "数据", "data"
        case Many():
            return "数", "numbers"
        case Order():
            return "次序", "an order"
        case Listing():
            return "名单", "a list of names"
        case Verdict():
            return "判断", "a condition"
        case Phrase():
            return "一句话", "a phrase"
        case Period():
            return "一期", "a period"
        case Decimal():
            return "手打的数", "a typed number"
        case date():
            return "日期", "a date"
        case str() | ListedText():
            return "文字", "text"
        case ChosenRow():
            return "名单的一行", "a row of a list"


def wrong_kind(what: str, wanted: str, wanted_en: str, value: EvaluatedTo, hint: str = "", hint_en: str = "") -> Faulty:
    """Return the error of a value of the wrong kind, to be raised."""
    given, given_en = kind_of(value)
    usual = (
        f"换成{wanted}；每种说法怎么用：reportgen wordings",
        f"use {wanted_en}; for how each is used: reportgen wordings",
    )
    return Faulty(
        [
            WRONG_KIND.at(
                what=what,
                wanted=wanted,
                wanted_en=wanted_en,
                given=given,
                given_en=given_en,
                hint=hint or usual[0],
                hint_en=hint_en or usual[1],
            )
        ]
    )


def as_many(value: EvaluatedTo, what: str) -> Many:
    """Return the quantities of data, of computed numbers or of a typed number. Raises Faulty for anything else."""
    match value:
        case Selection():
            return Many(quantities(value), len(value.items), len(value.periods))
        case Many():
            return value
        case Decimal():
            return Many((literal(value),))
        case _:
            raise wrong_kind(what, "数据", "data", value)


NUMBER, WORD, NAME = RecordKind.NUMBER, RecordKind.WORD, RecordKind.NAME
