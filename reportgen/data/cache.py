"""Workbooks already read, kept by the SHA-256 of their bytes, so that the next build need not read them again.

An entry is a line with the checksum of what follows, then the workbook in its wire form. Entries are written aside and
renamed, so that runs side by side see whole ones; whatever is damaged or of another version counts as absent and is
written anew. The folder is kept below a size by dropping what was used longest ago.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path

from reportgen.data import wire

ENTRIES = 500
BYTES = 500_000_000
"""What the folder may hold after an entry is written."""


def load(folder: Path, digest: str) -> object:
    """Return the workbook with this digest in its wire form, or None where the folder has no sound entry."""
    path = _entry(folder, digest)
    try:
        checksum, _, body = path.read_bytes().partition(b"\n")
        if checksum.decode("ascii", "replace") != hashlib.sha256(body).hexdigest():
            return None
        found: object = json.loads(body)
        os.utime(path)
    except (OSError, ValueError):
        return None
    return found


def store(folder: Path, digest: str, form: object) -> None:
    """Keep a workbook's wire form; a folder that cannot be written to is no fault, only slower."""
    body = json.dumps(form, ensure_ascii=False, separators=(",", ":")).encode()
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".writing-", dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(body).hexdigest().encode("ascii") + b"\n" + body)
            Path(name).replace(_entry(folder, digest))
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        _prune(folder)


def _entry(folder: Path, digest: str) -> Path:
    return folder / f"workbook-{wire.VERSION}-{digest}.json"


def _prune(folder: Path) -> None:
    known: list[tuple[float, int, Path]] = []
    for path in folder.glob("workbook-*.json"):
        # Another run may have dropped it meanwhile.
        with contextlib.suppress(OSError):
            status = path.stat()
            known.append((status.st_mtime, status.st_size, path))
    held = 0
    for count, (_, size, path) in enumerate(sorted(known, reverse=True), start=1):
        held += size
        if count > ENTRIES or held > BYTES:
            with contextlib.suppress(OSError):
                path.unlink()
