"""What one half of the spine hands to the other: what a report says, before anything is known of how it looks."""

from __future__ import annotations

from pathlib import Path

from reportgen.diagnostics import Problem
from reportgen.model.audit import AuditTrail
from reportgen.model.document import Document
from reportgen.origins import CellRef
from reportgen.request import ThemeChoice
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Composed:
    """A document with its audit trail, the name its files take, and what is to be said about it.

    `given` are the parameters that a list gives, each with its cell.
    """

    document: Document
    trail: AuditTrail
    name: str
    theme: ThemeChoice
    root: Path
    problems: tuple[Problem, ...]
    cache: Path | None = None
    given: tuple[tuple[str, CellRef], ...] = ()
