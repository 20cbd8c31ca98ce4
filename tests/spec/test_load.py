"""A spec is loaded whole, or every problem of it is told in one run. The reports of problems are goldens."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.spec.blocks import (
    ArticleBlock,
    ChartBlock,
    HeadingBlock,
    SectionBlock,
    TableBlock,
    TextBlock,
)
from reportgen.spec.chart_kinds import ChartType
from reportgen.spec.load import load_spec, spec_from
from reportgen.spec.report import ReportSpec

law = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

GOLDEN = Path(__file__).parent / "golden"
SPECS = Path(__file__).parent.parent.parent / "specs"
HERE = Path("/nowhere")

START = "reportgen: 1\ntitle: 月报\n"


def spec(source: str) -> ReportSpec:
    return spec_from(source, "a.yaml", HERE)


def faults(source: str) -> list[str]:
    with pytest.raises(Faulty) as caught:
        spec(source)
    assert all(problem.hint_zh and problem.hint_en for problem in caught.value.problems)
    return [f"{p.span.line}:{p.span.column} {p.code}" for p in caught.value.problems if p.span]


def report(problems: tuple[Problem, ...]) -> str:
    """Return the problems as a person reads them, in both languages."""
    return "".join(
        f"{problem.span} {problem.severity}[{problem.code}]\n"
        f"  {problem.zh}\n    → {problem.hint_zh}\n  {problem.en}\n    → {problem.hint_en}\n"
        for problem in problems
    )


@pytest.mark.parametrize("name", ["traps", "schema", "blocks"])
def test_all_problems_of_a_spec_are_told_in_one_run(name: str) -> None:
    """With UPDATE_GOLDEN set, the golden is written anew instead: read what has changed in it."""
    with pytest.raises(Faulty) as caught:
        load_spec(GOLDEN / f"{name}.yaml")
    told = report(caught.value.problems)
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def test_the_bulletin_loads_whole() -> None:
    found = load_spec(SPECS / "monthly-bulletin.yaml")
    assert found.warnings == ()
    assert [one.section.text for one in found.sections if isinstance(one, SectionBlock)] == ["专利", "版权", "政策法规"]
    assert found.params["period"].default == "2025-03"
    assert found.params["year"].default == "2024"
    assert found.workbooks["调查"].path == "data/patent-survey-2024.xlsx"
    assert found.data["研发获取"].from_.text == "调查!图1"
    assert [check.warn for check in found.checks] == [False, False, True]
    article = found.sections[0].body[0]
    assert isinstance(article, ArticleBlock)
    assert [type(block) for block in article.body][:2] == [TextBlock, HeadingBlock]


def test_every_place_of_the_bulletin_leads_back_to_its_source() -> None:
    lines = (SPECS / "monthly-bulletin.yaml").read_text(encoding="utf-8").splitlines()
    found = load_spec(SPECS / "monthly-bulletin.yaml")
    seen = 0
    blocks: list[object] = [*found.sections]
    while blocks:
        block = blocks.pop()
        blocks += getattr(block, "body", ())
        if isinstance(block, TextBlock):
            for offset, character in enumerate(block.text.text.rstrip("\n")):
                span = block.text.at(offset)
                assert character == "\n" or lines[span.line - 1][span.column - 1] == character
            seen += 1
    assert seen > 10


def test_short_forms_stand_for_long_ones() -> None:
    found = spec(
        START + "workbooks: {甲: a.xlsx}\ndata: {登记: 甲!乙}\nchecks: 登记 == 登记\n"
        "body:\n- text: 正文\n  holds: 登记 > 1\n- table: 登记\n  items: 作品\n"
        "- chart: column+line\n  columns: 登记\n  line: 登记.同比\n"
    )
    assert found.workbooks["甲"].path == "a.xlsx"
    assert found.data["登记"].from_.text == "甲!乙"
    assert [(check.expression.text, check.warn) for check in found.checks] == [("登记 == 登记", False)]
    text, table, chart = found.body
    assert isinstance(text, TextBlock)
    assert isinstance(table, TableBlock)
    assert isinstance(chart, ChartBlock)
    assert [one.text for one in text.holds] == ["登记 > 1"]
    assert table.items is not None
    assert [one.text for one in table.items] == ["作品"]
    assert chart.columns is not None
    assert (chart.chart, chart.columns.data.text) == (ChartType.COLUMN_LINE, "登记")


def test_a_bare_check_knows_its_place() -> None:
    found = spec(START + "checks:\n  - 登记 == 1\n  - warn: 登记 == 2\nbody: [{text: 甲}]\n")
    assert [str(check.expression.at(0)) for check in found.checks] == ["a.yaml:4:5", "a.yaml:5:11"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (START, ["2:1 spec.no-content"]),
        (START + "sections: [{section: 甲}]\nbody: [{text: 乙}]\n", ["4:7 spec.sections-and-body"]),
        (START + "body: [{text: 甲, id: 图 1}]\n", ["3:22 spec.id-characters"]),
        (START + "body: [{text: 甲, id: 图1}, {text: 乙, id: 图1}]\n", ["3:41 spec.id-twice"]),
        (START + "params: {甲.乙: {type: text}}\nbody: [{text: 甲}]\n", ["3:10 spec.name-characters"]),
        (START + "params: {甲: {type: text}}\ndata: {甲: 乙!丙}\nbody: [{text: 甲}]\n", ["4:8 spec.name-twice"]),
        (
            START + "params: {甲: {type: text}}\nworkbooks: {乙: {path: a.xlsx, period: 甲}}\nbody: [{text: 甲}]\n",
            ["4:39 spec.not-a-period-parameter"],
        ),
        (
            START + "workbooks: {乙: {path: a.xlsx, period: 期}}\nbody: [{text: 甲}]\n",
            ["3:39 spec.unknown-parameter"],
        ),
        (START + "params: {甲: {type: year, default: 今年}}\nbody: [{text: 甲}]\n", ["3:35 spec.not-a-value"]),
        (
            START + "params: {甲: {type: year, default: 2024, required: true}}\nbody: [{text: 甲}]\n",
            ["3:51 spec.required-with-default"],
        ),
        (START + "body: [{chart: line}]\n", ["3:16 spec.chart-lacks"]),
        (START + "body: [{chart: line, data: 甲, rest: 乙}]\n", ["3:37 spec.chart-cannot"]),
        (START + "body: [{chart: column+line, data: 甲}]\n", ["3:35 spec.chart-cannot"]),
        (START + "checks: [{}]\nbody: [{text: 甲}]\n", ["3:10 spec.check-form"]),
        (START + "workbooks: {甲: /a.xlsx}\nbody: [{text: 甲}]\n", ["3:16 spec.absolute-path"]),
        (START + "params: {甲: {type: choice}}\nbody: [{text: 甲}]\n", ["3:20 spec.choice-of-what"]),
        (
            START + "params: {甲: {type: choice, from: 乙, options: 丙}}\ndata: {乙: 丁!戊}\nbody: [{text: 甲}]\n",
            ["3:20 spec.choice-of-what"],
        ),
        (START + "params: {甲: {type: text, options: 丙}}\nbody: [{text: 甲}]\n", ["3:35 spec.not-a-choice-parameter"]),
        (START + "params: {甲: {type: year, from: 丙}}\nbody: [{text: 甲}]\n", ["3:32 spec.not-a-choice-parameter"]),
        (
            START + "params: {甲: {type: choice, from: 登}}\ndata: {登记: 丁!戊}\nbody: [{text: 甲}]\n",
            ["3:34 spec.unknown-parameter-data"],
        ),
        (
            START + "params: {甲: {type: year, default: latest(登)}}\ndata: {登记: 丁!戊}\nbody: [{text: 甲}]\n",
            ["3:35 spec.unknown-parameter-data"],
        ),
        (
            START + "params: {甲: {type: text, default: latest(登记)}, 乙: {type: date, default: latest(登记)}}\n"
            "data: {登记: 丁!戊}\nbody: [{text: 甲}]\n",
            ["3:73 spec.not-a-value"],
        ),
        (
            START + "params: {甲: {type: choice, options: [乙, 丙], default: 丁}}\nbody: [{text: 甲}]\n",
            ["3:54 spec.not-an-option"],
        ),
        (
            START + "body:\n- choose: [{when: 甲 > 1, text: 甲}, {text: 乙}, {else: 丙}]\n",
            ["4:37 spec.choice-without-when"],
        ),
        (START + "body:\n- choose: [{when: 甲 > 1, text: 甲}]\n", ["4:3 spec.choice-without-else"]),
        (
            START + "params: {甲: {type: text}}\nbody:\n- {text: 一, for: {甲: 登记}}\n",
            ["5:19 spec.loop-name"],
        ),
        (START + "body:\n- {text: 一, for: {甲: 登记, 乙: 登记}}\n", ["4:19 spec.loop-of-one-name"]),
        (START + 'body:\n- {text: 一, unchecked: ""}\n', ["4:24 spec.unchecked-without-reason"]),
        (START + "body:\n- {heading: 一, unchecked: '　'}\n", ["4:27 spec.unchecked-without-reason"]),
        (START + "body:\n- side_by_side: [{chart: line, data: 甲}]\n", ["4:17 spec.not-two-charts"]),
        (
            START + "body:\n- side_by_side: [{chart: line, data: 甲}, {text: 乙}]\n",
            ["4:43 yaml.missing-key", "4:43 yaml.unknown-key"],
        ),
        (
            START + "body:\n- choose: [{else: 丙}, {when: 甲 > 1, text: 甲}]\n",
            ["4:13 spec.else-not-last"],
        ),
        (
            START
            + "body:\n- heading: 甲\n  body: [{choose: [{text: 甲}, {else: [{choose: [{else: 乙}, {else: 丙}]}]}]}]\n",
            ["5:21 spec.choice-without-when", "5:50 spec.else-not-last"],
        ),
    ],
)
def test_each_fault_is_told_at_its_place(source: str, expected: list[str]) -> None:
    assert faults(source) == expected


def test_a_part_tells_where_its_values_stand() -> None:
    found = spec(START + "conventions: plain\nworkbooks: {甲: {path: a.xlsx}, 乙: b.xlsx}\nbody: [{text: 甲}]\n")
    assert str(found.at("conventions")) == "a.yaml:3:14"
    assert found.at("theme") == found.span
    assert [str(part.at("path")) for part in found.workbooks.values()] == ["a.yaml:4:23", "a.yaml:4:35"]


def test_a_warning_stays_with_the_spec() -> None:
    found = spec(START + "body:\n- text: >\n    甲\n    乙\n")
    assert [(problem.code, str(problem.span)) for problem in found.warnings] == [("yaml.folded", "a.yaml:4:9")]


def test_files_are_named_from_the_root(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "a.yaml").write_text(START + "body: [{text: 甲}]\n", encoding="utf-8")
    assert load_spec(tmp_path / "specs" / "a.yaml").span.file == "a.yaml"
    assert load_spec(tmp_path / "specs" / "a.yaml", tmp_path).span.file == "specs/a.yaml"


def test_a_spec_outside_the_root_is_not_read(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "a.yaml").write_text(START, encoding="utf-8")
    (root / "link.yaml").symlink_to(tmp_path / "a.yaml")
    for path in (tmp_path / "a.yaml", root / "link.yaml", root / ".." / "a.yaml"):
        with pytest.raises(Faulty) as caught:
            load_spec(path, root)
        assert [problem.code for problem in caught.value.problems] == ["spec.outside-root"]


@pytest.mark.parametrize("name", ["none.yaml", "a\0.yaml", ".", "pipe"])
def test_a_spec_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Faulty) as caught:
        load_spec(tmp_path / name)
    assert len(caught.value.problems) == 1


def test_a_file_outside_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("标题: 月报".encode("gb18030"))
    with pytest.raises(Faulty) as caught:
        load_spec(tmp_path / "a.yaml")
    assert [problem.code for problem in caught.value.problems] == ["yaml.not-utf8"]


KEYS = st.sampled_from(
    ["reportgen", "title", "params", "data", "body", "sections", "text", "chart", "id", "holds", "items", "from", "甲"]
)
VALUES = st.recursive(
    st.sampled_from(["1", "甲", "'甲'", "true", "", "line", "{{ x }}", "a.xlsx", "甲!乙", "null"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(st.tuples(KEYS, inner), max_size=4).map(lambda e: "{" + ", ".join(f"{k}: {v}" for k, v in e) + "}")
    ),
    max_leaves=12,
)


@law
@given(st.lists(st.tuples(KEYS, VALUES), max_size=8))
def test_whatever_is_written_is_a_spec_or_faulty(entries: list[tuple[str, str]]) -> None:
    source = "".join(f"{key}: {value}\n" for key, value in entries)
    try:
        spec(source)
    except Faulty as error:
        lacking = [problem for problem in error.problems if problem.span is None]
    else:
        lacking = []
    assert lacking == []


def test_numbers_are_decimals_by_unit() -> None:
    assert spec(START + 'numbers: {"%": 1, 亿元: 0}\nbody: [{text: 甲}]\n').numbers == {"%": 1, "亿元": 0}


def test_changes_are_taken_of_exact_values_unless_the_report_says_otherwise() -> None:
    assert spec(START + "body: [{text: 甲}]\n").basis == "exact"
    assert spec(START + "basis: printed\nbody: [{text: 甲}]\n").basis == "printed"
