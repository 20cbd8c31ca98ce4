"""Each call that changes the output folder fails in turn: what readers see is the old set of a job or the new one."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from reportgen import publishing
from reportgen.batch import crew, record
from reportgen.batch.listing import load_batch
from reportgen.batch.record import Manifest
from reportgen.batch.running import Ended, Order, run
from reportgen.batch.task import Outcome, Status, Task
from reportgen.errors import Unwritable
from reportgen.request import Request
from tests.batch.making import CLIENTS, hidden, project

MATRIX = "batch: 1\nspec: briefing.yaml\nmatrix: {client: [甲, 乙, 丙]}\n"
FILES = ("pdf", "docx", "audit.json")
CALLS = ("open", "write", "fsync", "mkdir", "rename", "replace", "unlink", "rmdir", "ftruncate")


class Faults:
    """Counts the calls that concern the output folder and has the one numbered `at` fail."""

    def __init__(self, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.at, self.seen, self.failed = -1, 0, ""
        self._out = str(out)
        self._open: set[int] = set()
        monkeypatch.setattr(os, "fsync", lambda _: None)  # waiting for the disk is not what is tested
        for name in CALLS:
            monkeypatch.setattr(os, name, self._failing(name, getattr(os, name)))
        monkeypatch.setattr(os, "close", self._closing(os.close))
        monkeypatch.setattr(io, "open", self._failing("io.open", io.open))
        exchange = publishing._exchange
        monkeypatch.setattr(publishing, "_exchange", self._failing("exchange", exchange))

    def _closing(self, close: Callable[[int], None]) -> Callable[[int], None]:
        def called(descriptor: int) -> None:
            self._open.discard(descriptor)
            close(descriptor)

        return called

    def _failing(self, name: str, call: Callable[..., object]) -> Callable[..., object]:
        def called(where: object, *arguments: object, **named: object) -> object:
            ours = where in self._open if isinstance(where, int) else str(where).startswith(self._out)
            if ours:
                self.seen += 1
                if self.seen == self.at:
                    self.failed = name
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            found = call(where, *arguments, **named)
            if ours and name == "open" and isinstance(found, int):
                self._open.add(found)
            return found

        return called


def ordered(folder: Path) -> Order:
    path = folder / "clients.yaml"
    batch = load_batch(path, None, {}, {}, {}, None)
    return Order(batch, Request(batch.spec, root=batch.root), folder / "out", workers=1, limit=60.0)


def built(text: str) -> Callable[[Task, object], Outcome]:
    """Return what stands in for the processes that build: a report is three files that hold `text`."""

    def performed(task: Task, _supplies: object) -> Outcome:
        name = f"{task.request.parameters['client']}-2024"
        files = {f"{name}.{ending}": f"{name} {text}".encode() for ending in FILES}
        return Outcome(Status.BUILT, name, files, fingerprint=text)

    return performed


def sets(out: Path) -> Iterator[set[str]]:
    """Yield what the files of each report say."""
    for client in CLIENTS:
        folder = out / f"{client}-2024"
        found = [path.read_text(encoding="utf-8").removeprefix(f"{folder.name} ") for path in sorted(folder.iterdir())]
        assert len(found) == len(FILES)
        yield set(found)


@pytest.mark.parametrize("exchanging", [True, False])
def test_whichever_call_fails_a_report_is_old_or_new_and_the_next_run_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, exchanging: bool
) -> None:
    project(tmp_path, batch=MATRIX)
    out = tmp_path / "out"
    spec = tmp_path / "briefing.yaml"
    monkeypatch.setattr(crew, "begin", lambda: None)
    monkeypatch.setattr(crew, "dismiss", lambda: None)
    if not exchanging:
        monkeypatch.setattr(publishing, "_exchange", lambda *_: False)
    faults = Faults(out, monkeypatch)

    def summarise(_: Manifest) -> None:
        publishing.write_whole(out / "summary.xlsx", str(len(faults.failed)).encode())

    def once(text: str) -> list[Ended]:
        """Run with reports that say `text`, made from a spec that changed."""
        spec.write_text(f"{spec.read_text(encoding='utf-8')}\n# {text}\n", encoding="utf-8")
        monkeypatch.setattr(crew, "perform", built(text))
        told: list[Ended] = []
        run(ordered(tmp_path), told.append, summarise)
        return told

    once("0")
    failed: set[str] = set()
    for number in count(1):
        faults.seen, faults.at, faults.failed = 0, number, ""
        refused = False
        try:
            told = once(f"{number}")
        except Unwritable:
            refused, told = True, []
        faults.at = -1
        if not faults.failed:
            break
        failed.add(faults.failed)
        for one in sets(out):
            assert one in ({f"{number}"}, {f"{number - 1}"}, {f"{number} again"}, {f"{number - 1} again"})
        assert refused or all(one.status in (Status.BUILT, Status.UNWRITABLE) for one in told)
        if not refused:
            assert sum(one.status is Status.UNWRITABLE for one in told) <= 1
        told = once(f"{number} again")
        assert {one.status for one in told} == {Status.BUILT}
        assert list(sets(out)) == [{f"{number} again"}] * len(CLIENTS)
        assert hidden(out) == []
        assert {one.status for one in record.known(out).jobs.values()} == {Status.BUILT}
    assert failed >= {"open", "write", "fsync", "mkdir", "replace", "io.open", "exchange" if exchanging else "rename"}


def test_a_folder_that_was_moved_away_in_the_middle_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, batch=MATRIX)
    out = tmp_path / "out"
    monkeypatch.setattr(crew, "begin", lambda: None)
    monkeypatch.setattr(crew, "dismiss", lambda: None)
    monkeypatch.setattr(crew, "perform", built("new"))
    told: list[Ended] = []

    def tell(ended: Ended) -> None:
        told.append(ended)
        if len(told) == 1:
            out.rename(tmp_path / "moved")
            out.mkdir()

    with pytest.raises(Unwritable) as caught:
        run(ordered(tmp_path), tell, lambda _: None)
    assert caught.value.problem.code == "batch.moved"
    assert [one.status for one in told] == [Status.BUILT, Status.UNWRITABLE, Status.UNWRITABLE]
    assert not out.exists() or list(out.iterdir()) == []
    assert (tmp_path / "moved" / "甲-2024" / "甲-2024.pdf").exists()


def test_resuming_does_what_a_killed_run_did_not_begin_though_an_earlier_night_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, batch=MATRIX)
    out, spec = tmp_path / "out", tmp_path / "briefing.yaml"
    monkeypatch.setattr(crew, "begin", lambda: None)
    monkeypatch.setattr(crew, "dismiss", lambda: None)
    for night in ("first", "second"):
        spec.write_text(f"{spec.read_text(encoding='utf-8')}# {night}\n", encoding="utf-8")
        monkeypatch.setattr(crew, "perform", built(night))
        told: list[Ended] = []

        def tell(ended: Ended, night: str = night, told: list[Ended] = told) -> None:
            told.append(ended)
            if night == "second" and len(told) == 2:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt) if night == "second" else nullcontext():
            run(ordered(tmp_path), tell, lambda _: None)
    with (out / record.JOURNAL).open("ab") as journal:
        journal.write(b'{"job": "half a l')
    assert record.known(out).left == {"丙-2024"}
    told = []
    run(replace(ordered(tmp_path), resume=True), told.append, lambda _: None)
    assert [one.status for one in told] == [Status.UNCHANGED, Status.UNCHANGED, Status.BUILT]
    assert list(sets(out)) == [{"second"}] * len(CLIENTS)
    assert hidden(out) == []


def test_what_was_told_is_kept_already(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path, batch=MATRIX)
    monkeypatch.setattr(crew, "begin", lambda: None)
    monkeypatch.setattr(crew, "dismiss", lambda: None)
    monkeypatch.setattr(crew, "perform", built("new"))
    kept: list[int] = []
    run(ordered(tmp_path), lambda _: kept.append(len(record.known(tmp_path / "out").jobs)), lambda _: None)
    assert kept == [1, 2, 3]
