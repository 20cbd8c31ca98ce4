"""A batch on a Dask cluster: the same bytes, on workers that share nothing with this machine's folders."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

from tests.batch.making import batch, branded, command, contents, environment, figures, hidden, project

DASK = str(Path(sys.executable).parent / "dask")
RUN = os.getpid()
NETWORK = f"10.{64 + RUN // 256 % 64}.{RUN % 256}"
"""A network of this run's own: others may run on the same machine."""


@contextmanager
def process(arguments: list[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run something in a folder and an environment of its own while inside."""
    folder.mkdir()
    kept = {"HOME": str(folder), "TMPDIR": str(folder), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"}
    with (folder / "log").open("wb") as log:
        begun = subprocess.Popen(arguments, cwd=folder, env=kept, stdout=log, stderr=log, start_new_session=True)
        try:
            yield begun
        finally:
            with suppress(ProcessLookupError):
                os.killpg(begun.pid, signal.SIGTERM)
            try:
                begun.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(begun.pid, signal.SIGKILL)
                begun.wait()


@contextmanager
def scheduler(folder: Path, host: str) -> Iterator[str]:
    """Run a scheduler and yield its address."""
    told = folder / "scheduler.json"
    arguments = [DASK, "scheduler", "--host", host, "--port", "0", "--no-dashboard", "--scheduler-file", str(told)]
    with process(arguments, folder / "scheduler"):
        until(told.exists, folder / "scheduler" / "log")
        yield json.loads(told.read_text(encoding="utf-8"))["address"]


def until(true: object, log: Path) -> None:
    """Wait until something holds."""
    assert callable(true)
    for _ in range(600):
        if true():
            time.sleep(0.1)
            return
        time.sleep(0.1)
    pytest.fail(log.read_text(encoding="utf-8"))


def worker(address: str, folder: Path, *before: str) -> list[str]:
    """Return the command of a worker with one thread."""
    own = ["--nthreads", "1", "--no-dashboard", "--local-directory", str(folder)]
    return [*before, DASK, "worker", address, *own, "--death-timeout", "60"]


def joined(log: Path) -> bool:
    return log.exists() and b"Registered to" in log.read_bytes()


@contextmanager
def workers(address: str, folder: Path, *before: tuple[str, ...]) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Run a worker behind each of `before`, each in its own folder, and yield them once all have joined."""
    with ExitStack() as stack:
        begun = [
            stack.enter_context(process(worker(address, folder / f"worker{n}", *prefix), folder / f"worker{n}"))
            for n, prefix in enumerate(before)
        ]
        for n in range(len(before)):
            log = folder / f"worker{n}" / "log"
            until(lambda log=log: joined(log), log)
        yield begun


def test_a_cluster_makes_the_same_bytes_and_a_killed_worker_loses_nothing(tmp_path: Path) -> None:
    clients = tuple(f"户{number:02}" for number in range(16))
    project(tmp_path, clients)
    batch(tmp_path, "-o", tmp_path / "here", "-j", 2)
    with scheduler(tmp_path, "127.0.0.1") as address, workers(address, tmp_path, (), ()) as begun:
        ended = batch(tmp_path, "-o", tmp_path / "there", "--scheduler", address)
        assert (ended.returncode, ended.stderr) == (0, "")
        assert contents(tmp_path / "there") == contents(tmp_path / "here")
        assert hidden(tmp_path / "there") == []

        figures(tmp_path, clients, changed=dict.fromkeys(clients, 333))
        running = subprocess.Popen(
            command(tmp_path / "clients.yaml", "-o", tmp_path / "there", "--scheduler", address),
            env=environment(tmp_path), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip
        assert running.stdout
        running.stdout.readline()
        os.killpg(begun[0].pid, signal.SIGKILL)
        running.communicate()
        assert running.returncode == 0
        batch(tmp_path, "-o", tmp_path / "here", "-j", 2)
        assert contents(tmp_path / "there") == contents(tmp_path / "here")


def test_workers_have_the_faces_of_the_project(tmp_path: Path) -> None:
    branded(tmp_path)
    batch(tmp_path, "-o", tmp_path / "here")
    with scheduler(tmp_path, "127.0.0.1") as address, workers(address, tmp_path, ()):
        ended = batch(tmp_path, "-o", tmp_path / "there", "--scheduler", address)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert contents(tmp_path / "there") == contents(tmp_path / "here")


def test_a_problem_on_a_cluster_names_files_as_they_are_here(tmp_path: Path) -> None:
    path = project(tmp_path)
    path.write_text(path.read_text(encoding="utf-8") + 'workbooks: {数据: "data/{client}.xlsx"}\n', encoding="utf-8")
    for name in ("甲", "乙"):
        (tmp_path / "data" / f"{name}.xlsx").write_bytes(b"no workbook" * (name == "甲"))
    with scheduler(tmp_path, "127.0.0.1") as address, workers(address, tmp_path, ()):
        ended = batch(tmp_path, "--scheduler", address)
    assert ended.returncode == 3
    for name in ("甲", "乙", "丙"):
        assert str(tmp_path / "data" / f"{name}.xlsx") in ended.stderr
    assert "worker0" not in ended.stderr


def test_a_cluster_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path)
    ended = batch(
        tmp_path, "--scheduler", "tcp://127.0.0.1:1", variables={"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1"}
    )
    assert ended.returncode == 2
    assert "cannot reach tcp://127.0.0.1:1" in ended.stderr
    assert "Traceback" not in ended.stderr


@contextmanager
def hosts(count: int) -> Iterator[list[tuple[str, ...]]]:
    """Make network namespaces that reach each other by a bridge, as machines do by a switch, and yield how to enter."""

    def ip(*arguments: str) -> None:
        subprocess.run(["ip", *arguments], check=True, capture_output=True)

    bridge = f"rg{RUN}"
    with ExitStack() as stack:
        ip("link", "add", bridge, "type", "bridge")
        stack.callback(ip, "link", "del", bridge)
        ip("addr", "add", f"{NETWORK}.1/24", "dev", bridge)
        ip("link", "set", bridge, "up")
        entered: list[tuple[str, ...]] = []
        for number in range(count):
            name, outer, inner = f"rg{RUN}-{number}", f"rg{RUN}o{number}", f"rg{RUN}i{number}"
            ip("netns", "add", name)
            stack.callback(ip, "netns", "del", name)
            ip("link", "add", outer, "type", "veth", "peer", "name", inner)
            ip("link", "set", outer, "master", bridge, "up")
            ip("link", "set", inner, "netns", name)
            enter = ("netns", "exec", name, "ip")
            ip(*enter, "addr", "add", f"{NETWORK}.{number + 2}/24", "dev", inner)
            ip(*enter, "link", "set", inner, "up")
            ip(*enter, "link", "set", "lo", "up")
            entered.append(("ip", "netns", "exec", name))
        yield entered


@pytest.mark.needs_namespaces
def test_workers_on_other_hosts_with_folders_of_their_own_make_the_same_bytes(tmp_path: Path) -> None:
    project(tmp_path)
    batch(tmp_path, "-o", tmp_path / "here")
    with (
        hosts(2) as entered,
        scheduler(tmp_path, f"{NETWORK}.1") as address,
        workers(address, tmp_path, *entered),
    ):
        ended = batch(tmp_path, "-o", tmp_path / "there", "--scheduler", address)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert contents(tmp_path / "there") == contents(tmp_path / "here")
