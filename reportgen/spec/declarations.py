"""What parts of a spec say of one another: ids used once, parameters that exist, defaults that suit, paths under root.

These are judged on the nodes, not on the `ReportSpec`, so that they are told in the same run as everything else that is
wrong. A part that has not the right shape is passed over: its shape is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportgen.diagnostics import Problem
from reportgen.spec import messages
from reportgen.spec.confinement import path_problem
from reportgen.spec.parameters import not_a_value, parsed, unknown_parameter
from reportgen.spec.report import ParamType
from reportgen.yaml_source import Entry, MappingNode, Node, Scalar, SequenceNode

_PERIODS = (ParamType.YEAR, ParamType.QUARTER, ParamType.MONTH)
_CONTENT = ("sections", "body")


def declaration_problems(spec: MappingNode, folder: Path, root: Path) -> Iterator[Problem]:
    """Yield every problem between the parts of `spec`, which lies in `folder` under `root` (both resolved)."""
    yield from _ids(spec)
    yield from _names(spec)
    yield from _defaults(spec)
    yield from _workbooks(spec, folder, root)
    if not any(isinstance(spec.get(key), SequenceNode) for key in _CONTENT) and spec.get("title"):
        yield messages.NO_CONTENT.at(spec.entries[-1].key.span)


def _ids(spec: MappingNode) -> Iterator[Problem]:
    lines: dict[str, int] = {}
    for key in _CONTENT:
        for scalar in _id_scalars(spec.get(key)):
            if scalar.text in lines:
                yield messages.ID_TWICE.at(scalar.span, id=scalar.text, line=lines[scalar.text])
            else:
                lines[scalar.text] = scalar.span.line


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
    lines = {entry.key.text: entry.key.span.line for entry in _entries(spec, "params")}
    for entry in _entries(spec, "data"):
        if line := lines.get(entry.key.text):
            yield messages.NAME_TWICE.at(entry.key.span, name=entry.key.text, line=line)


def _defaults(spec: MappingNode) -> Iterator[Problem]:
    for entry in _entries(spec, "params"):
        default = entry.value.get("default") if isinstance(entry.value, MappingNode) else None
        wanted = _type(entry)
        if isinstance(default, Scalar) and not default.absent and wanted and parsed(default.text, wanted) is None:
            yield not_a_value(entry.key.text, default.text, wanted, default.span)


def _workbooks(spec: MappingNode, folder: Path, root: Path) -> Iterator[Problem]:
    parameters = {entry.key.text: entry for entry in _entries(spec, "params")}
    for entry in _entries(spec, "workbooks"):
        workbook = entry.value
        path = workbook.get("path") if isinstance(workbook, MappingNode) else workbook
        period = workbook.get("period") if isinstance(workbook, MappingNode) else None
        if isinstance(path, Scalar) and path.text and (problem := path_problem(path.text, folder, root, path.span)):
            yield problem
        if not isinstance(period, Scalar) or period.absent:
            continue
        if period.text not in parameters:
            yield unknown_parameter(period.text, tuple(parameters), period.span)
        elif (kind := _type(parameters[period.text])) and kind not in _PERIODS:
            yield messages.NOT_A_PERIOD_PARAMETER.at(period.span, name=period.text, type=kind.value)


def _type(entry: Entry) -> ParamType | None:
    """Return the type of the parameter that `entry` declares, None where it declares none rightly."""
    node = entry.value.get("type") if isinstance(entry.value, MappingNode) else None
    text = node.text if isinstance(node, Scalar) else ""
    return ParamType(text) if text in list(ParamType) else None


def _entries(spec: MappingNode, key: str) -> tuple[Entry, ...]:
    node = spec.get(key)
    return node.entries if isinstance(node, MappingNode) else ()
