"""Fonts: a code for each character, its width, its glyph embedded."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest

from tests.writers.pdf.samples import BODY, HAN, LATIN, faces, line, page, pages_of, run, written

ALIASES = "兀\ufa0c凉\uf979…⋯•‧①➀文"


def test_characters_that_share_a_glyph_stay_apart() -> None:
    """Pairs such as 兀 and its compatibility double have one glyph; a code for each glyph would mix them up."""
    face = faces()[HAN]
    assert face.glyph("兀") == face.glyph("\ufa0c")
    pages = pages_of(page(line(700, run(ALIASES, 50), path=BODY)))
    assert to_unicode(written(pages), HAN) == list(ALIASES)


def to_unicode(data: bytes, face: str) -> list[str]:
    """Return the characters of a font's codes from 1 up, as its ToUnicode says."""
    with pikepdf.open(BytesIO(data)) as opened:
        for font in opened.pages[0].Resources.Font.values():
            if str(font.BaseFont).endswith(faces()[face].postscript_name):
                cmap = font.ToUnicode.read_bytes().decode("ascii")
                rows = re.findall(r"^<(\w{4})> <(\w+)>$", cmap.partition("endcodespacerange")[2], re.MULTILINE)
                assert [int(code, 16) for code, _ in rows] == list(range(1, len(rows) + 1))
                return [bytes.fromhex(value).decode("utf-16-be") for _, value in rows]
    raise AssertionError(f"no font {face}")


def test_many_characters_take_sections_of_a_hundred() -> None:
    text = "".join(char for char in map(chr, range(0x4E00, 0x5100)) if faces()[HAN].covers(char))
    assert len(text) > 250
    rows = [text[start : start + 40] for start in range(0, len(text), 40)]
    lines = [line(800 - 18 * index, run(row, 50), path=BODY) for index, row in enumerate(rows)]
    assert to_unicode(written(pages_of(page(*lines))), HAN) == list(text)


def test_a_character_without_a_glyph_is_told_and_not_painted() -> None:
    with pytest.raises(ValueError, match=r"U\+0E01"):
        written(pages_of(page(line(700, run("ก", 50), path=BODY))))


def test_every_font_is_embedded_and_says_its_widths(pdf: pikepdf.Pdf) -> None:
    fonts = [font for font in pdf.objects if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/Font"]
    assert {str(font.Subtype) for font in fonts} == {"/Type0", "/CIDFontType2"}
    for font in fonts:
        assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont))
        if font.Subtype == "/CIDFontType2":
            assert font.FontDescriptor.FontFile2.read_bytes()[:4] == b"\x00\x01\x00\x00"
            assert "/CIDToGIDMap" in font


def test_widths_are_the_face_s() -> None:
    text = "中1i，W"
    with pikepdf.open(
        BytesIO(written(pages_of(page(line(700, run("1iW", 50, LATIN), run("中，", 90), path=BODY)))))
    ) as pdf:
        widths: dict[str, float] = {}
        for font, face, characters in zip(
            pdf.pages[0].Resources.Font.values(), (LATIN, HAN), ("1iW", "中，"), strict=True
        ):
            table: list[pikepdf.Object] = list(font.DescendantFonts[0].get("/W", []))
            told = [float(width) for row in table[1::2] for width in row] or [1000.0] * len(characters)
            widths |= dict(zip(characters, told, strict=True))
            assert [1000 * advance for advance in faces()[face].advances(characters)] == pytest.approx(told, abs=0.01)
    assert set(widths) == set(text)
