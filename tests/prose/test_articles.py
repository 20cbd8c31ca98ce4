"""Articles in files of their own: Markdown with headings, and nothing else that a text has not."""

from __future__ import annotations

import pytest

from reportgen.errors import Faulty
from reportgen.prose.pieces import Pieces
from reportgen.prose.samples import source_text
from reportgen.prose.text import TextHeading, TextList, TextParagraph, read_article


def said(pieces: Pieces) -> str:
    return "".join(getattr(piece, "text", "〔〕") for piece in pieces)


def read(text: str) -> list[str]:
    """Return an article's passages as lines that begin with their kind and end with their place."""
    lines: list[str] = []
    for passage in read_article(source_text(text)):
        place = f"@{passage.span.line}:{passage.span.column}"
        match passage:
            case TextHeading():
                lines.append(f"H{passage.level} {said(passage.pieces)} {place}")
            case TextParagraph():
                lines.append(f"P {said(passage.pieces)} {place}")
            case TextList():
                lines += [f"L {said(item.pieces)}" for item in passage.items]
    return lines


def test_headings_paragraphs_and_lists_come_in_order_with_their_places() -> None:
    text = "# 登记指南\n\n总说。\n\n## 一是 {{ x }} ##\n正文\n接着。\n- 甲\n- 乙\n\n### **要点**\n"
    assert read(text) == [
        "H1 登记指南 @1:3",
        "P 总说。 @3:1",
        "H2 一是 〔〕 @5:4",
        "P 正文接着。 @6:1",
        "L 甲",
        "L 乙",
        "H3 要点 @11:7",
    ]


def test_a_mark_without_a_space_is_a_character() -> None:
    assert read("#1 号文件\n") == ["P #1 号文件 @1:1"]


def test_an_escaped_mark_prints() -> None:
    assert read("\\# 井号\n") == ["P # 井号 @1:2"]


def test_a_footnote_may_stand_under_another_heading_than_its_marker() -> None:
    lines = read("# 甲\n\n正文[^a]。\n\n# 乙\n\n又一段。\n\n[^a]: 注。\n")
    assert [line.split("@")[0] for line in lines] == ["H1 甲 ", "P 正文〔〕。 ", "H1 乙 ", "P 又一段。 "]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("甲\n\n---\n\n乙\n", "prose.article-block", (3, 1)),
        ("---\ntitle: 甲\n---\n乙\n", "prose.article-block", (1, 1)),
        ("标题\n====\n", "prose.article-block", (2, 1)),
        ("正文\n\n```\n代码\n```\n", "prose.article-block", (3, 1)),
        ("正文\n\n![图](a.png)\n", "prose.article-block", (3, 1)),
        ("- # 列表里的标题\n", "prose.article-block", (1, 3)),
        ("# 标题[^a]\n\n[^a]: 注。\n", "prose.footnote-elsewhere", (3, 1)),
        (" \n\n", "prose.article-empty", (1, 1)),
        ("# 甲\n\n{{ x \n", "prose.unclosed", (3, 1)),
    ],
)
def test_what_an_article_cannot_hold_is_told_at_its_place(text: str, code: str, place: tuple[int, int]) -> None:
    with pytest.raises(Faulty) as caught:
        read_article(source_text(text))
    problem = caught.value.problems[0]
    assert problem.code == code
    assert problem.span is not None
    assert (problem.span.line, problem.span.column) == place


def test_every_wrong_mark_is_told() -> None:
    with pytest.raises(Faulty) as caught:
        read_article(source_text("甲\n\n---\n\n```\n乙\n```\n"))
    assert len(caught.value.problems) == 3
