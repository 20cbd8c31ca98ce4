"""Notes in boxes: a title, paragraphs and lists on a ground or in a frame, a little narrower than the measure.

A short box stands on one page. A longer one breaks between lines, by the rules of paragraphs, and is closed at the foot
of each page and opened again at the top of the next, as Word does with a cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from reportgen.layout.flows import LEAST_LINES, BoxFlow, SetLines
from reportgen.layout.lists import item_lines
from reportgen.layout.pagination import Stack
from reportgen.layout.setting import Setting, set_lines
from reportgen.model.block import Box, ListBlock, Paragraph, stands_with
from reportgen.model.pages import Node, Tag
from reportgen.roles import Role

WHOLE_UP_TO = 0.25
"""A box of up to this part of a page's depth is not broken."""


def box_flow(block: Box, setting: Setting) -> BoxFlow:
    """Return the flow of a note in a box."""
    look, page = setting.theme.box, setting.theme.page
    texts, kept = _texts(block, setting)
    # The space above the first text is the padding, whatever its style says.
    rooms = [0.0, *(text.style.before for text in texts[1:])]
    tops = [
        (room if index == 0 else 0.0) + text.style.leading
        for text, room in zip(texts, rooms, strict=False)
        for index in range(len(text.lines))
    ]
    whole = sum(tops) + 2 * look.padding_y <= WHOLE_UP_TO * page.depth
    ends = [0, *([] if whole else _breaks([len(text.lines) for text in texts], kept)), len(tops)]
    heights = [sum(tops[start:stop]) for start, stop in pairwise(ends)]
    feet = [foot for text in texts for foot in text.feet or (0.0,) * len(text.lines)]
    heights[0] += look.padding_y
    heights[-1] += look.padding_y
    stack = Stack(
        tuple(heights),
        before=look.before,
        after=look.after,
        again=look.padding_y,
        closing=look.padding_y,
        fills=True,
        feet=tuple(sum(feet[start:stop]) for start, stop in pairwise(ends)) if any(feet) else (),
    )
    return BoxFlow(block.id, stack, texts, tuple(ends))


def _texts(block: Box, setting: Setting) -> tuple[tuple[SetLines, ...], tuple[bool, ...]]:
    """Compose the title and the parts of a box; with each text, whether it is kept with the next."""
    inset = setting.theme.box.padding_x
    root = Node(Tag.SECT, block.id)
    texts: list[SetLines] = []
    kept: list[bool] = []
    if block.title:
        path = (root, Node(Tag.P, f"{block.id}/title"))
        style = setting.style(Role.BOX_TITLE)
        texts.append(set_lines(setting, setting.said(block.title), style, path, inset=inset))
        kept.append(True)
    for part, following in zip_longest(block.parts, block.parts[1:]):
        match part:
            case Paragraph():
                path = (root, Node(Tag.P, part.id))
                texts.append(
                    set_lines(setting, setting.said(part.inlines), setting.style(part.role), path, inset=inset)
                )
                kept.append(stands_with(part, following))
            case ListBlock():
                items = item_lines(part, setting, above=(root,), inset=inset)
                texts += items
                kept += [False] * len(items)
    return tuple(texts), tuple(kept)


def _breaks(counts: Sequence[int], kept: Sequence[bool]) -> Iterator[int]:
    """Yield the lines before which a box may break; `counts` are its texts' lines, `kept` says what stays together."""
    total = sum(counts)
    line = 0
    for count, keep in zip(counts, kept, strict=True):
        for within in range(1, count + 1):
            line += 1
            inside = min(within, count - within) >= LEAST_LINES
            between = within == count and not keep
            if (inside or between) and min(line, total - line) >= LEAST_LINES:
                yield line
