"""Every trap of YAML has its message, at its place; and nothing but `Faulty` is ever raised."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.yaml_source import MAX_BYTES, decoded, parse, scan

law = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{problem.span.line}:{problem.span.column} {problem.code}" for problem in problems if problem.span]


def faults(source: str) -> list[str]:
    with pytest.raises(Faulty) as caught:
        parse(source, "a.yaml")
    assert all(problem.hint_zh and problem.hint_en for problem in caught.value.problems)
    return told(caught.value.problems)


TRAPS = [
    ("", ["1:1 yaml.empty-file"]),
    ("# 只有注释\n", ["1:1 yaml.empty-file"]),
    ("a: 1\n---\nb: 2\n", ["2:1 yaml.second-document"]),
    ("a: 甲\u200b乙\x07丙\n", ["1:7 yaml.control-character"]),
    ("a: 甲\u2028乙\n", ["1:5 yaml.control-character"]),
    ("a: 甲\u202e乙\u2066丙\n", ["1:5 yaml.control-character", "1:7 yaml.control-character"]),
    ("a:\n\tb: 1\n\tc: 2\n", ["2:1 yaml.tab", "3:1 yaml.tab"]),
    ("a:\n  \tb: 1\n", ["2:3 yaml.tab"]),
    ("title: {{ year }}\n", ["1:8 yaml.braces"]),
    ("title: {{ year }}概况\n", ["1:8 yaml.braces"]),
    ("title: {{ year | 年月 }}，{{ 登记 | 较(2021, 提升了) }}\n", ["1:8 yaml.braces"]),
    ("- {{ year }}\n", ["1:3 yaml.braces"]),
    ("- text: {{ year }}概况\n", ["1:9 yaml.braces"]),
    ("unit: %\n", ["1:7 yaml.indicator"]),
    ("unit: @甲\n", ["1:7 yaml.indicator"]),
    ("- `甲`\n", ["1:3 yaml.indicator"]),
    ("issue: 第 #1 期\n", ["1:10 yaml.cut"]),
    ("colour: #1B4B66\nb: 1\n", ["1:9 yaml.cut"]),
    ("a: [第 #1 期]\nb: 1\n", ["1:7 yaml.cut"]),
    ("title：月报\ntheme: bulletin\n", ["1:6 yaml.full-width-colon"]),
    ("theme: bulletin\ntitle：月报\n", ["2:6 yaml.full-width-colon"]),
    ("title:月报\ntheme: bulletin\n", ["1:6 yaml.colon-without-space"]),
    ("title: 月报: 专利\n", ["1:8 yaml.colon-in-value"]),
    ('title: "{{ year }}" 概况\n', ["1:21 yaml.after-quote"]),
    ("title: '甲'乙\n", ["1:11 yaml.after-quote"]),
    ('title: "甲\nb: 1\n', ["1:8 yaml.unclosed-quote"]),
    ("items: [甲, 乙\nb: 1\n", ["1:8 yaml.unclosed-bracket"]),
    ("items: {甲: 1\nb: 1\n", ["1:8 yaml.unclosed-bracket"]),
    ("x: {a: 甲，b: 乙}\nunit: %\n", ["1:9 yaml.full-width-in-brackets", "2:7 yaml.indicator"]),
    ("x: {a: 甲，\n    b: 乙}\n", ["1:9 yaml.full-width-in-brackets"]),
    ("x: {a: 甲，乙, b: 丙，c: 丁}\n", ["1:17 yaml.full-width-in-brackets"]),
    ("x: {a: '甲'，b: 乙}\n", ["1:11 yaml.full-width-in-brackets"]),
    ('x: ["甲"，"乙"]\n', ["1:8 yaml.full-width-in-brackets"]),
    ("x: {a: 甲, b: 乙｝\ny: 1\n", ["1:15 yaml.full-width-in-brackets"]),
    ("x: {a: [甲, 乙］, b: 丙}\n", ["1:13 yaml.full-width-in-brackets"]),
    ("items: [甲，乙\nb: 1\n", ["1:8 yaml.unclosed-bracket"]),
    ('path: "data\\quarter.xlsx"\n', ["1:12 yaml.escape"]),
    ("a:\n  b: 1\n c: 2\n", ["3:2 yaml.indentation"]),
    ("a:\n  - b\n - c\n", ["3:2 yaml.indentation"]),
    ("a:\n  x: 甲\n   y: 乙\n", ["3:4 yaml.indented-further"]),
    ("a:\n  x: 甲\n   y: {z: 乙}\n", ["3:4 yaml.indented-further"]),
    ("a:\n  x: 甲\n     乙\n    y: 丙\n  z: >\n    丁\n", ["4:5 yaml.indented-further", "5:6 yaml.folded"]),
    ("- x: 'b'\n    y: 乙\n  z: %\n", ["2:5 yaml.indented-further", "3:6 yaml.indicator"]),
    ("x: {a: b}\n  y: 乙\n", ["2:3 yaml.indented-further"]),
    ("x: |\n    b\n   c: d\n", ["3:4 yaml.indentation"]),
    ("x: 甲: 乙\n  丙\n", ["1:4 yaml.colon-in-value"]),
    ("a:\n  - b: 1\n  -c: 2\nd: %\n", ["3:3 yaml.dash-without-space", "4:4 yaml.indicator"]),
    ("a:\n\u3000b: 1\n", ["2:1 yaml.wide-space"]),
    ("a: 1\n\u3000b: 2\n\u3000\u3000c: 2\n", ["2:1 yaml.wide-space", "3:1 yaml.wide-space"]),
    ("- a: 1\n \u00a0b: 2\n", ["2:2 yaml.wide-space"]),
    ("a\u3000: 1\n", ["1:1 yaml.wide-space"]),
    ("a:\u30001\nb: 2\n", ["1:2 yaml.colon-without-space"]),
    ("a:\u00a01\nb: 2\n", ["1:2 yaml.colon-without-space"]),
    ("title: [内部] 月报\nb: %\n", ["1:13 yaml.after-bracket", "2:4 yaml.indicator"]),
    ('title: "甲\nissue: "乙"\nb: %\n', ["1:8 yaml.unclosed-quote", "3:4 yaml.indicator"]),
    ("a: - b\n", ["1:4 yaml.dash-in-value"]),
    ("a: 1\n正文\nb: 2\n", ["2:1 yaml.no-colon"]),
    ("a: &甲 1\n", ["1:4 yaml.anchor"]),
    ("a: &甲\n  b: 1\n", ["1:4 yaml.anchor"]),
    ("a: **十四五**以来\n", ["1:4 yaml.alias"]),
    ("a: !!str 1\n", ["1:4 yaml.tag"]),
    ("a: {<<: 1}\n", ["1:5 yaml.merge-key"]),
    ("? [a]\n: 1\n", ["1:3 yaml.complex-key"]),
    ("a: 1\nb: 2\na: 3\n", ["3:1 yaml.duplicate-key"]),
    ("a: {b: 1, b: 2}\n", ["1:11 yaml.duplicate-key"]),
    ("[" * 60 + "]" * 60, ["1:51 yaml.too-deep"]),
    ("%YAML 1.2\na: 1\n", ["2:1 yaml.syntax"]),
]


@pytest.mark.parametrize(("source", "expected"), TRAPS)
def test_each_trap_is_told_at_its_place(source: str, expected: list[str]) -> None:
    assert faults(source) == expected


def test_a_file_too_large_is_not_read() -> None:
    assert faults("a" * (MAX_BYTES + 1)) == ["1:1 yaml.too-large"]
    with pytest.raises(Faulty) as caught:
        decoded(b"a" * (MAX_BYTES + 1), "a.yaml")
    assert told(caught.value.problems) == ["1:1 yaml.too-large"]


def test_a_folded_scalar_is_a_warning() -> None:
    found = scan("text: >\n  甲\n  乙\n", "a.yaml")
    assert told(found.problems) == ["1:7 yaml.folded"]
    assert not found.problems[0].fatal
    assert parse("text: >\n  甲\n", "a.yaml") is not None


def test_a_full_width_comma_between_brackets_is_a_warning() -> None:
    found = scan("items: [甲，乙, '丙，丁', 戊、己]\n", "a.yaml")
    assert told(found.problems) == ["1:10 yaml.full-width-comma"]
    assert not found.problems[0].fatal


def test_all_traps_of_a_file_are_told_in_one_run() -> None:
    source = (
        "title: {{ year }}概况\n"
        "issue: 第 #1 期\n"
        "theme：bulletin\n"
        "output: a: b\n"
        "unit: %\n"
        "text: >\n"
        "  甲\n"
        "title: 又一个\n"
        'caption: "甲" 乙\n'
        "rows: *甲\n"
    )
    assert faults(source) == [
        "1:8 yaml.braces",
        "2:10 yaml.cut",
        "3:6 yaml.full-width-colon",
        "4:9 yaml.colon-in-value",
        "5:7 yaml.indicator",
        "6:7 yaml.folded",
        "8:1 yaml.duplicate-key",
        "9:14 yaml.after-quote",
        "10:7 yaml.alias",
    ]


@pytest.mark.parametrize(
    "source",
    [
        "a: 甲 # 注释\n",
        "a: 甲 ## 注释\n",
        "a: 甲#1\n",
        "a: 标题：月报\nb: 1\n",
        "a: http://example.org/x:y\n",
        "a: |\n  title：月报\n  第 #1 期\n  \t\n  {{ year }}: %\n",
        "a: '{{ year }}'\n",
        "a: {b: 1, c: [d]}\n",
        "---\na: 1\n...\n",
        "%YAML 1.2\n---\na: 1\n",
        "a:\n- b\n- c\n",
        "a: |\n  \u3000\u3000段首空两格\n",
        "a: 甲\u3000乙\n",
        "a: 大、中型企业，小型企业\n",
        "-a: 1\n",
    ],
)
def test_what_is_right_is_left_alone(source: str) -> None:
    assert scan(source, "a.yaml").problems == ()


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        ("甲: 1\n乙: 月报".encode("gb18030"), 1, 1, ("第 1 个字节（0xBC）", "GBK")),
        ("a: 1\nb: 月".encode() + b"\xff", 2, 5, ("第 12 个字节（0xFF）", "UTF-8")),
        ("a: 1".encode("utf-16"), 1, 1, ("第 1 个字节（0xFF）", "UTF-16")),
    ],
)
def test_bytes_that_are_not_utf8_are_told(data: bytes, line: int, column: int, words: tuple[str, str]) -> None:
    with pytest.raises(Faulty) as caught:
        decoded(data, "a.yaml")
    (problem,) = caught.value.problems
    assert problem.span is not None
    assert (problem.code, problem.span.line, problem.span.column) == ("yaml.not-utf8", line, column)
    assert words[0] in problem.zh
    assert words[1] in problem.hint_zh


def test_a_byte_order_mark_is_accepted() -> None:
    assert decoded(b"\xef\xbb\xbfa: 1", "a.yaml") == "a: 1"


YAML_LIKE = st.text(st.sampled_from(list("ab甲：:  \n\n-'\"{}[]|>#%@&*!?,\t\\x0.，“")), max_size=200)


@law
@given(YAML_LIKE | st.text(max_size=300))
@example("a: {{\n")
@example("{{}}: {{}}")
@example("? - : \n")
@example("%TAG ! x\n---\n!a b\n")
@example("a: |9\n b\n")
@example("\\: {{ x }}\ufeff")
def test_nothing_but_faulty_is_raised(source: str) -> None:
    try:
        parse(source, "a.yaml")
    except Faulty as error:
        lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for problem in error.problems:
            assert problem.span is not None
            assert 1 <= problem.span.line <= len(lines)
