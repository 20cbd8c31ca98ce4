"""Figures: matplotlib without its windows, its settings files and its mathematics."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from matplotlib.text import Text

from reportgen.charts.figure import figure
from reportgen.charts.form import form
from reportgen.model.chart import Chart
from tests.charts.samples import CHARTS, LOOK, width_of

ROOT = Path(__file__).parents[2]
PROBE = """
import sys
from reportgen.charts.form import form
from tests.charts.samples import CHARTS, LOOK, width_of
assert "matplotlib" not in sys.modules, "the form of a chart needs no matplotlib"
from reportgen.charts.figure import figure
for chart in CHARTS.values():
    shape = form(chart, LOOK, LOOK.width, LOOK.height, width_of)
    drawn = figure(chart, shape, LOOK, width_of)
    for artist in drawn.get_children():
        kept = {"color", "facecolor", "linewidth", "text", "fontsize", "zorder", "parse_math", "usetex"}
        said = sorted((key, repr(value)) for key, value in artist.properties().items() if key in kept)
        print(type(artist).__name__, said)
assert "matplotlib.pyplot" not in sys.modules
"""


def texts(chart: Chart) -> list[str]:
    drawn = figure(chart, form(chart, LOOK, LOOK.width, LOOK.height, width_of), LOOK, width_of)
    return [artist.get_text() for artist in drawn.get_children() if isinstance(artist, Text)]


@pytest.mark.parametrize("name", CHARTS)
def test_a_figure_shows_the_labels_that_its_form_promises(name: str) -> None:
    chart = CHARTS[name]
    shape = form(chart, LOOK, LOOK.width, LOOK.height, width_of)
    promised = [
        point.label
        for series, flags in zip(chart.series, shape.labelled, strict=True)
        for point, flag in zip(series.points, flags, strict=True)
        if flag
    ]
    shown = texts(chart)
    assert all(any(label in text for text in shown) for label in promised)
    assert len(promised) <= len(shown)


def test_marks_stay_what_they_are() -> None:
    shown = texts(CHARTS["marks that are no markup"])
    assert {"$100 — $200", "<b>", "\\alpha_{1}^2", "%s {x}", "$x$", "a_b", "1 $", "2^2", "$"} <= set(shown)


def test_settings_in_the_working_folder_do_not_count(tmp_path: Path) -> None:
    plain, hostile = tmp_path / "plain", tmp_path / "hostile"
    plain.mkdir()
    hostile.mkdir()
    rows = ["lines.linewidth: 9", "font.size: 30", "text.usetex: True", "axes.facecolor: red", "patch.linewidth: 5"]
    rows += ["backend: module://mischief", "text.color: red", "lines.markersize: 40", "path.sketch: (9, 9, 9)"]
    (hostile / "matplotlibrc").write_text("\n".join(rows), encoding="utf-8")
    (hostile / "mischief.py").write_text("raise SystemExit('a settings file ran code')", encoding="utf-8")
    assert probe(plain) == probe(hostile)


def probe(folder: Path) -> str:
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{PROBE}"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout
