"""What the parts of a Word file refer to each other by, worked out before any of them is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportgen.model.block import Box, ChartFigure, Heading, ImageFigure, ListBlock, Paragraph, Table
from reportgen.model.document import Document, blocks_and_parts
from reportgen.model.geometry import Geometry
from reportgen.model.inline import Inlines, Link, footnotes, plain
from reportgen.origins import BlockId
from reportgen.theme.look import PageLook, Theme
from reportgen.values import dataclass
from reportgen.writers.docx.bookmarks import Bookmark, bookmarks_of
from reportgen.writers.docx.captions import caption_fields
from reportgen.writers.docx.numbering import LiveNumbers, live_numbers
from reportgen.writers.docx.stylesheet import StyleSheet, style_sheet

_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class Marked:
    """The text that a bookmark stands around, and the one before it that belongs to a reference too (a label)."""

    text: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Ties:
    """The names and numbers that tie the parts together.

    `marked` is what each bookmark stands around; `captions` the instruction of each caption's number; `links`
    the relationship of each address; `charts` and `pictures` that of each chart and picture, with the number of its
    drawing. A picture that stands in several places is one part.
    """

    document: Document
    geometry: Geometry
    theme: Theme
    sheet: StyleSheet
    bookmarks: Mapping[BlockId, Bookmark]
    marked: Mapping[BlockId, Marked]
    captions: Mapping[BlockId, str]
    numbers: LiveNumbers
    links: Mapping[str, str]
    charts: Mapping[BlockId, tuple[str, int]]
    pictures: Mapping[BlockId, tuple[str, int]]

    def on(self, page: PageLook) -> Ties:
        """Return the same ties for what stands on another page, or within a part of its measure."""
        return replace(self, theme=replace(self.theme, page=page))

    def within(self, width: float) -> Ties:
        """Return the same ties for what stands within `width` pt."""
        page = self.theme.page
        return self.on(replace(page, right=page.width - page.left - width))


def ties_of(document: Document, geometry: Geometry, theme: Theme) -> Ties:
    """Return the ties of the file that is to be made of `document`."""
    sheet = style_sheet(document, geometry.smaller.values())
    figures = [block.id for block in blocks_and_parts(document) if isinstance(block, ChartFigure)]
    images = [block for block in blocks_and_parts(document) if isinstance(block, ImageFigure)]
    digests = list(dict.fromkeys(block.picture.digest for block in images))
    return Ties(
        document,
        geometry,
        theme,
        sheet,
        bookmarks_of(document),
        _marked(document),
        caption_fields(document),
        live_numbers(document, theme, sheet),
        {url: f"rIdLink{number}" for number, url in enumerate(_addresses(document), 1)},
        {block: (f"rIdChart{number}", number) for number, block in enumerate(figures, 1)},
        {
            block.id: (f"rIdPicture{digests.index(block.picture.digest) + 1}", number)
            for number, block in enumerate(images, len(figures) + 1)
        },
    )


def _marked(document: Document) -> dict[BlockId, Marked]:
    texts: dict[BlockId, Marked] = {}
    for block in blocks_and_parts(document):
        match block:
            case Heading():
                texts[block.id] = Marked(plain(block.inlines))
            case Table(caption=caption) | ChartFigure(caption=caption) | ImageFigure(caption=caption) if caption:
                texts[block.id] = Marked(str(caption.ordinal), caption.label + caption.gap)
            case _:
                pass
    return texts


def _addresses(document: Document) -> list[str]:
    """Return the addresses that the document links to, each once; other schemes are no links in the file."""
    found = (
        inline.url
        for row in inline_rows(document)
        for inlines in (row, *(note.inlines for note in footnotes(row)))
        for inline in inlines
        if isinstance(inline, Link) and inline.url.lower().startswith(_SCHEMES)
    )
    return list(dict.fromkeys(found))


def inline_rows(document: Document) -> list[Inlines]:
    """Return every sequence of inlines that the document's body holds, what its footnotes say aside."""
    rows: list[Inlines] = []
    for block in blocks_and_parts(document):
        match block:
            case Heading() | Paragraph():
                rows.append(block.inlines)
            case ListBlock():
                rows.extend(item.inlines for item in block.items)
            case Table():
                rows.extend(cell.inlines for row in (*block.header, *block.rows) for cell in row)
                rows.extend(_captioned(block))
            case ChartFigure() | ImageFigure():
                rows.extend(_captioned(block))
            case Box():
                rows.append(block.title)
            case _:
                pass
    return rows


def _captioned(block: Table | ChartFigure | ImageFigure) -> list[Inlines]:
    return [*([block.caption.inlines] if block.caption else []), *block.notes]
