"""The steps of a derived spec, done one after the other on the content of its base.

A step names the blocks it is about by the ids their author gave; an id that the base does not have any more is a
problem that names both files. Nothing is left undone silently.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never, get_args

from reportgen.diagnostics import Problem
from reportgen.origins import SourceText, Span
from reportgen.spec import messages
from reportgen.spec.blocks import Body
from reportgen.spec.derivation import (
    BesideStep,
    DropStep,
    InsertStep,
    KeepStep,
    MoveStep,
    ReplaceStep,
    SetStep,
    Step,
)
from reportgen.spec.editing import HOLDING, edited, held, id_of, ids, kept, placed, replaced, with_keys, without_empty
from reportgen.spec.part import Part
from reportgen.yaml_source import MappingNode, Node, SequenceNode, nearest

MOST_TARGETS = 300
"""How many blocks the steps of one spec name."""

MANY = 1000
"""Among more ids than this no nearest one is looked for."""

LIKE = 0.4
"""How like an id must be to be the one that was meant: ids are an author's own words, and often homophones of them."""

SHOWN = 40
"""How many ids a message lists."""


def _kinds(*models: type[Part]) -> tuple[str, ...]:
    return tuple(kind for model in models if (kind := model.kind))


_BODY = _kinds(*get_args(Body))
_BESIDE: Mapping[str, tuple[str, ...]] = {
    "sections": ("section", "heading"),
    "body of the report": ("article", *_BODY),
    "section": ("article", *_BODY),
    "article": _BODY,
    "heading": _BODY,
    "choose": (*(kind for kind in _BODY if kind not in ("choose", "break")), "else"),
    "else": _BODY,
    "side_by_side": ("chart",),
}
"""What may stand in each place."""

_KINDS = ("section", "article", *_BODY, "else")


