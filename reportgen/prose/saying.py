"""What a wording works on: the subject before the pipe, the arguments and the scope; and the plain listings."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.prose.numbers import printed
from reportgen.prose.phrase import Phrase, Told, listed
from reportgen.prose.quantity import Quantity, united
from reportgen.prose.scope import Scope
from reportgen.prose.selection import Selection, label_of, label_use
from reportgen.prose.values import NAME, NUMBER, EvaluatedTo, wrong_kind
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """An expression over the sample data (`samples`) and what it prints."""

    expression: str
    prints: str


@dataclass(frozen=True, slots=True)
class Saying:
    """What a wording is applied to."""

    name: str
    subject: EvaluatedTo
    arguments: tuple[EvaluatedTo, ...]
    scope: Scope

    def word(self, index: int, usual: str = "") -> str:
        """Return the argument at `index` as a word, or the usual one where it is left out."""
        given = self.arguments[index] if index < len(self.arguments) else usual
        return given if isinstance(given, str) else usual


def number(quantity: Quantity, scope: Scope) -> Told:
    """Return a quantity as printed, with its record."""
    return Told(printed(quantity, scope.house), NUMBER, quantity.derivation, quantity.cells)


def numbers(several: Sequence[Quantity], scope: Scope) -> Phrase:
    """Return quantities as a list: 46.4%、44.4% 和 42.6%."""
    return listed([number(quantity, scope)] for quantity in several)


def name_of(selection: Selection, item: int, text: str | None = None, beside: Sequence[int] = ()) -> Told:
    """Return an item's label (or the part of it that is printed) with its record.

    `beside` are the items whose labels decided which part that is.
    """
    label = label_of(selection, item)
    labels = (label_use(selection.table.items[one]) for one in (item, *beside))
    cells = united(*labels, selection.deciding)
    return Told(label if text is None else text, NAME, selection.decision or selection.path, cells)


def data(saying: Saying) -> Selection:
    """Return the subject as data. Raises Faulty where it is something else."""
    if isinstance(saying.subject, Selection):
        return saying.subject
    raise wrong_kind(f"| {saying.name}", "数据", "data", saying.subject)
