"""Captions with live numbers: how Word will count them, and where its count must be set right.

A `SEQ` field counts on by one; a pinned number, or one that follows a figure left out, carries a restart.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.model.block import ChartFigure, ImageFigure, Table
from reportgen.model.document import Document, blocks_and_parts
from reportgen.origins import BlockId
from reportgen.writers.docx import fields


def caption_fields(document: Document) -> Mapping[BlockId, str]:
    """Return the instruction of each caption's number, by block."""
    instructions: dict[BlockId, str] = {}
    counts: dict[str, int] = {}
    for block in blocks_and_parts(document):
        if not isinstance(block, Table | ChartFigure | ImageFigure) or block.caption is None:
            continue
        caption = block.caption
        name = fields.sequence_name(caption.label, caption.kind.value)
        follows = counts.get(name, 0) + 1 == caption.ordinal
        instructions[block.id] = fields.sequence(name, None if follows else caption.ordinal)
        counts[name] = caption.ordinal
    return instructions
