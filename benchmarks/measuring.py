"""What a run costs: wall time, processor time and memory of a program and of every process it started and waited for.

The figures are the kernel's (`wait4`), so that they hold for a launcher and its children alike. Memory is the largest
single process's, since the kernel does not add up processes that live at the same time.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

_KIB = 1024
_SAID = 600


@dataclass(frozen=True, slots=True)
class Usage:
    """What one run took: wall and processor time in seconds, the largest process in MiB."""

    wall: float
    processor: float
    memory: float


class RunFailedError(Exception):
    """A run that gave no result: a program ended with an error, or was stopped at the limit."""


def measure(commands: Sequence[Sequence[str]], environment: Mapping[str, str], limit: float, log: Path) -> Usage:
    """Run `commands` one after the other and return what they took together.

    What they print goes to `log`. Raises RunFailedError where one ends with an error, or all exceed `limit` seconds.
    """
    wall = processor = memory = 0.0
    for command in commands:
        with log.open("wb") as output:
            begun = time.perf_counter()
            process = subprocess.Popen(
                command, env=dict(environment), stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                start_new_session=True,
            )  # fmt: skip
            timer = Timer(max(0.1, limit - wall), os.killpg, (process.pid, signal.SIGKILL))
            timer.start()
            _, status, used = os.wait4(process.pid, 0)
            timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        wall += time.perf_counter() - begun
        processor += used.ru_utime + used.ru_stime
        memory = max(memory, used.ru_maxrss / _KIB)
        if process.returncode == -signal.SIGKILL:
            msg = f"stopped after {limit:g} s"
            raise RunFailedError(msg)
        if process.returncode:
            said = log.read_text(encoding="utf-8", errors="replace")[-_SAID:].strip()
            msg = f"{Path(command[0]).name} ended with {process.returncode}: {said}"
            raise RunFailedError(msg)
    return Usage(wall, processor, memory)
