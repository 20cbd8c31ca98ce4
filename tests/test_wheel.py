"""The wheel carries fonts, themes, conventions and the example specs, and works away from the clone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with what the wheel installs."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def test_what_it_carries(unpacked: Path) -> None:
    package = unpacked / "reportgen"
    for shipped in ("assets/fonts", "specs"):
        there = {p.relative_to(ROOT / shipped) for p in (ROOT / shipped).rglob("*") if p.is_file()}
        assert {p.relative_to(package / "_assets" / Path(shipped).name) for p in _files(package, shipped)} == there
    themes = {p.name for p in (ROOT / "reportgen" / "theme").glob("*.yaml")}
    assert {p.name for p in (package / "theme").glob("*.yaml")} == themes
    assert (package / "conventions" / "bulletin.yaml").exists()


def _files(package: Path, shipped: str) -> list[Path]:
    return [p for p in (package / "_assets" / Path(shipped).name).rglob("*") if p.is_file()]


def test_its_examples_are_copied_out_and_built(unpacked: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-P", "-c", "from reportgen.cli import main; main()", *arguments]
        return subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert run("examples", "-o", "样例").returncode == 0
    shipped = {p.relative_to(ROOT / "specs") for p in (ROOT / "specs").rglob("*") if p.is_file()}
    assert {p.relative_to(tmp_path / "样例") for p in (tmp_path / "样例").rglob("*") if p.is_file()} == shipped
    built = run("build", "样例/gallery.yaml", "-o", "out")
    assert built.returncode == 0, built.stderr


def test_it_builds_the_bulletin_away_from_the_clone(unpacked: Path, tmp_path: Path) -> None:
    spec = unpacked / "reportgen" / "_assets" / "specs" / "monthly-bulletin.yaml"
    done = subprocess.run(
        [sys.executable, "-P", "-c", "from reportgen.cli import main; main()", "build", str(spec), "-o", str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (folder,) = tmp_path.iterdir()
    assert {p.suffix for p in folder.iterdir()} == {".pdf", ".docx", ".json"}
