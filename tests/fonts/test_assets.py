"""The faces that ship are the ones their checksums name, and have what Chinese business text needs."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen.fonts.book import FontBook, open_faces
from reportgen.fonts.location import checksums, face_files, shipped_folder

CHINESE = ("NotoSerifSC-Regular", "NotoSerifSC-Bold", "NotoSansSC-Regular", "NotoSansSC-Bold", "ReportgenKai-Regular")
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
LATIN = tuple(f"Liberation{family}-{style}" for family in ("Serif", "Sans") for style in STYLES)

# The 8105 characters of the 通用规范汉字表 in the order of its numbers (Unihan kTGH).
STANDARD = "".join((Path(__file__).parent / "standard_characters.txt").read_text(encoding="utf-8").split())


def gb2312() -> Iterator[str]:
    for row in range(0xA1, 0xF8):
        for column in range(0xA1, 0xFF):
            yield from bytes((row, column)).decode("gb2312", errors="ignore")


@pytest.fixture(scope="module")
def faces() -> FontBook:
    return open_faces((*CHINESE, *LATIN))


def test_every_listed_file_has_its_checksum() -> None:
    folder = shipped_folder()
    found = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in checksums(folder)}
    assert found == checksums(folder)


def test_every_file_of_the_folder_is_listed() -> None:
    assert {path.name for path in shipped_folder().iterdir()} - {"README.md", "SHA256SUMS"} == set(
        checksums(shipped_folder())
    )


def test_the_faces_that_ship() -> None:
    assert set(face_files()) == {*CHINESE, *LATIN}


@pytest.mark.parametrize("family", ["NotoSerifSC", "NotoSansSC", "ReportgenKai", "Liberation"])
def test_each_family_has_its_licence(family: str) -> None:
    licence = (shipped_folder() / f"LICENSE-{family}.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Copyright" in licence


def test_no_face_that_we_changed_carries_a_reserved_name(faces: FontBook) -> None:
    kai = faces["ReportgenKai-Regular"]
    assert (kai.family, kai.postscript_name) == ("Reportgen Kai", "ReportgenKai-Regular")
    names = [kai.hb_face.get_name(entry.name_id, entry.language) or "" for entry in kai.hb_face.list_names()]
    # The copyright notice (name 0) must go on naming the original.
    mentions = [name for name in names if "LXGW" in name or "霞鹜" in name]
    assert all(name.startswith("Copyright") for name in mentions)


def test_the_list_of_standard_characters_is_whole() -> None:
    assert len(STANDARD) == len(set(STANDARD)) == 8105


@pytest.mark.parametrize("name", CHINESE)
def test_a_chinese_face_has_gb_2312_and_the_standard_characters(faces: FontBook, name: str) -> None:
    assert faces[name].uncovered("".join(gb2312())) == ""
    assert faces[name].uncovered(STANDARD) == ""


@pytest.mark.parametrize("name", CHINESE[:4])
def test_noto_has_gbk(faces: FontBook, name: str) -> None:
    pairs = (bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    characters = {pair.decode("gbk", errors="ignore")[:1] for pair in pairs} - {"", "\x7f"}
    assert len(characters) > 21_000
    # Noto Serif SC itself has no ≒.
    assert set(faces[name].uncovered("".join(characters))) <= {"≒"}


@pytest.mark.parametrize("name", CHINESE)
def test_a_chinese_face_has_traditional_variants(faces: FontBook, name: str) -> None:
    assert faces[name].uncovered("國際專利權與著作權登記證書發證單位龍鳳臺灣") == ""


@pytest.mark.parametrize("name", CHINESE)
def test_chinese_characters_and_marks_are_one_em(faces: FontBook, name: str) -> None:
    marks = "，。、；：？！（）《》〈〉【】「」『』〔〕～％‘’“”—…·①㎡　"
    assert set(faces[name].advances(STANDARD + marks)) == {1.0}


@pytest.mark.parametrize("style", STYLES)
def test_liberation_serif_has_the_widths_of_times(faces: FontBook, style: str) -> None:
    face = faces[f"LiberationSerif-{style}"]
    assert set(face.advances("0123456789")) == {0.5}
    assert face.advances(".,") == [0.25, 0.25]
    assert face.advance("%") == pytest.approx(1.0 if style == "Bold" else 0.833, abs=0.001)


@pytest.mark.parametrize("style", STYLES)
def test_liberation_sans_has_the_widths_of_arial(faces: FontBook, style: str) -> None:
    face = faces[f"LiberationSans-{style}"]
    assert face.advances("0123456789") == pytest.approx([0.556] * 10, abs=0.001)
    assert face.advance(".") == pytest.approx(0.278, abs=0.001)
