"""What surrounds the body comes from the conventions and the parameters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reportgen.conventions.load import load_conventions
from reportgen.model.document import Field
from reportgen.periods import Grain, Period
from reportgen.resolve.surroundings import furniture, issue_date

BULLETIN = load_conventions("bulletin")


def test_furniture_says_title_and_issue_and_leaves_the_page_open() -> None:
    conventions = replace(BULLETIN, header="{title} · {issue}\t{section}", footer="第 {page} 页 共 {pages} 页")
    lines = furniture(conventions, "月报", "3 月")
    assert lines.header == ("月报", " · ", "3 月", "\t", Field.SECTION)
    assert lines.footer == ("第 ", Field.PAGE, " 页 共 ", Field.PAGES, " 页")


def test_the_issue_is_dated_by_its_finest_period() -> None:
    assert issue_date([Period(Grain.YEAR, 2024), Period(Grain.MONTH, 2025, 3), "甲"]) == date(2025, 3, 1)
    assert issue_date([Period(Grain.QUARTER, 2025, 2)]) == date(2025, 4, 1)
    assert issue_date(["甲"]) is None
