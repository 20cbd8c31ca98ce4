"""`Face`: one font file's characters, advances and metrics.

Widths are nominal: one glyph a character, no ligatures, no kerning, no substitution. That is what the composer reckons
with and what both writers print. Breaking lines, drawing and falling back between faces are other rooms' business.
"""

from __future__ import annotations

import hashlib
import re
import struct
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from reportgen import keeping
from reportgen.errors import Faulty
from reportgen.fonts import messages
from reportgen.fonts.location import FaceFile
from reportgen.fonts.soundness import NO_CHARACTERS, NOT_CUT, unusable
from reportgen.fonts.subset import subset
from reportgen.values import dataclass

_UNPLAIN, _LONGEST = re.compile(r"[^!-~]|[\[\](){}<>/%#]"), 63
_WHOLE = keeping.Shelf("face", 1, entries=500, size=1_000_000)

MEGABYTES = 64
"""How large a face of the user's own may be: twice the largest that hold tens of thousands of Chinese characters."""

KEPT = 16
"""How many faces of the user's own stay open in a process, as they were when they were read."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """A face's measures in 1/1000 em, as a PDF font descriptor wants them (ISO 32000-1 §9.8).

    `ascent` and `descent` (negative) are the typographic ones of OS/2; `bbox` is left, bottom, right, top;
    `italic_angle` is in degrees, negative where the face leans to the right; `weight` is 400 for regular, 700 for bold.
    """

    ascent: float
    descent: float
    cap_height: float
    italic_angle: float
    bbox: tuple[float, float, float, float]
    weight: int
    fixed_pitch: bool


class _Glyphs(dict[str, int]):
    """Glyph ids by character, filled as characters are met; 0 where the face has none."""

    def __init__(self, face: hb.Face) -> None:
        super().__init__()
        self._font = hb.Font(face)

    def __missing__(self, char: str) -> int:
        self[char] = found = int(self._font.get_nominal_glyph(ord(char)) or 0)
        return found


class _Advances(dict[str, float]):
    """Advances by character, in em, filled as characters are met."""

    def __init__(self, face: hb.Face, glyphs: _Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._metrics = _table(face, "hmtx")
        (self._long,) = struct.unpack_from(">H", _table(face, "hhea"), 34)
        self._units_per_em = int(face.upem)

    def __missing__(self, char: str) -> float:
        # From the last long metric on, all glyphs are equally wide (OpenType, hmtx).
        row = min(self._glyphs[char], self._long - 1)
        (units,) = struct.unpack_from(">H", self._metrics, 4 * row)
        self[char] = found = float(units / self._units_per_em)
        return found


class Face:
    """A font file, opened; `digest` is its SHA-256. What is asked of a character is looked up once and kept."""

    def __init__(self, name: str, blob: hb.Blob, digest: str) -> None:
        self.name = name
        self.digest = digest
        self.hb_face = hb.Face(blob)
        self.units_per_em = int(self.hb_face.upem)
        self.metrics = _metrics(self.hb_face)
        self._glyph_of = _Glyphs(self.hb_face)
        self._advance_of = _Advances(self.hb_face, self._glyph_of)
        self.postscript_name = _plain(self.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or name, digest)
        family = self.hb_face.get_name(hb.OTNameIdPredefined.FONT_FAMILY) or name
        self.family = "".join(char for char in family if char.isprintable())

    def __repr__(self) -> str:
        return f"Face({self.name!r})"

    @property
    def ascent(self) -> float:
        """The typographic ascent, in 1/1000 em."""
        return self.metrics.ascent

    @property
    def descent(self) -> float:
        """The typographic descent, in 1/1000 em, negative."""
        return self.metrics.descent

    @property
    def cap_height(self) -> float:
        """The height of capital letters, in 1/1000 em."""
        return self.metrics.cap_height

    @property
    def italic_angle(self) -> float:
        """The lean in degrees, negative to the right."""
        return self.metrics.italic_angle

    @property
    def bbox(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of all glyphs together, in 1/1000 em."""
        return self.metrics.bbox

    @property
    def weight(self) -> int:
        """The weight class: 400 regular, 700 bold."""
        return self.metrics.weight

    @property
    def fixed_pitch(self) -> bool:
        """Whether all glyphs are said to be equally wide."""
        return self.metrics.fixed_pitch

    def glyph(self, char: str) -> int:
        """Return the glyph id of a character, 0 where the face has none."""
        return self._glyph_of[char]

    def advances(self, text: str) -> list[float]:
        """Return the advance of each character, in em; one without a glyph is as wide as the face's empty box."""
        return list(map(self._advance_of.__getitem__, text))

    def advance(self, char: str) -> float:
        """Return the advance of a character, in em."""
        return self._advance_of[char]

    def covers(self, char: str) -> bool:
        """Say whether the face has a glyph for a character."""
        return bool(self._glyph_of[char])

    def uncovered(self, text: str) -> str:
        """Return the characters of a text that the face has no glyph for, each once, in order."""
        return "".join(char for char in dict.fromkeys(text) if not self._glyph_of[char])


