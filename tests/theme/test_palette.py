"""The palettes that ship: series can be told apart in grey print and by readers who see fewer colours."""

from __future__ import annotations

from itertools import combinations

import pytest

from reportgen.theme.load import load_theme

SIGHTS = {
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""How linear sRGB is seen: Machado, Oliveira and Fernandes 2009, at full severity."""

GREY, APART = 10.0, 13.0
"""The least difference of lightness (L*), and of colours (CIE 1976), between two series."""

Three = tuple[float, float, float]


def linear(colour: str) -> Three:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return _linear(red), _linear(green), _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def seen(colour: str, sight: str) -> Three:
    """Return a colour in CIELAB as it is seen."""
    rows = (sum(a * b for a, b in zip(row, linear(colour), strict=True)) for row in SIGHTS[sight])
    red, green, blue = (min(1.0, max(0.0, part)) for part in rows)
    x = _cubic((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
    y = _cubic(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = _cubic((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cubic(part: float) -> float:
    return float(part ** (1 / 3)) if part > 0.008856 else 7.787 * part + 16 / 116


@pytest.mark.parametrize("theme", ["bulletin", "plain"])
def test_no_two_series_print_the_same_grey(theme: str) -> None:
    lights = [seen(colour, "usual")[0] for colour in load_theme(theme).chart.palette]
    assert len(lights) == 6
    assert min(abs(one - other) for one, other in combinations(lights, 2)) > GREY


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", ["bulletin", "plain"])
def test_every_reader_tells_series_apart(theme: str, sight: str) -> None:
    colours = [seen(colour, sight) for colour in load_theme(theme).chart.palette]
    apart = [
        sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 for one, other in combinations(colours, 2)
    ]
    assert min(apart) > APART
