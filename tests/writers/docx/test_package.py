"""The package: parts once each, relationships as given, equal bytes for equal input."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from reportgen.writers.docx.package import RELATIONSHIP_TYPE, Piece, packed

INNER = Piece("/word/inner.bin", "application/x-inner", b"\x00\x01")
BODY = Piece(
    "/word/document.xml",
    "application/x-body",
    b"<a/>",
    {"rIdInner": ("http://x/inner", INNER)},
    {"rIdLink1": "https://a.cn/?a=1&b=2"},
)
ROOTS = {"rId1": (RELATIONSHIP_TYPE.OFFICE_DOCUMENT, BODY)}


def test_parts_and_relationships() -> None:
    with ZipFile(BytesIO(packed(ROOTS))) as archive:
        assert archive.namelist() == [
            "[Content_Types].xml",
            "_rels/.rels",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/inner.bin",
        ]
        assert archive.read("word/inner.bin") == b"\x00\x01"
        relations = archive.read("word/_rels/document.xml.rels").decode()
        types = archive.read("[Content_Types].xml").decode()
    assert 'Id="rIdInner"' in relations
    assert 'Target="https://a.cn/?a=1&amp;b=2" TargetMode="External"' in relations
    assert 'PartName="/word/inner.bin" ContentType="application/x-inner"' in types


def test_equal_input_gives_equal_bytes() -> None:
    assert packed(ROOTS) == packed(ROOTS)
