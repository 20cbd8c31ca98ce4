"""The editor's month: the workbooks grow by a period, one parameter changes, and the issue says the right things.

What no longer holds is told with its sentence and its cells; the old issue is what it was, byte for byte.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reportgen import pipeline
from reportgen.errors import Faulty
from reportgen.model.block import Paragraph
from reportgen.model.inline import plain
from reportgen.request import Request
from tests.next_issue import COPYRIGHTS, PATENTS, append_2025

SPECS = Path(__file__).parent.parent / "specs"
SPEC = "monthly-bulletin.yaml"


@pytest.fixture
def grown(tmp_path: Path) -> Path:
    """Return a copy of the bulletin's folder whose workbooks hold 2025 too."""
    folder = tmp_path / "grown"
    shutil.copytree(SPECS, folder)
    append_2025(folder / "data")
    return folder


def said(folder: Path, **parameters: str) -> tuple[str, tuple[str, ...]]:
    """Return the paragraphs of an issue as one text, and its problems as lines."""
    composed = pipeline.compose(Request(folder / SPEC, parameters=parameters))
    text = "\n".join(plain(b.inlines) for b in composed.document.blocks if isinstance(b, Paragraph))
    return text, tuple(f"{p.code} {p.span}" for p in composed.problems if p.fatal)


def test_the_new_issue_says_what_the_new_period_says(grown: Path) -> None:
    text, _ = said(grown, year="2025")
    assert "2025 年，我国企业发明专利中通过研发获取的比例为 87.9%，较上年提升 1.3 个百分点" in text
    assert "较 2021 年提升了 3.4 个百分点" in text
    assert "分别较上年提升 0.2 和 1.1 个百分点" in text
    assert "较上年大幅下降 12.2 个百分点" in text
    assert "分别高出企业总体 2.6 和 3.2 个百分点" in text
    assert "作品著作权登记 750 万件，同比下降 3.88%" in text
    assert "美术、摄影和文字作品占据主要部分" in text


def test_the_new_issue_has_no_faults_where_every_claim_still_holds(grown: Path) -> None:
    assert said(grown, year="2025")[1] == ()


def test_the_old_issue_is_the_same_from_the_grown_workbooks(grown: Path) -> None:
    one, other = (Request(folder / SPEC) for folder in (SPECS, grown))
    composed = [pipeline.compose(request) for request in (one, other)]
    first, second = (pipeline.render(found, request) for found, request in zip(composed, (one, other), strict=True))
    assert {name for name in first if first[name] != second[name]} == {"ip-bulletin-2025-03.audit.json"}
    # A check holds for every period of a table, so that its record names the new cells; openpyxl writes 86.6 anew.
    trails = [
        [(r.id, r.text, r.derivation, [use.ref for use in r.cells]) for r in found.trail.records if r.block != "checks"]
        for found in composed
    ]
    assert trails[0] == trails[1]


def test_a_claim_that_no_longer_holds_is_told_with_its_sentence_and_its_cells(grown: Path) -> None:
    path = grown / "data" / PATENTS
    book = load_workbook(path)
    book["图1"]["B8"] = 85.0
    book.save(path)
    composed = pipeline.compose(Request(grown / SPEC, parameters={"year": "2025"}))
    told = [p for p in composed.problems if p.code == "claim.fails"]
    assert [str(p.cell) for p in told] == ["调查!图1!B8", "调查!图1!B8", "调查!图1!B4"]
    lines = (grown / SPEC).read_text(encoding="utf-8").split("\n")
    assert all(p.span and "研发获取" in lines[p.span.line - 1] for p in told)
    assert "企业专利研发获取比例持续提升" in told[1].zh
    text = "\n".join(plain(b.inlines) for b in composed.document.blocks if isinstance(b, Paragraph))
    assert "85.0%，较上年下降 1.6 个百分点" in text


def test_a_changed_sign_changes_its_word_and_fails_what_was_said_of_it(grown: Path) -> None:
    path = grown / "data" / PATENTS
    book = load_workbook(path)
    book["图5"]["D4"] = 18.0
    book["合作方式"]["D5"] = 40.1
    book.save(path)
    text, problems = said(grown, year="2025")
    assert "分别较上年下降 0.2 个百分点和提升 1.1 个百分点" in text
    told = [p for p in pipeline.compose(Request(grown / SPEC, parameters={"year": "2025"})).problems if p.fatal]
    assert [problem.split()[0] for problem in problems] == ["claim.fails"] * 4
    assert [str(p.cell) for p in told] == ["调查!图5!D4"] * 3 + ["调查!合作方式!C5"]
    assert "较高研发经费支出专利比例持续提高" in told[2].zh
    assert all(cell in told[2].zh for cell in ("调查!图5!D4", "调查!图5!C4", "18.0%", "18.2%"))


def test_last_years_workbooks_do_not_make_this_years_issue() -> None:
    composed = pipeline.compose(Request(SPECS / SPEC, parameters={"year": "2025"}))
    told = [p for p in composed.problems if p.fatal]
    assert [p.code for p in told] == ["data.another-period"] * 2
    assert [str(p.cell) for p in told] == ["调查!图1!A7", "版权!登记总量!A8"]
    assert [p.span and (p.span.line, p.span.file) for p in told] == [(15, SPEC), (16, SPEC)]
    first = told[0]
    assert "2025 年" in first.zh
    assert "2024 年" in first.zh
    assert PATENTS in first.zh
    assert "-w 调查=" in first.hint_zh
    assert "-p year=2024" in first.hint_zh


def test_a_workbook_given_on_the_command_line_is_held_to_the_same(grown: Path) -> None:
    request = Request(SPECS / SPEC, parameters={"year": "2025"}, workbooks={"调查": grown / "data" / PATENTS})
    told = [p for p in pipeline.compose(request).problems if p.fatal]
    assert [(p.code, str(p.cell)) for p in told] == [("data.another-period", "版权!登记总量!A8")]
    both = replace(request, workbooks={**request.workbooks, "版权": grown / "data" / COPYRIGHTS})
    assert not [p for p in pipeline.compose(both).problems if p.fatal]


def test_a_sheet_that_was_forgotten_is_told_where_it_is_used(grown: Path) -> None:
    path = grown / "data" / PATENTS
    book = load_workbook(path)
    book["图5"].delete_cols(4)
    book.save(path)
    composed = pipeline.compose(Request(grown / SPEC, parameters={"year": "2025"}))
    told = [p for p in composed.problems if p.fatal]
    assert told
    assert all(p.span and "高额经费" in p.zh and ("2025" in p.zh) for p in told)


def test_an_issue_without_its_period_is_not_rendered() -> None:
    request = Request(SPECS / SPEC, parameters={"year": "2025"})
    with pytest.raises(Faulty):
        pipeline.render(pipeline.compose(request), request)
