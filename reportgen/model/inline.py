"""Inlines: what a line of text is made of.

*Resolved*: no cell address and no template is left; every number shown is a string, tied to its audit record.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from reportgen.origins import BlockId, RecordId


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the author's."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A number printed from data, unit included where it belongs to the number (86.6%)."""

    text: str
    record: RecordId
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word or name that data chose (提升, 战略性新兴产业)."""

    text: str
    record: RecordId
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A reference to a numbered figure, table or heading, as printed (图 1)."""

    text: str
    target: BlockId
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address outside the document; `url` is http, https or mailto."""

    text: str
    url: str
    strong: bool = False
    emphasis: bool = False


Inline: TypeAlias = Text | Number | Word | CrossReference | Link
Inlines: TypeAlias = tuple[Inline, ...]


def plain(inlines: Iterable[Inline]) -> str:
    """Return the text of `inlines` as a reader sees it."""
    return "".join(inline.text for inline in inlines)
