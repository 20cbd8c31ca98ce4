"""The table of contents (目录): a live field whose entries are filled in with the pages that layout counted."""

from __future__ import annotations

from reportgen.model.block import Contents, Heading
from reportgen.model.document import contents_of
from reportgen.model.inline import plain
from reportgen.roles import Role, contents_role
from reportgen.writers.docx import fields
from reportgen.writers.docx.markup import NOTHING, Xml, join, w
from reportgen.writers.docx.paragraphs import Format, above, paragraph
from reportgen.writers.docx.text import words
from reportgen.writers.docx.ties import Ties


def contents(block: Contents, ties: Ties, extra: float, *, new_page: bool = False) -> Xml:
    """Return the title and the entries of a table of contents."""
    style = ties.theme.styles[Role.CONTENTS_TITLE]
    form = Format(new_page=new_page or None, before=above(style, extra))
    title = paragraph(ties.sheet.id(Role.CONTENTS_TITLE), words(block.title, style), form) if block.title else NOTHING
    headings = contents_of(ties.document, block)
    last = len(headings) - 1
    return join(title, *(_entry(h, ties, block.depth, first=i == 0, last=i == last) for i, h in enumerate(headings)))


def _entry(heading: Heading, ties: Ties, depth: int, *, first: bool, last: bool) -> Xml:
    bookmark = ties.bookmarks[heading.id]
    text = (heading.number.text if heading.number else "") + plain(heading.inlines)
    page = fields.field(fields.page_reference(bookmark.name), words(ties.geometry.pages_of[heading.id]))
    colour = w("rPr", w("color", val=ties.theme.contents.leader_colour))
    entry = w("hyperlink", words(text), w("r", colour, w("tab")), page, anchor=bookmark.name, history=True)
    return paragraph(
        ties.sheet.id(contents_role(heading.level)),
        join(
            fields.field_start(fields.contents(depth)) if first else NOTHING,
            entry,
            fields.field_end() if last else NOTHING,
        ),
    )
