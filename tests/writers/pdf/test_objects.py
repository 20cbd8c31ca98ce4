"""Objects as written, and the file that holds them."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.writers.pdf.objects import (
    OBJECTS_PER_STREAM,
    PdfFile,
    Stream,
    Written,
    dictionary,
    number,
    rgb,
    text_string,
)


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (-0.0001, "0"), (10, "10"), (0.5, "0.5"), (-1.25, "-1.25"), (1e-9, "0"), (123456.7891, "123456.789")],
)
def test_numbers_are_short_and_never_in_powers_of_ten(value: float, written: str) -> None:
    assert number(value) == written


@given(st.floats(-1e6, 1e6))
def test_numbers_are_true_to_a_thousandth(value: float) -> None:
    assert abs(float(number(value)) - value) <= 0.0005 + 1e-9


def test_colours_run_from_nought_to_one() -> None:
    assert rgb("00FF80") == "0 1 0.502"


@given(st.text())
def test_text_strings_come_back(text: str) -> None:
    told = pikepdf.Object.parse(text_string(text).encode("ascii"))
    assert str(told) == text


def test_a_file_of_many_objects_opens() -> None:
    file = PdfFile()
    root = Written()
    reference = file.add(root)
    pages = file.add(Written("<</Type /Pages /Kids [] /Count 0>>"))
    many = [file.add(Written(f"<</Number {index}>>")) for index in range(OBJECTS_PER_STREAM * 2 + 7)]
    stream = file.add(Stream(b"as it is", deflate=False))
    entries = (("Type", "/Catalog"), ("Pages", pages), ("Many", f"[{' '.join(many)}]"), ("Stream", stream))
    root.text = dictionary(entries)
    with pikepdf.open(BytesIO(file.written(reference, file.add(Written("<<>>"))))) as opened:
        assert [int(item.Number) for item in opened.Root.Many] == list(range(OBJECTS_PER_STREAM * 2 + 7))
        assert opened.Root.Stream.read_raw_bytes() == b"as it is"
