"""A spec and the specs it derives from, read from their files and made into one.

What each file says is merged as nodes, so that every problem stands in the file whose words are at fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import cast

from reportgen.confinement import path_problem
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import Span
from reportgen.spec import messages
from reportgen.spec.changing import Changing
from reportgen.spec.derivation import OverlayHead, Step
from reportgen.spec.editing import CONTENT, ids, unpinned
from reportgen.spec.merging import OWN, merged
from reportgen.values import dataclass
from reportgen.yaml_source import MappingNode, Node, Scalar, SequenceNode, checked, scan, source_text, told_of

MOST_LAYERS = 8


@dataclass(frozen=True, slots=True)
class Layer:
    """One file of a derived spec: its posix path under the root, and what stands in it."""

    file: str
    node: MappingNode


@dataclass(frozen=True, slots=True)
class Whole:
    """What a spec comes to: one node, the files from the spec itself down to its last base, and all problems.

    `dropped` are the ids that a base has and this spec does not, with the place that took them out.
    """

    node: Node
    layers: tuple[Layer, ...]
    dropped: Mapping[str, Span] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    mended: frozenset[tuple[str, int]] = frozenset()


def whole(text: str, file: str, root: Path) -> Whole:
    """Return what the spec `text` comes to, as the file `file` under `root` (resolved).

    Raises Faulty where a file cannot be read at all; other problems come with what could be made.
    """
    reading = _Reading(root)
    top = reading.layer(text, file)
    if isinstance(top, MappingNode):
        reading.bases(Layer(file, top))
    if top is None or reading.broken:
        raise Faulty(reading.problems)
    problems, mended = tuple(reading.problems), frozenset(reading.mended)
    if not isinstance(top, MappingNode):
        return Whole(top, (), problems=problems, mended=mended)
    node, dropped, faults = _folded(reading.layers)
    told = tuple(fault for fault in faults if not told_of(fault, mended))
    return Whole(node, tuple(reading.layers), dropped, (*problems, *told), mended)


def base_of(layer: Layer) -> Scalar | None:
    """Return where a spec names the one it derives from."""
    named = layer.node.get("extends")
    return named if isinstance(named, Scalar) and not named.absent and not named.none else None


class _Reading:
    """Reads a spec and its bases. Guards what was found, and whether something could not be read."""

    def __init__(self, root: Path) -> None:
        self.problems: list[Problem] = []
        self.mended: set[tuple[str, int]] = set()
        self.layers: list[Layer] = []
        self.broken = False
        self._root = root

    def layer(self, text: str, file: str) -> Node | None:
        """Return the document that `text` holds."""
        found = scan(text, file)
        self.problems += found.problems
        self.mended |= found.mended
        return found.node

    def bases(self, layer: Layer) -> None:
        """Read the specs that `layer` derives from, the nearest first."""
        self.layers.append(layer)
        while (named := base_of(self.layers[-1])) is not None:
            above = self._base(self.layers[-1], named)
            if above is None:
                self.broken = True
                return
            self.layers.append(above)

    def _base(self, layer: Layer, named: Scalar) -> Layer | None:
        folder = (self._root / layer.file).parent
        if problem := path_problem(named.text, folder, self._root, named.span):
            self.problems.append(problem)
            return None
        target = (folder / named.text).resolve()
        file = target.relative_to(self._root).as_posix()
        files = [one.file for one in self.layers]
        if file in files:
            circle = " → ".join((*files[files.index(file) :], file))
            self.problems.append(messages.EXTENDS_CIRCLE.at(named.span, circle=circle))
            return None
        if len(self.layers) == MOST_LAYERS:
            self.problems.append(messages.EXTENDS_TOO_DEEP.at(named.span, limit=MOST_LAYERS))
            return None
        try:
            node = self.layer(source_text(target, file, named.span), file)
        except Faulty as faulty:
            self.problems += faulty.problems
            return None
        if node is not None and not isinstance(node, MappingNode):
            self.problems += checked(node, OverlayHead)[1]
        return Layer(file, node) if isinstance(node, MappingNode) else None


def _folded(layers: list[Layer]) -> tuple[MappingNode, dict[str, Span], list[Problem]]:
    """Return the last base with every layer above it laid over it, what was dropped on the way, and the problems."""
    bottom = layers[-1]
    node = bottom.node
    problems = [
        messages.WITHOUT_BASE.at(entry.key.span, key=entry.key.text)
        for entry in bottom.node.entries
        if entry.key.text in OWN[1:]
    ]
    dropped: dict[str, Span] = {}
    for base, layer in zip(reversed(layers[1:]), reversed(layers[:-1]), strict=True):
        problems += checked(layer.node, OverlayHead)[1]
        start, taken = laid_over(node, layer)
        dropped.update(taken)
        changing = Changing(start, base.file, layer.file, taken)
        changing.do(steps_of(layer))
        problems += changing.problems
        node = changing.root
        dropped.update(changing.gone)
    left = ids(node)
    return _without_own(node), {name: span for name, span in dropped.items() if name not in left}, problems


def laid_over(base: MappingNode, layer: Layer) -> tuple[MappingNode, Mapping[str, Span]]:
    """Return the layer merged into what lies below it, its steps aside, and the ids that this takes out.

    Content that the layer writes itself stands in place of all content below it.
    """
    renumber = layer.node.get("renumber")
    below = unpinned(base) if isinstance(renumber, Scalar) and renumber.text == "true" else base
    made = merged(below, layer.node)
    left = ids(made)
    own = next((entry.key.span for entry in layer.node.entries if entry.key.text in CONTENT), layer.node.span)
    return made, {name: own for name in ids(base) if name not in left}


def steps_of(layer: Layer) -> tuple[tuple[Step, MappingNode], ...]:
    """Return the steps of a derived spec that are rightly written, each with its node."""
    said = layer.node.get("changes")
    nodes = said.items if isinstance(said, SequenceNode) else ()
    steps = ((checked(one, cast("type[Step]", Step))[0], one) for one in nodes)
    return tuple((step, one) for step, one in steps if step is not None and isinstance(one, MappingNode))


def _without_own(node: MappingNode) -> MappingNode:
    return MappingNode(tuple(entry for entry in node.entries if entry.key.text not in OWN), node.span)
