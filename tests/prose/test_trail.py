"""The trail's law: change a cell, and only those parts of a phrase change that name the cell among theirs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.data.table import DataTable, Value
from reportgen.errors import Faulty
from reportgen.origins import CellRef
from reportgen.prose.evaluate import phrase
from reportgen.prose.phrase import Phrase, Told, part_text, plain
from reportgen.prose.ranking import ordered, rank
from reportgen.prose.samples import scope, source_text
from reportgen.prose.scope import Scope
from reportgen.prose.selection import Selection, of_table, with_overall
from reportgen.prose.wording import WORDINGS

EXPRESSIONS = [example.expression for wording in WORDINGS for example in wording.examples] + [
    "研发获取",
    "问题",
    "新兴研发",
    "登记.登记总量.同比",
    "[研发获取, 首选方式]",
    "作品类型.前(2)",
    "问题.最高 | 名称",
]
CHANGES: Mapping[str, Callable[[Decimal], Decimal]] = {
    "a little more": lambda number: number + 1,
    "less": lambda number: number - 5,
    "much more": lambda number: number * 3,
    "half": lambda number: number / 2,
    "round": lambda number: Decimal(40),
}


def changed_table(table: DataTable, cell: CellRef, change: Callable[[Decimal], Decimal]) -> DataTable:
    def value(old: Value) -> Value:
        if old.cell != cell or old.number is None:
            return old
        return replace(old, number=change(old.number), raw=str(change(old.number)))

    return replace(table, values={key: value(old) for key, old in table.values.items()})


def changed(within: Scope, cell: CellRef, change: Callable[[Decimal], Decimal]) -> Scope:
    """The scope with one cell changed, what data decided in it decided anew."""
    names = dict(within.names)
    for name, known in within.names.items():
        if not isinstance(known, Selection):
            continue
        table = changed_table(known.table, cell, change)
        anew = of_table(table, known.name, current=known.current, noun=known.noun)
        if known.overall is not None:
            anew = with_overall(anew, known.table.items[known.overall].label)
        if known.decision.endswith("位"):
            anew = rank(anew, int(known.decision.split()[-2]))
        elif known.decision:
            anew = ordered(anew)
        else:
            anew = replace(anew, items=known.items)
        names[name] = anew
    return replace(within, names=names)


BEFORE = scope()
SAID: dict[str, Phrase] = {expression: phrase(source_text(expression), BEFORE) for expression in EXPRESSIONS}
CELLS = sorted({use.ref for said in SAID.values() for part in said if isinstance(part, Told) for use in part.cells})


def unpredicted(before: Phrase, after: Phrase, cell: CellRef) -> list[str]:
    """The changes that the trail of `before` does not predict."""
    if plain(before) == plain(after):
        return []
    resting = [part for part in before if isinstance(part, Told) and cell in {use.ref for use in part.cells}]
    if not resting:
        return [plain(after)]
    if len(before) != len(after):
        return []
    return [
        part_text(new)
        for old, new in zip(before, after, strict=True)
        if part_text(old) != part_text(new) and old not in resting
    ]


@pytest.mark.parametrize("way", CHANGES)
def test_only_what_names_a_cell_changes_with_it(way: str) -> None:
    moved = 0
    for cell in CELLS:
        try:
            within = changed(BEFORE, cell, CHANGES[way])
        except Faulty:
            continue
        for expression, before in SAID.items():
            try:
                after = phrase(source_text(expression), within)
            except Faulty:
                continue
            assert unpredicted(before, after, cell) == [], (cell, expression, plain(after))
            moved += plain(before) != plain(after)
    assert moved > len(EXPRESSIONS)


def test_the_law_can_fail() -> None:
    before = SAID["研发获取"]
    after = phrase(source_text("研发获取.上年"), BEFORE)
    assert unpredicted(before, after, CellRef("样本", "登记", "B4"))
