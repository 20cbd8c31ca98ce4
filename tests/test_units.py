"""Lengths in the units of the formats."""

from __future__ import annotations

import pytest

from reportgen import units


def test_an_inch_in_every_unit() -> None:
    assert units.mm(25.4) == pytest.approx(72)
    assert units.emu(72) == 914400
    assert units.twips(72) == 1440
    assert units.half_points(10.5) == 21
    assert units.eighths(0.75) == 6
