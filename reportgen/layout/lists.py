"""Items of lists: each is a text of its own whose marker stands in the line like words of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.layout.flows import SetLines
from reportgen.layout.runs import Said
from reportgen.layout.setting import Setting, set_lines
from reportgen.model.block import ListBlock, ListItem
from reportgen.model.pages import ListNumbering, Node, Path, Tag
from reportgen.roles import Role


def item_lines(block: ListBlock, setting: Setting, *, above: Path = (), inset: float = 0.0) -> tuple[SetLines, ...]:
    """Compose the items of a list, which stands below `above` in the structure and `inset` pt within the measure."""
    numbered = any(block.formats)
    root = Node(Tag.L, block.id, numbering=ListNumbering.DECIMAL if numbered else ListNumbering.DISC)
    return tuple(
        _item(item, setting, block.role, (*above, root, Node(Tag.LI, f"{block.id}/{index}")), inset)
        for index, item in enumerate(block.items)
    )


def _item(item: ListItem, setting: Setting, role: Role, path: Path, inset: float) -> SetLines:
    """Compose an item; deeper levels stand an indent further in."""
    style = setting.style(role)
    style = replace(style, left_indent_em=style.left_indent_em + item.level * style.first_indent_em)
    key = path[-1].key
    label, body = Node(Tag.LBL, f"{key}/label"), Node(Tag.LBODY, f"{key}/body")
    pieces = (Said(item.marker), *setting.said(item.inlines))
    text = set_lines(setting, pieces, style, (*path, body), inset=inset)
    marker = sum(1 for _ in _of_marker(text, len(item.marker)))
    return replace(text, marker=marker, marker_path=(*path, label))


def _of_marker(text: SetLines, length: int) -> Iterator[int]:
    """Yield the runs that make up the marker: the first ones, as long as the marker is."""
    begin = 0
    for index, run in enumerate(text.text.runs):
        if begin >= length:
            return
        yield index
        begin += len(run.text)
