"""Which digits a condition is judged at: those of the workbook, or those that are printed where they are the basis."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.resolve.making import Row, composed, paragraphs

SPEC = """
    reportgen: 1
    title: 月报
    params: {{year: {{type: year, default: 2024}}}}
    workbooks: {{簿: {{path: 簿.xlsx, period: year}}}}
    data: {{强度: 簿!表}}
    {said}
    body:
      - text: 强度 {{{{ 强度 }}}}。
        holds: {claim}
      - choose:
          - {{when: {claim}, text: 提高。}}
          - else: 没有提高。
    """
ROWS: list[Row] = [("年份", "强度（%）"), (2023, 2.65), (2024, 2.68)]


@pytest.mark.parametrize("claim", ["强度 > 强度.上年", "强度.自(2023).上升"])
@pytest.mark.parametrize(
    ("said", "prints", "told"),
    [
        ("", "2.68%", []),
        ('numbers: {"%": 1}', "2.7%", ["claim.printed-otherwise"] * 2),
        ('numbers: {"%": 2}', "2.68%", []),
    ],
)
def test_decimals_decide_nothing(tmp_path: Path, claim: str, said: str, prints: str, told: list[str]) -> None:
    found = composed(tmp_path, SPEC.format(said=said, claim=claim), {"表": ROWS})
    assert paragraphs(found)[-2:] == [f"强度 {prints}。", "提高。"]
    assert [(problem.code, problem.fatal) for problem in found.problems] == [(code, False) for code in told]


def test_the_printed_basis_judges_what_is_printed(tmp_path: Path) -> None:
    spec = SPEC.format(said='numbers: {"%": 1}\n    basis: printed', claim="强度 >= 强度.上年")
    found = composed(tmp_path, spec, {"表": ROWS})
    assert paragraphs(found)[-1] == "提高。"
    spec = spec.replace("强度 >= 强度.上年", "not 强度 > 强度.上年")
    assert paragraphs(composed(tmp_path, spec, {"表": ROWS}))[-1] == "提高。"
    assert found.problems == ()


def test_a_condition_that_print_would_turn_names_its_numbers(tmp_path: Path) -> None:
    spec = SPEC.format(said='numbers: {"%": 1}', claim="强度 > 强度.上年")
    told = composed(tmp_path, spec, {"表": ROWS}).problems[0]
    assert "强度[2024]（2.68%） > 强度[2023]（2.65%）" in told.zh
    assert str(told.cell) == "簿!表!B3"
    assert told.span is not None
