"""`open_faces`: the faces that a theme names, opened, by name.

A name that is not there is an error with the nearest right name, never another face in its stead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TypeAlias

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.fonts import messages
from reportgen.fonts.face import Face, open_face
from reportgen.fonts.location import face_files

FontBook: TypeAlias = Mapping[str, Face]
"""Opened faces by name."""


def open_faces(names: Iterable[str], own: Path | None = None) -> FontBook:
    """Open faces by name, those of the user's `own` folder before those that ship.

    Raises `Faulty` with a problem for each name that can't be opened.
    """
    files = face_files(own)
    book: dict[str, Face] = {}
    problems: list[Problem] = []
    for name in dict.fromkeys(names):
        if name not in files:
            problems.append(_unknown(name, list(files)))
            continue
        try:
            book[name] = open_face(files[name])
        except Faulty as fault:
            problems.extend(fault.problems)
    if problems:
        raise Faulty(problems)
    return book


def _unknown(name: str, known: list[str]) -> Problem:
    folded = {face.casefold().replace(" ", ""): face for face in known}
    nearest = [folded[face] for face in get_close_matches(name.casefold().replace(" ", ""), folded, n=1)]
    return messages.FACE_UNKNOWN.at(
        name=name,
        nearest_zh="".join(f"是不是想写“{face}”？" for face in nearest),
        nearest_en="".join(f"Did you mean “{face}”? " for face in nearest),
        known=", ".join(sorted(known)) or "—",
    )
