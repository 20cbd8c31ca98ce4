"""What an Excel number format says about how a number is shown: digits, grouping, percent, a unit.

After ECMA-376 part 1 §18.8.31. Only the first section (that of positive numbers) is looked at.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reportgen.values import dataclass

_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[[^\]]*\]|(?P<code>.)', re.DOTALL)
_GROUPED = re.compile(r"[0#?],[0#?]")


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a number format shows a number.

    `decimals` is None where the format does not fix them (`General`, `0.##`, scientific, fractions, scaled thousands).
    `percent` means that Excel multiplies by a hundred; `literal` is the text that stands after the number (件, or a `%`
    that multiplies nothing).
    """

    decimals: int | None = None
    grouped: bool = False
    percent: bool = False
    literal: str = ""


@lru_cache(maxsize=1024)
def parse_format(code: str) -> NumberFormat:
    """Return what the number format `code` says."""
    skeleton, literal = _first_section(code)
    if "0" not in skeleton and "#" not in skeleton:
        return NumberFormat(literal=literal)
    digits = skeleton.rstrip("%")
    unfixed = "E" in skeleton.upper() or "/" in skeleton or "?" in skeleton or digits.endswith(",")
    fraction = digits.partition(".")[2]
    decimals = None if unfixed or "#" in fraction else fraction.count("0")
    return NumberFormat(decimals, bool(_GROUPED.search(skeleton)), "%" in skeleton, literal)


def _first_section(code: str) -> tuple[str, str]:
    """Return the codes of the first section, and the literal text after its last digit."""
    skeleton, literal = "", ""
    for token in _TOKEN.finditer(code):
        if token["code"] == ";":
            break
        if token["code"] is not None:
            if token["code"] in "0#?.,%/eE@":
                skeleton += token["code"]
                literal = ""
            elif not token["code"].isascii():
                literal += token["code"]
        else:
            literal += token["quoted"] or token["escaped"] or ""
    return skeleton, literal.strip()
