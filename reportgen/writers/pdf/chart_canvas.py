"""A matplotlib renderer that draws straight onto the page: vectors as PDF paths, labels as text in our own faces.

Everything of a chart lies within its figure's marked content; colours are opaque. What the chart looks like is decided
in `charts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, radians, sin
from typing import TYPE_CHECKING, Any

from matplotlib import _path
from matplotlib.backend_bases import GraphicsContextBase, RendererBase

from reportgen.charts.figure import figure, plain_style
from reportgen.charts.lettering import Lettering
from reportgen.fonts.face import Face
from reportgen.model.pages import ChartBox
from reportgen.theme.look import Theme
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.objects import number, numbers

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties
    from matplotlib.path import Path
    from matplotlib.text import Text
    from matplotlib.transforms import Transform

ASCENT, DESCENT = 0.80, 0.14
"""A label's height above and below its baseline in em, the same for every face."""

_OPERATORS = [b"m", b"l", b"", b"c", b"h"]
_CAPS = {"butt": 0, "round": 1, "projecting": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


def paint_chart(canvas: TaggedCanvas, box: ChartBox, theme: Theme, faces: Mapping[str, Face]) -> None:
    """Paint the chart at its place, in the marked content that is open."""
    lettering = Lettering(faces, theme.typefaces[theme.chart.typeface].regular)
    drawn = figure(box.chart, box.form, theme.chart, lettering.width)
    canvas.addLiteral(f"q 1 0 0 1 {numbers(box.x, box.y)} cm")
    with plain_style():
        drawn.draw(ChartRenderer(canvas, lettering, box.form.width, box.form.height))
    canvas.addLiteral("Q")


class ChartRenderer(RendererBase):
    """Draws a figure whose dots are points on a canvas whose origin is the figure's lower left corner."""

    def __init__(self, canvas: TaggedCanvas, lettering: Lettering, width: float, height: float) -> None:
        super().__init__()
        self.canvas = canvas
        self.lettering = lettering
        self.width = width
        self.height = height

    # What matplotlib asks of every renderer

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the figure's size."""
        return self.width, self.height

    def points_to_pixels(self, points: float) -> float:
        """Return `points` as they are: a dot is a point."""
        return points

    def flipy(self) -> bool:
        """Say that y runs upwards."""
        return False

    def get_text_width_height_descent(
        self,
        s: str,
        prop: FontProperties,
        ismath: Any,  # noqa: ARG002 - matplotlib's signature
    ) -> tuple[float, float, float]:
        """Measure a label in the faces it will be set in."""
        size = prop.get_size_in_points()
        return self.lettering.width(s) * size, (ASCENT + DESCENT) * size, DESCENT * size

    def _get_font_height_metrics(self, prop: FontProperties) -> tuple[float, float, float]:
        """Tell matplotlib (3.11 and later) a line's height, so that it opens no font of its own."""
        size = prop.get_size_in_points()
        return ASCENT * size, DESCENT * size, 0.0

    # Drawing

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Fill and stroke a path."""
        paint = _paint(gc, rgbFace)
        code = self._code(path, transform)
        if paint and code:
            self.canvas.addLiteral(f"q {self._state(gc, rgbFace)}{code} {paint} Q")

    def draw_markers(
        self,
        gc: GraphicsContextBase,
        marker_path: Path,
        marker_trans: Transform,
        path: Path,
        trans: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Draw a marker at each point of a path."""
        paint = _paint(gc, rgbFace)
        if not paint:
            return
        marker = self._code(marker_path, marker_trans)
        self.canvas.addLiteral(f"q {self._state(gc, rgbFace)}")
        for vertices, _ in path.iter_segments(trans, simplify=False):
            if len(vertices):
                x, y = vertices[-2:]
                self.canvas.addLiteral(f"q 1 0 0 1 {numbers(x, y)} cm {marker} {paint} Q")
        self.canvas.addLiteral("Q")

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,  # noqa: ARG002 - labels are never mathematics
        mtext: Text | None = None,  # noqa: ARG002
    ) -> None:
        """Set a label, character by character as it is, in the Chinese and the Latin face."""
        size = prop.get_size_in_points()
        colour = numbers(*gc.get_rgb()[:3])
        turn = numbers(cos(radians(angle)), sin(radians(angle)), -sin(radians(angle)), cos(radians(angle)), x, y)
        shown = []
        for face, part in self.lettering.runs(s):
            font = self.canvas.font(face)
            shown.append(f"/{font.name} {number(size)} Tf <{font.encoded(part)}> Tj")
        self.canvas.addLiteral(f"q {colour} rg BT 0 Tc {turn} Tm {' '.join(shown)} ET Q")

    def _state(self, gc: GraphicsContextBase, fill: Any) -> str:
        """Return the operators for the clip, the colours and the stroke."""
        operators = []
        clip = gc.get_clip_rectangle()
        if clip is not None:
            operators.append(f"{numbers(*clip.bounds)} re W n")
        path, transform = gc.get_clip_path()
        if path is not None:
            operators.append(f"{self._code(path, transform)} W n")
        if fill is not None:
            operators.append(f"{numbers(*fill[:3])} rg")
        if _strokes(gc):
            operators.append(f"{numbers(*gc.get_rgb()[:3])} RG {number(gc.get_linewidth())} w")
            operators.append(f"{_CAPS[gc.get_capstyle()]} J {_JOINS[gc.get_joinstyle()]} j")
            offset, dashes = gc.get_dashes()
            if dashes is not None:
                operators.append(f"[{numbers(*dashes)}] {number(offset or 0)} d")
        return " ".join((*operators, ""))

    def _code(self, path: Path, transform: Transform) -> str:
        """Return a path's operators, to a thousandth of a point."""
        code: bytes = _path.convert_to_string(path, transform, None, False, None, 3, _OPERATORS, True)
        return code.decode("ascii").replace("\n", " ").strip()


def _strokes(gc: GraphicsContextBase) -> bool:
    colour = gc.get_rgb()
    return bool(gc.get_linewidth() > 0 and (len(colour) < 4 or colour[3] > 0))


def _paint(gc: GraphicsContextBase, fill: Any) -> str:
    """Return the operator that fills, strokes or does both; empty where nothing is to be seen."""
    fills = fill is not None and (len(fill) < 4 or fill[3] > 0)
    return {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): ""}[fills, _strokes(gc)]
