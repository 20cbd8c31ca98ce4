"""Inlines as runs: which characters take the Chinese face, what is bold, what is a field or a link.

Word picks a face for each character; what both scripts use (“ ” … —) takes the Chinese one only in a run that hints so
(`w:hint`, ECMA-376 part 1 §17.3.2.26). Where that holds is decided in `cjk.faces`, for layout and for Word alike. A
space between Chinese and Latin is an ordinary space: ASCII is always set in the Latin face, whose space is a quarter
em, and Word's own spacing (`w:autoSpaceDE`) adds nothing where a space stands already. Between a label or a unit and
its number it is a no-break one, of the same width: Word knows no other way to keep them on one line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import assert_never

from reportgen.cjk.faces import face_runs
from reportgen.cjk.prohibition import glued, holds_address
from reportgen.model.inline import CrossReference, Footnote, Inline, Inlines, Link, Number, Text, Word
from reportgen.theme.look import Alignment, Style
from reportgen.units import twips
from reportgen.values import dataclass
from reportgen.writers.docx import fields
from reportgen.writers.docx.markup import HOLE, NOTHING, Xml, around, element, join, w
from reportgen.writers.docx.markup import text as letters
from reportgen.writers.docx.stylesheet import EMPHASIS, FOOTNOTE_REFERENCE, HYPERLINK
from reportgen.writers.docx.ties import Ties


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one face, each followed by `spread` pt more than its style says."""

    text: str
    east_asian: bool
    spread: float = 0.0


def pieces(texts: Sequence[str], style: Style | None = None) -> tuple[tuple[Piece, ...], ...]:
    """Return the pieces of each of `texts`, which follow one another in one paragraph of `style`.

    Where the whole text is a pair of Chinese characters that the style spreads, the first stands apart from the second.
    """
    whole = glued("".join(texts))
    stretches = face_runs(whole)
    apart = style.pair_spread_em * style.size if style and stretches == ((0, 2, True),) else 0.0
    if len(texts) == 1 and not apart:
        return (tuple([Piece(whole[start:stop], chinese) for start, stop, chinese in stretches]),)
    found: list[tuple[Piece, ...]] = []
    begin = 0
    for text in texts:
        end = begin + len(text)
        if apart:
            pair = (Piece(whole[0], True, apart), Piece(whole[1], True))
            found.append(pair[begin:end])
        else:
            within = ((max(start, begin), min(stop, end), chinese) for start, stop, chinese in stretches)
            found.append(tuple(Piece(whole[start:stop], chinese) for start, stop, chinese in within if start < stop))
        begin = end
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Accent:
    """What runs have beside their paragraph's style; `style` is the id of a character style."""

    strong: bool = False
    emphasis: bool = False
    style: str = ""


NO_ACCENT = Accent()


def run_properties(accent: Accent, *, chinese: bool = False, spread: float = 0.0) -> Xml:
    """Return `w:rPr` (ECMA-376 part 1 §17.3.2.28), or nothing where there is nothing to say."""
    style = accent.style or (EMPHASIS if accent.emphasis else "")
    children = join(
        w("rStyle", val=style) if style else NOTHING,
        w("rFonts", hint="eastAsia") if chinese else NOTHING,
        join(w("b"), w("bCs")) if accent.strong else NOTHING,
        w("spacing", val=twips(spread)) if spread else NOTHING,
    )
    return w("rPr", children) if children else NOTHING


def runs(parts: Sequence[Piece], accent: Accent = NO_ACCENT) -> Xml:
    """Return the runs of `parts`."""
    return join(*(_run(piece, accent) for piece in parts))


def _run(piece: Piece, accent: Accent) -> Xml:
    before, after = _around_letters(accent, piece.east_asian, piece.spread)
    return Xml(f"{before}{letters(piece.text)}{after}")


