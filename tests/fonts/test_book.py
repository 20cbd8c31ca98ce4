import shutil
from pathlib import Path
from unicodedata import normalize

import pytest

from reportgen.errors import Faulty
from reportgen.fonts import location
from reportgen.fonts.book import face_problems, open_faces
from reportgen.fonts.location import face_files, places, shipped_folder
from reportgen.origins import Span
from tests.fonts.making import own_face


def test_each_face_is_opened_once_under_its_name() -> None:
    book = open_faces(["LiberationSans-Bold", "LiberationSerif-Regular", "LiberationSans-Bold"])
    assert list(book) == ["LiberationSans-Bold", "LiberationSerif-Regular"]
    assert all(face.name == name for name, face in book.items())


@pytest.mark.parametrize(
    ("wrong", "nearest"),
    [
        ("NotoSerifSC-Regualr", "NotoSerifSC-Regular"),
        ("Noto Sans SC-Bold", "NotoSansSC-Bold"),
        ("liberationserif-italic", "LiberationSerif-Italic"),
    ],
)
def test_an_unknown_name_gets_the_nearest(wrong: str, nearest: str) -> None:
    with pytest.raises(Faulty) as fault:
        open_faces([wrong])
    (problem,) = fault.value.problems
    assert problem.code == "fonts.face-unknown"
    assert wrong in problem.zh
    assert f"是不是想写“{nearest}”？" in problem.hint_zh
    assert f"Did you mean “{nearest}”?" in problem.hint_en


def test_a_name_like_no_other_gets_no_guess() -> None:
    with pytest.raises(Faulty) as fault:
        open_faces(["仿宋"])
    (problem,) = fault.value.problems
    assert problem.hint_zh.startswith("可用的字体：LiberationSans-Bold、LiberationSans-BoldItalic、")
    assert problem.hint_en.startswith("Faces at hand: LiberationSans-Bold, LiberationSans-BoldItalic, ")


def test_all_problems_come_at_once_each_where_its_face_is_named(tmp_path: Path) -> None:
    (tmp_path / "Own-Regular.otf").write_bytes(b"OTTO")
    names = ("仿宋", "LiberationSerif-Bold", "Own-Regular")
    named = {name: Span("theme.yaml", line, 1, line, 2) for line, name in enumerate(names, start=1)}
    told = [(problem.code, problem.span) for problem in face_problems(named, [tmp_path])]
    assert told == [("fonts.face-unknown", named["仿宋"]), ("fonts.outlines-cff", named["Own-Regular"])]
    with pytest.raises(Faulty) as fault:
        open_faces(named, [tmp_path])
    assert [problem.code for problem in fault.value.problems] == [code for code, _ in told]


def test_a_folder_of_one_s_own_comes_first(tmp_path: Path) -> None:
    shutil.copy(shipped_folder() / "LiberationSerif-Bold.ttf", tmp_path / "LiberationSans-Regular.ttf")
    shutil.copy(shipped_folder() / "LiberationSerif-Italic.ttf", tmp_path / "方正仿宋.ttf")
    (tmp_path / "方正仿宋.otf").write_bytes(b"OTTO")
    (tmp_path / "readme.txt").write_text("no face", encoding="utf-8")
    (tmp_path / "._方正仿宋.ttf").write_text("a note of the system", encoding="utf-8")
    book = open_faces(["LiberationSans-Regular", "方正仿宋", "LiberationSans-Bold"], [tmp_path])
    assert [face.family for face in book.values()] == ["Liberation Serif", "Liberation Serif", "Liberation Sans"]
    assert set(face_files([tmp_path])) == {*face_files(), "方正仿宋"}
    assert book.digests == tuple(face.digest for face in book.values())


def test_of_several_folders_the_nearest_comes_first(tmp_path: Path) -> None:
    near, far = own_face(tmp_path / "near" / "Acme.ttf", family="Near"), own_face(tmp_path / "far" / "Acme.ttf")
    own_face(far.parent / "Far.ttf", family="Far")
    book = open_faces(["Acme", "Far"], [near.parent, far.parent])
    assert [face.family for face in book.values()] == ["Near", "Far"]


@pytest.mark.parametrize(
    ("files", "told"), [(["A.ttf", "A.TTF"], True), (["A.ttf", "A.otf"], False), (["A.otf", "A.OTF"], True)]
)
def test_two_files_of_one_name_and_kind_are_told(tmp_path: Path, files: list[str], *, told: bool) -> None:
    for name in files:
        own_face(tmp_path / name)
    problems = face_problems({"A": None}, [tmp_path])
    assert [problem.code for problem in problems] == ["fonts.twins"] * told
    assert all(name in problem.zh and name in problem.en for problem in problems for name in files)


def test_a_name_is_found_however_a_disk_spells_it(tmp_path: Path) -> None:
    own_face(tmp_path / normalize("NFD", "Café.ttf"))
    assert open_faces(["Café"], [tmp_path])["Café"].family == "Acme Serif"


def test_a_face_stays_under_the_root(tmp_path: Path) -> None:
    outside = own_face(tmp_path / "outside.ttf")
    folder = tmp_path / "root" / "fonts"
    folder.mkdir(parents=True)
    (folder / "Acme.ttf").symlink_to(outside)
    (folder / "Pipe.ttf").mkdir()
    named = dict.fromkeys(("Acme", "Pipe"))
    problems = face_problems(named, [folder], tmp_path / "root")
    assert [problem.code for problem in problems] == ["spec.path-outside-root", "spec.path-not-a-file"]
    assert [problem.code for problem in face_problems({"Acme": None}, [folder], tmp_path)] == []


def test_a_face_of_one_s_own_is_read_again_only_once_it_has_changed(tmp_path: Path) -> None:
    path = own_face(tmp_path / "Acme.ttf")
    first, second = (open_faces(["Acme"], [tmp_path])["Acme"] for _ in range(2))
    assert first is second
    own_face(path, wider=100)
    third = open_faces(["Acme"], [tmp_path])["Acme"]
    assert third.digest != first.digest
    assert third.advance("0") > first.advance("0")


def test_the_places_of_faces_are_those_that_are_and_those_that_may_come(tmp_path: Path) -> None:
    for name in ("A.OTF", "B.ttf", "C.ttf", "A.txt"):
        (tmp_path / name).write_bytes(b"")
    assert {path.name for path in places(["A", "B"], [tmp_path])} == {"A.ttf", "A.OTF", "B.ttf"}
    assert {path.name for path in places(["A"], [tmp_path / "absent"])} == {"A.ttf"}


def test_a_face_that_ships_and_is_gone_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "SHA256SUMS").write_text(f"{'0' * 64}  LiberationSans-Bold.ttf\n", encoding="ascii")
    monkeypatch.setattr(location, "shipped_folder", lambda: tmp_path)
    with pytest.raises(Faulty) as fault:
        open_faces(["LiberationSans-Bold"])
    assert [problem.code for problem in fault.value.problems] == ["fonts.file-unreadable"]
    assert "LiberationSans-Bold.ttf" in fault.value.problems[0].zh


def test_without_any_face_the_message_still_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(location, "shipped_folder", lambda: tmp_path)
    with pytest.raises(Faulty) as fault:
        open_faces(["宋体"])
    assert "可用的字体：—" in fault.value.problems[0].hint_zh
