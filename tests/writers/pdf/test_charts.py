"""Charts from the cache: the same bytes, without matplotlib, and never a drawing of something else."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.keeping import store
from reportgen.model.chart import Chart
from reportgen.model.pages import Pages
from reportgen.origins import RecordId
from reportgen.writers.pdf import charts
from reportgen.writers.pdf.write import write_pdf
from tests.charts.samples import CHARTS
from tests.writers.pdf.samples import METADATA, chart_box, faces, page, pages_of, theme

ROOT = Path(__file__).parents[3]
PROBE = """
import sys
from pathlib import Path
from tests.writers.pdf.samples import METADATA, faces, theme
from tests.writers.pdf.test_charts import all_charts
from reportgen.writers.pdf.write import write_pdf
data = write_pdf(all_charts(), METADATA, theme(), faces(), cache=Path(sys.argv[1]))
assert "matplotlib" not in sys.modules
sys.stdout.buffer.write(data)
"""


def all_charts() -> Pages:
    return pages_of(*(page(chart_box(chart, key=name)) for name, chart in CHARTS.items()))


def painted(pages: Pages, folder: Path | None) -> bytes:
    return write_pdf(pages, METADATA, theme(), faces(), cache=folder)


def entries(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the drawings of all charts."""
    folder = tmp_path_factory.mktemp("kept")
    painted(all_charts(), folder)
    return folder


def test_kept_charts_paint_the_same_bytes_without_matplotlib(kept: Path) -> None:
    assert len(entries(kept)) == len(CHARTS)
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{PROBE}"
    done = subprocess.run([sys.executable, "-c", code, str(kept)], capture_output=True, check=True)
    assert done.stdout == painted(all_charts(), None)


@pytest.mark.parametrize(
    "form",
    [None, 7, {}, [7], [["0 0 0", "1 0 0 1 0 0", "9", [["face", 1]]]], [["0 0 0", "1 0 0 1 0 0", "9"]], ["q é Q"]],
    ids=json.dumps,
)
def test_an_entry_that_is_no_drawing_is_drawn_and_written_anew(tmp_path: Path, form: object) -> None:
    pages = pages_of(page(chart_box(CHARTS["line"])))
    fresh = painted(pages, tmp_path)
    (entry,) = tmp_path.iterdir()
    whole = entry.read_bytes()
    digest = entry.stem.rpartition("-")[2]
    store(tmp_path, charts._SHELF, {digest: form})
    assert entry.read_bytes() != whole
    assert painted(pages, tmp_path) == fresh
    assert entry.read_bytes() == whole


def test_a_damaged_entry_is_written_anew(tmp_path: Path) -> None:
    pages = pages_of(page(chart_box(CHARTS["line"])))
    fresh = painted(pages, tmp_path)
    (entry,) = tmp_path.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(whole[: len(whole) // 2])
    assert painted(pages, tmp_path) == fresh
    assert entry.read_bytes() == whole


def relabelled(chart: Chart) -> Chart:
    series = chart.series[0]
    point = replace(series.points[0], label="另说")
    return replace(chart, series=(replace(series, points=(point, *series.points[1:])), *chart.series[1:]))


@pytest.mark.parametrize("change", ["chart", "size", "look", "version"])
def test_what_a_drawing_depends_on_is_noticed(tmp_path: Path, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    box, look = chart_box(CHARTS["line"]), theme()
    painted(pages_of(page(box)), tmp_path)
    before = entries(tmp_path)
    match change:
        case "chart":
            box = replace(box, chart=relabelled(box.chart))
        case "size":
            box = replace(box, form=replace(box.form, width=box.form.width - 20))
        case "look":
            look = replace(look, chart=replace(look.chart, line_width=3.0))
        case "version":
            monkeypatch.setattr(charts, "_version", lambda: "another")
    pages = pages_of(page(box))
    data = write_pdf(pages, METADATA, look, faces(), cache=tmp_path)
    assert data == write_pdf(pages, METADATA, look, faces())
    assert len(entries(tmp_path) - before) == 1


def test_what_nobody_sees_does_not_count(tmp_path: Path) -> None:
    chart = CHARTS["line"]
    points = tuple(replace(point, record=RecordId(f"moved#{n}")) for n, point in enumerate(chart.series[0].points))
    moved = replace(chart, series=(replace(chart.series[0], points=points), *chart.series[1:]))
    assert moved != chart
    painted(pages_of(page(chart_box(chart, y=300))), tmp_path)
    before = entries(tmp_path)
    painted(pages_of(page(chart_box(moved, y=200))), tmp_path)
    assert entries(tmp_path) == before


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    pages = pages_of(page(chart_box(CHARTS["columns side by side"])))
    assert painted(pages, tmp_path / "file" / "cache") == painted(pages, None)


def test_every_function_that_draws_is_in_a_source_that_drawings_are_told_apart_by() -> None:
    package = ROOT / "reportgen"
    drawn_by = {path for pattern in charts._DRAWN_BY for path in package.glob(pattern)}
    called: set[Path] = set()
    for source in drawn_by:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("reportgen."):
                module = ROOT / str(node.module).replace(".", "/")
                named = [alias.name for alias in node.names if alias.name[0].islower()]
                called |= {module / f"{name}.py" if module.is_dir() else module.with_suffix(".py") for name in named}
    # What values are made by changes nothing that they say, nor does the folder that matplotlib is given.
    assert called - drawn_by == {package / "values.py", package / "keeping.py"}
