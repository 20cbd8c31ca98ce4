"""Makes spaces even across the inlines of a paragraph, without touching anything but spaces.

The rule is `cjk.spacing`'s; a number, a word from data and a reference stay as they are, and a space that a boundary
lacks goes to the author's words.
"""

from __future__ import annotations

from dataclasses import replace

from reportgen.cjk.spacing import normalised_parts
from reportgen.model.inline import Inline, Inlines, Text


def evenly_spaced(inlines: Inlines) -> Inlines:
    """Return `inlines` with their spaces made even, neighbouring words of one style joined, empty ones dropped."""
    texts = [inline.text for inline in inlines]
    spaced: list[Inline] = []
    for index, text in normalised_parts(texts, [not isinstance(inline, Text) for inline in inlines]):
        inline = Text(text) if index < 0 else replace(inlines[index], text=text)
        last = spaced[-1] if spaced else None
        if isinstance(last, Text) and isinstance(inline, Text) and _alike(last, inline):
            spaced[-1] = replace(last, text=last.text + inline.text)
        else:
            spaced.append(inline)
    return tuple(spaced)


def _alike(one: Text, other: Text) -> bool:
    return (one.strong, one.emphasis) == (other.strong, other.emphasis)
