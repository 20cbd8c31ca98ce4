"""Figures, and what figures and tables share: captions with live numbers, notes.

A chart or a picture stands in a paragraph whose line grows with it (style Figure); an exact line would cut it off.
"""

from __future__ import annotations

from reportgen.model.block import Caption, ChartFigure, ImageFigure
from reportgen.model.inline import Inlines
from reportgen.origins import BlockId
from reportgen.roles import Role
from reportgen.theme.look import Style, Theme
from reportgen.writers.docx import fields
from reportgen.writers.docx.bookmarks import marked
from reportgen.writers.docx.drawing import chart_drawing, picture_drawing
from reportgen.writers.docx.markup import Xml, join, w
from reportgen.writers.docx.paragraphs import Format, Indent, above, paragraph
from reportgen.writers.docx.text import alignment, inline_runs, inlines_in, pieces, runs, texts_of
from reportgen.writers.docx.ties import Ties

_LEAST_INDENT = 0.1


def figure(block: ChartFigure, ties: Ties, extra: float, *, new_page: bool = False) -> Xml:
    """Return a chart with its caption and notes below; `extra` is more space above it."""
    form = ties.geometry.chart_forms[block.id]
    relationship, number = ties.charts[block.id]
    drawing = chart_drawing(relationship, number, form.width, form.height, block.alt)
    return _with_caption(block, drawing, form.width, ties, extra, new_page=new_page)


def image(block: ImageFigure, ties: Ties, extra: float, *, new_page: bool = False) -> Xml:
    """Return a picture with its caption and notes below, which are as wide as a chart's or as it is."""
    theme = ties.theme
    width, height = ties.geometry.picture_sizes[block.id]
    relationship, number = ties.pictures[block.id]
    drawing = picture_drawing(relationship, number, width, height, block.alt)
    measure = min(max(width, theme.chart.width), theme.page.measure)
    return _with_caption(block, drawing, measure, ties, extra, new_page=new_page)


def _with_caption(
    block: ChartFigure | ImageFigure, drawing: Xml, width: float, ties: Ties, extra: float, *, new_page: bool
) -> Xml:
    """Return a drawing in its paragraph, then the caption, then the notes over a measure of `width` pt."""
    style = ties.theme.styles[Role.FIGURE]
    below = [row for row in block.notes if row]
    keep = _kept(style, keep=bool(block.caption or below))
    form = Format(keep_next=keep, new_page=new_page or None, before=above(style, extra))
    parts = [paragraph(ties.sheet.id(Role.FIGURE), w("r", drawing), form)]
    if block.caption:
        keep = _kept(ties.theme.styles[Role.CAPTION], keep=bool(below))
        parts.append(caption(block.id, block.caption, ties, Format(keep_next=keep, keep_lines=True)))
    return join(*parts, notes(block.notes, ties, width))


def _kept(style: Style, *, keep: bool) -> bool | None:
    """Return whether a paragraph is kept with the next, or None where its style says so already."""
    return None if keep == style.keep_next else keep


def caption(block: BlockId, said: Caption, ties: Ties, form: Format) -> Xml:
    """Return the caption of a figure or table; its number carries the block's bookmark."""
    texts = [said.label + said.gap, str(said.ordinal), said.separator, *texts_of(said.inlines)]
    label, ordinal, separator, *rest = pieces(texts)
    number = marked(ties.bookmarks.get(block), fields.field(ties.captions[block], runs(ordinal)))
    content = join(runs(label), number, runs(separator), inlines_in(said.inlines, rest, ties))
    return paragraph(ties.sheet.id(Role.CAPTION), content, form)


def within(width: float, style: Style, theme: Theme) -> Indent | None:
    """Return the indent of a line of `style` that is as wide as a figure or table of `width` pt above or below it.

    None where that is the measure, and the style's own indent serves.
    """
    free = (theme.page.measure - width) / 2
    if free < _LEAST_INDENT:
        return None
    return Indent(style.size, style.first_indent_em, shift=free, right=free)


def notes(rows: tuple[Inlines, ...], ties: Ties, width: float) -> Xml:
    """Return the notes below a figure or table of `width` pt, kept together."""
    said = [row for row in rows if row]
    last = len(said) - 1
    style = ties.theme.styles[Role.NOTE]
    indent = within(width, style, ties.theme)
    return join(
        *(
            paragraph(
                ties.sheet.id(Role.NOTE),
                inline_runs(row, ties, style),
                Format(
                    keep_next=True if i < last else None, keep_lines=True, indent=indent, align=alignment(row, style)
                ),
            )
            for i, row in enumerate(said)
        )
    )
