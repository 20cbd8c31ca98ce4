"""Page furniture: header, footer, and the section properties that say where they and the text stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from reportgen.model.block import Heading
from reportgen.model.document import Field, FurnitureLine
from reportgen.model.geometry import PlacedPicture
from reportgen.model.inline import plain
from reportgen.roles import Role
from reportgen.theme.look import Alignment, PageLook, Theme
from reportgen.units import twips
from reportgen.values import dataclass
from reportgen.writers.docx import fields
from reportgen.writers.docx.drawing import placed_picture, placed_strip
from reportgen.writers.docx.markup import NOTHING, Xml, element, join, part, w
from reportgen.writers.docx.paragraphs import (
    Format,
    Indent,
    Tab,
    above_baseline,
    beginning_with,
    below_baseline,
    paragraph,
)
from reportgen.writers.docx.stylesheet import NORMAL
from reportgen.writers.docx.text import words
from reportgen.writers.docx.ties import Ties

COVER, UPRIGHT, TURNED = "cover", "upright", "turned"
"""The kinds of section that a file has: its cover, pages of text, pages that lie on their side."""

LOGO = "rIdLogo"
"""The relationship of the logo within a header."""


@dataclass(frozen=True, slots=True)
class FurniturePart:
    """A header or footer: `header` or `footer`, the pages that it is for, its relationship and its content.

    `section` is the kind of section that it belongs to, `logo` the picture that it shows.
    """

    kind: str
    pages: str
    relationship: str
    content: bytes
    section: str = UPRIGHT
    logo: PlacedPicture | None = None


def furniture_parts(ties: Ties) -> tuple[FurniturePart, ...]:
    """Return the headers and footers of a document: none where nothing is said, blank ones where a theme wants it."""
    return (*_cover_parts(ties), *_upright_parts(ties), *(_turned_parts(ties) if ties.geometry.turned else ()))


def _cover_parts(ties: Ties) -> Iterator[FurniturePart]:
    """Yield the header of a cover, which only draws; what is said stands on the other pages."""
    look, page, logo = ties.theme.cover, ties.theme.page, ties.geometry.logos.first
    strip = (look.band, look.band_colour) if look.band else (page.strip, page.strip_colour)
    if ties.geometry.cover_gap is not None and (strip[0] or logo):
        yield _header("default", "rIdCoverHeader", BLANK, ties, logo, strip, section=COVER)


def _upright_parts(ties: Ties) -> Iterator[FurniturePart]:
    said, page, logos = ties.document.furniture, ties.theme.page, ties.geometry.logos
    covered = ties.geometry.cover_gap is not None
    own_first = not covered and ((bool(said.header) and not page.first_header) or logos.first != logos.page)
    strip = (page.strip, page.strip_colour)
    # A section that names no header has that of the section before it.
    if said.header or page.strip or logos.page or any(_cover_parts(ties)):
        words = _line(said.header, Role.HEADER, ties, logo=logos.page) if said.header else BLANK
        yield _header("default", "rIdHeader", words, ties, logos.page, strip)
    if own_first:
        said_first = said.header if page.first_header else ()
        words = _line(said_first, Role.HEADER, ties, logo=logos.first) if said_first else BLANK
        yield _header("first", "rIdFirstHeader", words, ties, logos.first, strip)
    for pages, relationship in (("default", "rIdFooter"), ("first", "rIdFirstFooter")):
        if said.footer and (pages == "default" or own_first):
            footer = part("w:ftr", "w r", _line(said.footer, Role.FOOTER, ties))
            yield FurniturePart("footer", pages, relationship, footer)


def _turned_parts(ties: Ties) -> Iterator[FurniturePart]:
    """Yield the header and the footer of pages that lie on their side: the same words on a longer line."""
    said, wide, logo = ties.document.furniture, ties.on(ties.theme.page.turned), ties.geometry.logos.turned
    page = ties.theme.page
    if said.header or page.strip or logo:
        words = _line(said.header, Role.HEADER, wide, from_measure=page.measure, logo=logo) if said.header else BLANK
        yield _header("default", "rIdTurnedHeader", words, wide, logo, (page.strip, page.strip_colour), section=TURNED)
    if said.footer:
        footer = part("w:ftr", "w r", _line(said.footer, Role.FOOTER, wide, from_measure=page.measure))
        yield FurniturePart("footer", "default", "rIdTurnedFooter", footer, TURNED)


def _header(
    pages: str,
    relationship: str,
    words: Xml,
    ties: Ties,
    logo: PlacedPicture | None,
    strip: tuple[float, str],
    *,
    section: str = UPRIGHT,
) -> FurniturePart:
    """Return a header with what it draws anchored to its line; drawings have numbers of their own in the file."""
    number = len(ties.charts) + len(ties.pictures) + 2 * _ORDER.index(relationship) + 1
    drawings = join(
        w("r", placed_strip(number, ties.theme.page.width, *strip)) if strip[0] else NOTHING,
        w("r", placed_picture(LOGO, number + 1, logo)) if logo else NOTHING,
    )
    content = part("w:hdr", "w r wp a pic mc wps" if drawings else "w r", beginning_with(words, drawings))
    return FurniturePart("header", pages, relationship, content, section, logo)


_ORDER = ("rIdCoverHeader", "rIdHeader", "rIdFirstHeader", "rIdTurnedHeader")
BLANK = paragraph(NORMAL, NOTHING)


def section_properties(ties: Ties, *, kind: str = UPRIGHT, first: bool = True) -> Xml:
    """Return `w:sectPr` (ECMA-376 part 1 §17.6.17) of a section; only the `first` has a first page of its own."""
    theme = ties.theme
    page = theme.page.turned if kind == TURNED else theme.page
    every = (p for p in furniture_parts(ties) if p.section == kind)
    parts = [p for p in every if first or p.pages == "default"]
    references = (element(f"w:{p.kind}Reference", {"w:type": p.pages, "r:id": p.relationship}) for p in parts)
    return w(
        "sectPr",
        *references,
        w("pgSz", w=twips(page.width), h=twips(page.height), orient="landscape" if page.width > page.height else None),
        _margins(_of_cover(theme) if kind == COVER else page, theme),
        w("cols", space=0),
        w("titlePg") if any(p.pages == "first" for p in parts) else NOTHING,
    )


def _of_cover(theme: Theme) -> PageLook:
    """Return the page of a cover: its text begins where the title stands, and may end lower than it does.

    Another program may break a title into one line more.
    """
    return replace(theme.page, top=theme.cover.top, bottom=theme.cover.foot / 2)


def _margins(page: PageLook, theme: Theme) -> Xml:
    """Return `w:pgMar`; it wants the distance of the furniture's lines, the theme says that of their baselines."""
    header = page.header - above_baseline(theme.styles[Role.HEADER])
    footer = page.footer - below_baseline(theme.styles[Role.FOOTER])
    left = twips(page.left)
    return w(
        "pgMar",
        top=twips(page.top),
        right=twips(page.width) - left - twips(page.measure),
        bottom=twips(page.bottom),
        left=left,
        header=max(0, twips(header)),
        footer=max(0, twips(footer)),
        gutter=0,
    )


