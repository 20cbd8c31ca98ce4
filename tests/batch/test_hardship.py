"""Whole runs in a hostile machine: closed streams, full and read-only disks, processes that stand still or are gone."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reportgen.batch import child, hooks
from reportgen.batch.task import Outcome, Status, Task
from reportgen.request import Request
from tests.batch.making import (
    CLIENTS,
    batch,
    children,
    command,
    contents,
    environment,
    figures,
    hidden,
    large,
    processes,
    project,
    statuses,
    until_gone,
)


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[None]:
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", *options, str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.parametrize(("streams", "status"), [("<&- >&- 2>&-", 0), (">/dev/full 2>&1", 1)])
def test_a_run_that_nobody_can_hear_does_its_work(tmp_path: Path, streams: str, status: int) -> None:
    project(tmp_path)
    words = command(tmp_path / "clients.yaml", "-o", tmp_path / "out", "-j", 1)
    line = " ".join(f"'{word}'" for word in words)
    ended = subprocess.run(["sh", "-c", f"{line} {streams}"], env=environment(tmp_path), cwd=tmp_path, check=False)
    assert ended.returncode == status
    assert len(contents(tmp_path / "out")) == 3 * len(CLIENTS)
    assert hidden(tmp_path / "out") == []


@pytest.mark.parametrize("given", ['"half', "  "])
def test_a_command_that_cannot_be_read_is_told_before_anything_runs(tmp_path: Path, given: str) -> None:
    project(tmp_path)
    ended = batch(tmp_path, "--on-success", given)
    assert (ended.returncode, "batch.bad-command" in ended.stderr) == (2, True)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("out", ["长" * 200, "briefing.yaml/below", "loop"])
def test_an_output_folder_that_cannot_be_is_no_fault_of_ours(tmp_path: Path, out: str) -> None:
    project(tmp_path)
    (tmp_path / "loop").symlink_to("loop")
    ended = batch(tmp_path, "-o", tmp_path / out)
    assert (ended.returncode, "publish.unwritable" in ended.stderr) == (1, True)


def begun(folder: Path, *arguments: object) -> subprocess.Popen[str]:
    """Begin a run whose second job takes long, and return it when its first has ended."""
    large(folder)
    process = subprocess.Popen(
        command(folder / "clients.yaml", "-o", folder / "out", "-j", 1, *arguments),
        env=environment(folder), cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert process.stdout
    assert "甲-2024" in process.stdout.readline()
    return process


def test_a_worker_that_stands_still_is_ended_at_its_limit_though_its_nursery_is_gone(tmp_path: Path) -> None:
    process = begun(tmp_path, "--limit", 4)
    nurseries, workers = processes(process.pid), children(process.pid)
    for nursery in nurseries:
        os.kill(nursery, signal.SIGKILL)
    for worker in workers:
        os.kill(worker, signal.SIGSTOP)
    _, problems = process.communicate()
    assert process.returncode == 3
    assert "Traceback" not in problems
    assert statuses(tmp_path)["乙-2024"] == "late"
    until_gone(workers)
    assert hidden(tmp_path / "out") == []


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGTERM, -signal.SIGTERM), (signal.SIGINT, 130)])
def test_a_run_that_is_ended_leaves_what_the_next_one_ends(tmp_path: Path, sent: signal.Signals, status: int) -> None:
    clients = tuple(f"户{number}" for number in range(6))
    project(tmp_path, clients)
    process = subprocess.Popen(
        command(tmp_path / "clients.yaml", "-o", tmp_path / "out", "-j", 1),
        env=environment(tmp_path), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert process.stdout
    process.stdout.readline()
    process.send_signal(sent)
    _, problems = process.communicate()
    assert (process.returncode, "Traceback" in problems) == (status, False)
    assert batch(tmp_path, "--resume").returncode == 0
    assert len(contents(tmp_path / "out")) == 3 * len(clients)
    assert hidden(tmp_path / "out") == []


def test_a_command_that_does_not_end_is_stopped_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hooks, "_SECONDS", 0.01)
    problem = hooks.call("on_success", ["sh", "-c", "exec sleep 600"], tmp_path / "manifest.json", 0)
    assert problem is not None
    assert problem.code == "batch.late-hook"


def test_a_job_without_memory_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(_: Task) -> Outcome:
        raise MemoryError

    monkeypatch.setattr(child, "_done", greedy)
    found = child.outcome(Task(Request(tmp_path / "briefing.yaml"), (), "", 1.0))
    assert found.status is Status.BROKEN
    assert [problem.code for problem in found.problems] == ["batch.too-much-memory"]


@pytest.mark.needs_mounts
def test_a_full_disk_leaves_the_old_pair_and_the_next_run_ends_it(tmp_path: Path) -> None:
    project(tmp_path)
    with mounted(tmp_path / "out", "-t", "tmpfs", "-o", "size=140k", "tmpfs"):
        ended = batch(tmp_path)
        assert (ended.returncode, "No space left" in ended.stderr) in {(0, False), (3, True)}
        before = contents(tmp_path / "out")
        figures(tmp_path, changed={"甲": 7, "乙": 8, "丙": 9})
        subprocess.run(["mount", "-o", "remount,size=80k", str(tmp_path / "out")], check=False)
        with (tmp_path / "out" / "ballast").open("wb", buffering=0) as ballast:
            try:
                while True:
                    ballast.write(bytes(4096))
            except OSError:
                pass
        ended = batch(tmp_path)
        assert ended.returncode in (1, 3)
        assert "Traceback" not in ended.stderr
        assert contents(tmp_path / "out") == before
        (tmp_path / "out" / "ballast").unlink()
        subprocess.run(["mount", "-o", "remount,size=9m", str(tmp_path / "out")], check=True)
        assert batch(tmp_path).returncode == 0
        assert len(contents(tmp_path / "out")) == 3 * len(CLIENTS)
        assert hidden(tmp_path / "out") == []


@pytest.mark.needs_mounts
def test_a_read_only_folder_is_told_and_stays_as_it_was(tmp_path: Path) -> None:
    project(tmp_path)
    batch(tmp_path)
    before = contents(tmp_path / "out")
    figures(tmp_path, changed={"甲": 7})
    with mounted(tmp_path / "out", "--bind", str(tmp_path / "out")):
        subprocess.run(["mount", "-o", "remount,ro,bind", str(tmp_path / "out")], check=True)
        ended = batch(tmp_path)
        assert (ended.returncode, "Read-only file system" in ended.stderr) == (1, True)
        assert contents(tmp_path / "out") == before
