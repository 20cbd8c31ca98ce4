"""Marks off the baseline, as footnotes have: attached to what stands before them, and no part of the spacing."""

from __future__ import annotations

import pytest

from reportgen.typeset import Line, Run, compose

EM = 10.0


def marked(*parts: str) -> list[Run]:
    """Return runs of a text; a part that begins with ^ is a mark of half size."""
    runs: list[Run] = []
    for part in parts:
        raised = part.startswith("^")
        text, size = (part[1:], EM / 2) if raised else (part, EM)
        widths = [size if ord(char) > 0x2000 else size / 2 for char in text]
        runs.append(Run(text, widths, size, shift=3.0 if raised else 0.0))
    return runs


def starts(line: Line) -> list[float]:
    return [piece.x for piece in line.pieces]


def test_no_gap_stands_beside_a_mark() -> None:
    (line,) = compose(marked("发动力", "^1", "增强"), 20 * EM)
    assert starts(line) == [0.0, 30.0, 32.5]


def test_the_gap_of_a_number_before_its_mark_stands_where_it_is_typed() -> None:
    (line,) = compose(marked("为 86", "^1", " 件"), 20 * EM)
    assert line.right == pytest.approx(10 + 2.5 + 10 + 2.5 + 5 + 10)


@pytest.mark.parametrize("mark", ["^1", "^12"])
def test_no_line_begins_with_a_mark(mark: str) -> None:
    runs = marked("一二三四五六七八九十", mark, "甲乙丙丁")
    first, second = compose(runs, 10 * EM)
    assert first.end == 9
    assert second.pieces[1].run == 1


def test_a_stop_after_a_mark_begins_no_line() -> None:
    first, _ = compose(marked("一二三四五六七八九十", "^1", "。甲乙丙"), 10 * EM + 3)
    assert first.end == 9


def test_a_mark_in_a_number_does_not_join_its_neighbours() -> None:
    first, _ = compose(marked("一二三四五六七八", "^1", "86.6%甲乙"), 9 * EM)
    assert first.end == 9
