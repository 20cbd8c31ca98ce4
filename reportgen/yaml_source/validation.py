"""Nodes → values of a model (pydantic models or frozen dataclasses), every fault a located problem.

The walk (`reading`) follows the model's annotations, so that a fault is told of the thing the author wrote and not of
every way it might have been read. pydantic then builds each value and judges its constraints. Four things go beyond
plain annotations, because authors write shorter than programs read:

- `short = "from"` on a model: a bare value in place of the mapping is the value of that key;
- `kind = "chart"` on a model: in a union, the model whose `kind` key is present is meant;
- `elsewhere = {"section": message}` on such a model: what is told of a key whose kind cannot stand beside it;
- `Annotated[tuple[X, ...], ONE_OR_MORE]`: a single value stands for a list of one.

A field `span` is filled with the place of the mapping, a field `places` with those of its values by key, a field
`unread` with the entries whose keys the model does not know; without such a field they are problems. A field that
pydantic excludes is never the author's to give. A key with nothing behind it counts as not written where the field has
a default.
"""

from __future__ import annotations

from typing import Generic, TypeVar, cast

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.values import dataclass
from reportgen.yaml_source.fields import ONE_OR_MORE
from reportgen.yaml_source.nodes import Node
from reportgen.yaml_source.parsing import scan
from reportgen.yaml_source.reading import FAULT, Reader, Refused

__all__ = ["ONE_OR_MORE", "Read", "Refused", "checked", "read", "told_of", "validated"]

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Read(Generic[M]):
    """A value, and what its author should be warned of."""

    value: M
    warnings: tuple[Problem, ...]


def checked(node: Node, model: type[M]) -> tuple[M | None, tuple[Problem, ...]]:
    """Return `node` as a value of `model`, None where that cannot be, with every problem."""
    reader = Reader()
    value = reader.value(node, model)
    return (None if value is FAULT else cast("M", value)), tuple(reader.problems)


def validated(node: Node, model: type[M]) -> M:
    """Return `node` as a value of `model`; raise Faulty with every problem."""
    value, problems = checked(node, model)
    if value is None or any(problem.fatal for problem in problems):
        raise Faulty(problems)
    return value


def read(text: str, file: str, model: type[M]) -> Read[M]:
    """Return the document `text` as a value of `model`; raise Faulty with every problem of syntax and of meaning."""
    found = scan(text, file)
    if found.node is None:
        raise Faulty(found.problems)
    value, faults = checked(found.node, model)
    problems = (*found.problems, *(fault for fault in faults if not told_of(fault, found.mended)))
    if value is None or any(problem.fatal for problem in problems):
        raise Faulty(problems)
    return Read(value, problems)


def told_of(problem: Problem, mended: frozenset[tuple[str, int]]) -> bool:
    """Whether `problem` lies on a line that was mended: its text there is not what the author wrote."""
    return problem.span is not None and (problem.span.file, problem.span.line) in mended
