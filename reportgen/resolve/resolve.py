"""`resolve`: a spec, its conventions, its parameters and its workbooks → a `Document` and its audit trail.

One walk over the plan. What is wrong is collected on the way; the document holds everything that could be resolved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import assert_never

from reportgen.conventions.sayings import Conventions
from reportgen.data.workbook import Workbook
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.model.audit import AuditTrail
from reportgen.model.block import (
    Block,
    Box,
    Caption,
    CaptionKind,
    ChartFigure,
    Contents,
    FigureRow,
    Heading,
    HeadingNumber,
    PageBreak,
    Paragraph,
)
from reportgen.model.document import Document, Furniture, Metadata
from reportgen.model.inline import Inlines, Text, plain
from reportgen.model.picture import Picture
from reportgen.numbering import NumberFormat, written
from reportgen.origins import BlockId, CellRef, SourceText, Span
from reportgen.prose.scope import Named, Reference, Scope
from reportgen.prose.selection import Selection
from reportgen.prose.text import read_text
from reportgen.resolve.crediting import credited
from reportgen.resolve.deciding import Decision, note
from reportgen.resolve.figures import chart_figure
from reportgen.resolve.inclusion import Included, IncludedHeading, IncludedText
from reportgen.resolve.judging import judge_checks, judge_claims
from reportgen.resolve.lagging import unsaid_periods
from reportgen.resolve.latest import with_latest
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.looks import said_looks
from reportgen.resolve.messages import NO_SOURCES
from reportgen.resolve.names import Names
from reportgen.resolve.ordinals import misnumbered
from reportgen.resolve.passages import boxed_blocks, passage_blocks
from reportgen.resolve.pictures import image_figure
from reportgen.resolve.plan import Closing, Planned, captioned, has_caption, hidden, plan
from reportgen.resolve.running import running_line
from reportgen.resolve.surroundings import furniture, heading_formats, issue_date
from reportgen.resolve.tabulation import table
from reportgen.resolve.typed import braced_once, typed_by_hand
from reportgen.resolve.viewing import AUTO
from reportgen.resolve.words import inlines, line
from reportgen.roles import Role
from reportgen.spec.blocks import (
    ArticleBlock,
    BoxBlock,
    BreakBlock,
    ChartBlock,
    HeadingBlock,
    ImageBlock,
    SectionBlock,
    TableBlock,
    TextBlock,
)
from reportgen.spec.report import ReportSpec
from reportgen.values import dataclass
from reportgen.yaml_source import MappingNode

HEADING_ROLES = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A document, its trail, the name its files take, and all problems, errors among them.

    `looks` are the keys of a theme that the report says itself, their expressions filled in.
    """

    document: Document
    trail: AuditTrail
    name: str
    problems: tuple[Problem, ...]
    looks: MappingNode | None = None


@dataclass(frozen=True, slots=True)
class _Context:
    """What every block is resolved with."""

    scope: Scope
    totals: Mapping[str, Selection]
    conventions: Conventions
    formats: tuple[NumberFormat | None, ...]
    pictures: Mapping[str, Picture]
    ledger: Ledger


def resolve(
    spec: ReportSpec,
    conventions: Conventions,
    parameters: Mapping[str, Named],
    workbooks: Iterable[Workbook],
    *,
    pictures: Mapping[str, Picture] = MappingProxyType({}),
    issued: date | None = None,
    cells: Mapping[str, CellRef] = MappingProxyType({}),
) -> Resolved:
    """Return the document of `spec`, with every problem that the spec and its data have together.

    `pictures` are those of the spec by path; one that is missing is left out, since its problem is told. `cells`
    are those that parameters were taken from.
    """
    ledger = Ledger()
    ledger.note(spec.warnings)
    books = {book.name: book for book in workbooks}
    parameters = with_latest(spec, parameters, books, ledger)
    names = Names(spec, parameters, books, ledger, cells)
    planned = plan(spec, names.scope)
    scope = scope_of(spec, planned, names, conventions)
    context = _Context(scope, names.totals, conventions, heading_formats(conventions, planned), pictures, ledger)

    opening = _opening(spec, context)
    body = list(_body(planned, context))
    if not any(isinstance(block, Heading) for block in body):
        opening = [block for block in opening if not isinstance(block, Contents)]
    title = plain(opening[0].inlines) if isinstance(opening[0], Paragraph) else ""
    issue = plain(b.inlines) if (b := _issue_of(opening)) else ""
    running, cover = _furniture(spec, title, issue, context), _cover(spec, context)
    blocks = [*opening, *body, *_closing(spec, names, context)]
    judge_checks(spec.checks, scope, ledger)
    ledger.note(tuple(misnumbered(planned, spec.span.file, conventions)))
    ledger.note(typed_by_hand(spec, planned, scope))
    ledger.note(braced_once(spec, planned, scope))
    ledger.note(tuple(unsaid_periods(spec, planned, scope)))

    when = issued or issue_date(parameters.values())
    metadata = Metadata(title, issue) if when is None else Metadata(title, issue, issued=when)
    document = Document(
        metadata,
        tuple(blocks),
        context.formats,
        running,
        conventions.continued,
        cover,
    )
    looks = said_looks(spec.theme_keys, replace(scope, iso_periods=True), ledger)
    return Resolved(document, ledger.trail, _name(spec, scope, ledger, title), ledger.problems, looks)


