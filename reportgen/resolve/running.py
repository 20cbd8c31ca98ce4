"""The head and foot of pages where a report words them itself: expressions in double braces, fields in single ones.

Fields stand for what is known elsewhere: {title} and {issue}, and {section}, {page} and {pages}, which only layout
knows. They are looked for in the author's own words and never in what an expression said: data is no markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.model.document import Field, FurnitureLine
from reportgen.model.inline import plain
from reportgen.origins import BlockId, SourceText
from reportgen.prose.labels import hints
from reportgen.prose.scope import Scope
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.messages import FURNITURE_FIELD
from reportgen.resolve.words import line

FIELDS: Mapping[str, Field | None] = {
    "title": None,
    "issue": None,
    "section": Field.SECTION,
    "page": Field.PAGE,
    "pages": Field.PAGES,
}
"""The fields; those that layout fills in, with theirs."""

_PARTS = re.compile(r"(?P<hole>[{｛]{2}.*?[}｝]{2})|[{｛](?P<field>\w+)[}｝]|(?P<tab>\t)", re.DOTALL)


def running_line(
    source: SourceText, words: Mapping[str, str], scope: Scope, block: BlockId, ledger: Ledger
) -> FurnitureLine:
    """Return what a head or foot says; `words` are those of the fields that are known here."""
    parts: list[str | Field] = []
    for piece in _pieces(source):
        if isinstance(piece, SourceText):
            parts.append(_said(piece, scope, block, ledger))
        elif piece == "\t":
            parts.append(piece)
        elif piece not in FIELDS:
            ledger.note([FURNITURE_FIELD.at(source.span, None, field=piece, **hints(piece, list(FIELDS)))])
        else:
            parts.append(FIELDS[piece] or words[piece])
    return tuple(part for part in parts if part)


def _pieces(source: SourceText) -> Iterator[SourceText | str]:
    """Yield stretches of text with their expressions, and the names of fields and the tab between them."""
    begin = 0
    for found in _PARTS.finditer(source.text):
        if found["hole"]:
            continue
        if found.start() > begin:
            yield source.part(begin, found.start())
        yield found["field"] or "\t"
        begin = found.end()
    if begin < len(source.text):
        yield source.part(begin, len(source.text))


def _said(piece: SourceText, scope: Scope, block: BlockId, ledger: Ledger) -> str:
    """Return what a stretch says, with the spaces at its ends, which a text of its own would not have."""
    text = piece.text
    if not text.strip():
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return before + plain(line(piece, scope, block, ledger)) + after
