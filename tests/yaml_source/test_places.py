"""A text's places lead back to its source, for each way of writing a scalar."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.origins import SourceText
from reportgen.yaml_source import MappingNode, Scalar, ScalarStyle, parse

law = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def scalar(source: str, key: str = "text") -> Scalar:
    node = parse(source, "a.yaml")
    assert isinstance(node, MappingNode)
    found = node.get(key)
    assert isinstance(found, Scalar)
    return found


def under(source: str, text: SourceText, start: int, end: int) -> str:
    """Return what stands in `source` at the place that `text` tells of its characters `start` to `end`."""
    span = text.at(start, end)
    lines = source.splitlines()
    assert span.line == span.end_line
    return lines[span.line - 1][span.column - 1 : span.end_column - 1]


@pytest.mark.parametrize(
    ("source", "style"),
    [
        ("text: 全国 {{ 登记 }} 件\n", ScalarStyle.PLAIN),
        ("text:   全国 {{ 登记 }} 件   # 注\n", ScalarStyle.PLAIN),
        ("text: '全国 {{ 登记 }} 件'\n", ScalarStyle.SINGLE_QUOTED),
        ("text: '引''号，{{ 登记 }} 件'\n", ScalarStyle.SINGLE_QUOTED),
        ('text: "全国 {{ 登记 }} 件"\n', ScalarStyle.DOUBLE_QUOTED),
        ('text: "\\u5168\\x41国\\t{{ 登记 }} 件"\n', ScalarStyle.DOUBLE_QUOTED),
        ('text: "国国\\u56fd国{{ 登记 }} 件"\n', ScalarStyle.DOUBLE_QUOTED),
        ("text: |\n  全国 {{ 登记 }} 件\n", ScalarStyle.LITERAL),
        ("text: |-\n  第一行\n    更深的 {{ 登记 }}\n  末行\n\nother: 1\n", ScalarStyle.LITERAL),
        ("text: |2\n    深两格 {{ 登记 }}\n  末行\n", ScalarStyle.LITERAL),
        ("text: |+ # 注\n\n\n  前有空行 {{ 登记 }}\n\n", ScalarStyle.LITERAL),
        ("a:\n- b\ntext: |\n\n      前有空行 {{ 登记 }}\n", ScalarStyle.LITERAL),
        ("text: >\n  第一行\n  第二行 {{ 登记 }}\n\n  再一段\n", ScalarStyle.FOLDED),
        ("text: 第一行\n  第二行\n\n  第三段 {{ 登记 }} 件\n", ScalarStyle.PLAIN),
        ('text: "第一行\n  第二行 \\\n  接着 {{ 登记 }} 件"\n', ScalarStyle.DOUBLE_QUOTED),
        ("text: '第一行\n\n  第二行 {{ 登记 }} 件'\n", ScalarStyle.SINGLE_QUOTED),
    ],
)
def test_a_place_leads_back_to_the_source(source: str, style: ScalarStyle) -> None:
    found = scalar(source)
    assert found.style is style
    start = found.text.index("{{ 登记")
    assert under(source, found.source, start, start + 8) == "{{ 登记 }}"


@pytest.mark.parametrize(
    ("source", "span"),
    [
        ("text: 全国\n", (1, 7, 1, 9)),
        ('text: "全国"\n', (1, 7, 1, 11)),
        ("text: |\n  全国\n  登记\n\nother: 1\n", (1, 7, 3, 5)),
        ("\ufefftext: 全国\n", (1, 7, 1, 9)),
        ("a: 1\r\ntext: 全国\r\n", (2, 7, 2, 9)),
        ("a: 1\rtext: 全国\r", (2, 7, 2, 9)),
        ("text:   # 没有值\n", (1, 6, 1, 7)),
    ],
)
def test_a_span_holds_the_scalar_as_it_is_written(source: str, span: tuple[int, int, int, int]) -> None:
    found = scalar(source).span
    assert (found.line, found.column, found.end_line, found.end_column) == span


def test_the_span_of_a_mapping_ends_with_its_last_value() -> None:
    node = parse("a:\n  b: 1\n  c: [x, y]\n\n# 注\nd: 2\n", "a.yaml")
    assert isinstance(node, MappingNode)
    inner = node.get("a")
    assert inner is not None
    assert (inner.span.line, inner.span.column, inner.span.end_line, inner.span.end_column) == (2, 3, 3, 12)


def test_scalars_stay_the_text_they_are() -> None:
    source = "a: 2025-03\nb: yes\nc: 1_000\nd: 0x10\ne: 1:30\nf: .5\ng: null\n"
    node = parse(source, "a.yaml")
    assert isinstance(node, MappingNode)
    texts = [entry.value.text for entry in node.entries if isinstance(entry.value, Scalar)]
    assert texts == ["2025-03", "yes", "1_000", "0x10", "1:30", ".5", "null"]


LINES = st.lists(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff")),
    min_size=1,
    max_size=6,
)


@law
@given(LINES, st.integers(1, 6), st.sampled_from(["\n", "\r\n"]))
def test_any_text_in_a_block_scalar_comes_back_with_its_places(lines: list[str], indent: int, end: str) -> None:
    value = "\n".join(lines)
    # The indicator says the indentation, so that a text may begin with spaces.
    body = end.join(" " * indent + line for line in lines)
    source = f"a: 1{end}text: |{indent}-{end}{body}{end}b: 2{end}"
    found = scalar(source)
    # Line ends behind the text belong to YAML's chomping, not to the text.
    assert found.text == value.rstrip("\n")
    by_line = source.replace("\r\n", "\n").split("\n")
    for offset, character in enumerate(found.text):
        span = found.source.at(offset)
        if character != "\n":
            assert by_line[span.line - 1][span.column - 1] == character


ESCAPES = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


@law
@given(
    st.lists(st.tuples(st.text(st.sampled_from("甲乙 a\"\\\t'#:")), st.sampled_from(["", "\\\n  ", "\n  ", "\n\n "])))
)
def test_double_quotes_with_escapes_and_folds_lead_back_to_the_source(parts: list[tuple[str, str]]) -> None:
    inside = "".join("".join(ESCAPES.get(c, c) for c in text) + fold for text, fold in parts)
    source = f'text: "{inside}."\n'
    found = scalar(source)
    lines = source.split("\n")
    for offset, character in enumerate(found.text):
        span = found.source.at(offset)
        written = lines[span.line - 1][span.column - 1 :]
        if character in "甲乙a.'#:":
            assert written.startswith(character)


@law
@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff")))
def test_any_text_in_single_quotes_comes_back_with_its_places(value: str) -> None:
    source = "text: '" + value.replace("'", "''") + "'\n"
    found = scalar(source)
    assert found.text == value
    for offset, character in enumerate(value):
        column = found.source.at(offset).column
        assert source[column - 1] == character
