"""Reads a picture's file: checked before anything is decoded, then brought into the one form that `Picture` has.

What a file is, its first bytes say and not its name. What it shows is turned as its camera says, converted to sRGB,
laid on white where it is transparent, and made smaller where it has more pixels than a page can print. It is then
written anew, so that nothing else the file held (places, names, previews) is handed on, and equal pixels give equal
bytes.
"""

from __future__ import annotations

import os
import stat
import warnings
from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.diagnostics import Message, Problem
from reportgen.model.picture import Picture, PictureFormat
from reportgen.origins import Span
from reportgen.pictures import messages
from reportgen.pictures.kept import keep, kept, key_of

if TYPE_CHECKING:
    from PIL import Image

FILE_LIMIT = 20_000_000
"""Bytes that a file may have."""

PIXEL_LIMIT = 50_000_000
"""Pixels that a file may say it has."""

LONGEST_SIDE = 3000
"""Pixels that a side keeps: 300 on an inch, over ten inches."""

QUALITY = 90
"""How well a JPEG is kept when it is written anew, up to 95."""

_BEGINNINGS: tuple[tuple[bytes, PictureFormat], ...] = (
    (b"\x89PNG\r\n\x1a\n", PictureFormat.PNG),
    (b"\xff\xd8\xff", PictureFormat.JPEG),
)
_OTHERS: tuple[tuple[int, bytes, str], ...] = (
    (8, b"WEBP", "WebP"),
    (0, b"GIF8", "GIF"),
    (0, b"BM", "BMP"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (4, b"ftyp", "HEIC / AVIF"),
    (0, b"\x01\0\0\0", "EMF"),
    (0, b"\xd7\xcd\xc6\x9a", "WMF"),
    (0, b"%PDF", "PDF"),
    (0, b"%!PS", "EPS"),
    (0, b"PK", "ZIP"),
)
"""What people try besides: offset, bytes, name."""

_SVG_WITHIN = 1024
_PNG_SIZE_END = 24
_MARKER = 0xFF
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class _Refused(Exception):  # noqa: N818 - the file is refused
    """The file is not read."""

    def __init__(self, message: Message, **fields: object) -> None:
        super().__init__(message.code)
        self.message = message
        self.fields = fields


def read_pictures(
    wanted: Iterable[tuple[str, Span | None]], root: Path, *, cache: Path | None = None
) -> tuple[dict[str, Picture], tuple[Problem, ...]]:
    """Return the pictures by path, and the problems of those that cannot be taken.

    Paths are relative to `root`; with each comes the place where it is written. Whether a path stays under the root is
    for the caller to judge before. `cache` is a folder where pictures that were made ready are kept.
    """
    pictures: dict[str, Picture] = {}
    problems: list[Problem] = []
    for path, span in wanted:
        if path in pictures:
            continue
        try:
            pictures[path] = _made_ready(_content(root / path), cache)
        except _Refused as refused:
            problems.append(refused.message.at(span, None, path=path, **refused.fields))
    return pictures, tuple(problems)


def _made_ready(data: bytes, cache: Path | None) -> Picture:
    if cache is None:
        return picture_of(data)
    key = key_of(data)
    picture = kept(cache, key)
    if picture is None:
        picture = picture_of(data)
        keep(cache, key, picture)
    return picture


def picture_of(data: bytes) -> Picture:
    """Return the picture that a file's bytes hold."""
    form = _format(data)
    width, height = _size(data, form)
    if width * height > PIXEL_LIMIT:
        raise _Refused(messages.TOO_MANY_PIXELS, width=width, height=height, limit=PIXEL_LIMIT // 1_000_000)
    from PIL import Image  # noqa: PLC0415 - Pillow is loaded where there are pictures

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=[form.name]) as opened:
                return _written(_plain(opened), form)
    # Pillow's decoders fail in all these ways on files that are cut short or wrong.
    except (
        Image.DecompressionBombError,
        OSError,
        SyntaxError,
        ValueError,
        TypeError,
        IndexError,
        KeyError,
        EOFError,
    ) as error:
        raise _Refused(messages.DAMAGED) from error


def _content(path: Path) -> bytes:
    """Return the bytes of a regular file of moderate size."""
    try:
        # Not to wait for a pipe's other end, and to judge the very file that is then read.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise _Refused(messages.NO_PICTURE, reason_zh="不是普通文件", reason_en="it is not a regular file")
            if status.st_size > FILE_LIMIT:
                size = f"{status.st_size / 1e6:.1f}"
                raise _Refused(messages.FILE_TOO_LARGE, size=size, limit=FILE_LIMIT // 1_000_000)
            return stream.read(FILE_LIMIT)
    except FileNotFoundError as error:
        raise _Refused(messages.NO_PICTURE, reason_zh="没有这个文件", reason_en="there is no such file") from error
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise _Refused(messages.NO_PICTURE, reason_zh=said, reason_en=said) from error


def _format(data: bytes) -> PictureFormat:
    for beginning, form in _BEGINNINGS:
        if data.startswith(beginning):
            return form
    name = next((name for offset, mark, name in _OTHERS if data[offset : offset + len(mark)] == mark), None)
    if name is None and b"<svg" in data[:_SVG_WITHIN].lower():
        name = "SVG"
    if name is None:
        raise _Refused(messages.NOT_PNG_OR_JPEG, found_zh="别的东西", found_en="something else")
    raise _Refused(messages.NOT_PNG_OR_JPEG, found_zh=name, found_en=name)


def _size(data: bytes, form: PictureFormat) -> tuple[int, int]:
    """Return the width and height that a file says it has; nothing is decoded for that."""
    match form:
        case PictureFormat.PNG:
            # The first chunk, ISO/IEC 15948 §11.2.2.
            if len(data) < _PNG_SIZE_END:
                raise _Refused(messages.DAMAGED)
            return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:_PNG_SIZE_END], "big")
        case PictureFormat.JPEG:
            return _jpeg_size(data)


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Return what the frame header says (ITU-T T.81 §B.2.2), which other segments may stand before."""
    at = 2
    while at + 9 <= len(data) and data[at] == _MARKER:
        kind = data[at + 1]
        if kind in _FRAMES:
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        at += 1 if kind == _MARKER else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    raise _Refused(messages.DAMAGED)


def _plain(opened: Image.Image) -> Image.Image:
    """Return what is shown, upright, in sRGB or grey of eight bits, opaque, of moderate size."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - see above

    shown = ImageOps.exif_transpose(opened)
    clear = shown.mode in {"RGBA", "LA", "PA", "RGBa", "La"} or "transparency" in shown.info
    profile = shown.info.get("icc_profile")
    if shown.mode in {"I", "I;16", "I;16B", "I;16L", "F"}:
        # Sixteen bits a pixel, of which the upper eight are kept.
        shown = shown.convert("I").point(lambda value: value / 256).convert("L")
        profile = None
    if clear:
        ground = Image.new("RGBA", shown.size, "white")
        shown = Image.alpha_composite(ground, shown.convert("RGBA")).convert("RGB")
    if isinstance(profile, bytes):
        shown = _in_srgb(shown, profile)
    shown = shown.convert("L" if shown.mode in {"1", "L"} else "RGB")
    if max(shown.size) > LONGEST_SIDE:
        shown.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return shown


def _in_srgb(shown: Image.Image, profile: bytes) -> Image.Image:
    """Return a picture in sRGB; a profile that is not of its kind or makes no sense is passed over."""
    from PIL import ImageCms  # noqa: PLC0415 - see above

    if shown.mode not in {"RGB", "CMYK"}:
        return shown
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(shown, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return shown
    return shown if converted is None else converted


def _written(shown: Image.Image, form: PictureFormat) -> Picture:
    stream = BytesIO()
    shown.info = {}
    match form:
        case PictureFormat.PNG:
            shown.save(stream, "PNG", compress_level=9)
        case PictureFormat.JPEG:
            shown.save(stream, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    data = stream.getvalue()
    width, height = shown.size
    return Picture(form, data, width, height, shown.mode == "L", sha256(data).hexdigest())
