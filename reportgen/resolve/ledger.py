"""The ledger: where a resolving run notes what data decided, and what is wrong.

The one place of resolve with state: records get their ids here, in the order in which they are printed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from reportgen.diagnostics import Problem, in_order
from reportgen.model.audit import AuditTrail, CellUse, Label, Record, RecordKind
from reportgen.model.inline import Inlines, Number, Word
from reportgen.origins import BlockId, CellRef, RecordId, Span


class Ledger:
    """Collects the records and the problems of one run."""

    def __init__(self) -> None:
        self._records: list[Record] = []
        self._problems: list[Problem] = []
        self._labels: list[Label] = []
        self._counts: Counter[BlockId] = Counter()
        self._footnotes = 0

    def expression(self, block: BlockId) -> str:
        """Return what the ids of the records of `block`'s next expression (or cell, or point) begin with."""
        self._counts[block] += 1
        return f"{block}#{self._counts[block]}"

    def footnote(self) -> int:
        """Return the number of the next footnote of the document."""
        self._footnotes += 1
        return self._footnotes

    def record(
        self,
        kind: RecordKind,
        text: str,
        derivation: str,
        cells: Iterable[CellUse],
        block: BlockId,
        span: Span,
        record_id: str | None = None,
    ) -> RecordId:
        """Note one thing that data decided and return its id; cells are kept once, in order.

        An expression that says several things gives them ids of its own, so that its saying more or less leaves the
        ids of those after it alone.
        """
        given = RecordId(record_id or self.expression(block))
        self._records.append(Record(given, kind, text, derivation, tuple(dict.fromkeys(cells)), block, span))
        return given

    def label(self, block: BlockId, cells: Iterable[CellUse]) -> None:
        """Note the cells that say the labels which a chart or a table shows."""
        self._labels += (Label(block, use) for use in cells)

    def cell_of(self, said: Inlines) -> CellRef | None:
        """Return the first cell that what was said depends on, None where all of it was typed."""
        told = {inline.record for inline in said if isinstance(inline, Number | Word)}
        return next((use.ref for record in self._records if record.id in told for use in record.cells), None)

    def note(self, problems: Iterable[Problem]) -> None:
        """Note problems; the run goes on."""
        self._problems.extend(problems)

    def note_at(self, span: Span, problems: Iterable[Problem]) -> None:
        """Note problems, those without a place in the spec at `span`."""
        self.note(replace(p, span=span) if p.span is None else p for p in problems)

    @property
    def trail(self) -> AuditTrail:
        """All records so far."""
        return AuditTrail(tuple(self._records), tuple(self._labels))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems so far, each once, in the order of the spec."""
        return in_order(self._problems)
