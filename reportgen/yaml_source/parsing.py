"""Text → nodes: YAML's events, read within limits; every trap and every breach a located problem.

YAML's own constructors never run. The syntax is ruamel.yaml's; the limits (size, depth, one document, no anchors, no
tags, no key twice) are ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import Span
from reportgen.values import dataclass
from reportgen.yaml_source import messages
from reportgen.yaml_source.nodes import Entry, MappingNode, Node, Scalar, ScalarStyle, SequenceNode
from reportgen.yaml_source.places import SourceLines, located
from reportgen.yaml_source.traps import explained

MAX_BYTES = 1_000_000
MAX_DEPTH = 50
_MAX_MENDED = 50
_MAX_READ = 4 * MAX_BYTES  # characters, over all readings of one source

# C0 and C1 controls except tab and line ends, the line separators that editors do not show, non-characters, and lone
# surrogates: YAML 1.2.2 §5.1 forbids most of these, and none is ever meant. Marks that turn the reading direction
# (UAX #9 §2) make a text read otherwise than it is written.
_ESCAPED = re.compile(r"[\x00\ud800-\udfff]")
"""What an escape in double quotes can say and no file, path or document can hold."""
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_COLON = re.compile(r"\s*:")
_CUT = re.compile(r"[ \t]+#(?=[^\s#!])")


@dataclass(frozen=True, slots=True)
class Scan:
    """What could be read: the node (None where nothing could), every problem, and the lines that were mended.

    A line is mended by (file, line).
    """

    node: Node | None
    problems: tuple[Problem, ...]
    mended: frozenset[tuple[str, int]] = frozenset()


def decoded(data: bytes, file: str) -> str:
    """Return the text of a file's bytes: UTF-8, with or without a byte order mark; raise Faulty otherwise."""
    if len(data) > MAX_BYTES:
        raise Faulty([too_large(len(data), file)])
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8", "replace").removeprefix("\ufeff")
        span = SourceLines(_one_line_end(good) + "?", file).span(len(_one_line_end(good)))
        guess_zh, guess_en = _guess(data)
        problem = messages.NOT_UTF8.at(
            span, offset=error.start + 1, byte=f"{data[error.start]:02X}", guess_zh=guess_zh, guess_en=guess_en
        )
        raise Faulty([problem]) from None


def parse(text: str, file: str) -> Node:
    """Return the one document of `text`; `file` is its posix path as problems name it. Raise Faulty with all problems.

    Warnings alone do not raise; `scan` returns them.
    """
    found = scan(text, file)
    if found.node is None or any(problem.fatal for problem in found.problems):
        raise Faulty(found.problems)
    return found.node


