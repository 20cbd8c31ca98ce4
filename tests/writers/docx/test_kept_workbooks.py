"""Workbooks of charts from the cache: the same bytes, and never those of another chart."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.keeping import store
from reportgen.model.chart import Chart
from reportgen.writers.docx import kept_workbooks
from reportgen.writers.docx.kept_workbooks import Workbooks
from tests.writers.docx import samples


def books(folder: Path | None, *charts: Chart) -> list[bytes]:
    made = Workbooks(folder)
    found = [made.of(chart) for chart in charts]
    made.keep()
    return found


def test_kept_workbooks_are_the_same_and_none_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = books(tmp_path, *samples.CHARTS.values())
    assert fresh == books(None, *samples.CHARTS.values())
    monkeypatch.setattr("reportgen.writers.docx.chart_workbook.chart_workbook", None)
    assert books(tmp_path, *samples.CHARTS.values()) == fresh


def changed(chart: Chart, **change: object) -> Chart:
    (first, *others), *rest = chart.series[0].points, *chart.series[1:]
    point = replace(first, **change)  # type: ignore[arg-type]
    return replace(chart, series=(replace(chart.series[0], points=(point, *others)), *rest))


@pytest.mark.parametrize(
    "other",
    [
        changed(samples.LINE, value=Decimal("1.25")),
        changed(samples.LINE, value=None),
        changed(samples.LINE, label="84.50%"),
        replace(samples.LINE, categories=("甲", *samples.LINE.categories[1:])),
        replace(samples.LINE, series=(replace(samples.LINE.series[0], name="乙"), *samples.LINE.series[1:])),
    ],
)
def test_another_chart_has_a_workbook_of_its_own(other: Chart, tmp_path: Path) -> None:
    books(tmp_path, samples.LINE)
    assert books(tmp_path, other) == books(None, other) != books(None, samples.LINE)


@pytest.mark.parametrize("form", [None, 7, {}, "no base64"], ids=json.dumps)
def test_an_entry_that_is_no_workbook_is_written_anew(form: object, tmp_path: Path) -> None:
    fresh = books(tmp_path, samples.LINE)
    (entry,) = tmp_path.iterdir()
    whole = entry.read_bytes()
    store(tmp_path, kept_workbooks._SHELF, {entry.stem.rpartition("-")[2]: form})
    assert books(tmp_path, samples.LINE) == fresh
    assert entry.read_bytes() == whole
