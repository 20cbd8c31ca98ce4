"""Taking Word files apart and putting them together again, changed."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from reportgen.model.block import Block
from reportgen.model.document import Document
from reportgen.writers.docx import write_docx
from tests.writers.docx import samples


def written(*blocks: Block) -> bytes:
    """Return a Word file of `blocks` in the samples' theme and geometry."""
    return file_of(samples.document(*blocks))


def file_of(whole: Document) -> bytes:
    return write_docx(whole, samples.geometry(whole), samples.THEME)


def member(content: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name)


def text_of(content: bytes, name: str) -> str:
    return member(content, name).decode()


def tree_of(content: bytes, name: str) -> etree._Element:
    return etree.fromstring(member(content, name))


def members(content: bytes) -> list[str]:
    with ZipFile(BytesIO(content)) as archive:
        return archive.namelist()


def changed(content: bytes, name: str, old: str, new: str) -> bytes:
    """Return the file with the first `old` of a member changed into `new`; `old` must be there."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(stream, "w", ZIP_DEFLATED) as after:
        for member_name in before.namelist():
            data = before.read(member_name)
            if member_name == name:
                text = data.decode()
                assert old in text, f"{name} holds no {old}"
                data = text.replace(old, new, 1).encode()
            after.writestr(member_name, data)
    return stream.getvalue()


def without(content: bytes, name: str) -> bytes:
    """Return the file without a member."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(stream, "w", ZIP_DEFLATED) as after:
        for member_name in before.namelist():
            if member_name != name:
                after.writestr(member_name, before.read(member_name))
    return stream.getvalue()
