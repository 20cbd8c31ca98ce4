"""Conditions leave blocks out; ids, numbers and references go by what is left."""

from __future__ import annotations

from reportgen.origins import SourceText, Span
from reportgen.prose.scope import Scope
from reportgen.resolve.deciding import Decision, note
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.plan import Planned, captioned, hidden, plan
from reportgen.spec.blocks import (
    ArticleBlock,
    Body,
    ChartBlock,
    ChooseBlock,
    ElseBlock,
    HeadingBlock,
    SectionBlock,
    TextBlock,
)
from reportgen.spec.chart_kinds import ChartType
from reportgen.spec.report import ReportSpec

SCOPE = Scope({"甲": "一", "乙": "二"})
TRUE, FALSE, BROKEN = '甲 == "一"', '甲 == "二"', "丙 > 1"


def words(text: str, line: int = 1) -> SourceText:
    return SourceText(text, Span("月报.yaml", line, 1, line, len(text) + 1), ((0, line, 1),))


HERE = words("").span


def condition(text: str | None, line: int = 1) -> SourceText | None:
    return None if text is None else words(text, line)


def text(when: str | None = None, name: str | None = None, line: int = 1) -> TextBlock:
    return TextBlock(span=HERE, text=words("文"), when=condition(when, line), id=name)


def chart(name: str, when: str | None = None) -> ChartBlock:
    data, title = words("表"), words("题")
    return ChartBlock(span=HERE, chart=ChartType.LINE, data=data, id=name, caption=title, when=condition(when))


def heading(*body: Body, when: str | None = None, name: str | None = None) -> HeadingBlock:
    return HeadingBlock(span=HERE, heading=words("题"), body=body, when=condition(when), id=name)


def choose(*parts: TextBlock | ChartBlock | HeadingBlock | ElseBlock, name: str | None = None) -> ChooseBlock:
    return ChooseBlock(span=HERE, choose=parts, id=name)


def otherwise(*body: Body) -> ElseBlock:
    return ElseBlock.model_validate({"span": HERE, "else": body or words("否则")})


def planned(*body: Body, scope: Scope = SCOPE) -> tuple[Planned, ...]:
    article = ArticleBlock(span=HERE, article=words("题"), id="文章", body=body)
    section = SectionBlock(span=HERE, section=words("专利"), id="专利", body=(article,))
    return plan(ReportSpec(span=HERE, reportgen=1, title=words("月报"), sections=(section,)), scope)


def standing(blocks: tuple[Planned, ...]) -> list[str]:
    return [block.id for block in blocks if not isinstance(block.part, Decision)]


def decisions(blocks: tuple[Planned, ...]) -> list[tuple[str, bool]]:
    return [(block.id, block.part.holds) for block in blocks if isinstance(block.part, Decision)]


def test_a_block_stands_where_its_condition_holds() -> None:
    blocks = planned(text(TRUE), text(FALSE), text())
    assert standing(blocks) == ["专利", "文章", "文章/text1", "文章/text3"]
    assert decisions(blocks) == [("文章/text1", True), ("文章/text2", False)]


def test_what_a_block_holds_goes_with_it() -> None:
    blocks = planned(heading(chart("图1"), text(name="注"), when=FALSE, name="节"), chart("图2"))
    assert standing(blocks) == ["专利", "文章", "图2"]
    assert list(hidden(blocks)) == ["节", "图1", "注"]
    assert {name: block.ordinal for name, block in captioned(blocks).items()} == {"图2": 1}


def test_headings_count_on_past_what_is_left_out() -> None:
    blocks = planned(heading(), heading(when=FALSE), heading())
    assert [block.counters for block in blocks if isinstance(block.part, HeadingBlock)] == [(1,), (2,)]


def test_articles_and_sections_of_which_nothing_stands_vanish() -> None:
    blocks = planned(text(FALSE), chart("图1", FALSE))
    assert standing(blocks) == []
    assert decisions(blocks) == [("文章/text1", False), ("图1", False)]


def test_the_first_alternative_that_holds_stands() -> None:
    blocks = planned(choose(text(FALSE), text(TRUE), text(TRUE), otherwise()), text())
    assert standing(blocks) == ["专利", "文章", "文章/choose1/text2", "文章/text1"]
    assert decisions(blocks) == [("文章/choose1", False), ("文章/choose1", True)]


def test_else_stands_where_none_holds() -> None:
    one = planned(choose(text(FALSE), otherwise(), name="选"))
    assert standing(one) == ["专利", "文章", "选/text2"]
    several = planned(choose(text(FALSE), otherwise(chart("图1"), text(FALSE), text())))
    assert standing(several) == ["专利", "文章", "图1", "文章/choose1/text3"]


def test_what_was_not_chosen_cannot_be_referred_to() -> None:
    blocks = planned(choose(chart("图1", FALSE), chart("图2", TRUE), chart("图3", TRUE), otherwise(chart("图4"))))
    assert sorted(hidden(blocks)) == ["图1", "图3", "图4"]
    assert list(captioned(blocks)) == ["图2"]


def test_a_hidden_block_is_known_by_the_place_of_its_condition() -> None:
    assert hidden(planned(text(FALSE, "注", line=7)))["注"].line == 7


def test_a_condition_that_cannot_be_judged_is_told_once_and_leaves_its_block_out() -> None:
    blocks = planned(choose(text(BROKEN), text(TRUE), otherwise(chart("图1"))), text(BROKEN, "注", line=4))
    assert standing(blocks) == []
    assert list(hidden(blocks)) == ["图1", "注"]
    ledger = Ledger()
    for block in blocks:
        if isinstance(block.part, Decision):
            note(block.part, block.id, ledger)
    assert [(problem.code, problem.span and problem.span.line) for problem in ledger.problems] == [
        ("prose.unknown-name", 1),
        ("prose.unknown-name", 4),
    ]
    assert ledger.trail.records == ()


def test_each_decision_is_a_record() -> None:
    ledger = Ledger()
    for block in planned(text(TRUE), choose(text(FALSE), otherwise())):
        if isinstance(block.part, Decision):
            note(block.part, block.id, ledger)
    assert [(r.id, r.kind, r.text, r.derivation) for r in ledger.trail.records] == [
        ("文章/text1#1", "decision", "印出", TRUE),
        ("文章/choose1#1", "decision", "不印", FALSE),
    ]


def test_a_heading_among_sections_is_set_as_one() -> None:
    spec = ReportSpec(
        span=HERE,
        reportgen=1,
        title=words("月报"),
        sections=(heading(text(), heading(), name="要点"), SectionBlock(span=HERE, section=words("专利"))),
    )
    assert [(block.id, block.level, block.depth, block.counters, block.among_sections) for block in plan(spec)] == [
        ("要点", 1, 0, (), True),
        ("要点/text1", 0, 0, (), False),
        ("要点/heading1", 2, 0, (1,), False),
        ("section1", 1, 0, (), False),
    ]
