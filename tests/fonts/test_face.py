import hashlib
import struct
from contextlib import suppress
from io import BufferedReader
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.errors import Faulty
from reportgen.fonts.book import open_faces
from reportgen.fonts.face import MEGABYTES, Face, open_face
from reportgen.fonts.location import FaceFile, shipped_folder
from reportgen.fonts.subset import subset

SERIF = open_faces(["LiberationSerif-Regular"])["LiberationSerif-Regular"]
SONG = open_faces(["NotoSerifSC-Regular"])["NotoSerifSC-Regular"]
ITALIC = shipped_folder() / "LiberationSerif-Italic.ttf"


def faults(tmp_path: Path, data: bytes, name: str = "own.ttf") -> list[str]:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Faulty) as fault:
        open_face(FaceFile("own", path))
    assert all(name in problem.zh and name in problem.en for problem in fault.value.problems)
    return [problem.code for problem in fault.value.problems]


def renamed_table(data: bytes, old: bytes, new: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", data, 4)
    directory = data[12 : 12 + 16 * count]
    assert old in directory
    return data[:12] + directory.replace(old, new) + data[12 + 16 * count :]


def table_offset(data: bytes, tag: bytes) -> int:
    (offset,) = struct.unpack_from(">L", data, data.index(tag, 12) + 8)
    return int(offset)


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("中文0.，“”𠮷"))))
def test_a_text_is_as_wide_as_its_characters(text: str) -> None:
    for face in (SERIF, SONG):
        assert face.advances(text) == [face.advance(char) for char in text]
        assert face.uncovered(text) == "".join(dict.fromkeys(char for char in text if not face.covers(char)))


def test_what_a_face_lacks_is_known() -> None:
    assert SONG.uncovered("吉野𠮷家𓀀和𓀀") == "𠮷𓀀"
    assert not SERIF.covers("中")
    assert SERIF.glyph("中") == 0


def test_a_lone_surrogate_is_not_covered() -> None:
    assert SONG.uncovered("\ud800") == "\ud800"


def test_metrics_in_thousandths_of_an_em() -> None:
    assert (SONG.ascent, SONG.descent, SONG.cap_height) == (880, -120, 729)
    assert (SONG.weight, SONG.italic_angle, SONG.fixed_pitch) == (400, 0, False)
    left, bottom, right, top = SERIF.bbox
    assert left < 0 < right
    assert bottom < SERIF.descent < 0 < SERIF.cap_height < SERIF.ascent < top
    italic = open_faces(["LiberationSerif-BoldItalic"])["LiberationSerif-BoldItalic"]
    assert italic.weight == 700
    assert italic.italic_angle == pytest.approx(-16.333, abs=0.001)


def test_names_come_from_the_file() -> None:
    assert (SERIF.name, SERIF.postscript_name, SERIF.family) == (
        "LiberationSerif-Regular",
        "LiberationSerif",
        "Liberation Serif",
    )


def test_advances_by_glyph_end_in_the_last_long_metric() -> None:
    data = (shipped_folder() / "NotoSerifSC-Regular.ttf").read_bytes()
    (long_metrics,) = struct.unpack_from(">H", data, table_offset(data, b"hhea") + 34)
    glyphs = {char: SONG.glyph(char) for char in map(chr, SONG.hb_face.unicodes)}
    beyond = [char for char, glyph in glyphs.items() if glyph >= long_metrics]
    last = next(char for char, glyph in glyphs.items() if glyph == long_metrics - 1)
    assert beyond
    assert set(SONG.advances("".join(beyond))) == {SONG.advance(last)}


def test_a_face_can_be_made_from_bytes() -> None:
    assert Face("copy", hb.Blob(ITALIC.read_bytes()), "").advance("0") == 0.5


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as fault:
        open_face(FaceFile("gone", tmp_path / "gone.ttf"))
    assert [problem.code for problem in fault.value.problems] == ["fonts.file-unreadable"]


def test_a_changed_file(tmp_path: Path) -> None:
    path = tmp_path / "own.ttf"
    path.write_bytes(ITALIC.read_bytes())
    with pytest.raises(Faulty) as fault:
        open_face(FaceFile("own", path, sha256="0" * 64))
    assert [problem.code for problem in fault.value.problems] == ["fonts.file-changed"]


@pytest.mark.parametrize(
    "data", [b"", b"version https://git", b"<html>", b"\x00\x01\x00\x00", b"true\x00\x05" + b"x" * 20]
)
def test_what_is_no_font(tmp_path: Path, data: bytes) -> None:
    assert faults(tmp_path, data) == ["fonts.file-broken"]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_half_a_font(tmp_path: Path, share: float) -> None:
    data = ITALIC.read_bytes()
    assert faults(tmp_path, data[: int(len(data) * share)]) == ["fonts.file-broken"]


def test_postscript_outlines(tmp_path: Path) -> None:
    assert faults(tmp_path, b"OTTO" + ITALIC.read_bytes()[4:], "own.otf") == ["fonts.outlines-cff"]


