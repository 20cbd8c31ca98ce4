"""A derived spec over its base: nodes → nodes, before anything is validated. Each node keeps its place in its own file.

A key of the derived spec stands in place of the base's; parameters, workbooks, data and house digits are merged by
name, and each of these by key; a theme that names none to extend, and what a cover says, lie over the base's; checks
are added. `changing` does what the steps say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportgen.origins import SourceText
from reportgen.spec.editing import CONTENT, over
from reportgen.yaml_source import Entry, MappingNode, Node, Scalar, ScalarStyle, SequenceNode

BY_NAME: Mapping[str, str | None] = {"params": None, "workbooks": "path", "data": "from", "numbers": None}
"""The keys that are merged name by name; for each, the key that a bare value stands for."""

LAID_OVER: Mapping[str, str | None] = {"theme": "extends", "cover": None}
"""The keys that are merged key by key, however deep; for each, the key by which it says that it stands alone."""

EXCLUSIVE: Mapping[str, str] = {"required": "default", "default": "required"}
"""The keys of a parameter that take the base's other one away."""

ADDED = ("checks",)
"""The keys whose lists are joined."""

OWN = ("extends", "renumber", "changes")
"""The keys that are the derived spec's own and not part of what it comes to."""


def merged(base: MappingNode, overlay: MappingNode) -> MappingNode:
    """Return what `overlay` comes to over `base`, its steps aside."""
    entries = [entry for entry in overlay.entries if entry.key.text not in OWN and not _unwritten(entry.value)]
    if any(entry.key.text in CONTENT for entry in entries):
        base = replace(base, entries=tuple(e for e in base.entries if e.key.text not in CONTENT))
    joined = [Entry(entry.key, _joined(entry, base.get(entry.key.text))) for entry in entries]
    return MappingNode(over(base, joined).entries, overlay.span)


def _unwritten(node: Node) -> bool:
    return isinstance(node, Scalar) and node.absent


def _joined(entry: Entry, base: Node | None) -> Node:
    key, value = entry.key.text, entry.value
    if base is None or _unwritten(base):
        return value
    if key in ADDED:
        return SequenceNode((*_items(base), *_items(value)), value.span)
    if key in BY_NAME and isinstance(base, MappingNode) and isinstance(value, MappingNode):
        below = _parameters(base, value) if key == "params" else base
        named = [Entry(one.key, _one(BY_NAME[key], below.get(one.key.text), one.value)) for one in value.entries]
        return MappingNode(over(base, named).entries, value.span)
    if key in LAID_OVER and isinstance(value, MappingNode):
        alone = LAID_OVER[key]
        if alone is None or value.get(alone) is None:
            return _deeply(written_out(alone, base), value)
    return value


def _deeply(base: Node, value: Node) -> Node:
    """Return a value over the base's, mapping within mapping."""
    if not isinstance(base, MappingNode) or not isinstance(value, MappingNode):
        return value
    entries = [
        entry if (below := base.get(entry.key.text)) is None else Entry(entry.key, _deeply(below, entry.value))
        for entry in value.entries
    ]
    return MappingNode(over(base, entries).entries, value.span)


def _parameters(base: MappingNode, value: MappingNode) -> MappingNode:
    """Return the base's parameters as far as those of `value` leave something of them to merge.

    One of another type has nothing in common with the base's; what must be given has no default, and the other way.
    """
    kept: list[Entry] = []
    for entry in base.entries:
        mine, theirs = value.get(entry.key.text), entry.value
        if isinstance(mine, MappingNode) and isinstance(theirs, MappingNode):
            kind, before = mine.get("type"), theirs.get("type")
            if isinstance(kind, Scalar) and isinstance(before, Scalar) and kind.text != before.text:
                continue
            gone = {EXCLUSIVE[one.key.text] for one in mine.entries if one.key.text in EXCLUSIVE}
            theirs = MappingNode(tuple(e for e in theirs.entries if e.key.text not in gone), theirs.span)
        kept.append(Entry(entry.key, theirs))
    return MappingNode(tuple(kept), base.span)


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, SequenceNode) else (node,)


def _one(short: str | None, base: Node | None, value: Node) -> Node:
    """Return one named part over the base's; a bare value stands for its key `short`."""
    if base is None or _unwritten(value):
        return value if base is None else base
    first, second = written_out(short, base), written_out(short, value)
    if not isinstance(first, MappingNode) or not isinstance(second, MappingNode):
        return value
    return MappingNode(over(first, second.entries).entries, value.span)


def written_out(short: str | None, node: Node) -> Node:
    """Return a bare value as the mapping with the key `short` that it stands for."""
    if short is None or not isinstance(node, Scalar):
        return node
    key = Scalar(SourceText(short, node.span, ((0, node.span.line, node.span.column),)), ScalarStyle.PLAIN)
    return MappingNode((Entry(key, node),), node.span)