class Changing:
    """Does steps on a report's content. Guards the content, what went and where, and the problems.

    `taken` are the ids that content of the overlay's own has taken out before any step.
    """

    def __init__(self, root: MappingNode, base: str, overlay: str, taken: Mapping[str, Span]) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self._base = base
        self._overlay = overlay
        self._known = ids(root)
        self._gone: dict[str, Span] = {}
        self._taken = taken
        self._last: Span | None = None
        self._named = 0

    @property
    def gone(self) -> Mapping[str, Span]:
        """The ids that were taken out, and the place that says so."""
        return {name: span for name, span in self._gone.items() if name not in self._known}

    def do(self, steps: Iterable[tuple[Step, MappingNode]]) -> None:
        """Do `steps`, each of which comes with the node that says it, and take away what they emptied."""
        for step, node in steps:
            self.step(step, node)
        self.tidy()

    def tidy(self) -> None:
        """Take away sections and articles that hold nothing any more."""
        if self._last is not None:
            self._become(without_empty(self.root), self._last)

    def step(self, step: Step, node: MappingNode) -> None:
        """Do one step, which `node` says."""
        if self._too_many(step):
            return
        self._last = step.span
        match step:
            case KeepStep(keep=targets):
                missing = [target for target in targets if not self._there(target)]
                if not missing:
                    self._become(edited(self.root, kept(target.text for target in targets)), step.at("keep"))
            case DropStep(drop=targets):
                self._drop(targets)
            case ReplaceStep(replace=target):
                if self._there(target):
                    self._become(edited(self.root, replaced(target.text, _blocks(node.get("with")))), target.span)
            case SetStep():
                self._set(step)
            case MoveStep():
                self._move(step)
            case InsertStep():
                place = _place(step)
                if self._there(place):
                    self._put(step, _blocks(node.get("insert")), self.root)
            case _:
                assert_never(step)

    def _drop(self, targets: Iterable[SourceText]) -> None:
        for target in targets:
            if self._there(target):
                self._become(edited(self.root, replaced(target.text, ())), target.span)

    def _too_many(self, step: Step) -> bool:
        """Whether `step` names more blocks than steps may; told of the first such step."""
        before = self._named
        self._named += len(step.drop) if isinstance(step, DropStep) else 1
        if before <= MOST_TARGETS < self._named:
            self.problems.append(messages.TOO_MANY_STEPS.at(step.span, limit=MOST_TARGETS))
        return self._named > MOST_TARGETS

    def _set(self, step: SetStep) -> None:
        entries = step.unread.entries if step.unread else ()
        name = step.set.text
        if not self._there(step.set):
            return
        if not entries:
            self.problems.append(messages.SET_NOTHING.at(step.set.span, id=name))
        for entry in entries:
            if entry.key.text == "id":
                self.problems.append(messages.SET_ID.at(entry.key.span, id=name))
        self._become(edited(self.root, with_keys(name, [e for e in entries if e.key.text != "id"])), step.span)

    def _move(self, step: MoveStep) -> None:
        target, place = step.move, _place(step)
        if not (self._there(target) & self._there(place)):
            return
        block = self._known[target.text]
        if place.text == target.text or place.text in ids(block):
            self.problems.append(messages.BESIDE_ITSELF.at(place.span, id=target.text, place=place.text))
            return
        kind, allowed = kind_of(block), _BESIDE.get(_surrounding(self.root, place.text), _BODY)
        if kind not in allowed:
            zh, en = "、".join(allowed), ", ".join(allowed)
            fields = {"id": target.text, "kind": kind, "place": place.text, "kinds_zh": zh, "kinds_en": en}
            self.problems.append(messages.WRONG_LEVEL.at(place.span, None, **fields))
            return
        self._put(step, (block,), edited(self.root, replaced(target.text, ())))

    def _put(self, step: MoveStep | InsertStep, blocks: Sequence[Node], root: MappingNode) -> None:
        """Put `blocks` where `step` says, into `root`."""
        name = _place(step).text
        edit = placed(name, before=blocks) if step.before is not None else placed(name, after=blocks)
        self._become(edited(root, edit), step.span)

    def _become(self, root: MappingNode, span: Span) -> None:
        before, self.root, self._known = self._known, root, ids(root)
        self._gone.update({name: span for name in before if name not in self._known})

    def _there(self, target: SourceText) -> bool:
        """Whether there is a block of this id; a problem otherwise."""
        known, name = self._known, target.text
        if name in known:
            return True
        if name in self._gone:
            self.problems.append(messages.TARGET_GONE.at(target.span, id=name, where=self._gone[name]))
            return False
        if name in self._taken:
            self.problems.append(messages.CONTENT_REPLACED.at(target.span, id=name, where=self._taken[name]))
            return False
        near = nearest(name, known, LIKE) if len(known) <= MANY else None
        shown = [*list(known)[:SHOWN], *(["…"] if len(known) > SHOWN else [])]
        fields = {
            "nearest_zh": f"是不是想写“{near}”？" if near else "",
            "nearest_en": f"did you mean “{near}”? " if near else "",
            "names_zh": "、".join(shown) or "—",
            "names_en": ", ".join(shown) or "—",
        }
        self.problems.append(
            messages.UNKNOWN_TARGET.at(target.span, None, id=name, base=self._base, overlay=self._overlay, **fields)
        )
        return False


def _blocks(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, SequenceNode) else ()


def _place(step: BesideStep) -> SourceText:
    place = step.before or step.after
    assert place is not None, "the model asks for one of them"
    return place


def kind_of(block: MappingNode) -> str:
    """Return the key that says what a block is; empty where none does."""
    return next((kind for kind in _KINDS if block.get(kind) is not None), "")


def _surrounding(root: MappingNode, name: str) -> str:
    """Return the kind of place that the block `name` stands in."""
    for block in held(root):
        if any(id_of(inner) == name for inner in _directly(block)):
            return kind_of(block)
    sections = root.get("sections")
    return "sections" if any(id_of(one) == name for one in _blocks(sections)) else "body of the report"


def _directly(block: MappingNode) -> tuple[Node, ...]:
    return tuple(inner for key in HOLDING for inner in _blocks(block.get(key)))
