"""A parameter that takes the last period of a table takes the last that the table says and fills."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.data.sheet import Cell, CellKind, Sheet, Workbook
from reportgen.errors import Faulty
from reportgen.model.audit import RecordKind
from reportgen.periods import Grain, Period
from reportgen.resolve.latest import with_latest
from reportgen.resolve.ledger import Ledger
from reportgen.spec.load import spec_from
from reportgen.spec.report import ReportSpec


def spec(default: str, kind: str = "year", data: str = "登记: 版权!表") -> ReportSpec:
    return spec_from(
        f"reportgen: 1\ntitle: 月报\nparams: {{期: {{type: {kind}, default: {default}}}}}\n"
        f"workbooks: {{版权: a.xlsx}}\ndata: {{{data}}}\nbody: [{{text: 甲}}]\n",
        "a.yaml",
        Path("/nowhere"),
    )


def workbook(*rows: tuple[str, ...]) -> dict[str, Workbook]:
    cells = {
        (row, column): Cell(CellKind.NUMBER if row > 1 and column > 1 else CellKind.TEXT, text)
        for row, line in enumerate(rows, 1)
        for column, text in enumerate(line, 1)
        if text
    }
    return {"版权": Workbook("版权", "a.xlsx", (Sheet("表", cells),))}


YEARS = workbook(("类别", "2022年", "2023年", "2024年"), ("作品", "1", "2", ""), ("软件", "3", "4", ""))


def test_the_last_period_that_holds_a_value_is_taken_and_recorded() -> None:
    ledger = Ledger()
    assert with_latest(spec("latest(登记)"), {}, YEARS, ledger) == {"期": Period(Grain.YEAR, 2023)}
    (record,) = ledger.trail.records
    assert (record.kind, record.text, record.derivation) == (RecordKind.DECISION, "2023 年", "latest(登记)")
    assert [str(use.ref) for use in record.cells] == ["版权!表!C1"]
    assert str(record.span) == "a.yaml:3:35"


def test_a_name_is_followed_to_its_table() -> None:
    found = spec("latest(作品)", data="登记: 版权!表, 作品: 登记.作品")
    assert with_latest(found, {}, YEARS, Ledger()) == {"期": Period(Grain.YEAR, 2023)}


def test_what_was_given_stands() -> None:
    given = {"期": Period(Grain.YEAR, 2020)}
    ledger = Ledger()
    assert with_latest(spec("latest(登记)"), given, YEARS, ledger) == given
    assert ledger.trail.records == ()


@pytest.mark.parametrize(
    ("kind", "books", "code"),
    [
        ("month", YEARS, "data.no-latest"),
        ("year", workbook(("类别", "数量"), ("作品", "1"), ("软件", "3")), "data.no-latest"),
        ("year", {}, "data.unknown-workbook"),
    ],
)
def test_a_table_that_says_none_is_a_problem(kind: str, books: dict[str, Workbook], code: str) -> None:
    with pytest.raises(Faulty) as caught:
        with_latest(spec("latest(登记)", kind), {}, books, Ledger())
    assert [problem.code for problem in caught.value.problems] == [code]
    assert all(problem.span for problem in caught.value.problems)
