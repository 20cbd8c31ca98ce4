import shutil
from pathlib import Path

import pytest

from reportgen.errors import Faulty
from reportgen.fonts import location
from reportgen.fonts.book import open_faces
from reportgen.fonts.location import face_files, shipped_folder


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
    assert fault.value.problems[0].hint_zh.startswith("可用的字体：LiberationSans-Bold")


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    (tmp_path / "Own-Regular.otf").write_bytes(b"OTTO")
    with pytest.raises(Faulty) as fault:
        open_faces(["仿宋", "LiberationSerif-Bold", "Own-Regular"], own=tmp_path)
    assert [problem.code for problem in fault.value.problems] == ["fonts.face-unknown", "fonts.outlines-cff"]


def test_a_folder_of_one_s_own_comes_first(tmp_path: Path) -> None:
    shutil.copy(shipped_folder() / "LiberationSerif-Bold.ttf", tmp_path / "LiberationSans-Regular.ttf")
    shutil.copy(shipped_folder() / "LiberationSerif-Italic.ttf", tmp_path / "方正仿宋.ttf")
    (tmp_path / "方正仿宋.otf").write_bytes(b"OTTO")
    (tmp_path / "readme.txt").write_text("no face", encoding="utf-8")
    book = open_faces(["LiberationSans-Regular", "方正仿宋", "LiberationSans-Bold"], own=tmp_path)
    assert [face.family for face in book.values()] == ["Liberation Serif", "Liberation Serif", "Liberation Sans"]
    assert "readme" not in face_files(tmp_path)


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
