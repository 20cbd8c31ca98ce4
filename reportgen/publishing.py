"""Puts a finished set of files in place as one folder, whole or not at all.

Everything is written aside first, in a hidden folder beside the target, and flushed to disk. Where the system can
exchange two folders in one step (Linux `renameat2` with RENAME_EXCHANGE), a reader sees the old set or the new one,
never a mixture. Elsewhere two renames do it, and the name of the folder that was moved away is the journal: the next
run puts it back if the second rename never happened.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import errno
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from reportgen.diagnostics import Message
from reportgen.errors import Unwritable

UNWRITABLE = Message(
    "publish.unwritable",
    zh="写不进“{folder}”：{reason}",
    en="cannot write {folder}: {reason}",
    hint_zh="原有的文件没有动。检查磁盘空间和权限，或用 -o 换一个文件夹。",
    hint_en="What stood there was not touched. Check free space and permissions, or choose another folder with -o.",
)

NAME_BYTES = 255
"""The longest file name that common file systems take, in bytes."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NO_EXCHANGE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})


def publish(files: Mapping[str, bytes], folder: Path) -> bool:
    """Make `folder` hold exactly `files`; return False where it already does, byte for byte.

    Raises `Unwritable`; what stood in `folder` then still stands.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        recover(folder)
        if _holds(folder, files):
            return False
        staged = folder.parent / f".{_fitted(folder.name)}.new-{os.getpid()}"
        try:
            _stage(files, staged)
            _swap(staged, folder)
        finally:
            shutil.rmtree(staged, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unwritable(UNWRITABLE.at(folder=folder, reason=reason)) from error
    return True


def recover(folder: Path) -> None:
    """Undo what a killed run left beside `folder`: put a moved-away folder back, remove half-written ones."""
    name = _fitted(folder.name)
    for old in sorted(folder.parent.glob(f".{_literal(name)}.old-*")):
        if not folder.exists():
            old.rename(folder)
        else:
            shutil.rmtree(old, ignore_errors=True)
    for staged in folder.parent.glob(f".{_literal(name)}.new-*"):
        if not _alive(staged.name.rpartition("-")[2]):
            shutil.rmtree(staged, ignore_errors=True)


def fitting_name(name: str, longest_suffix: str) -> str:
    """Return `name` without separators and short enough for a file system once `longest_suffix` is added."""
    clean = "".join("-" if c in '/\\:*?"<>|' or ord(c) < 32 else c for c in name).strip(" .") or "report"
    room = NAME_BYTES - len(longest_suffix.encode())
    return clean.encode()[:room].decode(errors="ignore")


def _fitted(name: str) -> str:
    return name.encode()[: NAME_BYTES - 24].decode(errors="ignore")


def _literal(name: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _alive(process: str) -> bool:
    if not process.isdigit() or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _holds(folder: Path, files: Mapping[str, bytes]) -> bool:
    if not folder.is_dir() or {p.name for p in folder.iterdir()} != set(files):
        return False
    return all((folder / name).read_bytes() == content for name, content in files.items())


def _stage(files: Mapping[str, bytes], staged: Path) -> None:
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir()
    for name, content in files.items():
        with (staged / name).open("xb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
    _sync_folder(staged)


def _swap(staged: Path, folder: Path) -> None:
    if not folder.exists():
        staged.rename(folder)
    elif not _exchange(staged, folder):
        old = folder.parent / f".{_fitted(folder.name)}.old-{os.getpid()}"
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
    library = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    if library.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NO_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
