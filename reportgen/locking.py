"""A lock between processes: a file that one of them holds, and that is free again when it ends, however it ends.

The file is removed by whoever held it, so that nothing is left. A process that waited for a file that was removed
meanwhile holds nothing that others would see, and asks again.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_AGAIN = 0.02
"""Seconds between two tries."""


class Held(Exception):  # noqa: N818 - reads as what it says: the lock is held
    """Another process holds the lock; `by` is its number where it says so."""

    def __init__(self, by: str) -> None:
        self.by = by
        super().__init__(by)


@contextmanager
def hold(path: Path, patience: float = 0) -> Iterator[None]:
    """Hold the lock `path` while inside; raise Held where another still holds it after `patience` seconds.

    Raises OSError where the file cannot be made.
    """
    handle = _taken(path, time.monotonic() + patience)
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _taken(path: Path, until: float) -> int:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
        try:
            if _lock(handle) and _is_at(path, handle):
                os.ftruncate(handle, 0)
                os.write(handle, str(os.getpid()).encode("ascii"))
                return handle
            by = os.read(handle, 20).decode("ascii", "replace")
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
        if time.monotonic() >= until:
            raise Held(by)
        time.sleep(_AGAIN)


def _lock(handle: int) -> bool:
    """Lock an open file and return whether that was possible at once."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_at(path: Path, handle: int) -> bool:
    """Whether the open file is still the one at `path`."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
