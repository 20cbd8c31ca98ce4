"""Checks on a file that claims to be a workbook, made before anything opens it: what it is, and that it is no bomb.

Runs in the reading subprocess. Understands the zip directory and the beginnings of XML parts, nothing of sheets.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from reportgen.data import messages
from reportgen.diagnostics import Message

INFLATED = 100_000_000
"""Bytes that all parts together may have once inflated."""
PARTS = 10_000
"""Members that an archive may have."""

_LOCK_SIZE = 165
"""Bytes of the lock file that Excel keeps beside an open workbook."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_DOCTYPE = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_BEGINNINGS = (b"<", b"\xef\xbb\xbf", b"\xff\xfe<", b"\xfe\xff\x00<", b"<\x00", b"\x00<")
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']""")
_ENCODINGS = {b"utf-8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1"}


class Refused(Exception):  # noqa: N818 - the file is refused
    """The file is not read; `message` says why, `fields` fill its texts (the path is filled in by the caller)."""

    def __init__(self, message: Message, **fields: str) -> None:
        super().__init__(message.code)
        self.message = message
        self.fields = fields


def check(data: bytes, file_name: str) -> None:
    """Raise Refused unless `data` is a package whose parts are sound in number, size, name and first bytes."""
    if not data.startswith(b"PK"):
        raise _not_a_zip(data, file_name)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise Refused(messages.HALF_A_FILE) from error
    _check_directory(archive)
    _check_parts(archive)


def _check_directory(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > PARTS:
        raise Refused(
            messages.TOO_BIG,
            what_zh=f"压缩包里有 {len(members)} 个部件",
            what_en=f"{len(members)} parts",
            limit=f"{PARTS}",
        )
    total = sum(member.file_size for member in members)
    if total > INFLATED:
        size = f"{total / 1e6:.0f} MB"
        raise Refused(messages.TOO_BIG, what_zh=f"展开后有 {size}", what_en=f"{size} once inflated", limit="100 MB")
    seen: set[str] = set()
    for member in members:
        # Excel itself takes part names without regard to case (ECMA-376 part 2 §6.2.2).
        name = member.filename.replace("\\", "/").casefold()
        if name in seen:
            raise Refused(
                messages.SUSPICIOUS,
                what_zh=f"部件 {member.filename} 有两个",
                what_en=f"two parts called {member.filename}",
            )
        if name.startswith("/") or ".." in name.split("/") or ":" in name:
            raise Refused(
                messages.SUSPICIOUS, what_zh="部件的路径指到包外", what_en="a part's path leads out of the package"
            )
        if member.flag_bits & 0x1:
            raise Refused(messages.ENCRYPTED)
        seen.add(name)
    if "[content_types].xml" not in seen:
        raise Refused(messages.NOT_A_WORKBOOK)
    if any(name.endswith("workbook.bin") for name in seen):
        raise Refused(messages.OLD_FORMAT, format=".xlsb")
    if not any(name.startswith("xl/") for name in seen) and (
        "word/document.xml" in seen or "ppt/presentation.xml" in seen
    ):
        raise Refused(messages.NOT_A_WORKBOOK)


def _check_parts(archive: zipfile.ZipFile) -> None:
    for member in archive.infolist():
        if not member.filename.lower().endswith((".xml", ".rels", ".vml")):
            continue
        try:
            data = archive.read(member)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise Refused(messages.DAMAGED, part=member.filename) from error
        if _STRICT in data[:4096]:
            raise Refused(messages.STRICT)
        if any(mark in data for mark in _DOCTYPE):
            raise Refused(
                messages.SUSPICIOUS, what_zh=f"{member.filename} 带有 DTD", what_en=f"{member.filename} has a DTD"
            )
        declared = _ENCODING.match(data[:200].replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf"))
        foreign = declared is not None and declared[1].lower() not in _ENCODINGS
        if data and (foreign or not data.lstrip(b" \t\r\n").startswith(_BEGINNINGS)):
            raise Refused(messages.DAMAGED, part=member.filename)


def _not_a_zip(data: bytes, file_name: str) -> Refused:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not data:
        return Refused(messages.EMPTY_FILE)
    if file_name.startswith("~$") or len(data) == _LOCK_SIZE:
        return Refused(messages.LOCK_FILE)
    if data.startswith(_OLE):
        # The directory of an encrypted package names its streams in UTF-16 (MS-OFFCRYPTO §2.3.4).
        if "EncryptedPackage".encode("utf-16-le") in data:
            return Refused(messages.ENCRYPTED)
        return Refused(messages.OLD_FORMAT, format=".xls")
    if (
        start.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<head"))
        or b"<html" in start
        or b"<table" in start
    ):
        return Refused(messages.HTML_FILE)
    if start.startswith(b"<?xml"):
        return Refused(messages.OLD_FORMAT, format="XML 2003")
    if data.startswith(b"%PDF"):
        return Refused(messages.OLD_FORMAT, format="PDF")
    return _text(data) or Refused(messages.NOT_A_WORKBOOK)


def _text(data: bytes) -> Refused | None:
    sample = data[:65536]
    if b"\x00" in sample.rstrip(b"\x00") or any(byte < 9 for byte in sample):
        return None
    for encoding, name in (("utf-8", "UTF-8"), ("gb18030", "GBK")):
        try:
            # The sample may end inside a character.
            sample[: max(1, len(sample) - 3)].decode(encoding) if len(data) > len(sample) else data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return Refused(messages.TEXT_FILE, encoding=name)
    return None
