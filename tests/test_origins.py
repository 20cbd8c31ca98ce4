"""A text knows where each of its characters stands in the source."""

from __future__ import annotations

from reportgen.origins import CellRef, SourceText, Span

BLOCK = SourceText("甲乙丙\n丁戊", Span("月报.yaml", 3, 5, 4, 7), ((0, 3, 5), (4, 4, 5)))


def test_a_place_counts_from_its_line() -> None:
    assert BLOCK.at(0) == Span("月报.yaml", 3, 5, 3, 6)
    assert BLOCK.at(2) == Span("月报.yaml", 3, 7, 3, 8)
    assert BLOCK.at(5) == Span("月报.yaml", 4, 6, 4, 7)


def test_a_stretch_may_reach_over_lines() -> None:
    assert BLOCK.at(1, 6) == Span("月报.yaml", 3, 6, 4, 7)


def test_a_part_keeps_its_places() -> None:
    part = BLOCK.part(1, 6)
    assert part.text == "乙丙\n丁戊"
    assert [part.at(i) for i in range(5)] == [BLOCK.at(i + 1) for i in range(5)]


def test_a_part_of_the_second_line_keeps_its_places() -> None:
    part = BLOCK.part(5, 6)
    assert part.text == "戊"
    assert part.at(0) == BLOCK.at(5)


def test_origins_print_as_people_write_them() -> None:
    assert str(BLOCK.at(4)) == "月报.yaml:4:5"
    assert str(CellRef("调查", "图1", "B7")) == "调查!图1!B7"
