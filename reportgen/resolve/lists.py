"""A Markdown list → `ListBlock`: markers as printed, and the number format of each level."""

from __future__ import annotations

from reportgen.conventions.sayings import Conventions
from reportgen.model.block import ListBlock, ListItem
from reportgen.numbering import NumberFormat, Numeral, written
from reportgen.origins import BlockId
from reportgen.prose.scope import Scope
from reportgen.prose.text import TextItem, TextList
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.words import inlines
from reportgen.roles import Role


def list_block(passage: TextList, block: BlockId, scope: Scope, conventions: Conventions, ledger: Ledger) -> ListBlock:
    """Return the list; its numbers keep the mark that the author typed after them (`1)` or `1.`)."""
    formats: dict[int, NumberFormat | None] = {}
    items: list[ListItem] = []
    for item in passage.items:
        number_format = _format(item)
        formats.setdefault(item.level, number_format)
        counter = item.counter or 0
        marker = f"{conventions.bullet} " if number_format is None else written(number_format, counter)
        items.append(ListItem(item.level, marker, inlines(item.pieces, scope, block, ledger), counter))
    levels = tuple(formats.get(level) for level in range(max(formats, default=0) + 1))
    return ListBlock(block, Role.LIST_ITEM, passage.span, tuple(items), levels)


def _format(item: TextItem) -> NumberFormat | None:
    return None if item.counter is None else NumberFormat(Numeral.DECIMAL, "", f"{item.delimiter} ")
