"""`resolve`: a spec, its conventions, its parameters and its workbooks → a `Document` and its audit trail.

One walk over the plan. What is wrong is collected on the way; the document holds everything that could be resolved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import assert_never

from reportgen.conventions.sayings import Conventions
from reportgen.data.workbook import Workbook
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.model.audit import AuditTrail
from reportgen.model.block import (
    Block,
    Caption,
    CaptionKind,
    ChartFigure,
    Contents,
    FigureRow,
    Heading,
    HeadingNumber,
    Paragraph,
)
from reportgen.model.document import Document, Furniture, Metadata
from reportgen.model.inline import Inlines, Text, plain
from reportgen.numbering import NumberFormat, written
from reportgen.origins import BlockId, SourceText
from reportgen.prose.scope import Named, Reference, Scope
from reportgen.prose.selection import Selection
from reportgen.prose.text import Passage, TextList, TextParagraph, read_text
from reportgen.resolve.deciding import Decision, note
from reportgen.resolve.figures import chart_figure
from reportgen.resolve.judging import judge_checks, judge_claims
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.lists import list_block
from reportgen.resolve.names import Names
from reportgen.resolve.plan import Closing, Planned, captioned, has_caption, hidden, plan
from reportgen.resolve.surroundings import furniture, heading_formats, issue_date
from reportgen.resolve.tabulation import table
from reportgen.resolve.typed import typed_by_hand
from reportgen.resolve.words import inlines, line
from reportgen.roles import Role
from reportgen.spec.blocks import ArticleBlock, ChartBlock, HeadingBlock, SectionBlock, TableBlock, TextBlock
from reportgen.spec.report import ReportSpec

HEADING_ROLES = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A document, its trail, the name its files take, and all problems, errors among them."""

    document: Document
    trail: AuditTrail
    name: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Context:
    """What every block is resolved with."""

    scope: Scope
    totals: Mapping[str, Selection]
    conventions: Conventions
    formats: tuple[NumberFormat | None, ...]
    ledger: Ledger


def resolve(
    spec: ReportSpec,
    conventions: Conventions,
    parameters: Mapping[str, Named],
    workbooks: Iterable[Workbook],
    *,
    issued: date | None = None,
) -> Resolved:
    """Return the document of `spec`, with every problem that the spec and its data have together."""
    ledger = Ledger()
    ledger.note(spec.warnings)
    names = Names(spec, parameters, {book.name: book for book in workbooks}, ledger)
    planned = plan(spec, names.scope)
    scope = scope_of(spec, planned, names, conventions)
    context = _Context(scope, names.totals, conventions, heading_formats(conventions, planned), ledger)

    opening = _opening(spec, context)
    blocks = [*opening, *_body(planned, context)]
    judge_checks(spec.checks, scope, ledger)
    ledger.note(typed_by_hand(spec, planned, scope))

    title = plain(opening[0].inlines) if isinstance(opening[0], Paragraph) else ""
    issue = plain(b.inlines) if (b := _issue_of(opening)) else ""
    when = issued or issue_date(parameters.values())
    metadata = Metadata(title, issue) if when is None else Metadata(title, issue, issued=when)
    document = Document(
        metadata, tuple(blocks), context.formats, _furniture(spec, title, issue, context), conventions.continued
    )
    return Resolved(document, ledger.trail, _name(spec, context, title), ledger.problems)


def scope_of(spec: ReportSpec, planned: Iterable[Planned], names: Names, conventions: Conventions) -> Scope:
    """Return what the names in the spec's expressions mean."""
    blocks = tuple(planned)
    references = {name: _reference(block, conventions) for name, block in captioned(blocks).items()}
    return replace(names.scope, references=references, dropped={**spec.dropped, **hidden(blocks)})


def _furniture(spec: ReportSpec, title: str, issue: str, context: _Context) -> Furniture:
    head = ""
    if spec.running_head is not None:
        head = plain(line(spec.running_head, context.scope, BlockId("running-head"), context.ledger))
    return furniture(context.conventions, title, issue, head)


def _issue_of(opening: Iterable[Block]) -> Paragraph | None:
    return next((b for b in opening if isinstance(b, Paragraph) and b.role is Role.ISSUE), None)


def _reference(block: Planned, conventions: Conventions) -> Reference:
    label = conventions.figure if has_caption(block.part) is CaptionKind.FIGURE else conventions.table
    text = f"{label}{conventions.label_gap}{block.ordinal}"
    return Reference(text, conventions.reference.format(reference=text), block.id)


def _opening(spec: ReportSpec, context: _Context) -> list[Block]:
    """Return what stands before the body: title, issue, contents."""
    title_id, issue_id = BlockId("title"), BlockId("issue")
    title = line(spec.title, context.scope, title_id, context.ledger)
    opening: list[Block] = [Paragraph(title_id, Role.TITLE, spec.title.span, title)]
    if spec.issue is not None:
        said = line(spec.issue, context.scope, issue_id, context.ledger)
        opening.append(Paragraph(issue_id, Role.ISSUE, spec.issue.span, said))
    if spec.contents:
        depth = context.conventions.contents_depth
        opening.append(
            Contents(BlockId("contents"), Role.CONTENTS_TITLE, spec.span, context.conventions.contents, depth)
        )
    return opening


