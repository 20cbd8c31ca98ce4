"""The processes that build, one for each thread that asks: started when needed, kept warm, replaced when they fall.

`perform` is what executors run, on this machine or on a cluster's: it hands a task to a process of its own and waits
no longer than the task may take. So a job that hangs, is killed or takes its process down ends alone, which neither a
pool of `concurrent.futures`, broken as a whole by one lost process, nor a cluster's worker could promise.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
from contextlib import suppress
from dataclasses import replace
from functools import cache
from multiprocessing.connection import Pipe
from pathlib import Path
from queue import Empty, SimpleQueue

from reportgen.batch import child as building
from reportgen.batch import messages
from reportgen.batch.parcel import Parcel, unpacked
from reportgen.batch.task import Outcome, Status, Task

_START = 60.0
"""Seconds that a process may take to load what it needs."""
_DYING = 0.5
"""Seconds that a process which hung up may take to be gone."""
_PACKAGE = Path(__file__).resolve().parents[2]
_KEPT = ("PATH", "LANG", "LC_ALL", "TZ", "HOME", "XDG_CACHE_HOME", "SYSTEMROOT", "REPORTGEN_TRACE")
"""What a building process is given of the environment."""


class Child:
    """A process that builds, and the line to it."""

    def __init__(self) -> None:
        self._line, theirs = Pipe()
        dying, self._life = os.pipe()
        command = [sys.executable, "-P", "-m", building.__name__, str(theirs.fileno()), str(dying)]
        self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            command,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=(theirs.fileno(), dying),
            start_new_session=True,
        )
        theirs.close()
        os.close(dying)
        self._ready = False

    def ask(self, task: Task) -> Outcome | None:
        """Return the outcome of `task`, None where it did not come in time. Raises EOFError where the process fell."""
        try:
            if not self._ready:
                self._begin()
            self._line.send(task)
            if not self._line.poll(task.limit):
                return None
            found = self._line.recv()
        except OSError as error:
            raise EOFError from error
        if not isinstance(found, Outcome):
            raise EOFError
        return found

    def _begin(self) -> None:
        if not self._line.poll(_START) or self._line.recv() != building.READY:
            raise EOFError
        self._ready = True

    def end(self, patience: float = 0.0) -> str:
        """End the process and what it started, and say how it ended, if it had ended within `patience` seconds."""
        try:
            code: int | None = self._process.wait(patience)
        except subprocess.TimeoutExpired:
            code = None
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._line.close()
        os.close(self._life)
        if code is None:
            code = self._process.wait()
        return signal.Signals(-code).name if code < 0 else f"exit {code}"


_idle: SimpleQueue[Child] = SimpleQueue()


def perform(task: Task, supplies: Parcel | Path) -> Outcome:
    """Return the outcome of `task`, whose files lie in a folder here or come in a parcel."""
    folder, kept = _at_hand(supplies, task)
    with tempfile.TemporaryDirectory(prefix=".own-", dir=folder) as own:
        moved = {str(folder): str(task.request.root)}
        workbooks = dict(task.request.workbooks)
        for number, book in enumerate(task.own):
            place = Path(own, str(number), Path(book.path).name)
            place.parent.mkdir()
            place.write_bytes(book.content)
            workbooks[book.name] = place
            moved = {str(place): book.path, **moved}
        spec = folder / task.request.spec.relative_to(task.request.root or Path())
        request = replace(task.request, spec=spec, root=folder, workbooks=workbooks, cache=kept)
        found = _asked(replace(task, request=request))
    return replace(found, problems=tuple(building.placed(problem, moved) for problem in found.problems))


def _at_hand(supplies: Parcel | Path, task: Task) -> tuple[Path, Path | None]:
    """Return the folder of the common files, and the one to keep things in."""
    if isinstance(supplies, Path):
        return supplies, task.request.cache
    return unpacked(supplies, _room()), None if task.request.cache is None else _room() / "cache"


@cache
def _room() -> Path:
    """Return this process's own folder for what comes in parcels; it goes with the process."""
    room = Path(tempfile.mkdtemp(prefix="reportgen-"))
    atexit.register(shutil.rmtree, room, ignore_errors=True)
    return room


def _asked(task: Task) -> Outcome:
    try:
        child = _idle.get_nowait()
    except Empty:
        child = Child()
    try:
        found = child.ask(task)
    except EOFError:
        return Outcome(Status.LOST, problems=(messages.LOST.at(how=child.end(_DYING)),))
    except BaseException:
        child.end()
        raise
    if found is None:
        child.end()
        return Outcome(Status.LATE, problems=(messages.LATE.at(seconds=task.limit),), seconds=task.limit)
    _idle.put(child)
    return found


def begin(workers: int) -> None:
    """Have processes load what they need while their tasks are still being found out."""
    for _ in range(workers):
        _idle.put(Child())


def dismiss() -> None:
    """End every process that has nothing to do."""
    while True:
        try:
            _idle.get_nowait().end()
        except Empty:
            return


def _environment() -> dict[str, str]:
    environment = {key: os.environ[key] for key in _KEPT if key in os.environ}
    if str(_PACKAGE) not in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        environment["PYTHONPATH"] = str(_PACKAGE)
    return environment


atexit.register(dismiss)
