"""What parts of a spec say of one another: ids used once, parameters that exist, defaults that suit, paths under root.

These are judged on the nodes, not on the `ReportSpec`, so that they are told in the same run as everything else that is
wrong. A part that has not the right shape is passed over: its shape is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportgen.confinement import path_problem
from reportgen.diagnostics import Problem
from reportgen.origins import Span
from reportgen.spec import messages
from reportgen.spec.editing import CONTENT, HOLDING, held
from reportgen.spec.parameters import (
    GRAINS,
    latest_of,
    near_names,
    not_a_value,
    not_an_option,
    parsed,
    unknown_parameter,
)
from reportgen.spec.report import ParamType
from reportgen.yaml_source import Entry, MappingNode, Node, Scalar, SequenceNode


def declaration_problems(spec: MappingNode, root: Path) -> Iterator[Problem]:
    """Yield every problem between the parts of `spec`, whose files lie under `root` (resolved)."""
    yield from _ids(spec)
    yield from _names(spec)
    yield from _defaults(spec)
    yield from _named_data(spec)
    yield from _workbooks(spec, root)
    for key in CONTENT:
        yield from _choices(spec.get(key))
    yield from _loops(spec)
    if not any(_filled(spec.get(key)) for key in CONTENT) and spec.get("title"):
        yield messages.NO_CONTENT.at(_last_key(spec))


def _last_key(spec: MappingNode) -> Span:
    """Return the last key that the spec's own file writes; its beginning where it leaves all to its base."""
    own = [entry.key.span for entry in spec.entries if entry.key.span.file == spec.span.file]
    start = spec.span
    return max(own, default=Span(start.file, start.line, start.column, start.line, start.column + 1))


def _ids(spec: MappingNode) -> Iterator[Problem]:
    """Yield a problem for each id that stands twice: at the place in the spec's own file, where the other is not."""
    first: dict[str, Span] = {}
    for key in CONTENT:
        for scalar in _id_scalars(spec.get(key)):
            other = first.setdefault(scalar.text, scalar.span)
            if other is scalar.span:
                continue
            told = scalar.span
            if other.file == spec.span.file != told.file:
                told, other = other, told
            yield messages.ID_TWICE.at(told, None, id=scalar.text, **_first(other, told))


def _first(first: Span, second: Span) -> dict[str, str]:
    """Return where something stood first, as seen from the second place; the file is named where it is another."""
    if first.file != second.file:
        return {"first_zh": f" {first.file} 第 {first.line} 行", "first_en": f"at {first.file}:{first.line}"}
    return {"first_zh": f"第 {first.line} 行", "first_en": f"on line {first.line}"}


def _filled(node: Node | None) -> bool:
    return isinstance(node, SequenceNode) and bool(node.items)


def _id_scalars(node: Node | None) -> Iterator[Scalar]:
    """Yield the ids of blocks, in the order of the source."""
    match node:
        case SequenceNode():
            for item in node.items:
                yield from _id_scalars(item)
        case MappingNode():
            for entry in node.entries:
                if entry.key.text == "id" and isinstance(entry.value, Scalar):
                    yield entry.value
                else:
                    yield from _id_scalars(entry.value)
        case _:
            pass


def _names(spec: MappingNode) -> Iterator[Problem]:
    parameters = {entry.key.text: entry.key.span for entry in _entries(spec, "params")}
    for entry in _entries(spec, "data"):
        name, span = entry.key.text, entry.key.span
        if name in parameters:
            yield messages.NAME_TWICE.at(span, None, name=name, **_first(parameters[name], span))


def _named_data(spec: MappingNode) -> Iterator[Problem]:
    """Yield a problem for each parameter that takes its values from data that are not there."""
    names = tuple(entry.key.text for entry in _entries(spec, "data"))
    for entry in _entries(spec, "params"):
        kind = _type(entry)
        for key in ("from", "default"):
            node = entry.value.get(key) if isinstance(entry.value, MappingNode) else None
            if not isinstance(node, Scalar):
                continue
            wanted = node.text if key == "from" and kind is ParamType.CHOICE else None
            wanted = latest_of(node.text) if key == "default" and kind in GRAINS else wanted
            if wanted is not None and wanted not in names:
                told = {"name": wanted, "parameter": entry.key.text}
                yield messages.UNKNOWN_PARAMETER_DATA.at(node.span, None, **told, **near_names(wanted, names))


