"""Pictures as image XObjects (ISO 32000-1 §8.9.5): the compressed rows of a PNG, or a JPEG, as they are.

Both stand in device colours, which the document's output intent makes sRGB.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.picture import Picture, PictureFormat
from reportgen.writers.pdf.objects import Stream, dictionary

_SIGNATURE = 8
_AROUND = 12  # a chunk's length, type and checksum (ISO/IEC 15948 §5.3)


def picture_stream(picture: Picture) -> Stream:
    """Return the image XObject of `picture`."""
    colours = 1 if picture.grey else 3
    entries: list[tuple[str, str | int]] = [
        ("Type", "/XObject"),
        ("Subtype", "/Image"),
        ("Width", picture.width),
        ("Height", picture.height),
        ("ColorSpace", "/DeviceGray" if picture.grey else "/DeviceRGB"),
        ("BitsPerComponent", 8),
    ]
    match picture.format:
        case PictureFormat.JPEG:
            return Stream(picture.data, [*entries, ("Filter", "/DCTDecode")], deflate=False)
        case PictureFormat.PNG:
            # PNG's filters are a predictor of PDF's (ISO 32000-1 §7.4.4.4).
            rows = dictionary(
                [("Predictor", 15), ("Colors", colours), ("BitsPerComponent", 8), ("Columns", picture.width)]
            )
            entries += [("Filter", "/FlateDecode"), ("DecodeParms", rows)]
            return Stream(b"".join(_rows(picture.data)), entries, deflate=False)


def _rows(data: bytes) -> Iterator[bytes]:
    """Yield the compressed rows of a PNG, which may lie in several chunks."""
    at = _SIGNATURE
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] == b"IDAT":
            yield data[at + 8 : at + 8 + length]
        at += length + _AROUND
