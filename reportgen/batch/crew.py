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
import socket
import sys
import sysconfig
import tempfile
from contextlib import suppress
from dataclasses import replace
from functools import cache
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Lock, Timer

from reportgen.batch import messages, nursery
from reportgen.batch.parcel import Parcel, unpacked
from reportgen.batch.task import Outcome, Status, Task
from reportgen.diagnostics import Problem

_START = 60.0
"""Seconds that loading what is needed may take."""
_DYING = 0.5
"""Seconds that a process which hung up may take to be gone."""
_PACKAGE = Path(__file__).resolve().parents[2]
_TEMPORARY = ("TMPDIR", "TEMP", "TMP", "MPLCONFIGDIR")
_KEPT = ("PATH", "LANG", "LC_ALL", "TZ", "HOME", "XDG_CACHE_HOME", "SYSTEMROOT", "REPORTGEN_TRACE", *_TEMPORARY)
"""What a building process is given of the environment."""


class Nursery:
    """The process that building processes begin in, and the line to it; one question at a time.

    It begins as a copy of this process (`copied`), which has loaded half of what is needed, or from nothing, where this
    process runs other threads.
    """

    def __init__(self, *, copied: bool) -> None:
        self._line, theirs = socket.socketpair()
        with theirs:
            self._process = self._copy(theirs) if copied else _spawned(theirs)
        self._line.settimeout(_START)
        self._asking = Lock()

    def _copy(self, theirs: socket.socket) -> int:
        process = os.fork()
        if process == 0:
            try:
                _let_go_of_all_but(theirs.fileno())
                nursery.stand_alone(_environment())
                nursery.serve(theirs)
            finally:
                os._exit(0)
        return process

    @property
    def stands(self) -> bool:
        """Whether the process is there to be asked."""
        try:
            return os.waitpid(self._process, os.WNOHANG) == (0, 0)
        except ChildProcessError:
            return False

    def begin(self, tasks: int, life: int) -> int:
        """Return the number of a new process, which has these descriptors. Raises OSError."""
        return self._ask(nursery.BEGIN, 0, 0.0, [tasks, life])

    def end(self, process: int, patience: float) -> int:
        """End a process, after `patience` seconds where it does not by itself; return its status. Raises OSError."""
        return self._ask(nursery.END, process, patience, [])

    def close(self) -> None:
        """End the process; those that began in it end by themselves."""
        self._line.close()
        if self.stands:
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(self._process, signal.SIGKILL)
                os.waitpid(self._process, 0)

    def _ask(self, what: bytes, process: int, patience: float, descriptors: list[int]) -> int:
        with self._asking:
            try:
                socket.send_fds(self._line, [nursery.QUESTION.pack(what, process, patience)], descriptors)
                reply = self._line.recv(nursery.REPLY.size)
                if len(reply) < nursery.REPLY.size:
                    raise ConnectionResetError
            except OSError:
                # An answer that comes late would be taken for that to the next question.
                self.close()
                raise
        (answered,) = nursery.REPLY.unpack(reply)
        return int(answered)


def _let_go_of_all_but(kept: int) -> None:
    """Close what a copy of this process has open: a lock that it held on to would outlive the run."""
    os.closerange(3, kept)
    os.closerange(kept + 1, os.sysconf("SC_OPEN_MAX"))


def _spawned(theirs: socket.socket) -> int:
    """Begin a nursery from nothing and return its number."""
    os.set_inheritable(theirs.fileno(), True)
    command = [sys.executable, "-P", "-m", nursery.__name__, str(theirs.fileno())]
    return os.posix_spawn(sys.executable, command, _environment())


class Child:
    """A process that builds, and the line to it. It begins, in the nursery `home`, when it is first asked something."""

    def __init__(self, home: Nursery) -> None:
        self._home = home
        self._line: Connection | None = None
        self._life = self._process = -1

    def ask(self, task: Task) -> Outcome | None:
        """Return the outcome of `task`, None where it did not come in time. Raises EOFError where the process fell."""
        late, found = Event(), None
        # A process that stands still in the middle of a message would have this one wait for ever: its end ends that.
        timer = Timer(task.limit, self._stop, [late])
        timer.daemon = True
        try:
            line = self._line or self.begun()
            timer.start()
            line.send(task)
            found = line.recv()
        except (OSError, EOFError) as error:
            if not late.is_set():
                raise EOFError from error
        finally:
            timer.cancel()
        if late.is_set():
            return None
        if not isinstance(found, Outcome):
            raise EOFError
        return found

    def _stop(self, late: Event) -> None:
        late.set()
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)

    def begun(self) -> Connection:
        """Begin the process and return the line to it. Raises OSError."""
        line, theirs = Pipe()
        dying, self._life = os.pipe()
        try:
            self._process = self._home.begin(theirs.fileno(), dying)
        finally:
            theirs.close()
            os.close(dying)
        self._line = line
        return line

    def end(self, patience: float = 0.0) -> str:
        """End the process and what it started, and say how it ended, if it had ended within `patience` seconds."""
        if self._line is None:
            return "not begun"
        stands = not self._line.poll()
        self._line.close()
        try:
            code = os.waitstatus_to_exitcode(self._home.end(self._process, patience))
        except OSError:
            # Where it began is gone; it ends by itself when it sees that, unless it stands still.
            with suppress(ProcessLookupError, PermissionError):
                if stands:
                    os.killpg(self._process, signal.SIGKILL)
            return "unknown"
        finally:
            os.close(self._life)
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
    return replace(found, problems=tuple(_placed(problem, moved) for problem in found.problems))


def _placed(problem: Problem, moved: dict[str, str]) -> Problem:
    """Return a problem whose texts name files as people know them: `moved` maps where they were read to that."""

    def told(text: str) -> str:
        for there, here in moved.items():
            text = text.replace(there, here)
        return text

    return replace(
        problem,
        zh=told(problem.zh),
        en=told(problem.en),
        hint_zh=told(problem.hint_zh),
        hint_en=told(problem.hint_en),
    )


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
    child = _at_work()
    try:
        found = child.ask(task)
    except EOFError:
        return Outcome(Status.LOST, problems=(messages.LOST.at(how=child.end(_DYING)),))
    except BaseException:
        child.end()
        raise
    if found is not None and found.status is Status.BROKEN:
        # Who knows what state it is in.
        child.end()
        return found
    if found is None:
        child.end()
        return Outcome(Status.LATE, problems=(messages.LATE.at(seconds=task.limit),), seconds=task.limit)
    _idle.put(child)
    return found


def _at_work() -> Child:
    """Return a process that has nothing to do, or else a new one; the one it begins in may just have fallen."""
    with suppress(Empty):
        return _idle.get_nowait()
    child = Child(_nurseries.at_hand())
    try:
        child.begun()
    except OSError:
        child = Child(_nurseries.at_hand())
    return child


class _Nurseries:
    """The nursery of this process, one after another: begun when it is wanted, and anew where it has fallen."""

    def __init__(self) -> None:
        self._nursery: Nursery | None = None
        self._lock = Lock()

    def at_hand(self, *, copied: bool = False) -> Nursery:
        with self._lock:
            if self._nursery is None or not self._nursery.stands:
                self._nursery = Nursery(copied=copied)
            return self._nursery

    def close(self) -> None:
        with self._lock:
            if self._nursery is not None:
                self._nursery.close()
            self._nursery = None


_nurseries = _Nurseries()


def begin() -> None:
    """Have the process that others begin in load what they need. For a process that runs no other thread yet."""
    _nurseries.at_hand(copied=True)


def dismiss() -> None:
    """End every process that has nothing to do, and the one they began in."""
    while True:
        try:
            _idle.get_nowait().end()
        except Empty:
            break
    _nurseries.close()


def _environment() -> dict[str, str]:
    environment = {key: os.environ[key] for key in _KEPT if key in os.environ}
    if str(_PACKAGE) not in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        environment["PYTHONPATH"] = str(_PACKAGE)
    return environment


atexit.register(dismiss)
