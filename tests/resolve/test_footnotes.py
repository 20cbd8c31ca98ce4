"""Footnotes: numbered through the document, with their own words, no part of the spacing around them."""

from __future__ import annotations

from reportgen.model.inline import Footnote, Inline, Number, Text, footnotes, plain
from reportgen.origins import BlockId, RecordId
from reportgen.prose.samples import source_text
from reportgen.prose.scope import Scope
from reportgen.prose.text import TextParagraph, read_text
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.spacing import evenly_spaced
from reportgen.resolve.words import inlines

RECORD = RecordId("p#1")
NOTE = Footnote("1", 1, BlockId("p/footnote1"), (Text("注"),))


def resolved(text: str, block: str, ledger: Ledger) -> tuple[Inline, ...]:
    (passage,) = read_text(source_text(text))
    assert isinstance(passage, TextParagraph)
    return inlines(passage.pieces, Scope({}), BlockId(block), ledger)


def test_they_count_through_the_document_in_the_order_of_their_markers() -> None:
    ledger = Ledger()
    first = resolved("甲[^b]乙[^a]\n\n[^a]: 后\n[^b]: 先", "p", ledger)
    second = resolved("丙[^a]\n\n[^a]: 又", "q", ledger)
    found = [(n.text, n.ordinal, n.id, plain(n.inlines)) for n in footnotes((*first, *second))]
    assert found == [("1", 1, "p/footnote1", "先"), ("2", 2, "p/footnote2", "后"), ("3", 3, "q/footnote3", "又")]


def test_what_a_footnote_says_is_evenly_spaced_by_itself() -> None:
    (_, note) = resolved("甲[^1]\n\n[^1]: 共12件", "p", Ledger())
    assert isinstance(note, Footnote)
    assert plain(note.inlines) == "共 12 件"


def test_a_problem_in_a_footnote_is_told_at_its_place() -> None:
    ledger = Ledger()
    resolved("甲[^1]\n\n[^1]: 见 {{ 没有 }}", "p", ledger)
    (problem,) = ledger.problems
    assert problem.span is not None
    assert problem.span.line == 3


def test_a_marker_takes_no_space_beside_it() -> None:
    assert evenly_spaced((Text("甲"), NOTE, Text("乙"))) == (Text("甲"), NOTE, Text("乙"))


def test_the_space_between_chinese_and_a_number_goes_behind_the_marker() -> None:
    number = Number("12", RECORD)
    assert evenly_spaced((Text("甲"), NOTE, number)) == (Text("甲"), NOTE, Text(" "), number)
    assert evenly_spaced((Text("甲 "), NOTE, number)) == (Text("甲"), NOTE, Text(" "), number)
    assert evenly_spaced((number, NOTE, Text("件"))) == (number, NOTE, Text(" 件"))


def test_markers_at_both_ends_stay() -> None:
    assert evenly_spaced((NOTE, Text("甲"), NOTE)) == (NOTE, Text("甲"), NOTE)
    assert evenly_spaced((NOTE,)) == (NOTE,)