@lru_cache(maxsize=256)
def _around_letters(accent: Accent, chinese: bool, spread: float) -> tuple[Xml, Xml]:  # noqa: FBT001 - a cache's key
    """Return what stands around the letters of a run: of the same accent, face and spread there are thousands."""
    look = run_properties(accent, chinese=chinese, spread=spread)
    return around(w("r", look, element("w:t", {"xml:space": "preserve"}, HOLE)))


def words(text: str, style: Style | None = None) -> Xml:
    """Return the runs of a text that is a whole paragraph (of `style`) or stands by itself in one."""
    return runs(pieces([text], style)[0])


def inline_runs(inlines: Inlines, ties: Ties, style: Style | None = None) -> Xml:
    """Return the runs of the inlines of a paragraph of `style`."""
    return inlines_in(inlines, pieces(texts_of(inlines), style), ties)


def alignment(inlines: Inlines, style: Style) -> Alignment | None:
    """Return how a paragraph of `style` stands, or None where the style says it.

    One with a web address is not justified: an address moves to the next line as a whole, unlike in the PDF, and the
    line before it would be spread over the measure.
    """
    justified = style.align is Alignment.JUSTIFY
    return Alignment.LEFT if justified and holds_address("".join(texts_of(inlines))) else None


def texts_of(inlines: Inlines) -> list[str]:
    """Return the text of each inline; the marker of a footnote is Word's to print."""
    return ["" if isinstance(inline, Footnote) else inline.text for inline in inlines]


def inlines_in(inlines: Inlines, texts: Sequence[Sequence[Piece]], ties: Ties) -> Xml:
    """Return the runs of `inlines`, whose texts are cut into `texts` already."""
    return join(*(_inline(inline, parts, ties) for inline, parts in zip(inlines, texts, strict=True)))


def _inline(item: Inline, parts: Sequence[Piece], ties: Ties) -> Xml:
    accent = Accent(item.strong, item.emphasis)
    match item:
        case Text() | Number() | Word():
            return runs(parts, accent)
        case Link():
            return _link(item, parts, ties)
        case CrossReference():
            return _cross_reference(item, parts, accent, ties)
        case Footnote():
            return w("r", run_properties(Accent(style=FOOTNOTE_REFERENCE)), w("footnoteReference", id=item.ordinal))
        case _:
            assert_never(item)


def _link(item: Link, parts: Sequence[Piece], ties: Ties) -> Xml:
    relationship = ties.links.get(item.url)
    if relationship is None:
        return runs(parts, Accent(item.strong, item.emphasis))
    content = runs(parts, Accent(item.strong, item.emphasis, HYPERLINK))
    return element("w:hyperlink", {"r:id": relationship, "w:history": True}, content)


def _cross_reference(item: CrossReference, parts: Sequence[Piece], accent: Accent, ties: Ties) -> Xml:
    """Return a live reference where Word would print the same text, else a link to the same place.

    Of a caption the number alone is live, within a link: LibreOffice would end a line within a field of label and
    number, whatever the space between them.
    """
    bookmark = ties.bookmarks.get(item.target)
    if bookmark is None:
        return runs(parts, accent)
    mark = ties.marked[item.target]
    if mark.before + mark.text != item.text:
        return w("hyperlink", runs(parts, accent), anchor=bookmark.name, history=True)
    label, said = _cut(parts, len(mark.before))
    live = fields.field(fields.reference(bookmark.name), runs(said, accent), run_properties(accent))
    return w("hyperlink", runs(label, accent), live, anchor=bookmark.name, history=True) if label else live


def _cut(parts: Sequence[Piece], place: int) -> tuple[list[Piece], list[Piece]]:
    """Return the pieces of the first `place` characters, and those of the others."""
    before: list[Piece] = []
    after: list[Piece] = []
    for piece in parts:
        taken, place = piece.text[:place], max(0, place - len(piece.text))
        rest = piece.text[len(taken) :]
        before += [replace(piece, text=taken)] if taken else []
        after += [replace(piece, text=rest)] if rest else []
    return before, after
