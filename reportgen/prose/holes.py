"""Holes: a text in which each `{{ expression }}` is one private-use character, ready to be read as Markdown.

Full-width braces, which a Chinese keyboard types, are read as half-width ones.

The characters are of plane 15, and none that the author's own text holds, so that private-use characters of the
author's survive. What Markdown is, is `text`'s business.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import SourceText
from reportgen.prose.language import closing_quotes
from reportgen.prose.messages import STATEMENT, UNCLOSED
from reportgen.values import dataclass

FIRST_STAND_IN = 0xF0000
LAST_STAND_IN = 0xFFFFD
_OPENING = re.compile(r"(?<!\\)[{｛][{｛%]")
_CLOSING = re.compile(r"[}｝]{2}")
_NO_MARKUP = r"[^*_\\\[\]()<>`!]"
_BESIDE_ASTERISK = re.compile(rf"(?<=\*){_NO_MARKUP}|{_NO_MARKUP}(?=\*)")


@dataclass(frozen=True, slots=True)
class Marked:
    """The text as Markdown reads it: `text` with stand-ins, and for each of its characters its offset in the source.

    `lines` are its lines, each with the index where it begins. `source_lines` holds the offsets in the source where
    lines of its file begin, which for folded text are others.
    """

    source: SourceText
    text: str
    offsets: tuple[int, ...]
    holes: dict[str, SourceText]
    marks: dict[str, str]
    lines: tuple[tuple[int, str], ...]
    source_lines: frozenset[int]


def stand_ins(text: str) -> Iterator[str]:
    """Yield private-use characters that `text` does not hold."""
    taken = set(text)
    yield from (char for code in range(FIRST_STAND_IN, LAST_STAND_IN) if (char := chr(code)) not in taken)


def _hole_end(text: str, start: int) -> int | None:
    """Return where the `}}` stands that closes the hole whose expression begins at `start`."""
    closing, offset = "", start
    while offset < len(text):
        char = text[offset]
        if closing:
            closing = "" if char in closing else closing
        elif _CLOSING.match(text, offset):
            return offset
        else:
            closing = closing_quotes(char)
        offset += 1
    plain = _CLOSING.search(text, start)
    return plain.start() if plain else None


def holds_expression(text: str) -> bool:
    """Return whether an expression begins in `text`."""
    return _OPENING.search(text) is not None


def marked_text(source: SourceText) -> Marked:
    """Return the text with its holes marked. Raises Faulty for an open `{{` and for statements (`{% … %}`)."""
    text = source.text
    free = stand_ins(text)
    words: list[str] = []
    offsets: list[int] = []
    holes_by_char: dict[str, SourceText] = {}
    problems: list[Problem] = []
    done = offset = 0
    while opening := _OPENING.search(text, offset):
        begin = opening.start()
        offset = opening.end()
        if opening[0][1] == "%":
            problems.append(STATEMENT.at(source.at(begin, offset)))
            continue
        end = _hole_end(text, offset)
        if end is None:
            problems.append(UNCLOSED.at(source.at(begin, offset)))
            break
        char = next(free)
        holes_by_char[char] = _expression(source, offset, end)
        words += [text[done:begin], char]
        offsets += range(done, begin + 1)
        done = offset = end + 2
    if problems:
        raise Faulty(problems)
    offsets += range(done, len(text))
    whole, marks = _with_marks_stood_in("".join([*words, text[done:]]), free)
    lines: list[tuple[int, str]] = []
    start = 0
    for line in whole.split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    source_lines = frozenset(start for start, _, _ in source.starts)
    return Marked(source, whole, tuple(offsets), holes_by_char, marks, tuple(lines), source_lines)


def _expression(source: SourceText, begin: int, end: int) -> SourceText:
    """Return what stands between the braces without the spaces around it; an empty one has its place nevertheless."""
    inside = source.text[begin:end]
    start, stop = begin + len(inside) - len(inside.lstrip()), begin + len(inside.rstrip())
    return source.part(start, stop) if stop > start else source.part(begin - 2, end + 2).part(2, 2)


def _with_marks_stood_in(text: str, free: Iterator[str]) -> tuple[str, dict[str, str]]:
    """Return the text with stand-ins for marks beside asterisks, and which stands for which.

    CommonMark takes an asterisk between a mark and a letter for no end of emphasis, since in English it is none; in
    Chinese **“十四五”**以来 and **86.6%**以来 are usual. As letters the marks do no harm.
    """
    by_mark: dict[str, str] = {}

    def stand_in(found: re.Match[str]) -> str:
        char = found[0]
        if unicodedata.category(char)[0] not in "PS":
            return char
        if char not in by_mark:
            by_mark[char] = next(free)
        return by_mark[char]

    return _BESIDE_ASTERISK.sub(stand_in, text), {char: mark for mark, char in by_mark.items()}
