"""Paths stay under the root, whatever they are made of."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.confinement import folder_problem, path_problem

law = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def code(path: str, folder: Path, root: Path) -> str | None:
    problem = path_problem(path, folder.resolve(), root.resolve())
    return problem.code if problem else None


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "root"
    (root / "specs" / "data").mkdir(parents=True)
    (root / "specs" / "data" / "数据.xlsx").write_bytes(b"PK")
    (tmp_path / "outside.xlsx").write_bytes(b"PK")
    return root


@pytest.mark.parametrize(
    "path", ["data/数据.xlsx", "./data/数据.xlsx", "data/../data/数据.xlsx", "none.xlsx", "../none.xlsx"]
)
def test_paths_under_the_root_are_right(root: Path, path: str) -> None:
    assert code(path, root / "specs", root) is None


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/etc/passwd", "spec.absolute-path"),
        ("~/a.xlsx", "spec.absolute-path"),
        ("C:\\data\\a.xlsx", "spec.absolute-path"),
        ("C:/data/a.xlsx", "spec.absolute-path"),
        ("\\\\server\\a.xlsx", "spec.absolute-path"),
        ("data\\数据.xlsx", "spec.backslash"),
        ("../../outside.xlsx", "spec.path-outside-root"),
        ("../../none.xlsx", "spec.path-outside-root"),
        ("data/../../../outside.xlsx", "spec.path-outside-root"),
        ("data", "spec.path-not-a-file"),
        ("a\0b", "spec.path-unusable"),
        ("a" * 300, "spec.path-unusable"),
    ],
)
def test_other_paths_are_refused(root: Path, path: str, expected: str) -> None:
    assert code(path, root / "specs", root) == expected


def test_links_are_judged_by_what_they_lead_to(root: Path) -> None:
    data = root / "specs" / "data"
    (data / "out.xlsx").symlink_to(root.parent / "outside.xlsx")
    (data / "in.xlsx").symlink_to(data / "数据.xlsx")
    (data / "circle.xlsx").symlink_to(data / "circle.xlsx")
    (data / "up").symlink_to(root.parent)
    assert code("data/out.xlsx", root / "specs", root) == "spec.path-outside-root"
    assert code("data/up/outside.xlsx", root / "specs", root) == "spec.path-outside-root"
    assert code("data/in.xlsx", root / "specs", root) is None
    assert code("data/circle.xlsx", root / "specs", root) == "spec.path-unusable"


def test_what_is_no_file_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    os.mkfifo(root / "pipe.xlsx")
    assert code("pipe.xlsx", root, root) == "spec.path-not-a-file"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.xlsx")
        assert code("socket.xlsx", root, root) == "spec.path-not-a-file"
    assert code("dev/null", Path("/"), Path("/")) == "spec.path-not-a-file"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("data", None),
        ("../specs/data/", None),
        ("fonts", "spec.folder-missing"),
        ("data/数据.xlsx", "spec.path-not-a-folder"),
        ("data/数据.xlsx/fonts", "spec.path-unusable"),
        ("../..", "spec.path-outside-root"),
        ("up", "spec.path-outside-root"),
        ("/usr", "spec.absolute-path"),
        ("brand\\fonts", "spec.backslash"),
    ],
)
def test_a_folder_has_to_be_there_and_under_the_root(root: Path, path: str, expected: str | None) -> None:
    (root / "specs" / "up").symlink_to(root.parent)
    problem = folder_problem(path, (root / "specs").resolve(), root.resolve())
    assert (problem.code if problem else None) == expected


def test_a_folder_that_may_not_be_listed_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    problem = folder_problem("data", (root / "specs").resolve(), root.resolve())
    assert problem is not None
    assert problem.code == "spec.path-unusable"


@law
@given(st.lists(st.sampled_from(["..", ".", "data", "a", "数据.xlsx", ""]), max_size=8))
def test_a_path_without_a_problem_never_leaves_the_root(parts: list[str]) -> None:
    root, folder = Path("/nowhere/root"), Path("/nowhere/root/specs")
    path = "/".join(parts)
    if path_problem(path, folder, root) is None:
        assert (folder / path).resolve().is_relative_to(root)
