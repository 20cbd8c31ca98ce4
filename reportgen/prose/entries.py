"""A row that a parameter picks from a list (客户名单), and what its fields hold: numbers, and texts with their cells.

A field that holds a number is a quantity like any other; one that holds a text stays a text that knows its cell, so
that the trail tells where a printed name comes from, and what an address with it in brackets rests on.
"""

from __future__ import annotations

from reportgen.data.rows import Entry, Row, RowList
from reportgen.errors import Faulty
from reportgen.model.audit import CellUse
from reportgen.prose.labels import hints
from reportgen.prose.messages import BLANK_FIELD, UNKNOWN_PART
from reportgen.prose.quantity import Quantity, of_value
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class ListedText:
    """A text of a list: a row's label, or what it holds in a field. `short` is its form in names of files."""

    text: str
    short: str
    path: str
    cells: tuple[CellUse, ...]


@dataclass(frozen=True, slots=True)
class ChosenRow:
    """A row of a list, under the name of the parameter that picks it."""

    name: str
    row: Row
    among: RowList

    @property
    def label(self) -> ListedText:
        """The row's label, which is what the parameter prints."""
        use = CellUse(self.row.cell, self.row.label)
        return ListedText(self.row.label, self.row.label, self.name, (use,))


def field_of(row: ChosenRow, name: str) -> Quantity | ListedText:
    """Return what a row holds in the field called `name`. Raises Faulty where there is none, or nobody can read it."""
    index = row.among.field(name)
    if index is None:
        raise Faulty([UNKNOWN_PART.at(None, None, owner=row.name, name=name, **hints(name, row.among.fields))])
    entry: Entry = row.row.entries[index]
    path = f"{row.name}.{row.among.fields[index]}"
    if entry.fault is not None:
        raise Faulty([entry.fault])
    if entry.value is not None:
        return of_value(entry.value, path, path, row.row.label)
    return ListedText(entry.text, entry.short, path, (CellUse(entry.cell, entry.raw, entry.format),))


def filled(text: ListedText) -> ListedText:
    """Return a text that is there. Raises Faulty for a blank field: what is missing is never passed over."""
    if not text.text:
        raise Faulty([BLANK_FIELD.at(None, text.cells[0].ref, path=text.path)])
    return text
