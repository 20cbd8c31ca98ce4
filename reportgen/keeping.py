"""What earlier runs worked out, kept in a folder by a digest of what it was worked out from.

An entry is a line with the checksum of what follows, then JSON. Entries are written aside and renamed, so that runs
side by side see whole ones; whatever is damaged or of another version counts as absent and is written anew. A shelf is
brought below its size, every so often, by dropping what was used longest ago. The whole folder may be deleted at any
time. What an entry holds, and whether it makes sense, is for the room that keeps it to say.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from reportgen.diagnostics import Message
from reportgen.values import dataclass

NO_TEMPORARY = Message(
    "temporary.none",
    zh="没有一个能写的临时文件夹",
    en="there is no temporary folder that can be written to",
    hint_zh="用 TMPDIR 指一个能写的文件夹，或让缓存（XDG_CACHE_HOME）能写；systemd 的服务里写 PrivateTmp=true。",
    hint_en="Name one that can be by TMPDIR, or make the cache (XDG_CACHE_HOME) writable; in a systemd service, write "
    "PrivateTmp=true.",
)
_ASIDE = ".writing-"
_TURNS = ("00", "01", "02", "03")
"""How the digests begin that have a shelf brought below its size: one in 64. To look through a full folder takes as
long as to draw a chart, and a night stores thousands."""
_FORGOTTEN = 24 * 3600.0
"""After how many seconds a file that is being written must be what a killed run left behind."""


def cache_folder() -> Path | None:
    """Return where things are kept, None for a user without a home."""
    try:
        return Path(platformdirs.user_cache_dir("reportgen"))
    except RuntimeError:
        return None


@dataclass(frozen=True, slots=True)
class Shelf:
    """The entries of one kind in a folder, and how many of them and bytes it is brought below every so often.

    A higher `version` leaves behind the entries of those before it.
    """

    kind: str
    version: int
    entries: int
    size: int

    def path(self, folder: Path, digest: str) -> Path:
        """Return where the entry with this digest lies."""
        return folder / f"{self.kind}-{self.version}-{digest}.json"


def load(folder: Path, shelf: Shelf, digest: str) -> object:
    """Return what is kept under a digest, or None where the shelf has no sound entry."""
    path = shelf.path(folder, digest)
    try:
        checksum, _, body = path.read_bytes().partition(b"\n")
        if checksum.decode("ascii", "replace") != hashlib.sha256(body).hexdigest():
            return None
        found: object = json.loads(body)
    except (OSError, ValueError):
        return None
    with contextlib.suppress(OSError):  # the folder may be read-only
        os.utime(path)
    return found


def store(folder: Path, shelf: Shelf, forms: Mapping[str, object]) -> None:
    """Keep forms that JSON can hold by their digests; a folder that cannot be written to is no fault, only slower."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        for digest, form in forms.items():
            _write(shelf.path(folder, digest), json.dumps(form, ensure_ascii=False, separators=(",", ":")).encode())
        if any(digest.startswith(_TURNS) for digest in forms):
            _prune(folder, shelf)


def _write(path: Path, body: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=_ASIDE, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(body).hexdigest().encode("ascii") + b"\n" + body)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _prune(folder: Path, shelf: Shelf) -> None:
    known: list[tuple[float, int, str]] = []
    with os.scandir(folder) as files:
        for file in files:
            # Another run may have dropped it meanwhile.
            with contextlib.suppress(OSError):
                if file.name.startswith(f"{shelf.kind}-"):
                    status = file.stat()
                    known.append((status.st_mtime, status.st_size, file.path))
                elif file.name.startswith(_ASIDE) and file.stat().st_mtime < time.time() - _FORGOTTEN:
                    Path(file.path).unlink()
    held = 0
    for count, (_, size, path) in enumerate(sorted(known, reverse=True), start=1):
        held += size
        if count > shelf.entries or held > shelf.size:
            with contextlib.suppress(OSError):
                Path(path).unlink()
