"""Makes spaces even across the inlines of a paragraph, without touching anything but spaces.

The rule for a text as a whole is `cjk.spacing.normalised`; here its result is handed back to the inlines. A space that
the rule adds between two inlines goes to the author's words, never into a number.
"""

from __future__ import annotations

from dataclasses import replace

from reportgen.cjk.spacing import normalised
from reportgen.model.inline import Inline, Inlines, Text, plain


def evenly_spaced(inlines: Inlines) -> Inlines:
    """Return `inlines` with their spaces made even, neighbouring words of one style joined, empty ones dropped."""
    texts = _shared_out(normalised(plain(inlines)), [inline.text for inline in inlines])
    spaced: list[Inline] = []
    for inline, (before, text) in zip(inlines, texts, strict=True):
        if isinstance(inline, Text):
            _append(spaced, replace(inline, text=before + text))
        else:
            _append(spaced, Text(before))
            _append(spaced, replace(inline, text=text))
    return tuple(spaced)


def _append(spaced: list[Inline], inline: Inline) -> None:
    if not inline.text:
        return
    last = spaced[-1] if spaced else None
    if isinstance(last, Text) and isinstance(inline, Text) and (_alike(last, inline) or not inline.text.strip()):
        spaced[-1] = replace(last, text=last.text + inline.text)
    else:
        spaced.append(inline)


def _alike(one: Text, other: Text) -> bool:
    return (one.strong, one.emphasis) == (other.strong, other.emphasis)


def _shared_out(whole: str, texts: list[str]) -> list[tuple[str, str]]:
    """Return, for each of `texts`, the spaces before it and its share of `whole`, which differs only in spaces."""
    shares: list[tuple[str, str]] = []
    at = 0
    for text in texts:
        letters = sum(not c.isspace() for c in text)
        start = at
        while at < len(whole) and whole[at].isspace():
            at += 1
        before, begin = whole[start:at], at
        while letters:
            letters -= not whole[at].isspace()
            at += 1
        shares.append((before, whole[begin:at]))
    if shares and at < len(whole):
        before, text = shares[-1]
        shares[-1] = (before, text + whole[at:])
    return shares
