"""Has something made by a copy of this process, so that two processors work on one report.

A copy (fork) has at hand what is loaded here, and what it makes comes back through a pipe. Where none can be made (one
processor, no fork on this system, other threads in this process), and where one falls, the thing is made here: what it
raises is raised here too.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Generic, NoReturn, TypeAlias, TypeVar

T = TypeVar("T")

_SLOW = b"."
"""What a copy says before it begins something long; what it made begins with another byte."""


Slow: TypeAlias = Callable[[], None]
"""Says that something will take long."""


class Made(Generic[T]):
    """Something that a copy of this process makes, or this one once it is asked for it."""

    def __init__(self, make: Callable[[Slow], T], copy: int | None = None, source: int | None = None) -> None:
        self._make = make
        self._copy = copy
        self._source = source
        self._begun = b""

    def busy(self) -> bool:
        """Whether a copy is at it and has said nothing yet."""
        return self._source is not None and not self._begun and not select.select([self._source], [], [], 0)[0]

    def slow(self) -> bool:
        """Wait for what a copy says first, and return whether that is that it will take long."""
        if self._source is None:
            return False
        self._begun = self._begun or os.read(self._source, 1)
        return self._begun == _SLOW

    def result(self) -> T:
        """Return what was made."""
        if self._source is None or self._copy is None:
            return self._make(lambda: None)
        with os.fdopen(self._source, "rb") as told:
            self._source = None
            content = self._begun + told.read()
        copy, self._copy = self._copy, None
        if os.waitpid(copy, 0)[1] != 0:
            return self._make(lambda: None)
        made: T = pickle.loads(content.lstrip(_SLOW))  # noqa: S301 - from our own copy
        return made

    def drop(self) -> None:
        """End a copy that nobody waits for any more."""
        if self._source is not None:
            os.close(self._source)
        if self._copy is not None:
            with suppress(ProcessLookupError):
                os.kill(self._copy, signal.SIGKILL)
            os.waitpid(self._copy, 0)


@contextmanager
def aside(make: Callable[[Slow], T], *, copied: bool = True) -> Iterator[Made[T]]:
    """Have `make` called aside where that can be and `copied` asks for it; what it returns must be plain values.

    It is given what it may call to say that it will take long.
    """
    made = _begun(make) if copied and _possible() else Made(make)
    try:
        yield made
    finally:
        made.drop()


def processors() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _possible() -> bool:
    return hasattr(os, "fork") and processors() > 1 and threading.active_count() == 1


def _begun(make: Callable[[Slow], T]) -> Made[T]:
    source, target = os.pipe()
    try:
        copy = os.fork()
    except OSError:
        os.close(source)
        os.close(target)
        return Made(make)
    if copy == 0:
        os.close(source)
        _make(make, target)
    os.close(target)
    return Made(make, copy, source)


def _make(make: Callable[[Slow], T], target: int) -> NoReturn:
    """Write what `make` returns, and end: neither the streams nor the cleaning up of the original are ours."""
    status = 1
    try:
        with os.fdopen(target, "wb") as out:
            pickle.dump(make(lambda: _say_slow(target)), out, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _say_slow(target: int) -> None:
    os.write(target, _SLOW)
