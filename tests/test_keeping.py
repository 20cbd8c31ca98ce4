from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.keeping import Shelf, load, store

SHELF = Shelf("thing", 1, entries=9, size=1_000)


def entry(folder: Path) -> Path:
    (path,) = folder.glob("thing-*.json")
    return path


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "cache"
    assert load(folder, SHELF, "abc") is None
    store(folder, SHELF, {"abc": {"甲": [1, "二"]}})
    assert load(folder, SHELF, "abc") == {"甲": [1, "二"]}
    assert load(folder, SHELF, "abd") is None
    assert [path.name for path in folder.iterdir()] == [entry(folder).name]


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe", b"0000\n{}"])
def test_a_damaged_entry_counts_as_absent_and_is_written_anew(tmp_path: Path, damage: bytes) -> None:
    store(tmp_path, SHELF, {"abc": {"a": 1}})
    entry(tmp_path).write_bytes(damage)
    assert load(tmp_path, SHELF, "abc") is None
    store(tmp_path, SHELF, {"abc": {"a": 1}})
    assert load(tmp_path, SHELF, "abc") == {"a": 1}


def test_one_changed_byte_is_noticed(tmp_path: Path) -> None:
    store(tmp_path, SHELF, {"abc": {"a": 1}})
    whole = entry(tmp_path).read_bytes()
    entry(tmp_path).write_bytes(whole.replace(b'"a":1', b'"a":2'))
    assert load(tmp_path, SHELF, "abc") is None


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    store(tmp_path / "file" / "cache", SHELF, {"abc": {"a": 1}})
    assert load(tmp_path / "file" / "cache", SHELF, "abc") is None


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    store(tmp_path, SHELF, {"abc": {"a": 1}})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("shelf", [replace(SHELF, entries=2), replace(SHELF, size=160)])
def test_what_was_used_longest_ago_goes_first(tmp_path: Path, shelf: Shelf) -> None:
    for age, digest in enumerate(("new", "old", "older")):
        store(tmp_path, SHELF, {digest: digest})
        os.utime(tmp_path / f"thing-1-{digest}.json", (1_000 - age, 1_000 - age))
    assert load(tmp_path, SHELF, "older") == "older"
    store(tmp_path, shelf, {"00newest": "newest"})
    kept = [digest for digest in ("new", "old", "older", "00newest") if load(tmp_path, SHELF, digest) is not None]
    assert kept == ["older", "00newest"]


def test_shelves_in_one_folder_do_not_touch_each_other(tmp_path: Path) -> None:
    other, newer = replace(SHELF, kind="other", entries=1), replace(SHELF, version=2)
    store(tmp_path, SHELF, {"abc": 1, "abd": 2})
    store(tmp_path, other, {"00c": 3})
    assert [load(tmp_path, shelf, "abc") for shelf in (SHELF, newer)] == [1, None]
    assert load(tmp_path, other, "00c") == 3


def test_what_a_killed_run_left_behind_goes_after_a_day(tmp_path: Path) -> None:
    left, under_way = tmp_path / ".writing-left", tmp_path / ".writing-now"
    left.touch()
    under_way.touch()
    os.utime(left, (1_000, 1_000))
    store(tmp_path, SHELF, {"01c": 1})
    assert not left.exists()
    assert under_way.exists()


def test_a_folder_that_can_only_be_read_still_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    store(tmp_path, SHELF, {"abc": 1})
    monkeypatch.setattr(os, "utime", refused)
    assert load(tmp_path, SHELF, "abc") == 1
