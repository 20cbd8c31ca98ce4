"""The plan gives every block its id and its numbers before any text is resolved."""

from __future__ import annotations

from reportgen.origins import SourceText, Span
from reportgen.resolve.plan import captioned, plan
from reportgen.spec.blocks import (
    ArticleBlock,
    Body,
    ChartBlock,
    HeadingBlock,
    RowBlock,
    SectionBlock,
    TableBlock,
    TextBlock,
)
from reportgen.spec.chart_kinds import ChartType
from reportgen.spec.report import ReportSpec

HERE = Span("月报.yaml", 1, 1, 1, 2)


def words(text: str) -> SourceText:
    return SourceText(text, HERE, ((0, 1, 1),))


def text() -> TextBlock:
    return TextBlock(span=HERE, text=words("文"))


def chart(name: str | None = None, number: int | None = None, *, caption: bool = True) -> ChartBlock:
    title = words("题") if caption else None
    return ChartBlock(span=HERE, chart=ChartType.LINE, data=words("表"), id=name, number=number, caption=title)


def table() -> TableBlock:
    return TableBlock(span=HERE, table=words("表"), caption=words("题"))


def heading(*body: Body, name: str | None = None, numbered: bool = True) -> HeadingBlock:
    return HeadingBlock(span=HERE, heading=words("题"), id=name, numbered=numbered, body=body)


def report(*body: ArticleBlock | Body) -> ReportSpec:
    section = SectionBlock(span=HERE, section=words("专利"), id="专利", body=body)
    return ReportSpec(span=HERE, reportgen=1, title=words("月报"), sections=(section,))


def article(*body: Body, source: bool = False, quoted: bool = False) -> ArticleBlock:
    said = words("某局") if source else None
    return ArticleBlock(span=HERE, article=words("题"), source=said, quoted=quoted, body=body)


def test_ids_are_the_authors_or_parent_kind_and_ordinal() -> None:
    blocks = plan(report(article(text(), heading(text(), text(), name="研发"), text(), source=True)))
    assert [b.id for b in blocks] == [
        "专利",
        "专利/article1",
        "专利/article1/text1",
        "研发",
        "研发/text1",
        "研发/text2",
        "专利/article1/text2",
        "专利/article1/source",
    ]


def test_levels_never_skip_and_counters_restart_with_each_article() -> None:
    blocks = plan(report(article(heading(heading(), heading()), heading(heading())), article(heading())))
    shown = [(b.level, b.depth, b.counters) for b in blocks if isinstance(b.part, HeadingBlock)]
    assert shown == [
        (3, 0, (1,)),
        (4, 1, (1, 1)),
        (4, 1, (1, 2)),
        (3, 0, (2,)),
        (4, 1, (2, 1)),
        (3, 0, (1,)),
    ]


def test_an_unnumbered_heading_does_not_count() -> None:
    blocks = plan(report(article(heading(), heading(numbered=False), heading())))
    assert [b.counters for b in blocks if isinstance(b.part, HeadingBlock)] == [(1,), (), (2,)]


def test_a_pinned_number_holds_and_later_ones_count_on() -> None:
    blocks = plan(report(article(chart(), chart(number=3), table(), chart(), chart(caption=False), chart())))
    assert [b.ordinal for b in blocks if isinstance(b.part, ChartBlock)] == [1, 3, 4, None, 5]
    assert [b.ordinal for b in blocks if isinstance(b.part, TableBlock)] == [1]


def test_only_numbered_blocks_with_an_authors_id_can_be_referred_to() -> None:
    blocks = plan(report(article(chart("图1"), chart(), chart("无题", caption=False))))
    assert list(captioned(blocks)) == ["图1"]


def test_what_stands_in_a_quoted_article_is_quoted() -> None:
    blocks = plan(report(article(text(), quoted=True), article(text())))
    assert [b.quoted for b in blocks if isinstance(b.part, TextBlock)] == [True, False]


def test_a_body_without_sections_begins_at_level_one() -> None:
    spec = ReportSpec(span=HERE, reportgen=1, title=words("月报"), body=(heading(text(), heading()),))
    assert [b.level for b in plan(spec)] == [1, 0, 2]


def test_charts_side_by_side_are_planned_one_by_one_in_their_row() -> None:
    row = RowBlock(span=HERE, side_by_side=(chart("左"), chart()))
    planned = plan(report(article(chart(), row, chart())))
    found = [(block.id, block.row, block.ordinal) for block in planned if isinstance(block.part, ChartBlock)]
    assert found == [
        ("专利/article1/chart1", None, 1),
        ("左", "专利/article1/side_by_side1", 2),
        ("专利/article1/side_by_side1/chart2", "专利/article1/side_by_side1", 3),
        ("专利/article1/chart2", None, 4),
    ]
    assert set(captioned(planned)) == {"左"}
