"""The font table names every face that the theme names for Word, and what may stand in for it."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from reportgen.theme.look import FacePair, Typeface
from reportgen.writers.docx.font_table import font_table_part
from tests.writers.docx import samples

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_every_face_once() -> None:
    fonts = etree.fromstring(font_table_part(samples.THEME))
    assert [font.get(W + "name") for font in fonts] == ["宋体", "黑体", "楷体", "Times New Roman", "Arial"]


def test_a_known_face_has_its_other_name() -> None:
    alternative = etree.fromstring(font_table_part(samples.THEME))[0].find(W + "altName")
    assert alternative is not None
    assert alternative.get(W + "val") == "SimSun"


def test_an_unknown_face_says_at_least_its_script() -> None:
    pair = FacePair("方正书宋", "Garamond")
    theme = replace(samples.THEME, typefaces={"serif": Typeface(pair, pair, pair)})
    charsets = [e.get(W + "val") for e in etree.fromstring(font_table_part(theme)).iter(W + "charset")]
    assert charsets == ["86", "00"]
