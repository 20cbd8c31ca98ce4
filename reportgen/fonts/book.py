"""`open_faces`: the faces that a theme names, opened, by name.

A name that is not there is an error with the nearest right name, never another face in its stead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.fonts import messages
from reportgen.fonts.face import Face, open_face
from reportgen.fonts.location import FaceFile, face_files

SHIPPED = 16
"""How many of the faces that ship stay open in a process: all of them."""


class FontBook(Mapping[str, Face]):
    """Faces by name. One that ships is opened when it is first asked for: most documents use few of a theme's."""

    def __init__(
        self, opened: Mapping[str, Face], shipped: Mapping[str, FaceFile], names: Iterable[str], cache: Path | None
    ) -> None:
        self._opened = dict(opened)
        self._shipped = shipped
        self._names = tuple(names)
        self._cache = cache

    def __getitem__(self, name: str) -> Face:
        face = self._opened.get(name)
        if face is None:
            face = self._opened[name] = _shipped_face(self._shipped[name], self._cache)
        return face

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def open_faces(names: Iterable[str], own: Path | None = None, *, cache: Path | None = None) -> FontBook:
    """Open faces by name, those of the user's `own` folder before those that ship.

    Raises `Faulty` with a problem for each name that can't be opened. A file that ships and is damaged is told when its
    face is first asked for; with a `cache` its file is not read again to find that out, unless it has changed.
    """
    files = face_files(own)
    wanted = tuple(dict.fromkeys(names))
    opened: dict[str, Face] = {}
    shipped: dict[str, FaceFile] = {}
    problems: list[Problem] = []
    for name in wanted:
        if name not in files:
            problems.append(_unknown(name, list(files)))
        elif files[name].sha256 and files[name].path.is_file():
            shipped[name] = files[name]
        else:
            try:
                opened[name] = open_face(files[name])
            except Faulty as fault:
                problems.extend(fault.problems)
    if problems:
        raise Faulty(problems)
    return FontBook(opened, shipped, wanted, cache)


@lru_cache(maxsize=SHIPPED)
def _shipped_face(file: FaceFile, cache: Path | None) -> Face:
    return open_face(file, cache)


def _unknown(name: str, known: list[str]) -> Problem:
    folded = {face.casefold().replace(" ", ""): face for face in known}
    nearest = [folded[face] for face in get_close_matches(name.casefold().replace(" ", ""), folded, n=1)]
    return messages.FACE_UNKNOWN.at(
        name=name,
        nearest_zh="".join(f"是不是想写“{face}”？" for face in nearest),
        nearest_en="".join(f"Did you mean “{face}”? " for face in nearest),
        known=", ".join(sorted(known)) or "—",
    )
