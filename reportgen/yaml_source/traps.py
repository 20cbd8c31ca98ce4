"""What an author most likely meant where YAML cannot go on: the trap, its place, and how to read past it.

A trap that is known is mended in memory by text of the same length, so that the rest of the file is read in the same
run; the mended lines are remembered and nothing more is said of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ruamel.yaml.error import MarkedYAMLError

from reportgen.diagnostics import Message, Problem
from reportgen.origins import Span
from reportgen.values import dataclass
from reportgen.yaml_source import messages
from reportgen.yaml_source.nodes import Scalar, ScalarStyle
from reportgen.yaml_source.places import SourceLines

_KEY = r"[^\W\d][\w.\-]{0,30}"
_ITEM = r"(?P<head>[ \t]*(?:-[ \t]+)*"
_HEAD = rf"{_ITEM}(?:{_KEY}[ \t]*:[ \t]+)?)"
_AFTER_KEY = rf"{_ITEM}{_KEY}[ \t]*:[ \t]+)"

_ON_LINE: tuple[tuple[re.Pattern[str], Message, str], ...] = (
    (re.compile(_HEAD + r"(?P<value>\{\{.*)"), messages.BRACES, "value"),
    (re.compile(_HEAD + r"(?P<value>(?P<character>[%@`]).*)"), messages.INDICATOR, "value"),
    (
        re.compile(_HEAD + r"""(?P<value>("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*(?P<tail>[^\s#:,\]}].*))"""),
        messages.AFTER_QUOTE,
        "tail",
    ),
    (re.compile(_HEAD + r"(?P<value>\[[^\[\]]*\][ \t]*(?P<tail>[^\s#:,\]}].*))"), messages.AFTER_BRACKET, "tail"),
    (re.compile(_AFTER_KEY + r"(?P<value>-[ \t].*)"), messages.DASH_IN_VALUE, "value"),
)
"""What a line shows by itself: the pattern, what is told, and the part of the line that it is told of.

The group `value` is what is mended; the other groups fill the message.
"""

_KEYED = re.compile(r"(?P<head> *(?:- +)*)(?P<key>[^\s:#\-][^:#]*?) *(?P<colon>:)(?: +(?P<value>\S.*)?)?")
_COLON_IN_VALUE = re.compile(_AFTER_KEY + r"(?P<value>[^\s\"'|>#].*:(?:[ \t].*|$))")
_NO_SPACE = re.compile(rf"{_ITEM})(?P<key>{_KEY})\s*(?P<colon>：|:(?=[^ \t]))(?P<value>.*)")
_NO_SPACE_AFTER_DASH = re.compile(rf"[ \t]*(?P<dash>-)(?P<value>{_KEY}[ \t]*[:：].*)")
_BLOCK_HEADER = re.compile(r"(?:.*[:\-][ \t]+|[ \t]*)[|>][-+\d]{0,2}[ \t]*(?:#.*)?")
_COMMA_BEFORE = re.compile(r"，(?=\s*[^，,:{}\[\]\"'\n]*\Z)")
_HALF = {"，": ",", "｝": "}", "］": "]"}
_WIDE = "\u3000\u00a0"
_STOPS = ("mapping values", "could not find expected", "expected <block end>")
"""How the parser begins to say that a line fits nowhere."""


@dataclass(frozen=True, slots=True)
class Trap:
    """What stops the reading; `mended` is the source with which it can go on, None where it cannot."""

    problems: tuple[Problem, ...]
    mended: str | None = None


def explained(
    lines: SourceLines, error: MarkedYAMLError, noticed: Sequence[Problem] = (), last: Scalar | None = None
) -> Trap:
    """Return what an author should be told of a syntax error, and how to read on.

    `noticed` are problems that were found before the reading stopped, one of which may be its cause; `last` is the
    scalar that was read last.
    """
    mark = error.problem_mark or error.context_mark
    index = min(mark.index, len(lines.text)) if mark else 0
    number, _ = lines.place(index)
    if lines.text[index : index + 1] == "\t" or set(_indent(lines.line(number))) - {" "}:
        return Trap(tuple(_indents(lines)) or (messages.TAB.at(lines.span(index)),))
    return (
        _comment_in_brackets(lines, error, noticed)
        or _indented_further(lines, error, index)
        or _on_line(lines, error, number)
        or _quote_over_lines(lines, error, last)
        or _by_kind(lines, error, index)
    )


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


def _indented_further(lines: SourceLines, error: MarkedYAMLError, index: int) -> Trap | None:
    """Return the trap of a key that is indented further than the one above, whose value stands on its own line.

    YAML takes it for more of that value, and stops at its colon or, where the value was ended, at its beginning.
    """
    number, _ = lines.place(index)
    line, problem = lines.line(number), error.problem or ""
    found = _KEYED.fullmatch(line)
    if not found or not found["head"].isspace():
        return None
    if index - lines.start(number) != found.start("colon" if problem.startswith("mapping values") else "key"):
        return None
    before = [lines.line(above) for above in range(1, number) if lines.line(above).strip(" ")]
    above = next((_KEYED.fullmatch(one) for one in reversed(before) if len(_indent(one)) < found.start("key")), None)
    if not above or not above["value"] or _BLOCK_HEADER.fullmatch(above[0]) or above.start("key") >= found.start("key"):
        return None
    key, count = above["key"], above.start("key")
    told = messages.INDENTED_FURTHER.at(_span(lines, number, found, "key"), key=key, count=count)
    moved = " " * count + line.lstrip(" ")
    return Trap((told,), _replaced(lines.text, lines.start(number), moved.ljust(len(line))))


