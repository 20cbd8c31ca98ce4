"""Numbers as cells hold them: exact decimals of 15 digits, numbers kept as text, and the marks for “nothing here”."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from reportgen.values import dataclass

_PLAIN = re.compile(r"(?P<sign>[+-]?)(?P<whole>\d+|\d{1,3}(?:,\d{3})+)(?:\.(?P<fraction>\d+))?(?P<percent>%?)")
_LONGEST = 64
"""Characters that a number or a placeholder may have; cells of whole essays are not looked at."""
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2010": "-", "\u2011": "-"})
_PLACEHOLDER = re.compile(
    r"[-\u2010-\u2015\u2212\u2500\u2501]+|[.\u00b7\u2022\u22ef\u2026\u3002]{2,}|[/\\~#*\u00b7\u2022\u2026\u22ef]"
    r"|na|n\.a\.?|n/a|null|none|nan|nil|未公布|未统计|暂无|暂缺|暂无数据|无数据|不详|缺失",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number that was typed as text, with its `decimals` as typed; `percent` where a % follows it."""

    number: Decimal
    decimals: int
    grouped: bool
    percent: bool


def exact(text: str) -> Decimal:
    """Return the number that a cell's stored digits mean.

    Excel computes with doubles and shows at most 15 significant digits; 0.1+0.2 is stored as 0.30000000000000004 and
    is 0.3. Raises ValueError where `text` is no number.
    """
    number = Decimal(f"{float(text):.15g}")
    return Decimal(f"{number:f}") if number.is_finite() else number


def typed_number(text: str) -> TypedNumber | None:
    """Return the number that `text` clearly is (1,234, １２.５, -3, 86.6%), or None."""
    if len(text) > _LONGEST:
        return None
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).translate(_MINUS)
    found = _PLAIN.fullmatch(plain)
    # A leading zero (00123) makes it a code, not a count; a raised digit (86.6¹) is a footnote's mark.
    if found is None or (len(found["whole"]) > 1 and found["whole"].startswith("0")):
        return None
    if any(unicodedata.category(char) == "No" for char in text):
        return None
    fraction = found["fraction"] or ""
    number = exact(f"{found['sign']}{found['whole'].replace(',', '')}.{fraction or '0'}")
    return TypedNumber(number, len(fraction), "," in found["whole"], bool(found["percent"]))


def is_placeholder(text: str) -> bool:
    """Whether `text` stands for a number that is not there (—, …, NA)."""
    return len(text) <= _LONGEST and bool(
        _PLACEHOLDER.fullmatch(re.sub(r"\s", "", unicodedata.normalize("NFKC", text)))
    )
