"""The reading subprocess: `python -m reportgen.data.reader PATH…` prints one line of JSON for each workbook.

It limits its own memory and time before it opens anything, since workbooks come from strangers. A line is either the
workbook (`wire`) or `{"fault": code, "fields": {…}}`. Nothing else is printed; whoever calls it knows by a missing
line which workbook was too much.

With `--standing` it stays: it is given paths, each as a line of JSON, and has every one read by a copy of itself (fork)
under the same limits, so that no workbook pays for the imports or can harm the next. For a copy that falls the line is
`null`.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import warnings
from pathlib import Path

from reportgen.data import messages, wire
from reportgen.data.package import Refused, check

MEMORY = 1_500_000_000
"""Bytes of address space."""
SECONDS = 30
"""Seconds of processor time for one workbook."""
FILE_SIZE = 100_000_000
"""Bytes that a workbook's file may have."""


STANDING = "--standing"


def main(paths: list[str]) -> None:
    """Print a line for each of `paths`, or stand by."""
    warnings.simplefilter("ignore")
    # openpyxl loads these where it finds them, for things that nobody here asks for; without them it starts in half the
    # time and memory.
    for optional in ("numpy", "PIL", "lxml", "defusedxml"):
        sys.modules[optional] = None  # type: ignore[assignment]  # None is how an import is made to fail
    if paths == [STANDING]:
        _stand_by()
        return
    _limit(SECONDS * max(1, len(paths)))
    for path in paths:
        sys.stdout.buffer.write(_line(Path(path)))
        sys.stdout.buffer.flush()


def _stand_by() -> None:
    from reportgen.data.contents import contents  # noqa: F401, PLC0415 - openpyxl, loaded once for all that are to come

    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(_copied(Path(json.loads(line))) or b"null\n")
        sys.stdout.buffer.flush()


def _copied(path: Path) -> bytes:
    """Return the line that a copy of this process prints for `path`, nothing where it falls."""
    source, target = os.pipe()
    copy = os.fork()
    if copy == 0:
        status = 1
        try:
            os.close(source)
            _limit(SECONDS)
            with os.fdopen(target, "wb") as out:
                out.write(_line(path))
            status = 0
        finally:
            os._exit(status)
    os.close(target)
    with os.fdopen(source, "rb") as told:
        line = told.read()
    return line if os.waitpid(copy, 0)[1] == 0 else b""


def _line(path: Path) -> bytes:
    return json.dumps(answer(path), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def answer(path: Path) -> dict[str, wire.Json]:
    """Return the workbook at `path` in its wire form, or why it is refused."""
    try:
        if path.stat().st_size > FILE_SIZE:
            raise Refused(messages.TOO_BIG, what_zh="文件太大", what_en="the file is too big", limit="100 MB")
        data = path.read_bytes()
        check(data, path.name)
        from reportgen.data.contents import contents  # noqa: PLC0415 - openpyxl, which a refused file never needs

        return wire.encode(contents(data, hashlib.sha256(data).hexdigest()))
    except Refused as refusal:
        return {"fault": refusal.message.code, "fields": dict(refusal.fields)}
    except OSError as error:
        return {"fault": messages.UNREADABLE_FILE.code, "fields": {"reason": error.strerror or type(error).__name__}}
    except MemoryError:
        return {"fault": messages.TOO_SLOW.code, "fields": {}}


def _limit(seconds: int) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    for what, limit in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


if __name__ == "__main__":
    main(sys.argv[1:])
