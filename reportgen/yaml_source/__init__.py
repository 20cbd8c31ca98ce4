"""YAML with the place of everything in it, read into typed values; a bottom room for specs, themes and conventions.

`nodes` are what a source holds, `parsing` makes them from text, `validation` makes values of a model from them. Nothing
is constructed by YAML itself: no tags, no anchors, no guesses at types. What a model means is its own room's business.
"""

from reportgen.yaml_source.nearest import nearest
from reportgen.yaml_source.nodes import Entry, MappingNode, Node, Scalar, ScalarStyle, SequenceNode
from reportgen.yaml_source.opening import reasons, source_text, unreadable
from reportgen.yaml_source.parsing import MAX_BYTES, decoded, parse, scan
from reportgen.yaml_source.validation import ONE_OR_MORE, Refused, checked, read, told_of, validated

__all__ = [
    "MAX_BYTES",
    "ONE_OR_MORE",
    "Entry",
    "MappingNode",
    "Node",
    "Refused",
    "Scalar",
    "ScalarStyle",
    "SequenceNode",
    "checked",
    "decoded",
    "nearest",
    "parse",
    "read",
    "reasons",
    "scan",
    "source_text",
    "told_of",
    "unreadable",
    "validated",
]