def scope_of(spec: ReportSpec, planned: Iterable[Planned], names: Names, conventions: Conventions) -> Scope:
    """Return what the names in the spec's expressions mean."""
    blocks = tuple(planned)
    references = {name: _reference(block, conventions) for name, block in captioned(blocks).items()}
    return replace(names.scope, references=references, dropped={**spec.dropped, **hidden(blocks)})


def _furniture(spec: ReportSpec, title: str, issue: str, context: _Context) -> Furniture:
    head = ""
    if spec.running_head is not None:
        head = plain(line(spec.running_head, context.scope, BlockId("running-head"), context.ledger))
    words = {"title": title, "issue": issue}
    header, footer = (
        None if text is None else running_line(text, words, context.scope, BlockId(name), context.ledger)
        for name, text in (("header", spec.header), ("footer", spec.footer))
    )
    return furniture(context.conventions, title, issue, head, header=header, footer=footer)


def _cover(spec: ReportSpec, context: _Context) -> tuple[Paragraph, ...]:
    """Return what a cover says besides title and issue."""
    if spec.cover is None:
        return ()
    said = ((Role.COVER_CLIENT, spec.cover.client), (Role.COVER_DATE, spec.cover.date))
    return tuple(
        Paragraph(BlockId(role.value), role, text.span, line(text, context.scope, BlockId(role.value), context.ledger))
        for role, text in said
        if text is not None
    )


def _issue_of(opening: Iterable[Block]) -> Paragraph | None:
    return next((b for b in opening if isinstance(b, Paragraph) and b.role is Role.ISSUE), None)


def _label(kind: CaptionKind | None, conventions: Conventions) -> str:
    return conventions.figure if kind is CaptionKind.FIGURE else conventions.table


def _reference(block: Planned, conventions: Conventions) -> Reference:
    text = f"{_label(has_caption(block.part), conventions)}{conventions.label_gap}{block.ordinal}"
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


def name_by_parameters(spec: ReportSpec, parameters: Mapping[str, Named]) -> str | None:
    """Return the name that the output takes, None where it depends on data."""
    ledger, scope = Ledger(), Scope(parameters)
    title = plain(line(spec.title, scope, BlockId("title"), ledger)) if spec.output is None else ""
    name = _name(spec, scope, ledger, title)
    return None if ledger.problems else name


def _name(spec: ReportSpec, scope: Scope, ledger: Ledger, title: str) -> str:
    """Return the name that the output takes: periods in their short form, no spaces, no records."""
    spaceless = title.replace(" ", "")
    if spec.output is None:
        return spaceless
    scope = replace(scope, iso_periods=True)
    return plain(line(spec.output, scope, BlockId("output"), ledger)).replace(" ", "") or spaceless


def _body(planned: Iterable[Planned], context: _Context) -> Iterator[Block]:
    """Yield what planned blocks become; charts of one row stand side by side where more than one is left of them."""
    for row, group in groupby(planned, key=lambda block: block.row):
        made = [one for block in group for one in _blocks(block, _within(context, block))]
        charts = tuple(one for one in made if isinstance(one, ChartFigure))
        if row is not None and len(charts) > 1:
            yield FigureRow(row, charts[0].span, charts)
        else:
            yield from made


def _within(context: _Context, block: Planned) -> _Context:
    """Return `context` with the names of the repetitions that `block` stands in; ids are those of its own round."""
    if not block.bound:
        return context
    scope = context.scope
    own = {name.removesuffix(block.key): found for name, found in scope.references.items() if name.endswith(block.key)}
    gone = {name.removesuffix(block.key): span for name, span in scope.dropped.items() if name.endswith(block.key)}
    names = {**scope.names, **block.bound}
    here = replace(scope, names=names, references={**scope.references, **own}, dropped={**scope.dropped, **gone})
    return replace(context, scope=here)


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
            return [_heading(block, text, Role.SECTION if block.among_sections else _role(block), context)]
        case TextBlock():
            judge_claims(part.holds, part.text, context.scope, block.id, context.ledger)
            return _text(part.text, block.id, context)
        case BoxBlock():
            judge_claims(part.holds, part.box, context.scope, block.id, context.ledger)
            return _box(part, block.id, context)
        case Included() | IncludedText() | IncludedHeading():
            return _included(part, block, context)
        case ImageBlock():
            return _image(part, block, context)
        case BreakBlock():
            return [PageBreak(block.id, part.span)]
        case ChartBlock() | TableBlock():
            return _captioned(part, block, context)
        case Decision():
            note(part, block.id, context.ledger)
            return []
        case Closing(article=article):
            return _source_line(article, block.id, context)
        case _:
            assert_never(part)


