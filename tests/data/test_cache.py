from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportgen.data import cache


def entry(folder: Path) -> Path:
    (path,) = folder.glob("workbook-*.json")
    return path


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "cache"
    assert cache.load(folder, "abc") is None
    cache.store(folder, "abc", {"甲": [1, "二"]})
    assert cache.load(folder, "abc") == {"甲": [1, "二"]}
    assert cache.load(folder, "abd") is None
    assert [path.name for path in folder.iterdir()] == [entry(folder).name]


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe", b"0000\n{}"])
def test_a_damaged_entry_counts_as_absent_and_is_written_anew(tmp_path: Path, damage: bytes) -> None:
    cache.store(tmp_path, "abc", {"a": 1})
    entry(tmp_path).write_bytes(damage)
    assert cache.load(tmp_path, "abc") is None
    cache.store(tmp_path, "abc", {"a": 1})
    assert cache.load(tmp_path, "abc") == {"a": 1}


def test_one_changed_byte_is_noticed(tmp_path: Path) -> None:
    cache.store(tmp_path, "abc", {"a": 1})
    whole = entry(tmp_path).read_bytes()
    entry(tmp_path).write_bytes(whole.replace(b'"a":1', b'"a":2'))
    assert cache.load(tmp_path, "abc") is None


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    cache.store(tmp_path / "file" / "cache", "abc", {"a": 1})
    assert cache.load(tmp_path / "file" / "cache", "abc") is None


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    cache.store(tmp_path, "abc", {"a": 1})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("limit", "value"), [("ENTRIES", 2), ("BYTES", 160)])
def test_what_was_used_longest_ago_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    for age, digest in enumerate(("new", "old", "older")):
        cache.store(tmp_path, digest, digest)
        os.utime(tmp_path / f"workbook-1-{digest}.json", (1_000 - age, 1_000 - age))
    assert cache.load(tmp_path, "older") == "older"
    monkeypatch.setattr(cache, limit, value)
    cache.store(tmp_path, "newest", "newest")
    kept = [digest for digest in ("new", "old", "older", "newest") if cache.load(tmp_path, digest) is not None]
    assert kept == ["older", "newest"]
