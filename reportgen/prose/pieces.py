"""Pieces of running text: words, expressions, links and footnotes, each with its place and its look.

What the parser of Markdown says of a paragraph becomes pieces here. A line end beside a Chinese character vanishes,
another becomes a space; typed spaces stay. What a paragraph is, is the business of `text`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias, assert_never
from urllib.parse import unquote

from markdown_it.token import Token

from reportgen.errors import Faulty
from reportgen.origins import SourceText, Span
from reportgen.prose.holes import Marked
from reportgen.prose.messages import LINK_ADDRESS, LINK_EMPTY, LINK_HOLE
from reportgen.prose.phrase import is_han

SCHEMES = ("http://", "https://", "mailto:")


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
class _Char:
    """A character of running text, or a hole, with its place and its look."""

    char: str
    offset: int
    strong: bool
    emphasis: bool
    url: str


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


def _content_offsets(token: Token, marked: Marked, first_line: int | None) -> list[int]:
    """Return the offset in the source of each character of an inline token's content.

    A line of the content is the end of a line of the text, what markers and indents it had taken away.
    """
    if first_line is None:
        begin = marked.text.find(token.content)
        return [marked.offsets[begin + i] for i in range(len(token.content))]
    result: list[int] = []
    last = len(marked.offsets) - 1
    for content, (start, line) in zip(token.content.split("\n"), marked.lines[first_line:], strict=False):
        column = max(0, line.rfind(content.rstrip()))
        result += [marked.offsets[min(start + column + i, last)] for i in range(len(content))]
        result.append(marked.offsets[min(start + len(line), last)])
    return result[: len(token.content)]


def _running(token: Token, marked: Marked, first_line: int | None) -> Iterator[_Char]:
    """Yield the characters of an inline token, a line end as a newline."""
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
                for char in text:
                    found = token.content.find(char, cursor)
                    cursor = cursor if found < 0 else found
                    yield _Char(char, offsets[min(cursor, len(offsets) - 1)], strong > 0, emphasis > 0, url)
                    cursor += found >= 0


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
    chars = list(_running(token, marked, first_line))
    # The marker of a footnote is no character of the text: what stands before it is beside what follows it.
    words = [char for char in chars if char.char not in notes]
    order = list(accumulate((char.char not in notes for char in chars), initial=0))
    kept: list[_Char] = []
    for index, char in enumerate(chars):
        if char.char == "\n":
            sides = [words[i].char for i in (order[index] - 1, order[index] + 1) if 0 <= i < len(words)]
            vanishes = len(sides) < 2 or any(is_chinese(marked.marks.get(side, side)) for side in sides)
            if vanishes or all(side in marked.holes for side in sides):
                continue
            char = _Char(" ", char.offset, char.strong, char.emphasis, char.url)  # noqa: PLW2901 - the same one, as a space
        kept.append(char)
    pieces: list[Piece] = []
    run: list[_Char] = []
    for char in kept:
        if run and (char.char in marked.holes or char.char in notes or _look(char) != _look(run[-1])):
            pieces.append(_finished(run, marked))
            run = []
        if char.char in notes:
            pieces.append(notes[char.char])
        elif char.char in marked.holes:
            expression = marked.holes[char.char]
            if char.url:
                raise Faulty([LINK_HOLE.at(marked.source.at(char.offset, char.offset + 2))])
            pieces.append(Hole(expression, char.strong, char.emphasis))
        else:
            run.append(char)
    if run:
        pieces.append(_finished(run, marked))
    return tuple(pieces)


def _look(char: _Char) -> tuple[bool, bool, str]:
    return char.strong, char.emphasis, char.url


def _finished(run: Sequence[_Char], marked: Marked) -> Words | Address:
    text = "".join(marked.marks.get(char.char, char.char) for char in run)
    starts: list[tuple[int, int, int]] = []
    for index, char in enumerate(run):
        if index == 0 or char.offset != run[index - 1].offset + 1:
            place = marked.source.at(char.offset)
            starts.append((index, place.line, place.column))
    first, last = marked.source.at(run[0].offset), marked.source.at(run[-1].offset)
    span = Span(first.file, first.line, first.column, last.end_line, last.end_column)
    source = SourceText(text, span, tuple(starts))
    strong, emphasis, url = _look(run[0])
    if not url:
        return Words(source, strong, emphasis)
    return Address(source, url, strong, emphasis)
