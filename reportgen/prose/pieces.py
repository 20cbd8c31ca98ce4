"""Pieces of running text: words, expressions, links and footnotes, each with its place and its look.

What the parser of Markdown says of a paragraph becomes pieces here. A line end beside a Chinese character vanishes,
another becomes a space; typed spaces stay. What a paragraph is, is the business of `text`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, chain, pairwise
from typing import TypeAlias, assert_never
from urllib.parse import unquote

from markdown_it.token import Token

from reportgen.errors import Faulty
from reportgen.origins import SourceText, Span
from reportgen.prose.holes import FIRST_STAND_IN, LAST_STAND_IN, Marked
from reportgen.prose.messages import LINK_ADDRESS, LINK_EMPTY, LINK_HOLE
from reportgen.prose.phrase import is_han
from reportgen.values import dataclass

SCHEMES = ("http://", "https://", "mailto:")
_ALONE = f"\n{chr(FIRST_STAND_IN)}-{chr(LAST_STAND_IN)}"
_PARTS = re.compile(f"[{_ALONE}]|[^{_ALONE}]+")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the author's, as printed; `source` knows the place of each character."""

    source: SourceText
    strong: bool = False
    emphasis: bool = False

    @property
    def text(self) -> str:
        """The words."""
        return self.source.text


@dataclass(frozen=True, slots=True)
class Hole:
    """An expression in the text."""

    expression: SourceText
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """Words that link to an address outside the document: http, https or mailto."""

    source: SourceText
    url: str
    strong: bool = False
    emphasis: bool = False

    @property
    def text(self) -> str:
        """The words."""
        return self.source.text


@dataclass(frozen=True, slots=True)
class FootnotePiece:
    """A footnote: what it says, and the place of its definition's label."""

    pieces: tuple[Words | Hole | Address, ...]
    span: Span


