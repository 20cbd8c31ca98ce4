"""Markdown with holes: what is text stays text, and every piece knows its place."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import SourceText, Span
from reportgen.prose.pieces import Address, FootnotePiece, Hole, Pieces, Words
from reportgen.prose.samples import source_text
from reportgen.prose.text import Passage, TextList, TextParagraph, holes, read_line, read_text


def shown(pieces: Pieces) -> str:
    """The pieces as one line: {expression}, **strong**, *emphasis*, [text](address)."""
    out = ""
    for piece in pieces:
        match piece:
            case FootnotePiece():
                out += f"〔{shown(piece.pieces)}〕"
                continue
            case Words():
                text = piece.text
            case Hole():
                text = "{" + piece.expression.text + "}"
            case Address():
                text = f"[{piece.text}]({piece.url})"
        mark = "**" * piece.strong + "*" * piece.emphasis
        out += mark + text + mark
    return out


def paragraphs(text: str) -> list[str]:
    passages = read_text(source_text(text))
    assert all(isinstance(passage, TextParagraph) for passage in passages)
    return [shown(passage.pieces) for passage in passages if isinstance(passage, TextParagraph)]


def code_of(text: str) -> str:
    with pytest.raises(Faulty) as caught:
        read_text(source_text(text))
    assert caught.value.problems[0].span is not None
    return caught.value.problems[0].code


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("比例为 {{ 研发获取 }}，{{研发获取 | 较上年}}。", "比例为 {研发获取}，{研发获取 | 较上年}。"),
        ("{{ a ~ '}}' }}后", "{a ~ '}}'}后"),
        ("{{ a ~ ‘}}’ }}后", "{a ~ ‘}}’}后"),
        ("it's {{ a }} and it's", "it's {a} and it's"),
        (r"\{{ a }}", "{{ a }}"),
        ("R&D <5% &amp; <b>x</b> ~~d~~ $x$ | e", "R&D <5% &amp; <b>x</b> ~~d~~ $x$ | e"),
        ("二，`代码 {{ a }} **b**`。", "二，代码 {a} **b**。"),
        ("``a`b`` 和 **`c`**", "a`b 和 **c**"),
        (r"\`甲\` 和 ` 乙", "`甲` 和 ` 乙"),
        ("**{{ a }}**以来", "**{a}**以来"),
        ("为**“十四五”**以来", "为**“十四五”**以来"),
        ("达到**86.6%**以来", "达到**86.6%**以来"),
        ("按《*办法*》办", "按《*办法*》办"),
        (r"\*不是\*", "*不是*"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a_b_c", "a_b_c"),
        ("见[官网](https://example.com/a?b=c)。", "见[官网](https://example.com/a?b=c)。"),
        ("[官网](mailto:a@example.com)", "[官网](mailto:a@example.com)"),
        ("私用 \ue000 \uf8ff \U000f0000 {{ a }}", "私用 \ue000 \uf8ff \U000f0000 {a}"),
        ("2024. 年", "2024. 年"),
    ],
)
def test_pieces_of_a_line(text: str, pieces: str) -> None:
    assert shown(read_line(source_text(text))) == pieces


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("发展\n持续", "发展持续"),
        ("发展，\n持续", "发展，持续"),
        ("达到了\n{{ a }}", "达到了{a}"),
        ("{{ a }}\n{{ b }}", "{a}{b}"),
        ("GDP\ngrew", "GDP grew"),
        ("GDP\n增长", "GDP增长"),
        ("GDP\n{{ a }}", "GDP {a}"),
        ("**“甲”**\n以来", "**“甲”**以来"),
        ("发展  \n持续", "发展持续"),
        ("国家局 版权局", "国家局 版权局"),
    ],
)
def test_a_line_end_beside_chinese_vanishes(text: str, line: str) -> None:
    assert paragraphs(text) == [line]


def test_words_marked_as_code_know_their_places() -> None:
    words, hole, after = read_line(source_text("二，`代码` {{ a }}`丙`"))
    assert isinstance(words, Words)
    assert [(start, column) for start, _, column in words.source.starts] == [(0, 1), (2, 4), (4, 7)]
    assert isinstance(hole, Hole)
    assert isinstance(after, Words)
    assert after.source.span.column == 16


def test_a_carriage_return_is_a_line_end_too() -> None:
    assert paragraphs("甲\r{{ a }}乙\rGDP\rgrew") == ["甲{a}乙GDP grew"]
    assert len(read_text(source_text("甲\r\r乙\r- 丙"))) == 3


def test_blank_lines_part_paragraphs() -> None:
    assert paragraphs("甲\n乙\n\n\n丙\n") == ["甲乙", "丙"]


def test_lists_keep_their_numbers_and_levels() -> None:
    (first, second) = read_text(source_text("3) 甲 {{ a }}\n4) 乙\n   丙\n   - 丁\n5) 戊\n\n正文"))
    assert isinstance(first, TextList)
    assert isinstance(second, TextParagraph)
    assert [(item.level, item.counter, item.delimiter, shown(item.pieces)) for item in first.items] == [
        (0, 3, ")", "甲 {a}"),
        (0, 4, ")", "乙丙"),
        (1, None, "", "丁"),
        (0, 5, ")", "戊"),
    ]


def test_holes_come_in_order() -> None:
    found = holes(read_text(source_text("{{ a }}和{{ b }}\n\n- {{ c }}\n- 没有\n")))
    assert [hole.text for hole in found] == ["a", "b", "c"]


@pytest.mark.parametrize("text", ["｛｛ a ｝｝年", "{｛a｝}年", "{{ a ｝｝年", "｛｛　a　}}年"])
def test_full_width_braces_are_read_as_half_width(text: str) -> None:
    assert paragraphs(text) == ["{a}年"]


def test_full_width_braces_in_quotes_are_printed() -> None:
    (hole,) = holes(read_text(source_text("甲 {{ '｛｛乙｝｝' }}")))
    assert hole.text == "'｛｛乙｝｝'"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("甲 {{ a", "prose.unclosed"),
        ("甲 ｛｛ a", "prose.unclosed"),
        ("｛% if a %｝甲", "prose.statement"),
        ("{% if a %}甲{% endif %}", "prose.statement"),
        ("# 标题", "prose.markdown-block"),
        ("甲\n\n```\n乙\n```", "prose.markdown-block"),
        ("![图](a.png)", "prose.markdown-block"),
        ("[甲](ftp://example.com)", "prose.link-address"),
        ("[甲](../a)", "prose.link-address"),
        ("[{{ a }}](https://example.com)", "prose.link-hole"),
        ("[](https://example.com)", "prose.link-empty"),
        ("[甲](https://example.com '乙')", "prose.link-address"),
        ("[甲](https://example.com/{{ a }})", "prose.link-address"),
        ("- 甲\n\n  乙", "prose.list-paragraphs"),
        ("- - - - - - - - 甲", "prose.list-too-deep"),
    ],
)
def test_what_a_text_block_cannot_hold(text: str, code: str) -> None:
    assert code_of(text) == code


def test_a_script_address_is_no_link() -> None:
    assert paragraphs("[甲](javascript:alert(1))") == ["[甲](javascript:alert(1))"]


def test_a_title_is_one_line() -> None:
    assert shown(read_line(source_text("1) {{ a }}企业\n"))) == "1) {a}企业"
    with pytest.raises(Faulty) as caught:
        read_line(source_text("甲\n\n乙"))
    assert caught.value.problems[0].code == "prose.not-one-line"


def test_pieces_know_their_places() -> None:
    text = "甲乙 {{ a }}丙\n丁**戊**\n\n1) 己 {{ b }}\n"
    source = SourceText(text, Span("s.yaml", 10, 7, 14, 1), ((0, 10, 7), (12, 11, 7), (19, 12, 7), (20, 13, 7)))
    first, second = read_text(source)
    assert isinstance(first, TextParagraph)
    assert isinstance(second, TextList)
    places = []
    for piece in (*first.pieces, *second.items[0].pieces):
        assert not isinstance(piece, FootnotePiece)
        span = piece.expression.span if isinstance(piece, Hole) else piece.source.span
        places.append((span.line, span.column))
    assert places == [(10, 7), (10, 13), (10, 17), (11, 10), (13, 10), (13, 15)]
    joined = first.pieces[2]
    assert isinstance(joined, Words)
    assert joined.text == "丙丁"
    assert (joined.source.at(1).line, joined.source.at(1).column) == (11, 7)


def test_words_know_where_each_line_of_theirs_begins() -> None:
    (broken,) = read_text(source_text("GDP\ngrew 86.6%"))
    (folded,) = read_text(SourceText("甲乙 丙丁", Span("s.yaml", 3, 5, 5, 1), ((0, 3, 5), (3, 4, 5))))
    for passage, offset, place in ((broken, 4, (2, 1)), (broken, 9, (2, 6)), (folded, 4, (4, 6))):
        assert isinstance(passage, TextParagraph)
        (words,) = passage.pieces
        assert isinstance(words, Words)
        span = words.source.at(offset)
        assert (span.line, span.column) == place


WRITTEN = st.lists(
    st.sampled_from(
        [
            "甲",
            "乙。",
            "abc",
            " ",
            "\n",
            "\n\n",
            "\r",
            "- ",
            "1) ",
            "**",
            "*",
            "\\",
            "[",
            "](",
            "[^1]",
            "[^1]: ",
            ")",
            "https://a",
            "“",
            "%",
            "{{ a }}",
            "{{",
            "}}",
            "'",
            "# ",
            "> ",
            "\ue000",
            "\U000f0001",
            "    ",
            "\t",
            "&amp;",
            "<b>",
        ]
    ),
    max_size=25,
).map("".join)


KEPT = "甲乙。\ue000\U000f0001"


def printed_of(pieces: Pieces) -> str:
    """All that the pieces say and hold."""
    said = ""
    for piece in pieces:
        match piece:
            case FootnotePiece():
                said += printed_of(piece.pieces)
            case Hole():
                said += piece.expression.text
            case Words() | Address():
                said += piece.text
    return said + "".join(unquote(p.url) for p in pieces if isinstance(p, Address))


@given(WRITTEN)
def test_no_text_raises_anything_but_faulty_and_nothing_is_lost(text: str) -> None:
    problems: tuple[Problem, ...] = ()
    passages: tuple[Passage, ...] = ()
    try:
        passages = read_text(source_text(text))
    except Faulty as error:
        problems = error.problems
    assert all(problem.span is not None for problem in problems)
    printed = "".join(
        printed_of(pieces)
        for passage in passages
        for pieces in ([passage.pieces] if isinstance(passage, TextParagraph) else [i.pieces for i in passage.items])
    )
    if not problems:
        assert [printed.count(char) for char in KEPT] == [text.count(char) for char in KEPT]
