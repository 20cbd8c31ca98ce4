"""The commands that a document shows, and running them as a reader would: in a copy of the project's specs."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
BINARY = ".venv/bin/reportgen"
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def shown(path: Path) -> list[str]:
    """Return the commands of a document, without their prompt."""
    blocks = _BLOCK.findall(path.read_text(encoding="utf-8"))
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines() if line.startswith("$ ")]


def ours(command: str) -> bool:
    """Whether a command runs reportgen itself, or copies a file for one that does."""
    return command.startswith("cp ") or (command.startswith((BINARY, "env -i ")) and BINARY in command)


def copied(folder: Path) -> Path:
    """Return a folder that holds a copy of the specs, as a clone would."""
    shutil.copytree(ROOT / "specs", folder / "specs")
    return folder


def run(command: str, folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command in `folder` with the environment's own reportgen."""
    installed = str(Path(sys.executable).parent / "reportgen")
    arguments = [installed if word == BINARY else word for word in shlex.split(command)]
    return subprocess.run(
        arguments, cwd=folder, env=dict(environment), capture_output=True, text=True, encoding="utf-8", check=False
    )
