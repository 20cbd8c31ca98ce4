"""The footnotes part (ECMA-376 part 1 §17.11): what parts notes from text, then each note under its number.

Word counts the notes itself, through the whole document, and finds them by the same numbers here.
"""

from __future__ import annotations

from reportgen.model.inline import Footnote, Link, footnotes
from reportgen.roles import Role
from reportgen.writers.docx.markup import Xml, join, part, spaced, w
from reportgen.writers.docx.paragraphs import Format, paragraph
from reportgen.writers.docx.stylesheet import FOOTNOTE_REFERENCE, NORMAL
from reportgen.writers.docx.text import alignment, inline_runs
from reportgen.writers.docx.ties import Ties, inline_rows

SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
"""The two rules that Word draws above notes, and the numbers that the settings name them by."""


def document_footnotes(ties: Ties) -> tuple[Footnote, ...]:
    """Return the footnotes of a document, in order."""
    return tuple(note for row in inline_rows(ties.document) for note in footnotes(row))


def footnotes_part(notes: tuple[Footnote, ...], ties: Ties) -> bytes:
    """Return `word/footnotes.xml`."""
    separators = (_separator(kind, number, ties) for kind, number in SEPARATORS)
    return part("w:footnotes", "w r", *separators, *(_note(note, ties) for note in notes))


def footnote_addresses(notes: tuple[Footnote, ...], ties: Ties) -> dict[str, str]:
    """Return the addresses that footnotes link to, by relationship: a part has links of its own."""
    found = (inline.url for note in notes for inline in note.inlines if isinstance(inline, Link))
    return {ties.links[url]: url for url in found if url in ties.links}


def _separator(kind: str, number: int, ties: Ties) -> Xml:
    form = Format(before=0.0, leading=ties.theme.footnote.height)
    return w("footnote", paragraph(NORMAL, w("r", w(kind)), form), type=kind, id=number)


def _note(note: Footnote, ties: Ties) -> Xml:
    marker = w("r", w("rPr", w("rStyle", val=FOOTNOTE_REFERENCE)), w("footnoteRef"))
    content = join(marker, w("r", spaced("t", " ")), inline_runs(note.inlines, ties))
    form = Format(align=alignment(note.inlines, ties.theme.styles[Role.FOOTNOTE]))
    return w("footnote", paragraph(ties.sheet.id(Role.FOOTNOTE), content, form), id=note.ordinal)
