"""The law of typed statistics: what an expression prints is found when it is typed, and what else is said is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.prose.evaluate import phrase
from reportgen.prose.lint import MOST_NAMES, known, single_braces, typed
from reportgen.prose.phrase import plain
from reportgen.prose.pieces import FootnotePiece, Hole, Pieces
from reportgen.prose.samples import scope, source_text, table, years
from reportgen.prose.scope import Scope
from reportgen.prose.selection import of_table
from reportgen.prose.text import TextParagraph, holes, read_line, read_text
from reportgen.prose.wording import WORDINGS

SCOPE = scope()
KNOWN = known(SCOPE)

GOLDEN = Path(__file__).parent / "golden"
BULLETIN = (GOLDEN / "bulletin.md").read_text(encoding="utf-8")
SAYS = (GOLDEN / "bulletin.txt").read_text(encoding="utf-8")


def said(pieces: Pieces) -> str:
    words: list[str] = []
    for piece in pieces:
        assert not isinstance(piece, FootnotePiece)
        words.append(plain(phrase(piece.expression, SCOPE)) if isinstance(piece, Hole) else piece.text)
    return "".join(words)


def found(text: str) -> list[str]:
    return [problem.zh.partition("“")[2][:-1] for problem in typed(read_line(source_text(text)), KNOWN)]


def test_the_sentences_of_a_bulletin_print_as_they_should() -> None:
    passages = read_text(source_text(BULLETIN))
    lines = [said(passage.pieces) for passage in passages if isinstance(passage, TextParagraph)]
    assert "\n".join(lines) + "\n" == SAYS


def test_a_report_without_typed_statistics_has_no_problem() -> None:
    assert typed(read_text(source_text(BULLETIN)), KNOWN) == ()


EXPRESSIONS = sorted({hole.text for hole in holes(read_text(source_text(BULLETIN)))})


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_what_an_expression_prints_is_found_when_typed(expression: str) -> None:
    printed = plain(phrase(source_text(expression), SCOPE))
    before, hole, after = BULLETIN.partition("{{ " + expression + " }}")
    assert hole
    swapped = typed(read_text(source_text(before + printed + after)), KNOWN)
    assert swapped
    assert all(problem.span is not None for problem in swapped)


@pytest.mark.parametrize(
    "expression",
    [example.expression for wording in WORDINGS for example in wording.examples if wording.name != "累计期"],
)
def test_what_a_wording_prints_is_found_when_typed(expression: str) -> None:
    assert found(f"为{plain(phrase(source_text(expression), SCOPE))}的")


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("比例为86.6％", ["86.6％"]),
        ("比例为 ８６.６%", ["８６.６%"]),
        ("百分之八十六点六", ["百分之八十六点六"]),
        ("提升1.8个百分点", ["1.8个百分点"]),
        ("提升一个百分点", ["一个百分点"]),
        ("增长 1.5 倍，是其两倍", ["1.5 倍", "两倍"]),
        ("共 10,630,610 件", ["10,630,610 件"]),
        ("达 780 万件", ["780 万件"]),
        ("约七成企业", ["约七成"]),
        ("见图1，见图 13", ["图1", "图 13"]),
        ("**86.6**%", ["86.6%"]),
        ("2024年", ["2024年"]),
        ("与上年持平", ["持平"]),
        ("美术、摄影及文字作品", ["美术、摄影及文字作品"]),
    ],
)
def test_statistics_are_found_however_they_are_typed(text: str, stretches: list[str]) -> None:
    assert found(text) == stretches


@pytest.mark.parametrize(
    "text",
    [
        "2025 年 3 月 4 日，2024 年一季度，2024 年 5 月，2023 年",
        "《2024 年专利调查报告》《关于印发《2024 年方案》的通知》",
        "一成不变，统一成立，完成，九成熟",
        "1000 万元以下，3 个方面，第 2 期，5 件事",
        "保持平稳",
        "图 2，图 130",
        "作品登记、登记总量、研发获取比例",
    ],
)
def test_other_numbers_are_nobodys_statistics(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("count", "problems"), [(MOST_NAMES, 1), (MOST_NAMES + 1, 0)])
def test_the_names_of_a_long_table_are_no_list(count: int, problems: int) -> None:
    names = [f"{chr(ord('甲') + number)}号企业" for number in range(count)]
    data = of_table(table("企业", {name: ["1"] for name in names}, years(2024)), "企业")
    listed = "、".join(names[:-1]) + "和" + names[-1]
    assert len(typed(read_line(source_text(listed)), known(Scope(names={"企业": data})))) == problems


def test_a_problem_stands_where_the_number_stands() -> None:
    (problem,) = typed(read_text(source_text("甲乙\n丙 86.6% 丁 {{ 研发获取 }}")), KNOWN)
    assert problem.span is not None
    assert (problem.span.line, problem.span.column, problem.span.end_column) == (2, 3, 8)


def test_a_statistic_typed_into_a_footnote_is_found_at_its_place() -> None:
    (problem,) = typed(read_text(source_text("甲[^1]。\n\n[^1]: 达 86.6%。")), KNOWN)
    assert problem.span is not None
    assert (problem.span.line, problem.span.column) == (3, 9)


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("登记量{ 登记.作品登记 | 较上年 }。", "登记.作品登记 | 较上年"),
        ("{year} 年", "year"),
        ("本期 { 登记[2023] } 件", "登记[2023]"),
        ("**{ 登记 }**", "登记"),
        ("{ 不知 | 较上年 }", "不知 | 较上年"),
        ("{ 登记 }}", "登记"),
        ("{ 见.图1 }", "见.图1"),
        ("本期｛登记｝件", "登记"),
    ],
)
def test_an_expression_in_single_braces_is_told(text: str, expression: str) -> None:
    (problem,) = single_braces(read_text(source_text(text)), SCOPE)
    assert problem.fatal
    assert problem.zh.endswith(f"少了一层花括号：写 {{{{ {expression} }}}}")
    assert problem.span is not None
    assert problem.span.column == text.replace("｛", "{").index("{") + 1


@pytest.mark.parametrize(
    "text",
    ["{{ 登记.作品登记 | 较上年 }}", "集合 {甲、乙}", "{登记表}", "{ 登记 与备案 }", "{ }", "{ 甲 | 乙 }", "{见下}"],
)
def test_other_braces_are_the_authors(text: str) -> None:
    assert single_braces(read_text(source_text(text)), SCOPE) == ()


def test_names_withheld_are_names_too() -> None:
    said = read_text(source_text("{ 存量 }"))
    assert single_braces(said, Scope(withheld=frozenset({"存量"})))
    assert not single_braces(said, Scope())
