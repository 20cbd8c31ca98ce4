"""Blocks to flows: what each kind of block is made of on the page, and what keeps it together.

Tables, figures, boxes and the contents have modules of their own; headings, paragraphs and lists are here. A page break
is no flow: what follows it begins a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.layout import messages
from reportgen.layout.boxes import box_flow
from reportgen.layout.contents import contents_flows
from reportgen.layout.figures import figure_flow, row_flow
from reportgen.layout.flows import Flow, TextFlow, text_stack
from reportgen.layout.lists import item_lines
from reportgen.layout.pictures import picture_flow
from reportgen.layout.runs import Said
from reportgen.layout.setting import Setting, set_lines
from reportgen.layout.tables import table_flow
from reportgen.model.block import (
    Block,
    Box,
    ChartFigure,
    Contents,
    FigureRow,
    Heading,
    ImageFigure,
    ListBlock,
    PageBreak,
    Paragraph,
    Table,
    role_below,
    stands_with,
)
from reportgen.model.document import Document
from reportgen.model.pages import Node, Tag
from reportgen.roles import Role
from reportgen.theme.look import room_below

MOST_FEET = 0.5
"""The part of a page's depth that the footnotes of one line may take."""

_HEADINGS = (Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.H5, Tag.H6)


def flows(document: Document, setting: Setting) -> tuple[Flow, ...]:
    """Return the flows of a document, in order. Raises `Faulty` with the problems of all blocks that can't be set."""
    followers: tuple[Block | None, ...] = (*document.blocks[1:], None)
    made: list[tuple[Block, list[Flow]]] = []
    problems: list[Problem] = []
    breaks = False
    for block, following in zip(document.blocks, followers, strict=True):
        try:
            found = list(_flows(block, following, document, setting))
            if found and (room := _room_below(block, following, setting)):
                found[-1] = replace(found[-1], stack=replace(found[-1].stack, after=room))
            if found and breaks:
                found[0] = replace(found[0], stack=replace(found[0].stack, new_page=True))
            breaks = isinstance(block, PageBreak) or (breaks and not found)
            made.append((block, found))
            problems += _too_long(block, found, setting)
        except Faulty as fault:
            problems += fault.problems
    if problems:
        raise Faulty(problems)
    _turn_headings(made, setting)
    return tuple(flow for _, found in made for flow in found)


def _turn_headings(made: list[tuple[Block, list[Flow]]], setting: Setting) -> None:
    """Put the headings right above a wide table on its page."""
    turned = False
    for block, found in reversed(made):
        if turned and isinstance(block, Heading):
            stack = found[0].stack
            flow = _heading(block, setting.turned)
            found[:] = [replace(flow, stack=replace(flow.stack, new_page=stack.new_page, wide=True))]
        turned = any(flow.stack.wide for flow in found)


def _too_long(block: Block, made: Iterable[Flow], setting: Setting) -> Iterator[Problem]:
    """Yield a problem where the footnotes of one strip take more than their part of a page."""
    room = MOST_FEET * setting.theme.page.depth
    highest = max((foot for flow in made for foot in flow.stack.feet), default=0.0)
    if highest > room:
        yield messages.FOOTNOTE_TOO_LONG.at(block.span, height=round(highest), room=round(room))


def _room_below(block: Block, following: Block | None, setting: Setting) -> float:
    """Return what a heading or a paragraph adds to the space above the text that follows."""
    if not isinstance(block, Heading | Paragraph) or following is None:
        return 0.0
    role = role_below(block.role, following)
    return room_below(setting.style(block.role), setting.style(role)) if role else 0.0


def _flows(block: Block, following: Block | None, document: Document, setting: Setting) -> Iterator[Flow]:
    match block:
        case Heading():
            yield _heading(block, setting)
        case Paragraph():
            yield _paragraph(block, setting, keep=stands_with(block, following))
        case ListBlock():
            yield from _list(block, setting, keep=stands_with(block, following))
        case Table():
            yield table_flow(block, setting)
        case ChartFigure():
            yield figure_flow(block, setting)
        case FigureRow():
            yield row_flow(block, setting)
        case ImageFigure():
            yield picture_flow(block, setting)
        case Box():
            yield box_flow(block, setting)
        case PageBreak():
            return
        case Contents():
            yield from contents_flows(block, document, setting)
        case _:
            assert_never(block)


def _heading(block: Heading, setting: Setting) -> TextFlow:
    number = (Said(block.number.text),) if block.number else ()
    path = (Node(_HEADINGS[min(block.level, len(_HEADINGS)) - 1], block.id),)
    text = set_lines(setting, (*number, *setting.said(block.inlines)), setting.style(block.role), path)
    # No figure leaves its article.
    fills = block.role not in (Role.SECTION, Role.ARTICLE)
    return TextFlow(block.id, text_stack(text, least=len(text.lines), fills=fills), text)


def _paragraph(block: Paragraph, setting: Setting, *, keep: bool) -> TextFlow:
    path = (Node(Tag.P, block.id),)
    text = set_lines(setting, setting.said(block.inlines), setting.style(block.role), path)
    # A source line ends its article: a figure that waits comes before it.
    fills = block.role is not Role.SOURCE
    return TextFlow(block.id, text_stack(text, keep=keep, fills=fills), text)


def _list(block: ListBlock, setting: Setting, *, keep: bool) -> Iterator[TextFlow]:
    last = len(block.items) - 1
    for index, text in enumerate(item_lines(block, setting)):
        yield TextFlow(block.id, text_stack(text, keep=keep and index == last, fills=True), text)
