"""The line that closes a report (`source: auto`): whose numbers it prints, each source once."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from reportgen.model.block import Paragraph
from reportgen.model.inline import plain
from reportgen.pipeline import compose
from reportgen.request import Request
from reportgen.roles import Role

SHEETS = {
    "车": ("汽车", 36, "公安部交通管理局"),
    "粮": ("产量", 70, "国家统计局"),
    "研": ("经费", 3, "国家统计局、科学技术部、财政部《甲、乙公报》"),
}
SPEC = """\
reportgen: 1
title: 来源
source: auto
params: {year: {type: year, default: 2024}}
workbooks: {簿: {path: book.xlsx, period: year}}
data: {研: 簿!研, 车: 簿!车, 粮: 簿!粮}
"""


def credited(folder: Path, said: str) -> list[str]:
    """Return the last lines of the report that says `said`, its sources."""
    book = Workbook()
    for name, (label, number, source) in SHEETS.items():
        sheet = book.create_sheet(name)
        for row in (["年份", label], ["2023 年", number - 1], ["2024 年", number], [f"资料来源：{source}"]):
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(folder / "book.xlsx")
    path = folder / "spec.yaml"
    path.write_text(SPEC + said, encoding="utf-8")
    composed = compose(Request(path))
    assert not [problem.zh for problem in composed.problems if problem.fatal]
    found = [block for block in composed.document.blocks if isinstance(block, Paragraph)]
    return [plain(block.inlines) for block in found if block.role is Role.SOURCE]


@pytest.mark.parametrize(
    ("said", "sources"),
    [
        ('body: [{text: "{{ 车 }}。"}]', "公安部交通管理局"),
        (
            'body: [{text: "{{ 车 }}，{{ 研 }}，{{ 粮 }}。"}]',
            "国家统计局、科学技术部、财政部《甲、乙公报》、公安部交通管理局",
        ),
        ('body: [{text: "{{ 车 }}。"}, {text: "{{ 粮 }}。", when: 研 > 3}]', "公安部交通管理局"),
        ('checks: [研 < 粮]\nbody: [{text: "{{ 车 }}。", holds: 粮 > 粮.上年}]', "公安部交通管理局"),
        ("body: [{chart: column, data: 粮, last: 2, caption: 甲}]", "国家统计局"),
        ("body: [{table: 粮, last: 2, caption: 甲}]", "国家统计局"),
        ('body: [{text: "粮食{{ 粮 | 较上年 }}。"}]', "国家统计局"),
        ('cover: {client: "{{ 粮 }}"}\nbody: [{text: "{{ 车 }}。"}]', "公安部交通管理局、国家统计局"),
        ('theme: {footer: "{{ 粮 }} {page}"}\nbody: [{text: "{{ 车 }}。"}]', "公安部交通管理局、国家统计局"),
    ],
)
def test_only_what_is_printed_is_credited_and_each_source_once(tmp_path: Path, said: str, sources: str) -> None:
    assert credited(tmp_path, said) == [f"（来源：{sources}）"]


def test_a_report_that_prints_no_number_credits_nobody(tmp_path: Path) -> None:
    assert credited(tmp_path, "body: [{text: 甲。}]") == []
