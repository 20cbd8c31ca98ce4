"""A row of a list as a parameter: what it prints, chooses and colours, where each comes from, and wrong ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reportgen.composed import Composed
from reportgen.errors import Faulty
from reportgen.model.audit import RecordKind
from reportgen.model.block import Heading, Paragraph, Table
from reportgen.model.inline import plain
from reportgen.origins import CellRef
from reportgen.pipeline import compose, dressed
from reportgen.request import Request
from tests.fonts.making import FS_RESTRICTED, own_face

SPECS = Path(__file__).parent.parent / "specs"

REPORT = """\
extends: monthly-bulletin.yaml
title: "{{ 客户 }}简报"
output: "{{ 客户 }}-{{ 客户.级别 }}-{{ period }}"
contents: false
workbooks:
  名单: data/client-list.xlsx
params:
  客户: {type: row, from: 名单!客户名单, default: 某软件企业}
data:
  客户类别: "登记[客户.关注类别]"
theme:
  extends: briefing
  logo: "{{ 客户.标志 }}"
  palette: ["{{ 客户.主色 }}", "#F2A900"]
changes:
  - keep: 著作权登记
  - set: 登记五年
    highlight: "{{ 客户.关注类别 }}"
  - before: 版权
    insert:
      - heading: 要点
        id: 要点
        body:
          - text: |
              全国{{ 客户.关注类别 }} {{ 客户类别 | 万余 }}。共 {{ 客户.篇幅 }}。
            id: 数
          - text: 重点客户专享。
            when: 客户.级别 == "重点"
          - text: 篇幅较长。
            when: 客户.篇幅 > 3
