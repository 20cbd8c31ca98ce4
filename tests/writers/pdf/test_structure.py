"""The structure tree, read back: its shape, its completeness, what is outside it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from reportgen.model.pages import Destination, GlyphRun, Node, Pages, Tag, Target, TextLine
from reportgen.origins import BlockId
from tests.writers.pdf.samples import HAN, line, page, pages_of, run, written

GOLDEN = Path(__file__).parent / "golden" / "structure.txt"


def test_the_tree_is_as_reviewed(pdf: pikepdf.Pdf) -> None:
    """With UPDATE_GOLDEN set, the golden is written anew instead: read what has changed in it."""
    text = "\n".join(shape(pdf, pdf.Root.StructTreeRoot.K[0])) + "\n"
    if "UPDATE_GOLDEN" in os.environ:
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def shape(pdf: pikepdf.Pdf, element: pikepdf.Object, depth: int = 0) -> Iterator[str]:
    """Yield the elements below `element`, with attributes and how much content each has on which page."""
    said = [str(element.S)]
    if "/Alt" in element:
        said.append(f"alt “{element.Alt}”")
    if "/A" in element:
        said += [
            f"{key} {value if not isinstance(value, pikepdf.Array) else 'box'}" for key, value in element.A.items()
        ]
    yield "  " * depth + " ".join(said)
    for kid in kids(element):
        if isinstance(kid, int):
            yield "  " * (depth + 1) + f"content on page {page_number(pdf, element.Pg)}"
        elif kid.get("/Type") == "/MCR":
            yield "  " * (depth + 1) + f"content on page {page_number(pdf, kid.Pg)}"
        elif kid.get("/Type") == "/OBJR":
            yield "  " * (depth + 1) + f"annotation on page {page_number(pdf, kid.Pg)}: {kid.Obj.Contents}"
        else:
            yield from shape(pdf, kid, depth + 1)


def kids(element: pikepdf.Object) -> list[Any]:
    """Return an element's kids: MCIDs as numbers, all else as objects."""
    if "/K" not in element:
        return []
    return list(element.K) if isinstance(element.K, pikepdf.Array) else [element.K]


def page_number(pdf: pikepdf.Pdf, one: pikepdf.Object) -> int:
    return next(number for number, other in enumerate(pdf.pages, start=1) if other.obj.objgen == one.objgen)


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    pending = [pdf.Root.StructTreeRoot.K[0]]
    while pending:
        element = pending.pop()
        yield element
        pending += [kid for kid in kids(element) if not isinstance(kid, int) and kid.get("/Type") == "/StructElem"]


