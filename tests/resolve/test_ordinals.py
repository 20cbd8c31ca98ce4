"""Figures of one report have numbers of their own, in the order they stand in; else it is told, with both places."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.request import Request
from tests.resolve.making import Row, composed

BASE = """
    reportgen: 1
    title: 月报
    workbooks: {簿: 簿.xlsx}
    data: {粮: 簿!表}
    body:
      - {chart: bar, data: 粮, caption: 一, id: 图1, number: 1}
      - {chart: bar, data: 粮, caption: 三, id: 图3, number: 3}
      - {table: 粮, caption: 表, id: 表3, number: 3}
      - {chart: bar, data: 粮, caption: 四, id: 图4, number: 4}
    """
SHEET: list[Row] = [("单位：吨",), ("地区", "产量"), ("甲", 1), ("乙", 2)]
NEW = "{chart: bar, data: 粮, caption: 新, id: 新}"
PINNED = "{chart: bar, data: 粮, caption: 新, id: 新, number: 4}"


def told(folder: Path, overlay: str) -> list[tuple[str, str, str]]:
    """Return place, code and words of what is wrong with the numbers that `overlay` leaves."""
    composed(folder, BASE, {"表": SHEET})
    path = folder / "简报.yaml"
    path.write_text(f"reportgen: 1\nextends: 月报.yaml\n{overlay}", encoding="utf-8")
    problems = pipeline.compose(Request(path)).problems
    assert all("renumber: true" in problem.hint_en for problem in problems)
    return [(str(problem.span), problem.code, problem.en) for problem in problems]


def test_a_number_that_counts_on_to_a_pinned_one_is_told_at_the_overlay(tmp_path: Path) -> None:
    ((place, code, words),) = told(tmp_path, f"changes:\n- after: 图1\n  insert:\n  - {NEW}\n  - {NEW[:-2]}二}}\n")
    assert (place, code) == ("简报.yaml:7:5", "figure.number-twice")
    assert words == "there are two called “图 3”: one here, one at 月报.yaml:8:55"


def test_a_number_pinned_twice_is_told_at_the_overlay(tmp_path: Path) -> None:
    found = told(tmp_path, f"changes:\n- before: 图3\n  insert:\n  - {PINNED}\n")
    assert [(place, code) for place, code, _ in found] == [("简报.yaml:6:54", "figure.number-twice")]


def test_a_number_after_a_greater_one_is_warned_of(tmp_path: Path) -> None:
    ((place, code, words),) = told(tmp_path, "changes:\n- move: 图1\n  after: 图3\n")
    assert (place, code) == ("月报.yaml:7:55", "figure.number-goes-back")
    assert words == "“图 1” stands after “图 3” (月报.yaml:8:55)"


@pytest.mark.parametrize("overlay", ["title: 简报\n", f"renumber: true\nchanges:\n- after: 图1\n  insert: [{NEW}]\n"])
def test_numbers_that_go_up_are_in_order(tmp_path: Path, overlay: str) -> None:
    assert told(tmp_path, overlay) == []
