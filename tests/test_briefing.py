"""The client's briefing that ships: what it makes of the bulletin, as the document says it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from reportgen.composed import Composed
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.model.audit import RecordKind
from reportgen.model.block import ChartFigure, Heading, ListBlock, Paragraph, Table
from reportgen.model.inline import CrossReference, plain
from reportgen.origins import BlockId
from reportgen.pipeline import compose, dressed
from reportgen.request import Request
from reportgen.roles import Role
from reportgen.spec.show import merged

SPECS = Path(__file__).parent.parent / "specs"
SPEC = SPECS / "client-briefing.yaml"


@cache
def briefing() -> Composed:
    """Return the briefing as it ships."""
    return compose(Request(SPEC))


def paragraphs(composed: Composed) -> list[str]:
    """Return the paragraphs of the document as text."""
    return [plain(block.inlines) for block in composed.document.blocks if isinstance(block, Paragraph)]


def changed(tmp_path: Path, *edits: tuple[str, str], **parameters: str) -> Composed:
    """Return the briefing with parts of its source replaced."""
    shutil.copytree(SPECS, tmp_path / "specs")
    path = tmp_path / "specs" / SPEC.name
    source = path.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in source
        source = source.replace(old, new)
    path.write_text(source, encoding="utf-8")
    return compose(Request(path, parameters=parameters))


def line_of(words: str) -> int:
    """Return the line of the briefing's source that first holds `words`."""
    return SPEC.read_text(encoding="utf-8").split(words)[0].count("\n") + 1


def problems(composed: Composed) -> list[tuple[str, str]]:
    return [(str(problem.span), problem.code) for problem in composed.problems]


def test_it_ships_without_a_problem() -> None:
    assert briefing().problems == ()
    assert dressed(briefing()).problems == ()


def test_it_says_its_own_title_and_name() -> None:
    document = briefing().document
    assert document.metadata.title == "软件行业知识产权简报"
    assert document.metadata.subject == "某软件企业专送 · 2025 年 3 月"
    assert briefing().name == "某软件企业-2025-03"
    assert "某软件企业 · 软件行业知识产权简报" in document.furniture.header


def test_sections_stand_in_their_new_order_and_the_third_is_gone() -> None:
    headings = [block for block in briefing().document.blocks if isinstance(block, Heading)]
    assert [plain(one.inlines) for one in headings if one.role is Role.SECTION] == ["要点", "版权", "专利"]
    assert [one.id for one in headings if one.role is Role.ARTICLE] == ["著作权登记", "专利调查"]
    assert {one.level for one in headings if one.role is Role.SECTION} == {1}
    assert all(one.number is None for one in headings if one.role is Role.SECTION)


def test_figures_count_from_one_in_their_new_order() -> None:
    blocks = briefing().document.blocks
    figures = [(one.id, one.caption and one.caption.ordinal) for one in blocks if isinstance(one, ChartFigure)]
    assert figures == [("类别走势", 1), ("登记走势", 2), ("图1", 3)]
    assert [(one.id, one.caption and one.caption.ordinal) for one in blocks if isinstance(one, Table)] == [
        ("登记五年", 1)
    ]


def test_references_to_dropped_figures_vanish_with_their_brackets() -> None:
    text = "\n".join(paragraphs(briefing()))
    assert "分别高出企业总体 3.1 和 4.2 个百分点。" in text
    assert "明显高于大、中型企业。" in text
    assert text.count("参见") == 1
    referred = [
        inline
        for block in briefing().document.blocks
        if isinstance(block, Paragraph)
        for inline in block.inlines
        if isinstance(inline, CrossReference)
    ]
    assert [(one.text, one.target) for one in referred] == [("图 3", "图1")]


def test_the_clients_own_row_is_brought_forward() -> None:
    blocks = {block.id: block for block in briefing().document.blocks}
    table, figure = blocks[BlockId("登记五年")], blocks[BlockId("类别走势")]
    assert isinstance(table, Table)
    assert isinstance(figure, ChartFigure)
    assert [plain(table.header[0][column].inlines) for column in table.highlight] == ["软件登记"]
    assert [figure.chart.series[index].name for index in figure.chart.forward] == ["软件登记"]


