"""Colours: by series, stepping back behind what is highlighted."""

from __future__ import annotations

from dataclasses import replace

from reportgen.charts.colours import highlight_colours, lighter, palette, series_colours
from tests.charts.samples import CHARTS, LOOK


def test_one_series_takes_the_first_colour() -> None:
    assert series_colours(CHARTS["one column"], LOOK) == (LOOK.palette[0],)


def test_columns_step_back_behind_a_highlighted_one() -> None:
    chart = CHARTS["columns with one highlighted"]
    assert series_colours(chart, LOOK) == (LOOK.muted,)
    assert highlight_colours(chart, LOOK) == (LOOK.highlight,)


def test_a_line_keeps_its_colour_where_a_point_is_highlighted() -> None:
    assert series_colours(CHARTS["line"], LOOK) == (LOOK.palette[0],)
    assert highlight_colours(CHARTS["line"], LOOK) == (LOOK.highlight,)


def test_highlighted_columns_of_several_series_keep_their_colours_and_the_others_turn_lighter() -> None:
    chart = replace(CHARTS["columns side by side"], highlight=(0,))
    assert highlight_colours(chart, LOOK) == LOOK.palette[:2]
    assert series_colours(chart, LOOK) == tuple(lighter(colour, 0.5) for colour in LOOK.palette[:2])
    assert series_colours(replace(chart, highlight=()), LOOK) == LOOK.palette[:2]


def test_the_rest_of_a_pie_steps_back() -> None:
    assert series_colours(CHARTS["pie of two"], LOOK) == (LOOK.palette[0], LOOK.muted)
    accented = series_colours(replace(CHARTS["pie of six"], highlight=(2,)), LOOK)
    assert accented[2] == LOOK.highlight
    assert LOOK.highlight not in accented[:2] + accented[3:]


def test_a_palette_goes_on_in_lighter_rounds() -> None:
    colours = palette(LOOK, 9)
    assert len(set(colours)) == 9
    assert colours[:3] == LOOK.palette
    assert all(lighter(colour, 0.0) == colour for colour in colours)


def test_other_series_step_back_behind_one_that_is_brought_forward() -> None:
    chart = replace(CHARTS["columns side by side"], forward=(1,))
    colours = series_colours(chart, LOOK)
    assert colours[1] == LOOK.highlight
    assert colours[0] == LOOK.muted
    assert highlight_colours(chart, LOOK) == colours
