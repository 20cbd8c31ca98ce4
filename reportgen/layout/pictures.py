"""Pictures: in the middle of the measure with caption and notes below, as wide as was asked, never broken.

A picture keeps the ratio of its sides; one that is too wide or too high for the page is made smaller until it fits.
"""

from __future__ import annotations

from reportgen.errors import Faulty
from reportgen.layout import messages
from reportgen.layout.figures import caption_lines, note_lines
from reportgen.layout.flows import PictureFlow
from reportgen.layout.pagination import Stack
from reportgen.layout.setting import Setting
from reportgen.model.block import ImageFigure
from reportgen.model.pages import Node, Tag
from reportgen.roles import Role

PT_PER_PIXEL = 0.75
"""How large a pixel is where nobody says how wide the picture should be: 96 of them on an inch."""

LEAST_HEIGHT = 24.0
"""The least height in pt that a picture of more than that may be made smaller to."""


def picture_flow(block: ImageFigure, setting: Setting) -> PictureFlow:
    """Return the flow of a picture. Raises `Faulty` where caption and notes leave it no room on a page."""
    theme = setting.theme
    page = theme.page
    figure = Node(Tag.FIGURE, block.id, alt=block.alt)
    caption = caption_lines(block.caption, setting, (figure, Node(Tag.CAPTION, f"{block.id}/caption")))
    width = min(_wanted_width(block, setting), page.measure)
    measure = min(max(width, theme.chart.width), page.measure)
    notes = note_lines(block, block.notes, setting, page.left + (page.measure - measure) / 2, measure)
    below = sum(text.style.before + text.height for text in (caption, *notes) if text is not None)
    ratio = block.picture.height / block.picture.width
    room = page.depth - below
    if room < min(width * ratio, LEAST_HEIGHT):
        raise Faulty([messages.PICTURE_TOO_HIGH.at(block.span, room=max(0, round(room)))])
    height = min(width * ratio, room)
    width = height / ratio
    x = page.left + (page.measure - width) / 2
    style = setting.style(Role.FIGURE)
    stack = Stack((height + below,), before=style.before, after=theme.chart.after, floats=True)
    return PictureFlow(block.id, stack, x, width, height, block.picture, (figure,), caption, notes)


def _wanted_width(block: ImageFigure, setting: Setting) -> float:
    """Return the width that was asked for, or the picture's own, up to a chart's."""
    if block.width is not None:
        return block.width
    if block.share is not None:
        return block.share * setting.theme.page.measure
    return min(block.picture.width * PT_PER_PIXEL, setting.theme.chart.width)
