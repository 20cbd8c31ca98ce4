"""A document as a Word file: makes each part and puts them together."""

from __future__ import annotations

from pathlib import Path

from reportgen.model.block import ChartFigure, ImageFigure
from reportgen.model.document import Document, blocks_and_parts
from reportgen.model.geometry import Geometry
from reportgen.model.inline import Footnote
from reportgen.model.picture import PictureFormat
from reportgen.theme.look import Theme
from reportgen.writers.docx.body import document_part
from reportgen.writers.docx.charts import WORKBOOK_RELATIONSHIP, chart_part
from reportgen.writers.docx.font_table import font_table_part
from reportgen.writers.docx.footnotes import document_footnotes, footnote_addresses, footnotes_part
from reportgen.writers.docx.furniture import LOGO, FurniturePart, furniture_parts
from reportgen.writers.docx.kept_workbooks import Workbooks
from reportgen.writers.docx.package import CONTENT_TYPE, RELATIONSHIP_TYPE, Piece, packed
from reportgen.writers.docx.properties import core_part, extended_part, settings_part
from reportgen.writers.docx.styles import styles_part
from reportgen.writers.docx.ties import Ties, ties_of

_PICTURES = {PictureFormat.PNG: CONTENT_TYPE.PNG, PictureFormat.JPEG: CONTENT_TYPE.JPEG}


def write_docx(document: Document, geometry: Geometry, theme: Theme, *, cache: Path | None = None) -> bytes:
    """Return `document` as a Word file; the same document, geometry and theme give the same bytes.

    `geometry` must hold a page label for each heading in a table of contents, column widths for each table and a form
    for each chart, as layout makes them; a missing one is a KeyError. `cache` is a folder in which the workbooks of
    charts are kept.
    """
    ties = ties_of(document, geometry, theme)
    styles = Piece("/word/styles.xml", CONTENT_TYPE.WML_STYLES, styles_part(theme, ties.sheet))
    notes = document_footnotes(ties)
    settings = Piece("/word/settings.xml", CONTENT_TYPE.WML_SETTINGS, settings_part(footnotes=bool(notes)))
    fonts = Piece("/word/fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, font_table_part(theme))
    numbering = Piece("/word/numbering.xml", CONTENT_TYPE.WML_NUMBERING, ties.numbers.xml)
    related = {
        "rIdStyles": (RELATIONSHIP_TYPE.STYLES, styles),
        "rIdSettings": (RELATIONSHIP_TYPE.SETTINGS, settings),
        "rIdFonts": (RELATIONSHIP_TYPE.FONT_TABLE, fonts),
        "rIdNumbering": (RELATIONSHIP_TYPE.NUMBERING, numbering),
        **_footnotes(notes, ties),
        **_furniture(ties),
        **_charts(document, ties, cache),
        **_pictures(document, ties),
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


def _footnotes(notes: tuple[Footnote, ...], ties: Ties) -> dict[str, tuple[str, Piece]]:
    """Return the footnotes part by relationship, where there are any."""
    if not notes:
        return {}
    content, links = footnotes_part(notes, ties), footnote_addresses(notes, ties)
    piece = Piece("/word/footnotes.xml", CONTENT_TYPE.WML_FOOTNOTES, content, links=links)
    return {"rIdFootnotes": (RELATIONSHIP_TYPE.FOOTNOTES, piece)}


def _furniture(ties: Ties) -> dict[str, tuple[str, Piece]]:
    """Return the headers and footers by relationship."""
    kinds = {
        "header": (RELATIONSHIP_TYPE.HEADER, CONTENT_TYPE.WML_HEADER),
        "footer": (RELATIONSHIP_TYPE.FOOTER, CONTENT_TYPE.WML_FOOTER),
    }
    related: dict[str, tuple[str, Piece]] = {}
    for number, made in enumerate(furniture_parts(ties), 1):
        relationship, content_type = kinds[made.kind]
        path = f"/word/{made.kind}{number}.xml"
        related[made.relationship] = (relationship, Piece(path, content_type, made.content, _logo(made)))
    return related


def _logo(made: FurniturePart) -> dict[str, tuple[str, Piece]]:
    if made.logo is None:
        return {}
    picture = made.logo.picture
    piece = Piece(f"/word/media/logo.{picture.format}", _PICTURES[picture.format], picture.data)
    return {LOGO: (RELATIONSHIP_TYPE.IMAGE, piece)}


def _charts(document: Document, ties: Ties, cache: Path | None) -> dict[str, tuple[str, Piece]]:
    """Return the chart parts by relationship, each with its workbook."""
    books = Workbooks(cache)
    charts: dict[str, tuple[str, Piece]] = {}
    for block in blocks_and_parts(document):
        if not isinstance(block, ChartFigure):
            continue
        relationship, number = ties.charts[block.id]
        book = Piece(f"/word/embeddings/chart{number}.xlsx", CONTENT_TYPE.SML_SHEET, books.of(block.chart))
        content = chart_part(block.chart, ties.geometry.chart_forms[block.id], ties.theme)
        feed = {WORKBOOK_RELATIONSHIP: (RELATIONSHIP_TYPE.PACKAGE, book)}
        charts[relationship] = (
            RELATIONSHIP_TYPE.CHART,
            Piece(f"/word/charts/chart{number}.xml", CONTENT_TYPE.DML_CHART, content, feed),
        )
    books.keep()
    return charts


def _pictures(document: Document, ties: Ties) -> dict[str, tuple[str, Piece]]:
    """Return the pictures' parts by relationship, each picture once."""
    pictures: dict[str, tuple[str, Piece]] = {}
    for block in blocks_and_parts(document):
        if isinstance(block, ImageFigure):
            relationship, _ = ties.pictures[block.id]
            if relationship not in pictures:
                picture = block.picture
                path = f"/word/media/image{len(pictures) + 1}.{picture.format}"
                piece = Piece(path, _PICTURES[picture.format], picture.data)
                pictures[relationship] = (RELATIONSHIP_TYPE.IMAGE, piece)
    return pictures
