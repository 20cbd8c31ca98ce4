"""Where the files of faces lie, and what their checksums should be.

A face's name is its file's name without `.ttf`. A user's own folders come before the faces that ship. Opening a file is
`face`'s business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from unicodedata import normalize

from reportgen.values import dataclass

SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
"""File endings that make a file a face. An earlier one goes before a later one: families often come in several forms,
and what does not begin as TrueType is refused when it is opened, with the reason."""


@dataclass(frozen=True, slots=True)
class FaceFile:
    """A file of a face. `sha256` is what its content must hash to, empty where nothing is known of it.

    `twin` is another file of that name in the same folder, where there is one: which of both is meant is not certain.
    """

    name: str
    path: Path
    sha256: str = ""
    twin: str = ""


def shipped_folder() -> Path:
    """Return the folder of the faces that ship: inside the package when installed, `assets/fonts` in a clone."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_assets" / "fonts"
    return installed if installed.is_dir() else package.parent / "assets" / "fonts"


def checksums(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file that the folder's `SHA256SUMS` lists, by file name; empty without such a list."""
    listing = folder / "SHA256SUMS"
    if not listing.is_file():
        return {}
    rows = (line.split(maxsplit=1) for line in listing.read_text(encoding="ascii").splitlines())
    return {name: digest for digest, name in rows}


def face_files(own: Iterable[Path] = ()) -> dict[str, FaceFile]:
    """Return every face there is, by name: those of the user's `own` folders, nearest first, then those that ship.

    A face that ships is listed even where its file is missing, so that opening it says so.
    """
    folder = shipped_folder()
    found = {
        Path(name).stem: FaceFile(Path(name).stem, folder / name, digest)
        for name, digest in checksums(folder).items()
        if name.endswith(SUFFIXES)
    }
    for each in reversed(tuple(own)):
        found |= {file.name: file for file in _in_folder(each)}
    return found


def places(names: Iterable[str], own: Iterable[Path]) -> Iterator[Path]:
    """Yield the files in `own` folders that faces of these names are read from, or would be if they were there."""
    wanted = set(names)
    for folder in own:
        yield from (folder / f"{name}{SUFFIXES[0]}" for name in sorted(wanted))
        yield from (path for path in _paths(folder) if name_of(path) in wanted)


def name_of(path: Path) -> str:
    """Return the name of the face in a file; however a disk spells its letters, it is spelled as people type."""
    return normalize("NFC", path.stem)


def _in_folder(folder: Path) -> Iterator[FaceFile]:
    for name, several in groupby(sorted(_paths(folder), key=lambda path: (name_of(path), _rank(path))), name_of):
        first, *others = several
        twin = next((path.name for path in others if _rank(path) == _rank(first)), "")
        yield FaceFile(name, first, twin=twin)


def _paths(folder: Path) -> list[Path]:
    """Return the files of faces in a folder; a hidden one is some system's note on another file."""
    try:
        found = sorted(folder.iterdir())
    except OSError:
        return []
    return [path for path in found if path.suffix.lower() in SUFFIXES and not path.name.startswith(".")]


def _rank(path: Path) -> int:
    return SUFFIXES.index(path.suffix.lower())
