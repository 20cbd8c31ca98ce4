"""Footnotes at the foot of their page: a short rule, then the notes in the order of their markers.

How a note is composed is `setting`'s business, on which page it stands `pagination`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.layout.flows import BoxFlow, Flow, SetNote, TextFlow
from reportgen.layout.pagination import Placed
from reportgen.layout.paint import lines
from reportgen.model.pages import Item, Rule
from reportgen.origins import BlockId
from reportgen.theme.look import Theme
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Noted:
    """A footnote on its page: the block of its marker, and the top of the marker's line, in pt from the page's foot."""

    block: BlockId
    note: SetNote
    top: float


def notes_at(flow: Flow, place: Placed, theme: Theme) -> Iterator[Noted]:
    """Yield the footnotes whose markers stand in the strips of `flow` at `place`, in order."""
    top = theme.page.height - theme.page.top - place.y
    match flow:
        case TextFlow(text=text):
            for line, notes in enumerate(text.notes[place.start : place.stop]):
                for note in notes:
                    yield Noted(flow.block, note, top - line * text.style.leading)
        case BoxFlow():
            start, stop = flow.ends[place.start], flow.ends[place.stop]
            rows = [row for text in flow.texts for row in (text.notes or ((),) * len(text.lines))]
            for note in (note for row in rows[start:stop] for note in row):
                yield Noted(flow.block, note, top)
        case _:
            return


def footnotes(noted: Sequence[Noted], theme: Theme) -> Iterator[Item]:
    """Yield the rule and the footnotes of a page, which end where its text may end."""
    if not noted:
        return
    page, look = theme.page, theme.footnote
    texts = [one.note.text for one in noted]
    y = page.bottom + sum(text.style.before + text.height for text in texts)
    if look.rule:
        height = y + look.below + look.rule / 2
        yield Rule(page.left, height, page.left + look.rule_length, height, look.rule, look.rule_colour, noted[0].block)
    for one in noted:
        text = one.note.text
        y -= text.style.before
        yield from lines(text, y, one.block)
        y -= text.height
