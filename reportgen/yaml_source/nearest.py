"""The right name nearest to a wrong one, for hints.

Names here are often two or three Chinese characters, where one wrong character is half of the name; short names
therefore need to agree less.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

_LONG = 0.65
_SHORT = 0.5
_SHORT_LENGTH = 4
_LONGEST = 100  # characters; nothing longer was meant as a name


def nearest(word: str, names: Iterable[str], likeness: float | None = None) -> str | None:
    """Return the name most like `word` (case, width and white space do not matter), or None where none is like it.

    `likeness`, up to 1, is how like it must be where that does not go by its length.
    """
    if len(word) > _LONGEST:
        return None
    wanted = _plain(word)
    best: tuple[float, str] | None = None
    for name in names:
        candidate = _plain(name)
        ratio = SequenceMatcher(None, wanted, candidate, autojunk=False).ratio()
        usual = _SHORT if max(len(wanted), len(candidate)) <= _SHORT_LENGTH else _LONG
        if ratio >= (usual if likeness is None else likeness) and (best is None or ratio > best[0]):
            best = (ratio, name)
    return best[1] if best else None


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
