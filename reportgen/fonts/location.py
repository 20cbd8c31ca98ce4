"""Where the files of faces lie, and what their checksums should be.

A face's name is its file's name without `.ttf`. A user's own folder comes before the faces that ship. Opening a file is
`face`'s business.
"""

from __future__ import annotations

from pathlib import Path

from reportgen.values import dataclass

SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
"""File endings that make a file a face; all but the first are refused when opened, with the reason."""


@dataclass(frozen=True, slots=True)
class FaceFile:
    """A file of a face. `sha256` is what its content must hash to, empty where nothing is known of it."""

    name: str
    path: Path
    sha256: str = ""


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


def face_files(own: Path | None = None) -> dict[str, FaceFile]:
    """Return every face there is, by name: those of the user's `own` folder, then those that ship.

    A face that ships is listed even where its file is missing, so that opening it says so.
    """
    folder = shipped_folder()
    found = {
        Path(name).stem: FaceFile(Path(name).stem, folder / name, digest)
        for name, digest in checksums(folder).items()
        if name.endswith(SUFFIXES)
    }
    if own is not None and own.is_dir():
        # Sorted backwards by ending, so that X.ttf stands before X.otf where a folder holds both.
        paths = sorted(own.iterdir(), key=lambda path: (path.suffix.lower() == ".ttf", path.name))
        found |= {path.stem: FaceFile(path.stem, path) for path in paths if path.suffix.lower() in SUFFIXES}
    return found
