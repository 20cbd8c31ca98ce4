"""What may be said shortly of a look: `palette` by itself, and a report's own keys over the theme that it names.

The keys in a spec are those of a theme's file; a client's colours are what is changed most.
"""

from __future__ import annotations

from typing import ClassVar

from reportgen.origins import SourceText
from reportgen.theme.schema import PALETTE, ThemeFile
from reportgen.yaml_source import Entry, MappingNode, Node, Scalar, ScalarStyle

CHART = "chart"

WORDS = ("running_head", "header", "footer")
"""What a spec says under `theme` that is no look."""


class OwnKeys(ThemeFile):
    """The keys of a theme that a spec writes in place, among words of the report that it says there too."""

    beside: ClassVar[tuple[str, ...]] = (PALETTE, *WORDS)


def own_keys(node: MappingNode, name: str) -> Node:
    """Return the keys of a spec's theme as those of a theme's file, called `name`."""
    entries = (entry for entry in node.entries if entry.key.text != "name")
    named = Entry(_word("name", node), _word(name, node))
    return written_out(MappingNode((named, *entries), node.span))


def written_out(node: Node) -> Node:
    """Return the keys of a theme with `palette` at its place among those of charts."""
    palette = node.get(PALETTE) if isinstance(node, MappingNode) else None
    if palette is None or not isinstance(node, MappingNode):
        return node
    chart = node.get(CHART)
    said = chart.entries if isinstance(chart, MappingNode) else ()
    own = Entry(_word(PALETTE, palette), palette)
    charts = MappingNode((*(entry for entry in said if entry.key.text != PALETTE), own), palette.span)
    entries = (entry for entry in node.entries if entry.key.text not in (PALETTE, CHART))
    return MappingNode((*entries, Entry(_word(CHART, palette), charts)), node.span)


def _word(text: str, beside: Node) -> Scalar:
    """Return a word that nobody wrote, at the place of what it goes with."""
    span = beside.span
    return Scalar(SourceText(text, span, ((0, span.line, span.column),)), ScalarStyle.PLAIN)
