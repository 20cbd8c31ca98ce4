"""Where a native chart's plot and its axes' units stand, as shares of the chart (ECMA-376 part 1 §21.2.2.95).

Layout has placed the plot for the PDF; the same place here makes Word's chart the same picture. Without one, Word
places everything by itself.
"""

from __future__ import annotations

from reportgen.model.geometry import ChartForm, LegendPlace, PlotFrame
from reportgen.theme.look import Theme
from reportgen.writers.docx.chart_text import label_words
from reportgen.writers.docx.markup import NOTHING, Xml, c

_LETTER = 0.62  # a generous width of a Latin letter or sign, in em: a unit is a few characters
_TICK_GAP = 0.5
_SPARE = 6.0
_INSET = 7.2  # the inner margin of a text box, in pt, which Word adds at the left (ECMA-376 part 1 §21.1.2.1.1)


def plot_layout(form: ChartForm) -> Xml:
    """Return the layout of the plot area: the field between the axes, without their labels."""
    plot = form.plot
    if plot is None:
        return c("layout")
    top = form.height - plot.bottom - plot.height
    # Word stands categories a little further from their axis; a legend below them needs that room back.
    height = plot.height - (_SPARE if form.legend is LegendPlace.BELOW else 0.0)
    places = (("x", plot.left / form.width), ("y", top / form.height))
    sizes = (("w", plot.width / form.width), ("h", height / form.height))
    return c(
        "layout",
        c(
            "manualLayout",
            c("layoutTarget", val="inner"),
            c("xMode", val="edge"),
            c("yMode", val="edge"),
            *(c(name, val=_share(value)) for name, value in places + sizes),
        ),
    )


def unit_title(unit: str, form: ChartForm, theme: Theme, *, second: bool, bars: bool) -> Xml:
    """Return an axis's unit as its title: above the labels of its ticks, or of bars above the categories' axis."""
    if not unit:
        return NOTHING
    plot = form.plot
    place = c("layout") if plot is None else _unit_layout(unit, form, plot, theme, second=second, bars=bars)
    return c("title", label_words(unit, theme), place, c("overlay", val=plot is not None))


def _unit_layout(unit: str, form: ChartForm, plot: PlotFrame, theme: Theme, *, second: bool, bars: bool) -> Xml:
    size = theme.chart.label_size
    width = sum(1.0 if ord(char) > 0x2E80 else _LETTER for char in unit) * size
    if bars:
        x = plot.left
    elif second:
        x = min(plot.left + plot.width + _TICK_GAP * size, form.width - width)
    else:
        x = plot.left - _TICK_GAP * size - width
    x = min(max(0.0, x - _INSET), form.width)
    return c(
        "layout",
        c(
            "manualLayout",
            c("xMode", val="edge"),
            c("yMode", val="edge"),
            c("x", val=_share(x / form.width)),
            c("y", val="0"),
        ),
    )


def _share(value: float) -> str:
    return f"{value:.5f}".rstrip("0").rstrip(".") or "0"
