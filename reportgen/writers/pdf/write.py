"""From pages to the bytes of a PDF. The same pages give the same bytes, whatever the clock, folder or time zone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportgen.fonts.face import Face
from reportgen.model.document import Metadata
from reportgen.model.pages import Pages
from reportgen.theme.look import Theme
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.catalogue import write_catalogue
from reportgen.writers.pdf.charts import Charts
from reportgen.writers.pdf.metadata import write_info
from reportgen.writers.pdf.painter import Painter


def write_pdf(
    pages: Pages, metadata: Metadata, theme: Theme, faces: Mapping[str, Face], *, cache: Path | None = None
) -> bytes:
    """Return `pages` as a PDF that claims PDF/A-2a and PDF/UA-1.

    `faces` holds every face that a run names and those of the theme's charts. `cache` is a folder in which the drawings
    of charts are kept. Raises ValueError where a face has no glyph for a character: layout checks coverage before it
    sets text.
    """
    canvas = TaggedCanvas(faces, len(pages.pages), pages.structure)
    charts = Charts(theme, faces, cache)
    painter = Painter(canvas, dict(pages.destinations), charts.paint)
    for page in pages.pages:
        painter.page(page)
    charts.keep()
    canvas.finish()
    return canvas.file.written(write_catalogue(canvas, pages, metadata), write_info(canvas.file, metadata))
