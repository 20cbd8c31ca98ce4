"""A document as a Word file: makes each part and puts them together."""

from __future__ import annotations

from reportgen.model.block import ChartFigure
from reportgen.model.document import Document
from reportgen.model.geometry import Geometry
from reportgen.theme.look import Theme
from reportgen.writers.docx.body import document_part
from reportgen.writers.docx.charts import WORKBOOK_RELATIONSHIP, chart_part, workbook_of
from reportgen.writers.docx.furniture import FOOTER_RELATIONSHIP, HEADER_RELATIONSHIP, footer_part, header_part
from reportgen.writers.docx.package import CONTENT_TYPE, RELATIONSHIP_TYPE, Piece, packed
from reportgen.writers.docx.properties import core_part, extended_part, settings_part
from reportgen.writers.docx.styles import styles_part
from reportgen.writers.docx.ties import Ties, ties_of


def write_docx(document: Document, geometry: Geometry, theme: Theme) -> bytes:
    """Return `document` as a Word file; the same document, geometry and theme give the same bytes.

    `geometry` must hold a page label for each heading in a table of contents, column widths for each table and a form
    for each chart, as layout makes them; a missing one is a KeyError.
    """
    ties = ties_of(document, geometry, theme)
    related = {
        "rIdStyles": (
            RELATIONSHIP_TYPE.STYLES,
            Piece("/word/styles.xml", CONTENT_TYPE.WML_STYLES, styles_part(theme, ties.sheet)),
        ),
        "rIdSettings": (
            RELATIONSHIP_TYPE.SETTINGS,
            Piece("/word/settings.xml", CONTENT_TYPE.WML_SETTINGS, settings_part()),
        ),
        "rIdNumbering": (
            RELATIONSHIP_TYPE.NUMBERING,
            Piece("/word/numbering.xml", CONTENT_TYPE.WML_NUMBERING, ties.numbers.xml),
        ),
        HEADER_RELATIONSHIP: (
            RELATIONSHIP_TYPE.HEADER,
            Piece("/word/header1.xml", CONTENT_TYPE.WML_HEADER, header_part(ties)),
        ),
        FOOTER_RELATIONSHIP: (
            RELATIONSHIP_TYPE.FOOTER,
            Piece("/word/footer1.xml", CONTENT_TYPE.WML_FOOTER, footer_part(ties)),
        ),
        **_charts(document, ties),
    }
    links = {identity: address for address, identity in ties.links.items()}
    body = Piece("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, document_part(ties), related, links)
    core = Piece("/docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, core_part(document.metadata))
    extended = Piece("/docProps/app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, extended_part())
    return packed(
        {
            "rId1": (RELATIONSHIP_TYPE.OFFICE_DOCUMENT, body),
            "rId2": (RELATIONSHIP_TYPE.CORE_PROPERTIES, core),
            "rId3": (RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, extended),
        }
    )


def _charts(document: Document, ties: Ties) -> dict[str, tuple[str, Piece]]:
    """Return the chart parts by relationship, each with its workbook."""
    charts: dict[str, tuple[str, Piece]] = {}
    for block in document.blocks:
        if not isinstance(block, ChartFigure):
            continue
        relationship, number = ties.charts[block.id]
        book = Piece(f"/word/embeddings/chart{number}.xlsx", CONTENT_TYPE.SML_SHEET, workbook_of(block.chart))
        content = chart_part(block.chart, ties.geometry.chart_forms[block.id], ties.theme)
        feed = {WORKBOOK_RELATIONSHIP: (RELATIONSHIP_TYPE.PACKAGE, book)}
        charts[relationship] = (
            RELATIONSHIP_TYPE.CHART,
            Piece(f"/word/charts/chart{number}.xml", CONTENT_TYPE.DML_CHART, content, feed),
        )
    return charts
