"""What a figure shows is said in the unit that its author asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import Faulty
from reportgen.model.block import ChartFigure
from reportgen.model.inline import plain
from reportgen.prose.samples import CURRENT, source_text, table, years
from reportgen.prose.scope import Scope
from reportgen.prose.selection import of_table
from reportgen.resolve.viewing import View, in_unit, view
from tests.resolve.making import Row, composed


def said(own: str, wanted: str) -> View:
    scope = Scope({"甲": of_table(table("甲", {"子": ["20000"]}, years(2024), unit=own), "甲", current=CURRENT)})
    expression = source_text("甲")
    return in_unit(view(expression, None, scope), wanted, scope, expression.span)


def test_a_unit_converts_into_its_scales() -> None:
    assert [(f"{q.exact}", q.unit) for q in said("件", "万件").quantities] == [("2", "万件")]


@pytest.mark.parametrize(
    ("own", "code", "says", "hint"),
    [
        ("", "unit.unknown", "这张表没有写单位，换算不成“万件”", "在表题下一行写“单位：件”。"),
        ("元", "unit.mismatch", "“元”换算不成“万件”", "只能在同一单位"),
    ],
)
def test_what_does_not_convert_is_told_at_its_cell(own: str, code: str, says: str, hint: str) -> None:
    with pytest.raises(Faulty) as caught:
        said(own, "万件")
    (problem,) = caught.value.problems
    assert (problem.code, problem.zh) == (code, says)
    assert problem.hint_zh.startswith(hint)
    assert str(problem.cell) == "样本!甲!B4"


def test_a_note_of_several_lines_says_its_word_once(tmp_path: Path) -> None:
    spec = """
        reportgen: 1
        title: 月报
        params: {year: {type: year, default: 2024}}
        workbooks: {簿: {path: 簿.xlsx, period: year}}
        data: {贸易: 簿!表}
        body:
          - {chart: line, data: 贸易, caption: 贸易, note: auto}
        """
    below = ("注：1. 按人民币计价。", "\u3000\u30002. 差额。", "说明：初步数。", "资料来源：海关")
    rows: list[Row] = [("年份", "出口"), (2023, 10), (2024, 12), *((text,) for text in below)]
    found = composed(tmp_path, spec, {"表": rows})
    (chart,) = [block for block in found.document.blocks if isinstance(block, ChartFigure)]
    assert [plain(note) for note in chart.notes] == [
        "注：1. 按人民币计价。",
        "2. 差额。",
        "注：初步数。",
        "资料来源：海关",
    ]
    assert found.problems == ()
