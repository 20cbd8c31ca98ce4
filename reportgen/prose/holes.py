"""Holes: a text in which each `{{ expression }}` is one private-use character, ready to be read as Markdown.

The characters are of plane 15, and none that the author's own text holds, so that private-use characters of the
author's survive. What Markdown is, is `text`'s business.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import SourceText
from reportgen.prose.language import closing_quotes
from reportgen.prose.messages import STATEMENT, UNCLOSED

_FIRST_STAND_IN = 0xF0000
_LAST_STAND_IN = 0xFFFFD
_MARKUP = set("*_\\[]()<>`!")


@dataclass(frozen=True, slots=True)
class Marked:
    """The text as Markdown reads it: `text` with stand-ins, and for each of its characters its offset in the source.

    `lines` are its lines, each with the index where it begins.
    """

    source: SourceText
    text: str
    offsets: tuple[int, ...]
    holes: dict[str, SourceText]
    marks: dict[str, str]
    lines: tuple[tuple[int, str], ...]


def stand_ins(text: str) -> Iterator[str]:
    """Yield private-use characters that `text` does not hold."""
    taken = set(text)
    return (char for code in range(_FIRST_STAND_IN, _LAST_STAND_IN) if (char := chr(code)) not in taken)


def _hole_end(text: str, start: int) -> int | None:
    """Return where the `}}` stands that closes the hole whose expression begins at `start`."""
    closing, offset = "", start
    while offset < len(text):
        char = text[offset]
        if closing:
            closing = "" if char in closing else closing
        elif text.startswith("}}", offset):
            return offset
        else:
            closing = closing_quotes(char)
        offset += 1
    plain = text.find("}}", start)
    return None if plain < 0 else plain


def marked_text(source: SourceText) -> Marked:
    """Return the text with its holes marked. Raises Faulty for an open `{{` and for statements (`{% … %}`)."""
    text = source.text
    free = stand_ins(text)
    out: list[str] = []
    offsets: list[int] = []
    holes_by_char: dict[str, SourceText] = {}
    problems: list[Problem] = []
    offset = 0
    while offset < len(text):
        escaped = offset > 0 and text[offset - 1] == "\\"
        if text.startswith("{%", offset) and not escaped:
            problems.append(STATEMENT.at(source.at(offset, offset + 2)))
        if text.startswith("{{", offset) and not escaped:
            end = _hole_end(text, offset + 2)
            if end is None:
                problems.append(UNCLOSED.at(source.at(offset, offset + 2)))
                break
            inside = text[offset + 2 : end]
            begin = offset + 2 + len(inside) - len(inside.lstrip())
            stop = offset + 2 + len(inside.rstrip())
            char = next(free)
            holes_by_char[char] = source.part(begin, stop) if stop > begin else source.part(offset, end + 2).part(2, 2)
            out.append(char)
            offsets.append(offset)
            offset = end + 2
            continue
        out.append(text[offset])
        offsets.append(offset)
        offset += 1
    if problems:
        raise Faulty(problems)
    marks = _stand_in_marks(out, free)
    whole = "".join(out)
    lines: list[tuple[int, str]] = []
    start = 0
    for line in whole.split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    return Marked(source, whole, tuple(offsets), holes_by_char, marks, tuple(lines))


def _stand_in_marks(chars: list[str], free: Iterator[str]) -> dict[str, str]:
    """Replace marks beside asterisks by stand-ins, and return which stands for which.

    CommonMark takes an asterisk between a mark and a letter for no end of emphasis, since in English it is none; in
    Chinese **“十四五”**以来 and **86.6%**以来 are usual. As letters the marks do no harm.
    """
    marks: dict[str, str] = {}
    by_mark: dict[str, str] = {}
    for index, char in enumerate(chars):
        beside = "*" in chars[max(0, index - 1) : index] or "*" in chars[index + 1 : index + 2]
        if beside and char not in _MARKUP and unicodedata.category(char)[0] in "PS":
            if char not in by_mark:
                by_mark[char] = next(free)
                marks[by_mark[char]] = char
            chars[index] = by_mark[char]
    return marks