def _loops(spec: MappingNode) -> Iterator[Problem]:
    """Yield a problem for each repetition that takes the name of something else."""
    taken = {entry.key.text: entry.key.span for key in ("params", "data") for entry in _entries(spec, key)}
    for block in held(spec):
        for entry in _entries(block, "for"):
            name, span = entry.key.text, entry.key.span
            if name in taken:
                yield messages.LOOP_NAME.at(span, None, name=name, **_first(taken[name], span))


def _choices(node: Node | None) -> Iterator[Problem]:
    """Yield what is wrong with the order of choices (`choose`): conditions first, then one `else`."""
    if isinstance(node, SequenceNode):
        for item in node.items:
            yield from _choices(item)
    if not isinstance(node, MappingNode):
        return
    for entry in node.entries:
        if entry.key.text in HOLDING:
            yield from _choices(entry.value)
        if entry.key.text == "choose" and isinstance(entry.value, SequenceNode):
            yield from _choice(entry.key.span, entry.value)


def _choice(span: Span, node: SequenceNode) -> Iterator[Problem]:
    parts = [part for part in node.items if isinstance(part, MappingNode) and part.entries]
    for index, part in enumerate(parts):
        otherwise = part.get("else") is not None
        if otherwise and index < len(parts) - 1:
            yield messages.ELSE_NOT_LAST.at(part.entries[0].key.span)
        if not otherwise and part.get("when") is None:
            yield messages.CHOICE_WITHOUT_WHEN.at(part.entries[0].key.span)
    if not any(part.get("else") is not None for part in parts):
        yield messages.CHOICE_WITHOUT_ELSE.at(span)


def _defaults(spec: MappingNode) -> Iterator[Problem]:
    for entry in _entries(spec, "params"):
        default = entry.value.get("default") if isinstance(entry.value, MappingNode) else None
        wanted = _type(entry)
        if not isinstance(default, Scalar) or default.absent or default.none or wanted is None:
            continue
        options = _texts(entry.value.get("options")) if isinstance(entry.value, MappingNode) else ()
        if options and default.text not in options:
            yield not_an_option(entry.key.text, default.text, options, default.span)
        elif latest_of(default.text) is not None and wanted in GRAINS:
            continue
        elif parsed(default.text, wanted) is None:
            yield not_a_value(entry.key.text, default.text, wanted, default.span)


def _texts(node: Node | None) -> tuple[str, ...]:
    nodes = node.items if isinstance(node, SequenceNode) else (node,)
    return tuple(one.text for one in nodes if isinstance(one, Scalar) and not one.absent)


def _workbooks(spec: MappingNode, root: Path) -> Iterator[Problem]:
    parameters = {entry.key.text: entry for entry in _entries(spec, "params")}
    for entry in _entries(spec, "workbooks"):
        workbook = entry.value
        path = workbook.get("path") if isinstance(workbook, MappingNode) else workbook
        period = workbook.get("period") if isinstance(workbook, MappingNode) else None
        if isinstance(path, Scalar) and path.text:
            folder = (root / path.span.file).parent
            if problem := path_problem(path.text, folder, root, path.span):
                yield problem
        if not isinstance(period, Scalar) or period.absent:
            continue
        if period.text not in parameters:
            yield unknown_parameter(period.text, tuple(parameters), period.span)
        elif (kind := _type(parameters[period.text])) and kind not in GRAINS:
            yield messages.NOT_A_PERIOD_PARAMETER.at(period.span, name=period.text, type=kind.value)


def _type(entry: Entry) -> ParamType | None:
    """Return the type of the parameter that `entry` declares, None where it declares none rightly."""
    node = entry.value.get("type") if isinstance(entry.value, MappingNode) else None
    text = node.text if isinstance(node, Scalar) else ""
    return ParamType(text) if text in list(ParamType) else None


def _entries(spec: MappingNode, key: str) -> tuple[Entry, ...]:
    node = spec.get(key)
    return node.entries if isinstance(node, MappingNode) else ()
