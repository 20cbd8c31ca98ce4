"""`Phrase`: what an expression says, with the origin of every number and of every word that data chose.

`resolve` turns the parts into inlines and audit records. A phrase refuses `str()`: the one way to its bare words is
`plain`, for places that hold no inlines (file names, titles of windows).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn, TypeAlias

from reportgen.diagnostics import Problem
from reportgen.model.audit import CellUse, RecordKind
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """Text that data decided: a number, a word (提升) or a name, with how it came about and all its cells.

    `note` is what a careful reader might stumble over: a warning that knows no place in the spec yet.
    """

    text: str
    kind: RecordKind
    derivation: str
    cells: tuple[CellUse, ...]
    note: Problem | None = None

    def __str__(self) -> NoReturn:
        msg = "text from data is not plain text: its record would be lost"
        raise TypeError(msg)


@dataclass(frozen=True, slots=True)
class Referred:
    """A reference as printed (图 1) to the figure, table or heading with the id `target`."""

    text: str
    target: str

    def __str__(self) -> NoReturn:
        msg = "a reference is not plain text: its target would be lost"
        raise TypeError(msg)


Part: TypeAlias = str | Told | Referred


class Phrase(tuple[Part, ...]):
    """A sequence of words, told parts and references."""

    __slots__ = ()

    def __str__(self) -> NoReturn:
        msg = "a phrase is not plain text: its numbers would lose their cells"
        raise TypeError(msg)

    def __format__(self, form: str) -> NoReturn:
        str(self)
        raise AssertionError(form)


_HAN = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))


def part_text(part: Part) -> str:
    """Return the words of one part."""
    return part if isinstance(part, str) else part.text


def plain(phrase: Iterable[Part]) -> str:
    """Return the words of a phrase alone, for where there is no place for records."""
    return "".join(part_text(part) for part in phrase)


def is_han(char: str) -> bool:
    """Return whether `char` is a Chinese character (not a mark)."""
    return char == "〇" or any(low <= char <= high for low, high in _HAN)


def _meet(before: str, after: str) -> bool:
    """Return whether a space belongs between two characters: between Han and a letter, digit or sign of a number."""
    latin = before.isascii() and (before.isalnum() or before in "%)")
    latin_after = after.isascii() and (after.isalnum() or after in "(-")
    return (is_han(before) and latin_after) or (latin and is_han(after))


def phrase_of(*parts: Part | Iterable[Part]) -> Phrase:
    """Return the parts as one phrase: empty ones left out, one space where Han meets a number or a Latin word."""
    flat: list[Part] = []
    for part in parts:
        for piece in (part,) if isinstance(part, str | Told | Referred) else part:
            text = part_text(piece)
            if not text:
                continue
            if flat and _meet(part_text(flat[-1])[-1], text[0]):
                flat.append(" ")
            flat.append(piece)
    joined: list[Part] = []
    for piece in flat:
        last = joined[-1] if joined else None
        if isinstance(piece, str) and isinstance(last, str):
            joined[-1] = last + piece
        else:
            joined.append(piece)
    return Phrase(joined)


def listed(parts: Iterable[Part | Iterable[Part]], conjunction: str = "和") -> Phrase:
    """Return the parts as a Chinese list: 甲、乙和丙."""
    several = [phrase_of(part) for part in parts]
    marks = ["", *["、"] * (len(several) - 2), conjunction][: len(several)]
    return phrase_of(*(piece for mark, part in zip(marks, several, strict=True) for piece in (mark, part)))
