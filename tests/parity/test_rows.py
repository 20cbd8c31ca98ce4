"""Charts side by side from the spec to the document: what a condition leaves of them, and their references."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.model.block import Block, ChartFigure, FigureRow, Paragraph
from reportgen.model.inline import plain
from reportgen.pipeline import compose
from reportgen.request import Request

DATA = Path(__file__).parents[2] / "specs" / "data" / "patent-survey-2024.xlsx"
SPEC = """\
reportgen: 1
title: 并排
params:
  year: {type: year, default: 2024}
workbooks:
  调查: {path: 调查.xlsx, period: year}
data:
  研发: 调查!图1
body:
  - text: 见{{ ref.右 }}{{ 见.左 }}。
  - side_by_side:
      - {chart: line, id: 左, data: 研发, caption: 左边}
      - {chart: line, id: 右, data: 研发, caption: 右边CONDITION}
"""


def blocks(folder: Path, condition: str) -> list[Block]:
    spec = folder / "spec.yaml"
    spec.write_text(SPEC.replace("CONDITION", condition), encoding="utf-8")
    return list(compose(Request(spec, workbooks={"调查": DATA})).document.blocks)


def test_both_stand_in_one_row_and_are_numbered_in_order(tmp_path: Path) -> None:
    made = blocks(tmp_path, "")
    (row,) = [block for block in made if isinstance(block, FigureRow)]
    assert [figure.id for figure in row.figures] == ["左", "右"]
    assert [figure.caption.reference for figure in row.figures if figure.caption] == ["图 1", "图 2"]
    (text,) = [block for block in made if isinstance(block, Paragraph) and block.id == "text1"]
    assert plain(text.inlines) == "见图 2（参见图 1）。"


@pytest.mark.parametrize(("condition", "alone"), [(", when: 研发 > 0", False), (", when: 研发 < 0", True)])
def test_one_that_is_left_stands_alone(condition: str, alone: bool, tmp_path: Path) -> None:
    made = blocks(tmp_path, condition)
    assert any(isinstance(block, ChartFigure) for block in made) is alone
    assert any(isinstance(block, FigureRow) for block in made) is not alone
