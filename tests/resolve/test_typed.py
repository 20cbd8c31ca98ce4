"""Which words of a spec are looked through for what its author mistyped."""

from __future__ import annotations

from reportgen.origins import SourceText, Span
from reportgen.periods import Grain, Period
from reportgen.prose.scope import Scope
from reportgen.resolve.plan import plan
from reportgen.resolve.typed import braced_once, typed_by_hand
from reportgen.spec.blocks import ArticleBlock, BoxBlock, SectionBlock, TextBlock
from reportgen.spec.report import ReportSpec


def words(text: str, line: int = 1) -> SourceText:
    return SourceText(text, Span("月报.yaml", line, 1, line, 1 + len(text)), ((0, line, 1),))


def report(*, quoted: bool) -> ReportSpec:
    here = words("").span
    text = TextBlock(span=here, text=words("{ 年度 } 年增长 5.0%。", 2), quoted=quoted)
    box = BoxBlock(span=here, box=words("{ 年度 }", 4), title=words("{ 年度 }", 3))
    source = words("某局 { 年度 }", 6)
    article = ArticleBlock(span=here, article=words("题"), source=source, quoted=quoted, body=(text, box))
    section = SectionBlock(span=here, section=words("专利"), body=(article,))
    return ReportSpec(span=here, reportgen=1, title=words("{ 年度 } 月报"), sections=(section,))


SCOPE = Scope({"年度": Period(Grain.YEAR, 2024)})


def test_single_braces_are_found_in_quoted_text_too() -> None:
    for quoted in (False, True):
        spec = report(quoted=quoted)
        problems = braced_once(spec, plan(spec), SCOPE)
        assert {problem.code for problem in problems} == {"prose.single-braces"}
        assert [problem.span.line for problem in problems if problem.span] == [1, 2, 3, 4, 6]


def test_numbers_of_quoted_text_are_left_alone() -> None:
    counts = [len(typed_by_hand(spec, plan(spec), SCOPE)) for spec in (report(quoted=False), report(quoted=True))]
    assert counts == [1, 0]
