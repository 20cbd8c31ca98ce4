"""One face in a PDF: a Type 0 font with Identity-H coding, cut down to the glyphs that are used (ISO 32000-1 §9.7).

reportlab's own `TTFont` cuts a Chinese text into fonts of 256 glyphs. Here a face is one font, and each *character* has
a code of its own, given in order of first use. A code for each glyph would be shorter and wrong: 文 and the radical ⽂
share a glyph, so that text taken out of the file would say one for the other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from itertools import groupby

from reportgen.fonts.face import Face
from reportgen.fonts.subset import subset
from reportgen.writers.pdf.objects import PdfFile, Stream, Written, dictionary, number, numbers

DEFAULT_WIDTH = 1000
_SYMBOLIC, _ITALIC = 4, 64
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{ranges}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class _Codes(dict[str, str]):
    """Four hexadecimal digits for each character, the next free code for a character not seen before."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face

    def __missing__(self, char: str) -> str:
        if not self.face.covers(char):
            msg = f"{self.face.name} has no glyph for U+{ord(char):04X}; layout checks coverage before it sets text"
            raise ValueError(msg)
        code = self[char] = f"{len(self) + 1:04X}"  # code 0 stays .notdef
        return code


class CidFont:
    """A face as this file uses it; `name` is its name in the resources."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._codes = _Codes(face)

    def encoded(self, text: str) -> str:
        """Return the codes of `text` in hexadecimal digits, four a character."""
        return "".join(map(self._codes.__getitem__, text))

    def width(self, text: str, size: float) -> float:
        """Return the width of `text` in pt, without any extra spacing."""
        return sum(self.face.advances(text)) * size

    def write(self, file: PdfFile) -> str:
        """Put the font into `file` and return the reference to it."""
        characters = tuple(self._codes)
        glyphs = tuple(map(self.face.glyph, characters))
        cut = subset(self.face, glyphs)
        base = f"/{_tag(self.face, characters)}+{self.face.postscript_name}"
        program = file.add(Stream(cut.data, [("Length1", len(cut.data))]))
        places = b"".join(cut.glyph_of[glyph].to_bytes(2, "big") for glyph in (0, *glyphs))
        descriptor = dictionary(
            [
                ("Type", "/FontDescriptor"),
                ("FontName", base),
                ("Flags", _SYMBOLIC | (_ITALIC if self.face.italic_angle else 0)),
                ("FontBBox", f"[{numbers(*self.face.bbox)}]"),
                ("ItalicAngle", number(self.face.italic_angle)),
                ("Ascent", number(self.face.ascent)),
                ("Descent", number(self.face.descent)),
                ("CapHeight", number(self.face.cap_height)),
                ("StemV", round(50 + (self.face.weight / 65) ** 2)),
                ("FontFile2", program),
            ]
        )
        system = dictionary([("Registry", "(Adobe)"), ("Ordering", "(Identity)"), ("Supplement", 0)])
        descendant = dictionary(
            [
                ("Type", "/Font"),
                ("Subtype", "/CIDFontType2"),
                ("BaseFont", base),
                ("CIDSystemInfo", system),
                ("DW", DEFAULT_WIDTH),
                ("W", _widths(self.face.advances("".join(characters)))),
                ("FontDescriptor", file.add(Written(descriptor))),
                ("CIDToGIDMap", file.add(Stream(places))),
            ]
        )
        font = dictionary(
            [
                ("Type", "/Font"),
                ("Subtype", "/Type0"),
                ("BaseFont", base),
                ("Encoding", "/Identity-H"),
                ("DescendantFonts", f"[{file.add(Written(descendant))}]"),
                ("ToUnicode", file.add(Stream(_to_unicode(characters)))),
            ]
        )
        return file.add(Written(font))


def _tag(face: Face, characters: Sequence[str]) -> str:
    """Return the six letters that mark a subset, made from what is in it (ISO 32000-1 §9.6.4)."""
    digest = hashlib.sha256(f"{face.name}:{''.join(characters)}".encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _widths(advances: Iterable[float]) -> str:
    """Return the W array of codes from 1 up for advances in em, leaving out those of the default width."""
    numbered = enumerate([advance * 1000 for advance in advances], start=1)
    parts = []
    for default, group in groupby(numbered, key=lambda pair: pair[1] == DEFAULT_WIDTH):
        if not default:
            run = list(group)
            parts.append(f"{run[0][0]} [{numbers(*(width for _, width in run))}]")
    return f"[{' '.join(parts)}]"


def _to_unicode(characters: Sequence[str]) -> bytes:
    """Return the CMap that leads from codes back to characters (ISO 32000-1 §9.10.3); at most 100 rows a section."""
    rows = [f"<{code:04X}> {_utf16(char)}" for code, char in enumerate(characters, start=1)]
    sections = []
    for start in range(0, len(rows), 100):
        section = rows[start : start + 100]
        sections.append("\n".join([f"{len(section)} beginbfchar", *section, "endbfchar"]))
    return _CMAP.format_map({"ranges": "\n".join(sections)}).encode("ascii")


def _utf16(char: str) -> str:
    return f"<{char.encode('utf-16-be').hex().upper()}>"
