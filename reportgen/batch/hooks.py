"""What the operator has run after a batch: a command of the batch file or the command line, never of a spec."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from reportgen.batch import messages
from reportgen.diagnostics import Problem

_SECONDS = 300.0
_SIGNALS = {one.value: one.name for one in signal.Signals}


def call(which: str, command: Sequence[str], manifest: Path, failed: int) -> Problem | None:
    """Run a command, without a shell, and return what went wrong with it.

    The manifest's path is its last argument; REPORTGEN_MANIFEST and REPORTGEN_FAILED hold it and how many jobs failed.
    """
    environment = {**os.environ, "REPORTGEN_MANIFEST": str(manifest), "REPORTGEN_FAILED": str(failed)}
    try:
        ended = subprocess.run(  # noqa: S603 - the operator's own command
            [*command, str(manifest)],
            env=environment,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return messages.LATE_HOOK.at(which=which, seconds=_SECONDS)
    except (OSError, ValueError) as error:
        return messages.BAD_HOOK.at(which=which, reason=str(error))
    if ended.returncode > 0:
        status = ended.returncode
        return messages.HOOK_FAILED.at(which=which, how_zh=f"以状态 {status} ", how_en=f"with status {status}")
    if ended.returncode < 0:
        name = _SIGNALS.get(-ended.returncode, f"signal {-ended.returncode}")
        return messages.HOOK_FAILED.at(which=which, how_zh=f"被 {name} ", how_en=f"by {name}")
    return None
