"""Pictures' files made by code: sound ones in every form, and broken ones."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """Return an image as a file."""
    stream = BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def plain(mode: str = "RGB", colour: object = None, size: tuple[int, int] = (40, 30)) -> Image.Image:
    return Image.new(mode, size, colour)  # type: ignore[arg-type]  # a colour of the mode's


def noise(size: tuple[int, int] = (200, 150)) -> Image.Image:
    """Return an image that does not compress, the same every time."""
    width, height = size
    values = bytes((x * 7919 + y * 104729 + x * y * 31) % 251 for y in range(height) for x in range(width))
    return Image.frombytes("L", size, values)


def declared(width: int, height: int) -> bytes:
    """Return a small PNG that says it is this large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def turned() -> bytes:
    """Return a JPEG of 40×30 pixels that its camera says to turn by a quarter (EXIF orientation 6)."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Maker of cameras"
    return saved(plain(colour="red"), "JPEG", exif=exif)
