"""Looks through a whole spec for what its author mistyped. What counts as that is `prose.lint`'s business.

Statistics typed by hand are looked for in the report's own words. Quoted text is left alone: its numbers are not ours.
So is the line that says where an article comes from. Expressions in single braces are looked for in all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import SourceText
from reportgen.prose.lint import known, single_braces, typed
from reportgen.prose.pieces import Pieces
from reportgen.prose.scope import Named, Scope
from reportgen.prose.text import Passage, read_line, read_text
from reportgen.resolve.inclusion import Included, IncludedHeading, IncludedText
from reportgen.resolve.plan import Closing, Plannable, Planned
from reportgen.spec.blocks import (
    ArticleBlock,
    BoxBlock,
    ChartBlock,
    HeadingBlock,
    ImageBlock,
    SectionBlock,
    TableBlock,
    TextBlock,
)
from reportgen.spec.report import ReportSpec


def typed_by_hand(spec: ReportSpec, planned: Iterable[Planned], scope: Scope) -> tuple[Problem, ...]:
    """Return a problem for each statistic that was typed where an expression could say it."""
    what = known(scope, spec.numbers)
    return tuple(problem for words in own_words(spec, planned) for problem in typed(words, what))


def braced_once(spec: ReportSpec, planned: Iterable[Planned], scope: Scope) -> tuple[Problem, ...]:
    """Return a problem for each expression that stands in single braces and would print as it is typed."""
    problems = [
        problem
        for text in (*_opening(spec), spec.output)
        if text is not None
        for words in _line(text)
        for problem in single_braces(words, scope)
    ]
    for block in planned:
        known_there = _within(scope, block.bound)
        problems += [problem for words in _words_of(block.part) for problem in single_braces(words, known_there)]
    return tuple(problems)


def _within(scope: Scope, bound: Mapping[str, Named]) -> Scope:
    return replace(scope, names={**scope.names, **bound}) if bound else scope


def own_words(spec: ReportSpec, planned: Iterable[Planned]) -> Iterator[tuple[Passage, ...] | Pieces]:
    """Yield the texts of a spec that are the report's own words; what cannot be read is told where it is resolved."""
    for text in _opening(spec):
        if text is not None:
            yield from _line(text)
    for block in planned:
        if not block.quoted:
            yield from _words_of(block.part)


def _opening(spec: ReportSpec) -> tuple[SourceText | None, ...]:
    """Return what stands before the body: title, issue, and what a cover says."""
    cover = spec.cover
    return (spec.title, spec.issue, *((cover.client, cover.date) if cover else ()))


def _words_of(part: Plannable) -> Iterator[tuple[Passage, ...] | Pieces]:
    match part:
        case TextBlock(text=text):
            yield from _text(text)
        case BoxBlock(box=text, title=title):
            yield from _line(title) if title is not None else ()
            yield from _text(text)
        case Included(passages=passages) | IncludedText(passages=passages):
            yield passages
        case IncludedHeading(heading=heading):
            yield heading.pieces
        case HeadingBlock(heading=text) | ArticleBlock(article=text) | SectionBlock(section=text):
            yield from _line(text)
        case Closing(article=ArticleBlock(source=SourceText() as text)):
            yield from _line(text)
        case ChartBlock() | TableBlock() | ImageBlock():
            for said in (part.caption, part.note):
                if said is not None:
                    yield from _line(said)
        case _:
            return


def _text(text: SourceText) -> Iterator[tuple[Passage, ...]]:
    try:
        yield read_text(text)
    except Faulty:
        return


def _line(text: SourceText) -> Iterator[Pieces]:
    try:
        yield read_line(text)
    except Faulty:
        return
