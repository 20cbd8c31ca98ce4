"""Page furniture: header, footer, and the section properties that say where they and the text stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from reportgen.model.block import Heading
from reportgen.model.document import Field, FurnitureLine
from reportgen.model.inline import plain
from reportgen.roles import Role
from reportgen.theme.look import Alignment, PageLook, Theme
from reportgen.units import twips
from reportgen.values import dataclass
from reportgen.writers.docx import fields
from reportgen.writers.docx.markup import NOTHING, Xml, element, join, part, w
from reportgen.writers.docx.paragraphs import Format, Tab, above_baseline, below_baseline, paragraph
from reportgen.writers.docx.stylesheet import NORMAL
from reportgen.writers.docx.text import words
from reportgen.writers.docx.ties import Ties


@dataclass(frozen=True, slots=True)
class FurniturePart:
    """A header or footer: `header` or `footer`, the pages that it is for, its relationship and its content.

    `turned` ones are for pages that lie on their side.
    """

    kind: str
    pages: str
    relationship: str
    content: bytes
    turned: bool = False


def furniture_parts(ties: Ties) -> tuple[FurniturePart, ...]:
    """Return the headers and footers of a document: none where nothing is said, blank ones where a theme wants it."""
    said = ties.document.furniture
    plain_first = bool(said.header) and not ties.theme.page.first_header
    parts: list[FurniturePart] = []
    if said.header:
        parts.append(FurniturePart("header", "default", "rIdHeader", _header(_line(said.header, Role.HEADER, ties))))
    if plain_first:
        parts.append(FurniturePart("header", "first", "rIdFirstHeader", _header(paragraph(NORMAL, NOTHING))))
    for pages, relationship in (("default", "rIdFooter"), ("first", "rIdFirstFooter")):
        if said.footer and (pages == "default" or plain_first):
            footer = part("w:ftr", "w r", _line(said.footer, Role.FOOTER, ties))
            parts.append(FurniturePart("footer", pages, relationship, footer))
    return (*parts, *(_turned_parts(ties) if ties.geometry.turned else ()))


def _turned_parts(ties: Ties) -> Iterator[FurniturePart]:
    """Yield the header and the footer of pages that lie on their side: the same words on a longer line."""
    said, wide = ties.document.furniture, ties.on(ties.theme.page.turned)
    moved = (Tab(ties.theme.page.measure, cleared=True), Tab(wide.theme.page.measure))
    if said.header:
        header = _header(_line(said.header, Role.HEADER, wide, moved))
        yield FurniturePart("header", "default", "rIdTurnedHeader", header, turned=True)
    if said.footer:
        footer = part("w:ftr", "w r", _line(said.footer, Role.FOOTER, wide, moved))
        yield FurniturePart("footer", "default", "rIdTurnedFooter", footer, turned=True)


def _header(content: Xml) -> bytes:
    return part("w:hdr", "w r", content)


def section_properties(ties: Ties, *, turned: bool = False, first: bool = True) -> Xml:
    """Return `w:sectPr` (ECMA-376 part 1 §17.6.17) of a section; only the `first` has a first page of its own."""
    theme = ties.theme
    page = theme.page.turned if turned else theme.page
    every = (p for p in furniture_parts(ties) if p.turned is turned)
    parts = [p for p in every if first or p.pages == "default"]
    references = (element(f"w:{p.kind}Reference", {"w:type": p.pages, "r:id": p.relationship}) for p in parts)
    return w(
        "sectPr",
        *references,
        w("pgSz", w=twips(page.width), h=twips(page.height), orient="landscape" if page.width > page.height else None),
        _margins(page, theme),
        w("cols", space=0),
        w("titlePg") if any(p.pages == "first" for p in parts) else NOTHING,
    )


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


def _line(line: FurnitureLine, role: Role, ties: Ties, tabs: tuple[Tab, ...] = ()) -> Xml:
    content = join(*(_piece(piece, ties) for piece in line))
    tabbed = any("\t" in piece for piece in line)
    form = Format(tabs=tabs if tabbed else (), align=Alignment.LEFT if tabbed else None)
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
