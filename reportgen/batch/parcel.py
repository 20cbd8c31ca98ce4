"""The files that all jobs of a run read, taken at its beginning: a save in the night changes no job of that night.

A folder that is named is there even where nothing in it is read.

On this machine they are laid out once in a folder; to a cluster, whose machines need share no disk, they go as one
value, which each of its workers unpacks once.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Parcel:
    """Files by their path from the project's root, and the digest of them all; a folder is a path that ends in /."""

    files: Mapping[str, bytes]
    digest: str


def gathered(paths: Iterable[Path], root: Path) -> Parcel:
    """Return the files at `paths` under `root`; one that is not there is left out: whoever needs it says so."""
    files: dict[str, bytes] = {}
    for path in sorted(paths):
        if path.is_relative_to(root) and path.is_file():
            files[path.relative_to(root).as_posix()] = path.read_bytes()
        elif path.is_relative_to(root) and path.is_dir():
            files[f"{path.relative_to(root).as_posix()}/"] = b""
    total = sha256()
    for name, content in files.items():
        total.update(f"{name}\0{sha256(content).hexdigest()}\n".encode("utf-8", "surrogateescape"))
    return Parcel(files, total.hexdigest())


def lay_out(parcel: Parcel, folder: Path) -> None:
    """Write the files of a parcel below `folder`."""
    folder.mkdir(parents=True)
    for name, content in parcel.files.items():
        target = folder / name
        if name.endswith("/"):
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def unpacked(parcel: Parcel, room: Path) -> Path:
    """Return the folder in `room` that holds the files of a parcel, laid out when it is first asked for."""
    folder = room / parcel.digest[:32]
    if not folder.exists():
        aside = room / f".{parcel.digest[:32]}-{os.getpid()}-{os.urandom(4).hex()}"
        lay_out(parcel, aside)
        try:
            aside.rename(folder)
        except OSError:
            # Another thread was faster.
            shutil.rmtree(aside, ignore_errors=True)
    return folder
