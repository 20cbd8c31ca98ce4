"""Opens a YAML file that somebody named: a regular file of moderate size, in UTF-8, or a problem.

Whether the path may be opened at all (whether it stays under the project's root) is for the caller to judge before.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import Span
from reportgen.yaml_source import messages
from reportgen.yaml_source.parsing import MAX_BYTES, decoded, too_large

_REASONS: dict[type[Exception], tuple[str, str]] = {
    FileNotFoundError: ("没有这个文件", "there is no such file"),
    PermissionError: ("没有读取权限", "no permission to read it"),
}


def source_text(path: Path, file: str, span: Span | None = None) -> str:
    """Return the text of the file at `path`, which problems call `file`; `span` is where the author names it.

    Raises Faulty.
    """
    try:
        # Not to wait for a pipe's other end, and to judge the very file that is then read.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise Faulty([messages.NOT_A_FILE.at(span, path=file)])
            if status.st_size > MAX_BYTES:
                raise Faulty([too_large(status.st_size, file)])
            with os.fdopen(descriptor, "rb", closefd=False) as stream:
                data = stream.read(MAX_BYTES + 1)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise Faulty([unreadable(file, error, span)]) from error
    return decoded(data, file)


def reasons(error: Exception) -> tuple[str, str]:
    """Return why a file could not be read, in Chinese and in English."""
    said = getattr(error, "strerror", None) or str(error)
    return next((reason for kind, reason in _REASONS.items() if isinstance(error, kind)), (said, said))


def unreadable(file: str, error: Exception, span: Span | None = None) -> Problem:
    """Return the problem that `file` could not be read because of `error`."""
    zh, en = reasons(error)
    return messages.UNREADABLE.at(span, path=file, reason_zh=zh, reason_en=en)
