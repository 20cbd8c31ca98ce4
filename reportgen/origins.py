"""Where things come from: a place in a source text, a cell of a workbook, a record of the audit trail.

Says nothing of what stands there. Every other room may import this one.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NewType

from reportgen.values import dataclass

BlockId = NewType("BlockId", str)
"""Identity of a block of a document: the author's own id, or parent + kind + ordinal."""

RecordId = NewType("RecordId", str)
"""Identity of one record of the audit trail: the block's id, `#`, the ordinal of the expression, cell or point in that
block, and from the second record of one expression on a dot and its ordinal."""

YAML_ENDINGS = (".yaml", ".yml")
"""What a YAML file's name ends with; a theme, or conventions, named without it is one that ships."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source file.

    `file` is a posix path relative to the project root; lines and columns count from 1, columns in characters. The end
    lies after the last character.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def holds(self, other: Span) -> bool:
        """Return whether another stretch lies within this one."""
        begins = (self.line, self.column) <= (other.line, other.column)
        ends = (other.end_line, other.end_column) <= (self.end_line, self.end_column)
        return self.file == other.file and begins and ends


@dataclass(frozen=True, slots=True, order=True)
class CellRef:
    """One cell of a workbook: the workbook's name in the spec, the sheet's name, the address in A1 form."""

    workbook: str
    sheet: str
    cell: str

    def __str__(self) -> str:
        return f"{self.workbook}!{self.sheet}!{self.cell}"


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text together with the place of each of its lines in the source.

    `starts` holds, for each line of `text`, the triple (offset in `text`, line in the file, column in the file). Where
    the source writes a character in several (an escape in a quoted scalar), columns after it on that line are
    approximate.
    """

    text: str
    span: Span
    starts: tuple[tuple[int, int, int], ...]

    def __str__(self) -> str:
        return self.text

    def at(self, start: int, end: int | None = None) -> Span:
        """Return the span of the characters `start` up to `end` (one character where `end` is left out)."""
        line, column = self._place(start)
        end_line, end_column = self._place(max(start, (start + 1 if end is None else end) - 1))
        return Span(self.span.file, line, column, end_line, end_column + 1)

    def part(self, start: int, end: int) -> SourceText:
        """Return the characters `start` up to `end` as a text of their own, with its places."""
        first = self._place(start)
        later = [(o - start, line, column) for o, line, column in self.starts if start < o < end]
        return SourceText(self.text[start:end], self.at(start, end), ((0, *first), *later))

    def _place(self, offset: int) -> tuple[int, int]:
        index = max(0, bisect_right(self.starts, offset, key=lambda start: start[0]) - 1)
        begin, line, column = self.starts[index]
        return line, column + offset - begin
