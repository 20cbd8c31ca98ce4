"""The colours of series, slices and highlighted points, from a theme's palette."""

from __future__ import annotations

from reportgen.model.chart import Chart, ChartKind, Plot
from reportgen.theme.look import ChartLook

_LIGHTER = 0.45
_BEHIND = 0.5
"""How much white columns of several series take in behind highlighted ones."""


def series_colours(chart: Chart, look: ChartLook) -> tuple[str, ...]:
    """Return a colour for each series; for a pie, for each slice.

    Columns or bars of one series step back where some of them are highlighted; those of several, which are told apart
    by their colours, turn lighter. Of a pie's slices the rest steps back: the second of two, or all that are not
    highlighted where some are. Of several series, those that are not brought forward step back where some are.
    """
    if chart.kind is ChartKind.PIE:
        return _slices(chart, look)
    columns = [index for index, series in enumerate(chart.series) if series.plot is not Plot.LINE]
    if chart.forward:
        behind = [lighter(look.muted, 0.3 * (index % 3)) for index in range(len(chart.series))]
        return tuple(look.highlight if index in chart.forward else colour for index, colour in enumerate(behind))
    colours = list(palette(look, len(chart.series)))
    for index in columns if chart.highlight else ():
        colours[index] = look.muted if len(columns) == 1 else lighter(colours[index], _BEHIND)
    return tuple(colours)


def highlight_colours(chart: Chart, look: ChartLook) -> tuple[str, ...]:
    """Return the colour of each series' highlighted points: the accent where it can be told from other series.

    Highlighted columns of several series keep the colours from which the others step back.
    """
    colours = palette(look, len(chart.series)) if chart.highlight else series_colours(chart, look)
    columns = [series for series in chart.series if series.plot is not Plot.LINE]
    return tuple(
        look.highlight if len(chart.series) == 1 or (len(columns) == 1 and series.plot is not Plot.LINE) else colour
        for series, colour in zip(chart.series, colours, strict=False)
    )


def palette(look: ChartLook, count: int) -> tuple[str, ...]:
    """Return `count` colours: the palette's, then lighter and lighter rounds of it."""
    size = len(look.palette)
    shares = [1 - 1 / (1 + _LIGHTER * (index // size)) for index in range(count)]
    return tuple(lighter(look.palette[index % size], share) for index, share in enumerate(shares))


def lighter(colour: str, share: float) -> str:
    """Return `colour` (`RRGGBB`) mixed with `share` of white."""
    return "".join(f"{round(part + (255 - part) * share):02X}" for part in bytes.fromhex(colour))


def _slices(chart: Chart, look: ChartLook) -> tuple[str, ...]:
    count = len(chart.categories)
    if chart.highlight:
        others = [lighter(look.muted, 0.15 * (index % 4)) for index in range(count)]
        return tuple(look.highlight if index in chart.highlight else others[index] for index in range(count))
    if count == 2:
        return (look.palette[0], look.muted)
    return palette(look, count)
