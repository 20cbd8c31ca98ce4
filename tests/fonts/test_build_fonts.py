"""What makes the faces. Nothing is fetched here: the faces that ship stand for the packages."""

import bz2
import io

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from reportgen.fonts.face import Face
from reportgen.fonts.location import shipped_folder
from scripts.build_fonts import KEPT_TABLES, WIDENED, characters, cut, two_bytes, widen

SANS = (shipped_folder() / "NotoSansSC-Regular.ttf").read_bytes()
MARKS = {ord(mark) for mark in WIDENED}


def packed(text: str) -> bytes:
    return bz2.compress(text.encode())


def test_a_cut_face_has_what_was_asked_for_and_no_more() -> None:
    face = Face("cut", hb.Blob(cut(SANS, {*MARKS, ord("中"), ord("0")}, "")), "")
    assert {chr(code) for code in face.hb_face.unicodes} == {*WIDENED, "中", "0"}
    assert set(face.hb_face.table_tags) <= {tag.ljust(4) for tag in KEPT_TABLES} | KEPT_TABLES
    assert (face.family, face.postscript_name) == ("Noto Sans SC", "NotoSansSC-Regular")


def test_a_cut_is_the_same_every_time() -> None:
    assert cut(SANS, MARKS, "") == cut(SANS, MARKS, "")


def test_a_renamed_face_says_its_new_name_only() -> None:
    face = Face("cut", hb.Blob(cut(SANS, MARKS, "Hausschrift Kai")), "")
    assert (face.family, face.postscript_name) == ("Hausschrift Kai", "HausschriftKai-Regular")
    named = [hb.OTNameIdPredefined.UNIQUE_ID, hb.OTNameIdPredefined.FULL_NAME, hb.OTNameIdPredefined.FONT_FAMILY]
    assert not any("Noto" in (face.hb_face.get_name(name) or "") for name in named)


@pytest.mark.parametrize(
    ("mark", "left", "right"),
    [("—", 0, 1000), ("“", 600, 950), ("”", 50, 400), ("·", 325, 675)],
)
def test_a_mark_of_latin_width_gets_its_em(mark: str, left: int, right: int) -> None:
    font = TTFont(io.BytesIO(cut(SANS, MARKS, "")), recalcTimestamp=False)
    name = font.getBestCmap()[ord(mark)]
    # A mark as a Latin face has it: drawn from 50 to 400 of an advance of 450.
    glyph = font["glyf"][name]
    glyph.coordinates.translate((-glyph.xMin, 0))
    glyph.recalcBounds(font["glyf"])
    glyph.coordinates.scale((350 / glyph.xMax, 1))
    glyph.coordinates.translate((50, 0))
    glyph.coordinates.toInt()
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (450, 50)
    widen(font)
    advance, bearing = font["hmtx"][name]
    assert (advance, bearing) == (1000, glyph.xMin)
    assert (glyph.xMin, glyph.xMax) == (left, right)


def test_the_lists_of_characters() -> None:
    data = {
        "usr/share/unicode/Unihan_OtherMappings.txt.bz2": packed(
            "# list\nU+9F99\tkTGH\t2013:200\nU+9F99\tkBigFive\tx\n"
        ),
        "usr/share/unicode/Unihan_Variants.txt.bz2": packed(
            "U+9F99\tkTraditionalVariant\tU+9F8D\nU+4E02\tkTraditionalVariant\tU+20000 U+20001\n"
        ),
    }
    narrow, wide = characters(data)
    assert {0x9F99, 0x9F8D, ord("中"), ord("①"), ord("€")} <= narrow < wide
    # The variants of a character that is no standard one are left to GBK.
    assert 0x20000 not in wide
    assert ord("囍") in wide - narrow


def test_the_codecs_know_what_they_should() -> None:
    assert len(set(two_bytes("gb2312"))) == 7445
    assert len(set(two_bytes("gbk")) - set(two_bytes("gb2312"))) > 14_000
