"""A derived spec is shown as what it comes to and as what it changes. Both are goldens that a person can read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import Faulty
from reportgen.spec.editing import unreferred
from reportgen.spec.load import whole_spec
from reportgen.spec.show import differences, merged
from reportgen.spec.writing import written
from reportgen.yaml_source import MappingNode, Node, Scalar, SequenceNode, parse
from tests.spec.deriving import folder

GOLDEN = Path(__file__).parent / "golden"
SPECS = Path(__file__).parent.parent.parent / "specs"

OVERLAY = """\
reportgen: 1
extends: base.yaml
title: "{{ client }}简报"
params:
  client: {type: text, required: true}
  year: {default: 2023}
workbooks: {版权: b.xlsx}
data:
  作品: 版权!地区
  首位: {from: 作品, rank: 1}
numbers: {件: 1}
checks:
  - warn: 作品 > 2
theme: {extends: plain, palette: ["#0B5CAD"]}
renumber: true
changes:
  - drop: [构成, 专利调查]
  - set: 图1
    last: 3
    caption: 近三年登记总量
  - move: 导语
    after: 图1
  - replace: 导语
    with:
      - text: |
          登记总量 {{ 登记 }}。

          其中：
  - before: 版权
    insert:
      - heading: 要点
        id: 要点
        body:
          - choose:
              - when: 登记 > 1
                text: 增长。
              - else: 下降。
"""


def plain(node: Node) -> object:
    """Return what a node says, without places and styles."""
    match node:
        case MappingNode():
            return {entry.key.text: plain(entry.value) for entry in node.entries}
        case SequenceNode():
            return [plain(item) for item in node.items]
        case Scalar():
            return node.text


@pytest.mark.parametrize(("show", "name"), [(merged, "merged.txt"), (differences, "differences.txt")])
def test_a_derived_spec_is_shown(show: object, name: str, tmp_path: Path) -> None:
    """With UPDATE_GOLDEN set, the golden is written anew instead: read what has changed in it."""
    assert callable(show)
    shown = show(folder(tmp_path, {"brief.yaml": OVERLAY}) / "brief.yaml")
    golden = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["monthly-bulletin.yaml", "client-briefing.yaml"])
def test_what_is_shown_reads_as_what_it_shows(name: str) -> None:
    shown = merged(SPECS / name)
    found = whole_spec(SPECS / name)
    assert plain(parse(shown, "shown.yaml")) == plain(unreferred(found.node, found.dropped))


def test_a_spec_that_derives_from_nothing_changes_nothing() -> None:
    assert differences(SPECS / "monthly-bulletin.yaml") == ""


def test_references_to_what_was_dropped_are_not_in_the_whole(tmp_path: Path) -> None:
    folder(tmp_path, {"brief.yaml": "extends: base.yaml\nchanges: [{drop: 图1}]\n"})
    shown = merged(tmp_path / "brief.yaml")
    assert "text: 登记总量增长。" in shown
    assert "见." not in shown
    folder(tmp_path, {"brief.yaml": "extends: base.yaml\nchanges: [{drop: 表1}]\n"})
    assert "登记总量增长{{ 见.图1 }}。" in merged(tmp_path / "brief.yaml")


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ("- {set: 图1, number: 7}", []),
        ("- {set: 图1, number: 8}\n- {set: 图1, number: 9}", ["~ 图1.number: 7 → 9  # brief.yaml:5:21"]),
        ("- {set: 图1, number: 8}\n- {set: 图1, number: 7}", []),
        ("- {set: 图1, number: }", ["- 图1.number: 7  # base.yaml:24:21"]),
        ("- {after: 图1, insert: [{text: 临时, id: 临}]}\n- {drop: 临}", []),
        ("- {set: 表1, caption: 甲}\n- {drop: 表1}", ["- table 表1  # base.yaml:30:17 by brief.yaml:5:3"]),
        ("- {move: 专利, before: 版权}\n- {move: 专利, after: 版权}", []),
        (
            "- {move: 导语, after: 构成}\n- {move: 导语, before: 构成}",
            ["> 导语 before 构成  # brief.yaml:5:3"],
        ),
    ],
)
def test_what_comes_of_several_steps_is_told_once(steps: str, told: list[str], tmp_path: Path) -> None:
    folder(tmp_path, {"brief.yaml": f"reportgen: 1\nextends: base.yaml\nchanges:\n{steps}\n"})
    shown = differences(tmp_path / "brief.yaml").splitlines()
    assert [line for line in shown[1:] if not line.startswith("- heading 构成")] == told


def test_a_theme_and_parts_by_name_are_told_key_by_key(tmp_path: Path) -> None:
    folder(
        tmp_path,
        {
            "brief.yaml": "extends: base.yaml\ntheme: {extends: plain, page: {top: 20mm, left: 20mm}}\n"
            "params: {year: {required: true}}\n",
            "a.yaml": "extends: brief.yaml\ntheme: {page: {top: 30mm}, logo: a.png}\ndata: {作品: 版权!地区}\n",
        },
    )
    assert differences(tmp_path / "a.yaml").splitlines() == [
        "a.yaml ← brief.yaml",
        "~ theme.page.top: 20mm → 30mm  # a.yaml:2:21",
        "+ theme.logo: a.png  # a.yaml:2:34",
        "~ data.作品.from: 版权!作品类型 → 版权!地区  # a.yaml:3:12",
        "brief.yaml ← base.yaml",
        "+ theme: {extends: plain, page: {top: 2…  # brief.yaml:2:8",
        "- params.year.default: 2024  # base.yaml:4:31",
        "+ params.year.required: true  # brief.yaml:3:27",
    ]


def test_layers_are_told_from_the_top(tmp_path: Path) -> None:
    folder(
        tmp_path,
        {
            "brief.yaml": "extends: base.yaml\ntitle: 简报\n",
            "a.yaml": "extends: brief.yaml\ntitle: 甲\nchanges: [{drop: 专利}]\n",
        },
    )
    assert differences(tmp_path / "a.yaml").splitlines() == [
        "a.yaml ← brief.yaml",
        "~ title: 简报 → 甲  # a.yaml:2:8",
        "- section 专利  # base.yaml:34:5 by a.yaml:3:11",
        "brief.yaml ← base.yaml",
        "~ title: 月报 → 简报  # brief.yaml:2:8",
    ]


def test_a_faulty_spec_is_not_shown(tmp_path: Path) -> None:
    folder(tmp_path, {"brief.yaml": "extends: base.yaml\nchanges: [{drop: 图9}]\n"})
    for show in (merged, differences):
        with pytest.raises(Faulty):
            show(tmp_path / "brief.yaml")


_TEXTS = st.text(st.sampled_from("甲，a1 :#-|{}[]\"'\\,&*!%@`>?~\n\t。"), max_size=12)


@given(
    st.recursive(
        _TEXTS,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["甲", "乙", "a b", "1", "x"]), inner, min_size=1, max_size=3)
        ),
        max_leaves=6,
    )
)
def test_whatever_is_written_reads_the_same(value: object) -> None:
    def quoted(one: object) -> str:
        match one:
            case str():
                escaped = one.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
                return f'"{escaped}"'
            case list():
                return f"[{', '.join(quoted(item) for item in one)}]"
            case dict():
                return f"{{{', '.join(f'{quoted(key)}: {quoted(item)}' for key, item in one.items())}}}"
            case _:
                raise AssertionError(one)

    node = parse(f"root: {quoted(value)}\n", "a.yaml")
    assert plain(parse(written(node), "b.yaml")) == {"root": value}
