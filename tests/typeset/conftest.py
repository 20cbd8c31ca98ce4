"""Widths by hand: no font is needed to test composition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.cjk.faces import face_runs
from reportgen.typeset import Run

NARROW = {".": 0.25, ",": 0.25, "%": 0.833, " ": 0.25, ")": 0.333, "(": 0.333}
"""Advances in em of narrow characters; digits and letters have half an em, all else one."""

RunsOf = Callable[..., list[Run]]


@pytest.fixture(scope="session")
def runs_of() -> RunsOf:
    """Return what makes runs of a text: one for each stretch of one face, digits as wide as Times New Roman's."""

    def made(text: str, size: float = 1.0) -> list[Run]:
        return [
            Run(text[start:end], [(1.0 if chinese else NARROW.get(char, 0.5)) * size for char in text[start:end]], size)
            for start, end, chinese in face_runs(text)
        ]

    return made
