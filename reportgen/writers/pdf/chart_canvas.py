"""A matplotlib renderer whose figures become drawings: vectors as PDF paths, labels as letters in our own faces.

Colours are opaque. What the chart looks like is decided in `charts`; this module is loaded only for a chart whose
drawing is not known yet, since it loads matplotlib.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin
from typing import TYPE_CHECKING, Any, cast

from reportgen.charts.artists import GraphicsContextBase, Path, RendererBase
from reportgen.charts.figure import figure
from reportgen.charts.lettering import Lettering
from reportgen.model.chart import Chart
from reportgen.model.geometry import ChartForm
from reportgen.theme.look import ChartLook
from reportgen.writers.pdf.drawing import Drawing, Lettered
from reportgen.writers.pdf.objects import number, numbers

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text
    from matplotlib.transforms import Transform

ASCENT, DESCENT = 0.80, 0.14
"""A label's height above and below its baseline in em, the same for every face."""

_OPERATORS = {Path.MOVETO: "m", Path.LINETO: "l", Path.CURVE3: "c", Path.CURVE4: "c"}
_CAPS = {"butt": 0, "round": 1, "projecting": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


def drawn(chart: Chart, form: ChartForm, look: ChartLook, lettering: Lettering) -> Drawing:
    """Return the drawing of a chart whose lower left corner is the origin."""
    renderer = ChartRenderer(lettering, form.width, form.height)
    figure(chart, form, look, lettering.width).draw(renderer)
    return tuple(renderer.parts)


class ChartRenderer(RendererBase):
    """Collects the drawing of a figure whose dots are points."""

    def __init__(self, lettering: Lettering, width: float, height: float) -> None:
        super().__init__()
        self.parts: list[str | Lettered] = []
        self.lettering = lettering
        self.width = width
        self.height = height

    # What matplotlib asks of every renderer

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the figure's size."""
        return self.width, self.height

    def points_to_pixels(self, points: Any) -> Any:
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
        code = _code(path, transform)
        if paint and code:
            self.parts.append(f"q {self._state(gc, rgbFace)}{code} {paint} Q")

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
        marker = _code(marker_path, marker_trans)
        self.parts.append(f"q {self._state(gc, rgbFace)}")
        for vertices, _ in path.iter_segments(trans, simplify=False):
            if len(vertices):
                x, y = vertices[-2:]
                self.parts.append(f"q 1 0 0 1 {numbers(x, y)} cm {marker} {paint} Q")
        self.parts.append("Q")

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
        self.parts.append(Lettered(colour, turn, number(size), self.lettering.runs(s)))

    def _state(self, gc: GraphicsContextBase, fill: Any) -> str:
        """Return the operators for the clip, the colours and the stroke."""
        operators = []
        clip = gc.get_clip_rectangle()
        if clip is not None:
            operators.append(f"{numbers(*clip.bounds)} re W n")
        path, transform = gc.get_clip_path()
        if path is not None:
            operators.append(f"{_code(path, transform)} W n")
        if fill is not None:
            operators.append(f"{numbers(*fill[:3])} rg")
        if _strokes(gc):
            red, green, blue, *_ = gc.get_rgb()
            operators.append(f"{numbers(red, green, blue)} RG {number(gc.get_linewidth())} w")
            operators.append(f"{_CAPS[gc.get_capstyle()]} J {_JOINS[gc.get_joinstyle()]} j")
            offset, dashes = gc.get_dashes()
            if dashes is not None:
                operators.append(f"[{numbers(*map(float, cast('Sequence[float]', dashes)))}] {number(offset)} d")
        return " ".join((*operators, ""))


def _code(path: Any, transform: Any) -> str:
    """Return the operators of a path, or of one that matplotlib will transform, as they are after `transform`."""
    operators = []
    here = (0.0, 0.0)
    for vertices, code in path.iter_segments(transform, simplify=False):
        if code == Path.CLOSEPOLY:
            operators.append("h")
            continue
        points = _cubic(here, *vertices) if code == Path.CURVE3 else vertices
        operators.append(f"{numbers(*points)} {_OPERATORS[code]}")
        here = (points[-2], points[-1])
    return " ".join(operators)


def _cubic(here: tuple[float, float], cx: float, cy: float, x: float, y: float) -> tuple[float, ...]:
    """Return the control points and the end of the cubic curve that a quadratic one is: PDF has only cubic ones."""
    first = (here[0] + (cx - here[0]) * 2 / 3, here[1] + (cy - here[1]) * 2 / 3)
    return (*first, x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, x, y)


def _strokes(gc: GraphicsContextBase) -> bool:
    *_, alpha = gc.get_rgb()
    return bool(gc.get_linewidth() > 0 and alpha > 0)


def _paint(gc: GraphicsContextBase, fill: Any) -> str:
    """Return the operator that fills, strokes or does both; empty where nothing is to be seen."""
    fills = fill is not None and (len(fill) < 4 or fill[3] > 0)
    return {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): ""}[fills, _strokes(gc)]
