"""What a report's own spec says of its look, over the theme that it names.

The keys are those of a theme's file; `palette` may stand by itself, since a client's colours are what is changed most.
"""

from __future__ import annotations

from reportgen.origins import SourceText
from reportgen.theme.schema import ThemeFile
from reportgen.yaml_source import Entry, MappingNode, Node, Scalar, ScalarStyle, validated

PALETTE = "palette"
CHART = "chart"


def own_file(node: MappingNode, name: str) -> ThemeFile:
    """Return the keys of a spec's theme as a theme's file, called `name`. Raises Faulty with every problem."""
    entries = [entry for entry in node.entries if entry.key.text not in (PALETTE, "name")]
    if (palette := node.get(PALETTE)) is not None:
        chart = node.get(CHART)
        own = Entry(_word(PALETTE, palette), palette)
        said = chart.entries if isinstance(chart, MappingNode) else ()
        charts: Node = MappingNode((*(e for e in said if e.key.text != PALETTE), own), palette.span)
        entries = [entry for entry in entries if entry.key.text != CHART] + [Entry(_word(CHART, palette), charts)]
    named = Entry(_word("name", node), _word(name, node))
    return validated(MappingNode((named, *entries), node.span), ThemeFile)


def _word(text: str, beside: Node) -> Scalar:
    """Return a word that nobody wrote, at the place of what it goes with."""
    span = beside.span
    return Scalar(SourceText(text, span, ((0, span.line, span.column),)), ScalarStyle.PLAIN)
