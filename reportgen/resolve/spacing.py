"""Makes spaces even across the inlines of a paragraph, without touching anything but spaces.

The rule is `cjk.spacing`'s; a number, a word from data and a reference stay as they are, and a space that a boundary
lacks goes to the author's words.
"""

from __future__ import annotations

from dataclasses import replace

from reportgen.cjk.spacing import normalised_parts
from reportgen.model.inline import Footnote, Inline, Inlines, Text


def evenly_spaced(inlines: Inlines) -> Inlines:
    """Return `inlines` with their spaces made even, neighbouring words of one style joined, empty ones dropped.

    The marker of a footnote has no part in it: it stands at once behind the words before it.
    """
    places = [place for place, inline in enumerate(inlines) if not isinstance(inline, Footnote)]
    waiting = [(place, inline) for place, inline in enumerate(inlines) if isinstance(inline, Footnote)]
    texts = [inlines[place].text for place in places]
    spaced: list[Inline] = []
    for index, text in normalised_parts(texts, [not isinstance(inlines[place], Text) for place in places]):
        while index >= 0 and waiting and waiting[0][0] < places[index]:
            _mark(spaced, waiting.pop(0)[1])
        inline = Text(text) if index < 0 else replace(inlines[places[index]], text=text)
        last = spaced[-1] if spaced else None
        if isinstance(last, Text) and isinstance(inline, Text) and _alike(last, inline):
            spaced[-1] = replace(last, text=last.text + inline.text)
        else:
            spaced.append(inline)
    for _, footnote in waiting:
        _mark(spaced, footnote)
    return tuple(spaced)


def _mark(spaced: list[Inline], footnote: Footnote) -> None:
    """Put a footnote behind the last words; a space that they end with goes behind its marker."""
    last = spaced[-1] if spaced else None
    if not isinstance(last, Text) or not last.text.endswith(" "):
        spaced.append(footnote)
        return
    kept = last.text[:-1]
    spaced[-1:] = [*([replace(last, text=kept)] if kept else []), footnote, replace(last, text=" ")]


def _alike(one: Text, other: Text) -> bool:
    return (one.strong, one.emphasis) == (other.strong, other.emphasis)
