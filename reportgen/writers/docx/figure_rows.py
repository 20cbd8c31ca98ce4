"""Figures side by side: a table of one row without rules, each figure in a cell with its caption and notes."""

from __future__ import annotations

from reportgen.model.block import FigureRow
from reportgen.units import twips
from reportgen.writers.docx.figures import figure
from reportgen.writers.docx.markup import NOTHING, Xml, join, w
from reportgen.writers.docx.paragraphs import PAGE_TOP
from reportgen.writers.docx.tables import column_widths, divider
from reportgen.writers.docx.ties import Ties


def figure_row(block: FigureRow, ties: Ties, extra: float, *, new_page: bool) -> Xml:
    """Return the figures of a row; `extra` is more space above them."""
    theme = ties.theme
    count, half = len(block.figures), theme.chart.gutter / 2
    forms = [ties.geometry.chart_forms[one.id] for one in block.figures]
    rooms = [form.width + half * ((index > 0) + (index < count - 1)) for index, form in enumerate(forms)]
    widths = column_widths(tuple(rooms))
    cells = [
        w(
            "tc",
            w(
                "tcPr",
                w("tcW", w=width, type="dxa"),
                _margins(half if index else 0.0, half if index < count - 1 else 0.0),
            ),
            figure(one, ties.within(form.width), PAGE_TOP),
        )
        for index, (one, form, width) in enumerate(zip(block.figures, forms, widths, strict=True))
    ]
    table = w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=sum(widths), type="dxa"),
            w("tblInd", w=0, type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0000"),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        w("tr", w("trPr", w("cantSplit")), *cells),
    )
    # A divider gives the space above, which a table has none of, and parts the row from a table before it.
    space = max(0.0, theme.styles[block.figures[0].role].before + extra)
    return join(divider(space, new_page=new_page), table)


def _margins(left: float, right: float) -> Xml:
    """Return the margins of a cell: each side of a gutter is half of it."""
    sides = (("left", left), ("right", right))
    margins = [w(side, w=twips(width), type="dxa") for side, width in sides if width]
    return w("tcMar", *margins) if margins else NOTHING
