"""Pages from stacks: each rule by a page that looks otherwise without it, and laws over stacks of every kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.layout.pagination import TOLERANCE, Placed, Stack, by_page, paginate

DEPTH = 100.0


def lines(count: int, **rules: object) -> Stack:
    """Return a paragraph of lines 10 pt high, two of which stand together at a break."""
    rules = {"foot": 2, "top": 2, **rules}
    return Stack((10.0,) * count, **rules)  # type: ignore[arg-type]  # rules are fields by name


def figure(height: float, **rules: object) -> Stack:
    return Stack((height,), floats=True, **rules)  # type: ignore[arg-type]  # rules are fields by name


def seen(stacks: Sequence[Stack], depth: float = DEPTH) -> list[str]:
    """Return a line for each place: page, y, stack, strips."""
    return [f"{p.page} {p.y:g} {p.stack}[{p.start}:{p.stop}]" for p in paginate(stacks, depth)]


def test_stacks_follow_one_another_with_their_space_above() -> None:
    assert seen([lines(2), lines(2, before=5)]) == ["0 0 0[0:2]", "0 25 1[0:2]"]


def test_space_above_is_ignored_at_a_page_s_top() -> None:
    assert seen([lines(10, before=7), lines(2, before=7)]) == ["0 0 0[0:10]", "1 0 1[0:2]"]


def test_space_below_is_ignored_at_a_page_s_foot() -> None:
    assert seen([lines(8, after=50), lines(2)]) == ["0 0 0[0:8]", "1 0 1[0:2]"]
    assert seen([lines(5, after=20), lines(2)]) == ["0 0 0[0:5]", "0 70 1[0:2]"]


def test_no_single_line_stands_at_a_page_s_foot() -> None:
    assert seen([lines(9), lines(4)]) == ["0 0 0[0:9]", "1 0 1[0:4]"]
    assert seen([lines(9), lines(4, foot=1)]) == ["0 0 0[0:9]", "0 90 1[0:1]", "1 0 1[1:4]"]


def test_no_single_line_stands_at_a_page_s_top() -> None:
    assert seen([lines(5), lines(6)]) == ["0 0 0[0:5]", "0 50 1[0:4]", "1 0 1[4:6]"]
    assert seen([lines(5), lines(6, top=1)]) == ["0 0 0[0:5]", "0 50 1[0:5]", "1 0 1[5:6]"]


def test_three_lines_are_not_broken() -> None:
    assert seen([lines(8), lines(3)]) == ["0 0 0[0:8]", "1 0 1[0:3]"]


def test_a_heading_stands_with_two_lines_of_its_text() -> None:
    heading = lines(1, keep_next=True)
    assert seen([lines(8), heading, lines(5)]) == ["0 0 0[0:8]", "1 0 1[0:1]", "1 10 2[0:5]"]
    assert seen([lines(8), lines(1), lines(5)])[1] == "0 80 1[0:1]"


def test_headings_above_one_another_stay_together() -> None:
    heading = lines(1, keep_next=True)
    assert seen([lines(7), heading, heading, lines(5)])[1] == "1 0 1[0:1]"
    assert seen([lines(6), heading, heading, lines(5)])[1] == "0 60 1[0:1]"


def test_the_space_above_what_follows_counts_for_a_heading() -> None:
    heading = lines(1, keep_next=True)
    assert seen([lines(7), heading, lines(2)])[1] == "0 70 1[0:1]"
    assert seen([lines(7), heading, lines(2, before=1)])[1] == "1 0 1[0:1]"


def test_a_paragraph_that_is_kept_gives_its_last_lines_to_the_next_page() -> None:
    assert seen([lines(10, keep_next=True), lines(1)]) == ["0 0 0[0:8]", "1 0 0[8:10]", "1 20 1[0:1]"]


def test_a_chain_too_high_for_any_page_is_placed_all_the_same() -> None:
    tall = lines(6, foot=6, keep_next=True)
    assert seen([tall, tall, lines(2)]) == ["0 0 0[0:6]", "1 0 1[0:6]", "1 60 2[0:2]"]


def test_a_figure_that_does_not_fit_floats_and_text_fills_its_place() -> None:
    text = lines(4, fills=True)
    assert seen([lines(5), figure(60), text, text]) == [
        "0 0 0[0:5]",
        "0 50 2[0:4]",
        "1 0 1[0:1]",
        "1 60 3[0:4]",
    ]


def test_text_that_fills_breaks_around_the_figure() -> None:
    assert seen([lines(5), figure(60), lines(8, fills=True)]) == [
        "0 0 0[0:5]",
        "0 50 2[0:5]",
        "1 0 1[0:1]",
        "1 60 2[5:8]",
    ]


def test_a_heading_passes_a_figure_that_waits_with_the_text_it_is_kept_with() -> None:
    heading = lines(1, keep_next=True, fills=True)
    assert seen([lines(5), figure(60), heading, lines(2, fills=True), heading, lines(3, fills=True, foot=3)]) == [
        "0 0 0[0:5]",
        "0 50 2[0:1]",
        "0 60 3[0:2]",
        "1 0 1[0:1]",
        "1 60 4[0:1]",
        "1 70 5[0:3]",
    ]


def test_no_heading_passes_a_figure_where_the_next_page_has_no_room_for_its_own() -> None:
    heading = lines(1, keep_next=True, fills=True)
    passing = [lines(5), figure(60), heading, lines(2, fills=True), figure(40)]
    assert seen(passing)[1:3] == ["0 50 2[0:1]", "0 60 3[0:2]"]
    waiting = [lines(5), figure(60), heading, lines(2, fills=True), figure(41)]
    assert seen(waiting)[1:3] == ["1 0 1[0:1]", "1 60 2[0:1]"]


def test_no_heading_passes_a_figure_with_a_figure_of_its_own_right_below_it() -> None:
    heading = lines(1, keep_next=True, fills=True)
    assert seen([lines(5), figure(60), heading, figure(20)]) == [
        "0 0 0[0:5]",
        "1 0 1[0:1]",
        "1 60 2[0:1]",
        "1 70 3[0:1]",
    ]


def test_nothing_that_ends_an_article_passes_a_figure_that_waits() -> None:
    heading = lines(1, keep_next=True)
    assert seen([lines(5), figure(60), heading, lines(2, fills=True)]) == [
        "0 0 0[0:5]",
        "1 0 1[0:1]",
        "1 60 2[0:1]",
        "1 70 3[0:2]",
    ]


def test_figures_keep_their_order() -> None:
    assert seen([lines(5), figure(60), figure(20), lines(1, fills=True)]) == [
        "0 0 0[0:5]",
        "0 50 3[0:1]",
        "1 0 1[0:1]",
        "1 60 2[0:1]",
    ]


def test_a_figure_below_a_heading_goes_with_it() -> None:
    heading = lines(1, keep_next=True)
    assert seen([lines(5), heading, figure(60), lines(2, fills=True)]) == [
        "0 0 0[0:5]",
        "1 0 1[0:1]",
        "1 10 2[0:1]",
        "1 70 3[0:2]",
    ]


def test_figures_that_wait_at_the_end_get_their_pages() -> None:
    assert seen([lines(5), figure(60), figure(60)]) == ["0 0 0[0:5]", "1 0 1[0:1]", "2 0 2[0:1]"]


def test_what_is_repeated_takes_its_room() -> None:
    rows = Stack((30.0, *(10.0,) * 15), foot=3, top=2, again=25.0)
    assert seen([rows]) == ["0 0 0[0:8]", "1 0 0[8:14]", "2 0 0[14:16]"]


def test_nothing_is_kept_with_what_begins_a_page() -> None:
    heading = lines(1, keep_next=True)
    assert seen([lines(9), heading, lines(5, new_page=True)])[1:] == ["0 90 1[0:1]", "1 0 2[0:5]"]


def test_a_stack_without_strips_stands_where_it_would() -> None:
    assert seen([lines(2), Stack(()), lines(2)]) == ["0 0 0[0:2]", "0 20 1[0:0]", "0 20 2[0:2]"]


def test_a_new_page_is_begun_once() -> None:
    assert seen([lines(2, new_page=True), lines(2, new_page=True)]) == ["0 0 0[0:2]", "1 0 1[0:2]"]


def test_figures_that_wait_stand_before_a_new_page() -> None:
    assert seen([lines(5), figure(60), lines(2, new_page=True)]) == ["0 0 0[0:5]", "1 0 1[0:1]", "2 0 2[0:2]"]


def test_a_strip_higher_than_the_page_is_placed() -> None:
    assert seen([lines(2), Stack((150.0,)), lines(2)]) == ["0 0 0[0:2]", "1 0 1[0:1]", "2 0 2[0:2]"]


def test_a_page_is_read_in_the_order_of_the_document() -> None:
    placed = paginate([lines(5), figure(60), lines(8, fills=True)], DEPTH)
    assert [[p.stack for p in page] for page in by_page(placed)] == [[0, 2], [1, 2]]


SEPARATOR = 5.0


def broken(stacks: Sequence[Stack]) -> tuple[Placed, ...]:
    return paginate(stacks, DEPTH, turned=DEPTH, separator=SEPARATOR)


def with_feet(stack: Stack, feet: Sequence[float]) -> Stack:
    """Return a stack with these footnotes in its first strips, or without any."""
    count = len(stack.heights)
    return replace(stack, feet=(*feet, *(0.0,) * count)[:count]) if feet else stack


heights = st.floats(1.0, 60.0)
plain_paragraphs = st.builds(
    Stack,
    heights=st.integers(1, 30).map(lambda count: (10.0,) * count),
    before=st.floats(0.0, 20.0),
    after=st.floats(0.0, 20.0),
    foot=st.integers(1, 3),
    top=st.integers(1, 3),
    again=st.floats(0.0, 20.0),
    keep_next=st.booleans(),
    fills=st.booleans(),
    new_page=st.booleans(),
    wide=st.sampled_from((False, False, False, True)),
)
paragraphs = st.builds(with_feet, plain_paragraphs, st.lists(st.sampled_from((0.0, 0.0, 8.0, 20.0)), max_size=12))
figures = st.builds(Stack, heights=heights.map(lambda height: (height,)), before=heights, floats=st.just(value=True))
columns = st.lists(st.one_of(paragraphs, figures), max_size=25)


@settings(deadline=None)
@given(columns)
def test_every_strip_stands_once_and_in_order(stacks: list[Stack]) -> None:
    placed = broken(stacks)
    for index, stack in enumerate(stacks):
        parts = [p for p in placed if p.stack == index]
        assert [p.start for p in parts] == [0, *(p.stop for p in parts[:-1])]
        assert parts[-1].stop == len(stack.heights)
        assert all(one.page < other.page for one, other in pairwise(parts))


@settings(deadline=None)
@given(columns)
def test_pages_are_never_overfull_and_nothing_overlaps(stacks: list[Stack]) -> None:
    for _, group in groupby(broken(stacks), key=lambda p: p.page):
        foot = feet = 0.0
        for place in group:
            assert place.y >= foot - TOLERANCE
            foot = place.y + _height(stacks, place)
            feet += sum(stacks[place.stack].feet[place.start : place.stop])
            assert foot + feet + (SEPARATOR if feet else 0.0) <= DEPTH + 2 * TOLERANCE


def _height(stacks: Sequence[Stack], place: Placed) -> float:
    stack = stacks[place.stack]
    return sum(stack.heights[place.start : place.stop]) + (stack.again if place.start else 0.0)


@settings(deadline=None)
@given(columns)
def test_no_page_is_empty_and_only_figures_stand_out_of_order(stacks: list[Stack]) -> None:
    placed = broken(stacks)
    assert {p.page for p in placed} == set(range(max((p.page for p in placed), default=-1) + 1))
    text = [p.stack for p in placed if not stacks[p.stack].floats]
    floats = [p.stack for p in placed if stacks[p.stack].floats]
    for page in by_page(placed):
        assert [p.stack for p in page] == sorted(p.stack for p in page)
    assert text == sorted(text)
    assert floats == sorted(floats)


@settings(deadline=None)
@given(columns)
def test_a_page_lies_one_way(stacks: list[Stack]) -> None:
    for page in by_page(broken(stacks)):
        assert len({stacks[place.stack].wide for place in page}) <= 1


def noted(*feet: float, **rules: object) -> Stack:
    """Return a paragraph of lines 10 pt high with footnotes of these heights."""
    return lines(len(feet), feet=feet, **rules)


def placed_with_notes(stacks: Sequence[Stack], separator: float = 5.0) -> list[str]:
    return [f"{p.page} {p.y:g} {p.stack}[{p.start}:{p.stop}]" for p in paginate(stacks, DEPTH, separator=separator)]


def test_notes_take_their_room_and_the_separator_once() -> None:
    assert placed_with_notes([noted(10, 0), noted(10, 0), lines(4)]) == [
        "0 0 0[0:2]",
        "0 20 1[0:2]",
        "0 40 2[0:2]",
        "1 0 2[2:4]",
    ]


def test_a_line_goes_with_its_note() -> None:
    stacks = [lines(8), noted(10, foot=1, top=1)]
    assert placed_with_notes(stacks, separator=0.0) == ["0 0 0[0:8]", "0 80 1[0:1]"]
    assert placed_with_notes(stacks, separator=1.0) == ["0 0 0[0:8]", "1 0 1[0:1]"]


def test_notes_of_a_page_are_gone_on_the_next() -> None:
    assert placed_with_notes([noted(70, 0), lines(10)])[-1] == "1 0 1[0:10]"


def test_a_figure_that_does_not_fit_above_the_notes_waits() -> None:
    assert placed_with_notes([noted(20, 0), figure(60)]) == ["0 0 0[0:2]", "1 0 1[0:1]"]


def turned(stacks: Sequence[Stack]) -> list[str]:
    return [f"{p.page} {p.y:g} {p.stack}[{p.start}:{p.stop}]" for p in paginate(stacks, DEPTH, turned=50.0)]


def test_a_wide_table_has_pages_of_its_own() -> None:
    wide = lines(4, foot=1, top=1, wide=True)
    assert turned([lines(2), wide, lines(2)]) == ["0 0 0[0:2]", "1 0 1[0:4]", "2 0 2[0:2]"]
    assert turned([wide, wide]) == ["0 0 0[0:4]", "0 40 1[0:1]", "1 0 1[1:4]"]
    assert turned([wide, lines(8)]) == ["0 0 0[0:4]", "1 0 1[0:8]"]


def test_a_figure_that_waits_comes_before_a_wide_table() -> None:
    wide = lines(2, wide=True)
    assert turned([lines(8), figure(50), wide, lines(2)]) == ["0 0 0[0:8]", "1 0 1[0:1]", "2 0 2[0:2]", "3 0 3[0:2]"]


def test_a_heading_needs_nothing_of_a_wide_table() -> None:
    assert turned([lines(9), lines(1, keep_next=True), lines(5, wide=True)]) == [
        "0 0 0[0:9]",
        "0 90 1[0:1]",
        "1 0 2[0:5]",
    ]


def test_a_chain_longer_than_a_page_fills_its_pages() -> None:
    entry = Stack((10.0,), keep_next=True)
    placed = paginate([*[entry] * 24, lines(2)], DEPTH)
    assert max(place.page for place in placed) == 2
    assert len({place.page for place in placed[-2:]}) == 1
