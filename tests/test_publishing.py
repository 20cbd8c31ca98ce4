"""A folder is put in place whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportgen import publishing
from reportgen.errors import Unwritable
from reportgen.publishing import fitting_name, publish

OLD = {"月报.pdf": b"old pdf", "月报.docx": b"old docx"}
NEW = {"月报.pdf": b"new pdf", "月报.docx": b"new docx", "月报.audit.json": b"{}"}


def content(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def test_a_folder_holds_exactly_what_was_published(tmp_path: Path) -> None:
    folder = tmp_path / "out" / "月报"
    assert publish(OLD, folder)
    assert content(folder) == OLD
    assert publish(NEW, folder)
    assert content(folder) == NEW
    assert publish(OLD, folder)
    assert content(folder) == OLD
    assert [p.name for p in folder.parent.iterdir()] == ["月报"]


def test_nothing_is_written_when_nothing_changed(tmp_path: Path) -> None:
    folder = tmp_path / "月报"
    publish(OLD, folder)
    before = folder.stat().st_ino
    assert not publish(OLD, folder)
    assert folder.stat().st_ino == before


@pytest.mark.parametrize("exchange", [True, False])
@pytest.mark.parametrize("failing", ["fsync", "open", "rename", "exchange"])
def test_the_old_set_survives_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, exchange: bool
) -> None:
    folder = tmp_path / "月报"
    publish(OLD, folder)

    def fails(*_args: object, **_kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    if not exchange:
        monkeypatch.setattr(publishing, "_exchange", lambda *_: False)
    match failing:
        case "fsync":
            monkeypatch.setattr(os, "fsync", fails)
        case "open":
            monkeypatch.setattr(Path, "open", fails)
        case "rename" if not exchange:
            monkeypatch.setattr(Path, "rename", fails)
        case _:
            monkeypatch.setattr(publishing, "_exchange", fails)
    with pytest.raises(Unwritable, match="No space left"):
        publish(NEW, folder)
    monkeypatch.undo()
    assert content(folder) == OLD
    assert [p.name for p in tmp_path.iterdir()] == ["月报"]


def test_a_kill_between_the_two_renames_is_undone_by_the_next_run(tmp_path: Path) -> None:
    folder = tmp_path / "月报"
    publish(OLD, folder)
    folder.rename(tmp_path / ".月报.old-1")
    (tmp_path / ".月报.new-999999999").mkdir()
    publishing.recover(folder)
    assert content(folder) == OLD
    assert [p.name for p in tmp_path.iterdir()] == ["月报"]


def test_a_system_without_exchange_still_publishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "_exchange", lambda *_: False)
    folder = tmp_path / "月报"
    publish(OLD, folder)
    publish(NEW, folder)
    assert content(folder) == NEW
    assert [p.name for p in tmp_path.iterdir()] == ["月报"]


@pytest.mark.parametrize(
    ("name", "fitted"),
    [("ip-bulletin-2025-03", "ip-bulletin-2025-03"), ("a/b\\c", "a-b-c"), (" . ", "report"), ("x\n1", "x-1")],
)
def test_a_name_becomes_a_file_name(name: str, fitted: str) -> None:
    assert fitting_name(name, ".audit.json") == fitted


def test_a_long_chinese_name_is_cut_between_characters() -> None:
    name = fitting_name("知识产权" * 40, ".audit.json")
    assert len((name + ".audit.json").encode()) <= 255
    assert set(name) <= set("知识产权")
