"""`init` as a shell runs it: where it writes, what it leaves alone, how it ends."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "specs" / "data"
BOOK = "copyright-registration-2024.xlsx"
SPEC = "copyright-registration-2024.yaml"
COMMAND = str(Path(sys.executable).parent / "reportgen")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of an editor's, with a workbook in it."""
    (tmp_path / "我的").mkdir()
    shutil.copy(DATA / BOOK, tmp_path / "我的" / BOOK)
    return tmp_path


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COMMAND, *arguments], cwd=cwd, env={"LC_ALL": "C.UTF-8"}, capture_output=True, text=True, check=False
    )


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_it_writes_beside_the_workbook_and_what_it_wrote_is_built_as_it_says(folder: Path) -> None:
    found = run("init", f"我的/{BOOK}", cwd=folder)
    assert (found.returncode, found.stderr) == (0, "")
    assert names(folder) == {f"我的/{BOOK}", f"我的/{SPEC}"}
    called, *arguments = found.stdout.splitlines()[-1].removeprefix("Next: ").split()
    assert called == COMMAND
    built = run(*arguments, cwd=folder)
    assert (built.returncode, built.stderr) == (0, "")
    assert sum(name.endswith((".pdf", ".docx")) for name in names(folder)) == 2
    checked = run("check", f"我的/{SPEC}", "--strict", cwd=folder)
    assert checked.returncode == 0, checked.stderr


def test_examples_are_copied_and_one_that_was_changed_is_left_alone(tmp_path: Path) -> None:
    copied = run("examples", cwd=tmp_path)
    assert (copied.returncode, copied.stderr) == (0, "")
    spec = tmp_path / "reportgen-examples" / "gallery.yaml"
    assert "reportgen-examples/gallery.yaml" in copied.stdout.splitlines()
    assert "build reportgen-examples/monthly-bulletin.yaml" in copied.stdout.splitlines()[-1]
    assert run("examples", cwd=tmp_path).returncode == 0
    spec.write_text("mine", encoding="utf-8")
    refused = run("examples", cwd=tmp_path)
    assert refused.returncode == 1
    assert "draft.exists" in refused.stderr
    assert spec.read_text(encoding="utf-8") == "mine"
    assert run("examples", "--force", cwd=tmp_path).returncode == 0
    assert spec.read_bytes() == (DATA.parent / "gallery.yaml").read_bytes()


def test_a_file_that_is_there_is_not_overwritten_without_force(folder: Path) -> None:
    spec = folder / "我的" / SPEC
    spec.write_text("mine", encoding="utf-8")
    refused = run("init", f"我的/{BOOK}", cwd=folder)
    assert refused.returncode == 1
    assert "draft.exists" in refused.stderr
    assert spec.read_text(encoding="utf-8") == "mine"
    assert run("init", f"我的/{BOOK}", "--force", cwd=folder).returncode == 0
    assert spec.read_text(encoding="utf-8") != "mine"


def test_a_workbook_from_elsewhere_is_copied_into_the_project(folder: Path) -> None:
    found = run("init", f"我的/{BOOK}", "-o", "月报", cwd=folder)
    assert found.returncode == 0, found.stderr
    assert names(folder / "月报") == {BOOK, SPEC}
    assert "copied" in found.stdout
    assert run("check", f"月报/{SPEC}", cwd=folder).returncode == 0


def test_another_workbook_of_that_name_in_the_project_is_left_alone(folder: Path) -> None:
    (folder / "月报").mkdir()
    other = folder / "月报" / BOOK
    other.write_bytes(b"another")
    found = run("init", f"我的/{BOOK}", "-o", "月报", cwd=folder)
    assert found.returncode == 1
    assert other.read_bytes() == b"another"
    assert names(folder / "月报") == {BOOK}


def test_the_spec_can_be_named_and_reach_down_to_its_workbook(folder: Path) -> None:
    found = run("init", f"我的/{BOOK}", "-o", "月报.yaml", cwd=folder)
    assert found.returncode == 0, found.stderr
    assert names(folder) == {"月报.yaml", f"我的/{BOOK}"}
    assert f"path: 我的/{BOOK}" in (folder / "月报.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("book", ["absent.xlsx", "text.xlsx"])
def test_what_is_no_workbook_is_told_and_nothing_is_written(folder: Path, book: str) -> None:
    (folder / "text.xlsx").write_text("no workbook", encoding="utf-8")
    found = run("init", book, cwd=folder)
    assert found.returncode == 1
    assert "error[" in found.stderr
    assert "internal" not in found.stderr
    assert ("draft.no-book" in found.stderr) == (book == "absent.xlsx")
    assert names(folder) == {"text.xlsx", f"我的/{BOOK}"}


def test_a_place_that_cannot_be_written_is_told(folder: Path) -> None:
    (folder / "file").write_text("no folder", encoding="utf-8")
    found = run("init", f"我的/{BOOK}", "-o", "file/inside", cwd=folder)
    assert found.returncode == 1
    assert "draft.unwritable" in found.stderr
