"""What is brought forward: columns before rows, categories before series, by the labels that are shown."""

from __future__ import annotations

import pytest

from reportgen.data.table import Measure
from reportgen.origins import BlockId, SourceText
from reportgen.prose.scope import Scope
from reportgen.prose.selection import of_table
from reportgen.resolve.highlights import highlighted
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.viewing import View, view
from reportgen.spec.blocks import TableBlock
from tests.resolve.test_tabulation import HERE, Y2023, Y2024, data

HEADINGS, OTHERS = ("年份", "作品登记", "软件登记"), ("2023 年", "2024 年")


def shown() -> tuple[View, Scope]:
    source = data((Measure("量", "件"),), (Y2023, Y2024), {(0, 0, 0): "1", (0, 0, 1): "2"})
    scope = Scope({"表": of_table(source, "表", current=Y2024), "focus": "软件登记"})
    return view(text("表"), None, scope, over_time=True), scope


def text(said: str) -> SourceText:
    return SourceText(said, HERE, ((0, 1, 1),))


def forward(said: str | None, ledger: Ledger | None = None) -> tuple[tuple[int, ...], tuple[int, ...]]:
    part = TableBlock(span=HERE, table=text("表"), highlight=text(said) if said else None)
    seen, scope = shown()
    return highlighted(part, HEADINGS, OTHERS, seen, scope, BlockId("t"), ledger or Ledger())


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (None, ((), ())),
        ("作品 登记", ((1,), ())),
        ("{{ focus }}", ((2,), ())),
        ("2023年", ((), (0,))),
        ("本期", ((), (1,))),
    ],
)
def test_a_label_is_looked_for_in_both_directions(
    said: str | None, found: tuple[tuple[int, ...], tuple[int, ...]]
) -> None:
    assert forward(said) == found


def test_a_label_that_is_not_shown_is_told_with_all_that_are() -> None:
    ledger = Ledger()
    assert forward("商标", ledger) == ((), ())
    (problem,) = ledger.problems
    assert problem.code == "chart.highlight-unknown"
    assert "软件登记" in problem.hint_en
    assert "2024 年" in problem.hint_en
