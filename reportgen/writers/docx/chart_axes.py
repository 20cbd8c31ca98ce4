"""Axes of a native chart, with the ends, steps and labels that layout decided."""

from __future__ import annotations

from decimal import Decimal

from reportgen.model.geometry import ChartForm, Scale
from reportgen.theme.look import Theme
from reportgen.values import dataclass
from reportgen.writers.docx.chart_text import label_text, line, no_line, shape
from reportgen.writers.docx.markup import NOTHING, Xml, c
from reportgen.writers.docx.number_format import codes

_GRID_WIDTH = 0.4
_AXIS_WIDTH = 0.6


@dataclass(frozen=True, slots=True)
class AxisPair:
    """The numbers of a category axis and of the value axis that crosses it."""

    category: int
    value: int


FIRST = AxisPair(111111101, 111111102)
SECOND = AxisPair(111111103, 111111104)


def axes(
    theme: Theme, pair: AxisPair, form: ChartForm, scale: Scale | None, title: Xml, *, bars: bool, second: bool = False
) -> tuple[Xml, Xml]:
    """Return the category axis and the value axis of `pair`; with `bars` the categories run down the left side."""
    values = _value_axis(theme, pair, scale, title, bars=bars, second=second)
    return _category_axis(theme, pair, _every(form), bars=bars, hidden=second), values


def _every(form: ChartForm) -> int:
    """Return how many categories on the next label stands: layout leaves some out where there are too many."""
    labelled = [index for index, lines in enumerate(form.categories) if lines]
    return labelled[1] - labelled[0] if len(labelled) > 1 else max(1, len(form.categories))


def _category_axis(theme: Theme, pair: AxisPair, every: int, *, bars: bool, hidden: bool) -> Xml:
    return c(
        "catAx",
        c("axId", val=pair.category),
        c("scaling", c("orientation", val="maxMin" if bars else "minMax")),
        c("delete", val=hidden),
        c("axPos", val="l" if bars else "b"),
        c("numFmt", formatCode="General", sourceLinked=False),
        c("majorTickMark", val="none"),
        c("minorTickMark", val="none"),
        c("tickLblPos", val="low"),
        shape(line(theme.chart.axis_colour, _AXIS_WIDTH)),
        label_text(theme, level=True),
        c("crossAx", val=pair.value),
        c("crosses", val="autoZero"),
        c("auto", val=False),
        c("lblAlgn", val="ctr"),
        c("lblOffset", val=100),
        c("tickLblSkip", val=every),
        c("noMultiLvlLbl", val=True),
    )


def _value_axis(theme: Theme, pair: AxisPair, scale: Scale | None, title: Xml, *, bars: bool, second: bool) -> Xml:
    """Return the value axis. Bars hang from a reversed category axis, whose far end is then the foot of the chart."""
    ends = (c("max", val=_number(scale.high)), c("min", val=_number(scale.low))) if scale else ()
    grid = c("majorGridlines", shape(line(theme.chart.grid_colour, _GRID_WIDTH)))
    return c(
        "valAx",
        c("axId", val=pair.value),
        c("scaling", c("orientation", val="minMax"), *ends),
        c("delete", val=False),
        c("axPos", val="b" if bars else "r" if second else "l"),
        NOTHING if second else grid,
        title,
        c("numFmt", formatCode=_tick_format(scale), sourceLinked=False),
        c("majorTickMark", val="none"),
        c("minorTickMark", val="none"),
        c("tickLblPos", val="nextTo"),
        shape(no_line()),
        label_text(theme),
        c("crossAx", val=pair.category),
        c("crosses", val="max" if bars or second else "autoZero"),
        c("crossBetween", val="between"),
        c("majorUnit", val=_number(scale.step)) if scale else NOTHING,
    )


def _tick_format(scale: Scale | None) -> str:
    """Return the format under which the ticks print as layout labelled them.

    Ticks without a label lie at the ends of a scale (below a line that stands above columns, above those columns): two
    conditions leave them blank.
    """
    if scale is None:
        return "General"
    ticks = [Decimal(_number(scale.low + index * scale.step)) for index in range(len(scale.labels))]
    labelled = [(tick, label) for tick, label in zip(ticks, scale.labels, strict=True) if label]
    if not labelled:
        return '""'
    code, _ = codes(labelled)
    lowest, highest = labelled[0][0], labelled[-1][0]
    above = f'[>{highest:f}]"";' if highest < ticks[-1] else ""
    below = f'[<{lowest:f}]"";' if lowest > ticks[0] else ""
    return above + below + code


def _number(value: float) -> str:
    """Return a number without an exponent and without a float's tail."""
    return f"{Decimal(repr(round(value, 9))).normalize():f}"
