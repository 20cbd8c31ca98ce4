"""Nodes → YAML text again, for people to read: what a derived spec comes to, with where each part came from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.yaml_source import MappingNode, Node, Scalar, ScalarStyle, SequenceNode

_WIDTH = 72
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^\n]*")
_UNSAFE = re.compile(r":(?=\s|$)|\s#|^\s|\s$|[\x00-\x1f\x7f]|[,\[\]{}]|，")
_PLACE = re.compile(r"  # \S+:\d+:\d+$")
_WORDS = frozenset({"null", "~", ""})


def written(node: Node) -> str:
    """Return `node` as YAML; each named part, each block and each key of another file says its place."""
    return "".join(f"{line}\n" for line in _lines(node, 0, node.span.file, deep=0))


def _lines(node: Node, indent: int, file: str, *, deep: int) -> Iterator[str]:
    """Yield the lines of a collection of the file `file`; `deep` counts the collections around it."""
    pad = "  " * indent
    match node:
        case MappingNode():
            for entry in node.entries:
                # What is merged name by name is of several files: its names say their places.
                alone = deep == 0 and (_flat(entry.value) is not None or isinstance(entry.value, Scalar))
                placed = alone or deep == 1 or _file(entry.value) != file
                head = f"{pad}{_scalar(entry.key)}:"
                yield from _entry(head, entry.value, indent, f"  # {entry.value.span}" if placed else "", deep + 1)
        case SequenceNode():
            for item in node.items:
                yield from _item(item, indent, deep)
        case Scalar():
            yield f"{pad}{_scalar(node)}"


def _entry(head: str, value: Node, indent: int, comment: str, deep: int) -> Iterator[str]:
    flat = _flat(value)
    if isinstance(value, Scalar) and flat is None:
        yield f"{head} |{'' if value.text.endswith(chr(10)) else '-'}{comment}"
        for line in value.text.rstrip("\n").split("\n"):
            yield f"{'  ' * (indent + 1)}{line}".rstrip(" ")
    elif flat is not None and (isinstance(value, Scalar) or len(head) + len(flat) < _WIDTH):
        yield f"{head} {flat}{comment}" if flat else f"{head}{comment}"
    else:
        yield f"{head}{comment}"
        yield from _lines(value, indent + 1, _file(value), deep=deep)


def _item(item: Node, indent: int, deep: int) -> Iterator[str]:
    pad, place = "  " * indent, f"  # {item.span}"
    if not isinstance(item, MappingNode) or not item.entries:
        shown = _scalar(item) if isinstance(item, Scalar) else _flat(item)
        yield f"{pad}-{f' {shown}' if shown is not None else ''}{place if deep == 1 else ''}"
        if shown is None:
            yield from _lines(item, indent + 1, _file(item), deep=2)
        return
    first, *others = _lines(item, indent + 1, _file(item), deep=2)
    yield f"{pad}- {first.lstrip()}{'' if _PLACE.search(first) else place}"
    yield from others


def _file(node: Node) -> str:
    return node.span.file


def _flat(node: Node) -> str | None:
    """Return a short scalar, list or mapping on one line; None for what holds collections or lines."""
    match node:
        case Scalar():
            return None if "\n" in node.text and _literal(node.text) else _scalar(node)
        case SequenceNode():
            parts = [_scalar(item, flow=True) for item in node.items if isinstance(item, Scalar)]
            return f"[{', '.join(parts)}]" if len(parts) == len(node.items) else None
        case MappingNode():
            pairs = [
                f"{_scalar(entry.key, flow=True)}: {_scalar(entry.value, flow=True)}"
                for entry in node.entries
                if isinstance(entry.value, Scalar) and _file(entry.value) == _file(node)
            ]
            return f"{{{', '.join(pairs)}}}" if len(pairs) == len(node.entries) else None


def _literal(text: str) -> bool:
    """Whether a text can stand below a `|`: no blanks that would be lost, no line that begins deeper."""
    return not text.startswith((" ", "\n")) and not text.endswith("\n\n") and " \n" not in f"{text}\n"


def _scalar(node: Scalar, *, flow: bool = False) -> str:
    """Return a scalar as written, quoted where YAML would read something else; a plain one stays plain."""
    text = node.text
    if node.absent or node.none:
        return text
    unsafe = _UNSAFE.search(text) if flow else _UNSAFE.search(re.sub(r"[,\[\]{}，]", "", text))
    plain = bool(_PLAIN.fullmatch(text)) and not unsafe and text not in _WORDS
    if plain and (node.style is ScalarStyle.PLAIN or not re.fullmatch(r"[\d.+\-]+|true|false", text)):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
