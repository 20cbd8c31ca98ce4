"""PDF objects as we write them, on reportlab's object layer: strings, streams, and the file that holds them.

reportlab's own file is right for PDF 1.4 and not for an archive: no end-of-line stands before `endstream` (ISO 19005-2
§6.1.7.1), the identifier comes from a clock, and the thousands of small objects of a tagged document stay uncompressed.
`PdfFile` writes the same objects with object streams and a cross-reference stream (ISO 32000-1 §7.5.7, §7.5.8). What
the objects say is for the other modules.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterable
from functools import cache, lru_cache

from reportlab.pdfbase import pdfdoc

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
OBJECTS_PER_STREAM = 400

_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


@lru_cache(maxsize=16384)
def number(value: float) -> str:
    """Return `value` as PDF writes a number, to a thousandth."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    """Return `values` as PDF writes numbers, with spaces between them."""
    return " ".join(map(number, values))


@cache
def rgb(colour: str) -> str:
    """Return a colour given as `RRGGBB` as three numbers from 0 to 1."""
    return numbers(*(component / 255 for component in bytes.fromhex(colour)))


def text_string(text: str) -> str:
    """Return `text` as a text string object: printable ASCII as it is, all else in UTF-16 (ISO 32000-1 §7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def dictionary(entries: Iterable[tuple[str, str | int]]) -> str:
    """Return a dictionary object of entries whose values are already written."""
    return "<<" + " ".join(f"/{key} {value}" for key, value in entries) + ">>"


class Written(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An object that is already written. It may refer to others by `PdfFile.add`'s answer."""

    def __init__(self, text: str = "null") -> None:
        self.text = text


class Stream(pdfdoc.PDFStream):  # type: ignore[misc]  # reportlab has no types
    """A stream with an end-of-line before `endstream`, deflated unless asked not to be."""

    def __init__(self, content: bytes, entries: Iterable[tuple[str, str | int]] = (), *, deflate: bool = True) -> None:
        super().__init__(content=content)
        self.entries = tuple(entries)
        self.deflate = deflate

    def format(self, document: pdfdoc.PDFDocument) -> bytes:  # noqa: ARG002 - reportlab's signature
        """Return the bytes of the stream object."""
        content = zlib.compress(self.content) if self.deflate else self.content
        coding = [("Filter", "/FlateDecode")] if self.deflate else []
        head = dictionary([*self.entries, *coding, ("Length", len(content))])
        return head.encode("latin-1") + b"\nstream\n" + content + b"\nendstream\n"


class PdfFile(pdfdoc.PDFDocument):  # type: ignore[misc]  # reportlab has no types
    """reportlab's document, written with object streams and an identifier made from its content.

    Only objects that were added are written: none of those that reportlab begins a document with.
    """

    def __init__(self) -> None:
        super().__init__(pdfVersion=(1, 7), invariant=1)
        self._objects: list[Written | Stream] = []

    def add(self, item: Written | Stream) -> str:
        """Take `item` into the file and return the reference to it as written (`12 0 R`)."""
        self._objects.append(item)
        return f"{len(self._objects)} 0 R"

    def written(self, root: str, info: str) -> bytes:
        """Return the whole file, given the references to its catalogue and its information dictionary."""
        body = _Body()
        for counter, item in enumerate(self._objects, start=1):
            if isinstance(item, Stream):
                body.put(counter, item.format(self))
            else:
                body.pack(counter, item.text)
        return body.finished(len(self._objects) + 1, root, info)


class _Body:
    """The bytes of a file as they grow, and where each object lies in them."""

    def __init__(self) -> None:
        self.parts = [HEADER]
        self.length = len(HEADER)
        self.places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        self.packed: list[tuple[int, str]] = []

    def put(self, name: int, written: bytes) -> None:
        """Append an object that stands by itself."""
        self.places[name] = (1, self.length, 0)
        end = b"" if written.endswith(b"\n") else b"\n"
        part = b"%d 0 obj\n" % name + written + end + b"endobj\n"
        self.parts.append(part)
        self.length += len(part)

    def pack(self, name: int, written: str) -> None:
        """Keep an object for an object stream."""
        self.packed.append((name, written))

    def finished(self, free: int, root: str, info: str) -> bytes:
        """Append the object streams, numbered from `free`, and the cross-reference stream; return the file."""
        for start in range(0, len(self.packed), OBJECTS_PER_STREAM):
            group = self.packed[start : start + OBJECTS_PER_STREAM]
            index, offset = [], 0
            for order, (name, written) in enumerate(group):
                self.places[name] = (2, free, order)
                index.append(f"{name} {offset}")
                offset += len(written) + 1
            head = " ".join(index).encode("ascii") + b"\n"
            content = head + "\n".join([written for _, written in group]).encode("latin-1")
            entries = (("Type", "/ObjStm"), ("N", len(group)), ("First", len(head)))
            self.put(free, Stream(content, entries).format(None))
            free += 1
        digest = hashlib.sha256(b"".join(self.parts)).hexdigest()[:32].upper()
        start_of_table = self.length
        self.places[free] = (1, start_of_table, 0)
        table = b"".join(struct.pack(">BIH", *self.places[name]) for name in range(free + 1))
        trailer = (
            ("Type", "/XRef"),
            ("W", "[1 4 2]"),
            ("Size", free + 1),
            ("Root", root),
            ("Info", info),
            ("ID", f"[<{digest}> <{digest}>]"),
        )
        self.put(free, Stream(table, trailer).format(None))
        self.parts.append(b"startxref\n%d\n%%%%EOF\n" % start_of_table)
        return b"".join(self.parts)
