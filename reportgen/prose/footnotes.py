"""Footnotes in the author's text: `[^1]` where the marker stands, `[^1]: …` on a line of its own for what it says.

The definitions are taken out of the text before it is read as Markdown, and each marker becomes one private-use
character, as expressions do. A label only ties the two together; what is printed is a number, given later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import Span
from reportgen.prose.holes import Marked, stand_ins
from reportgen.prose.messages import (
    FOOTNOTE_ELSEWHERE,
    FOOTNOTE_EMPTY,
    FOOTNOTE_NESTED,
    FOOTNOTE_PARAGRAPHS,
    FOOTNOTE_TWICE,
    FOOTNOTE_UNKNOWN,
    FOOTNOTE_UNUSED,
)
from reportgen.values import dataclass

_MARKER = re.compile(r"(?<!\\)\[\^([^\]\s]+)\]")
_DEFINITION = re.compile(r"[ \t]{0,3}\[\^([^\]\s]+)\]:[ \t]*")
_GOES_ON = re.compile(r"(?: {2,}|\t)\S")


@dataclass(frozen=True, slots=True)
class Definition:
    """What a footnote says, ready to be read as a line of Markdown, and where its label stands."""

    label: str
    text: Marked
    span: Span


def without_footnotes(marked: Marked) -> tuple[Marked, Mapping[str, Definition]]:
    """Return the text with its definitions taken out, and what each marker stands for, by its private-use character.

    Raises Faulty with every marker or definition that has no other side, and with those that hold too much.
    """
    if not _MARKER.search(marked.text):
        return marked, {}
    problems: list[Problem] = []
    definitions: dict[str, Definition] = {}
    taken: set[int] = set()
    for definition, places in _definitions(marked):
        taken |= places
        if definition.label in definitions:
            problems.append(FOOTNOTE_TWICE.at(definition.span, label=definition.label))
        definitions.setdefault(definition.label, definition)
    problems += _too_much(definitions)
    rest = _part(marked, [place for place in range(len(marked.text)) if place not in taken])
    found, by_char = _with_markers(rest, definitions, problems)
    used = {definition.label for definition in by_char.values()}
    problems += [FOOTNOTE_UNUSED.at(d.span, label=label) for label, d in definitions.items() if label not in used]
    if problems:
        raise Faulty(problems)
    return found, by_char


def refuse_footnotes(marked: Marked) -> None:
    """Raise Faulty where a text of one line (a title, a caption) holds the marker of a footnote."""
    found = [_span(marked, match.start(), match.end()) for match in _MARKER.finditer(marked.text)]
    if found:
        raise Faulty(FOOTNOTE_ELSEWHERE.at(span) for span in found)


def _definitions(marked: Marked) -> Iterator[tuple[Definition, set[int]]]:
    """Yield each definition with the places that it takes; it runs up to a blank line, or to the next definition."""
    begins = [index for index, (_, line) in enumerate(marked.lines) if _DEFINITION.match(line)]
    for index, following in pairwise((*begins, len(marked.lines))):
        start, first = marked.lines[index]
        head = _DEFINITION.match(first)
        assert head is not None
        stop = index + 1
        while stop < following and marked.lines[stop][1].strip():
            stop += 1
        end = marked.lines[stop - 1][0] + len(marked.lines[stop - 1][1])
        said = list(range(start + head.end(), end))
        span = _span(marked, start + head.start(1) - 2, start + head.end(1) + 1)
        _refuse_more(marked, stop, span)
        yield Definition(head[1], _stripped(_part(marked, said)), span), set(range(start, end))


def _refuse_more(marked: Marked, stop: int, span: Span) -> None:
    """Raise Faulty where an indented paragraph follows a definition: a footnote is one paragraph."""
    after = next((line for _, line in marked.lines[stop:] if line.strip()), "")
    if stop < len(marked.lines) and _GOES_ON.match(after):
        raise Faulty([FOOTNOTE_PARAGRAPHS.at(span)])


def _too_much(definitions: Mapping[str, Definition]) -> Iterator[Problem]:
    for label, definition in definitions.items():
        if not definition.text.text:
            yield FOOTNOTE_EMPTY.at(definition.span, label=label)
        for inner in _MARKER.finditer(definition.text.text):
            yield FOOTNOTE_NESTED.at(_span(definition.text, inner.start(), inner.end()))


def _with_markers(
    marked: Marked, definitions: Mapping[str, Definition], problems: list[Problem]
) -> tuple[Marked, Mapping[str, Definition]]:
    """Return the text with each marker as one character; markers without a definition go to the problems."""
    free = stand_ins(marked.source.text + "".join((*marked.holes, *marked.marks)))
    chars: list[str] = []
    offsets: list[int] = []
    found: dict[str, Definition] = {}
    used: set[str] = set()
    done = 0
    for marker in _MARKER.finditer(marked.text):
        span = _span(marked, marker.start(), marker.end())
        label = marker[1]
        if label in used:
            problems.append(FOOTNOTE_TWICE.at(span, label=label))
        elif label not in definitions:
            problems.append(FOOTNOTE_UNKNOWN.at(span, label=label))
        else:
            used.add(label)
            char = next(free)
            found[char] = definitions[label]
            chars += [*marked.text[done : marker.start()], char]
            offsets += marked.offsets[done : marker.start() + 1]
            done = marker.end()
    chars += marked.text[done:]
    offsets += marked.offsets[done:]
    return _made(marked, "".join(chars), tuple(offsets)), found


def _part(marked: Marked, places: list[int]) -> Marked:
    """Return the characters at `places` alone."""
    text = "".join(marked.text[place] for place in places)
    return _made(marked, text, tuple(marked.offsets[place] for place in places))


def _stripped(marked: Marked) -> Marked:
    text = marked.text.strip()
    begin = marked.text.find(text)
    return _made(marked, text, marked.offsets[begin : begin + len(text)])


def _made(marked: Marked, text: str, offsets: tuple[int, ...]) -> Marked:
    lines: list[tuple[int, str]] = []
    start = 0
    for line in text.split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    return replace(marked, text=text, offsets=offsets, lines=tuple(lines))


def _span(marked: Marked, start: int, end: int) -> Span:
    return marked.source.at(marked.offsets[start], marked.offsets[end - 1] + 1)
