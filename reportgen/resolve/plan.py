"""The plan: the spec's blocks in reading order, each with its id, its level and its numbers.

Numbers must be known before any text is resolved, since a reference may stand before what it refers to. No data is
looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from reportgen.model.block import CaptionKind
from reportgen.origins import BlockId
from reportgen.spec.report import (
    ArticleBlock,
    Body,
    ChartBlock,
    HeadingBlock,
    ReportSpec,
    SectionBlock,
    TableBlock,
    TextBlock,
)


@dataclass(frozen=True, slots=True)
class Closing:
    """What closes an article: its source line."""

    article: ArticleBlock


Plannable: TypeAlias = SectionBlock | ArticleBlock | Body | Closing


@dataclass(frozen=True, slots=True)
class Planned:
    """A block of the spec with its place in the document.

    `level` is a heading's, from 1; `depth` counts headings within an article, from 0. `counters` are those of the
    numbered headings down to this one, empty where it has no number. `ordinal` is a figure's or table's. `quoted` says
    that the numbers in it are not ours.
    """

    part: Plannable
    id: BlockId
    level: int = 0
    depth: int = 0
    counters: tuple[int, ...] = ()
    ordinal: int | None = None
    quoted: bool = False


def plan(spec: ReportSpec) -> tuple[Planned, ...]:
    """Return the blocks of `spec` in reading order."""
    top = _Place(BlockId(""), 1, 0, (), quoted=False)
    flat = tuple(_sections(spec.sections, top)) + tuple(_blocks(spec.body, top))
    return tuple(_with_ordinals(flat))


def has_caption(part: Plannable) -> CaptionKind | None:
    """Return what kind of caption `part` carries, or None where it has none."""
    match part:
        case ChartBlock(caption=caption) if caption is not None:
            return CaptionKind.FIGURE
        case TableBlock(caption=caption) if caption is not None:
            return CaptionKind.TABLE
        case _:
            return None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a body stands: under which block, at which heading level and depth, after which counters."""

    parent: BlockId
    level: int
    depth: int
    counters: tuple[int, ...]
    quoted: bool


def _id(named: str | None, parent: BlockId, kind: str, ordinals: Counter[str]) -> BlockId:
    ordinals[kind] += 1
    if named is not None:
        return BlockId(named)
    return BlockId(f"{parent}/{kind}{ordinals[kind]}" if parent else f"{kind}{ordinals[kind]}")


def _sections(sections: Iterable[SectionBlock], top: _Place) -> Iterator[Planned]:
    ordinals: Counter[str] = Counter()
    for section in sections:
        section_id = _id(section.id, top.parent, "section", ordinals)
        yield Planned(section, section_id, level=top.level)
        yield from _blocks(section.body, replace(top, parent=section_id, level=top.level + 1))


def _blocks(body: Iterable[ArticleBlock | Body], place: _Place) -> Iterator[Planned]:
    ordinals: Counter[str] = Counter()
    counter = 0
    for part in body:
        match part:
            case ArticleBlock():
                yield from _article(part, _id(part.id, place.parent, "article", ordinals), place)
            case HeadingBlock():
                heading_id = _id(part.id, place.parent, "heading", ordinals)
                counter += part.numbered
                counters = (*place.counters, counter) if part.numbered else ()
                quoted = place.quoted or part.quoted
                yield Planned(part, heading_id, place.level, place.depth, counters, quoted=quoted)
                inner = _Place(heading_id, place.level + 1, place.depth + 1, counters or place.counters, quoted)
                yield from _blocks(part.body, inner)
            case TextBlock():
                text_id = _id(part.id, place.parent, "text", ordinals)
                yield Planned(part, text_id, quoted=place.quoted or part.quoted)
            case ChartBlock():
                yield Planned(part, _id(part.id, place.parent, "chart", ordinals), quoted=place.quoted)
            case TableBlock():
                yield Planned(part, _id(part.id, place.parent, "table", ordinals), quoted=place.quoted)
            case _:
                assert_never(part)


def _article(article: ArticleBlock, article_id: BlockId, place: _Place) -> Iterator[Planned]:
    yield Planned(article, article_id, level=place.level, quoted=article.quoted)
    yield from _blocks(article.body, _Place(article_id, place.level + 1, 0, (), article.quoted))
    if article.source is not None:
        yield Planned(Closing(article), BlockId(f"{article_id}/source"), quoted=True)


def _with_ordinals(planned: Iterable[Planned]) -> Iterator[Planned]:
    """Yield the blocks with figures and tables numbered: a pinned number holds, those after it count on from it."""
    last: Counter[CaptionKind] = Counter()
    for block in planned:
        kind = has_caption(block.part)
        if kind is None or not isinstance(block.part, ChartBlock | TableBlock):
            yield block
            continue
        last[kind] = block.part.number or last[kind] + 1
        yield replace(block, ordinal=last[kind])


def captioned(planned: Iterable[Planned]) -> Mapping[str, Planned]:
    """Return the numbered figures and tables that a text can refer to, by the id their author gave."""
    return {
        b.id: b
        for b in planned
        if b.ordinal is not None and isinstance(b.part, ChartBlock | TableBlock) and b.part.id is not None
    }