def _on_line(lines: SourceLines, error: MarkedYAMLError, number: int) -> Trap | None:
    """Return the trap that the text of the line itself shows, or a colon that is none on the lines just above."""
    line, problem = lines.line(number), error.problem or ""
    for pattern, message, part in _ON_LINE:
        if found := pattern.fullmatch(line):
            return _value(
                lines, number, found, message.at(_span(lines, number, found, part), None, **found.groupdict())
            )
    if problem.startswith("mapping values") and (found := _COLON_IN_VALUE.fullmatch(line)):
        return _value(lines, number, found, messages.COLON_IN_VALUE.at(_span(lines, number, found)))
    if not problem.startswith(_STOPS):
        return None
    if found := _NO_SPACE_AFTER_DASH.fullmatch(line):
        told = messages.DASH_WITHOUT_SPACE.at(_span(lines, number, found, "dash"), rest=found["value"])
        return Trap((told,), _replaced(lines.text, lines.start(number) + found.start("value"), " "))
    for above in range(number, max(0, number - 4), -1):
        if (found := _NO_SPACE.fullmatch(lines.line(above))) and not _quoted(found["value"]):
            return _no_space(lines, above, found)
    return None


def _quote_over_lines(lines: SourceLines, error: MarkedYAMLError, last: Scalar | None) -> Trap | None:
    """Return the trap of a quote that was closed by the quote of a later value."""
    if last is None or last.style not in (ScalarStyle.SINGLE_QUOTED, ScalarStyle.DOUBLE_QUOTED):
        return None
    if last.span.line == last.span.end_line or not (error.problem or "").startswith(_STOPS):
        return None
    begun = lines.start(last.span.line) + last.span.column - 1
    return _cut_off(lines, begun, messages.UNCLOSED_QUOTE.at(lines.span(begun)))


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
        if (wide := _full_width(lines, begun, index, closing)) is not None:
            mark, half = lines.text[wide], _HALF[lines.text[wide]]
            told = messages.FULL_WIDTH_IN_BRACKETS.at(lines.span(wide), mark=mark, half=half)
            return Trap((told,), _replaced(lines.text, wide, half))
        return _cut_off(lines, begun, messages.UNCLOSED_BRACKET.at(lines.span(begun), bracket=bracket, closing=closing))
    if problem.startswith("expected <block end>") or "block" in problem:
        return Trap((messages.INDENTATION.at(lines.span(index)),))
    if problem.startswith("could not find expected"):
        return Trap((messages.NO_COLON.at(lines.span(begun)),))
    return Trap((messages.SYNTAX.at(lines.span(index), detail=problem or "YAML"),))


def _full_width(lines: SourceLines, begun: int, index: int, closing: str) -> int | None:
    """Return where a full-width mark stands that keeps the bracket begun at `begun` from being read, if one does.

    Reading stopped at `index`: at a second colon behind the comma, at the comma itself behind a quote, or far below
    where the bracket was to close.
    """
    text = lines.text
    if text[index : index + 1] == "，":
        return index
    if text[index : index + 1] == ":" and (found := _COMMA_BEFORE.search(text, begun, index)):
        return found.start()
    number, _ = lines.place(begun)
    rest = text[begun : lines.start(number) + len(lines.line(number))]
    wide = next(mark for mark, half in _HALF.items() if half == closing)
    return begun + rest.rindex(wide) if wide in rest and closing not in rest else None


def _value(lines: SourceLines, number: int, found: re.Match[str], problem: Problem) -> Trap:
    """Return the trap whose value is read as a word of the same length."""
    start = lines.start(number) + found.start("value")
    return Trap((problem,), _replaced(lines.text, start, "x" * len(found["value"])))


def _no_space(lines: SourceLines, number: int, found: re.Match[str]) -> Trap:
    """Return the trap of a colon that is full-width or has no space after it."""
    message = messages.FULL_WIDTH_COLON if found["colon"] == "：" else messages.COLON_WITHOUT_SPACE
    problem = message.at(_span(lines, number, found, "colon"), key=found["key"])
    value = found["value"]
    after = value if not value.strip(" \t") or value[0] == " " else " " + "x" * (len(value) - 1)
    return Trap((problem,), _replaced(lines.text, lines.start(number) + found.start("colon"), ":" + after))


def _cut_off(lines: SourceLines, begun: int, problem: Problem) -> Trap:
    """Return the trap of something that is never closed: the rest of its line is read as a word."""
    number, _ = lines.place(begun)
    end = lines.start(number) + len(lines.line(number))
    return Trap((problem,), _replaced(lines.text, begun, "x" * (end - begun)))


def _indents(lines: SourceLines) -> Iterator[Problem]:
    """Yield a problem for each line that is indented by anything but spaces, block scalars' own indentation aside."""
    block: int | None = None
    for number in range(1, lines.count + 1):
        line = lines.line(number)
        indent = _indent(line)
        wrong = next((at for at, character in enumerate(indent) if character != " "), None)
        if block is not None and (not line.strip() or (wrong or len(indent)) > block):
            continue
        block = len(indent) if _BLOCK_HEADER.fullmatch(line) else None
        if wrong is not None and line.strip():
            message = messages.TAB if indent[wrong] == "\t" else messages.WIDE_SPACE
            yield message.at(lines.span(lines.start(number) + wrong, lines.start(number) + len(indent)))


def _span(lines: SourceLines, number: int, found: re.Match[str], group: str = "value") -> Span:
    start = lines.start(number)
    return lines.span(start + found.start(group), start + found.end(group))


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(f" \t{_WIDE}"))]


def _quoted(value: str) -> bool:
    return value.strip()[:1] in ('"', "'")


def _replaced(text: str, start: int, part: str) -> str:
    return text[:start] + part + text[start + len(part) :]