def open_face(file: FaceFile, cache: Path | None = None) -> Face:
    """Read a face from its file; `cache` is a folder in which it is kept which files were found to be whole.

    Raises `Faulty` where the file is missing, does not have its checksum, is too large, is no font, is not TrueType,
    varies, or may not be embedded.
    """
    try:
        return _shipped(file, cache) if file.sha256 else _own(file, _stamp(file.path))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Faulty([messages.FILE_UNREADABLE.at(file=file.path.name, reason=reason)]) from None


def _shipped(file: FaceFile, cache: Path | None) -> Face:
    """Read a face that ships: with the right checksum it is known to be sound, and only what is used of it is read."""
    stamp = _stamp(file.path)
    if cache is None or keeping.load(cache, _WHOLE, stamp) != file.sha256:
        with file.path.open("rb") as source:
            digest = hashlib.file_digest(source, "sha256").hexdigest()
        if digest != file.sha256:
            raise Faulty([messages.FILE_CHANGED.at(file=file.path.name)])
        if cache is not None:
            keeping.store(cache, _WHOLE, {stamp: digest})
    return Face(file.name, hb.Blob.from_file_path(file.path), file.sha256)


def _stamp(path: Path) -> str:
    """Return what changes with every change of a file: where it lies, its size and its times."""
    status = path.stat()
    told = (str(path), status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    return hashlib.sha256(repr(told).encode("utf-8", "surrogateescape")).hexdigest()


@lru_cache(maxsize=KEPT)
def _own(file: FaceFile, stamp: str) -> Face:  # noqa: ARG001 - a file that has changed is read again
    """Read a face of the user's own, whose file may change while it is open."""
    size = file.path.stat().st_size
    if size > MEGABYTES * 1_000_000:
        raise Faulty([messages.TOO_LARGE.at(file=file.path.name, size=-(-size // 1_000_000), limit=MEGABYTES)])
    data = file.path.read_bytes()
    if problem := unusable(file.path.name, data):
        raise Faulty([problem])
    face = Face(file.name, hb.Blob(data), hashlib.sha256(data).hexdigest())
    if not face.hb_face.unicodes:
        raise Faulty([NO_CHARACTERS.problem(file.path.name)])
    try:
        subset(face, ())
    except RuntimeError:
        raise Faulty([NOT_CUT.problem(file.path.name)]) from None
    return face


def _plain(name: str, digest: str) -> str:
    """Return a PostScript name of a face, of the characters that one may have (OpenType, name table, id 6)."""
    return _UNPLAIN.sub("", name)[:_LONGEST] or f"Face-{digest[:8]}"


def _metrics(face: hb.Face) -> Metrics:
    scale = 1000 / int(face.upem)
    bbox = struct.unpack_from(">4h", _table(face, "head"), 36)
    angle, _, fixed = struct.unpack_from(">lLL", _table(face, "post"), 4)
    os2 = _table(face, "OS/2")
    version, _, weight = struct.unpack_from(">HhH", os2)
    ascent, descent = struct.unpack_from(">2h", os2, 68)
    # Before version 2 the table holds no heights of letters.
    (cap_height,) = struct.unpack_from(">h", os2, 88) if version >= 2 else (ascent,)
    left, bottom, right, top = (value * scale for value in bbox)
    return Metrics(
        ascent=ascent * scale,
        descent=descent * scale,
        cap_height=cap_height * scale,
        italic_angle=angle / 65536,
        bbox=(left, bottom, right, top),
        weight=weight,
        fixed_pitch=bool(fixed),
    )


def _table(face: hb.Face, tag: str) -> bytes:
    return bytes(face.reference_table(tag).data)
