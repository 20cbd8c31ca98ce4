"""A lock between processes ends with the one that holds it, and leaves nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reportgen import locking
from reportgen.locking import Held, hold

HOLDING = """
import sys
from pathlib import Path
from reportgen.locking import hold
with hold(Path(sys.argv[1]), 10):
    print("held", flush=True)
    sys.stdin.read()
"""
COUNTING = """
import sys
from pathlib import Path
from reportgen.locking import hold
count = Path(sys.argv[2])
for _ in range(40):
    with hold(Path(sys.argv[1]), 60):
        count.write_text(str(int(count.read_text()) + 1))
"""


def holder(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_a_lock_is_refused_while_held_and_tells_by_whom(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with holder(lock) as process:
        with pytest.raises(Held) as caught, hold(lock):
            pass
        assert caught.value.by == str(process.pid)
        process.communicate()
    with hold(lock):
        assert lock.exists()
    assert not lock.exists()


def test_a_lock_ends_with_a_killed_process(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with holder(lock) as process:
        process.kill()
        process.communicate()
    assert lock.exists()
    with hold(lock):
        pass
    assert list(tmp_path.iterdir()) == []


def test_one_at_a_time(tmp_path: Path) -> None:
    count = tmp_path / "count"
    count.write_text("0", encoding="utf-8")
    runs = [subprocess.Popen([sys.executable, "-c", COUNTING, str(tmp_path / "lock"), str(count)]) for _ in range(4)]
    assert [run.wait() for run in runs] == [0] * 4
    assert count.read_text(encoding="utf-8") == "160"


def test_a_folder_that_is_not_there_is_no_lock(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), hold(tmp_path / "absent" / "lock"):
        pass


def test_a_file_that_was_removed_meanwhile_is_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its holder removes the file between our opening and locking it: whoever comes next would make another."""
    lock = tmp_path / "lock"
    real = locking._lock
    calls: list[int] = []

    def removed_first(handle: int) -> bool:
        if not calls:
            lock.unlink()
        calls.append(handle)
        return real(handle)

    monkeypatch.setattr(locking, "_lock", removed_first)
    with hold(lock, 5):
        assert len(calls) == 2
        assert lock.exists()
