"""Finding an item, a measure or any other name by the label that a person typed, and the nearest where there is none.

White space, full and half width, and case do not matter, nor does a unit in parentheses (登记量（件） finds 登记量).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from reportgen.data.clean import folded
from reportgen.data.labels import read_label
from reportgen.data.table import DataTable


def find_label(labels: Sequence[str], wanted: str) -> int | None:
    """Return the index of the label that says `wanted` as a whole, the first where several do; None where none does."""
    for typed in (wanted, read_label(wanted).name):
        form = folded(typed)
        found = next((index for index, label in enumerate(labels) if folded(label) == form), None)
        if found is not None:
            return found
    return None


def find_item(table: DataTable, label: str) -> int | None:
    """Return the index of the item that `label` names, by its alias first and then by its label on the sheet."""
    aliases = [item.alias for item in table.items]
    form = folded(label)
    found = next((index for index, alias in enumerate(aliases) if alias and folded(alias) == form), None)
    return found if found is not None else find_label([item.label for item in table.items], label)


def find_measure(table: DataTable, name: str) -> int | None:
    """Return the index of the measure called `name`, or None."""
    return find_label([measure.name for measure in table.measures], name)


def nearest(labels: Iterable[str], wanted: str, count: int = 3) -> tuple[str, ...]:
    """Return up to `count` labels that are most like `wanted`, the nearest first.

    Short Chinese names share few characters with their misspellings, so that one name inside the other counts as near.
    """
    form = folded(wanted)

    def likeness(label: str) -> float:
        other = folded(label)
        if not form or not other:
            return 0.0
        inside = form in other or other in form
        return max(SequenceMatcher(None, form, other).ratio(), 0.6 if inside else 0.0)

    near = [(likeness(label), -index, label) for index, label in enumerate(dict.fromkeys(labels)) if label]
    return tuple(label for score, _, label in sorted(near, reverse=True)[:count] if score >= 0.4)


def near_hint(labels: Sequence[str], wanted: str) -> tuple[str, str]:
    """Return a hint in Chinese and in English: the nearest labels, or all of them where none is near and few exist."""
    near = nearest(labels, wanted)
    if near:
        return f"是不是“{'”“'.join(near)}”？", f"Did you mean {' or '.join(near)}?"
    known = [label for label in labels if label]
    if 0 < len(known) <= 12:
        return f"有的是：{'、'.join(known)}。", f"There are: {', '.join(known)}."
    return "", ""
