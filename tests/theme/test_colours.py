"""Colours by name: a theme's own, those of its palette, tints of both."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import Faulty
from reportgen.roles import Role
from reportgen.theme.load import load_theme
from reportgen.theme.look import Theme, readable_on

OWN = 'name: own\nextends: bulletin\npalette: ["#102030", "#FF0000"]\n'


def theme(tmp_path: Path, text: str) -> Theme:
    path = tmp_path / "own.yaml"
    path.write_text(OWN + text, encoding="utf-8")
    return load_theme(path)


def codes(tmp_path: Path, text: str) -> list[tuple[str, int]]:
    with pytest.raises(Faulty) as caught:
        theme(tmp_path, text)
    return [(problem.code, problem.span.line if problem.span else 0) for problem in caught.value.problems]


def test_a_palette_by_itself_is_that_of_charts(tmp_path: Path) -> None:
    assert theme(tmp_path, "").chart.palette == ("102030", "FF0000")


def test_a_name_stands_for_its_colour_wherever_one_is_asked_for(tmp_path: Path) -> None:
    made = theme(
        tmp_path,
        "colours: {品牌: '0B5CAD', also: 品牌}\nstyles:\n  title: {colour: 品牌}\n"
        "  issue: {rule_below: {width: 1, colour: also, gap: 2}}\nbox: {fill: also}\ntable: {rule_colour: 品牌}\n",
    )
    rule = made.styles[Role.ISSUE].rule_below
    assert rule is not None
    assert {made.styles[Role.TITLE].colour, rule.colour, made.box.fill, made.table.rule_colour} == {"0B5CAD"}


def test_the_palette_s_colours_have_names_and_begin_anew(tmp_path: Path) -> None:
    made = theme(tmp_path, "styles:\n  title: {colour: palette-2}\n  issue: {colour: palette-3}\n")
    assert (made.styles[Role.TITLE].colour, made.styles[Role.ISSUE].colour) == ("FF0000", "102030")


@pytest.mark.parametrize(
    ("said", "found"),
    [("'000000 20%'", "CCCCCC"), ("palette-2 50%", "FF8080"), ("palette-1 100%", "102030"), ("palette-1 0%", "FFFFFF")],
)
def test_a_percentage_is_a_tint_on_white(tmp_path: Path, said: str, found: str) -> None:
    assert theme(tmp_path, f"table: {{highlight: {said}}}\n").table.highlight == found


def test_a_derived_theme_changes_a_name_and_all_that_uses_it(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text("name: base\nextends: briefing\ncolours: {brand: '113355'}\n", encoding="utf-8")
    (tmp_path / "own.yaml").write_text("name: own\nextends: base.yaml\ncolours: {brand: 'AA0000'}\n", encoding="utf-8")
    made = load_theme("own.yaml", root=tmp_path)
    assert {made.styles[Role.SECTION].colour, made.page.strip_colour, made.chart.highlight} == {"AA0000"}


def test_an_unknown_name_is_told_with_those_at_hand(tmp_path: Path) -> None:
    assert codes(tmp_path, "colours: {brand: '000000'}\nstyles:\n  title: {colour: blue}\n") == [
        ("theme.unknown-colour", 6)
    ]


def test_a_circle_is_told(tmp_path: Path) -> None:
    assert codes(tmp_path, "colours: {one: other, other: one 20%}\n") == [("theme.colour-circle", 4)] * 2


@pytest.mark.parametrize("said", ["12345", "'#12'", "a b", "brand 120%", "brand 5"])
def test_what_is_no_colour_and_no_name_is_told(tmp_path: Path, said: str) -> None:
    assert codes(tmp_path, f"link_colour: {said}\n") == [("theme.not-a-colour", 4)]


def test_a_wrong_colour_is_told_once_however_much_follows_it(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text('name: own\nextends: briefing\npalette: ["blue"]\n', encoding="utf-8")
    with pytest.raises(Faulty) as caught:
        load_theme(path)
    assert [(problem.code, str(problem.span).split(":", 1)[1]) for problem in caught.value.problems] == [
        ("theme.unknown-colour", "3:10")
    ]
    assert "brand, ink" in caught.value.problems[0].hint_en


@pytest.mark.parametrize(
    ("colour", "text"), [("000000", "FFFFFF"), ("1B4B66", "FFFFFF"), ("D9A441", "000000"), ("FFFFFF", "000000")]
)
def test_text_on_a_dark_colour_is_white(colour: str, text: str) -> None:
    assert readable_on(colour) == text
