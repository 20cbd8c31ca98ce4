"""Figures: a chart in the middle of the measure with its caption and notes below, never broken.

Figures side by side share the measure; their charts are equally high, and they stand on one page.
"""

from __future__ import annotations

from dataclasses import replace

from reportgen.charts.form import form
from reportgen.charts.lettering import Lettering
from reportgen.errors import Faulty
from reportgen.layout import messages
from reportgen.layout.flows import FigureFlow, FigureRowFlow, SetLines
from reportgen.layout.pagination import Stack
from reportgen.layout.runs import Said
from reportgen.layout.setting import Setting, set_lines
from reportgen.model.block import Caption, ChartFigure, FigureRow, ImageFigure, Table
from reportgen.model.inline import Inlines
from reportgen.model.pages import Node, Path, Tag
from reportgen.roles import Role
from reportgen.values import dataclass

LEAST_HEIGHT = 60.0
"""The least height in pt that a chart can be read at."""


def figure_flow(block: ChartFigure, setting: Setting) -> FigureFlow:
    """Return the flow of a figure. Raises `Faulty` where it does not fit a page."""
    page = setting.theme.page
    width = min(setting.theme.chart.width, page.measure)
    return _flow(block, setting, _Room(page.left, page.measure, width, setting.theme.chart.height))


def row_flow(block: FigureRow, setting: Setting) -> FigureRowFlow:
    """Return the flow of figures side by side, as high as the highest. Raises `Faulty` where one does not fit."""
    page, look = setting.theme.page, setting.theme.chart
    count = len(block.figures)
    width = (page.measure - look.gutter * (count - 1)) / count
    rooms = [_Room(page.left + index * (width + look.gutter), width, width, look.height) for index in range(count)]
    made = [_flow(figure, setting, room) for figure, room in zip(block.figures, rooms, strict=True)]
    height = max(flow.form.height for flow in made)
    made = [
        flow if flow.form.height == height else _flow(figure, setting, replace(room, height=height))
        for figure, room, flow in zip(block.figures, rooms, made, strict=True)
    ]
    heights = (max(flow.stack.heights[0] for flow in made),)
    return FigureRowFlow(block.id, replace(made[0].stack, heights=heights), tuple(made))


@dataclass(frozen=True, slots=True)
class _Room:
    """Where a figure stands: the left edge and the width of its text, and the size that its chart should have."""

    left: float
    measure: float
    width: float
    height: float


def _flow(block: ChartFigure, setting: Setting, place: _Room) -> FigureFlow:
    theme = setting.theme
    figure = Node(Tag.FIGURE, block.id, alt=block.alt)
    path = (figure, Node(Tag.CAPTION, f"{block.id}/caption"))
    caption = caption_lines(block.caption, setting, path, x=place.left, measure=place.measure)
    x = place.left + (place.measure - place.width) / 2
    notes = note_lines(block, block.notes, setting, x, place.width)
    below = sum(text.style.before + text.height for text in (caption, *notes) if text is not None)
    room = theme.page.depth - below
    lettering = Lettering(setting.faces, theme.typefaces[theme.chart.typeface].regular)
    height = min(place.height, max(room, LEAST_HEIGHT))
    shape = form(block.chart, theme.chart, place.width, height, lettering.width)
    if room < max(shape.height, LEAST_HEIGHT):
        raise Faulty([messages.CHART_TOO_HIGH.at(block.span, room=round(room), height=round(shape.height))])
    style = setting.style(Role.FIGURE)
    stack = Stack((shape.height + below,), before=style.before, after=theme.chart.after, floats=True)
    return FigureFlow(block.id, stack, x, block.chart, shape, (figure,), caption, notes)


def caption_lines(
    caption: Caption | None, setting: Setting, path: Path, *, x: float | None = None, measure: float | None = None
) -> SetLines | None:
    """Compose a caption: what a reference to it prints, the separator, its text.

    Left out, `x` and `measure` are the page's.
    """
    if caption is None:
        return None
    head = Said(caption.reference + caption.separator)
    pieces = (head, *setting.said(caption.inlines))
    return set_lines(setting, pieces, setting.style(Role.CAPTION), path, x=x, measure=measure)


def note_lines(
    block: ChartFigure | ImageFigure | Table, notes: tuple[Inlines, ...], setting: Setting, x: float, width: float
) -> tuple[SetLines, ...]:
    """Compose the notes below a figure or a table, as wide as it is."""
    style = setting.style(Role.NOTE)
    return tuple(
        set_lines(setting, setting.said(note), style, (Node(Tag.P, f"{block.id}/note/{index}"),), x=x, measure=width)
        for index, note in enumerate(notes)
        if note
    )
