"""What a save costs while `reportgen build --watch` is open: from the save until the new files are in place.

The command is started once and waits in between. Its figures come from the system's `/proc`; without one, processor
time and memory are not told (nan).
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from math import nan
from pathlib import Path
from typing import Self

from benchmarks.measuring import RunFailedError, Usage

_READY = "Waiting for the next save"
_LOOK = 0.001
_KIB = 1024


class Watching(AbstractContextManager["Watching"]):
    """A command that watches; `folder` is where it writes. Guards the process."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], folder: Path, log: Path, limit: float
    ) -> None:
        self._folder = folder
        self._log = log
        self._limit = limit
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                command, env=dict(environment), stdin=subprocess.DEVNULL, stdout=output, stderr=output
            )
        self._rounds = 0

    def __enter__(self) -> Self:
        self._until(self._waits)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()

    def saved(self, save: Callable[[], None]) -> Usage:
        """Return what it takes from `save` until every file has been exchanged."""
        before, spent = self._files(), self._spent()
        begun = time.perf_counter()
        save()
        self._until(lambda: bool(before) and before.isdisjoint(self._files()))
        wall = time.perf_counter() - begun
        self._until(self._waits)
        return Usage(wall, self._spent() - spent, self._held())

    def _until(self, done: Callable[[], bool]) -> None:
        begun = time.perf_counter()
        while not done():
            if self._process.poll() is not None or time.perf_counter() - begun > self._limit:
                said = self._log.read_text(encoding="utf-8", errors="replace")[-600:].strip()
                msg = f"no new files after {time.perf_counter() - begun:.0f} s: {said}"
                raise RunFailedError(msg)
            time.sleep(_LOOK)

    def _waits(self) -> bool:
        """Whether it waits once more than when it was last asked."""
        rounds = self._log.read_text(encoding="utf-8", errors="replace").count(_READY)
        new, self._rounds = rounds > self._rounds, rounds
        return new

    def _files(self) -> frozenset[tuple[str, int, int]]:
        """Return the files for readers, each with what tells it from the one before."""
        found = []
        for path in (*self._folder.rglob("*.pdf"), *self._folder.rglob("*.docx")):
            try:
                status = path.stat()
            except OSError:  # in the middle of the exchange
                continue
            found.append((path.name, status.st_ino, status.st_mtime_ns))
        return frozenset(found)

    def _spent(self) -> float:
        """Return the processor time of the process and of the children that it waited for."""
        try:
            told = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8")
        except OSError:
            return nan
        # Behind the name, which may hold anything: proc(5), fields 14 to 17.
        return sum(map(int, told.rpartition(")")[2].split()[11:15])) / os.sysconf("SC_CLK_TCK")

    def _held(self) -> float:
        try:
            told = Path(f"/proc/{self._process.pid}/status").read_text(encoding="utf-8")
        except OSError:
            return nan
        return next((int(line.split()[1]) / _KIB for line in told.splitlines() if line.startswith("VmHWM:")), nan)
