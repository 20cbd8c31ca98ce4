"""A batch whose theme names faces of the user's own: they go to where jobs are made, and are part of what is made."""

from __future__ import annotations

from pathlib import Path

from reportgen.batch.parcel import gathered, unpacked
from tests.batch.making import CLIENTS, batch, branded, contents, statuses
from tests.fonts.making import FS_RESTRICTED, own_face


def test_a_changed_face_makes_every_report_again(tmp_path: Path) -> None:
    face = branded(tmp_path)
    ended = batch(tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    before = contents(tmp_path / "out")
    own_face(face.with_name("Other.ttf"))
    assert set(statuses(tmp_path).values()) == {"built"}
    assert batch(tmp_path).stdout.count("unchanged") == len(CLIENTS) + 1
    own_face(face, wider=200)
    ended = batch(tmp_path, "--explain")
    assert ended.stdout.count("common file changed: brand/fonts/Acme.ttf") == len(CLIENTS)
    assert set(statuses(tmp_path).values()) == {"built"}
    now = contents(tmp_path / "out")
    assert all(now[name] != before[name] for name in now if name.endswith(".pdf"))


def test_a_folder_of_which_no_face_is_used_is_there_for_every_job(tmp_path: Path) -> None:
    branded(tmp_path)
    (tmp_path / "brand" / "acme.yaml").write_text("name: acme\nextends: bulletin\nfonts: fonts\n", encoding="utf-8")
    ended = batch(tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_face_that_cannot_be_used_is_told_before_anything_is_made(tmp_path: Path) -> None:
    own_face(branded(tmp_path), fs_type=FS_RESTRICTED)
    ended = batch(tmp_path, "--theme", "brand/acme.yaml")
    assert ended.returncode == 1
    assert "brand/acme.yaml:6:" in ended.stderr
    assert "fonts.embedding-forbidden" in ended.stderr
    assert not (tmp_path / "out").exists()


def test_a_parcel_holds_files_and_folders_as_they_lie(tmp_path: Path) -> None:
    project_folder = tmp_path / "project"
    (project_folder / "brand" / "fonts").mkdir(parents=True)
    (project_folder / "brand" / "acme.yaml").write_bytes(b"name: acme")
    paths = [project_folder / "brand" / name for name in ("fonts", "acme.yaml", "absent")]
    parcel = gathered([*paths, tmp_path], project_folder)
    assert parcel.files == {"brand/acme.yaml": b"name: acme", "brand/fonts/": b""}
    folder = unpacked(parcel, tmp_path / "room")
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*")} == {
        "brand", "brand/acme.yaml", "brand/fonts",
    }  # fmt: skip
    assert (folder / "brand" / "fonts").is_dir()
