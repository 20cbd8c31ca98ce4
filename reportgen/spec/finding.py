"""Finds a character in the files of a report, for problems that are known only once the document is made.

A block of the document knows where it begins; what stands in it is looked for from there to where the next one begins.
What data wrote is not found: then the place stays the block's, and `rendering` looks for a cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from reportgen.origins import Span


def finder(root: Path, blocks: Iterable[Span]) -> Callable[[str, Span], Span]:
    """Return what gives the place of a character within the block at a place; `blocks` are those of all blocks."""
    starts = sorted({(span.file, span.line, span.column) for span in blocks})

    @cache
    def lines(file: str) -> tuple[str, ...]:
        try:
            return tuple((root / file).read_text(encoding="utf-8-sig", errors="replace").split("\n"))
        except OSError:
            return ()

    def find(char: str, span: Span) -> Span:
        source = lines(span.file)
        after = (each for each in starts if each[0] == span.file and each[1:] > (span.line, span.column))
        _, last, end = next(after, ("", len(source) + 1, 1))
        for line in range(span.line, min(last, len(source)) + 1):
            start = span.column - 1 if line == span.line else 0
            column = source[line - 1].find(char, start, end - 1 if line == last else None)
            if column >= 0:
                return Span(span.file, line, column + 1, line, column + 1 + len(char))
        return span

    return find
