"""Puts a finished set of files in place as one folder, whole or not at all.

Everything is written aside first, in a hidden folder beside the target, and flushed to disk. Where the system can
exchange two folders in one step (Linux `renameat2` with RENAME_EXCHANGE), a reader sees the old set or the new one,
never a mixture. Elsewhere two renames do it, and the name of the folder that was moved away is the journal: the next
run puts it back if the second rename never happened. One process at a time writes below a folder; its lock ends with
it, however it ends, so that what the next one finds aside is what a killed one left.
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from reportgen.diagnostics import Message
from reportgen.errors import Unwritable
from reportgen.locking import Held, hold

UNWRITABLE = Message(
    "publish.unwritable",
    zh="写不进“{folder}”：{reason}",
    en="cannot write {folder}: {reason}",
    hint_zh="原有的文件没有动。检查磁盘空间和权限，或用 -o 换一个文件夹。",
    hint_en="What stood there was not touched. Check free space and permissions, or choose another folder with -o.",
)
LOCKED = Message(
    "publish.locked",
    zh="另一次运行正在写“{folder}”，等了 {seconds:g} 秒还没有写完",
    en="another run is writing {folder} and had not ended after {seconds:g} s",
    hint_zh="原有的文件没有动。等它结束再运行，或用 -o 换一个文件夹。",
    hint_en="What stood there was not touched. Run again when it has ended, or choose another folder with -o.",
)

NAME_BYTES = 255
"""The longest file name that common file systems take, in bytes."""

PATIENCE = 60.0
"""Seconds to wait for another run that is putting files in place, which takes it a moment."""

LOCK = ".reportgen.lock"

_UNSHOWN = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]")
"""Marks that nobody sees and that make a name read otherwise than it is: the direction of text, no width, no line."""

_NEW, _OLD = ".new", ".old"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NO_EXCHANGE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})


def publish(files: Mapping[str, bytes], folder: Path) -> bool:
    """Make `folder` hold exactly `files`; return False where it already does, byte for byte.

    Raises `Unwritable`; what stood in `folder` then still stands.
    """
    try:
        with suppress(FileNotFoundError):  # another run puts it in place just now
            if not any(_aside(folder, left).exists() for left in (_NEW, _OLD)) and _holds(folder, files):
                return False
        folder.parent.mkdir(parents=True, exist_ok=True)
        with locked(folder.parent / LOCK, PATIENCE):
            recover(folder)
            if _holds(folder, files):
                return False
            staged = _aside(folder, _NEW)
            try:
                _stage(files, staged)
                _swap(staged, folder)
            finally:
                shutil.rmtree(staged, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unwritable(UNWRITABLE.at(folder=folder, reason=reason)) from error
    return True


@contextmanager
def locked(lock: Path, patience: float) -> Iterator[None]:
    """Hold the lock file `lock` while inside; raise `Unwritable` where another process still does after `patience`."""
    try:
        with hold(lock, patience):
            yield
    except Held as error:
        raise Unwritable(LOCKED.at(folder=lock.parent, seconds=patience)) from error


def recover(folder: Path) -> None:
    """Undo what a killed run left beside `folder`: put a moved-away folder back, remove a half-written one.

    Whoever calls this holds the lock.
    """
    old = _aside(folder, _OLD)
    if old.exists():
        if folder.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(folder)
    shutil.rmtree(_aside(folder, _NEW), ignore_errors=True)


def recover_all(parent: Path) -> None:
    """Undo what killed runs left of any folder below `parent`."""
    try:
        with locked(parent / LOCK, PATIENCE):
            for left in sorted(parent.iterdir()):
                if left.name.startswith(".") and left.suffix in (_NEW, _OLD) and left.is_dir():
                    recover(parent / left.stem.removeprefix("."))
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unwritable(UNWRITABLE.at(folder=parent, reason=reason)) from error


def write_whole(path: Path, content: bytes) -> bool:
    """Make the file at `path` hold `content`, whole or not at all; return False where it already does.

    Raises `Unwritable`; what stood there then still stands.
    """
    aside = path.with_name(f".{path.name}{_NEW}")
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        _write(aside, content)
        aside.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise Unwritable(UNWRITABLE.at(folder=path, reason=reason)) from error
    return True


def folder_key(name: str) -> str:
    """Return what two names have in common that some file system takes for one: it may not tell case or form apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def fitting_name(name: str, longest_suffix: str) -> str:
    """Return `name` without separators and short enough for a file system once `longest_suffix` is added."""
    shown = _UNSHOWN.sub("", name)
    clean = "".join("-" if c in '/\\:*?"<>|' or ord(c) < 32 else c for c in shown).strip(" .") or "report"
    room = NAME_BYTES - len(longest_suffix.encode())
    return clean.encode()[:room].decode(errors="ignore")


def _aside(folder: Path, what: str) -> Path:
    """Return the hidden folder beside `folder` that its new files are written to, or its old ones moved to."""
    room = NAME_BYTES - 1 - max(len(_NEW), len(_OLD))
    return folder.parent / f".{folder.name.encode()[:room].decode(errors='ignore')}{what}"


def _holds(folder: Path, files: Mapping[str, bytes]) -> bool:
    if not folder.is_dir() or {p.name for p in folder.iterdir()} != set(files):
        return False
    return all((folder / name).read_bytes() == content for name, content in files.items())


def _stage(files: Mapping[str, bytes], staged: Path) -> None:
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir()
    for name, content in files.items():
        _write(staged / name, content)
    _sync_folder(staged)


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _swap(staged: Path, folder: Path) -> None:
    if not folder.exists():
        staged.rename(folder)
    elif not _exchange(staged, folder):
        old = _aside(folder, _OLD)
        folder.rename(old)
        try:
            staged.rename(folder)
        except OSError:
            old.rename(folder)
            raise
        shutil.rmtree(old, ignore_errors=True)
    _sync_folder(folder.parent)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; return False where the system cannot."""
    library = _c_library()
    if library is None or not hasattr(library, "renameat2"):
        return False
    if library.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NO_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


@cache
def _c_library() -> ctypes.CDLL | None:
    return ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
