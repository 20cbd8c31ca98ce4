"""Runs: a face for each stretch, a width for each character, an ink for each run."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.layout.runs import Said, said, set_text, spread_of, text_width
from reportgen.model.inline import CrossReference, Link, Number, Text
from reportgen.model.pages import Target
from reportgen.origins import BlockId, RecordId
from tests.layout.documents import fake_faces
from tests.layout.looks import BODY, small_theme

THEME = small_theme()
FACES = fake_faces(THEME)


def runs(*pieces: Said) -> list[tuple[str, str, int]]:
    text = set_text(pieces, BODY, THEME, FACES)
    return [(run.text, ink.face, ink.inline) for run, ink in zip(text.runs, text.inks, strict=True)]


def test_chinese_and_latin_take_their_faces() -> None:
    assert runs(Said("比例为 86.6%，较")) == [("比例为", "han", -1), (" 86.6%", "latin", -1), ("，较", "han", -1)]


def test_quotes_beside_chinese_take_the_chinese_face_across_inlines() -> None:
    assert runs(Said("“", 0), Said("十四五", 1), Said("”", 2)) == [
        ("“", "han", 0),
        ("十四五", "han", 1),
        ("”", "han", 2),
    ]


def test_inlines_are_never_joined() -> None:
    assert [inline for _, _, inline in runs(Said("提升", 0), Said("下降", 1))] == [0, 1]


def test_advances_are_in_points() -> None:
    (han, latin) = set_text((Said("汉A"),), BODY, THEME, FACES).runs
    assert (list(han.advances), list(latin.advances)) == ([10.0], [5.0])
    assert text_width((Said("汉A"),), BODY, THEME, FACES) == 15.0


def test_pieces_of_different_faces_keep_their_own_advances() -> None:
    text = set_text((Said("汉A", 0), Said("B字", 1, strong=True), Said("C", 2)), BODY, THEME, FACES)
    assert [(run.text, list(run.advances)) for run in text.runs] == [
        ("汉", [10.0]),
        ("A", [5.0]),
        ("B", [5.0]),
        ("字", [10.0]),
        ("C", [5.0]),
    ]


def test_links_out_of_the_document_have_their_colour() -> None:
    text = set_text(
        (Said("网", 0, link=Target(url="https://a.cn")), Said("图", 1, link=Target(BlockId("图")))), BODY, THEME, FACES
    )
    assert [ink.colour for ink in text.inks] == ["0000FF", "000000"]


def test_inlines_become_stretches_with_links_to_what_is_there() -> None:
    inlines = (
        Text("见"),
        CrossReference("图 1", BlockId("图1")),
        CrossReference("图 2", BlockId("图2")),
        Link("网", "https://a.cn"),
        Number("", RecordId("r")),
        Number("1", RecordId("r"), strong=True),
    )
    assert said(inlines, {BlockId("图1")}) == (
        Said("见", 0),
        Said("图 1", 1, link=Target(BlockId("图1"))),
        Said("图 2", 2),
        Said("网", 3, link=Target(url="https://a.cn")),
        Said("1", 5, strong=True),
    )


@pytest.mark.parametrize(
    ("text", "expected"), [("专利", 1.0), ("版权法", 0.1), ("AB", 0.1), ("（）", 1.0), ("专", 0.1), ("", 0.1)]
)
def test_only_a_pair_of_chinese_characters_is_spread_as_one(text: str, expected: float) -> None:
    assert spread_of(text, replace(BODY, spread_em=0.1, pair_spread_em=1.0)) == expected


def test_no_text_has_no_runs() -> None:
    assert set_text((), BODY, THEME, FACES).runs == ()
