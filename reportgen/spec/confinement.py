"""Paths that a spec names stay under the project's root, whatever they are made of.

Whether the file is there is for whoever opens it to say. A path is judged by what it leads to, symbolic links followed.
"""

from __future__ import annotations

import re
import stat
from pathlib import Path

from reportgen.diagnostics import Problem
from reportgen.origins import Span
from reportgen.spec import messages

_KINDS = (
    (stat.S_ISDIR, "文件夹", "a folder"),
    (stat.S_ISFIFO, "管道", "a pipe"),
    (stat.S_ISSOCK, "套接字", "a socket"),
    (stat.S_ISCHR, "设备", "a device"),
    (stat.S_ISBLK, "设备", "a device"),
)
_ABSOLUTE = re.compile(r"[/\\~]|[A-Za-z]:")


def path_problem(path: str, folder: Path, root: Path, span: Span | None = None) -> Problem | None:
    """Return what is wrong with `path`, as a file in `folder` says it, under `root` (both resolved), or None."""
    if _ABSOLUTE.match(path):
        return messages.ABSOLUTE_PATH.at(span, path=path)
    if "\\" in path:
        return messages.BACKSLASH.at(span, path=path, right=path.replace("\\", "/"))
    try:
        target = (folder / path).resolve()
        if not target.is_relative_to(root):
            return messages.PATH_OUTSIDE.at(span, path=path)
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RuntimeError) as error:
        # A null byte, a name that is too long, links that go in a circle.
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        return messages.PATH_UNUSABLE.at(span, path=path, reason=reason)
    for is_kind, zh, en in _KINDS:
        if is_kind(mode):
            return messages.PATH_NOT_A_FILE.at(span, path=path, kind_zh=zh, kind_en=en)
    return None