@lru_cache(maxsize=16)
def scan(text: str, file: str) -> Scan:
    """Return whatever can be read of `text`, reading past each known trap, with every problem.

    What was read last is kept, since a run of many reports reads their base again and again.
    """
    if (size := len(text.encode("utf-8", "surrogatepass"))) > MAX_BYTES:
        return Scan(None, (too_large(size, file),))
    source = _one_line_end(text.removeprefix("\ufeff"))
    lines = SourceLines(source, file)
    if controls := tuple(_controls(lines)):
        return Scan(None, controls)
    problems: list[Problem] = []
    mended: set[int] = set()
    limit = min(_MAX_MENDED, _MAX_READ // (len(source) + 1))
    while True:
        builder = _Builder(SourceLines(source, file))
        try:
            node = builder.document()
        except MarkedYAMLError as error:
            trap = explained(SourceLines(source, file), error, builder.problems, builder.last)
            new = [problem for problem in trap.problems if problem.span is None or problem.span.line not in mended]
            problems += new
            if trap.mended is None or trap.mended == source or not new or len(mended) >= limit:
                return Scan(
                    None,
                    (*problems, *_elsewhere(builder.problems, problems)),
                    frozenset((file, line) for line in mended),
                )
            source = trap.mended
            mended |= {problem.span.line for problem in new if problem.span}
        except YAMLError:
            problems.append(messages.SYNTAX.at(lines.span(0), detail="YAML"))
            return Scan(None, tuple(problems), frozenset((file, line) for line in mended))
        else:
            problems += _elsewhere(builder.problems, problems)
            return Scan(node, tuple(problems), frozenset((file, line) for line in mended | builder.spoiled))


class _TooDeep(Exception):  # noqa: N818 - a signal inside this module
    """Nothing more is read."""


class _Builder:
    """Makes nodes from events. Guards the event stream, the problems found, and the lines that make no sense."""

    def __init__(self, lines: SourceLines) -> None:
        self.problems: list[Problem] = []
        self.spoiled: set[int] = set()
        self.last: Scalar | None = None
        self._lines = lines
        self._source = lines.text
        self._events: Iterator[Event] = iter(())
        self._read = 0  # where the scalar read last ends

    def document(self) -> Node | None:
        """Return the root, or None where there is none or reading had to stop."""
        self._events = YAML(typ="safe", pure=True).parse(self._source)
        root: Node | None = None
        documents = 0
        try:
            for event in self._events:
                match event:
                    case DocumentStartEvent():
                        documents += 1
                        if documents > 1:
                            self.problems.append(messages.SECOND_DOCUMENT.at(self._span(event)))
                            return root
                    case StreamStartEvent() | StreamEndEvent() | DocumentEndEvent():
                        pass
                    case _:
                        root = self._node(event, 1)
        except _TooDeep:
            return None
        if root is None or (isinstance(root, Scalar) and root.absent):
            self.problems.append(messages.EMPTY_FILE.at(self._lines.span(0)))
            return None
        return root

    def _node(self, event: Event, depth: int) -> Node:
        if depth > MAX_DEPTH:
            self.problems.append(messages.TOO_DEEP.at(self._span(event), limit=MAX_DEPTH))
            raise _TooDeep
        if isinstance(event, AliasEvent):
            self._refuse(messages.ALIAS.at(self._span(event)))
            return self._scalar("", ScalarStyle.PLAIN, event.start_mark.index, event.end_mark.index)
        self._plain_only(event)
        match event:
            case ScalarEvent():
                return self._scalar_of(event)
            case SequenceStartEvent():
                return self._sequence(event, depth)
            case MappingStartEvent():
                return self._mapping(event, depth)
            case _:  # pragma: no cover - no other event begins a node
                raise _TooDeep

    def _plain_only(self, event: Event) -> None:
        """Refuse anchors and tags."""
        if getattr(event, "anchor", None) is not None:
            self._refuse(messages.ANCHOR.at(self._lines.span(event.start_mark.index)))
        elif getattr(event, "tag", None) is not None:
            self._refuse(messages.TAG.at(self._lines.span(event.start_mark.index)))

    def _scalar_of(self, event: ScalarEvent) -> Scalar:
        style = ScalarStyle(event.style or None)
        start, end = event.start_mark.index, event.end_mark.index
        if style is ScalarStyle.PLAIN and not event.value:
            # The mark of an empty value lies behind the blanks and comments that follow its colon.
            start = end = colon.end() if (colon := _COLON.match(self._source, self._read)) else start
        scalar = self._scalar(event.value, style, start, end)
        if style is ScalarStyle.DOUBLE_QUOTED and (escaped := _ESCAPED.search(event.value)):
            self.problems.append(messages.CONTROL_CHARACTER.at(scalar.span, code=f"U+{ord(escaped[0]):04X}"))
        if style is ScalarStyle.FOLDED:
            self.problems.append(messages.FOLDED.at(self._lines.span(start)))
        if style is ScalarStyle.PLAIN:
            self._cut(scalar, end)
        self._read, self.last = end, scalar
        return scalar

    def _cut(self, scalar: Scalar, end: int) -> None:
        """Find a comment that was hardly meant as one: `第 #1 期`."""
        if found := _CUT.match(self._source, end):
            at = found.end() - 1
            stop = self._source.find("\n", at)
            span = self._lines.span(at, stop if stop >= 0 else len(self._source))
            self._refuse(messages.CUT.at(span, left=scalar.text))

    def _sequence(self, start: SequenceStartEvent, depth: int) -> SequenceNode:
        items: list[Node] = []
        for event in self._events:
            if isinstance(event, SequenceEndEvent):
                return SequenceNode(tuple(items), self._around(start, event, items[-1] if items else None))
            item = self._node(event, depth + 1)
            items.append(item)
            if start.flow_style and isinstance(item, Scalar) and item.style is ScalarStyle.PLAIN and "，" in item.text:
                self.problems.append(messages.FULL_WIDTH_COMMA.at(item.source.at(item.text.index("，"))))
        raise _TooDeep  # pragma: no cover - the parser closes what it opens

    def _mapping(self, start: MappingStartEvent, depth: int) -> Node:
        entries: list[Entry] = []
        places: dict[str, int] = {}
        braces = start.flow_style and self._source.startswith("{{", start.start_mark.index)
        before = len(self.problems)
        for event in self._events:
            if isinstance(event, MappingEndEvent):
                if braces:
                    return self._braces(start.start_mark.index, event.end_mark.index, before)
                last = entries[-1].value if entries else None
                return MappingNode(tuple(entries), self._around(start, event, last))
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                if not braces:
                    self._refuse(messages.COMPLEX_KEY.at(key.span))
            elif key.text == "<<":
                self._refuse(messages.MERGE_KEY.at(key.span))
            elif key.text != key.text.strip() and key.style is ScalarStyle.PLAIN:
                self._refuse(messages.WIDE_SPACE.at(key.span))
            elif key.text in places:
                self._refuse(messages.DUPLICATE_KEY.at(key.span, key=key.text, line=places[key.text]))
            else:
                places[key.text] = key.span.line
                entries.append(Entry(key, value))
        raise _TooDeep  # pragma: no cover - the parser closes what it opens

    def _braces(self, start: int, end: int, before: int) -> Scalar:
        """Return `{{ … }}`, which YAML took for mappings, as the text that was meant."""
        del self.problems[before:]
        self._refuse(messages.BRACES.at(self._lines.span(start, end)))
        return self._scalar(self._source[start:end], ScalarStyle.PLAIN, start, end)

    def _around(self, start: MappingStartEvent | SequenceStartEvent, end: Event, last: Node | None) -> Span:
        """Return the span of a collection, without the blank lines and comments behind it."""
        first = self._lines.span(start.start_mark.index)
        if start.flow_style or last is None:
            return self._lines.span(start.start_mark.index, max(end.end_mark.index, start.end_mark.index))
        return Span(first.file, first.line, first.column, last.span.end_line, last.span.end_column)

    def _scalar(self, value: str, style: ScalarStyle, start: int, end: int) -> Scalar:
        return Scalar(located(self._lines, value, style, start, end), style)

    def _refuse(self, problem: Problem) -> None:
        self.problems.append(problem)
        if problem.span:
            self.spoiled.add(problem.span.line)

    def _span(self, event: Event) -> Span:
        return self._lines.span(event.start_mark.index, event.end_mark.index)


def _elsewhere(found: list[Problem], told: list[Problem]) -> list[Problem]:
    """Return the problems that lie on no line of which something was told already."""
    lines = {problem.span.line for problem in told if problem.span}
    return [problem for problem in found if problem.span is None or problem.span.line not in lines]


def _controls(lines: SourceLines) -> Iterator[Problem]:
    for found in _CONTROL.finditer(lines.text):
        yield messages.CONTROL_CHARACTER.at(lines.span(found.start()), code=f"U+{ord(found[0]):04X}")


def too_large(size: int, file: str) -> Problem:
    """Return the problem that a file has `size` bytes."""
    return messages.TOO_LARGE.at(Span(file, 1, 1, 1, 2), size=size, limit=MAX_BYTES)


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guess(data: bytes) -> tuple[str, str]:
    """Say which encoding the bytes are likely in, to be put into the hint."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "（现在像是 UTF-16，记事本里叫 Unicode）", " (it looks like UTF-16 now)"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "", ""
    return "（现在像是 GBK，记事本里叫 ANSI）", " (it looks like GBK now)"
