"""What is left of a theme's keys where the form of some is at fault, so that the rest is judged in the same run.

A colour at fault is replaced by black and a typeface by an empty one: what is named stays named, and whoever uses the
name is not told that it is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.diagnostics import Problem
from reportgen.origins import SourceText, Span
from reportgen.theme.colours import NAMING
from reportgen.yaml_source import Entry, MappingNode, Node, Scalar, ScalarStyle, SequenceNode

_BLACK = "000000"
_TYPEFACES = "typefaces"
_ONE = {_TYPEFACES: "a typeface", **dict.fromkeys(NAMING, "a colour")}
"""What stands below the keys that give names."""


def remaining(node: MappingNode, problems: Iterable[Problem]) -> MappingNode:
    """Return the keys of a theme without those that `problems` are about."""
    return _sound_mapping(node, frozenset(p.span for p in problems if p.span), within="")


def _sound(node: Node, spans: frozenset[Span], within: str) -> Node | None:
    """Return a node without its faults, None where it is at fault itself; `within` says what it stands below."""
    if node.span in spans and within == "a colour":
        return Scalar(SourceText(_BLACK, node.span, ((0, node.span.line, node.span.column),)), ScalarStyle.PLAIN)
    if node.span in spans:
        return MappingNode((), node.span) if within == "a typeface" else None
    match node:
        case Scalar():
            return node
        case SequenceNode():
            items = (_sound(item, spans, _ONE.get(within, "")) for item in node.items)
            return SequenceNode(tuple(item for item in items if item is not None), node.span)
        case MappingNode():
            return _sound_mapping(node, spans, within)


def _sound_mapping(node: MappingNode, spans: frozenset[Span], within: str) -> MappingNode:
    entries: list[Entry] = []
    for entry in node.entries:
        if entry.key.span in spans:
            continue
        value = _sound(entry.value, spans, _ONE.get(within, entry.key.text))
        entries += [Entry(entry.key, value)] if value is not None else []
    return MappingNode(tuple(entries), node.span)
