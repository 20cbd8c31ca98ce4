"""From pages to the bytes of a PDF. The same pages give the same bytes, whatever the clock, folder or time zone."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.fonts.face import Face
from reportgen.model.document import Metadata
from reportgen.model.pages import ChartBox, Pages
from reportgen.theme.look import Theme
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.catalogue import write_catalogue
from reportgen.writers.pdf.metadata import write_info
from reportgen.writers.pdf.painter import Painter


def write_pdf(pages: Pages, metadata: Metadata, theme: Theme, faces: Mapping[str, Face]) -> bytes:
    """Return `pages` as a PDF that claims PDF/A-2a and PDF/UA-1.

    `faces` holds every face that a run names and those of the theme's charts. Raises ValueError where a face has no
    glyph for a character: layout checks coverage before it sets text.
    """

    def paint_chart(canvas: TaggedCanvas, box: ChartBox) -> None:
        from reportgen.writers.pdf.chart_canvas import paint_chart as paint  # noqa: PLC0415 - loads matplotlib

        paint(canvas, box, theme, faces)

    canvas = TaggedCanvas(faces, len(pages.pages), pages.structure)
    painter = Painter(canvas, dict(pages.destinations), paint_chart)
    for page in pages.pages:
        painter.page(page)
    canvas.finish()
    return canvas.file.written(write_catalogue(canvas, pages, metadata), write_info(canvas.file, metadata))
