"""A client's own faces: a folder that a theme names, as the PDF, the Word file and a batch take them."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from reportgen.composed import Composed
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.pipeline import compose, dressed, render
from reportgen.rendering import fingerprint
from reportgen.request import Request
from tests.fonts.making import FS_RESTRICTED, own_face
from tests.small_report import small_report

ACME = """\
theme:
  extends: bulletin
  fonts: brand/fonts
  typefaces:
    acme:
      regular: {east_asian: NotoSerifSC-Regular, latin: Acme-Regular}
      bold: {east_asian: NotoSerifSC-Bold, latin: Acme-Regular}
      word: {east_asian: 宋体, latin: Acme Serif}
  styles:
    body: {typeface: acme}
"""
FACE = "brand/fonts/Acme-Regular.ttf"


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = small_report(tmp_path)
    path.write_text(path.read_text(encoding="utf-8") + ACME, encoding="utf-8")
    own_face(tmp_path / FACE)
    return path


def problems(request: Request) -> list[tuple[str, str]]:
    def told(found: tuple[Problem, ...]) -> list[tuple[str, str]]:
        return [(problem.code, str(problem.span)) for problem in found]

    try:
        return told(dressed(compose(request)).problems)
    except Faulty as faulty:
        return told(faulty.problems)


def files(request: Request) -> tuple[Composed, bytes, bytes]:
    """Return a report with its PDF and its Word file."""
    composed = compose(request)
    found = {Path(name).suffix: content for name, content in render(composed, request).items()}
    return composed, found[".pdf"], found[".docx"]


def contents(pdf: bytes) -> bytes:
    """Return what a PDF says, all of its streams unpacked."""
    said = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            said.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"\n".join(said)


def line_of(spec: Path, text: str) -> int:
    return spec.read_text(encoding="utf-8").split(text)[0].count("\n") + 1


def test_both_files_are_set_in_the_face(spec: Path) -> None:
    _, pdf, docx = files(Request(spec))
    names = set(re.findall(rb"/BaseFont /([A-Z]{6}\+\S+)", contents(pdf)))
    assert len([name for name in names if name.endswith(b"+AcmeSerif")]) == 1
    with ZipFile(BytesIO(docx)) as archive:
        assert b'w:font w:name="Acme Serif"' in archive.read("word/fontTable.xml")
        assert b'w:ascii="Acme Serif"' in archive.read("word/styles.xml")


def test_the_part_that_is_embedded_has_the_widths_that_the_pdf_says(spec: Path, tmp_path: Path) -> None:
    own_face(tmp_path / FACE, wider=77)
    _, pdf, _ = files(Request(spec))
    with pikepdf.open(BytesIO(pdf)) as opened:
        fonts = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary)]
        (font,) = [one for one in fonts if one.get("/Subtype") == "/CIDFontType2" and "Acme" in str(one.BaseFont)]
        embedded = TTFont(BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
        places = font.CIDToGIDMap.read_bytes()
        said: dict[int, float] = {}
        table = list(font.W.as_list())
        for first, widths in zip(table[::2], table[1::2], strict=True):
            said |= {int(first) + at: float(width) for at, width in enumerate(widths.as_list())}
    order = embedded.getGlyphOrder()
    assert len(order) < 50
    for code, width in said.items():
        glyph = order[int.from_bytes(places[2 * code : 2 * code + 2], "big")]
        assert embedded["hmtx"][glyph][0] * 1000 / embedded["head"].unitsPerEm == pytest.approx(width, abs=0.01)
    assert len(said) > 5


def test_lines_are_as_wide_as_the_face_says(spec: Path, tmp_path: Path) -> None:
    def advance() -> float:
        return dressed(compose(Request(spec))).faces["Acme-Regular"].advance("8")

    before = advance()
    own_face(tmp_path / FACE, wider=300)
    assert advance() == pytest.approx(before + 300 / 2048)


def test_a_character_that_the_face_lacks_is_told_where_it_stands(spec: Path, tmp_path: Path) -> None:
    spec.write_text(spec.read_text(encoding="utf-8").replace("，比例为", "，比例 Q 为"), encoding="utf-8")
    assert problems(Request(spec)) == []
    own_face(tmp_path / FACE, lacks="Q")
    assert problems(Request(spec)) == [("layout.no-glyph", f"report.yaml:{line_of(spec, 'Q')}:21")]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda path: own_face(path, fs_type=FS_RESTRICTED), "fonts.embedding-forbidden"),
        (lambda path: path.write_bytes(path.read_bytes()[:5000]), "fonts.file-broken"),
        (lambda path: path.write_bytes(b"OTTO" + path.read_bytes()[4:]), "fonts.outlines-cff"),
        (lambda path: path.write_bytes(b"ttcf" + path.read_bytes()[4:]), "fonts.collection"),
        (lambda path: own_face(path.with_suffix(".TTF")), "fonts.twins"),
        (lambda path: path.rename(path.with_stem("Acme")), "fonts.face-unknown"),
    ],
)
def test_what_is_wrong_with_a_face_is_told_where_the_spec_names_it(
    spec: Path, tmp_path: Path, change: object, code: str
) -> None:
    assert callable(change)
    change(tmp_path / FACE)
    assert problems(Request(spec)) == [(code, f"report.yaml:{line_of(spec, 'regular:')}:57")]


def test_a_folder_that_is_not_there_is_told_where_it_is_named(spec: Path, tmp_path: Path) -> None:
    (tmp_path / "brand").rename(tmp_path / "other")
    assert problems(Request(spec)) == [("spec.folder-missing", f"report.yaml:{line_of(spec, 'fonts:')}:10")]


def test_a_theme_s_file_names_the_folder_from_where_it_lies(spec: Path, tmp_path: Path) -> None:
    keys = "\n".join(line.removeprefix("  ") for line in ACME.splitlines()[1:])
    text = "name: acme\n" + keys.replace("brand/fonts", "fonts")
    (tmp_path / "brand" / "acme.yaml").write_text(text, encoding="utf-8")
    top = "name: top\nextends: brand/acme.yaml\npage: {strip: 6}\n"
    (tmp_path / "top.yaml").write_text(top, encoding="utf-8")
    for theme in ("brand/acme.yaml", "top.yaml"):
        assert "Acme-Regular" in dressed(compose(Request(spec, theme=theme))).faces


def test_what_the_files_are_made_from_tells_the_face(spec: Path, tmp_path: Path) -> None:
    def told() -> str:
        composed = compose(Request(spec))
        return fingerprint(composed, dressed(composed))

    before = told()
    assert told() == before
    own_face(tmp_path / FACE, wider=1)
    assert told() != before
