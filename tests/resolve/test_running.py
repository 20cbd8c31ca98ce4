"""Heads and feet that a report words itself: fields, tabs, expressions, and data that is no markup."""

from __future__ import annotations

from reportgen.model.document import Field
from reportgen.origins import BlockId, SourceText, Span
from reportgen.prose.scope import Scope
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.running import running_line

WORDS = {"title": "月报", "issue": "三月"}


def source(text: str) -> SourceText:
    return SourceText(text, Span("s.yaml", 1, 1, 1, len(text) + 1), ((0, 1, 1),))


def said(text: str, ledger: Ledger | None = None, **names: str) -> tuple[str | Field, ...]:
    return running_line(source(text), WORDS, Scope(names), BlockId("header"), ledger or Ledger())


def test_fields_tabs_and_spaces_stand_where_they_were_typed() -> None:
    assert said("{title} · {issue}\t第 {page} 页，共 {pages} 页") == (
        "月报", " · ", "三月", "\t", "第 ", Field.PAGE, " 页，共 ", Field.PAGES, " 页",
    )  # fmt: skip
    assert said("{section}") == (Field.SECTION,)


def test_an_expression_says_what_it_says_elsewhere() -> None:
    assert said("{{ client }}专送\t{page}", client="甲公司") == ("甲公司专送", "\t", Field.PAGE)


def test_full_width_braces_are_read_as_half_width() -> None:
    assert said("｛｛ client ｝｝专送\t｛page｝", client="甲公司") == ("甲公司专送", "\t", Field.PAGE)


def test_what_data_say_is_no_field() -> None:
    assert said("{{ client }}", client="{page}") == ("{page}",)


def test_an_unknown_field_is_told_with_the_nearest() -> None:
    ledger = Ledger()
    assert said("{pag}", ledger) == ()
    (problem,) = ledger.problems
    assert problem.code == "theme.unknown-field"
    assert "page" in problem.hint_en


def test_an_expression_that_fails_is_told_at_its_place() -> None:
    ledger = Ledger()
    said("甲{page}{{ nobody }}", ledger)
    assert [problem.span.column if problem.span else 0 for problem in ledger.problems] == [11]
