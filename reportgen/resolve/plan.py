"""The plan: the spec's blocks in reading order, each with its id, its level and its numbers.

Numbers must be known before any text is resolved, since a reference may stand before what it refers to. So conditions
(`when`, `choose`) are judged here; nothing else of the data is looked at. An id does not depend on what they decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import TypeAlias, assert_never

from reportgen.errors import Faulty
from reportgen.model.block import CaptionKind
from reportgen.origins import BlockId, SourceText, Span
from reportgen.prose.scope import Named, Scope
from reportgen.prose.text import read_article
from reportgen.resolve.deciding import Decision, decision, ids_in, repetition
from reportgen.resolve.inclusion import Included, IncludedHeading, IncludedText, stretches
from reportgen.spec.blocks import (
    ArticleBlock,
    Body,
    BoxBlock,
    BreakBlock,
    ChartBlock,
    ChooseBlock,
    ElseBlock,
    HeadingBlock,
    ImageBlock,
    IncludeBlock,
    RowBlock,
    SectionBlock,
    TableBlock,
    TextBlock,
)
from reportgen.spec.files import path_of
from reportgen.spec.report import ReportSpec
from reportgen.values import dataclass

NO_NAMES = Scope()


@dataclass(frozen=True, slots=True)
class Closing:
    """What closes an article: its source line."""

    article: ArticleBlock


Standing: TypeAlias = (
    SectionBlock
    | ArticleBlock
    | TextBlock
    | HeadingBlock
    | ChartBlock
    | TableBlock
    | ImageBlock
    | BoxBlock
    | BreakBlock
)
Plannable: TypeAlias = Standing | Included | IncludedHeading | IncludedText | Closing | Decision
_Written: TypeAlias = Standing | RowBlock | IncludeBlock
_Stands: TypeAlias = "tuple[_Written | Decision, BlockId, _Place]"


@dataclass(frozen=True, slots=True)
class Planned:
    """A block of the spec with its place in the document.

    `level` is a heading's, from 1; `depth` counts headings within an article, from 0. `counters` are those of the
    numbered headings down to this one, empty where it has no number. `ordinal` is a figure's or table's. `quoted` says
    that the numbers in it are not ours, `among_sections` that a heading stands where sections do. `row` is the row of
    charts side by side that it stands in. `bound` are the names of the repetitions (`for`) that it stands in, `key` is
    what they add to ids.
    """

    part: Plannable
    id: BlockId
    level: int = 0
    depth: int = 0
    counters: tuple[int, ...] = ()
    ordinal: int | None = None
    quoted: bool = False
    among_sections: bool = False
    row: BlockId | None = None
    bound: Mapping[str, Named] = field(default_factory=dict)
    key: str = ""


def plan(spec: ReportSpec, scope: Scope = NO_NAMES) -> tuple[Planned, ...]:
    """Return the blocks of `spec` in reading order, and what data decided; `scope` says what conditions speak of."""
    top = _Place(BlockId(""), 1, 0, (), scope, spec.articles, quoted=False, titles=True)
    flat = tuple(_sections(spec.sections, top)) + tuple(_blocks(spec.body, top))
    return tuple(_with_ordinals(flat))


def hidden(planned: Iterable[Planned]) -> Mapping[str, Span]:
    """Return the ids of blocks that data left out, each with the place of the condition."""
    decisions = [block.part for block in planned if isinstance(block.part, Decision)]
    return {name: one.condition.span for one in decisions for name in one.hides}


def has_caption(part: Plannable) -> CaptionKind | None:
    """Return what kind of caption `part` carries, or None where it has none."""
    match part:
        case ChartBlock(caption=caption) | ImageBlock(caption=caption) if caption is not None:
            return CaptionKind.FIGURE
        case TableBlock(caption=caption) if caption is not None:
            return CaptionKind.TABLE
        case _:
            return None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a body stands: under which block, at which heading level and depth, after which counters.

    `articles` are the texts that blocks include, by path; `titles` says that articles may stand there; `bound` and
    `key` are as in `Planned`.
    """

    parent: BlockId
    level: int
    depth: int
    counters: tuple[int, ...]
    scope: Scope
    articles: Mapping[str, SourceText]
    quoted: bool
    titles: bool = False
    bound: Mapping[str, Named] = field(default_factory=dict)
    key: str = ""

    def ids_in(self, part: Standing | RowBlock | IncludeBlock | ChooseBlock | None) -> tuple[str, ...]:
        """Return the ids of a block and of what it holds, as they are here."""
        return tuple(f"{name}{self.key}" for name in ids_in(part))


