"""A folder is put in place whole or not at all."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from reportgen import publishing
from reportgen.errors import Unwritable
from reportgen.locking import hold
from reportgen.publishing import fitting_name, publish, write_whole

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


OPERATIONS = ("open", "write", "fsync", "mkdir", "rename", "replace")


class Failing:
    """Lets the calls of the operating system through until the one with the number `at`, which fails."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int, *, exchange: bool) -> None:
        self.calls = 0
        self._at = at
        for name in OPERATIONS:
            monkeypatch.setattr(os, name, self._counted(getattr(os, name)))
        monkeypatch.setattr(
            publishing, "_exchange", self._counted(publishing._exchange) if exchange else lambda *_: False
        )

    def _counted(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*given: object, **named: object) -> object:
            self.calls += 1
            if self.calls == self._at:
                raise OSError(errno.ENOSPC, "No space left on device")
            return call(*given, **named)

        return counted


@pytest.mark.parametrize("exchange", [True, False])
@pytest.mark.parametrize("before", [OLD, None])
def test_whichever_call_fails_the_old_set_or_the_new_one_stands_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: dict[str, bytes] | None, exchange: bool
) -> None:
    said: list[str] = []
    for at in count(1):
        folder = tmp_path / str(at) / "月报"
        folder.parent.mkdir()
        if before:
            publish(before, folder)
        with monkeypatch.context() as patched:
            failing = Failing(patched, at, exchange=exchange)
            try:
                publish(NEW, folder)
            except Unwritable as error:
                said.append(str(error))
        found = content(folder) if folder.exists() else None
        assert found in (before, NEW)
        publish(NEW, folder)
        assert content(folder) == NEW
        assert [p.name for p in folder.parent.iterdir()] == ["月报"]
        if failing.calls < at:
            break
    assert len(said) >= 12
    assert all("No space left" in text for text in said)


def test_a_failing_put_back_leaves_what_the_next_run_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "月报"
    publish(OLD, folder)
    moves: list[object] = []

    def only_once(source: object, target: object) -> None:
        moves.append(target)
        if len(moves) > 1:
            raise OSError(errno.EIO, "Input/output error")
        real(source, target)  # type: ignore[arg-type]  # whatever Path.rename gives

    with monkeypatch.context() as patched:
        real = os.rename
        patched.setattr(os, "rename", only_once)
        patched.setattr(publishing, "_exchange", lambda *_: False)
        with pytest.raises(Unwritable):
            publish(NEW, folder)
    assert not folder.exists()
    publishing.recover_all(tmp_path)
    assert content(folder) == OLD


KILLED = """
import os, random, signal, sys, time
from pathlib import Path
from reportgen import publishing
if sys.argv[2] == "renames":
    publishing._exchange = lambda *_: False
folder = Path(sys.argv[1])
sets = [{f"{n}.pdf": bytes([n]) * 300_000, f"{n}.docx": bytes([n]) * 100_000} for n in (1, 2)]
random.seed(1)
publishing.publish(sets[0], folder)
for _ in range(int(sys.argv[3])):
    child = os.fork()
    if child == 0:
        while True:
            publishing.publish(sets[1], folder)
            publishing.publish(sets[0], folder)
    time.sleep(random.uniform(0.0005, 0.02))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    if sys.argv[2] == "renames":
        publishing.recover_all(folder.parent)
    found = {p.name: p.read_bytes() for p in folder.iterdir()}
    assert found in sets, sorted(found)
publishing.publish({"last": b"x"}, folder)
print(sorted(p.name for p in folder.parent.iterdir()))
"""


@pytest.mark.parametrize("how", ["exchange", "renames"])
def test_kills_at_any_moment_leave_one_set_whole(tmp_path: Path, how: str) -> None:
    command = [sys.executable, "-c", KILLED, str(tmp_path / "月报"), how, "200"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.stdout, ended.stderr) == ("['月报']\n", "")


def test_a_kill_between_the_two_renames_is_undone_by_the_next_run(tmp_path: Path) -> None:
    folder = tmp_path / "月报"
    publish(OLD, folder)
    folder.rename(tmp_path / ".月报.old")
    (tmp_path / ".月报.new").mkdir()
    publishing.recover_all(tmp_path)
    assert content(folder) == OLD
    assert [p.name for p in tmp_path.iterdir()] == ["月报"]


def test_a_folder_that_another_run_is_writing_is_waited_for_and_then_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "PATIENCE", 0.05)
    with hold(tmp_path / publishing.LOCK), pytest.raises(Unwritable, match="another run"):
        publish(NEW, tmp_path / "月报")


def test_a_file_is_replaced_whole_or_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "manifest.json"
    assert write_whole(path, b"old")
    assert not write_whole(path, b"old")
    for at in range(1, 6):
        with monkeypatch.context() as patched:
            failing = Failing(patched, at, exchange=True)
            with suppress(Unwritable):
                write_whole(path, b"new")
        assert path.read_bytes() in (b"old", b"new")
        assert [p.name for p in tmp_path.iterdir()] == ["manifest.json"]
        assert failing.calls


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
