"""Edits of a report's content as nodes: what stands in place of a block, wherever in the tree the block is.

Nodes are values; an edit makes new ones along the way down and keeps every other node, with its place in its own file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeAlias

from reportgen.origins import SourceText
from reportgen.yaml_source import Entry, MappingNode, Node, Scalar, SequenceNode

CONTENT = ("sections", "body")
"""The keys of a report that hold its content."""

HOLDING = ("body", "choose", "else", "side_by_side", *CONTENT)
"""The keys below which blocks stand."""

Edit: TypeAlias = "Callable[[MappingNode], Sequence[Node] | None]"
"""Says what stands in place of a block; None: the block stays, and what it holds is looked through."""


def id_of(block: Node) -> str | None:
    """Return the id that a block's author gave it."""
    found = block.get("id") if isinstance(block, MappingNode) else None
    return found.text if isinstance(found, Scalar) else None


def edited(root: MappingNode, edit: Edit) -> MappingNode:
    """Return `root` (a report, or a block) with `edit` made on the blocks that it holds; itself if nothing changed."""
    entries = [Entry(entry.key, _within(entry, edit)) for entry in root.entries]
    same = all(new.value is old.value for new, old in zip(entries, root.entries, strict=True))
    return root if same else MappingNode(tuple(entries), root.span)


def held(root: Node) -> Iterator[MappingNode]:
    """Yield the blocks that `root` holds, in the order of the source."""
    for block in directly(root):
        yield block
        yield from held(block)


def directly(root: Node) -> Iterator[MappingNode]:
    """Yield the blocks that `root` holds and that no other block in it does."""
    for entry in root.entries if isinstance(root, MappingNode) else ():
        if entry.key.text in HOLDING and isinstance(entry.value, SequenceNode):
            yield from (block for block in entry.value.items if isinstance(block, MappingNode))


def ids(root: Node) -> dict[str, MappingNode]:
    """Return the blocks with ids that `root` holds, by id."""
    return {name: block for block in held(root) if (name := id_of(block)) is not None}


def placed(target: str, *, before: Sequence[Node] = (), after: Sequence[Node] = ()) -> Edit:
    """Return the edit that puts blocks before or after the block `target`."""
    return lambda block: (*before, block, *after) if id_of(block) == target else None


def replaced(target: str, blocks: Sequence[Node]) -> Edit:
    """Return the edit that puts `blocks` in place of the block `target`."""
    return lambda block: blocks if id_of(block) == target else None


def kept(wanted: Iterable[str]) -> Edit:
    """Return the edit that leaves the blocks `wanted` with what they hold, and what holds them."""
    names = frozenset(wanted)

    def edit(block: MappingNode) -> Sequence[Node] | None:
        if id_of(block) in names:
            return (block,)
        return None if names & ids(block).keys() else ()

    return edit


def with_keys(target: str, entries: Sequence[Entry]) -> Edit:
    """Return the edit that gives the block `target` these keys, in place of its own by the same names."""
    return lambda block: (over(block, entries),) if id_of(block) == target else None


def over(base: MappingNode, entries: Sequence[Entry]) -> MappingNode:
    """Return `base` with `entries` in place of those by the same keys; new keys come last."""
    new = {entry.key.text: entry for entry in entries}
    own = [new.pop(entry.key.text, entry) for entry in base.entries]
    return MappingNode((*own, *new.values()), base.span)


def unpinned(root: MappingNode) -> MappingNode:
    """Return `root` without the numbers that its figures and tables pin."""

    def edit(block: MappingNode) -> Sequence[Node] | None:
        if block.get("number") is None:
            return None
        return (MappingNode(tuple(e for e in block.entries if e.key.text != "number"), block.span),)

    return edited(root, edit)


def without_empty(root: MappingNode) -> MappingNode:
    """Return `root` without what steps emptied: sections and articles that hold nothing, and rows of a single chart.

    Of such a row the chart is left, at the row's place.
    """

    def edit(block: MappingNode) -> Sequence[Node] | None:
        row = block.get("side_by_side")
        if isinstance(row, SequenceNode) and len(row.items) < 2:
            return row.items
        if block.get("section") is None and block.get("article") is None:
            return None
        inner = without_empty(block)
        body = inner.get("body")
        return () if isinstance(body, SequenceNode) and not body.items else (inner,)

    return edited(root, edit)


def unreferred(node: Node, gone: Collection[str]) -> Node:
    """Return `node` with the references (`{{ 见.id }}`) taken out of its texts that name what is `gone`."""
    if not gone:
        return node
    names = "|".join(map(re.escape, gone))
    return _without(node, re.compile(rf"[{{｛]{{2}}\s*见\s*\.\s*(?:{names})\s*[}}｝]{{2}}"))


def _without(node: Node, pattern: re.Pattern[str]) -> Node:
    match node:
        case Scalar():
            text, found = pattern.subn("", node.text)
            start = (0, node.span.line, node.span.column)
            return Scalar(SourceText(text, node.span, (start,)), node.style) if found else node
        case SequenceNode():
            return SequenceNode(tuple(_without(item, pattern) for item in node.items), node.span)
        case MappingNode():
            entries = (Entry(entry.key, _without(entry.value, pattern)) for entry in node.entries)
            return MappingNode(tuple(entries), node.span)


def _within(entry: Entry, edit: Edit) -> Node:
    if entry.key.text not in HOLDING or not isinstance(entry.value, SequenceNode):
        return entry.value
    before = entry.value.items
    blocks: list[Node] = []
    for block in before:
        made = edit(block) if isinstance(block, MappingNode) else (block,)
        if made is not None:
            blocks += made
        elif isinstance(block, MappingNode):
            blocks.append(edited(block, edit))
    same = len(blocks) == len(before) and all(new is old for new, old in zip(blocks, before, strict=True))
    return entry.value if same else SequenceNode(tuple(blocks), entry.value.span)