def test_the_summary_is_said_from_the_data() -> None:
    (points,) = (block for block in briefing().document.blocks if isinstance(block, ListBlock))
    first, second, _ = (plain(item.inlines) for item in points.items)
    assert first.startswith("2024 年，全国软件登记 282 万余件，同比增长 13.31%，增速比登记总量低 5.82 个百分点")
    assert second == "近三年，全国软件登记量依次下降 19.50%、增长 35.95% 和增长 13.31%。"


@pytest.mark.parametrize(("focus", "words"), [("软件登记", "慢于全国总体"), ("作品登记", "快于全国总体")])
def test_data_choose_the_sentence(focus: str, words: str) -> None:
    composed = compose(Request(SPEC, parameters={"focus": focus}))
    chosen = [text for text in paragraphs(composed) if text.startswith("贵司")]
    assert len(chosen) == 1
    assert words in chosen[0]
    (record,) = (
        one for one in composed.trail.records if one.kind is RecordKind.DECISION and one.block == "要点/choose1"
    )
    assert record.text == ("印出" if focus == "作品登记" else "不印")
    assert record.derivation == "客户类别.同比 > 登记.登记总量.同比"
    assert record.cells
    assert record.span.file == SPEC.name


def test_a_parameter_is_an_item_however_it_is_typed() -> None:
    composed = compose(Request(SPEC, parameters={"focus": " 软件 登记 "}))
    assert composed.problems == ()
    assert any(one.startswith("贵司") for one in paragraphs(composed))


def test_the_environment_gives_parameters() -> None:
    environment = {"REPORTGEN_PARAM_CLIENT": "甲公司", "REPORTGEN_PARAM_FOCUS": "作品登记"}
    composed = compose(Request(SPEC, parameters={"focus": "软件登记"}, environment=environment))
    assert composed.name == "甲公司-2025-03"
    assert any("慢于全国总体" in text for text in paragraphs(composed))


def test_a_wrong_choice_is_refused_with_what_can_be_chosen() -> None:
    composed = compose(Request(SPEC, parameters={"focus": "软件登计"}))
    told: list[Problem] = [problem for problem in composed.problems if problem.fatal]
    assert [problem.code for problem in told] == ["data.not-an-item"]
    assert "作品登记" in told[0].en
    assert "质权登记" not in told[0].en
    assert "软件登记" in told[0].hint_en
    assert "软件同比" not in told[0].hint_en


def test_a_reference_that_prints_a_dropped_number_names_both_places(tmp_path: Path) -> None:
    composed = changed(tmp_path, ("要点\n        id: 要点", "要点见{{ ref.图4 }}\n        id: 要点"))
    (problem,) = composed.problems
    assert problem.code == "prose.dropped-reference"
    assert problem.span is not None
    assert problem.span.file == SPEC.name
    assert f"{SPEC.name}:{line_of('- drop:')}" in problem.en


def test_data_of_the_same_name_are_pointed_elsewhere(tmp_path: Path) -> None:
    composed = changed(
        tmp_path, ('  客户类别: "登记[focus]"', '  客户类别: "登记[focus]"\n  小微合作: {items: [微型企业]}')
    )
    assert any("通过合作或委托研发方式获取的比例分别为 12.8%，" in text for text in paragraphs(composed))


LOOP = """\
  - after: 登记走势
    insert:
      - heading: "{{ 类 | 名称 }}"
        id: 分类
        for: {类: 登记.前(2)}
        body:
          - text: |
              {{ 类 | 名称 }} {{ 类 | 万余 }}，{{ 类 | 同比 }}{{ 见.分类图 }}。
          - text: 快于总体。
            when: 类.同比 > 登记.登记总量.同比
          - chart: line
            id: 分类图
            data: 类
            last: 3
            caption: "{{ 类 | 名称 }}量"
"""


