"""The line ends of a printed bulletin: paragraphs set on 47 em of Times New Roman's widths, indented by 2 em.

`bulletin.txt` holds its paragraphs, a `/` where a line of the printed page ends. One set of parameters has to find
them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.cjk.prohibition import break_places
from reportgen.cjk.spacing import normalised
from reportgen.typeset import DEFAULT, Parameters, Run, compose

RunsOf = Callable[..., list[Run]]

SIZE = 10.5
MEASURE = 47 * SIZE

PARAGRAPHS = tuple(Path(__file__).with_name("bulletin.txt").read_text(encoding="utf-8").split("\n")[:-1])

MISSES = {
    "较上年大幅下降 14.4/个百分点。": "较上年大幅下降/14.4 个百分点。",
    "分别是企业总体/的 1.5 倍和": "分别是企业总体的/1.5 倍和",
}
"""Where we part from the print. The first on purpose: we keep a number with its unit. In the second, one more character
fits by 0.08 em at gaps of a quarter em: the print's gaps must have been a little wider there."""


def unmarked(paragraph: str) -> str:
    """Return the text as it was typed, with the spaces that vanished where lines end."""
    return normalised(paragraph.replace("/", ""))


def as_set(text: str, runs_of: RunsOf, parameters: Parameters = DEFAULT) -> str:
    lines = compose(runs_of(text, SIZE), MEASURE, first_indent=2 * SIZE, parameters=parameters)
    return "/".join(text[line.start : line.end] for line in lines)


def ends(marked: str) -> set[int]:
    """Return where lines end, counted in characters that are not spaces."""
    parts = marked.replace(" ", "").split("/")
    return {len("".join(parts[:count])) for count in range(1, len(parts))}


@pytest.mark.parametrize("printed", PARAGRAPHS, ids=lambda text: text[:12])
def test_lines_end_where_the_print_has_them(printed: str, runs_of: RunsOf) -> None:
    expected = printed
    for theirs, ours in MISSES.items():
        expected = expected.replace(theirs, ours)
    assert as_set(unmarked(printed), runs_of) == expected


def test_most_of_the_line_ends_are_found(runs_of: RunsOf) -> None:
    found = [len(ends(printed) & ends(as_set(unmarked(printed), runs_of))) for printed in PARAGRAPHS]
    assert sum(found) == 25
    assert sum(len(ends(printed)) for printed in PARAGRAPHS) == 27


def test_all_misses_are_in_the_print() -> None:
    assert all(sum(theirs in printed for printed in PARAGRAPHS) == 1 for theirs in MISSES)


def test_the_print_itself_parts_a_number_from_its_unit(runs_of: RunsOf) -> None:
    free = replace(DEFAULT, keep_units=False)
    found = [len(ends(printed) & ends(as_set(unmarked(printed), runs_of, free))) for printed in PARAGRAPHS]
    assert sum(found) == 26


@pytest.mark.parametrize("printed", PARAGRAPHS, ids=lambda text: text[:12])
def test_no_line_ends_where_none_may(printed: str, runs_of: RunsOf) -> None:
    text = unmarked(printed)
    lines = compose(runs_of(text, SIZE), MEASURE, first_indent=2 * SIZE)
    assert {line.start for line in lines[1:]} <= set(break_places(text))


@pytest.mark.parametrize("printed", PARAGRAPHS, ids=lambda text: text[:12])
def test_every_line_but_the_last_ends_on_the_measure(printed: str, runs_of: RunsOf) -> None:
    lines = compose(runs_of(unmarked(printed), SIZE), MEASURE, first_indent=2 * SIZE)
    assert all(abs(line.right - MEASURE) <= 0.02 * SIZE for line in lines[:-1])
    assert [line.last for line in lines] == [False] * (len(lines) - 1) + [True]
