"""What a report says of its own look, with its expressions filled in: a client's colour or logo may stand in a list.

Which looks there are is the theme's business; here they are texts like others. What data chose is a decision of the
trail, though it prints nothing.
"""

from __future__ import annotations

from reportgen.errors import Faulty
from reportgen.model.audit import THEME_BLOCK, RecordKind
from reportgen.origins import SourceText
from reportgen.prose.evaluate import phrase
from reportgen.prose.holes import holds_expression
from reportgen.prose.messages import BLANK_FIELD
from reportgen.prose.phrase import Phrase, Told, part_text
from reportgen.prose.pieces import Hole, Words
from reportgen.prose.scope import Scope
from reportgen.prose.text import read_line
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.messages import BLANK_LOOK
from reportgen.yaml_source import Entry, MappingNode, Node, Scalar, SequenceNode


def said_looks(node: MappingNode | None, scope: Scope, ledger: Ledger) -> MappingNode | None:
    """Return the keys of a theme with what their expressions say; None where a problem of theirs is told."""
    if node is None:
        return None
    try:
        made = _filled(node, scope, ledger)
    except Faulty as faulty:
        ledger.note(faulty.problems)
        return None
    assert isinstance(made, MappingNode), "a mapping stays one"
    return made


def _filled(node: Node, scope: Scope, ledger: Ledger) -> Node:
    match node:
        case MappingNode():
            entries = tuple(Entry(entry.key, _filled(entry.value, scope, ledger)) for entry in node.entries)
            return MappingNode(entries, node.span)
        case SequenceNode():
            return SequenceNode(tuple(_filled(item, scope, ledger) for item in node.items), node.span)
        case Scalar() if holds_expression(node.text):
            text, span = _said(node.source, scope, ledger), node.span
            return Scalar(SourceText(text, span, ((0, span.line, span.column),)), node.style)
        case _:
            return node


def _phrase(expression: SourceText, scope: Scope) -> Phrase:
    """Return what an expression says; a blank field is told as one of a theme, where no `when` can ask first."""
    try:
        return phrase(expression, scope)
    except Faulty as faulty:
        blank = [BLANK_LOOK.at(p.span, p.cell) for p in faulty.problems if p.code == BLANK_FIELD.code]
        raise Faulty(blank or faulty.problems) from None


def _said(source: SourceText, scope: Scope, ledger: Ledger) -> str:
    """Return a text with its expressions filled in, with no space that nobody typed: it may be a path."""
    said = ""
    for piece in read_line(source):
        match piece:
            case Words():
                said += piece.text
            case Hole(expression=expression):
                for part in _phrase(expression, scope):
                    if isinstance(part, Told):
                        ledger.record(
                            RecordKind.DECISION, part.text, part.derivation, part.cells, THEME_BLOCK, expression.span
                        )
                    said += part_text(part)
            case _:
                continue
    return said
