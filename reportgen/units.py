"""Lengths: the points we compute in, and what the formats want instead.

Everything inside reportgen is in points (pt, 1/72 inch) or in em of the current size. Conversions happen where a format
is written and nowhere else.
"""

from __future__ import annotations

PT_PER_INCH = 72.0
PT_PER_MM = PT_PER_INCH / 25.4
EMU_PER_PT = 12700
TWIPS_PER_PT = 20


def mm(value: float) -> float:
    """Return `value` millimetres in points."""
    return value * PT_PER_MM


def emu(points: float) -> int:
    """Return `points` in English Metric Units (DrawingML, ECMA-376 part 1 §20.1.2.1)."""
    return round(points * EMU_PER_PT)


def twips(points: float) -> int:
    """Return `points` in twentieths of a point (WordprocessingML)."""
    return round(points * TWIPS_PER_PT)


def half_points(points: float) -> int:
    """Return `points` in half points (`w:sz`)."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Return `points` in eighths of a point (border widths, `w:sz` of `w:top` and its like)."""
    return round(points * 8)
