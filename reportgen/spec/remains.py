"""What is left of a spec whose form is at fault, so that the rest of it is judged in the same run.

Only content is left out: an unknown key, or the block in which something else is wrong. A fault anywhere else, in the
data or the parameters, say, would make follow-up faults of sound text: then nothing is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import Span
from reportgen.spec.editing import CONTENT
from reportgen.spec.load import load_spec, root_of, validated, whole_spec
from reportgen.spec.report import ReportSpec
from reportgen.yaml_source import Entry, MappingNode, Node, Scalar, SequenceNode
from reportgen.yaml_source.messages import UNKNOWN_KEY

FOLLOWING = ("prose.typed", "prose.dropped-reference")
"""What may be told of sound text only because a key (quoted, unchecked) or a block was left out."""


def load_sound(path: Path, root: Path | None) -> ReportSpec:
    """Return the spec at `path`, or what is left of it where its form is at fault. Raises Faulty where nothing is."""
    try:
        return load_spec(path, root)
    except Faulty as faulty:
        if (left := remaining(path, root, faulty.problems)) is None:
            raise
        return left


def remaining(path: Path, root: Path | None, problems: Sequence[Problem]) -> ReportSpec | None:
    """Return the spec at `path` without what `problems` are about, or None; they are among its `warnings`.

    The ids of what was left out count as dropped.
    """
    try:
        whole = whole_spec(path, root)
        if whole.problems or not isinstance(whole.node, MappingNode):
            return None
        faults = _Faults(problems)
        node = faults.without(whole.node)
        if node is None or faults.left:
            return None
        spec = validated(type(whole)(node, whole.layers, {**whole.dropped, **faults.ids}), root_of(path, root))
    except Faulty:
        return None
    return spec.model_copy(update={"warnings": tuple(problems)})


def independent(problems: Iterable[Problem], spec: ReportSpec) -> tuple[Problem, ...]:
    """Return the problems of a spec without those that may only follow from what `remaining` left out of it."""
    if not any(problem.fatal for problem in spec.warnings):
        return tuple(problems)
    return tuple(p for p in problems if p in spec.warnings or (p.fatal and p.code not in FOLLOWING))


class _Faults:
    """The faults that are still to be found in the nodes, and the ids of what was left out because of others."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.left = [problem for problem in problems if problem.fatal]
        self.ids: dict[str, Span] = {}

    def without(self, node: MappingNode) -> MappingNode | None:
        """Return a whole spec without its faults; None where one lies outside its content."""
        entries = []
        for entry in node.entries:
            if self._take(entry.key.span, unknown=True):
                continue
            value = self._sound(entry.value) if entry.key.text in CONTENT else entry.value
            if value is None:
                return None
            entries.append(Entry(entry.key, value))
        return MappingNode(tuple(entries), node.span)

    def _sound(self, node: Node) -> Node | None:
        """Return a node without its faults, None where it is at fault itself."""
        match node:
            case Scalar():
                return None if self._take(node.span) else node
            case SequenceNode():
                if self._take(node.span):
                    return None
                items = [(item, self._sound(item)) for item in node.items]
                for item, sound in items:
                    if sound is None:
                        self.ids.update(_ids(item))
                return SequenceNode(tuple(sound for _, sound in items if sound is not None), node.span)
            case MappingNode():
                return self._sound_mapping(node)

    def _sound_mapping(self, node: MappingNode) -> MappingNode | None:
        entries: list[Entry] = []
        at_fault = self._take(node.span)
        for entry in node.entries:
            if self._take(entry.key.span, unknown=True):
                continue
            value = None if self._take(entry.key.span) else self._sound(entry.value)
            at_fault = at_fault or value is None
            entries += [Entry(entry.key, value)] if value is not None else []
        return None if at_fault else MappingNode(tuple(entries), node.span)

    def _take(self, span: Span, *, unknown: bool = False) -> bool:
        """Take the faults that lie at a place out of those that are left; return whether there are any."""
        found = [p for p in self.left if p.span == span and (not unknown or p.code == UNKNOWN_KEY.code)]
        self.left = [problem for problem in self.left if problem not in found]
        return bool(found)


def _ids(node: Node) -> Iterator[tuple[str, Span]]:
    """Yield the ids of a node and of all within it."""
    match node:
        case SequenceNode():
            for item in node.items:
                yield from _ids(item)
        case MappingNode():
            for entry in node.entries:
                if entry.key.text == "id" and isinstance(entry.value, Scalar):
                    yield entry.value.text, node.span
                yield from _ids(entry.value)
        case Scalar():
            return
