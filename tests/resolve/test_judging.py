"""What a claim or check that fails says of the cells it rests on and of what to do; what the files are called."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook as Book

from reportgen.conventions.load import load_conventions
from reportgen.data.workbook import read_workbook
from reportgen.diagnostics import Language, Problem
from reportgen.resolve.resolve import Resolved, resolve
from reportgen.spec.load import spec_from
from reportgen.spec.parameters import parameter_values

SPEC = """\
reportgen: 1
title: "{{{{ year }}}}商标申请"
params: {{year: {{type: year, default: 2024}}}}
workbooks: {{数据: {{path: book.xlsx, period: year}}}}
data: {{年度: 数据!年度}}
checks:
  - {check}
body:
  - text: 注册量增加。
    holds: {claim}
"""
ALL = "年度.甲 + 年度.乙 == 年度.丙"


def resolved(tmp_path: Path, check: str, claim: str) -> Resolved:
    """Resolve a spec with this check and this claim over three items in four years."""
    book = Book()
    sheet = book.worksheets[0]
    sheet.title = "年度"
    sheet.append(["年份", "甲", "乙", "丙"])
    for year in range(2021, 2025):
        sheet.append([f"{year} 年", 10 + year - 2021, 5, 1])
    book.save(tmp_path / "book.xlsx")
    spec = spec_from(SPEC.format(check=check, claim=claim), "spec.yaml", tmp_path)
    workbook = read_workbook(tmp_path / "book.xlsx", "数据", cache=None)
    return resolve(spec, load_conventions("bulletin"), parameter_values(spec, {}), [workbook])


def told(found: Resolved, code: str) -> Problem:
    (problem,) = (problem for problem in found.problems if problem.code == code)
    return problem


def test_a_claim_that_fails_names_all_its_cells(tmp_path: Path) -> None:
    problem = told(resolved(tmp_path, "年度.乙 == 年度.乙", "年度.甲 < 年度.甲.上年"), "claim.fails")
    assert problem.text(Language.EN).endswith("; cells 数据!年度!B5, 数据!年度!B4")
    assert problem.text(Language.ZH).endswith("；单元格 数据!年度!B5、数据!年度!B4")


def test_of_many_cells_the_first_six_are_named(tmp_path: Path) -> None:
    said = told(resolved(tmp_path, ALL, "年度.甲 > 年度.甲.上年"), "check.fails").text(Language.EN)
    assert said.rpartition("; cells ")[2].count("数据!年度!") == 6
    assert said.endswith("…")


@pytest.mark.parametrize(("check", "code"), [(ALL, "check.fails"), (f"warn: {ALL}", "check.warns")])
def test_only_a_check_that_is_an_error_is_said_to_become_a_warning(tmp_path: Path, check: str, code: str) -> None:
    problem = told(resolved(tmp_path, check, "年度.甲 > 年度.甲.上年"), code)
    assert ("warn:" in problem.hint(Language.EN)) == (code == "check.fails")
    assert ("warn:" in problem.hint(Language.ZH)) == (code == "check.fails")


def test_a_name_for_files_has_no_spaces_where_the_title_has(tmp_path: Path) -> None:
    found = resolved(tmp_path, "年度.乙 == 年度.乙", "年度.甲 > 年度.甲.上年")
    assert found.document.metadata.title == "2024 年商标申请"
    assert found.name == "2024年商标申请"
