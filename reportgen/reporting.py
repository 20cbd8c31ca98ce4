"""Shows problems to people and machines: one form for a terminal or a log, one as JSON.

Which problems there are is the stages' business; which language is spoken comes from `language()`.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from reportgen.diagnostics import Language, Problem, Severity
from reportgen.origins import Span

_SEVERITY = {
    (Severity.ERROR, Language.ZH): "错误",
    (Severity.ERROR, Language.EN): "error",
    (Severity.WARNING, Language.ZH): "提醒",
    (Severity.WARNING, Language.EN): "warning",
}
_CELL = {Language.ZH: "单元格", Language.EN: "cell"}
_HINT = {Language.ZH: "怎么办", Language.EN: "hint"}


def language(environment: Mapping[str, str]) -> Language:
    """Return the language to speak: `REPORTGEN_LANG`, else the locale's (Chinese where it begins with zh)."""
    named = ("REPORTGEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((environment[name] for name in named if environment.get(name)), "")
    return Language.ZH if chosen.lower().startswith("zh") else Language.EN


def shown(problem: Problem, spoken: Language, root: Path) -> str:
    """Return `problem` as lines of text: place, what is wrong, the source line with the place marked, what to do."""
    place = str(problem.span or problem.cell or "")
    head = f"{_SEVERITY[problem.severity, spoken]}[{problem.code}] {problem.text(spoken)}"
    lines = [f"{place}: {head}" if place else head]
    if problem.span:
        lines += _excerpt(problem.span, root)
        if problem.cell:
            lines.append(f"  {_CELL[spoken]}: {problem.cell}")
    if hint := problem.hint(spoken):
        lines.append(f"  {_HINT[spoken]}: {hint}")
    return "\n".join(lines)


def as_json(problem: Problem) -> dict[str, object]:
    """Return `problem` as JSON values, in both languages."""
    span = problem.span
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": {"zh": problem.zh, "en": problem.en},
        "hint": {"zh": problem.hint_zh, "en": problem.hint_en},
        "spec": {"file": span.file, "line": span.line, "column": span.column} if span else None,
        "cell": str(problem.cell) if problem.cell else None,
    }


def tally(problems: Iterable[Problem], spoken: Language) -> str:
    """Return how many errors and warnings there are, in words."""
    listed = tuple(problems)
    errors = sum(p.fatal for p in listed)
    warnings = len(listed) - errors
    if spoken is Language.ZH:
        return f"{errors} 处错误，{warnings} 处提醒"
    return f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"


def _excerpt(span: Span, root: Path) -> list[str]:
    try:
        source = (root / span.file).read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        return []
    if not 1 <= span.line <= len(source):
        return []
    line = source[span.line - 1]
    before = line[: span.column - 1]
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    marked = line[span.column - 1 : max(end, span.column)] or " "
    return [f"  | {line}", f"  | {' ' * _columns(before)}{'^' * max(1, _columns(marked))}"]


def _columns(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def safe_for(stream_encoding: str | None, text: str) -> str:
    """Return `text` with what the stream cannot say written as escapes."""
    encoding = stream_encoding or "ascii"
    return text.encode(encoding, errors="backslashreplace").decode(encoding)


def shown_path(path: Path) -> str:
    """Return `path` relative to the working folder where that is shorter."""
    relative = os.path.relpath(path)
    return relative if len(relative) < len(str(path)) else str(path)
