"""The peers' charts: matplotlib figures of the same size and in the same face as reportgen's.

Written for speed as a careful user would: no pyplot, one Chinese face registered by path, SVG with text as text.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

from benchmarks.peers.content import Chart, Series

WIDTH, HEIGHT = 395 / 72, 176 / 72
"""The size of a figure in inches."""
COLOURS = ("#1B4B66", "#D9A441", "#5F95AC", "#4A2414", "#557A5E", "#C5DDE6")
FACE = "Noto Sans SC"


def prepare(fonts: Path) -> None:
    """Set matplotlib up for Chinese text in the face that lies in `fonts`."""
    fontManager.addfont(str(fonts / "NotoSansSC-Regular.ttf"))
    mpl.rcParams.update({"font.family": FACE, "font.size": 8, "svg.fonttype": "none", "axes.unicode_minus": False})


def figure(chart: Chart) -> Figure:
    """Return the chart as a figure."""
    drawn = Figure(figsize=(WIDTH, HEIGHT), layout="constrained")
    axes = drawn.add_subplot()
    if chart["form"] == "pie":
        parts = chart["series"][0]
        values = [value or 0.0 for value in parts["values"]]
        labels = [f"{name} {label}" for name, label in zip(chart["categories"], parts["labels"], strict=True)]
        axes.pie(values, labels=labels, colors=COLOURS, startangle=90, counterclock=False)
        return drawn
    axes.spines[["top", "right"]].set_visible(False)
    first = [series for series in chart["series"] if not series["second"]]
    _axis(axes, chart, first, COLOURS)
    if second := [series for series in chart["series"] if series["second"]]:
        other = axes.twinx()
        _axis(other, chart, second, COLOURS[len(first) :])
        other.set_ylabel(chart["second_unit"])
    if len(chart["series"]) > 1:
        drawn.legend(loc="outside lower center", ncols=len(chart["series"]), frameon=False)
    return drawn


def _axis(axes: Axes, chart: Chart, shown: Sequence[Series], colours: Sequence[str]) -> None:
    """Draw the series that share one value axis."""
    places = range(len(chart["categories"]))
    bars = [series for series in shown if not series["line"]]
    width = 0.6 if chart["stacked"] else 0.6 / max(1, len(bars))
    heights = [0.0] * len(places)
    for index, (series, colour) in enumerate(zip(shown, colours, strict=False)):
        values = [float("nan") if value is None else value for value in series["values"]]
        if series["line"]:
            axes.plot(places, values, color=colour, marker="o", label=series["name"])
            if chart["labelled"]:
                for at, value, label in zip(places, values, series["labels"], strict=True):
                    axes.annotate(label, (at, value), (0, 5), textcoords="offset points", ha="center")
            continue
        shift = 0.0 if chart["stacked"] else (index - (len(bars) - 1) / 2) * width
        middles = [place + shift for place in places]
        if chart["form"] == "bar":
            drawn = axes.barh(middles, values, width, color=colour, label=series["name"])
        else:
            drawn = axes.bar(middles, values, width, heights, color=colour, label=series["name"])
            if chart["stacked"]:
                heights = [low + value for low, value in zip(heights, values, strict=True)]
        if chart["labelled"]:
            axes.bar_label(drawn, series["labels"], padding=2, label_type="center" if chart["stacked"] else "edge")
    if chart["form"] == "bar":
        axes.set_yticks(places, chart["categories"])
        axes.invert_yaxis()
        axes.set_xlabel(chart["unit"])
    else:
        axes.set_xticks(places, chart["categories"])
        axes.set_ylabel(chart["unit"])
