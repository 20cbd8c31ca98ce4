"""Looks through a whole spec for statistics typed by hand. What counts as one is `prose.lint`'s business.

Quoted text is left alone: its numbers are not ours. So is the line that says where an article comes from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import SourceText
from reportgen.prose.lint import Known, known, typed
from reportgen.prose.scope import Scope
from reportgen.prose.text import read_line, read_text
from reportgen.resolve.plan import Planned
from reportgen.spec.report import ArticleBlock, ChartBlock, HeadingBlock, ReportSpec, TableBlock, TextBlock


def typed_by_hand(spec: ReportSpec, planned: Iterable[Planned], scope: Scope) -> tuple[Problem, ...]:
    """Return a problem for each statistic that was typed where an expression could say it."""
    what = known(scope, spec.numbers)
    lines = [text for text in (spec.title, spec.issue) if text is not None]
    found = [problem for text in lines for problem in _in_line(text, what)]
    for block in planned:
        if not block.quoted:
            found += _in_block(block, what)
    return tuple(found)


def _in_block(block: Planned, what: Known) -> Iterator[Problem]:
    match block.part:
        case TextBlock(text=text):
            try:
                yield from typed(read_text(text), what)
            except Faulty:
                return  # told where the text is resolved
        case HeadingBlock(heading=text) | ArticleBlock(article=text):
            yield from _in_line(text, what)
        case ChartBlock() | TableBlock() as part:
            for line in (part.caption, part.note):
                if line is not None:
                    yield from _in_line(line, what)
        case _:
            return


def _in_line(text: SourceText, what: Known) -> Iterator[Problem]:
    try:
        yield from typed(read_line(text), what)
    except Faulty:
        return  # told where the text is resolved
