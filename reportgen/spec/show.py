"""Shows what a derived spec comes to, and what it changes: for the person who wonders where a line came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

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
from reportgen.spec.editing import CONTENT, directly, held, id_of, ids, unreferred
from reportgen.spec.layers import Layer, laid_over, steps_of
from reportgen.spec.load import root_of, validated, whole_spec
from reportgen.spec.merging import BY_NAME, LAID_OVER, OWN, written_out
from reportgen.spec.merging import merged as laid
from reportgen.spec.writing import written
from reportgen.values import dataclass
from reportgen.yaml_source import MappingNode, Node, Scalar, SequenceNode

_SHOWN = 30


@dataclass(frozen=True, slots=True)
class _Change:
    """What a step does to a block, which is known by its place in the source; `key` is the one that it sets."""

    sign: str
    block: Span
    key: str = ""


_Standing: TypeAlias = "Mapping[Span, tuple[MappingNode, tuple[Span | None, ...]]]"


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
    """Yield what the keys of `overlay` make of `base`: named parts, theme and cover by their own keys."""
    made = laid(base, overlay)
    for entry in overlay.entries:
        key, value, old, new = entry.key.text, entry.value, base.get(entry.key.text), made.get(entry.key.text)
        if key in OWN or new is None:
            continue
        if key in BY_NAME and isinstance(value, MappingNode) and isinstance(new, MappingNode):
            names = old if isinstance(old, MappingNode) else MappingNode((), value.span)
            for one in value.entries:
                name = one.key.text
                yield from _made(f"{key}.{name}", names.get(name), new.get(name), BY_NAME[key], deep=False)
        elif key == "checks":
            for check in value.items if isinstance(value, SequenceNode) else (value,):
                yield from _told(key, None, check)
        elif key in CONTENT:
            yield f"~ {key}  # {entry.key.span}"
        else:
            yield from _made(key, old, new, LAID_OVER.get(key), deep=key in LAID_OVER)


def _made(name: str, old: Node | None, new: Node | None, short: str | None, *, deep: bool) -> Iterator[str]:
    """Yield what became of one part: key by key where it was there, and all the way down where it is `deep`."""
    first, second = old, new
    if isinstance(old, MappingNode) is not isinstance(new, MappingNode) and old is not None and new is not None:
        first, second = written_out(short, old), written_out(short, new)
    if not isinstance(first, MappingNode) or not isinstance(second, MappingNode):
        yield from _told(name, first, second)
        return
    for key in dict.fromkeys(entry.key.text for entry in (*first.entries, *second.entries)):
        before, after = first.get(key), second.get(key)
        if deep:
            yield from _made(f"{name}.{key}", before, after, None, deep=True)
        else:
            yield from _told(f"{name}.{key}", before, after)


def _content(below: MappingNode, base: Layer, layer: Layer) -> tuple[MappingNode, list[str]]:
    """Return what the layer's steps make of what lies below it, and what came of them in the end.

    What one step does and a later one undoes is not told; what several say of one thing is told once.
    """
    renumbered = layer.node.get("renumber")
    lines = [f"~ renumber: {_short(renumbered)}  # {renumbered.span}"] if renumbered is not None else []
    start, taken = laid_over(below, layer)
    changing = Changing(start, base.file, layer.file, taken)
    found: dict[_Change, str] = {}
    for step, node in steps_of(layer):
        before = changing.root
        changing.step(step, node)
        for change, said in _step(step, node, before, changing.root):
            found.pop(change, None)
            found[change] = said
    before = changing.root
    changing.tidy()
    found.update(_gone(before, changing.root, None))
    first, last = _standing(start), _standing(changing.root)
    return changing.root, [*lines, *(line for one, said in found.items() for line in _left(one, said, first, last))]


def _left(change: _Change, said: str, first: _Standing, last: _Standing) -> Iterator[str]:
    """Yield what is left of a change between the first and the last state."""
    old, new = first.get(change.block), last.get(change.block)
    match change.sign:
        case "+" if new is not None and old is None:
            yield said
        case "-" if old is not None and new is None:
            yield said
        case ">" if old is not None and new is not None and old[1] != new[1]:
            yield said
        case "~" if old is not None and new is not None:
            yield from _told(said, old[0].get(change.key), new[0].get(change.key))
        case _:
            pass


def _standing(root: MappingNode) -> _Standing:
    """Return the blocks of `root` by their places in the source, each with what holds it and what stands before it."""
    found: dict[Span, tuple[MappingNode, tuple[Span | None, ...]]] = {}

    def look(holder: MappingNode, name: Span | None) -> None:
        before: Span | None = None
        for block in directly(holder):
            found[block.span] = (block, (name, before))
            before = block.span
            look(block, block.span)

    look(root, None)
    return found


def _step(step: Step, node: MappingNode, before: MappingNode, after: MappingNode) -> Iterator[tuple[_Change, str]]:
    match step:
        case KeepStep() | DropStep() | ReplaceStep():
            yield from _gone(before, after, step.span)
            if isinstance(step, ReplaceStep):
                yield from _new(node.get("with"), f"({step.replace.text})")
        case SetStep():
            block = ids(before)[step.set.text]
            for entry in step.unread.entries if step.unread else ():
                yield _Change("~", block.span, entry.key.text), f"{step.set.text}.{entry.key.text}"
        case MoveStep():
            yield _Change(">", ids(before)[step.move.text].span), f"> {step.move.text} {_where(step)}  # {step.span}"
        case InsertStep():
            yield from _new(node.get("insert"), _where(step))


def _where(step: MoveStep | InsertStep) -> str:
    return f"before {step.before.text}" if step.before else f"after {step.after.text if step.after else ''}"


def _new(node: Node | None, where: str) -> Iterator[tuple[_Change, str]]:
    for block in node.items if isinstance(node, SequenceNode) else ():
        if isinstance(block, MappingNode):
            yield _Change("+", block.span), f"+ {_named(block)} {where}  # {block.span}"


def _gone(before: MappingNode, after: MappingNode, by: Span | None) -> Iterator[tuple[_Change, str]]:
    """Yield the outermost blocks that stand in `before` and not in `after`, taken out at `by`."""
    left = {block.span for block in held(after)}
    within: set[Span] = set()
    for block in held(before):
        if block.span in left:
            continue
        if block.span not in within:
            why = f" by {by}" if by else ""
            yield _Change("-", block.span), f"- {_named(block)}  # {block.span}{why}"
        within |= {inner.span for inner in held(block)}


def _named(block: MappingNode) -> str:
    kind, name = kind_of(block), id_of(block)
    return f"{kind} {name}" if name else f"{kind} {_short(block.get(kind))}"


def _told(name: str, old: Node | None, new: Node | None) -> Iterator[str]:
    """Yield what became of one value, if anything did."""
    before, after = (None if node is None or _absent(node) else node for node in (old, new))
    if before is None and after is not None:
        yield f"+ {name}: {_short(after)}  # {after.span}"
    elif after is None and before is not None:
        yield f"- {name}: {_short(before)}  # {before.span}"
    elif before is not None and after is not None and _short(before, whole=True) != _short(after, whole=True):
        yield f"~ {name}: {_short(before)} → {_short(after)}  # {after.span}"


def _absent(node: Node) -> bool:
    return isinstance(node, Scalar) and node.absent


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
