"""A Word file's body in a form that a person can review: a line for each paragraph, row or chart.

A paragraph is `style (what it has beside it): runs`; runs stand between `|`, Chinese ones begin with `、`. `{…}` is a
field, `<name …>` a bookmark, `[…](…)` a link, `*…*` bold, `~…~` another character style, `→` a tab, `␣` a no-break
space.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def outline(content: bytes) -> str:
    """Return the outline of a file's body."""
    with ZipFile(BytesIO(content)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    return "\n".join(line for element in body for line in _lines(element)) + "\n"


def _lines(element: etree._Element) -> Iterator[str]:
    if element.tag == W + "p":
        yield _paragraph(element)
    elif element.tag == W + "tbl":
        yield "table " + " + ".join(str(e.get(W + "w")) for e in element.iter(W + "gridCol"))
        for row in element.findall(W + "tr"):
            head = "=" if row.find(f"{W}trPr/{W}tblHeader") is not None else "-"
            cells = (" / ".join(_cell(cell)) for cell in row.findall(W + "tc"))
            yield f"  {head} " + " ; ".join(cells)


def _cell(cell: etree._Element) -> Iterator[str]:
    span, fill = cell.find(f"{W}tcPr/{W}gridSpan"), cell.find(f"{W}tcPr/{W}shd")
    marks = "" if span is None else f"×{span.get(W + 'val')} "
    marks += "" if fill is None else f"#{fill.get(W + 'fill')} "
    rules = [etree.QName(e).localname for e in cell.findall(f"{W}tcPr/{W}tcBorders/*")]
    marks += f"{'+'.join(rules)} " if rules else ""
    yield from (marks + _paragraph(p) for p in cell.findall(W + "p"))


def _paragraph(paragraph: etree._Element) -> str:
    properties = paragraph.find(W + "pPr")
    assert properties is not None
    style = properties[0].get(W + "val")
    beside = ", ".join(_property(e) for e in list(properties)[1:])
    return f"{style}{f' ({beside})' if beside else ''}: {_inlines(paragraph)}"


def _property(element: etree._Element) -> str:
    name = etree.QName(element).localname
    values = [f"{etree.QName(str(key)).localname}={value!s}" for key, value in element.attrib.items()]
    values += [f"{etree.QName(e).localname}={e.get(W + 'val')}" for e in element]
    return f"{name} {' '.join(values)}" if values else name


def _inlines(parent: etree._Element) -> str:
    written: list[str] = []
    for e in parent:
        match etree.QName(e).localname:
            case "r":
                written.append(_run(e))
            case "hyperlink":
                target = e.get(W + "anchor") or e.get(R + "id")
                written.append(f"[{_inlines(e)}]({target})")
            case "bookmarkStart":
                written.append(f"<{e.get(W + 'name')} ")
            case "bookmarkEnd":
                written.append(">")
    return "|".join(written)


def _run(run: etree._Element) -> str:
    look = run.find(W + "rPr")
    marks = {etree.QName(e).localname: e for e in look} if look is not None else {}
    said = "".join(_said(e) for e in run if e.tag != W + "rPr")
    if "rFonts" in marks:
        said = "、" + said
    if "b" in marks:
        said = f"*{said}*"
    if "rStyle" in marks:
        said = f"~{marks['rStyle'].get(W + 'val')} {said}~"
    if "spacing" in marks:
        said += f"‹{marks['spacing'].get(W + 'val')}›"
    return said


def _said(element: etree._Element) -> str:
    match etree.QName(element).localname:
        case "t":
            return (element.text or "").replace("\u00a0", "␣")
        case "tab":
            return "→"
        case "footnoteReference":
            return f"^{element.get(W + 'id')}"
        case "instrText":
            return (element.text or "").strip()
        case "fldChar":
            return {"begin": "{", "separate": ":", "end": "}"}[str(element.get(W + "fldCharType"))]
        case "drawing":
            properties, extent = element.find(f".//{WP}docPr"), element.find(f".//{WP}extent")
            assert properties is not None
            assert extent is not None
            return f"drawing {extent.get('cx')}×{extent.get('cy')} {properties.get('descr')}"
        case other:
            return f"?{other}"