class _Ids:
    """Gives the blocks of one body their ids: the author's with the key of the place, or parent + kind + ordinal."""

    def __init__(self, parent: BlockId, key: str) -> None:
        self._parent = parent
        self._key = key
        self._ordinals: Counter[str] = Counter()

    def of(self, part: _Written | ChooseBlock) -> BlockId:
        kind = part.kind or ""
        self._ordinals[kind] += 1
        if part.id is not None:
            return BlockId(f"{part.id}{self._key}")
        own = f"{kind}{self._ordinals[kind]}"
        return BlockId(f"{self._parent}/{own}" if self._parent else own)


def _standing(body: Iterable[_Written | ChooseBlock], place: _Place, ids: _Ids) -> Iterator[_Stands]:
    """Yield the blocks of a body that stand, each with its place, and what data decided about them."""
    for part in body:
        block = ids.of(part)
        if isinstance(part, ChooseBlock):
            yield from _chosen(part, block, place)
        elif part.for_ is not None:
            yield from _repeated(part, part.for_, block, place)
        else:
            yield from _where_it_holds(part, block, place)


def _where_it_holds(part: _Written, block: BlockId, place: _Place) -> Iterator[_Stands]:
    """Yield a block if it has no condition or its condition holds."""
    if part.when is None:
        yield part, block, place
        return
    decided = decision(part.when, place.scope, place.ids_in(part))
    yield decided, block, place
    if decided.holds:
        yield part, block, place


def _repeated(part: _Written, loop: Mapping[str, SourceText], block: BlockId, place: _Place) -> Iterator[_Stands]:
    """Yield a block once for each item of the data that it is repeated for."""
    ((name, expression),) = loop.items()
    decided, chosen = repetition(expression, place.scope, place.ids_in(part))
    yield decided, block, place
    for item, label in zip(chosen, decided.items, strict=True):
        key = f"-{''.join(label.split())}"
        scope = replace(place.scope, names={**place.scope.names, name: item})
        bound = {**place.bound, name: item}
        within = replace(place, scope=scope, bound=bound, key=f"{place.key}{key}")
        yield from _where_it_holds(part, BlockId(f"{block}{key}"), within)


def _chosen(choice: ChooseBlock, block: BlockId, place: _Place) -> Iterator[_Stands]:
    """Yield the first alternative whose condition holds, or what stands otherwise, after the conditions judged."""
    ids = _Ids(block, place.key)
    parts = [(part, ids.of(part)) for part in choice.choose if not isinstance(part, ElseBlock)]
    for part, part_id in parts:
        if part.when is None:
            continue
        decided = decision(part.when, place.scope, place.ids_in(part))
        if not decided.holds and not decided.problems:
            yield decided, block, place
            continue
        own = place.ids_in(part) if decided.holds else ()
        yield replace(decided, hides=tuple(name for name in place.ids_in(choice) if name not in own)), block, place
        if decided.holds:
            yield part, part_id, place
        return
    if choice.otherwise is not None:
        yield from _standing(_otherwise(choice.otherwise), place, ids)


def _otherwise(part: ElseBlock) -> tuple[Body, ...]:
    return part.else_ if isinstance(part.else_, tuple) else (TextBlock(span=part.span, text=part.else_),)


def _sections(sections: Iterable[SectionBlock | HeadingBlock], top: _Place) -> Iterator[Planned]:
    for part, block, place in _standing(sections, top, _Ids(top.parent, top.key)):
        match part:
            case Decision():
                yield _planned(place, part, block)
            case SectionBlock() | HeadingBlock():
                quoted = isinstance(part, HeadingBlock) and part.quoted
                inner = tuple(_blocks(part.body, replace(place, parent=block, level=top.level + 1, quoted=quoted)))
                if _left(part.body, inner):
                    among = isinstance(part, HeadingBlock)
                    yield replace(_planned(place, part, block, top.level, quoted=quoted), among_sections=among)
                yield from inner
            case _:
                message = f"{type(part).__name__} among sections"
                raise AssertionError(message)


def _planned(
    place: _Place,
    part: Plannable,
    block: BlockId,
    level: int = 0,
    depth: int = 0,
    counters: tuple[int, ...] = (),
    *,
    quoted: bool = False,
) -> Planned:
    """Return a block as it stands at `place`."""
    return Planned(part, block, level, depth, counters, quoted=quoted, bound=place.bound, key=place.key)


def _left(body: tuple[object, ...], planned: tuple[Planned, ...]) -> bool:
    """Whether anything of a body stands, or it had nothing to begin with."""
    return not body or any(not isinstance(one.part, Decision) for one in planned)


