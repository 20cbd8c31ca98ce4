"""What a YAML source holds: scalars, sequences and mappings, each with its place. Nothing is interpreted yet."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from reportgen.origins import SourceText, Span
from reportgen.values import dataclass


class ScalarStyle(Enum):
    """How a scalar is written."""

    PLAIN = None
    SINGLE_QUOTED = "'"
    DOUBLE_QUOTED = '"'
    LITERAL = "|"
    FOLDED = ">"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text: `2025-03`, `yes` and `1` are texts too, until a model says otherwise."""

    source: SourceText
    style: ScalarStyle

    @property
    def span(self) -> Span:
        """Where it is written, with its quotes or its `|`."""
        return self.source.span

    @property
    def text(self) -> str:
        """What it says."""
        return self.source.text

    @property
    def absent(self) -> bool:
        """Whether nothing at all is written (`key:`)."""
        return self.style is ScalarStyle.PLAIN and not self.source.text

    @property
    def none(self) -> bool:
        """Whether it says that there is no value: `null` or `~`, unquoted."""
        return self.style is ScalarStyle.PLAIN and self.source.text in ("null", "~")


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping and its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys and values, in the order of the source; no key stands twice."""

    entries: tuple[Entry, ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """Return the value of `key`, or None."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)


Node: TypeAlias = Scalar | SequenceNode | MappingNode
