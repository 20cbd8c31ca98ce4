"""Reads a Word file back as a reader sees it: its blocks in order, with live numbers counted from the numbering part.

A no-break space is read as the plain one that it stands for: only Word is told which spaces hold.
Independent of the writer: it knows WordprocessingML only. `plainly` and `plainly_in_word` say what
should be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

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
)
from reportgen.model.document import Document, blocks_and_parts, contents_of
from reportgen.model.geometry import Geometry
from reportgen.model.inline import Footnote, Inlines, footnotes, plain
from reportgen.numbering import NumberFormat, Numeral, written
from reportgen.origins import BlockId

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CHART = "chart"
TABLE = "table"

_NUMERALS = {"decimal": Numeral.DECIMAL, "chineseCountingThousand": Numeral.CHINESE}


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A paragraph (`kind` is its style's name), a chart or picture (`text` is its description), or a table (`rows`)."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def blocks(content: bytes) -> list[ReadBlock]:
    """Return the blocks of a Word file's body, then its footnotes; a marker is read as 〔1〕.

    Empty paragraphs, which only keep tables apart, are left out.
    """
    with ZipFile(BytesIO(content)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
        styles = etree.fromstring(archive.read("word/styles.xml"))
        numbering = etree.fromstring(archive.read("word/numbering.xml"))
        notes = _footnotes(archive)
    reader = _Reader(styles, numbering)
    return [block for element in (*body, *notes) for block in reader.read(element)]


def _footnotes(archive: ZipFile) -> list[etree._Element]:
    """Return the paragraphs of the footnotes, which a reader finds after all others."""
    if "word/footnotes.xml" not in archive.namelist():
        return []
    notes = etree.fromstring(archive.read("word/footnotes.xml"))
    return [p for note in notes if note.get(W + "type") is None for p in note.findall(W + "p")]


def plainly(document: Document, geometry: Geometry) -> list[ReadBlock]:
    """Return what a reader of `document` should read, in its order; kinds of paragraphs are left empty."""
    found: list[ReadBlock] = []
    notes: list[Footnote] = []
    for block in blocks_and_parts(document):
        match block:
            case Heading():
                found.append(ReadBlock("", (block.number.text if block.number else "") + plain(block.inlines)))
            case Paragraph():
                found.append(ReadBlock("", marked(block.inlines)))
                notes += footnotes(block.inlines)
            case ListBlock():
                found += [ReadBlock("", item.marker + marked(item.inlines)) for item in block.items]
                notes += [note for item in block.items for note in footnotes(item.inlines)]
            case Contents():
                found.append(ReadBlock("", block.title))
                for heading in contents_of(document, block):
                    number = heading.number.text if heading.number else ""
                    page = geometry.pages_of[heading.id]
                    found.append(ReadBlock("", f"{number}{plain(heading.inlines)}\t{page}"))
            case Table():
                found += _captions(block)
                found += [ReadBlock("", block.unit)] if block.unit else []
                rows = (tuple(plain(cell.inlines) for cell in row) for row in (*block.header, *block.rows))
                found.append(ReadBlock(TABLE, rows=tuple(rows)))
                found += [ReadBlock("", plain(note)) for note in block.notes]
            case Box():
                found.append(ReadBlock("", plain(block.title)))
            case ChartFigure() | ImageFigure():
                found.append(ReadBlock(CHART, block.alt))
                found += _captions(block)
                found += [ReadBlock("", plain(note)) for note in block.notes]
            case FigureRow() | PageBreak():
                continue
    found += [ReadBlock("", f"〔{note.text}〕 {plain(note.inlines)}") for note in notes]
    return [block for block in found if block.text or block.rows]


def plainly_in_word(document: Document, geometry: Geometry) -> list[ReadBlock]:
    """Return what a Word file of `document` should read as, whose figures stand where the PDF shows them."""
    blocks = list(document.blocks)
    for figure, passed in reversed(tuple(geometry.floated.items())):
        moved = blocks.pop(_place(blocks, figure))
        blocks.insert(_place(blocks, passed) + 1, moved)
    return plainly(replace(document, blocks=tuple(blocks)), geometry)


def _place(blocks: Sequence[Block], wanted: BlockId) -> int:
    return next(index for index, block in enumerate(blocks) if block.id == wanted)


def marked(inlines: Inlines) -> str:
    """Return the words of inlines, the markers of footnotes among them."""
    return "".join(f"〔{one.text}〕" if isinstance(one, Footnote) else one.text for one in inlines)


def _captions(block: Table | ChartFigure | ImageFigure) -> list[ReadBlock]:
    caption = block.caption
    if caption is None:
        return []
    return [ReadBlock("", caption.reference + caption.separator + plain(caption.inlines))]


def without_kinds(read: list[ReadBlock]) -> list[ReadBlock]:
    """Return blocks as `plainly` gives them: only charts and tables keep their kind."""
    return [b if b.kind in {CHART, TABLE} else ReadBlock("", b.text, b.rows) for b in read]


class _Reader:
    """The counters of a document's lists while its paragraphs go by."""

    def __init__(self, styles: etree._Element, numbering: etree._Element) -> None:
        self._names = {_id(s, "styleId"): _val(s, "name") for s in styles.iter(W + "style")}
        self._style_numbers = {
            _id(s, "styleId"): _number(s) for s in styles.iter(W + "style") if s.find(f"{W}pPr/{W}numPr") is not None
        }
        self._levels = {
            _id(a, "abstractNumId"): {int(_id(lvl, "ilvl")): lvl for lvl in a.iter(W + "lvl")}
            for a in numbering.iter(W + "abstractNum")
        }
        self._instances = {_id(n, "numId"): n for n in numbering.iter(W + "num")}
        self._counts: dict[tuple[str, int], int] = {}
        self._begun: set[str] = set()

    def read(self, element: etree._Element) -> Iterator[ReadBlock]:
        if element.tag == W + "tbl":
            cells = element.findall(f"{W}tr/{W}tc")
            if len(cells) == 1 or element.find(f".//{WP}docPr") is not None:
                # A box, or figures side by side: what is in them is read like anything else.
                for inner in (inner for cell in cells for inner in cell):
                    yield from self.read(inner)
                return
            rows = (tuple(_text(cell) for cell in row.findall(W + "tc")) for row in element.findall(W + "tr"))
            yield ReadBlock(TABLE, rows=tuple(rows))
        elif element.tag == W + "p":
            for drawing in element.iter(WP + "docPr"):
                yield ReadBlock(CHART, str(drawing.get("descr")))
            style = _val(element.find(W + "pPr"), "pStyle")
            text = self._counted(element, style) + _text(element)
            if text:
                yield ReadBlock(self._names[style], text)

    def _counted(self, paragraph: etree._Element, style: str) -> str:
        """Count a paragraph and return its number as printed."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        instance, level = _number(paragraph) if own is not None else self._style_numbers.get(style, ("0", 0))
        if instance == "0":
            return ""
        number = self._instances[instance]
        abstract = _val(number, "abstractNumId")
        starts = self._starts(number)
        if instance not in self._begun:
            self._begun.add(instance)
            for overridden in starts:
                self._counts.pop((abstract, overridden), None)
        start = starts.get(level, int(_val(self._levels[abstract][level], "start")))
        count = self._counts.get((abstract, level), start - 1) + 1
        self._counts = {key: n for key, n in self._counts.items() if key[0] != abstract or key[1] <= level}
        self._counts[abstract, level] = count
        return _printed(self._levels[abstract][level], level, count)

    @staticmethod
    def _starts(number: etree._Element) -> Mapping[int, int]:
        return {int(_id(o, "ilvl")): int(_val(o, "startOverride")) for o in number.findall(W + "lvlOverride")}


def _printed(level: etree._Element, index: int, count: int) -> str:
    numeral, pattern = _val(level, "numFmt"), _val(level, "lvlText")
    after = " " if _val(level, "suff") == "space" else ""
    if numeral in _NUMERALS:
        pattern = pattern.replace(f"%{index + 1}", written(NumberFormat(_NUMERALS[numeral]), count))
    return pattern + after


def _text(element: etree._Element) -> str:
    """Return the text under `element`, tabs and markers included and instructions of fields left out."""
    tags = [W + name for name in ("t", "tab", "footnoteReference", "footnoteRef")]
    return "".join(_said(e) for e in element.iter(*tags) if _shown(e))


def _said(element: etree._Element) -> str:
    match etree.QName(element).localname:
        case "tab":
            return "\t"
        case "footnoteReference":
            return f"〔{_id(element, 'id')}〕"
        case "footnoteRef":
            note = next(above for above in element.iterancestors() if above.tag == W + "footnote")
            return f"〔{_id(note, 'id')}〕"
        case _:
            return (element.text or "").replace("\u00a0", " ")


def _shown(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == W + "r"


def _number(element: etree._Element) -> tuple[str, int]:
    found = element.find(f"{W}pPr/{W}numPr")
    assert found is not None
    return _val(found, "numId"), int(_val(found, "ilvl"))


def _id(element: etree._Element, name: str) -> str:
    return str(element.get(W + name))


def _val(element: etree._Element | None, name: str) -> str:
    assert element is not None
    found = element.find(W + name)
    return "" if found is None else str(found.get(W + "val"))
