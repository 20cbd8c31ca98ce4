"""Notes in boxes: a table of one cell, whose paragraphs are read and edited like any others.

Paragraphs with borders would fall apart where their indents differ, as those of lists do.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.model.block import Box
from reportgen.roles import Role
from reportgen.theme.look import BoxLook
from reportgen.units import eighths, twips
from reportgen.writers.docx.markup import NOTHING, Xml, join, w
from reportgen.writers.docx.paragraphs import Format, paragraph
from reportgen.writers.docx.stylesheet import NORMAL
from reportgen.writers.docx.tables import divider
from reportgen.writers.docx.text import inline_runs
from reportgen.writers.docx.ties import Ties

_NO_LOOK = "0000"


def box(block: Box, parts: Sequence[Xml], ties: Ties, extra: float, *, new_page: bool) -> Xml:
    """Return a box with `parts`, which are finished, under its title; `extra` is more space above it."""
    look = ties.theme.box
    width = twips(ties.theme.page.measure)
    style = ties.theme.styles[Role.BOX_TITLE]
    title = NOTHING
    if block.title:
        # Kept with the next, it would keep the row with what follows the box.
        form = Format(keep_next=False if style.keep_next else None, before=0.0 if style.before else None)
        title = paragraph(ties.sheet.id(Role.BOX_TITLE), inline_runs(block.title, ties, style), form)
    text = join(title, *parts) or paragraph(NORMAL, NOTHING)
    ground = w("shd", val="clear", color="auto", fill=look.fill) if look.fill else NOTHING
    table = w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=width, type="dxa"),
            w("tblInd", w=0, type="dxa"),
            _rules(look),
            w("tblLayout", type="fixed"),
            _padding(look),
            w("tblLook", val=_NO_LOOK),
        ),
        w("tblGrid", w("gridCol", w=width)),
        w(
            "tr",
            w("trPr", w("cantSplit")) if block.id in ties.geometry.whole else NOTHING,
            w("tc", w("tcPr", w("tcW", w=width, type="dxa"), ground), text),
        ),
    )
    # A divider gives the space above, which a table has none of, and parts the box from a table before it. A box that
    # may break is not kept with it: LibreOffice would move the box whole.
    whole = block.id in ties.geometry.whole
    return join(divider(max(0.0, look.before + extra), new_page=new_page, keep=whole), table)


def _rules(look: BoxLook) -> Xml:
    """Return the frame, with the bar in place of its left side."""
    widths = (("top", look.frame), ("left", look.bar or look.frame), ("bottom", look.frame), ("right", look.frame))
    rules = join(
        *(
            w(side, val="single", sz=eighths(width), space=0, color=look.colour) if width else NOTHING
            for side, width in widths
        )
    )
    return w("tblBorders", rules) if rules else NOTHING


def _padding(look: BoxLook) -> Xml:
    x, y = twips(look.padding_x), twips(look.padding_y)
    sides = (("top", y), ("left", x), ("bottom", y), ("right", x))
    return w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in sides))
