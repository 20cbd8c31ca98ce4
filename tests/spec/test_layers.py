"""A derived spec is its base with what differs; every problem lies in the file whose words are at fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.diagnostics import Language
from reportgen.errors import Faulty
from reportgen.spec.blocks import ArticleBlock, ChartBlock, HeadingBlock, SectionBlock, TableBlock
from reportgen.spec.changing import MOST_TARGETS
from reportgen.spec.editing import held, id_of
from reportgen.spec.layers import MOST_LAYERS
from reportgen.spec.load import load_spec, whole_spec
from reportgen.spec.report import ReportSpec
from reportgen.yaml_source import MappingNode, Scalar
from tests.spec.deriving import derived, faults, folder


def shape(spec: ReportSpec) -> list[str]:
    """Return the ids of the blocks in reading order."""
    found: list[str] = []

    def walk(part: object) -> None:
        if name := getattr(part, "id", None):
            found.append(name)
        for inner in getattr(part, "body", ()):
            walk(inner)

    for section in spec.sections:
        walk(section)
    return found


WHOLE = ["版权", "登记情况", "导语", "图1", "构成", "表1", "专利", "专利调查"]


def test_a_spec_that_changes_nothing_is_its_base(tmp_path: Path) -> None:
    spec = derived(tmp_path, "")
    assert shape(spec) == WHOLE
    assert spec.dropped == {}
    assert (spec.title.text, spec.title.span.file) == ("月报", "base.yaml")
    assert spec.span.file == "brief.yaml"


def test_keys_stand_in_place_of_the_bases(tmp_path: Path) -> None:
    spec = derived(tmp_path, "title: 简报\noutput: 简报\ncontents: false\ntheme: plain\n")
    assert (spec.title.text, spec.contents, spec.theme, spec.theme_keys) == ("简报", False, "plain", None)
    assert str(spec.title.span) == "brief.yaml:2:8"


def test_names_are_merged_and_each_by_key(tmp_path: Path) -> None:
    spec = derived(
        tmp_path,
        "params: {year: {default: 2023}, client: {type: text, required: true}}\n"
        "workbooks: {版权: b.xlsx}\n"
        "numbers: {件: 1, '%': 2}\n"
        "data: {作品: 版权!地区, 新作: {from: 作品, rank: 1}}\n",
    )
    assert {name: one.default for name, one in spec.params.items()} == {"year": "2023", "client": None}
    assert (spec.workbooks["版权"].path, spec.workbooks["版权"].period) == ("b.xlsx", "year")
    assert spec.numbers == {"件": 1, "%": 2}
    assert (spec.data["作品"].from_.text, spec.data["作品"].sort, spec.data["作品"].noun) == (
        "版权!地区",
        "desc",
        "作品",
    )
    assert list(spec.data) == ["登记", "作品", "新作"]


def test_checks_are_added(tmp_path: Path) -> None:
    spec = derived(tmp_path, "checks:\n- warn: 作品 > 2\n")
    assert [(check.expression.text, check.expression.span.file) for check in spec.checks] == [
        ("登记 > 1", "base.yaml"),
        ("作品 > 2", "brief.yaml"),
    ]


def test_a_key_with_nothing_behind_it_leaves_the_bases(tmp_path: Path) -> None:
    assert derived(tmp_path, "title:\ndata:\n").title.text == "月报"


def test_content_written_anew_stands_in_place_of_all_of_it(tmp_path: Path) -> None:
    spec = derived(tmp_path, "body:\n- text: 另写\n  id: 导语\n")
    assert spec.sections == ()
    assert len(spec.body) == 1
    assert sorted(spec.dropped) == sorted(set(WHOLE) - {"导语"})
    assert {str(span) for span in spec.dropped.values()} == {"brief.yaml:2:1"}


def test_a_theme_is_written_in_place(tmp_path: Path) -> None:
    spec = derived(tmp_path, 'theme: {extends: plain, running_head: 甲, palette: ["#000000"], page: {top: 20mm}}\n')
    assert spec.theme == "plain"
    assert spec.running_head is not None
    assert spec.running_head.text == "甲"
    assert spec.theme_keys is not None
    assert [entry.key.text for entry in spec.theme_keys.entries] == ["palette", "page"]


THEMED = {
    "clients/brief.yaml": "extends: ../base.yaml\ncover: {client: 甲, date: 三月}\n"
    "theme: {extends: look.yaml, logo: logo.png, palette: ['000000'], chart: {width: 300, height: 100}}\n",
    "clients/look.yaml": "name: look\nextends: bulletin\n",
}


def test_a_theme_without_a_base_lies_over_that_of_the_base(tmp_path: Path) -> None:
    folder(
        tmp_path,
        {
            **THEMED,
            "a.yaml": "extends: clients/brief.yaml\ncover: {client: 乙}\n"
            "theme: {palette: ['FFFFFF'], chart: {height: 90}, running_head: 乙}\n",
        },
    )
    spec = load_spec(tmp_path / "a.yaml", tmp_path)
    keys = {entry.key.text: entry.value for entry in spec.theme_keys.entries} if spec.theme_keys else {}
    assert list(keys) == ["logo", "palette", "chart"]
    assert {key: node.span.file for key, node in keys.items()}["logo"] == "clients/brief.yaml"
    chart = keys["chart"]
    assert isinstance(chart, MappingNode)
    said = {e.key.text: e.value.text for e in chart.entries if isinstance(e.value, Scalar)}
    assert said == {"width": "300", "height": "90"}
    assert spec.theme == "look.yaml"
    assert spec.theme_span.file == "clients/brief.yaml"
    assert spec.running_head is not None
    assert spec.cover is not None
    assert [one and one.text for one in (spec.cover.client, spec.cover.date)] == ["乙", "三月"]


@pytest.mark.parametrize("theme", ["plain", "{extends: plain}"])
def test_a_theme_of_another_name_stands_in_place_of_the_bases(theme: str, tmp_path: Path) -> None:
    folder(tmp_path, {**THEMED, "a.yaml": f"extends: clients/brief.yaml\ntheme: {theme}\n"})
    spec = load_spec(tmp_path / "a.yaml", tmp_path)
    assert (spec.theme, spec.theme_keys) == ("plain", None)


def test_a_parameter_of_another_type_has_nothing_of_the_base_s(tmp_path: Path) -> None:
    files = {
        "brief.yaml": "extends: base.yaml\nparams: {client: {type: choice, options: [甲], default: 甲}}\n",
        "a.yaml": "extends: brief.yaml\nparams: {client: {type: text, required: true}}\n",
        "b.yaml": "extends: brief.yaml\nparams: {client: {required: true}}\n",
        "c.yaml": "extends: b.yaml\nparams: {client: {default: 甲}}\n",
    }
    folder(tmp_path, files)
    found = {name: load_spec(tmp_path / f"{name}.yaml").params["client"] for name in ("a", "b", "c")}
    assert [(one.type.value, one.options, one.default, one.required) for one in found.values()] == [
        ("text", (), None, True),
        ("choice", ("甲",), None, True),
        ("choice", ("甲",), "甲", False),
    ]


def test_keep_leaves_what_is_listed_and_what_holds_it(tmp_path: Path) -> None:
    spec = derived(tmp_path, "changes: [{keep: [图1, 表1]}]\n")
    assert shape(spec) == ["版权", "登记情况", "图1", "构成", "表1"]
    assert {name: str(span) for name, span in spec.dropped.items()} == dict.fromkeys(
        ["导语", "专利", "专利调查"], "brief.yaml:2:18"
    )


def test_what_is_emptied_vanishes(tmp_path: Path) -> None:
    spec = derived(tmp_path, "changes: [{drop: 专利调查}]\n")
    assert shape(spec) == WHOLE[:6]
    assert set(spec.dropped) == {"专利", "专利调查"}


def test_a_section_that_never_held_anything_stays(tmp_path: Path) -> None:
    spec = derived(tmp_path, "changes: [{after: 版权, insert: [{section: 待补, id: 待补}]}]\n")
    assert "待补" in shape(spec)


def test_dropping_names_the_place_of_each_id(tmp_path: Path) -> None:
    spec = derived(tmp_path, "changes:\n- drop: [图1, 构成]\n")
    assert {name: str(span) for name, span in spec.dropped.items()} == {
        "图1": "brief.yaml:3:10",
        "构成": "brief.yaml:3:14",
        "表1": "brief.yaml:3:14",
    }


def test_set_changes_keys_and_keeps_the_others(tmp_path: Path) -> None:
    spec = derived(tmp_path, "changes: [{set: 图1, caption: 新题, last: 3}]\n")
    section = spec.sections[0]
    assert isinstance(section, SectionBlock)
    article = section.body[0]
    assert isinstance(article, ArticleBlock)
    chart = article.body[1]
    assert isinstance(chart, ChartBlock)
    assert chart.caption is not None
    assert (chart.caption.text, chart.caption.span.file) == ("新题", "brief.yaml")
    assert (chart.last, chart.number, chart.span.file) == (3, 7, "base.yaml")


def test_replace_puts_blocks_in_place_of_one(tmp_path: Path) -> None:
    spec = derived(tmp_path, "changes: [{replace: 图1, with: [{text: 一, id: 甲}, {table: 登记, id: 图1}]}]\n")
    assert shape(spec) == ["版权", "登记情况", "导语", "甲", "图1", "构成", "表1", "专利", "专利调查"]
    assert spec.dropped == {}


@pytest.mark.parametrize(
    ("step", "order"),
    [
        (
            "{before: 图1, insert: [{text: 一, id: 甲}, {text: 二, id: 乙}]}",
            "版权 登记情况 导语 甲 乙 图1 构成 表1 专利 专利调查",
        ),
        ("{after: 图1, insert: [{text: 一, id: 甲}]}", "版权 登记情况 导语 图1 甲 构成 表1 专利 专利调查"),
        ("{before: 版权, insert: [{heading: 要点, id: 甲}]}", "甲 版权 登记情况 导语 图1 构成 表1 专利 专利调查"),
        ("{move: 版权, after: 专利}", "专利 专利调查 版权 登记情况 导语 图1 构成 表1"),
        ("{move: 表1, before: 导语}", "版权 登记情况 表1 导语 图1 构成 专利 专利调查"),
        ("{move: 登记情况, after: 专利调查}", "专利 专利调查 登记情况 导语 图1 构成 表1"),
        ("{move: 构成, after: 专利调查}", "版权 登记情况 导语 图1 专利 专利调查 构成 表1"),
    ],
)
def test_blocks_are_put_before_and_after(step: str, order: str, tmp_path: Path) -> None:
    assert shape(derived(tmp_path, f"changes: [{step}]\n")) == order.split()


def test_steps_are_done_in_their_order(tmp_path: Path) -> None:
    spec = derived(
        tmp_path,
        "changes:\n- after: 图1\n  insert: [{text: 一, id: 甲}]\n- move: 甲\n  before: 导语\n- drop: 图1\n"
        "- set: 甲\n  text: 二\n",
    )
    assert shape(spec) == ["版权", "登记情况", "甲", "导语", "构成", "表1", "专利", "专利调查"]


def test_renumber_drops_the_bases_numbers_and_no_others(tmp_path: Path) -> None:
    spec = derived(
        tmp_path,
        "renumber: true\nchanges:\n- after: 图1\n  insert: [{chart: line, id: 甲, data: 登记, number: 9}]\n",
    )
    section = spec.sections[0]
    article = section.body[0]
    assert isinstance(article, ArticleBlock)
    _, first, second, heading = article.body
    assert isinstance(first, ChartBlock)
    assert isinstance(second, ChartBlock)
    assert isinstance(heading, HeadingBlock)
    table = heading.body[0]
    assert isinstance(table, TableBlock)
    assert (first.number, second.number, table.number) == (None, 9, None)


def test_a_derived_spec_can_be_a_base(tmp_path: Path) -> None:
    folder(
        tmp_path,
        {
            "brief.yaml": "extends: base.yaml\ntitle: 简报\nchanges: [{drop: 专利}, {set: 图1, last: 3}]\n",
            "clients/a.yaml": "extends: ../brief.yaml\nissue: 甲\nchanges: [{drop: 表1}, {set: 图1, unit: 万件}]\n",
        },
    )
    spec = load_spec(tmp_path / "clients" / "a.yaml", tmp_path)
    assert shape(spec) == ["版权", "登记情况", "导语", "图1", "构成"]
    assert {name: span.file for name, span in spec.dropped.items()} == {
        "专利": "brief.yaml",
        "专利调查": "brief.yaml",
        "表1": "clients/a.yaml",
    }
    assert (spec.title.text, spec.issue and spec.issue.text) == ("简报", "甲")


def test_what_a_later_layer_brings_back_is_not_dropped(tmp_path: Path) -> None:
    folder(
        tmp_path,
        {
            "brief.yaml": "extends: base.yaml\nchanges: [{drop: 图1}]\n",
            "a.yaml": "extends: brief.yaml\nchanges: [{after: 导语, insert: [{chart: line, data: 登记, id: 图1}]}]\n",
        },
    )
    assert load_spec(tmp_path / "a.yaml").dropped == {}


def test_every_node_keeps_the_place_in_its_own_file(tmp_path: Path) -> None:
    folder(tmp_path, {"brief.yaml": "extends: base.yaml\nchanges: [{after: 图1, insert: [{text: 一, id: 甲}]}]\n"})
    blocks = {id_of(block): block.span.file for block in held(whole_spec(tmp_path / "brief.yaml").node)}
    assert blocks.pop("甲") == "brief.yaml"
    assert set(blocks.values()) == {"base.yaml"}


@pytest.mark.parametrize(
    ("overlay", "expected"),
    [
        ("changes: [{drop: 图2}]\n", ["brief.yaml:2:18 spec.unknown-target"]),
        ("changes: [{set: 导 语, text: 一}]\n", ["brief.yaml:2:17 spec.unknown-target"]),
        ("changes: [{drop: 构成}, {set: 表1, last: 3}]\n", ["brief.yaml:2:29 spec.target-gone"]),
        ("changes: [{move: 版权, before: 图1}]\n", ["brief.yaml:2:30 spec.beside-itself"]),
        ("changes: [{move: 图1, before: 图1}]\n", ["brief.yaml:2:30 spec.beside-itself"]),
        ("changes: [{move: 登记情况, before: 专利}]\n", ["brief.yaml:2:32 spec.wrong-level"]),
        ("changes: [{move: 专利, before: 图1}]\n", ["brief.yaml:2:30 spec.wrong-level"]),
        ("changes: [{move: 图1}]\n", ["brief.yaml:2:12 spec.before-or-after"]),
        ("changes: [{insert: [{text: 一}], before: 图1, after: 图1}]\n", ["brief.yaml:2:12 spec.before-or-after"]),
        ("changes: [{before: 图1}]\n", ["brief.yaml:2:11 yaml.no-kind"]),
        ("changes: [{remove: 图1}]\n", ["brief.yaml:2:11 yaml.no-kind"]),
        ("changes: [{drop: 图1, keep: 图1}]\n", ["brief.yaml:2:22 yaml.two-kinds"]),
        ("changes: [{drop: 图1, befor: 图1}]\n", ["brief.yaml:2:22 yaml.unknown-key"]),
        ("changes: [图1]\n", ["brief.yaml:2:11 yaml.bare-item"]),
        ("changes: [{set: 图1}]\n", ["brief.yaml:2:17 spec.set-nothing"]),
        ("changes: [{set: 图1, id: 图2}]\n", ["brief.yaml:2:21 spec.set-id"]),
        ("changes: [{set: 图1, lst: 3}]\n", ["brief.yaml:2:21 yaml.unknown-key"]),
        ("changes: [{set: 图1, last: 三}]\n", ["brief.yaml:2:27 yaml.not-an-integer"]),
        ("changes: [{after: 图1, insert: [{text: 一, id: 图1}]}]\n", ["brief.yaml:2:46 spec.id-twice"]),
        ("changes: [{after: 图1, insert: [{section: 一}]}]\n", ["brief.yaml:2:33 spec.section-elsewhere"]),
        (
            "changes: [{after: 登记情况, insert: [{section: 一, body: [{text: 甲}]}]}]\n",
            ["brief.yaml:2:35 spec.section-elsewhere"],
        ),
        ("changes: [{after: 图1, insert: [{article: 一}]}]\n", ["brief.yaml:2:33 spec.article-elsewhere"]),
        ("changes: [{drop: [版权, 专利]}]\n", ["brief.yaml:1:1 spec.no-content"]),
        ("data: {year: 版权!甲}\n", ["brief.yaml:2:8 spec.name-twice"]),
        ("tilte: 简报\n", ["brief.yaml:2:1 yaml.unknown-key"]),
        (
            "changes: [{drop: 图9}]\ntilte: 一\n",
            ["brief.yaml:2:18 spec.unknown-target", "brief.yaml:3:1 yaml.unknown-key"],
        ),
        (
            "changes: [{dorp: 一}, {drop: 图9}]\n",
            ["brief.yaml:2:11 yaml.no-kind", "brief.yaml:2:29 spec.unknown-target"],
        ),
    ],
)
def test_what_is_wrong_is_told_where_it_is_written(overlay: str, expected: list[str], tmp_path: Path) -> None:
    assert faults(tmp_path, overlay) == expected


def test_steps_have_a_limit(tmp_path: Path) -> None:
    steps = "".join(f"- {{set: 图1, last: {number + 1}}}\n" for number in range(MOST_TARGETS + 5))
    assert faults(tmp_path, f"changes:\n{steps}") == [f"brief.yaml:{MOST_TARGETS + 3}:3 spec.too-many-steps"]


def test_an_id_that_has_vanished_names_both_files_and_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as caught:
        derived(tmp_path, "changes: [{drop: 登记情}]\n")
    (problem,) = caught.value.problems
    assert "base.yaml" in problem.en
    assert "brief.yaml" in problem.en
    assert "登记情况" in problem.hint(Language.EN)


@pytest.mark.parametrize(("wrong", "right"), [("登记请况", "登记情况"), ("专例", "专利"), ("图99", "图1")])
def test_the_nearest_of_ids_need_not_be_very_near(wrong: str, right: str, tmp_path: Path) -> None:
    with pytest.raises(Faulty) as caught:
        derived(tmp_path, f"changes: [{{keep: {wrong}}}]\n")
    assert f"did you mean “{right}”?" in caught.value.problems[0].hint_en


def test_a_step_on_what_own_content_replaced_is_told_as_that(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as caught:
        derived(tmp_path, "sections: [{section: 甲, body: [{text: 一}]}]\nchanges: [{drop: 图1}]\n")
    (problem,) = caught.value.problems
    assert (str(problem.span), problem.code) == ("brief.yaml:3:18", "spec.content-replaced")
    assert "brief.yaml:2:1" in problem.en


def test_what_is_wrong_with_the_base_is_told_in_the_base(tmp_path: Path) -> None:
    folder(tmp_path, {"bad.yaml": "reportgen: 1\ntitle: 甲\ntilte: 乙\nbody:\n- text: 一\n  id: 甲\n- txet: 二\n"})
    (tmp_path / "brief.yaml").write_text("extends: bad.yaml\nchanges: [{drop: 乙}]\n", encoding="utf-8")
    with pytest.raises(Faulty) as caught:
        load_spec(tmp_path / "brief.yaml")
    assert [f"{problem.span} {problem.code}" for problem in caught.value.problems] == [
        "bad.yaml:3:1 yaml.unknown-key",
        "bad.yaml:7:3 yaml.no-kind",
        "brief.yaml:2:18 spec.unknown-target",
    ]


def test_an_id_used_in_both_files_names_the_first(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as caught:
        derived(tmp_path, "changes: [{after: 图1, insert: [{text: 一, id: 图1}]}]\n")
    (problem,) = caught.value.problems
    assert (str(problem.span), "base.yaml:23" in problem.en) == ("brief.yaml:2:46", True)
    with pytest.raises(Faulty) as caught:
        derived(tmp_path, "changes: [{before: 图1, insert: [{text: 一, id: 图1}]}]\n")
    (problem,) = caught.value.problems
    assert (str(problem.span), "base.yaml:23" in problem.en) == ("brief.yaml:2:47", True)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"a.yaml": "extends: a.yaml\n"}, "a.yaml:1:10 spec.extends-circle"),
        ({"a.yaml": "extends: b.yaml\n", "b.yaml": "extends: ./a.yaml\n"}, "b.yaml:1:10 spec.extends-circle"),
        ({"a.yaml": "extends: ../a.yaml\n"}, "a.yaml:1:10 spec.path-outside-root"),
        ({"a.yaml": "extends: /etc/passwd\n"}, "a.yaml:1:10 spec.absolute-path"),
        ({"a.yaml": "extends: b.yaml\n"}, "a.yaml:1:10 yaml.unreadable"),
        ({"a.yaml": "extends: b.yaml\n", "b.yaml": "- 一\n"}, "b.yaml:1:1 yaml.wrong-shape"),
        ({"a.yaml": "extends: b.yaml\n", "b.yaml": "title: [\n"}, "b.yaml:2:1 yaml.unclosed-bracket"),
        ({"a.yaml": "reportgen: 1\ntitle: 一\nbody: [{text: 一}]\nrenumber: true\n"}, "a.yaml:4:1 spec.without-base"),
        ({"a.yaml": "reportgen: 1\ntitle: 一\nbody: [{text: 一}]\nchanges: []\n"}, "a.yaml:4:1 spec.without-base"),
    ],
)
def test_a_base_that_cannot_be_had_is_one_problem(files: dict[str, str], expected: str, tmp_path: Path) -> None:
    with pytest.raises(Faulty) as caught:
        load_spec(folder(tmp_path, files) / "a.yaml")
    assert [f"{problem.span} {problem.code}" for problem in caught.value.problems] == [expected]


def test_a_chain_of_bases_has_an_end(tmp_path: Path) -> None:
    files = {f"{n}.yaml": f"extends: {n + 1}.yaml\n" for n in range(MOST_LAYERS + 2)}
    with pytest.raises(Faulty) as caught:
        load_spec(folder(tmp_path, files) / "0.yaml")
    assert [problem.code for problem in caught.value.problems] == ["spec.extends-too-deep"]


def test_a_circle_is_shown(tmp_path: Path) -> None:
    files = {"a.yaml": "extends: b.yaml\n", "b.yaml": "extends: c.yaml\n", "c.yaml": "extends: b.yaml\n"}
    with pytest.raises(Faulty) as caught:
        load_spec(folder(tmp_path, files) / "a.yaml")
    assert "b.yaml → c.yaml → b.yaml" in caught.value.problems[0].en


def test_a_workbooks_path_is_relative_to_the_file_that_names_it(tmp_path: Path) -> None:
    folder(tmp_path, {"clients/a.yaml": "extends: ../base.yaml\nworkbooks: {新: ../../b.xlsx}\n"})
    with pytest.raises(Faulty) as caught:
        load_spec(tmp_path / "clients" / "a.yaml", tmp_path)
    assert [f"{problem.span} {problem.code}" for problem in caught.value.problems] == [
        "clients/a.yaml:2:16 spec.path-outside-root"
    ]
    (tmp_path / "clients" / "a.yaml").write_text("extends: ../base.yaml\n", encoding="utf-8")
    assert load_spec(tmp_path / "clients" / "a.yaml", tmp_path).workbooks["版权"].at("path").file == "base.yaml"