Piece: TypeAlias = Words | Hole | Address | FootnotePiece
Pieces: TypeAlias = tuple[Piece, ...]
Notes: TypeAlias = Mapping[str, FootnotePiece]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Running text of one look with the offset of each character, or one line end, expression or footnote alone."""

    text: str
    offsets: Sequence[int]
    strong: bool
    emphasis: bool
    url: str

    @property
    def look(self) -> tuple[bool, bool, str]:
        """What sets it apart from what stands beside it."""
        return self.strong, self.emphasis, self.url


def span_of(pieces: Pieces, source: SourceText) -> Span:
    """Return where pieces stand, from the first to the last; the whole source where they say nothing."""
    spans = [span for piece in pieces if (span := _place_of(piece))]
    if not spans:
        return source.span
    return Span(spans[0].file, spans[0].line, spans[0].column, spans[-1].end_line, spans[-1].end_column)


def _place_of(piece: Piece) -> Span | None:
    """Return where a piece stands; a footnote is defined elsewhere."""
    match piece:
        case Hole(expression=source) | Words(source=source) | Address(source=source):
            return source.span
        case FootnotePiece():
            return None
        case _:
            assert_never(piece)


def _content_offsets(token: Token, marked: Marked, first_line: int | None) -> Sequence[int]:
    """Return the offset in the source of each character of an inline token's content.

    A line of the content is the end of a line of the text, what markers and indents it had taken away.
    """
    if first_line is None:
        begin = max(0, marked.text.find(token.content))
        return marked.offsets[begin : begin + len(token.content)]
    result: list[int] = []
    for content, (start, line) in zip(token.content.split("\n"), marked.lines[first_line:], strict=False):
        begin = start + max(0, line.rfind(content.rstrip()))
        known = marked.offsets[begin : begin + len(content)]
        result += known
        result += marked.offsets[-1:] * (len(content) - len(known))
        result.append(marked.offsets[min(start + len(line), len(marked.offsets) - 1)])
    result += marked.offsets[-1:] * (len(token.content) - len(result))
    return result[: len(token.content)]


def _running(token: Token, marked: Marked, first_line: int | None) -> Iterator[_Stretch]:
    """Yield the running text of an inline token, a line end as a newline."""
    offsets = _content_offsets(token, marked, first_line)
    cursor = strong = emphasis = begun = 0
    url = ""
    for child in token.children or []:
        match child.type:
            case "strong_open":
                strong += 1
            case "strong_close":
                strong -= 1
            case "em_open":
                emphasis += 1
            case "em_close":
                emphasis -= 1
            case "link_open":
                url = str(child.attrGet("href") or "")
                begun, known = cursor, url.lower().startswith(SCHEMES) and child.attrGet("title") is None
                if not known or any(hole in unquote(url) for hole in marked.holes):
                    raise Faulty([LINK_ADDRESS.at(_place(marked, offsets, cursor), address=_readable(url, marked))])
            case "link_close":
                if cursor == begun:
                    raise Faulty([LINK_EMPTY.at(_place(marked, offsets, cursor), address=url)])
                # The address in brackets is no text: go on behind it.
                cursor = max(cursor, token.content.find(")", cursor))
                url = ""
            case _:
                text = "\n" if child.type in {"softbreak", "hardbreak"} else child.content
                places, cursor = _found(text, token.content, offsets, cursor)
                for part in _PARTS.finditer(text):
                    own = places[part.start() : part.end()]
                    yield _Stretch(part[0], own, strong > 0, emphasis > 0, url)


def _found(text: str, content: str, offsets: Sequence[int], cursor: int) -> tuple[Sequence[int], int]:
    """Return the offset of each character of `text`, which stands in `content`, and where there to go on.

    They stand in a row, but for what the parser takes away between them: a backslash.
    """
    begin = content.find(text[:1], cursor)
    if begin >= 0 and content.startswith(text, begin):
        end = begin + len(text)
        return offsets[begin:end], end
    found: list[int] = []
    for char in text:
        place = content.find(char, cursor)
        found.append(offsets[min(max(cursor, place), len(offsets) - 1)])
        cursor = place + 1 if place >= 0 else cursor
    return found, cursor


def _place(marked: Marked, offsets: Sequence[int], cursor: int) -> Span:
    return marked.source.at(offsets[min(cursor, len(offsets) - 1)])


def _readable(url: str, marked: Marked) -> str:
    """Return an address as it was typed, as far as a message needs it."""
    return "".join("{{ … }}" if char in marked.holes else marked.marks.get(char, char) for char in unquote(url))


def is_chinese(char: str) -> bool:
    """Return whether `char` is a Chinese character or mark, beside which a line end is no space."""
    return is_han(char) or unicodedata.east_asian_width(char) in "WF" or char in "“”‘’—…·"


def pieces_of(token: Token, marked: Marked, first_line: int | None, notes: Notes) -> Pieces:
    """Return the pieces of an inline token that begins on a line of the text, or whose text is found in it (None)."""
    pieces: list[Piece] = []
    run: list[_Stretch] = []
    for part in _unbroken(list(_running(token, marked, first_line)), marked, notes):
        alone = part.text in notes or part.text in marked.holes
        if run and (alone or part.look != run[-1].look):
            pieces.append(_finished(run, marked))
            run = []
        if not alone:
            run.append(part)
        elif part.text in notes:
            pieces.append(notes[part.text])
        elif part.url:
            raise Faulty([LINK_HOLE.at(marked.source.at(part.offsets[0], part.offsets[0] + 2))])
        else:
            pieces.append(Hole(marked.holes[part.text], part.strong, part.emphasis))
    if run:
        pieces.append(_finished(run, marked))
    return tuple(pieces)


def _unbroken(parts: Sequence[_Stretch], marked: Marked, notes: Notes) -> Iterator[_Stretch]:
    """Yield running text with each line end as a space, or gone."""
    # The marker of a footnote is no character of the text: what stands before it is beside what follows it.
    words = [part for part in parts if part.text not in notes]
    order = list(accumulate((part.text not in notes for part in parts), initial=0))
    for index, part in enumerate(parts):
        if part.text != "\n":
            yield part
            continue
        place = order[index]
        before = words[place - 1].text[-1] if place else ""
        after = words[place + 1].text[0] if place + 1 < len(words) else ""
        sides = [side for side in (before, after) if side]
        vanishes = len(sides) < 2 or any(is_chinese(marked.marks.get(side, side)) for side in sides)
        if not vanishes and not all(side in marked.holes for side in sides):
            yield replace(part, text=" ")


def _finished(run: Sequence[_Stretch], marked: Marked) -> Words | Address:
    """Return stretches of one look as one piece."""
    text = "".join([part.text for part in run]).translate({ord(char): mark for char, mark in marked.marks.items()})
    offsets = list(chain.from_iterable(part.offsets for part in run))
    begins = marked.source_lines
    jumps = [i for i, (before, offset) in enumerate(pairwise(offsets), 1) if offset != before + 1 or offset in begins]
    places = [(index, marked.source.at(offsets[index])) for index in (0, *jumps)]
    starts = tuple((index, place.line, place.column) for index, place in places)
    first, last = places[0][1], marked.source.at(offsets[-1])
    source = SourceText(text, Span(first.file, first.line, first.column, last.end_line, last.end_column), starts)
    strong, emphasis, url = run[0].look
    return Address(source, url, strong, emphasis) if url else Words(source, strong, emphasis)
