"""Each rule finds the fault that it is there for, and nothing in a sound file."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.writers.docx import samples
from tests.writers.docx.archive import changed, file_of, without
from tests.writers.docx.package_rules import faults

DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
RELATIONS, SETTINGS = "word/_rels/document.xml.rels", "word/settings.xml"
LINE, COLUMN, BAR, PIE = (f"word/charts/chart{number}.xml" for number in (1, 2, 3, 4))
TYPES = "[Content_Types].xml"


@pytest.fixture(scope="module")
def sound() -> bytes:
    return file_of(samples.bulletin())


def test_a_sound_file_has_no_faults(sound: bytes) -> None:
    assert faults(sound) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        (DOCUMENT, "</w:body>", "", "not well-formed"),
        (TYPES, '<Override PartName="/word/charts/chart1.xml"', '<Override PartName="/word/other.xml"', "only as some"),
        (TYPES, 'Extension="xlsx"', 'Extension="xls"', "no content type"),
        (RELATIONS, 'Target="styles.xml"', 'Target="style.xml"', "which is missing"),
        (RELATIONS, 'Target="https://www.', 'Target="file:///www.', "leads out to"),
        (RELATIONS, "rIdChart1", "rIdChart2", "an id twice"),
        (DOCUMENT, 'r:id="rIdChart1"', 'r:id="rIdChart99"', "relationship rIdChart99 is not there"),
        (DOCUMENT, 'w:pStyle w:val="BodyText"', 'w:pStyle w:val="Body"', "style Body is not there"),
        (STYLES, 'w:styleId="Caption"', 'w:styleId="Title"', "style Title defined twice"),
        (STYLES, '<w:numId w:val="1"/>', '<w:numId w:val="77"/>', "number 77 is not there"),
        (NUMBERING, '<w:num w:numId="2"', '<w:num w:numId="1"', "number 1 defined twice"),
        (NUMBERING, 'w:abstractNumId w:val="1"', 'w:abstractNumId w:val="9"', "abstract list 9 is not there"),
        (NUMBERING, 'w:abstractNum w:abstractNumId="1"', 'w:abstractNum w:abstractNumId="0"', "list 0 defined"),
        (NUMBERING, 'w:pStyle w:val="Heading1"', 'w:pStyle w:val="H1"', "style H1 is not there"),
        (DOCUMENT, '<w:bookmarkEnd w:id="0"/>', "", "do not pair up"),
        (DOCUMENT, 'w:name="_a1"', 'w:name="1 a"', "cannot name a bookmark"),
        (DOCUMENT, 'w:name="_a1"', 'w:name="_h1"', "bookmark _h1 twice"),
        (DOCUMENT, " REF _f1 ", " REF _f0 ", "refers to bookmark _f0"),
        (DOCUMENT, 'w:anchor="_a1"', 'w:anchor="_a0"', "refers to bookmark _a0"),
        (DOCUMENT, " TOC ", " DDEAUTO ", "is not one of ours"),
        (DOCUMENT, '<w:fldChar w:fldCharType="end"/>', "", "does not end"),
        (DOCUMENT, 'w:fldCharType="begin"', 'w:fldCharType="end"', "ends before it begins"),
        (DOCUMENT, '<w:fldChar w:fldCharType="begin"', '<w:fldChar w:dirty="1" w:fldCharType="begin"', "waits to be"),
        (SETTINGS, "<w:defaultTabStop", "<w:updateFields/><w:defaultTabStop", "all fields wait"),
        (DOCUMENT, "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>", "does not end in a paragraph"),
        (DOCUMENT, "<w:gridCol ", '<w:gridCol w:w="1"/><w:gridCol ', "of 4 columns"),
        (DOCUMENT, 'w:tblLayout w:type="fixed"', 'w:tblLayout w:type="autofit"', "without a fixed layout"),
        (DOCUMENT, "<w:tblW w:w=", '<w:tblW w:w="1" w:x=', "a table's width"),
        (DOCUMENT, '<w:tcW w:w="3290"', '<w:tcW w:w="3291"', "a cell's width"),
        (DOCUMENT, "</w:tbl><w:p>", "</w:tbl><w:tbl/><w:p>", "no paragraph behind a table"),
        (STYLES, 'w:line="240" w:lineRule="auto"', 'w:line="240" w:lineRule="exact"', "is cut off"),
        (DOCUMENT, "descr=", "title=", "without words"),
        (DOCUMENT, 'docPr id="2"', 'docPr id="1"', "two drawings of one number"),
        (LINE, '<c:crossAx val="111111102"/>', '<c:crossAx val="111111102"/><c:axId val="5"/>', "do not pair up"),
        (LINE, "<c:axId val=", "<c:ax val=", "without its two axes"),
        (LINE, "<c:smooth ", "<c:rough ", "smooth is not written"),
        (LINE, "<c:autoTitleDeleted ", "<c:title ", "autoTitleDeleted is not written"),
        (LINE, "<c:roundedCorners ", "<c:corners ", "roundedCorners is not written"),
        (LINE, "<c:externalData ", "<c:data ", "not well-formed"),
        (LINE, '<c:dLblPos val="t"/>', '<c:dLblPos val="outEnd"/>', "cannot stand at outEnd"),
        (COLUMN, '<c:grouping val="clustered"/>', '<c:grouping val="stacked"/>', "cannot stand at outEnd"),
        (PIE, '<c:dLblPos val="outEnd"/>', '<c:dLblPos val="t"/>', "cannot stand at t"),
    ],
)  # fmt: skip
def test_a_rule_finds_its_fault(sound: bytes, name: str, old: str, new: str, fault: str) -> None:
    assert any(fault in found for found in faults(changed(sound, name, old, new)))


@pytest.mark.parametrize("name", ["word/styles.xml", "word/_rels/document.xml.rels", "word/charts/chart1.xml"])
def test_a_missing_member_is_missed(sound: bytes, name: str) -> None:
    assert faults(without(sound, name))


def test_a_chart_without_its_workbook_is_told(sound: bytes) -> None:
    text = '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
    assert any("no workbook" in fault for fault in faults(changed(sound, LINE, text, "")))


@pytest.mark.parametrize("kind", ["oleObject", "aFChunk", "attachedTemplate", "vbaProject"])
def test_an_active_part_is_told(sound: bytes, kind: str) -> None:
    assert any(
        "active part" in fault
        for fault in faults(changed(sound, RELATIONS, "/relationships/styles", f"/relationships/{kind}"))
    )


def test_a_member_twice_is_told(sound: bytes) -> None:
    stream = BytesIO(sound)
    with ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(DOCUMENT, archive.read(DOCUMENT))
    assert any("twice in the archive" in fault for fault in faults(stream.getvalue()))