def _name(spec: ReportSpec, context: _Context, title: str) -> str:
    """Return the name that the output takes: periods in their short form, no records."""
    if spec.output is None:
        return title
    scope = replace(context.scope, iso_periods=True)
    return plain(line(spec.output, scope, BlockId("output"), context.ledger)).replace(" ", "") or title


def _body(planned: Iterable[Planned], context: _Context) -> Iterator[Block]:
    """Yield what planned blocks become; charts of one row stand side by side where more than one is left of them."""
    for row, group in groupby(planned, key=lambda block: block.row):
        made = [one for block in group for one in _blocks(block, context)]
        charts = tuple(one for one in made if isinstance(one, ChartFigure))
        if row is not None and len(charts) > 1:
            yield FigureRow(row, charts[0].span, charts)
        else:
            yield from made


def _blocks(block: Planned, context: _Context) -> Sequence[Block]:
    """Return what one planned block becomes; a block that cannot be made leaves its problems."""
    part = block.part
    match part:
        case SectionBlock(section=text):
            return [_heading(block, text, Role.SECTION, context)]
        case ArticleBlock(article=text):
            return [_heading(block, text, Role.ARTICLE, context)]
        case HeadingBlock(heading=text):
            judge_claims(part.holds, text, context.scope, block.id, context.ledger)
            role = Role.SECTION if block.among_sections else HEADING_ROLES[min(block.depth, len(HEADING_ROLES) - 1)]
            return [_heading(block, text, role, context)]
        case TextBlock():
            judge_claims(part.holds, part.text, context.scope, block.id, context.ledger)
            return _text(part, block.id, context)
        case ChartBlock() | TableBlock():
            return _captioned(part, block, context)
        case Decision():
            note(part, block.id, context.ledger)
            return []
        case Closing(article=article):
            return _source_line(article, block.id, context)
        case _:
            assert_never(part)


def _heading(block: Planned, text: SourceText, role: Role, context: _Context) -> Heading:
    said = line(text, context.scope, block.id, context.ledger)
    number_format = context.formats[block.level - 1]
    number = None
    if block.counters and number_format is not None:
        number = HeadingNumber(block.counters, written(number_format, block.counters[-1]))
    return Heading(block.id, role, text.span, block.level, said, number)


def _text(part: TextBlock, block: BlockId, context: _Context) -> list[Block]:
    """Return the paragraphs and lists of a text; only the first keeps the block's own id."""
    try:
        passages = read_text(part.text)
    except Faulty as faulty:
        context.ledger.note_at(part.text.span, faulty.problems)
        return []
    made: list[Block] = []
    for index, passage in enumerate(passages):
        passage_id = block if index == 0 else BlockId(f"{block}-{index + 1}")
        made.append(_passage(passage, passage_id, context))
    return made


def _passage(passage: Passage, block: BlockId, context: _Context) -> Block:
    scope, ledger = context.scope, context.ledger
    match passage:
        case TextParagraph(pieces=pieces):
            return Paragraph(block, Role.BODY, passage.span, inlines(pieces, scope, block, ledger))
        case TextList():
            return list_block(passage, block, scope, context.conventions, ledger)
        case _:
            assert_never(passage)


def _caption(part: ChartBlock | TableBlock, block: Planned, context: _Context) -> Caption | None:
    kind = has_caption(part)
    if kind is None or part.caption is None or block.ordinal is None:
        return None
    conventions = context.conventions
    label = conventions.figure if kind is CaptionKind.FIGURE else conventions.table
    said = line(part.caption, context.scope, block.id, context.ledger)
    return Caption(kind, label, block.ordinal, said, conventions.label_gap, conventions.caption_separator)


def _captioned(part: ChartBlock | TableBlock, block: Planned, context: _Context) -> list[Block]:
    caption = _caption(part, block, context)
    scope, conventions, ledger = context.scope, context.conventions, context.ledger
    try:
        if isinstance(part, ChartBlock):
            return [chart_figure(part, block.id, caption, scope, context.totals, conventions, ledger)]
        return [table(part, block.id, caption, scope, conventions, ledger)]
    except Faulty as faulty:
        ledger.note_at(part.span, faulty.problems)
        return []


def _source_line(article: ArticleBlock, block: BlockId, context: _Context) -> list[Block]:
    if article.source is None:
        return []
    said = line(article.source, context.scope, block, context.ledger)
    before, _, after = context.conventions.source.partition("{source}")
    wrapped: Inlines = (*((Text(before),) if before else ()), *said, *((Text(after),) if after else ()))
    return [Paragraph(block, Role.SOURCE, article.source.span, wrapped)]
