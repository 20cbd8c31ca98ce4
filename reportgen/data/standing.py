"""A reading subprocess that stands by, for processes that read many workbooks: most of a call is starting it.

Each workbook is still read by a process of its own, under limits (`reader`). One that falls or hangs costs the reader,
and the next question starts another.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from reportgen.data import reader


class StandingReader:
    """The subprocess, started at the first question; `environment` is what it is given."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = dict(environment)
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, paths: Sequence[Path]) -> list[object]:
        """Return the answer for each of `paths`, None for one that the reader fell over."""
        return [self._asked(path) for path in paths]

    def end(self) -> None:
        """End the subprocess, and the copy of it that may be at work."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.communicate()
            self._process = None

    def _asked(self, path: Path) -> object:
        process = self._process or self._begun()
        assert process.stdin
        try:
            process.stdin.write(json.dumps(os.path.abspath(path)).encode("ascii") + b"\n")  # noqa: PTH100 - links stay
            process.stdin.flush()
            answer: object = json.loads(_line(process))
        except (OSError, ValueError):
            self.end()
            return None
        return answer

    def _begun(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [sys.executable, "-P", "-m", reader.__name__, reader.STANDING],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        return self._process


def _line(process: subprocess.Popen[bytes]) -> bytes:
    """Return the next line that a process prints, what there is of it where it does not come in time."""
    assert process.stdout
    descriptor, until = process.stdout.fileno(), time.monotonic() + 2 * reader.SECONDS
    parts: list[bytes] = []
    with suppress(InterruptedError):
        while select.select([descriptor], [], [], max(0.0, until - time.monotonic()))[0]:
            part = os.read(descriptor, 1 << 20)
            parts.append(part)
            if not part or part.endswith(b"\n"):
                break
    return b"".join(parts)