def parents(pdf: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    rows = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return dict(zip(map(int, rows[::2]), rows[1::2], strict=True))


def test_every_piece_of_content_belongs_to_the_element_that_claims_it(pdf: pikepdf.Pdf) -> None:
    claimed = set()
    for element in elements(pdf):
        for kid in kids(element):
            if isinstance(kid, int):
                claimed.add((page_number(pdf, element.Pg), kid, element.objgen))
            elif kid.get("/Type") == "/MCR":
                claimed.add((page_number(pdf, kid.Pg), int(kid.MCID), element.objgen))
    listed = {
        (number, mcid, owner.objgen)
        for number, one in enumerate(pdf.pages, start=1)
        for mcid, owner in enumerate(parents(pdf)[int(one.obj.StructParents)])
    }
    marked = {
        (number, int(instruction.operands[1].MCID))
        for number, one in enumerate(pdf.pages, start=1)
        for instruction in pikepdf.parse_content_stream(one)
        if str(instruction.operator) == "BDC" and "/MCID" in instruction.operands[1]
    }
    assert claimed == listed
    assert {(number, mcid) for number, mcid, _ in listed} == marked


def test_every_annotation_leads_back_to_its_link(pdf: pikepdf.Pdf) -> None:
    links = {
        kid.Obj.objgen: element.objgen
        for element in elements(pdf)
        for kid in kids(element)
        if not isinstance(kid, int) and kid.get("/Type") == "/OBJR"
    }
    found = {
        annotation.objgen: parents(pdf)[int(annotation.StructParent)].objgen
        for one in pdf.pages
        for annotation in one.obj.get("/Annots", [])
    }
    assert links == found
    assert len(found) == 3


def test_nothing_is_painted_outside_marked_content(pdf: pikepdf.Pdf) -> None:
    for one in pdf.pages:
        depth = 0
        for instruction in pikepdf.parse_content_stream(one):
            operator = str(instruction.operator)
            depth += {"BDC": 1, "EMC": -1}.get(operator, 0)
            assert depth in {0, 1}
            if operator in {"Tj", "TJ", "S", "f", "B"}:
                assert depth == 1, operator
        assert depth == 0


def test_furniture_and_rules_are_artifacts(pdf: pikepdf.Pdf) -> None:
    kinds = [
        (str(instruction.operands[1].Type), str(instruction.operands[1].get("/Subtype", "")))
        for instruction in pikepdf.parse_content_stream(pdf.pages[1])
        if str(instruction.operator) == "BDC" and str(instruction.operands[0]) == "/Artifact"
    ]
    assert kinds == [
        ("/Pagination", "/Header"),
        ("/Pagination", "/Footer"),
        ("/Pagination", ""),
        ("/Layout", ""),
    ]


def test_a_link_over_a_line_end_is_one_link_with_two_boxes() -> None:
    target = Target(url="https://example.org/")

    def linked(y: float, text: str) -> TextLine:
        return line(y, GlyphRun(text, HAN, 10.5, 50, inline=1, link=target), block="段", path=(Node(Tag.P, "段"),))

    pages = pages_of(
        page(linked(700, "一个地"), linked(682, "址"), line(660, run("后", 50), block="段", path=(Node(Tag.P, "段"),)))
    )
    with pikepdf.open(BytesIO(written(pages))) as pdf:
        (found,) = [element for element in elements(pdf) if element.S == "/Link"]
        assert sum(not isinstance(kid, int) for kid in kids(found)) == 2
        assert len(pdf.pages[0].Annots) == 2


def test_a_child_of_another_key_is_another_element() -> None:
    lines = (line(700 - 18 * index, run("段", 50), path=(Node(Tag.P, f"{index}"),)) for index in range(3))
    with pikepdf.open(BytesIO(written(pages_of(page(*lines))))) as pdf:
        assert [str(element.S) for element in elements(pdf)] == ["/Document", "/P", "/P", "/P"]


def test_the_golden_knows_no_object_numbers() -> None:
    assert not re.search(r"\d+ 0 R", GOLDEN.read_text(encoding="utf-8"))


NOTES = [Node(Tag.NOTE, key) for key in ("p/footnote10", "p/footnote9")]


def noted() -> pikepdf.Pdf:
    """Return a page with a marker and two footnotes."""
    there = Target(block=BlockId("p/footnote9"), footnote=True)
    marker = run("9", 120, size=6, rise=4.0, link=there, inline=1)
    text = line(700, run("甲", 100), marker, run("乙", 130), block="p", path=(Node(Tag.P, "p"),))
    feet = [
        line(100 - 20 * place, run("注", 100), block="p", path=(note, Node(Tag.P, f"{note.key}/text")))
        for place, note in enumerate(NOTES)
    ]
    places = ((BlockId("p/footnote9"), Destination(0, 100.0)),)
    return pikepdf.open(BytesIO(written(Pages((page(text, *feet),), places, ()))))


def test_notes_have_identifiers_that_the_tree_knows() -> None:
    pdf = noted()
    elements = [kid for kid in kids(pdf.Root.StructTreeRoot.K[0]) if kid.S == "/Note"]
    names = list(pdf.Root.StructTreeRoot.IDTree.Names)
    assert [bytes(element.ID).decode() for element in elements] == ["p/footnote10", "p/footnote9"]
    assert [bytes(name).decode() for name in names[::2]] == ["p/footnote10", "p/footnote9"]
    assert [one.objgen for one in names[1::2]] == [element.objgen for element in elements]


def test_a_marker_is_a_reference_that_leads_to_its_note() -> None:
    pdf = noted()
    paragraph = kids(pdf.Root.StructTreeRoot.K[0])[0]
    (reference,) = [kid for kid in kids(paragraph) if isinstance(kid, pikepdf.Dictionary)]
    assert reference.S == "/Reference"
    assert kids(reference)[0].S == "/Link"
    (link,) = pdf.pages[0].Annots
    assert float(link.Rect[1]) > 700
    assert list(link.Dest)[3] == 100


def test_a_document_without_notes_has_no_tree_of_them(pdf: pikepdf.Pdf) -> None:
    assert "/IDTree" not in pdf.Root.StructTreeRoot
