"""The table of contents (目录): entries with leaders and page numbers, each a link to its heading.

Page numbers are late-bound: an entry keeps room for one, so that where lines and pages end does not depend on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil, floor

from reportgen.layout.flows import EntryFlow, TextFlow, text_stack
from reportgen.layout.paint import BASELINE, lines
from reportgen.layout.runs import Said, faces_of
from reportgen.layout.setting import Setting, set_lines
from reportgen.model.block import Contents, Heading
from reportgen.model.document import Document, contents_of
from reportgen.model.inline import plain
from reportgen.model.pages import GlyphRun, Node, Tag, Target, TextLine
from reportgen.roles import Role, contents_role
from reportgen.theme.look import Alignment


def contents_flows(block: Contents, document: Document, setting: Setting) -> Iterator[TextFlow | EntryFlow]:
    """Yield the flows of a table of contents: its title, then a flow for each heading that it lists."""
    style = setting.style(Role.CONTENTS_TITLE)
    title = set_lines(setting, (Said(block.title),), style, (Node(Tag.P, f"{block.id}/title"),))
    yield TextFlow(block.id, text_stack(title, least=len(title.lines)), title)
    root = Node(Tag.TOC, block.id)
    headings = contents_of(document, block)
    for heading in headings:
        yield _entry(block, heading, root, setting, last=heading is headings[-1])


def _entry(block: Contents, heading: Heading, root: Node, setting: Setting, *, last: bool) -> EntryFlow:
    look, page = setting.theme.contents, setting.theme.page
    style = setting.style(contents_role(heading.level))
    key = f"{block.id}/{heading.id}"
    path = (root, Node(Tag.TOCI, key), Node(Tag.REFERENCE, f"{key}/reference"))
    number = heading.number.text if heading.number else ""
    entry = Said(number + plain(heading.inlines), link=Target(block=heading.id))
    indent = style.left_indent_em * style.size
    room = look.number_width_em * style.size
    text = set_lines(setting, (entry,), style, path, measure=page.measure - indent - room, align=Alignment.LEFT)
    stack = text_stack(text, least=len(text.lines))
    # An entry is kept with those below it; what follows the contents is no business of the last one.
    return EntryFlow(block.id, replace(stack, keep_next=stack.keep_next and not last), text, heading.id)


def entry_lines(flow: EntryFlow, top: float, label: str, setting: Setting) -> Iterator[TextLine]:
    """Yield the lines of an entry whose heading stands on the page `label`: its text, leader and page number."""
    text, look, page = flow.text, setting.theme.contents, setting.theme.page
    style = text.style
    yield from lines(text, top, flow.block)
    y = top - (len(text.lines) - 1 + BASELINE) * style.leading
    face = faces_of(Said(label), style, setting.theme).latin
    advances = setting.faces[face].advances
    right = page.left + page.measure
    left = right - sum(advances(label)) * style.size
    end = text.x + text.lines[-1].right
    if look.leader:
        step, gap = look.leader_step_em * style.size, look.gap_em * style.size
        dot = sum(advances(look.leader)) * style.size
        # Leaders stand on one grid, counted from the measure's right, so that they line up from entry to entry.
        first = floor((right - end - gap) / step)
        last = max(ceil((right - left + gap + dot) / step), 1)
        if first >= last:
            dots = look.leader * (first - last + 1)
            run = GlyphRun(dots, face, style.size, right - first * step, look.leader_colour, step - dot)
            yield TextLine(y, (run,), flow.block)
    number = GlyphRun(label, face, style.size, left, style.colour, link=Target(block=flow.target))
    yield TextLine(y, (number,), flow.block, text.path)
