"""What holds of every paragraph on every measure."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.cjk.classes import classes
from reportgen.cjk.prohibition import break_places
from reportgen.typeset import DEFAULT, Align, Line, Run, compose
from reportgen.typeset.analysis import joints

RunsOf = Callable[..., list[Run]]

CHINESE = (
    "中",
    "国",
    "企业",
    "专利研发",
    "，",
    "。",
    "（",
    "）",
    "“",
    "”",
    "《",
    "》",
    "、",
    "——",
    "……",
    "～",
    "·",
    "）。”",
)
MIXED = ("2024 年", "86.6%", " ", "1,063 万", "a", "Latin", "state-of-the-art", "(x)", "/", "％", "￥12", "!", "x" * 50)
PIECES = st.sampled_from(CHINESE + MIXED)
TEXTS = st.lists(PIECES, max_size=40).map("".join)
MEASURES = st.floats(min_value=4, max_value=48)
INDENTS = st.sampled_from([0.0, 2.0])
law = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def ends(lines: tuple[Line, ...]) -> list[int]:
    return [line.start for line in lines[1:]]


def gives(kinds: str) -> bool:
    """Whether a line of characters of these classes has a joint that may be stretched at all."""
    pairs = [joints(DEFAULT)[kinds[at : at + 2]] for at in range(len(kinds) - 1)]
    return any(joint.stretch and not joint.rigid for joint in pairs)


@law
@given(TEXTS, MEASURES, INDENTS, st.sampled_from(Align))
def test_every_character_stands_once_and_in_order(
    runs_of: RunsOf, text: str, measure: float, indent: float, align: Align
) -> None:
    runs = runs_of(text)
    lines = compose(runs, measure, first_indent=indent, align=align)
    at = 0
    for line in lines:
        assert not text[at : line.start].strip(" ")
        assert line.start < line.end
        pieces = "".join(runs[piece.run].text[piece.start : piece.end] for piece in line.pieces)
        assert pieces == text[line.start : line.end]
        at = line.end
    assert not text[at:].strip(" ")


@law
@given(TEXTS, MEASURES, INDENTS, st.sampled_from(Align))
def test_no_line_is_longer_than_the_measure(
    runs_of: RunsOf, text: str, measure: float, indent: float, align: Align
) -> None:
    for line in compose(runs_of(text), measure, first_indent=indent, align=align):
        assert line.right <= measure + 0.01


@law
@given(TEXTS, MEASURES, INDENTS)
def test_every_line_that_can_ends_on_the_measure(runs_of: RunsOf, text: str, measure: float, indent: float) -> None:
    for line in compose(runs_of(text), measure, first_indent=indent)[:-1]:
        if gives(classes(text)[line.start : line.end]):
            assert line.right == pytest.approx(measure, abs=0.02)


@law
@given(TEXTS, MEASURES, INDENTS)
def test_positions_agree_with_advances_and_gaps(runs_of: RunsOf, text: str, measure: float, indent: float) -> None:
    runs = runs_of(text)
    for line in compose(runs, measure, first_indent=indent):
        before = -1.0
        for piece in line.pieces:
            x, gaps = piece.x, dict(piece.gaps)
            assert x > before - 0.51
            for at in range(piece.start, piece.end):
                before = x + runs[piece.run].advances[at]
                x = before + gaps.get(at - piece.start, piece.spacing)
        assert -1e-6 <= before - line.right <= 0.625 + 1e-6


@law
@given(TEXTS, MEASURES, INDENTS)
def test_lines_end_only_where_they_may_unless_a_word_fills_a_line(
    runs_of: RunsOf, text: str, measure: float, indent: float
) -> None:
    places = [0, *break_places(text), len(text)]
    for end in ends(compose(runs_of(text), measure, first_indent=indent)):
        if end not in places:
            before = max(place for place in places if place < end)
            after = min(place for place in places if place > end)
            (word,) = compose(runs_of(text[before:after]), 10_000)
            assert word.natural > min(measure - indent, measure) - 1.5


@law
@given(TEXTS, MEASURES, INDENTS, st.sampled_from(Align))
def test_composing_twice_is_the_same(runs_of: RunsOf, text: str, measure: float, indent: float, align: Align) -> None:
    runs = runs_of(text)
    once = compose(runs, measure, first_indent=indent, align=align)
    assert compose(runs, measure, first_indent=indent, align=align) == once


@law
@given(st.text(alphabet="中国企业专利，。", min_size=8, max_size=80), st.integers(min_value=5, max_value=30))
def test_no_last_line_of_a_single_character(runs_of: RunsOf, text: str, measure: int) -> None:
    lines = compose(runs_of(text), measure)
    if len(lines) > 1:
        last = text[lines[-1].start :]
        if len(last.strip("，。")) == 1:
            assert all(place >= lines[-1].start or place < lines[-2].start + 2 for place in break_places(text)), (
                "a place to break earlier was left unused"
            )
