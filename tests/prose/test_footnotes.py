"""Footnotes in Markdown: markers, definitions, their places, and what is refused."""

from __future__ import annotations

import pytest

from reportgen.errors import Faulty
from reportgen.prose.pieces import FootnotePiece, Hole, Pieces
from reportgen.prose.samples import source_text
from reportgen.prose.text import Passage, TextList, TextParagraph, holes, read_line, read_text


def shown(pieces: Pieces) -> str:
    said = ""
    for piece in pieces:
        match piece:
            case FootnotePiece():
                said += f"〔{shown(piece.pieces)}〕"
            case Hole():
                said += f"{{{piece.expression.text}}}"
            case _:
                said += f"*{piece.text}*" if piece.strong else piece.text
    return said


def read(text: str) -> list[str]:
    return [line for passage in read_text(source_text(text)) for line in lines(passage)]


def lines(passage: Passage) -> list[str]:
    match passage:
        case TextParagraph(pieces=pieces):
            return [shown(pieces)]
        case TextList(items=items):
            return [shown(item.pieces) for item in items]


def codes(text: str) -> list[str]:
    with pytest.raises(Faulty) as caught:
        read_text(source_text(text))
    return [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("甲[^1]乙。\n\n[^1]: 注。", ["甲〔注。〕乙。"]),
        ("甲[^1]乙。\n[^1]: 注。\n", ["甲〔注。〕乙。"]),
        (
            "甲[^口径]乙{{ a }}[^2]。\n\n[^2]: 二 {{ b }}。\n[^口径]: 一\n  续。\n\n后。",
            ["甲〔一续。〕乙{a}〔二 {b}。〕。", "后。"],
        ),
        ("**甲**[^1]，“乙”[^2]。\n\n[^1]: 说**重**点。\n[^2]: x", ["*甲*〔说*重*点。〕，“乙”〔x〕。"]),
        ("1) 甲[^1]\n2) 乙\n\n[^1]: 注", ["甲〔注〕", "乙"]),
        (r"甲\[^1]乙", ["甲[^1]乙"]),
        ("[^1]: 先说。\n\n甲[^1]。", ["甲〔先说。〕。"]),
    ],
)
def test_markers_and_definitions(text: str, said: list[str]) -> None:
    assert read(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("甲[^1]\n乙\n\n[^1]: x", "甲〔x〕乙"), ("a[^1]\nb\n\n[^1]: x", "a〔x〕 b"), ("a\n[^1]b\n\n[^1]: x", "a 〔x〕b")],
)
def test_a_line_end_beside_a_marker_goes_by_the_words(text: str, said: str) -> None:
    assert read(text) == [said]


def test_expressions_of_footnotes_come_where_the_marker_stands() -> None:
    passages = read_text(source_text("{{ a }}[^1]{{ c }}\n\n[^1]: {{ b }}"))
    assert [hole.text for hole in holes(passages)] == ["a", "b", "c"]


def test_words_of_a_footnote_know_their_place() -> None:
    (passage,) = read_text(source_text("甲[^1]乙\n\n[^1]: 注 {{ x }}文"))
    assert isinstance(passage, TextParagraph)
    (note,) = [piece for piece in passage.pieces if isinstance(piece, FootnotePiece)]
    (hole,) = [piece for piece in note.pieces if isinstance(piece, Hole)]
    assert (hole.expression.span.line, hole.expression.span.column) == (3, 12)
    assert (note.span.line, note.span.column) == (3, 1)
    assert [p.source.span.column for p in passage.pieces if not isinstance(p, FootnotePiece | Hole)] == [1, 6]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("甲[^1]乙", "prose.footnote-unknown"),
        ("甲\n\n[^1]: 注", "prose.footnote-unused"),
        ("甲[^1]乙[^1]\n\n[^1]: 注", "prose.footnote-twice"),
        ("甲[^1]\n\n[^1]: 注\n[^1]: 又注", "prose.footnote-twice"),
        ("甲[^1]\n\n[^1]:", "prose.footnote-empty"),
        ("甲[^1]乙[^2]\n\n[^1]: 注[^2]\n[^2]: 又", "prose.footnote-nested"),
        ("甲[^1]\n\n[^1]: 注\n\n    又一段", "prose.footnote-paragraphs"),
    ],
)
def test_what_has_no_other_side_is_told(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_a_title_holds_no_footnote() -> None:
    with pytest.raises(Faulty) as caught:
        read_line(source_text("标题[^1]"))
    (problem,) = caught.value.problems
    assert problem.code == "prose.footnote-elsewhere"
    assert problem.span is not None
    assert (problem.span.column, problem.span.end_column) == (3, 7)
