"""Shows what a derived spec comes to, and what it changes: for the person who wonders where a line came from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportgen.origins import Span
from reportgen.spec.changing import Changing, kind_of
from reportgen.spec.derivation import (
    DropStep,
    InsertStep,
    KeepStep,
    MoveStep,
    ReplaceStep,
    SetStep,
    Step,
)
from reportgen.spec.editing import CONTENT, held, id_of, ids, unreferred
from reportgen.spec.layers import Layer, laid_over, steps_of
from reportgen.spec.load import root_of, validated, whole_spec
from reportgen.spec.merging import BY_NAME, OWN
from reportgen.spec.writing import written
from reportgen.yaml_source import MappingNode, Node, Scalar, SequenceNode

_SHOWN = 30


def merged(spec_path: Path, root: Path | None = None) -> str:
    """Return the spec at `spec_path`, made whole with its bases, as YAML with the place of each part in a comment.

    References to what was dropped on the way are left out, since nothing in the whole says that it was dropped. Paths
    inside stay as their own files say them. Raises Faulty with every problem.
    """
    found = whole_spec(spec_path, root)
    validated(found, root_of(spec_path, root))
    chain = " ← ".join(layer.file for layer in found.layers)
    return f"# {chain}\n{written(unreferred(found.node, found.dropped))}"


def differences(spec_path: Path, root: Path | None = None) -> str:
    """Return what the spec at `spec_path` changes of its base, a line a change; empty where it derives from nothing.

    `+` is new, `-` is gone, `~` says otherwise, `>` stands elsewhere. Raises Faulty with every problem.
    """
    found = whole_spec(spec_path, root)
    validated(found, root_of(spec_path, root))
    lines: list[str] = []
    below = found.layers[-1].node if found.layers else None
    for base, layer in zip(reversed(found.layers[1:]), reversed(found.layers[:-1]), strict=True):
        assert below is not None, "a layer lies over another"
        told = [f"{layer.file} ← {base.file}", *_keys(below, layer.node)]
        below, changes = _content(below, base, layer)
        lines = [*told, *changes, *lines]
    return "".join(f"{line}\n" for line in lines)


def _keys(base: MappingNode, overlay: MappingNode) -> Iterator[str]:
    """Yield what the keys of `overlay` say otherwise than `base`, names one by one."""
    for entry in overlay.entries:
        key, value, old = entry.key.text, entry.value, base.get(entry.key.text)
        if key in OWN:
            continue
        if key in BY_NAME and isinstance(value, MappingNode):
            names = old if isinstance(old, MappingNode) else MappingNode((), value.span)
            for one in value.entries:
                yield _told(f"{key}.{one.key.text}", names.get(one.key.text), one.value)
        elif key == "checks":
            for check in value.items if isinstance(value, SequenceNode) else (value,):
                yield _told(key, None, check)
        elif key in CONTENT:
            yield f"~ {key}  # {entry.key.span}"
        elif old is None or _short(old, whole=True) != _short(value, whole=True):
            yield _told(key, old, value)


def _content(below: MappingNode, base: Layer, layer: Layer) -> tuple[MappingNode, list[str]]:
    """Return what the layer's steps make of what lies below it, and what each of them did."""
    renumbered = layer.node.get("renumber")
    start, taken = laid_over(below, layer)
    changing = Changing(start, base.file, layer.file, taken)
    lines = [f"~ renumber  # {renumbered.span}"] if renumbered is not None else []
    for step, node in steps_of(layer):
        before = changing.root
        changing.step(step, node)
        lines += _step(step, node, before, changing.root)
    before = changing.root
    changing.tidy()
    lines += [_gone(block, None) for block in _lost(before, changing.root)]
    return changing.root, lines


def _step(step: Step, node: MappingNode, before: MappingNode, after: MappingNode) -> Iterator[str]:
    match step:
        case KeepStep() | DropStep() | ReplaceStep():
            yield from (_gone(block, step.span) for block in _lost(before, after))
            if isinstance(step, ReplaceStep):
                yield from _new(node.get("with"), f"({step.replace.text})")
        case SetStep():
            block = ids(before)[step.set.text]
            for entry in step.unread.entries if step.unread else ():
                yield _told(f"{step.set.text}.{entry.key.text}", block.get(entry.key.text), entry.value)
        case MoveStep():
            yield f"> {step.move.text} {_where(step)}  # {step.span}"
        case InsertStep():
            yield from _new(node.get("insert"), _where(step))


def _where(step: MoveStep | InsertStep) -> str:
    return f"before {step.before.text}" if step.before else f"after {step.after.text if step.after else ''}"


def _new(node: Node | None, where: str) -> Iterator[str]:
    for block in node.items if isinstance(node, SequenceNode) else ():
        if isinstance(block, MappingNode):
            yield f"+ {_named(block)} {where}  # {block.span}"


def _lost(before: MappingNode, after: MappingNode) -> Iterator[MappingNode]:
    """Yield the outermost blocks that stand in `before` and not in `after`."""
    left = {block.span for block in held(after)}
    within: set[Span] = set()
    for block in held(before):
        if block.span in left:
            continue
        if block.span not in within:
            yield block
        within |= {inner.span for inner in held(block)}


def _gone(block: MappingNode, by: Span | None) -> str:
    return f"- {_named(block)}  # {block.span}" + (f" by {by}" if by else "")


def _named(block: MappingNode) -> str:
    kind, name = kind_of(block), id_of(block)
    return f"{kind} {name}" if name else f"{kind} {_short(block.get(kind))}"


def _told(name: str, old: Node | None, new: Node) -> str:
    if old is None:
        return f"+ {name}: {_short(new)}  # {new.span}"
    return f"~ {name}: {_short(old)} → {_short(new)}  # {new.span}"


def _short(node: Node | None, *, whole: bool = False) -> str:
    """Return as much of a value as a line shows, or the `whole` of it on one line."""
    match node:
        case Scalar():
            text = " ".join(node.text.split())
        case SequenceNode():
            text = f"[{', '.join(_short(item, whole=True) for item in node.items)}]"
        case MappingNode():
            text = f"{{{', '.join(f'{e.key.text}: {_short(e.value, whole=True)}' for e in node.entries)}}}"
        case None:
            text = ""
    return text if whole or len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
