"""Figures: a chart in the middle of the measure with its caption and notes below, never broken."""

from __future__ import annotations

from reportgen.charts.form import form
from reportgen.charts.lettering import Lettering
from reportgen.errors import Faulty
from reportgen.layout import messages
from reportgen.layout.flows import FigureFlow, SetLines
from reportgen.layout.pagination import Stack
from reportgen.layout.runs import Said
from reportgen.layout.setting import Setting, set_lines
from reportgen.model.block import Caption, ChartFigure, ImageFigure, Table
from reportgen.model.inline import Inlines
from reportgen.model.pages import Node, Path, Tag
from reportgen.roles import Role

LEAST_HEIGHT = 60.0
"""The least height in pt that a chart can be read at."""


def figure_flow(block: ChartFigure, setting: Setting) -> FigureFlow:
    """Return the flow of a figure. Raises `Faulty` where it does not fit a page."""
    theme = setting.theme
    figure = Node(Tag.FIGURE, block.id, alt=block.alt)
    caption = caption_lines(block.caption, setting, (figure, Node(Tag.CAPTION, f"{block.id}/caption")))
    width = min(theme.chart.width, theme.page.measure)
    x = theme.page.left + (theme.page.measure - width) / 2
    notes = note_lines(block, block.notes, setting, x, width)
    below = sum(text.style.before + text.height for text in (caption, *notes) if text is not None)
    room = theme.page.depth - below
    lettering = Lettering(setting.faces, theme.typefaces[theme.chart.typeface].regular)
    shape = form(block.chart, theme.chart, width, min(theme.chart.height, max(room, LEAST_HEIGHT)), lettering.width)
    if room < max(shape.height, LEAST_HEIGHT):
        raise Faulty([messages.CHART_TOO_HIGH.at(block.span, room=round(room), height=round(shape.height))])
    style = setting.style(Role.FIGURE)
    stack = Stack((shape.height + below,), before=style.before, after=theme.chart.after, floats=True)
    return FigureFlow(block.id, stack, x, block.chart, shape, (figure,), caption, notes)


def caption_lines(caption: Caption | None, setting: Setting, path: Path) -> SetLines | None:
    """Compose a caption: what a reference to it prints, the separator, its text."""
    if caption is None:
        return None
    head = Said(caption.reference + caption.separator)
    return set_lines(setting, (head, *setting.said(caption.inlines)), setting.style(Role.CAPTION), path)


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
