"""Inlines: what a line of text is made of.

*Resolved*: no cell address and no template is left; every number shown is a string, tied to its audit record.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from reportgen.origins import BlockId, RecordId
from reportgen.values import dataclass


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


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote (脚注): `text` is its marker as printed, `inlines` what stands at the page's foot.

    Footnotes count through the whole document (`ordinal`, from 1): where pages end is not known here, and a program
    that shows the Word file ends them by its own fonts, so a count by page could not be the same in both outputs.
    """

    text: str
    ordinal: int
    id: BlockId
    inlines: tuple[Inline, ...]
    strong: bool = False
    emphasis: bool = False


Inline: TypeAlias = Text | Number | Word | CrossReference | Link | Footnote
Inlines: TypeAlias = tuple[Inline, ...]


def plain(inlines: Iterable[Inline]) -> str:
    """Return the words of `inlines` as a reader sees them; the markers of footnotes are no words."""
    return "".join(inline.text for inline in inlines if not isinstance(inline, Footnote))


def footnotes(inlines: Iterable[Inline]) -> tuple[Footnote, ...]:
    """Return the footnotes among `inlines`, in order."""
    return tuple([inline for inline in inlines if isinstance(inline, Footnote)])
