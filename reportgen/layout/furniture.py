"""Page furniture: the running head with its rule, the logo, the strip, the foot, on every page, as artifacts.

What they say is the document's, where and how they stand the theme's; page labels and the section that a page belongs
to are known only now. A TAB parts what stands at the left from what stands at the right.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from reportgen.layout.paint import BASELINE, lines
from reportgen.layout.runs import Said, text_width
from reportgen.layout.setting import Setting, set_lines
from reportgen.model.document import Field, Furniture, FurnitureLine
from reportgen.model.geometry import Logos, PlacedPicture
from reportgen.model.pages import Fill, Item, PictureBox, Rule
from reportgen.roles import Role
from reportgen.theme.look import Alignment, PageLook, Style, Theme
from reportgen.values import dataclass

NO_LOGOS = Logos()
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What furniture says of a page: its label, how many pages there are, and the section that it belongs to."""

    index: int
    label: str
    pages: int
    section: str


def furniture(words: Furniture, facts: PageFacts, setting: Setting, logos: Logos = NO_LOGOS) -> Iterator[Item]:
    """Yield the furniture of a page: what is drawn, then what is said."""
    theme, page = setting.theme, setting.theme.page
    yield from strip(page.strip, page.strip_colour, page)
    turned = page.width > page.height
    logo = logos.first if facts.index == 0 else logos.turned if turned else logos.page
    if logo is not None:
        yield drawn(logo, page)
    if words.header and (facts.index > 0 or page.first_header):
        y = page.height - page.header
        room = _beside(logo, theme)
        yield from _line(words.header, facts, setting, setting.style(Role.HEADER), y, room)
        if page.header_rule:
            y -= page.header_rule_gap
            yield Rule(room.x, y, page.left + page.measure, y, page.header_rule, page.header_rule_colour)
    if words.footer:
        style = setting.style(Role.FOOTER)
        if page.footer_rule:
            y = page.footer + BASELINE * style.leading + page.footer_rule_gap + page.footer_rule / 2
            right = page.left + page.measure
            yield Rule(page.left, y, right, y, page.footer_rule, page.footer_rule_colour)
        yield from _line(words.footer, facts, setting, style, page.footer, _Room(page.left, page.measure))


def strip(height: float, colour: str, page: PageLook) -> Iterator[Fill]:
    """Yield a strip of colour along the sheet's top, where it has any height."""
    if height:
        yield Fill(0.0, page.height - height, page.width, height, colour)


def drawn(logo: PlacedPicture, page: PageLook) -> PictureBox:
    """Return the logo on a page, as an artifact."""
    return PictureBox(logo.x, page.height - logo.top - logo.height, logo.width, logo.height, logo.picture, None)


@dataclass(frozen=True, slots=True)
class _Room:
    """The part of the measure that a line of furniture has."""

    x: float
    measure: float


def _beside(logo: PlacedPicture | None, theme: Theme) -> _Room:
    """Return what a logo in the head leaves of the measure; one in the middle leaves all of it."""
    page, look = theme.page, theme.logo
    if logo is None or look.align is Alignment.CENTER:
        return _Room(page.left, page.measure)
    taken = logo.width + look.gap
    return _Room(page.left if look.align is Alignment.RIGHT else page.left + taken, page.measure - taken)


def _line(
    words: FurnitureLine, facts: PageFacts, setting: Setting, style: Style, baseline: float, room: _Room
) -> Iterator[Item]:
    said = "".join(_word(word, facts) for word in words)
    if "\t" not in said:
        yield from _part(said, style.align, room, room.measure, setting, style, baseline)
        return
    left, _, right = said.partition("\t")
    right = right.replace("\t", " ")
    half = (room.measure - 2 * style.size) / 2
    most = max(half, room.measure - 2 * style.size - _width(right, style, setting))
    yield from _part(left, Alignment.LEFT, room, most, setting, style, baseline)
    most = max(half, room.measure - 2 * style.size - _width(left, style, setting))
    yield from _part(right, Alignment.RIGHT, room, most, setting, style, baseline)


def _word(word: str | Field, facts: PageFacts) -> str:
    match word:
        case Field.PAGE:
            return facts.label
        case Field.PAGES:
            return str(facts.pages)
        case Field.SECTION:
            return facts.section
        case str():
            return word
        case _:
            assert_never(word)


def _part(
    said: str, align: Alignment, room: _Room, most: float, setting: Setting, style: Style, baseline: float
) -> Iterator[Item]:
    """Set one part of a line, `most` pt wide at the most; what does not fit is cut and ends in an ellipsis."""
    if not said:
        return
    short = said
    while len(short) > 1 and _width(short + (_ELLIPSIS if short != said else ""), style, setting) > most:
        short = short[:-1]
    pieces = (Said(short + (_ELLIPSIS if short != said else "")),)
    text = set_lines(setting, pieces, style, (), x=room.x, measure=room.measure, align=align)
    yield from lines(text, baseline + BASELINE * style.leading, None)


def _width(said: str, style: Style, setting: Setting) -> float:
    return text_width((Said(said),), style, setting.theme, setting.faces)
