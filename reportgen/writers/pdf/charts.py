"""Charts on pages: painted from the drawings of earlier runs where nothing they are made from has changed.

Only a chart without such a drawing is drawn, which loads matplotlib. A page never depends on what was kept: the same
pages give the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

import reportgen
from reportgen import keeping
from reportgen.charts.lettering import Lettering
from reportgen.fonts.face import Face
from reportgen.model.chart import Chart
from reportgen.model.geometry import ChartForm
from reportgen.model.pages import ChartBox
from reportgen.theme.look import Theme
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.drawing import Drawing, paint, read, wire
from reportgen.writers.pdf.objects import numbers

_SHELF = keeping.Shelf("chart", 2, entries=5_000, size=100_000_000)

_PACKAGE = Path(reportgen.__file__).parent
_DRAWN_BY = (
    "charts/*.py",
    "cjk/*.py",
    "theme/look.py",
    "writers/pdf/chart_canvas.py",
    "writers/pdf/drawing.py",
    "writers/pdf/objects.py",
)


class Charts:
    """The charts of one document in their theme, and the folder that their drawings are kept in, if there is one."""

    def __init__(self, theme: Theme, faces: Mapping[str, Face], folder: Path | None) -> None:
        self._look = theme.chart
        self._pair = theme.typefaces[theme.chart.typeface].regular
        self._faces = faces
        self._folder = folder
        self._new: dict[str, object] = {}

    def paint(self, canvas: TaggedCanvas, box: ChartBox) -> None:
        """Paint the chart at its place, in the marked content that is open."""
        canvas.addLiteral(f"q 1 0 0 1 {numbers(box.x, box.y)} cm")
        paint(canvas, self._drawing(box.chart, box.form))
        canvas.addLiteral("Q")

    def keep(self) -> None:
        """Keep what was drawn for later runs."""
        if self._folder is not None and self._new:
            keeping.store(self._folder, _SHELF, self._new)

    def _drawing(self, chart: Chart, form: ChartForm) -> Drawing:
        if self._folder is None:
            return self._drawn(chart, form)
        digest = self._digest(chart, form)
        drawing = read(keeping.load(self._folder, _SHELF, digest))
        if drawing is None:
            drawing = self._drawn(chart, form)
            self._new[digest] = wire(drawing)
        return drawing

    def _drawn(self, chart: Chart, form: ChartForm) -> Drawing:
        from reportgen.writers.pdf.chart_canvas import drawn  # noqa: PLC0415 - loads matplotlib

        return drawn(chart, form, self._look, Lettering(self._faces, self._pair))

    def _digest(self, chart: Chart, form: ChartForm) -> str:
        """Return the digest of all that a drawing depends on. The representation of our values tells all of them."""
        faces = [self._faces[name].digest for name in (self._pair.latin, self._pair.east_asian)]
        parts = (_version(), repr(_as_drawn(chart)), repr(form), repr(self._look), repr(self._pair), *faces)
        return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _as_drawn(chart: Chart) -> Chart:
    """Return a chart without what nobody sees of it: where its numbers come from, and why some are missing."""
    return replace(
        chart,
        series=tuple(
            replace(series, points=tuple(replace(point, record=None, missing="") for point in series.points))
            for series in chart.series
        ),
    )


@cache
def _version() -> str:
    """Return what tells this program's drawings from those of others: versions, and the sources if they are there."""
    sources = hashlib.sha256()
    for pattern in _DRAWN_BY:
        for path in sorted(_PACKAGE.glob(pattern)):
            sources.update(path.read_bytes())
    return f"{reportgen.__version__} {version('matplotlib')} {version('numpy')} {sources.hexdigest()}"
