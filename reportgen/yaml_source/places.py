"""Where the characters of a scalar stand in the source.

A scalar's text is not its source: indentation is removed, quotes and escapes are read, lines are folded. This module
finds the stretches that both have in common, so that a place in the text can be told as a line and a column.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from reportgen.origins import SourceText, Span
from reportgen.yaml_source.nodes import ScalarStyle

# YAML 1.2.2 §5.7: what one character of a double-quoted scalar may be written as.
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\n])")


class SourceLines:
    """A source text that knows its lines. Its line ends are line feeds only."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(self, index: int) -> tuple[int, int]:
        """Return line and column, from 1, of the character at `index`."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def span(self, start: int, end: int | None = None) -> Span:
        """Return the span of the characters `start` up to `end` (one character where it is left out)."""
        line, column = self.place(start)
        end_line, end_column = self.place(max(start, (start + 1 if end is None else end) - 1))
        return Span(self.file, line, column, end_line, end_column + 1)

    def line(self, number: int) -> str:
        """Return the line `number` (from 1) without its end."""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[start:end]

    def start(self, number: int) -> int:
        """Return the index at which the line `number` (from 1) begins."""
        return self._starts[number - 1]

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._starts)


def located(lines: SourceLines, value: str, style: ScalarStyle, start: int, end: int) -> SourceText:
    """Return the text `value` of the scalar written at `start` up to `end`, with its places."""
    match style:
        case ScalarStyle.LITERAL:
            starts = tuple(_literal(lines, value, start))
        case _:
            starts = tuple(_folded(lines, value, style, start, end))
            if not starts or starts[0][0] > 0:
                starts = ((0, *lines.place(start)), *starts)
    if style in (ScalarStyle.LITERAL, ScalarStyle.FOLDED):
        end = start + len(lines.text[start:end].rstrip())
    return SourceText(value, lines.span(start, end), starts)


def _literal(lines: SourceLines, value: str, start: int) -> Iterator[tuple[int, int, int]]:
    """Yield a start for each line: the lines of the value are those of the source, without indentation."""
    header, _ = lines.place(start)
    offset = 0
    for number, text in enumerate(value.split("\n"), header + 1):
        if number > lines.count:
            return
        yield offset, number, max(0, len(lines.line(number)) - len(text)) + 1
        offset += len(text) + 1


def _folded(lines: SourceLines, value: str, style: ScalarStyle, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield a start for each stretch that is written as it reads; what lies between are folds and escapes."""
    cursor, read = 0, start
    for index, stretch, escaped in _stretches(lines.text, style, start, end):
        cursor += escaped
        # What lies between two stretches is never longer in the text than in the source.
        found = value.find(stretch, cursor, cursor + index - read + len(stretch))
        if found >= 0:
            yield found, *lines.place(index)
            cursor, read = found + len(stretch), index + len(stretch)


def _stretches(source: str, style: ScalarStyle, start: int, end: int) -> Iterator[tuple[int, str, int]]:
    """Yield (index in the source, stretch, how many escaped characters lie before it)."""
    if style is ScalarStyle.FOLDED:
        start = source.find("\n", start, end) + 1 or end
    quoted = style in (ScalarStyle.SINGLE_QUOTED, ScalarStyle.DOUBLE_QUOTED)
    if quoted:
        start, end = start + 1, end - 1
    separator = {ScalarStyle.SINGLE_QUOTED: re.compile("''"), ScalarStyle.DOUBLE_QUOTED: _ESCAPE}.get(style)
    at, escaped = start, 0
    for line in source[start:end].split("\n"):
        first, last = at == start and quoted, at + len(line) == end and quoted
        begin = 0 if first else len(line) - len(line.lstrip(" \t"))
        text = line[begin:] if last else line[begin:].rstrip(" \t")
        position = at + begin
        for found in [*separator.finditer(text), None] if separator else [None]:
            stop = at + begin + found.start() if found else at + begin + len(text)
            if style is ScalarStyle.DOUBLE_QUOTED and not found and not last and text.endswith("\\"):
                stop -= 1  # an escaped line end
            if stop > position:
                yield position, source[position:stop], escaped
                escaped = 0
            if found:
                escaped += 1
                position = at + begin + found.end()
        at += len(line) + 1
