"""Page furniture: the running head with its rule and the foot, on every page, as artifacts.

What they say is the document's, where and how they stand the theme's; page labels and the section that a page belongs
to are known only now. A TAB parts what stands at the left from what stands at the right.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from reportgen.layout.flows import SetLines
from reportgen.layout.paint import BASELINE, lines
from reportgen.layout.runs import Said, text_width
from reportgen.layout.setting import Setting, set_lines
from reportgen.model.document import Field, Furniture, FurnitureLine
from reportgen.model.pages import Item, Rule
from reportgen.roles import Role
from reportgen.theme.look import Alignment, Style
from reportgen.values import dataclass

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What furniture says of a page: its label, how many pages there are, and the section that it belongs to."""

    index: int
    label: str
    pages: int
    section: str


def furniture(words: Furniture, facts: PageFacts, setting: Setting) -> Iterator[Item]:
    """Yield the furniture of a page."""
    page = setting.theme.page
    if words.header and (facts.index > 0 or page.first_header):
        y = page.height - page.header
        yield from _line(words.header, facts, setting, setting.style(Role.HEADER), y)
        if page.header_rule:
            foot = y - page.header_rule_gap
            right = page.left + page.measure
            yield Rule(page.left, foot, right, foot, page.header_rule, page.header_rule_colour)
    if words.footer:
        yield from _line(words.footer, facts, setting, setting.style(Role.FOOTER), page.footer)


def _line(words: FurnitureLine, facts: PageFacts, setting: Setting, style: Style, baseline: float) -> Iterator[Item]:
    said = "".join(_word(word, facts) for word in words)
    page = setting.theme.page
    if "\t" not in said:
        yield from _part(said, style.align, page.measure, setting, style, baseline)
        return
    left, _, right = said.partition("\t")
    right = right.replace("\t", " ")
    half = (page.measure - 2 * style.size) / 2
    room = max(half, page.measure - 2 * style.size - _width(right, style, setting))
    yield from _part(left, Alignment.LEFT, room, setting, style, baseline)
    room = max(half, page.measure - 2 * style.size - _width(left, style, setting))
    yield from _part(right, Alignment.RIGHT, room, setting, style, baseline)


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


def _part(said: str, align: Alignment, room: float, setting: Setting, style: Style, baseline: float) -> Iterator[Item]:
    """Set one part of a line; what does not fit its room is cut and ends in an ellipsis."""
    if not said:
        return
    short = said
    while len(short) > 1 and _width(short + (_ELLIPSIS if short != said else ""), style, setting) > room:
        short = short[:-1]
    text = _set(short + (_ELLIPSIS if short != said else ""), align, setting, style)
    yield from lines(text, baseline + BASELINE * style.leading, None)


def _set(said: str, align: Alignment, setting: Setting, style: Style) -> SetLines:
    page = setting.theme.page
    return set_lines(setting, (Said(said),), style, (), x=page.left, measure=page.measure, align=align)


def _width(said: str, style: Style, setting: Setting) -> float:
    return text_width((Said(said),), style, setting.theme, setting.faces)
