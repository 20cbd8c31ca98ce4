"""The audit trail: for each number, word and decision that data made, where it came from.

Pages stand in a separate map (`Geometry.pages_of`), since the trail is known before there are any.
"""

from __future__ import annotations

from enum import StrEnum

from reportgen.origins import BlockId, CellRef, RecordId, Span
from reportgen.values import dataclass

THEME_BLOCK = BlockId("theme")
"""Stands for the theme's keys, which are no block: what data chose of the look is a decision there."""


class RecordKind(StrEnum):
    """What data chose: a number's digits, a word, a name, a point of a chart, or a decision (`sort`, `holds`)."""

    NUMBER = "number"
    WORD = "word"
    NAME = "name"
    POINT = "point"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class CellUse:
    """A cell as it was read: `raw` is its content as the workbook holds it, `format` its number format code."""

    ref: CellRef
    raw: str
    format: str = "General"


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that data decided.

    `text` is as printed (for a decision: what was decided); `derivation` says in the expression's own words how it came
    about (图1[2024] − 图1[2023]); `cells` are all cells it depends on.
    """

    id: RecordId
    kind: RecordKind
    text: str
    derivation: str
    cells: tuple[CellUse, ...]
    block: BlockId
    span: Span


@dataclass(frozen=True, slots=True)
class Label:
    """A cell that says a label of a chart or a table: no record tells of it, since it decides nothing."""

    block: BlockId
    use: CellUse


@dataclass(frozen=True, slots=True)
class AuditTrail:
    """All records, in the order in which their blocks stand, and the labels that are shown beside them."""

    records: tuple[Record, ...] = ()
    labels: tuple[Label, ...] = ()
