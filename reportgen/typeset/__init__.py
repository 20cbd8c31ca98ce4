"""Composition of paragraphs: runs of known advances and a measure become lines.

Knows no font file and no page: advances are given, positions are returned.
"""

from reportgen.typeset.compose import compose
from reportgen.typeset.parameters import DEFAULT, Parameters
from reportgen.typeset.run import Align, Line, Piece, Run

__all__ = ["DEFAULT", "Align", "Line", "Parameters", "Piece", "Run", "compose"]
