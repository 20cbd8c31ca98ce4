from __future__ import annotations

import warnings
import zipfile
from io import BytesIO

import pytest

from reportgen.data import package as checks
from reportgen.data.package import Refused, check
from tests.data.making import SOUND, package, rows, text, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SHEET = "xl/worksheets/sheet1.xml"


def parts_of(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def twice() -> bytes:
    held = BytesIO(SOUND)
    with warnings.catch_warnings(), zipfile.ZipFile(held, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(SHEET, "<worksheet/>")
    return held.getvalue()


def inflated() -> bytes:
    held = BytesIO(SOUND)
    with zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.png", bytes(checks.INFLATED))
    return held.getvalue()


def flipped() -> bytes:
    with zipfile.ZipFile(BytesIO(SOUND)) as archive:
        member = archive.getinfo(SHEET)
        at = member.header_offset + 30 + len(member.filename) + member.compress_size // 2
    return SOUND[:at] + bytes([SOUND[at] ^ 0xFF]) + SOUND[at + 1 :]


def with_part(name: str, content: str | bytes) -> bytes:
    return zipped({**parts_of(SOUND), name: content})


def protected_member() -> bytes:
    at = SOUND.index(b"PK\x01\x02")
    return SOUND[: at + 8] + bytes([SOUND[at + 8] | 1]) + SOUND[at + 9 :]


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.xlsx", "data.empty-file"),
        (b"\x06Admin" + b" " * 159, "a.xlsx", "data.lock-file"),
        (b"\x06A", "~$a.xlsx", "data.lock-file"),
        ("<html><table><tr><td>年份</td></tr></table>".encode("gbk"), "a.xlsx", "data.html-file"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>x", "a.xlsx", "data.html-file"),
        ("年份\t产值\n2023\t1.5\n".encode("gbk"), "a.xlsx", "data.text-file"),
        ("年份,产值\n".encode() * 9000, "a.xlsx", "data.text-file"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "data.encrypted"),
        (OLE + "Workbook".encode("utf-16-le"), "a.xlsx", "data.old-format"),
        (b'<?xml version="1.0"?><Workbook/>', "a.xlsx", "data.old-format"),
        (b"%PDF-1.7", "a.xlsx", "data.old-format"),
        (bytes(range(256)) * 4, "a.xlsx", "data.not-a-workbook"),
        (SOUND[: len(SOUND) // 2], "a.xlsx", "data.half-a-file"),
        (zipped({"readme.txt": "x"}), "a.xlsx", "data.not-a-workbook"),
        (with_part("xl/workbook.bin", b"x"), "a.xlsx", "data.old-format"),
        (zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}), "a.xlsx", "data.not-a-workbook"),
        (protected_member(), "a.xlsx", "data.encrypted"),
        (inflated(), "a.xlsx", "data.too-big"),
        (zipped({f"xl/{n}": "" for n in range(checks.PARTS + 1)}), "a.xlsx", "data.too-big"),
        (twice(), "a.xlsx", "data.suspicious"),
        (with_part("xl/WORKBOOK.xml", "<x/>"), "a.xlsx", "data.suspicious"),
        (with_part("../../evil.xml", "<x/>"), "a.xlsx", "data.suspicious"),
        (with_part("..\\evil.xml", "<x/>"), "a.xlsx", "data.suspicious"),
        (with_part("/etc/evil", "x"), "a.xlsx", "data.suspicious"),
        (with_part("C:/evil", "x"), "a.xlsx", "data.suspicious"),
        (with_part("docProps/app.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "a.xlsx", "data.suspicious"),
        (with_part(SHEET, "\ufeff<!DOCTYPE x><x/>".encode("utf-16-le")), "a.xlsx", "data.suspicious"),
        (with_part(SHEET, b'<?xml version="1.0" encoding="cp037"?><x/>'), "a.xlsx", "data.damaged"),
        (with_part(SHEET, "<?xml version='1.0'?><x/>".encode("cp037")), "a.xlsx", "data.damaged"),
        (flipped(), "a.xlsx", "data.damaged"),
        (
            with_part("xl/workbook.xml", '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'),
            "a.xlsx",
            "data.strict",
        ),
    ],
)
def test_what_is_no_sound_workbook_is_refused_by_what_it_is(data: bytes, name: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        check(data, name)
    assert caught.value.message.code == code


@pytest.mark.parametrize(
    "data",
    [
        SOUND,
        with_part(SHEET, '<?xml version="1.0" encoding="UTF-16"?><worksheet/>'.encode("utf-16")),
        with_part("docProps/app.xml", b"\xef\xbb\xbf<Properties/>"),
        package({"表": rows(text("A1", "&lt;!DOCTYPE x&gt;"))}),
    ],
)
def test_a_sound_workbook_passes(data: bytes) -> None:
    check(data, "a.xlsx")
