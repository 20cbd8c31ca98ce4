"""The cover: title and issue from the theme's place on down, client and date at the foot, the logo, a band of colour.

Title and issue are the document's own first blocks, which stand here and not above the text where a theme has a cover.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.errors import Faulty
from reportgen.layout import messages
from reportgen.layout.flows import SetLines, TextFlow, text_stack
from reportgen.layout.furniture import drawn, strip
from reportgen.layout.pagination import Placed
from reportgen.layout.paint import painted
from reportgen.layout.setting import Setting, set_lines
from reportgen.model.block import Paragraph
from reportgen.model.document import OPENING, Document, cover_of
from reportgen.model.geometry import Logos
from reportgen.model.pages import Destination, Item, Node, Page, Tag
from reportgen.origins import BlockId
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Cover:
    """A cover that is set: its page, where its blocks begin, and the space between its two parts."""

    page: Page
    begins: tuple[tuple[BlockId, Destination], ...]
    gap: float


def set_cover(document: Document, setting: Setting, logos: Logos) -> Cover:
    """Return the cover of a document. Raises `Faulty` where its title leaves no room for what stands at its foot."""
    look, page = setting.theme.cover, setting.theme.page
    blocks = cover_of(document)
    flows = [_flow(block, setting) for block in blocks]
    upper = [flow for flow, block in zip(flows, blocks, strict=True) if block.role in OPENING.values()]
    lower = flows[len(upper) :]
    gap = page.height - look.top - look.foot - _height(upper) - _height(lower)
    if gap < 0:
        raise Faulty([messages.COVER_TOO_LONG.at(blocks[0].span, over=round(-gap))])
    items: list[Item] = [*strip(look.band or page.strip, look.band_colour if look.band else page.strip_colour, page)]
    if logos.first is not None:
        items.append(drawn(logos.first, page))
    begins: list[tuple[BlockId, Destination]] = []
    top = look.top
    for part, start in ((upper, look.top), (lower, page.height - look.foot - _height(lower))):
        top = start
        for index, flow in enumerate(part):
            top += flow.stack.before if index else 0.0
            begins.append((flow.block, Destination(0, page.height - top)))
            items += _painted(flow, top, setting)
            top += sum(flow.stack.heights)
    return Cover(Page(page.width, page.height, "1", tuple(items)), tuple(begins), gap)


def _flow(block: Paragraph, setting: Setting) -> TextFlow:
    text: SetLines = set_lines(
        setting, setting.said(block.inlines), setting.style(block.role), (Node(Tag.P, block.id),)
    )
    return TextFlow(block.id, text_stack(text, least=len(text.lines)), text)


def _height(flows: list[TextFlow]) -> float:
    """Return the height of flows one below the other; the first one's space above does not count."""
    return sum((flow.stack.before if index else 0.0) + sum(flow.stack.heights) for index, flow in enumerate(flows))


def _painted(flow: TextFlow, top: float, setting: Setting) -> Iterator[Item]:
    place = Placed(0, 0, len(flow.text.lines), 0, top - setting.theme.page.top)
    yield from painted(flow, place, setting.theme)
