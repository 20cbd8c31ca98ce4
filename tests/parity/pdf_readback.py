"""Reads a tagged PDF back as a reader's software does: its structure elements in order, with the text of each.

Independent of the writer: it knows the structure tree, marked content and ToUnicode maps (ISO 32000-1 §14.7, §9.10)
only. Where a line ends in the middle of an element, the text holds a line feed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

import pikepdf

_HEX = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


@dataclass(frozen=True, slots=True)
class ReadElement:
    """A structure element: its type, its text (that of its kids included), its alternative text, its kids."""

    tag: str
    text: str
    alt: str
    kids: tuple[ReadElement, ...]


def elements(content: bytes) -> tuple[ReadElement, ...]:
    """Return the elements right below the document's root element."""
    with pikepdf.open(BytesIO(content)) as pdf:
        texts = {page.obj.objgen: _marked_texts(page) for page in pdf.pages}
        (document,) = (kid for kid in _kids(pdf.Root.StructTreeRoot) if not isinstance(kid, int))
        return tuple(_element(kid, texts) for kid in _kids(document) if not isinstance(kid, int))


def walk(found: tuple[ReadElement, ...]) -> Iterator[ReadElement]:
    """Yield elements and all below them, in order."""
    for element in found:
        yield element
        yield from walk(element.kids)


def _kids(node: pikepdf.Object) -> list[int | pikepdf.Object]:
    """Return an element's kids: MCIDs as plain numbers, elements and references as objects."""
    kids = node.get("/K")
    if kids is None:
        return []
    return list(kids.as_list()) if isinstance(kids, pikepdf.Array) else [kids]


def _element(node: pikepdf.Object, texts: Mapping[tuple[int, int], Mapping[int, str]]) -> ReadElement:
    parts: list[str] = []
    kids: list[ReadElement] = []
    for kid in _kids(node):
        if isinstance(kid, int):
            parts.append(texts[node.Pg.objgen].get(kid, ""))
        elif "/MCID" in kid:
            parts.append(texts[kid.Pg.objgen].get(int(kid.MCID), ""))
        elif "/S" in kid:
            kids.append(_element(kid, texts))
            # In running text a reference is the marker of a footnote.
            marker = kids[-1].tag == "Reference" and node.S != "/TOCI"
            parts.append(f"〔{kids[-1].text.strip()}〕" if marker else kids[-1].text)
    return ReadElement(str(node.S)[1:], "".join(parts), str(node.get("/Alt", "")), tuple(kids))


def _marked_texts(page: pikepdf.Page) -> Mapping[int, str]:
    """Return the text of each marked content of a page by its MCID; a new baseline begins a new line."""
    fonts = {name: _to_unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    texts: dict[int, str] = {}
    open_marks: list[int | None] = []
    font: Mapping[int, str] = {}
    saved: list[Mapping[int, str]] = []
    baseline = last = None
    for instruction in pikepdf.parse_content_stream(page):
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            continue
        operands = instruction.operands
        match str(instruction.operator):
            case "BDC" | "BMC":
                numbered = len(operands) > 1 and "/MCID" in operands[1]
                open_marks.append(int(operands[1]["/MCID"]) if numbered else None)
            case "EMC":
                open_marks.pop()
            case "q":
                saved.append(font)
            case "Q":
                font = saved.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tm":
                baseline = float(operands[5])
            case "Td":
                baseline = (baseline or 0.0) + float(operands[1])
            case "Tj" | "TJ":
                shown = list(operands[0]) if str(instruction.operator) == "TJ" else [operands[0]]
                said = "".join(_decoded(bytes(part), font) for part in shown if isinstance(part, pikepdf.String))
                mark = next((m for m in reversed(open_marks) if m is not None), None)
                if mark is not None:
                    before = texts.get(mark, "")
                    texts[mark] = f"{before}\n{said}" if last not in {None, baseline} else before + said
                    last = baseline
            case _:
                continue
    return texts


def _decoded(codes: bytes, font: Mapping[int, str]) -> str:
    return "".join(font[int.from_bytes(codes[i : i + 2], "big")] for i in range(0, len(codes), 2))


def _to_unicode(font: pikepdf.Object) -> Mapping[int, str]:
    """Return the characters of a font by code: every pair of its ToUnicode map."""
    source = font.ToUnicode.read_bytes().decode("ascii")
    body = "".join(re.findall(r"beginbfchar(.*?)endbfchar", source, re.DOTALL))
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in _HEX.findall(body)}
