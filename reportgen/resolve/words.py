"""Words of the spec → inlines: what an expression says becomes numbers and words with records, the rest stays text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from reportgen.errors import Faulty
from reportgen.model.audit import RecordKind
from reportgen.model.inline import CrossReference, Footnote, Inline, Inlines, Link, Number, Text, Word
from reportgen.origins import BlockId, SourceText
from reportgen.prose.evaluate import phrase
from reportgen.prose.phrase import Phrase, Referred, Told
from reportgen.prose.pieces import Address, FootnotePiece, Hole, Piece, Words
from reportgen.prose.scope import Scope
from reportgen.prose.text import read_line
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.spacing import evenly_spaced


def line(source: SourceText, scope: Scope, block: BlockId, ledger: Ledger) -> Inlines:
    """Return a text of one line (a title, a caption) as inlines; its problems go to the ledger."""
    try:
        return inlines(read_line(source), scope, block, ledger)
    except Faulty as faulty:
        ledger.note_at(source.span, faulty.problems)
        return ()


def inlines(pieces: Iterable[Piece], scope: Scope, block: BlockId, ledger: Ledger) -> Inlines:
    """Return `pieces` as inlines of `block`; an expression that fails leaves a problem and no words."""
    found: list[Inline] = []
    for piece in pieces:
        match piece:
            case Words():
                found.append(Text(piece.text, piece.strong, piece.emphasis))
            case Address(url=url):
                found.append(Link(piece.text, url, piece.strong, piece.emphasis))
            case Hole(expression=expression):
                try:
                    said = phrase(expression, scope)
                except Faulty as faulty:
                    ledger.note_at(expression.span, faulty.problems)
                    continue
                found += _said(said, piece, block, ledger)
            case FootnotePiece(pieces=within):
                ordinal = ledger.footnote()
                identity = BlockId(f"{block}/footnote{ordinal}")
                found.append(Footnote(str(ordinal), ordinal, identity, inlines(within, scope, block, ledger)))
            case _:
                assert_never(piece)
    return evenly_spaced(tuple(found))


def _said(said: Phrase, hole: Hole, block: BlockId, ledger: Ledger) -> Iterator[Inline]:
    """Yield what one expression says; its records are numbered within it."""
    first = ledger.expression(block)
    told = 0
    for part in said:
        match part:
            case str():
                yield Text(part, hole.strong, hole.emphasis)
            case Referred():
                yield CrossReference(part.text, BlockId(part.target), hole.strong, hole.emphasis)
            case Told():
                told += 1
                record_id = first if told == 1 else f"{first}.{told}"
                span = hole.expression.span
                record = ledger.record(part.kind, part.text, part.derivation, part.cells, block, span, record_id)
                if part.note is not None:
                    ledger.note_at(span, [part.note])
                made = Number if part.kind is RecordKind.NUMBER else Word
                yield made(part.text, record, hole.strong, hole.emphasis)
            case _:
                assert_never(part)
