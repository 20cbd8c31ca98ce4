"""The reading subprocess: `python -m reportgen.data.reader PATH…` prints one line of JSON for each workbook.

It limits its own memory and time before it opens anything, since workbooks come from strangers. A line is either the
workbook (`wire`) or `{"fault": code, "fields": {…}}`. Nothing else is printed; whoever calls it knows by a missing
line which workbook was too much.
"""

from __future__ import annotations

import hashlib
import json
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


def main(paths: list[str]) -> None:
    """Print a line for each of `paths`."""
    _limit(SECONDS * max(1, len(paths)))
    warnings.simplefilter("ignore")
    # openpyxl loads these where it finds them, for things that nobody here asks for; without them it starts in half the
    # time and memory.
    for optional in ("numpy", "PIL", "lxml", "defusedxml"):
        sys.modules[optional] = None  # type: ignore[assignment]  # None is how an import is made to fail
    for path in paths:
        line = json.dumps(answer(Path(path)), ensure_ascii=False, separators=(",", ":"))
        sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
        sys.stdout.buffer.flush()


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
