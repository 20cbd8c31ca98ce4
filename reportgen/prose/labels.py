"""Labels as people write them: which two mean the same thing, and what a wrong one was probably meant to be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reportgen.data.clean import folded
from reportgen.data.select import near_hint, nearest


@lru_cache(maxsize=65536)
def plain(label: str) -> str:
    """Return `label` without what does not matter: white space, full or half width, upper or lower case."""
    return folded(label)


def hints(name: str, known: Sequence[str]) -> dict[str, str]:
    """Return the fields `hint` and `hint_en` of a message about an unknown name."""
    hint, hint_en = near_hint(known, name)
    return {"hint": hint, "hint_en": hint_en}


def choice_hints(name: str, known: Sequence[str]) -> dict[str, str]:
    """Return the hints about a name that is no choice: the nearest, and all that can be chosen."""
    every = {"hint": f"可以选的有 {'、'.join(known)}。", "hint_en": f"It can be: {', '.join(known)}."}
    if not nearest(known, name):
        return every
    near = hints(name, known)
    return {"hint": near["hint"] + every["hint"], "hint_en": f"{near['hint_en']} {every['hint_en']}"}
