"""Widths of pictures: a share of the measure or a length, and nothing that no page could have."""

from __future__ import annotations

import pytest

from reportgen.spec.width import Width, read_width


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("60%", Width(share=0.6)),
        ("60 %", Width(share=0.6)),
        ("100％", Width(share=1.0)),
        ("72pt", Width(length=72.0)),
        ("1in", Width(length=72.0)),
        ("25.4mm", Width(length=72.0)),
        ("2.54 cm", Width(length=72.0)),
        ("0%", None),
        ("101%", None),
        ("60", None),
        ("-5mm", None),
        ("60px", None),
        ("1e9mm", None),
        ("", None),
    ],
)
def test_a_width(text: str, width: Width | None) -> None:
    found = read_width(text)
    assert (found is None) is (width is None)
    if found and width:
        assert found.share == width.share
        assert found.length == pytest.approx(width.length)
