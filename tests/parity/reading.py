"""What both outputs should say of a document, and what the PDF says, in one form to compare block by block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.parity.pdf_readback import ReadElement, elements
from tests.writers.docx.readback import CHART, TABLE, ReadBlock


def pdf_blocks(content: bytes) -> list[ReadBlock]:
    """Return the blocks of a PDF in the form that the Word file is read in; lines are kept apart by line feeds.

    Footnotes, which stand beside their paragraphs in the structure, come after all else, as in the Word file.
    """
    found = elements(content)
    ordered = sorted(found, key=lambda element: element.tag == "Note")
    return [block for element in ordered for block in _blocks(element) if block.text or block.rows]


def _blocks(element: ReadElement) -> Iterator[ReadBlock]:
    match element.tag:
        case "TOC" | "L":
            for kid in element.kids:
                yield ReadBlock("", kid.text.strip("\n"))
        case "Figure":
            yield ReadBlock(CHART, element.alt)
            yield from (ReadBlock("", kid.text.strip("\n")) for kid in element.kids if kid.tag == "Caption")
        case "Sect":
            for kid in element.kids:
                yield from _blocks(kid)
        case "Note":
            label, text = element.kids
            yield ReadBlock("", f"〔{label.text.strip()}〕 {text.text.strip(chr(10))}")
        case "Table":
            captions = [
                line for kid in element.kids if kid.tag == "Caption" for line in kid.text.strip("\n").split("\n")
            ]
            yield from (ReadBlock("", line) for line in captions)
            parts = [kid for kid in element.kids if kid.tag in {"THead", "TBody"}]
            rows = [tuple(cell.text.strip("\n") for cell in row.kids) for part in parts for row in part.kids]
            yield ReadBlock(TABLE, rows=tuple(rows))
        case _:
            yield ReadBlock("", element.text.strip("\n"))


def same_words(read: str, said: str) -> bool:
    """Whether lines read from pages say `said`: where a line ends, a space may have stood."""
    lines = [re.escape(line) for line in read.split("\n")]
    return re.fullmatch(" ?".join(lines), said.replace("\t", "")) is not None


def disagreements(read: list[ReadBlock], said: list[ReadBlock]) -> list[tuple[ReadBlock | None, ReadBlock | None]]:
    """Return the pairs of blocks that do not say the same, up to the longer of the two lists."""
    pairs: list[tuple[ReadBlock | None, ReadBlock | None]] = []
    for index in range(max(len(read), len(said))):
        one = read[index] if index < len(read) else None
        other = said[index] if index < len(said) else None
        if one is None or other is None or not _agree(one, other):
            pairs.append((one, other))
    return pairs


def _agree(read: ReadBlock, said: ReadBlock) -> bool:
    if read.kind != said.kind or len(read.rows) != len(said.rows):
        return False
    cells = zip((cell for row in read.rows for cell in row), (cell for row in said.rows for cell in row), strict=False)
    same_shape = [len(row) for row in read.rows] == [len(row) for row in said.rows]
    return same_words(read.text, said.text) and same_shape and all(same_words(one, other) for one, other in cells)
