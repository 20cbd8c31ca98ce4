"""What an author most likely meant where YAML cannot go on: the trap, its place, and how to read past it.

A trap that is known is mended in memory by text of the same length, so that the rest of the file is read in the same
run; the mended lines are remembered and nothing more is said of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ruamel.yaml.error import MarkedYAMLError

from reportgen.diagnostics import Problem
from reportgen.origins import Span
from reportgen.yaml_source import messages
from reportgen.yaml_source.places import SourceLines

_KEY = r"[^\W\d][\w.\-]{0,30}"
_HEAD = rf"(?P<head>\s*(?:-\s+)*(?:{_KEY}\s*:\s+)?)"
_BRACES = re.compile(_HEAD + r"(?P<value>\{\{.*)")
_INDICATOR = re.compile(_HEAD + r"(?P<value>[%@`].*)")
_AFTER_QUOTE = re.compile(_HEAD + r"""(?P<value>("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?P<tail>[^\s#].*))""")
_COLON = re.compile(rf"(?P<head>\s*(?:-\s+)*{_KEY}\s*:\s+)(?P<value>[^\s\"'|>#].*:(?:\s.*|$))")
_DASH = re.compile(rf"(?P<head>\s*(?:-\s+)*{_KEY}\s*:\s+)(?P<value>-\s.*)")
_NO_SPACE = re.compile(rf"(?P<head>\s*(?:-\s+)*)(?P<key>{_KEY})\s*(?P<colon>：|:(?=\S))(?P<value>.*)")
_BLOCK_HEADER = re.compile(r"(?:.*[:\-]\s+|\s*)[|>][-+\d]{0,2}\s*(?:#.*)?")


@dataclass(frozen=True, slots=True)
class Trap:
    """What stops the reading; `mended` is the source with which it can go on, None where it cannot."""

    problems: tuple[Problem, ...]
    mended: str | None = None


def explained(lines: SourceLines, error: MarkedYAMLError, noticed: Sequence[Problem] = ()) -> Trap:
    """Return what an author should be told of a syntax error, and how to read on.

    `noticed` are problems that were found before the reading stopped, one of which may be its cause.
    """
    if cut := _comment_in_brackets(lines, error, noticed):
        return cut
    mark = error.problem_mark or error.context_mark
    index = min(mark.index, len(lines.text)) if mark else 0
    number, _ = lines.place(index)
    if lines.text[index : index + 1] == "\t" or "\t" in _indent(lines.line(number)):
        return Trap(_tabs(lines) or (messages.TAB.at(lines.span(index)),))
    if trap := _on_line(lines, error, number):
        return trap
    return _by_kind(lines, error, index)


def _comment_in_brackets(lines: SourceLines, error: MarkedYAMLError, noticed: Sequence[Problem]) -> Trap | None:
    """Return the trap of a `#` that hides the closing bracket (`[第 #1 期]`): the `#` is read as a letter."""
    if "flow" not in (error.context or "") or error.context_mark is None:
        return None
    begun, _ = lines.place(error.context_mark.index)
    for problem in noticed:
        if problem.code == messages.CUT.code and problem.span and problem.span.line >= begun:
            at = lines.start(problem.span.line) + problem.span.column - 1
            return Trap((problem,), _replaced(lines.text, at, "x"))
    return None


def _on_line(lines: SourceLines, error: MarkedYAMLError, number: int) -> Trap | None:
    """Return the trap that the text of the line itself shows, or a colon that is none on the lines just above."""
    line, problem = lines.line(number), error.problem or ""
    if found := _BRACES.fullmatch(line):
        return _value(lines, number, found, messages.BRACES.at(_span(lines, number, found)))
    if found := _INDICATOR.fullmatch(line):
        character = found["value"][0]
        return _value(lines, number, found, messages.INDICATOR.at(_span(lines, number, found), character=character))
    if (found := _AFTER_QUOTE.fullmatch(line)) and not found["tail"].startswith(":"):
        return _value(lines, number, found, messages.AFTER_QUOTE.at(_span(lines, number, found, "tail")))
    if found := _DASH.fullmatch(line):
        return _value(lines, number, found, messages.DASH_IN_VALUE.at(_span(lines, number, found)))
    if problem.startswith("mapping values") and (found := _COLON.fullmatch(line)):
        return _value(lines, number, found, messages.COLON_IN_VALUE.at(_span(lines, number, found)))
    if not problem.startswith(("mapping values", "could not find expected", "expected <block end>")):
        return None
    for above in range(number, max(0, number - 4), -1):
        if (found := _NO_SPACE.fullmatch(lines.line(above))) and not _quoted(found["value"]):
            return _no_space(lines, above, found)
    return None


def _by_kind(lines: SourceLines, error: MarkedYAMLError, index: int) -> Trap:
    """Return what the parser's own words say, where the line shows no trap."""
    problem, context = error.problem or "", error.context or ""
    begun = error.context_mark.index if error.context_mark else index
    if "quoted scalar" in context and "end of stream" in problem:
        return _cut_off(lines, begun, messages.UNCLOSED_QUOTE.at(lines.span(begun)))
    if "quoted scalar" in context and "escape" in problem + context:
        at = max(begun, index - 1)
        return Trap((messages.ESCAPE.at(lines.span(at, index + 1)),), _replaced(lines.text, at, "x"))
    if "quoted scalar" in context:
        return Trap((messages.UNCLOSED_QUOTE.at(lines.span(begun)),))
    if "flow" in context:
        bracket = lines.text[begun : begun + 1]
        closing = "]" if bracket == "[" else "}"
        return _cut_off(lines, begun, messages.UNCLOSED_BRACKET.at(lines.span(begun), bracket=bracket, closing=closing))
    if problem.startswith("expected <block end>") or "block" in problem:
        return Trap((messages.INDENTATION.at(lines.span(index)),))
    if problem.startswith("could not find expected"):
        return Trap((messages.NO_COLON.at(lines.span(begun)),))
    return Trap((messages.SYNTAX.at(lines.span(index), detail=problem or "YAML"),))


def _value(lines: SourceLines, number: int, found: re.Match[str], problem: Problem) -> Trap:
    """Return the trap whose value is read as a word of the same length."""
    start = lines.start(number) + found.start("value")
    return Trap((problem,), _replaced(lines.text, start, "x" * len(found["value"])))


def _no_space(lines: SourceLines, number: int, found: re.Match[str]) -> Trap:
    """Return the trap of a colon that is full-width or has no space after it."""
    message = messages.FULL_WIDTH_COLON if found["colon"] == "：" else messages.COLON_WITHOUT_SPACE
    problem = message.at(_span(lines, number, found, "colon"), key=found["key"])
    value = found["value"]
    after = value if not value.strip() or value[0] == " " else " " + "x" * (len(value) - 1)
    return Trap((problem,), _replaced(lines.text, lines.start(number) + found.start("colon"), ":" + after))


def _cut_off(lines: SourceLines, begun: int, problem: Problem) -> Trap:
    """Return the trap of something that is never closed: the rest of its line is read as a word."""
    number, _ = lines.place(begun)
    end = lines.start(number) + len(lines.line(number))
    return Trap((problem,), _replaced(lines.text, begun, "x" * (end - begun)))


def _tabs(lines: SourceLines) -> tuple[Problem, ...]:
    """Return a problem for each line outside block scalars that is indented by a tab."""
    problems: list[Problem] = []
    block: int | None = None
    for number in range(1, lines.count + 1):
        line = lines.line(number)
        indent = _indent(line)
        if block is not None and (not line.strip() or len(indent) > block):
            if indent.startswith("\t"):
                problems.append(messages.TAB.at(lines.span(lines.start(number), lines.start(number) + len(indent))))
            continue
        block = len(indent) if _BLOCK_HEADER.fullmatch(line) else None
        if "\t" in indent and line.strip():
            at = lines.start(number) + indent.index("\t")
            problems.append(messages.TAB.at(lines.span(at, lines.start(number) + len(indent))))
    return tuple(problems)


def _span(lines: SourceLines, number: int, found: re.Match[str], group: str = "value") -> Span:
    start = lines.start(number)
    return lines.span(start + found.start(group), start + found.end(group))


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _quoted(value: str) -> bool:
    return value.strip()[:1] in ('"', "'")


def _replaced(text: str, start: int, part: str) -> str:
    return text[:start] + part + text[start + len(part) :]