def test_a_collection(tmp_path: Path) -> None:
    assert faults(tmp_path, b"ttcf" + bytes(40), "own.ttc") == ["fonts.collection"]


def test_a_variable_font(tmp_path: Path) -> None:
    assert faults(tmp_path, renamed_table(ITALIC.read_bytes(), b"FFTM", b"fvar")) == ["fonts.variable"]


def test_a_font_without_outlines(tmp_path: Path) -> None:
    assert faults(tmp_path, renamed_table(ITALIC.read_bytes(), b"glyf", b"gxyf")) == ["fonts.file-broken"]


@pytest.mark.parametrize(
    ("flags", "refused"), [(0, False), (2, True), (4, False), (8, False), (0xA, False), (0x100, True), (0x200, True)]
)
def test_embedding_as_the_font_allows(tmp_path: Path, flags: int, refused: bool) -> None:
    data = bytearray(ITALIC.read_bytes())
    struct.pack_into(">H", data, table_offset(bytes(data), b"OS/2") + 8, flags)
    if refused:
        assert faults(tmp_path, bytes(data)) == ["fonts.embedding-forbidden"]
    else:
        path = tmp_path / "own.ttf"
        path.write_bytes(data)
        assert open_face(FaceFile("own", path)).covers("A")


@pytest.mark.parametrize(
    ("tag", "at", "value"),
    [
        (b"head", 18, 0),
        (b"head", 50, 2),
        (b"maxp", 4, 0),
        (b"maxp", 4, 60000),
        (b"hhea", 34, 0),
        (b"hhea", 34, 60000),
        (b"loca", 8, 60000),
        (b"cmap", 2, 0),
    ],
)
def test_a_damaged_table(tmp_path: Path, tag: bytes, at: int, value: int) -> None:
    data = bytearray(ITALIC.read_bytes())
    struct.pack_into(">H", data, table_offset(bytes(data), tag) + at, value)
    assert faults(tmp_path, bytes(data)) == ["fonts.file-broken"]


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_damaged_is_told_or_does_no_harm(tmp_path: Path, data: st.DataObject) -> None:
    file = bytearray(ITALIC.read_bytes())
    for at in data.draw(st.lists(st.integers(0, 2000) | st.integers(0, len(file) - 1), min_size=1, max_size=8)):
        file[at] = data.draw(st.integers(0, 255))
    path = tmp_path / "own.ttf"
    path.write_bytes(file)
    with suppress(Faulty):
        face = open_face(FaceFile("own", path))
        face.advances("Aé汉")
        subset(face, map(face.glyph, "Aé汉"))


def test_a_face_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "own.ttf"
    with path.open("wb") as file:
        file.truncate(MEGABYTES * 1_000_000 + 1)
    with pytest.raises(Faulty) as fault:
        open_face(FaceFile("own", path))
    assert [problem.code for problem in fault.value.problems] == ["fonts.too-large"]


@pytest.mark.parametrize(
    ("said", "known"), [("Acme Serif/Bold#1", "AcmeSerifBold1"), ("方正仿宋", ""), ("A" * 80, "A" * 63)]
)
def test_a_postscript_name_is_of_plain_characters(tmp_path: Path, said: str, known: str) -> None:
    font = TTFont(ITALIC)
    font["name"].setName(said, 6, 3, 1, 0x409)
    font["name"].removeNames(6, 1)
    font.save(tmp_path / "own.ttf")
    face = open_face(FaceFile("own", tmp_path / "own.ttf"))
    assert face.postscript_name == (known or f"Face-{face.digest[:8]}")


def test_a_file_found_whole_is_read_again_only_once_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, cache = tmp_path / "own.ttf", tmp_path / "cache"
    path.write_bytes(ITALIC.read_bytes())
    file = FaceFile("own", path, hashlib.sha256(path.read_bytes()).hexdigest())
    digests: list[Path] = []
    file_digest = hashlib.file_digest

    def counted(source: BufferedReader, name: str) -> object:
        digests.append(Path(source.name))
        return file_digest(source, name)

    monkeypatch.setattr(hashlib, "file_digest", counted)
    assert open_face(file, cache).digest == open_face(file, cache).digest == file.sha256
    assert len(digests) == 1
    with path.open("r+b") as changed:
        changed.seek(5000)
        changed.write(b"damaged")
    with pytest.raises(Faulty) as fault:
        open_face(file, cache)
    assert [problem.code for problem in fault.value.problems] == ["fonts.file-changed"]
    assert len(digests) == 2
    with pytest.raises(Faulty):
        open_face(file, cache)


def test_another_checksum_for_the_same_file_is_told(tmp_path: Path) -> None:
    file = FaceFile("own", ITALIC, hashlib.sha256(ITALIC.read_bytes()).hexdigest())
    open_face(file, tmp_path)
    with pytest.raises(Faulty):
        open_face(FaceFile("own", ITALIC, "0" * 64), tmp_path)
