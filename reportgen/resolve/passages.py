"""Passages of Markdown → paragraphs and lists, of the text or of a box."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from reportgen.conventions.sayings import Conventions
from reportgen.model.block import ListBlock, Paragraph
from reportgen.origins import BlockId
from reportgen.prose.scope import Scope
from reportgen.prose.text import Passage, TextList, TextParagraph
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.lists import list_block
from reportgen.resolve.words import inlines
from reportgen.roles import Role


def passage_blocks(
    passages: Iterable[Passage], block: BlockId, scope: Scope, conventions: Conventions, ledger: Ledger
) -> tuple[Paragraph | ListBlock, ...]:
    """Return the paragraphs and lists of a text; only the first keeps the block's own id."""
    made: list[Paragraph | ListBlock] = []
    for index, passage in enumerate(passages):
        passage_id = block if index == 0 else BlockId(f"{block}-{index + 1}")
        made.append(_passage(passage, passage_id, scope, conventions, ledger))
    return tuple(made)


def boxed_blocks(
    passages: Iterable[Passage], box: BlockId, scope: Scope, conventions: Conventions, ledger: Ledger
) -> tuple[Paragraph | ListBlock, ...]:
    """Return the paragraphs and lists of a box. Their records are the box's, which is the block that has a page."""
    made: list[Paragraph | ListBlock] = []
    for index, passage in enumerate(passages, 1):
        said = _passage(passage, box, scope, conventions, ledger)
        made.append(replace(said, id=BlockId(f"{box}/{index}"), role=Role.BOX_TEXT))
    return tuple(made)


def _passage(
    passage: Passage, block: BlockId, scope: Scope, conventions: Conventions, ledger: Ledger
) -> Paragraph | ListBlock:
    match passage:
        case TextParagraph(pieces=pieces):
            return Paragraph(block, Role.BODY, passage.span, inlines(pieces, scope, block, ledger))
        case TextList():
            return list_block(passage, block, scope, conventions, ledger)
        case _:
            assert_never(passage)
