"""The body of the document part: one block after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from reportgen.model.block import (
    Block,
    Box,
    ChartFigure,
    Contents,
    FigureRow,
    Heading,
    ImageFigure,
    ListBlock,
    PageBreak,
    Paragraph,
    Table,
    role_below,
    stands_with,
)
from reportgen.model.document import OPENING, cover_of, opening_of
from reportgen.model.geometry import Geometry
from reportgen.model.inline import footnotes, plain
from reportgen.origins import BlockId
from reportgen.theme.look import room_below
from reportgen.writers.docx.bookmarks import marked
from reportgen.writers.docx.boxes import box
from reportgen.writers.docx.contents import contents
from reportgen.writers.docx.figure_rows import figure_row
from reportgen.writers.docx.figures import figure, image
from reportgen.writers.docx.furniture import COVER, TURNED, UPRIGHT, section_properties
from reportgen.writers.docx.markup import NOTHING, Xml, join, part, w
from reportgen.writers.docx.numbering import UNNUMBERED
from reportgen.writers.docx.paragraphs import PAGE_TOP, Format, above, ending_section, paragraph
from reportgen.writers.docx.tables import divider, table
from reportgen.writers.docx.text import alignment, inline_runs
from reportgen.writers.docx.ties import Ties


def document_part(ties: Ties) -> bytes:
    """Return `word/document.xml`."""
    parts: list[Xml] = []
    extra = PAGE_TOP
    new_page = turned = False
    sections = 0
    blocks = standing(ties.document.blocks, ties.geometry)
    if ties.geometry.cover_gap is not None:
        blocks = blocks[len(opening_of(ties.document)) :]
        parts += _section_end(_cover(ties), section_properties(ties, kind=COVER))
        sections = 1
    covered = len(parts)
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if isinstance(block, Paragraph) and not (plain(block.inlines) or footnotes(block.inlines)):
            continue
        if isinstance(block, PageBreak):
            new_page = len(parts) > covered
            continue
        if (block.id in ties.geometry.turned) is not turned:
            if len(parts) > covered:
                kind = TURNED if turned else UPRIGHT
                parts[-1:] = _section_end(parts[-1], section_properties(ties, kind=kind, first=not sections))
                sections += 1
                extra, new_page = PAGE_TOP, False
            turned = not turned
        above_it = PAGE_TOP if new_page else extra
        stand = ties.on(ties.theme.page.turned) if turned else ties
        parts.append(block_markup(block, stand, above_it, keep=stands_with(block, following), new_page=new_page))
        extra = _after(block, following, ties)
        new_page = False
    printed = [block for block in blocks if not isinstance(block, PageBreak)]
    if printed and _ends_in_table(printed[-1]):
        parts.append(divider(0.0))
    kind = TURNED if turned else UPRIGHT
    body = w("body", *parts, section_properties(ties, kind=kind, first=not sections))
    return part("w:document", "w r wp a c pic", body)


def _cover(ties: Ties) -> Xml:
    """Return the paragraphs of a cover; what stands at its foot is as far below as layout says."""
    parts: list[Xml] = []
    upper = True
    for index, block in enumerate(cover_of(ties.document)):
        style = ties.theme.styles[block.role]
        if upper and block.role not in OPENING.values():
            upper, before = False, ties.geometry.cover_gap
        else:
            before = above(style, 0.0 if index else PAGE_TOP)
        content = inline_runs(block.inlines, ties, style)
        parts.append(paragraph(ties.sheet.id(block.role), content, Format(before=before)))
    return join(*parts)


def standing(blocks: Sequence[Block], geometry: Geometry) -> tuple[Block, ...]:
    """Return the blocks in the order that they stand in: floated figures behind the text that fills their places."""
    behind: dict[BlockId, list[Block]] = {}
    for block in blocks:
        if block.id in geometry.floated:
            behind.setdefault(geometry.floated[block.id], []).append(block)
    stood: list[Block] = []
    for block in blocks:
        if block.id not in geometry.floated:
            stood += (block, *behind.get(block.id, ()))
    return tuple(stood)


def _section_end(markup: Xml, section: Xml) -> tuple[Xml, ...]:
    """Return the last block of a section, whose last paragraph, or a divider after it, says so."""
    ended = ending_section(markup, section)
    if ended is not None:
        return (ended,)
    last = ending_section(divider(0.0, keep=False), section)
    assert last is not None, "a divider is a paragraph"
    return markup, last


def block_markup(block: Block, ties: Ties, extra: float = 0.0, *, keep: bool = False, new_page: bool = False) -> Xml:
    """Return the paragraphs and tables of a block, with `extra` pt more above it than its style says.

    With `keep`, its last paragraph stands on the page of what follows; with `new_page`, its first one begins a page.
    """
    match block:
        case Heading():
            return _heading(block, ties, extra, new_page=new_page)
        case Paragraph():
            style = ties.theme.styles[block.role]
            align = alignment(block.inlines, style)
            form = Format(keep_next=keep or None, new_page=new_page or None, before=above(style, extra), align=align)
            return paragraph(ties.sheet.id(block.role), inline_runs(block.inlines, ties, style), form)
        case ListBlock():
            return _list(block, ties, extra, keep=keep, new_page=new_page)
        case Table():
            return table(block, ties, extra, new_page=new_page)
        case ChartFigure():
            return figure(block, ties, extra, new_page=new_page)
        case FigureRow():
            return figure_row(block, ties, extra, new_page=new_page)
        case ImageFigure():
            return image(block, ties, extra, new_page=new_page)
        case Box():
            inner = [block_markup(part, ties, _within_box(block, index)) for index, part in enumerate(block.parts)]
            return box(block, inner, ties, extra, new_page=new_page)
        case PageBreak():
            return NOTHING
        case Contents():
            return contents(block, ties, extra, new_page=new_page)
        case _:
            assert_never(block)


def _within_box(block: Box, index: int) -> float:
    """Return what the space above a part of a box is more than its style says: the first text has none."""
    return 0.0 if index or block.title else PAGE_TOP


def _heading(block: Heading, ties: Ties, extra: float, *, new_page: bool) -> Xml:
    style = ties.theme.styles[block.role]
    numbering = ties.numbers.headings.get(block.id)
    usual = ties.sheet.names[block.role].level == block.level
    form = Format(
        new_page=new_page or None,
        numbering=numbering,
        before=above(style, extra),
        outline=None if usual else block.level - 1,
    )
    # A number is part of the text: only a heading without one can be a pair of characters.
    numbered = block.number is not None and numbering != UNNUMBERED
    runs = inline_runs(block.inlines, ties, None if numbered else style)
    return paragraph(ties.sheet.id(block.role), marked(ties.bookmarks.get(block.id), runs), form)


def _list(block: ListBlock, ties: Ties, extra: float, *, keep: bool, new_page: bool) -> Xml:
    style = ties.theme.styles[block.role]
    items: list[Xml] = []
    last = len(block.items) - 1
    for index, item in enumerate(block.items):
        form = Format(
            keep_next=True if keep and index == last else None,
            new_page=True if new_page and index == 0 else None,
            numbering=ties.numbers.items[block.id, index],
            before=above(style, extra) if index == 0 else None,
            align=alignment(item.inlines, style),
        )
        items.append(paragraph(ties.sheet.id(block.role), inline_runs(item.inlines, ties), form))
    return join(*items)


def _after(block: Block, following: Block | None, ties: Ties) -> float:
    """Return the space below a block; no style has any, so that nothing depends on how two spaces add up."""
    match block:
        case Table():
            return ties.theme.table.after
        case ChartFigure() | ImageFigure() | FigureRow():
            return ties.theme.chart.after
        case Box():
            return ties.theme.box.after
        case Heading(role=role) | Paragraph(role=role) if following is not None:
            below = role_below(role, following)
            return room_below(ties.theme.styles[role], ties.theme.styles[below]) if below else 0.0
        case _:
            return 0.0


def _ends_in_table(block: Block) -> bool:
    return isinstance(block, Box | FigureRow) or (isinstance(block, Table) and not block.notes)
