"""Labels as people write them: which two mean the same thing, and which known one was probably meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

SHOWN = 12
"""How many names a hint lists at most."""


def plain(label: str) -> str:
    """Return `label` without what does not matter: white space, full or half width, upper or lower case."""
    return "".join(unicodedata.normalize("NFKC", label).split()).casefold()


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that `name` was probably meant to be, or None.

    Chinese names are short, so that one wrong character weighs much: containment and shared characters count before
    similarity does.
    """
    names = list(dict.fromkeys(known))
    wanted = plain(name)
    if not wanted:
        return None
    within = [other for other in names if wanted in plain(other) or (len(plain(other)) > 1 and plain(other) in wanted)]
    if within:
        return min(within, key=lambda other: abs(len(plain(other)) - len(wanted)))
    by_plain = {plain(other): other for other in names}
    found = get_close_matches(wanted, by_plain, n=1, cutoff=0.45)
    return by_plain[found[0]] if found else None


def hints(name: str, known: Sequence[str]) -> dict[str, str]:
    """Return the fields `hint` and `hint_en` of a message about an unknown name."""
    guess = nearest(name, known)
    if guess is not None:
        return {"hint": f"是不是“{guess}”？", "hint_en": f"did you mean {guess!r}?"}
    if not known:
        return {"hint": "这里没有可用的名字", "hint_en": "there are no names here"}
    shown = list(known[:SHOWN])
    more = " …" if len(known) > SHOWN else ""
    return {"hint": f"可用：{'、'.join(shown)}{more}", "hint_en": f"known: {', '.join(shown)}{more}"}
