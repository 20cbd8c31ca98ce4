"""A character without a glyph that a workbook wrote: told with its cell, be it in a name, a label or a parameter."""

from __future__ import annotations

from pathlib import Path

from reportgen.composed import Composed
from reportgen.origins import CellRef
from reportgen.pipeline import compose, dressed
from reportgen.request import Request
from tests.batch.making import workbook

CELL = CellRef("名单", "客户", "B3")

SPEC = """\
reportgen: 1
title: "{{ 客户 }}简报"
contents: false
params:
  客户: {type: row, from: 名单!客户, label: 名称, default: 甲公司}
  致: {type: text, default: 各位}
workbooks:
  数据: figures.xlsx
  名单: clients.xlsx
data:
  量: 数据!登记量
  甲量: 量.甲
theme:
  running_head: "{{ 客户 }}"
body:
  - text: "{{ 致 }}：{{ 客户.行业 }}登记 {{ 甲量 }}。"
"""


def made(folder: Path, *more: str, item: str = "乙", **parameters: str) -> Composed:
    rows: list[list[str | int | None]] = [["单位：件"], ["年份", "甲", item], ["2023年", 1, 2], ["2024年", 3, 4]]
    workbook(folder / "figures.xlsx", "登记量", rows)
    clients: list[list[str | int | None]] = [
        ["序号", "名称", "行业"],
        [1, "甲公司", "软件"],
        [2, "喆堃𠮷公司", "出版"],
        [3, "丙公司", "𠮷业"],
    ]
    workbook(folder / "clients.xlsx", "客户", clients)
    path = folder / "report.yaml"
    path.write_text(SPEC + "".join(f"  - {block}\n" for block in more), encoding="utf-8")
    composed = compose(Request(path, parameters=parameters, cells={"致": CellRef("batch.xlsx", "名单", "A2")}))
    assert composed.problems == ()
    return composed


def told(composed: Composed) -> list[tuple[int | None, str]]:
    """Return the line in the spec and the cell of each character without a glyph."""
    problems = dressed(composed).problems
    assert {problem.code for problem in problems} <= {"layout.no-glyph"}
    return [(problem.span.line if problem.span else None, str(problem.cell)) for problem in problems]


def test_a_name_in_the_title_and_in_the_head_is_told_once_with_its_cell(tmp_path: Path) -> None:
    assert told(made(tmp_path, 客户="喆堃𠮷公司")) == [(2, "名单!客户!B3")]


def test_a_field_in_a_text_is_told_with_its_cell(tmp_path: Path) -> None:
    assert told(made(tmp_path, 客户="丙公司")) == [(16, "名单!客户!C4")]


def test_what_is_typed_is_told_at_its_own_place(tmp_path: Path) -> None:
    assert told(made(tmp_path, "text: 𠮷，{{ 客户 }}", 客户="喆堃𠮷公司")) == [(2, "名单!客户!B3"), (17, "None")]


def test_labels_of_a_chart_and_of_a_table_are_told_with_their_cells(tmp_path: Path) -> None:
    blocks = ("{chart: line, data: 量, caption: 走势}", "{table: 量, caption: 登记}")
    assert told(made(tmp_path, *blocks, item="𠮷")) == [(17, "数据!登记量!C2"), (18, "数据!登记量!C2")]


def test_a_parameter_that_a_batch_reads_is_told_with_its_cell(tmp_path: Path) -> None:
    assert told(made(tmp_path, 致="𠮷公司")) == [(16, "batch.xlsx!名单!A2")]