def test_a_block_is_repeated_for_each_item(tmp_path: Path) -> None:
    composed = changed(tmp_path, ("  - after: 登记走势\n    insert:\n", LOOP))
    assert composed.problems == ()
    blocks = [block for block in composed.document.blocks if block.id.startswith("分类")]
    assert [block.id for block in blocks] == [
        "分类-登记总量",
        "分类-登记总量/text1",
        "分类图-登记总量",
        "分类-作品登记",
        "分类-作品登记/text1",
        "分类-作品登记/text2",
        "分类图-作品登记",
    ]
    assert [plain(block.inlines) for block in blocks if isinstance(block, Paragraph)] == [
        "登记总量 1063 万余件，同比增长 19.13%（参见图 3）。",
        "作品登记 780 万余件，同比增长 21.39%（参见图 4）。",
        "快于总体。",
    ]
    decided = [
        (one.id, one.text)
        for one in composed.trail.records
        if one.kind is RecordKind.DECISION and one.block.startswith("分类") and not one.block.startswith("分类图")
    ]
    assert decided == [
        ("分类#1", "登记总量、作品登记"),
        ("分类-登记总量/text2#1", "不印"),
        ("分类-作品登记/text2#1", "印出"),
    ]


def test_a_repetition_over_nothing_that_is_there_is_told(tmp_path: Path) -> None:
    composed = changed(tmp_path, ("  - after: 登记走势\n    insert:\n", LOOP.replace("登记.前(2)", "登计.前(2)")))
    assert [problem.code for problem in composed.problems] == ["prose.unknown-name"]


def test_problems_of_base_and_overlay_are_told_in_their_files(tmp_path: Path) -> None:
    shutil.copytree(SPECS, tmp_path / "specs")
    for name, old, new in (
        ("monthly-bulletin.yaml", "noun: 作品, total", "nuon: 作品, total"),
        (SPEC.name, "drop: [研发投入", "drop: [研发投资"),
    ):
        path = tmp_path / "specs" / name
        source = path.read_text(encoding="utf-8")
        assert old in source
        path.write_text(source.replace(old, new), encoding="utf-8")
    with pytest.raises(Faulty) as caught:
        compose(Request(tmp_path / "specs" / SPEC.name))
    found: Mapping[str, str] = {problem.code: str(problem.span) for problem in caught.value.problems}
    assert found == {
        "yaml.unknown-key": "monthly-bulletin.yaml:37:37",
        "spec.unknown-target": f"client-briefing.yaml:{line_of('- drop:')}:12",
    }
    vanished = next(problem for problem in caught.value.problems if problem.code == "spec.unknown-target")
    assert "研发投入" in vanished.hint_en


def test_what_is_wrong_with_a_theme_in_place_is_told_there(tmp_path: Path) -> None:
    composed = changed(tmp_path, ("#8FB8DE", "淡蓝"))
    with pytest.raises(Faulty) as caught:
        dressed(composed)
    assert [(str(problem.span), problem.code) for problem in caught.value.problems] == [
        (f"client-briefing.yaml:{line_of('palette:')}:12", "theme.unknown-colour")
    ]


def test_a_derived_spec_in_another_folder_finds_the_files_of_its_base(tmp_path: Path) -> None:
    shutil.copytree(SPECS, tmp_path / "specs")
    folder = tmp_path / "clients"
    folder.mkdir()
    source = SPEC.read_text(encoding="utf-8").replace("extends: monthly", "extends: ../specs/monthly")
    (folder / "a.yaml").write_text(source, encoding="utf-8")
    assert compose(Request(folder / "a.yaml", tmp_path)).problems == ()


def test_the_briefing_made_whole_says_the_same(tmp_path: Path) -> None:
    shutil.copytree(SPECS, tmp_path / "specs")
    whole = tmp_path / "specs" / "whole.yaml"
    whole.write_text(merged(SPEC), encoding="utf-8")
    assert "见.图3" in (SPECS / "monthly-bulletin.yaml").read_text(encoding="utf-8")
    made = compose(Request(whole))
    assert made.problems == ()
    assert paragraphs(made) == paragraphs(briefing())
    assert [type(block) for block in made.document.blocks] == [type(block) for block in briefing().document.blocks]