def _line(
    line: FurnitureLine,
    role: Role,
    ties: Ties,
    *,
    from_measure: float | None = None,
    logo: PlacedPicture | None = None,
) -> Xml:
    """Return a line of furniture; `from_measure` is the measure that the style's tab is for, where it is another.

    What a `logo` at a side takes of the measure is kept free.
    """
    content = join(*(_piece(piece, ties) for piece in line))
    tabbed = any("\t" in piece for piece in line)
    measure, style, look = ties.theme.page.measure, ties.theme.styles[role], ties.theme.logo
    taken = logo.width + look.gap if logo and look.align is not Alignment.CENTER else 0.0
    right = taken if look.align is Alignment.RIGHT else 0.0
    usual = measure if from_measure is None else from_measure
    moved = tabbed and measure - right != usual
    tabs = (Tab(usual, cleared=True), Tab(measure - right)) if moved else ()
    indent = Indent(style.size, shift=taken - right, right=0.0 if tabbed else right) if taken else None
    if indent and not indent.shift and not indent.right:
        indent = None
    form = Format(tabs=tabs, align=Alignment.LEFT if tabbed else None, indent=indent)
    return paragraph(ties.sheet.id(role), content, form)


def _piece(piece: str | Field, ties: Ties) -> Xml:
    # Fields are strings too, and a text may happen to read like one.
    if not isinstance(piece, Field):
        tab = w("r", w("tab"))
        return Xml(tab.join(words(text) for text in piece.split("\t")))
    match piece:
        case Field.PAGE:
            return fields.field(fields.PAGE, words("1"))
        case Field.PAGES:
            return fields.field(fields.PAGES, words(str(ties.geometry.page_count)))
        case Field.SECTION:
            return _section(ties)
        case _:
            assert_never(piece)


def _section(ties: Ties) -> Xml:
    """Return the running head: the title of the section that a page belongs to, kept up by Word."""
    sections = [b for b in ties.document.blocks if isinstance(b, Heading) and b.role is Role.SECTION]
    level = ties.sheet.names[Role.SECTION].level
    if not sections or level is None:
        return NOTHING
    return fields.field(fields.running_head(level), words(plain(sections[0].inlines)))
