"""`lay_out`: a document and a theme become pages of positioned items, and the geometry that Word takes over.

Composes every block (`blocks`), breaks the flows into pages (`pagination`), and only then fills in what finished pages
know: page labels in the contents and the furniture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from reportgen.layout.blocks import flows
from reportgen.layout.contents import entry_lines
from reportgen.layout.cover import Cover, set_cover
from reportgen.layout.flows import BoxFlow, EntryFlow, FigureFlow, FigureRowFlow, Flow, PictureFlow, TableFlow
from reportgen.layout.footnotes import Noted, footnotes, notes_at
from reportgen.layout.furniture import PageFacts, furniture
from reportgen.layout.logos import logos
from reportgen.layout.pagination import Placed, by_page, paginate
from reportgen.layout.paint import painted
from reportgen.layout.runs import Faces
from reportgen.layout.setting import Setting
from reportgen.model.block import Heading
from reportgen.model.document import Document, blocks_and_parts, opening_of
from reportgen.model.geometry import Geometry, Logos
from reportgen.model.inline import plain
from reportgen.model.pages import ChartBox, Destination, Item, Node, OutlineEntry, Page, Pages, PictureBox, TextLine
from reportgen.model.picture import Picture
from reportgen.origins import BlockId
from reportgen.roles import Role
from reportgen.theme.look import Theme
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """A document laid out: pages for the writer that paints, geometry for the writer that does not."""

    pages: Pages
    geometry: Geometry


def lay_out(document: Document, theme: Theme, faces: Faces, logo: Picture | None = None) -> Layout:
    """Lay a document out. `coverage.uncovered` has said before whether the faces have all its characters.

    `logo` is the picture that the theme names. Raises `Faulty` with a located problem where something can't be made to
    fit the page.
    """
    targets = frozenset(block.id for block in blocks_and_parts(document))
    setting = Setting(theme, faces, targets, document.continued)
    places_of_logo = logos(logo, theme)
    cover = set_cover(document, setting, places_of_logo) if theme.cover.shown else None
    column = flows(_inside(document) if cover else document, setting)
    stacks = [flow.stack for flow in column]
    turned = setting.turned
    placed = paginate(stacks, theme.page.depth, turned=theme.page.turned.depth, separator=theme.footnote.height)
    if cover:
        placed = tuple(replace(place, page=place.page + 1) for place in placed)
    pages = tuple(by_page(placed))
    settings = [turned if any(stacks[place.stack].wide for place in page) else setting for page in pages]
    noted = [_noted(column, places, page.theme) for places, page in zip(pages, settings, strict=True)]
    begins = _begins(column, placed)
    labels = {block: str(place.page + 1) for block, place in begins.items()}
    labels.update((block, "1") for block, _ in (cover.begins if cover else ()))
    sections = _sections(document, begins, len(pages))
    made = tuple(
        cover.page
        if cover and index == 0
        else Page(
            page.theme.page.width,
            page.theme.page.height,
            str(index + 1),
            (
                *furniture(
                    document.furniture,
                    PageFacts(index, str(index + 1), len(pages), sections[index]),
                    page,
                    places_of_logo,
                ),
                *_items(column, places, labels, page),
                *footnotes(noted[index], page.theme),
            ),
        )
        for index, (places, page) in enumerate(zip(pages, settings, strict=True))
    )
    tops = [page.theme.page.height - page.theme.page.top for page in settings]
    destinations = (
        *(cover.begins if cover else ()),
        *((block, Destination(place.page, tops[place.page] - place.y)) for block, place in begins.items()),
        *_note_destinations(noted, theme),
    )
    order = _structure(document, made)
    geometry = _geometry(column, labels, len(pages), places_of_logo, cover)
    geometry = replace(geometry, floated=_floated(column, placed))
    return Layout(Pages(made, destinations, _outline(document), order), geometry)


def _inside(document: Document) -> Document:
    """Return a document without what stands on its cover."""
    return replace(document, blocks=document.blocks[len(opening_of(document)) :])


def _noted(column: Sequence[Flow], places: Sequence[Placed], theme: Theme) -> tuple[Noted, ...]:
    """Return the footnotes of a page in the order of their numbers."""
    return tuple(noted for place in places for noted in notes_at(column[place.stack], place, theme))


def _note_destinations(pages: Sequence[Sequence[Noted]], theme: Theme) -> Iterator[tuple[BlockId, Destination]]:
    """Yield where footnotes and their markers stand: the marker leads to the note, and the note back to it."""
    for page, noted in enumerate(pages):
        y = theme.page.bottom + sum(one.note.text.style.before + one.note.text.height for one in noted)
        for one in noted:
            yield one.note.mark, Destination(page, one.top)
            yield one.note.id, Destination(page, y)
            y -= one.note.text.style.before + one.note.text.height


def _structure(document: Document, pages: Sequence[Page]) -> tuple[Node, ...]:
    """Return the outermost structure elements in document order: a figure is read where it belongs."""
    reading = [*opening_of(document), *document.cover, *blocks_and_parts(_inside(document))]
    order = {block.id: index for index, block in enumerate(reading)}
    tagged: list[tuple[int, Node]] = []
    last: Node | None = None
    for page in pages:
        for item in page.items:
            # The items of a table, which are most of a document with a long one, all have one root.
            if isinstance(item, TextLine | ChartBox | PictureBox) and item.path and item.path[0] is not last:
                last = item.path[0]
                tagged.append((-1 if item.block is None else order[item.block], last))
    tagged.sort(key=itemgetter(0))
    return tuple(dict.fromkeys(root for _, root in tagged))


def _begins(column: Sequence[Flow], placed: Sequence[Placed]) -> dict[BlockId, Placed]:
    """Return where each block begins, in document order."""
    first: dict[BlockId, Placed] = {}
    for place in sorted(placed, key=lambda place: (place.stack, place.start)):
        flow = column[place.stack]
        first.setdefault(flow.block, place)
        if isinstance(flow, FigureRowFlow):
            first.update((figure.block, place) for figure in flow.figures)
    return first


def _floated(column: Sequence[Flow], placed: Sequence[Placed]) -> dict[BlockId, BlockId]:
    """Return the figures that later text has passed, each with the last block that begins before it on the pages."""
    floated: dict[BlockId, BlockId] = {}
    furthest: int = -1
    for place in placed:
        if column[place.stack].stack.floats and place.stack < furthest:
            floated[column[place.stack].block] = column[furthest].block
        furthest = max(furthest, place.stack)
    return floated


def _items(
    column: Sequence[Flow], places: Sequence[Placed], labels: dict[BlockId, str], setting: Setting
) -> Iterator[Item]:
    page = setting.theme.page
    for place in places:
        flow = column[place.stack]
        if isinstance(flow, EntryFlow):
            yield from entry_lines(flow, page.height - page.top - place.y, labels[flow.target], setting)
        else:
            yield from painted(flow, place, setting.theme)


def _sections(document: Document, begins: dict[BlockId, Placed], pages: int) -> list[str]:
    """Return for each page the section that its head names: the first that begins on it, else the one before.

    That is what Word's STYLEREF field shows (ECMA-376 part 1 §17.16.5.59).
    """
    titles: list[str] = [""] * pages
    current = ""
    begun: dict[int, list[str]] = {}
    for block in document.blocks:
        if isinstance(block, Heading) and block.role is Role.SECTION and block.id in begins:
            begun.setdefault(begins[block.id].page, []).append(plain(block.inlines))
    for index in range(pages):
        here = begun.get(index, [])
        titles[index] = here[0] if here else current
        current = here[-1] if here else current
    return titles


def _outline(document: Document) -> tuple[OutlineEntry, ...]:
    return tuple(
        OutlineEntry((block.number.text if block.number else "") + plain(block.inlines), block.level, block.id)
        for block in document.blocks
        if isinstance(block, Heading)
    )


def _geometry(
    column: Sequence[Flow], labels: dict[BlockId, str], pages: int, places_of_logo: Logos, cover: Cover | None
) -> Geometry:
    tables = [flow for flow in column if isinstance(flow, TableFlow)]
    figures = list(_figures(column))
    pictures = [flow for flow in column if isinstance(flow, PictureFlow)]
    boxes = [flow for flow in column if isinstance(flow, BoxFlow)]
    return Geometry(
        page_count=pages,
        pages_of=labels,
        column_widths={
            flow.block: tuple(right - left for left, right in zip(flow.edges, flow.edges[1:], strict=False))
            for flow in tables
        },
        chart_forms={flow.block: flow.form for flow in figures},
        whole=frozenset(
            [flow.block for flow in tables if flow.whole] + [flow.block for flow in boxes if len(flow.ends) == 2]
        ),
        turned=frozenset(flow.block for flow in column if flow.stack.wide),
        smaller={flow.block: flow.smaller for flow in tables if flow.smaller},
        picture_sizes={flow.block: (flow.width, flow.height) for flow in pictures},
        logos=places_of_logo,
        cover_gap=cover.gap if cover else None,
    )


def _figures(column: Sequence[Flow]) -> Iterator[FigureFlow]:
    """Yield the figures, those that stand side by side one after the other."""
    for flow in column:
        match flow:
            case FigureFlow():
                yield flow
            case FigureRowFlow():
                yield from flow.figures
            case _:
                continue