def _included(part: Included | IncludedText | IncludedHeading, block: Planned, context: _Context) -> Sequence[Block]:
    match part:
        case Included(part=include, problems=problems):
            judge_claims(include.holds, include.include, context.scope, block.id, context.ledger)
            context.ledger.note_at(include.include.span, problems)
        case IncludedHeading(heading=heading, title=title):
            said = inlines(heading.pieces, context.scope, block.id, context.ledger)
            return [_heading_of(block, heading.span, said, Role.ARTICLE if title else _role(block), context)]
        case IncludedText():
            pass
    return passage_blocks(part.passages, block.id, context.scope, context.conventions, context.ledger)


def _role(block: Planned) -> Role:
    return HEADING_ROLES[min(block.depth, len(HEADING_ROLES) - 1)]


def _heading(block: Planned, text: SourceText, role: Role, context: _Context) -> Heading:
    said = line(text, context.scope, block.id, context.ledger)
    return _heading_of(block, text.span, said, role, context)


def _heading_of(block: Planned, span: Span, said: Inlines, role: Role, context: _Context) -> Heading:
    number_format = context.formats[block.level - 1]
    number = None
    if block.counters and number_format is not None:
        number = HeadingNumber(block.counters, written(number_format, block.counters[-1]))
    return Heading(block.id, role, span, block.level, said, number)


def _text(text: SourceText, block: BlockId, context: _Context) -> Sequence[Block]:
    try:
        passages = read_text(text)
    except Faulty as faulty:
        context.ledger.note_at(text.span, faulty.problems)
        return []
    return passage_blocks(passages, block, context.scope, context.conventions, context.ledger)


def _box(part: BoxBlock, block: BlockId, context: _Context) -> list[Block]:
    title = line(part.title, context.scope, block, context.ledger) if part.title is not None else ()
    try:
        passages = read_text(part.box)
    except Faulty as faulty:
        context.ledger.note_at(part.box.span, faulty.problems)
        return []
    parts = boxed_blocks(passages, block, context.scope, context.conventions, context.ledger)
    return [Box(block, Role.BOX_TEXT, part.span, title, parts)] if title or parts else []


def _caption(part: ChartBlock | TableBlock | ImageBlock, block: Planned, context: _Context) -> Caption | None:
    kind = has_caption(part)
    if kind is None or part.caption is None or block.ordinal is None:
        return None
    conventions = context.conventions
    label = _label(kind, conventions)
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


def _image(part: ImageBlock, block: Planned, context: _Context) -> list[Block]:
    caption = _caption(part, block, context)
    scope, conventions, ledger = context.scope, context.conventions, context.ledger
    made = image_figure(part, block.id, caption, context.pictures, scope, conventions, ledger)
    return [made] if made else []


def _source_line(article: ArticleBlock, block: BlockId, context: _Context) -> list[Block]:
    if article.source is None:
        return []
    return [_sourced(article.source, line(article.source, context.scope, block, context.ledger), block, context)]


def _sourced(text: SourceText, said: Inlines, block: BlockId, context: _Context) -> Paragraph:
    before, _, after = context.conventions.source.partition("{source}")
    wrapped: Inlines = (*((Text(before),) if before else ()), *said, *((Text(after),) if after else ()))
    return Paragraph(block, Role.SOURCE, text.span, wrapped)


def _closing(spec: ReportSpec, names: Names, context: _Context) -> list[Block]:
    """Return the source line of the whole report: the author's words, or the sources of what is printed (`auto`)."""
    if spec.source is None:
        return []
    block = BlockId("source")
    if spec.source.text.strip() != AUTO:
        said = line(spec.source, context.scope, block, context.ledger)
        return [_sourced(spec.source, said, block, context)] if said else []
    named = "、".join(credited(names.tables, context.ledger.trail))
    if not named:
        # Where something is at fault, that is why nothing is printed.
        sound = not any(problem.fatal for problem in context.ledger.problems)
        context.ledger.note([NO_SOURCES.at(spec.source.span)] if sound else [])
        return []
    return [_sourced(spec.source, (Text(named),), block, context)]