"""


def made(folder: Path, *edits: tuple[str, str], **parameters: str) -> Composed:
    if not (folder / "specs").exists():
        shutil.copytree(SPECS, folder / "specs")
    text = REPORT
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    path = folder / "specs" / "row.yaml"
    path.write_text(text, encoding="utf-8")
    return compose(Request(path, parameters=parameters))


def texts(composed: Composed) -> list[str]:
    return [plain(block.inlines) for block in composed.document.blocks if isinstance(block, Paragraph | Heading)]


def told(composed: Composed) -> list[tuple[str, str, str]]:
    return [(p.code, str(p.span), str(p.cell)) for p in composed.problems]


def test_its_label_and_its_fields_are_texts_in_text(tmp_path: Path) -> None:
    composed = made(tmp_path)
    assert composed.problems == ()
    assert composed.document.metadata.title == "某软件企业简报"
    assert "全国软件登记 282 万余件。共 4 页。" in texts(composed)


def test_another_row_makes_another_report(tmp_path: Path) -> None:
    composed = made(tmp_path, 客户="某出版企业")
    assert "全国作品登记 780 万余件。共 3 页。" in texts(composed)
    assert composed.name == "某出版企业-一般-2025-03"


def test_its_fields_decide(tmp_path: Path) -> None:
    assert {"重点客户专享。", "篇幅较长。"} <= set(texts(made(tmp_path)))
    assert not {"重点客户专享。", "篇幅较长。"} & set(texts(made(tmp_path, 客户="某出版企业")))


def test_its_fields_bring_forward_a_column(tmp_path: Path) -> None:
    (table,) = (b for b in made(tmp_path, 客户="某出版企业").document.blocks if isinstance(b, Table))
    assert [plain(table.header[0][column].inlines) for column in table.highlight] == ["作品登记"]


def test_its_fields_colour_the_theme(tmp_path: Path) -> None:
    theme = dressed(made(tmp_path, 客户="某设计企业")).theme
    assert theme.page.strip_colour == "2F6B4F"
    assert theme.logo.picture == "brand/client-logo.png"


def test_all_that_a_cell_of_the_list_decided_is_in_the_trail(tmp_path: Path) -> None:
    trail = made(tmp_path).trail
    feeding = {
        name: [
            (r.kind, r.text)
            for r in trail.records
            if any(u.ref.cell == name for u in r.cells) and r.block != "登记五年"
        ]
        for name in ("C3", "D3", "E3", "G3")
    }
    assert (RecordKind.NAME, "软件登记") in feeding["C3"]
    assert (RecordKind.NUMBER, "282 万余件") in feeding["C3"]
    assert (RecordKind.DECISION, "印出") in feeding["D3"]
    assert feeding["E3"] == [(RecordKind.DECISION, "0B5CAD")]
    assert (RecordKind.NUMBER, "4 页") in feeding["G3"]


def test_it_comes_from_the_environment_too(tmp_path: Path) -> None:
    made(tmp_path)
    path = tmp_path / "specs" / "row.yaml"
    composed = compose(Request(path, environment={"REPORTGEN_PARAM_客户": "某设计企业"}))
    assert composed.document.metadata.title == "某设计企业简报"


def test_a_row_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    composed = made(tmp_path, 客户="某设记企业")
    assert told(composed) == [("data.not-a-row", "row.yaml:8:7", "名单!客户名单!B3")]
    assert "某设计企业" in composed.problems[0].hint_en
    assert "某出版企业" in composed.problems[0].en


def test_a_field_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    composed = made(tmp_path, ("客户.篇幅 }}", "客户.偏幅 }}"))
    assert [code for code, *_ in told(composed)] == ["prose.unknown-part"]
    assert "篇幅" in composed.problems[0].hint_en


def test_a_row_needs_its_list(tmp_path: Path) -> None:
    for edit, code in (
        ((", from: 名单!客户名单", ""), "spec.row-of-what"),
        (("type: row, from: 名单!客户名单", "type: text, label: 客户"), "spec.not-a-row-parameter"),
    ):
        with pytest.raises(Faulty) as caught:
            made(tmp_path, edit)
        assert code in [problem.code for problem in caught.value.problems]


def test_an_unknown_workbook_is_told_at_the_address(tmp_path: Path) -> None:
    composed = made(tmp_path, ("from: 名单!客户名单", "from: 名册!客户名单"))
    assert ("data.unknown-workbook", "row.yaml:8:25", "None") in told(composed)


def test_a_row_must_be_given_where_there_is_no_default(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as caught:
        made(tmp_path, ("default: 某软件企业", "required: true"))
    assert [problem.code for problem in caught.value.problems] == ["spec.parameter-needed"]


def test_a_blank_field_is_never_passed_over_but_can_be_asked_for(tmp_path: Path) -> None:
    made(tmp_path)
    path = tmp_path / "specs" / "data" / "client-list.xlsx"
    book = load_workbook(path)
    book["客户名单"]["D3"] = None
    book.save(path)
    assert told(made(tmp_path)) == [("prose.blank-field", "row.yaml:3:22", "名单!客户名单!D3")]
    asked = made(tmp_path, ("-{{ 客户.级别 }}", ""), ('客户.级别 == "重点"', '客户.级别 == ""'))
    assert asked.problems == ()
    assert "重点客户专享。" in texts(asked)


def test_rows_of_one_name_are_told_with_both_places(tmp_path: Path) -> None:
    made(tmp_path)
    path = tmp_path / "specs" / "data" / "client-list.xlsx"
    book = load_workbook(path)
    book["客户名单"]["B5"] = "某软件 企业"
    book.save(path)
    (problem,) = made(tmp_path).problems
    assert (problem.code, str(problem.cell)) == ("data.row-twice", "名单!客户名单!B3")
    assert "名单!客户名单!B5" in problem.en
    assert made(tmp_path, ("from: 名单!客户名单", "from: 名单!客户名单, label: 序号"), 客户="2").problems == ()


def test_a_changed_cell_of_the_list_changes_what_the_trail_predicts_and_nothing_else(tmp_path: Path) -> None:
    before = made(tmp_path)
    path = tmp_path / "specs" / "data" / "client-list.xlsx"
    book = load_workbook(path)
    book["客户名单"]["C3"] = "作品登记"
    book.save(path)
    after = {record.id: record for record in made(tmp_path).trail.records}
    cell = CellRef("名单", "客户名单", "C3")
    predicted = {record.id for record in before.trail.records if cell in {use.ref for use in record.cells}}
    changed = {record.id for record in before.trail.records if after[record.id].text != record.text}
    assert changed
    assert changed <= predicted


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        ("C3", "作品等级", {"prose.unknown-part", "chart.highlight-unknown"}),
        ("F3", "brand/nobody.png", {"picture.unreadable"}),
        ("E3", "#12345", {"theme.not-a-colour"}),
        ("E3", "深蓝", {"theme.unknown-colour"}),
        ("F3", None, {"theme.blank-field"}),
    ],
)
def test_a_wrong_value_is_told_with_its_cell_of_the_list(
    cell: str, value: str | None, codes: set[str], tmp_path: Path
) -> None:
    made(tmp_path)
    path = tmp_path / "specs" / "data" / "client-list.xlsx"
    book = load_workbook(path)
    book["客户名单"][cell] = value
    book.save(path)
    composed = made(tmp_path)
    try:
        problems = (*composed.problems, *dressed(composed).problems)
    except Faulty as faulty:
        problems = (*composed.problems, *faulty.problems)
    assert {(problem.code, str(problem.cell)) for problem in problems} == {
        (code, f"名单!客户名单!{cell}") for code in codes
    }


def test_faces_may_stand_in_the_list_and_what_is_wrong_with_them_is_told_with_its_cell(tmp_path: Path) -> None:
    faces = """\
  fonts: "brand/{{ 客户.级别 }}"
  typefaces:
    acme:
      regular: {east_asian: NotoSansSC-Regular, latin: "{{ 客户.级别 }}-Regular"}
      bold: {east_asian: NotoSansSC-Bold, latin: "{{ 客户.级别 }}-Regular"}
      word: {east_asian: 黑体, latin: "{{ 客户.级别 }}"}
"""

    def told() -> set[tuple[str, str]]:
        try:
            problems = dressed(made(tmp_path, ("  palette:", f"{faces}  palette:"))).problems
        except Faulty as faulty:
            problems = faulty.problems
        return {(problem.code, str(problem.cell)) for problem in problems}

    level = "名单!客户名单!D3"
    assert told() == {("spec.folder-missing", level)}
    folder = tmp_path / "specs" / "brand" / "重点"
    folder.mkdir()
    assert told() == {("fonts.face-unknown", level)}
    own_face(folder / "重点-Regular.ttf", fs_type=FS_RESTRICTED)
    assert told() == {("fonts.embedding-forbidden", level)}
    own_face(folder / "重点-Regular.ttf")
    assert told() == set()
