"""Problems as typed data: what, where, why, what to do, in Chinese and in English.

Each room keeps its own table of `Message`s in its `messages.py`; this module knows none of them. How a problem is shown
on a terminal is the commands' business.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from reportgen.origins import CellRef, Span
from reportgen.values import dataclass


class Severity(StrEnum):
    """How bad it is: an error keeps anything from being written, a warning does not (unless `--strict`)."""

    ERROR = "error"
    WARNING = "warning"


class Language(StrEnum):
    """A language that messages are written in."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, with its place in the spec, in a workbook, or in both."""

    code: str
    severity: Severity
    zh: str
    en: str
    hint_zh: str = ""
    hint_en: str = ""
    span: Span | None = None
    cell: CellRef | None = None

    def text(self, language: Language) -> str:
        """Return what is wrong, in `language`."""
        return self.zh if language is Language.ZH else self.en

    def hint(self, language: Language) -> str:
        """Return what to do about it, in `language`; empty where there is nothing to add."""
        return self.hint_zh if language is Language.ZH else self.hint_en

    @property
    def fatal(self) -> bool:
        """Whether this keeps anything from being written."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Message:
    """A kind of problem: its stable code (`room.what-is-wrong`) and its texts, with `{fields}` to be filled in."""

    code: str
    zh: str
    en: str
    hint_zh: str = ""
    hint_en: str = ""
    severity: Severity = Severity.ERROR

    def at(self, span: Span | None = None, cell: CellRef | None = None, **fields: object) -> Problem:
        """Return the problem of this kind at a place; `fields` fill the texts, a tuple as a list of names."""
        zh, en = _joined(fields, "、"), _joined(fields, ", ")
        return Problem(
            self.code,
            self.severity,
            self.zh.format(**zh),
            self.en.format(**en),
            self.hint_zh.format(**zh),
            self.hint_en.format(**en),
            span,
            cell,
        )


def _joined(fields: Mapping[str, object], comma: str) -> dict[str, object]:
    """Return the fields of a text, names joined as its language does."""
    return {
        name: (comma.join(map(str, value)) or "—") if isinstance(value, tuple) else value
        for name, value in fields.items()
    }


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return each problem once, by place in the spec, then by cell, then by code."""

    def key(problem: Problem) -> tuple[bool, str, int, int, str, str, int, int, str, str]:
        span = problem.span
        place = (span.file, span.line, span.column) if span else ("", 0, 0)
        return (span is None, *place, *_down(problem.cell), problem.code)

    return tuple(sorted(dict.fromkeys(problems), key=key))


def _down(cell: CellRef | None) -> tuple[str, str, int, int, str]:
    """Return what puts cells of a sheet in order: by row, then by column; problems without a cell stand first."""
    if cell is None:
        return "", "", 0, 0, ""
    column = cell.cell.rstrip("0123456789")
    row = cell.cell.removeprefix(column)
    return cell.workbook, cell.sheet, int(row or 0), len(column), column