def _blocks(body: Iterable[ArticleBlock | Body], place: _Place) -> Iterator[Planned]:
    counter = 0
    for part, block, here in _standing(body, place, _Ids(place.parent, place.key)):
        match part:
            case Decision():
                yield _planned(here, part, block)
            case ArticleBlock():
                yield from _article(part, block, here)
            case HeadingBlock():
                counter += part.numbered
                counters = (*place.counters, counter) if part.numbered else ()
                quoted = place.quoted or part.quoted
                yield _planned(here, part, block, here.level, here.depth, counters, quoted=quoted)
                inner = counters or place.counters
                yield from _blocks(part.body, _under(here, block, depth=place.depth + 1, counters=inner, quoted=quoted))
            case TextBlock() | BoxBlock():
                yield _planned(here, part, block, quoted=place.quoted or part.quoted)
            case ChartBlock() | TableBlock() | ImageBlock() | BreakBlock():
                yield _planned(here, part, block, quoted=place.quoted)
            case IncludeBlock():
                counter = yield from _included(part, block, here, counter)
            case RowBlock():
                yield from _row(part, block, here)
            case SectionBlock():
                message = "a section stands among sections only"
                raise AssertionError(message)
            case _:
                assert_never(part)


def _row(row: RowBlock, row_id: BlockId, place: _Place) -> Iterator[Planned]:
    for part, block, here in _standing(row.side_by_side, place, _Ids(row_id, place.key)):
        assert isinstance(part, ChartBlock | Decision), "the model allows charts only"
        yield replace(_planned(here, part, block, quoted=here.quoted), row=row_id)


def _under(place: _Place, parent: BlockId, *, depth: int, counters: tuple[int, ...], quoted: bool) -> _Place:
    """Return where the body of a heading or an article stands."""
    return replace(
        place, parent=parent, level=place.level + 1, depth=depth, counters=counters, quoted=quoted, titles=False
    )


def _included(part: IncludeBlock, block: BlockId, place: _Place, counter: int) -> Generator[Planned, None, int]:
    """Yield what an included article becomes; return the counter of the headings among which it stands.

    Where articles stand, its outermost headings are their titles, and carry no number.
    """
    quoted = place.quoted or part.quoted
    try:
        beginning, *rest = stretches(read_article(place.articles[path_of(part.include)]))
    except Faulty as faulty:
        yield _planned(place, Included(part, problems=faulty.problems), block, quoted=quoted)
        return counter
    yield _planned(place, Included(part, beginning.passages), block, quoted=quoted)
    counts = [counter]
    for number, stretch in enumerate(rest, 1):
        assert stretch.heading is not None, "only the beginning has none"
        counts = [*counts[: stretch.depth + 1], *[0] * (stretch.depth + 1 - len(counts))]
        title = place.titles and stretch.depth == 0
        numbered = part.numbered and not title
        counts[-1] += numbered
        yield _planned(
            place,
            IncludedHeading(stretch.heading, title),
            BlockId(f"{block}/heading{number}"),
            place.level + stretch.depth,
            max(0, place.depth + stretch.depth - place.titles),
            (*place.counters, *counts[place.titles :]) if numbered else (),
            quoted=quoted,
        )
        if stretch.passages:
            yield _planned(place, IncludedText(stretch.passages), BlockId(f"{block}/text{number}"), quoted=quoted)
    return counts[0]


def _article(article: ArticleBlock, article_id: BlockId, place: _Place) -> Iterator[Planned]:
    within = _under(place, article_id, depth=0, counters=(), quoted=article.quoted)
    inner = tuple(_blocks(article.body, within))
    if not _left(article.body, inner):
        yield from inner
        return
    yield _planned(place, article, article_id, level=place.level, quoted=article.quoted)
    yield from inner
    if article.source is not None:
        yield _planned(place, Closing(article), BlockId(f"{article_id}/source"), quoted=True)


def _with_ordinals(planned: Iterable[Planned]) -> Iterator[Planned]:
    """Yield the blocks with figures and tables numbered: a pinned number holds, those after it count on from it."""
    last: Counter[CaptionKind] = Counter()
    for block in planned:
        kind = has_caption(block.part)
        if kind is None or not isinstance(block.part, ChartBlock | TableBlock | ImageBlock):
            yield block
            continue
        last[kind] = block.part.number or last[kind] + 1
        yield replace(block, ordinal=last[kind])


def captioned(planned: Iterable[Planned]) -> Mapping[str, Planned]:
    """Return the numbered figures and tables that a text can refer to, by the id their author gave."""
    return {
        b.id: b
        for b in planned
        if b.ordinal is not None and isinstance(b.part, ChartBlock | TableBlock | ImageBlock) and b.part.id is not None
    }
