"""Order that data give: sorting, ranks, the first few, the highest and the lowest.

A selection ordered here keeps the cells that decided it, and says how (`deciding`, `decision`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.errors import Faulty
from reportgen.model.audit import CellUse
from reportgen.prose.messages import NO_RANK
from reportgen.prose.quantity import number_of, united
from reportgen.prose.selection import Selection, grid, quantity_at


def _sorted_items(selection: Selection, *, descending: bool, strict: bool) -> tuple[list[int], tuple[CellUse, ...]]:
    """Return the items by their value in the selected period, and the cells that decided it.

    Blank ones come last, or are a problem where `strict`; equal ones keep their order.
    """
    period = selection.periods[-1]
    values = [(item, quantity_at(selection, item, period)) for item in selection.items]
    known = [(item, number_of(q)) for item, q in values if strict or q.gap is None]
    blank = [item for item, q in values if not strict and q.gap is not None]
    known.sort(key=lambda pair: -pair[1] if descending else pair[1])
    return [item for item, _ in known] + blank, united(*(q.cells for _, q in values))


def _decided(selection: Selection, items: Sequence[int], cells: tuple[CellUse, ...], decision: str) -> Selection:
    deciding = united(selection.deciding, cells)
    return replace(selection, items=tuple(items), deciding=deciding, decision=decision)


def ordered(selection: Selection, *, descending: bool = True) -> Selection:
    """Return the selection sorted by its values in the selected period; blank ones come last."""
    items, cells = _sorted_items(selection, descending=descending, strict=False)
    way = "从高到低" if descending else "从低到高"
    return _decided(selection, items, cells, f"{selection.name} {way}")


def rank(selection: Selection, place: int) -> Selection:
    """Return the item at `place` from the top (from 1) in the selected period. Raises Faulty where there is none."""
    items, cells = _sorted_items(selection, descending=True, strict=True)
    if not 1 <= place <= len(items):
        raise Faulty([NO_RANK.at(name=selection.path, count=len(items), rank=place)])
    return _decided(selection, items[place - 1 : place], cells, f"{selection.name} 第 {place} 位")


def first(selection: Selection, count: int) -> Selection:
    """Return the first `count` items: in the order that data gave them, from the top where they have none yet."""
    chosen = selection
    if not selection.decision:
        items, cells = _sorted_items(selection, descending=True, strict=True)
        chosen = _decided(selection, items, cells, f"{selection.name} 从高到低")
    if not 1 <= count <= len(chosen.items):
        raise Faulty([NO_RANK.at(name=selection.path, count=len(chosen.items), rank=count)])
    return replace(chosen, items=chosen.items[:count], path=f"{selection.path}.前({count})")


def extreme(selection: Selection, *, highest: bool) -> Selection:
    """Return the highest or lowest item; of a single item over several periods, its highest or lowest period."""
    name = "最高" if highest else "最低"
    path = f"{selection.path}.{name}"
    if len(selection.items) == 1 and len(selection.periods) > 1:
        row = grid(selection)[0]
        best = row[0]
        for quantity in row:
            above = number_of(quantity) > number_of(best)
            below = number_of(quantity) < number_of(best)
            best = quantity if (above if highest else below) else best
        at = None if best.period is None else (best.period,)
        cells = united(selection.deciding, *(quantity.cells for quantity in row))
        return replace(selection, at=at, deciding=cells, decision=path, path=path)
    items, cells = _sorted_items(selection, descending=highest, strict=True)
    return replace(_decided(selection, items[:1], cells, path), path=path)
