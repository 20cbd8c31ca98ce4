"""How wide a picture should be: a share of the measure (60%) or a length (80mm)."""

from __future__ import annotations

import re

from reportgen.units import PT_PER_INCH, PT_PER_MM
from reportgen.values import dataclass

_WIDTH = re.compile(r"(\d{1,4}(?:\.\d{1,3})?)\s*(%|％|pt|mm|cm|in)")
_UNITS = {"pt": 1.0, "mm": PT_PER_MM, "cm": 10 * PT_PER_MM, "in": PT_PER_INCH}
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Width:
    """A share of the measure, from 0 to 1, or a length in pt; the other is None."""

    share: float | None = None
    length: float | None = None


def read_width(text: str) -> Width | None:
    """Return the width that `text` says; None where it says none, or none that a page could have."""
    found = _WIDTH.fullmatch(text.strip())
    if not found or not float(found[1]):
        return None
    value, unit = float(found[1]), found[2]
    if unit in _UNITS:
        return Width(length=value * _UNITS[unit])
    return Width(share=value / _WHOLE) if value <= _WHOLE else None
