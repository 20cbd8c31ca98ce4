"""`open_faces`: the faces that a theme names, opened, by name.

A name that is not there is an error with the nearest right name, never another face in its stead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from reportgen.confinement import path_problem
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.fonts import messages
from reportgen.fonts.face import Face, open_face
from reportgen.fonts.location import FaceFile, face_files
from reportgen.origins import Span

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

    @property
    def digests(self) -> tuple[str, ...]:
        """The SHA-256 of each face's file; of one that ships, what it has to be."""
        shipped = {name: file.sha256 for name, file in self._shipped.items()}
        return tuple(shipped.get(name) or self._opened[name].digest for name in self._names)


def face_problems(
    named: Mapping[str, Span | None], own: Iterable[Path] = (), root: Path | None = None
) -> tuple[Problem, ...]:
    """Return a problem for each face that can't be opened, where it is `named`; `own` are the user's folders of faces.

    What a name leads to stays under `root`, or where none is given in its folder.
    """
    return _all_problems(named, face_files(own), root)


def open_faces(
    names: Iterable[str], own: Iterable[Path] = (), root: Path | None = None, *, cache: Path | None = None
) -> FontBook:
    """Open faces by name, those of the user's `own` folders before those that ship.

    Raises `Faulty` with all of `face_problems`. A file that ships and is damaged is told when its face is first asked
    for; with a `cache` its file is not read again to find that out, unless it has changed.
    """
    files, wanted = face_files(own), tuple(dict.fromkeys(names))
    if problems := _all_problems(dict.fromkeys(wanted), files, root):
        raise Faulty(problems)
    shipped = {name: files[name] for name in wanted if files[name].sha256}
    opened = {name: open_face(files[name]) for name in wanted if name not in shipped}
    return FontBook(opened, shipped, wanted, cache)


def _all_problems(
    named: Mapping[str, Span | None], files: Mapping[str, FaceFile], root: Path | None
) -> tuple[Problem, ...]:
    return tuple(problem for name, span in named.items() for problem in _problems(name, span, files, root))


def _problems(name: str, span: Span | None, files: Mapping[str, FaceFile], root: Path | None) -> Iterable[Problem]:
    file = files.get(name)
    if file is None:
        return [_unknown(name, span, list(files))]
    if file.sha256 and file.path.is_file():
        return ()
    if file.twin:
        return [messages.TWINS.at(span, file=file.path.name, twin=file.twin)]
    folder = file.path.parent
    if not file.sha256 and (stray := path_problem(file.path.name, folder.resolve(), (root or folder).resolve(), span)):
        return [stray]
    try:
        open_face(file)
    except Faulty as fault:
        return [replace(problem, span=span) for problem in fault.problems]
    return ()


@lru_cache(maxsize=SHIPPED)
def _shipped_face(file: FaceFile, cache: Path | None) -> Face:
    return open_face(file, cache)


def _unknown(name: str, span: Span | None, known: list[str]) -> Problem:
    folded = {face.casefold().replace(" ", ""): face for face in known}
    nearest = [folded[face] for face in get_close_matches(name.casefold().replace(" ", ""), folded, n=1)]
    return messages.FACE_UNKNOWN.at(
        span,
        name=name,
        nearest_zh="".join(f"是不是想写“{face}”？" for face in nearest),
        nearest_en="".join(f"Did you mean “{face}”? " for face in nearest),
        known=tuple(sorted(known)),
    )
