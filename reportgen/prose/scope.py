"""`Scope`: what the names in an expression mean at one place of a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from reportgen.origins import Span
from reportgen.periods import Period
from reportgen.prose.entries import ChosenRow
from reportgen.prose.selection import Selection
from reportgen.values import dataclass

Named: TypeAlias = Selection | ChosenRow | Period | str | Decimal | date


@dataclass(frozen=True, slots=True)
class Reference:
    """How a figure or table is referred to: `text` (图 1), and `wrapped` as 见. prints it (（参见图 1）).

    `target` is its block's id.
    """

    text: str
    wrapped: str
    target: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Names of data and parameters, references by id, and the house's digits by unit.

    `printed_basis` takes changes of the values as they are printed, so that a reader who subtracts gets the same.
    `dropped` are the ids that a derived report, or a condition on data, took out, each with the place that says so:
    见. prints nothing for them. `iso_periods` prints periods in their short form (2025-03), for names of files.
    `choices` are, by the name of a parameter to choose, what it can be.
    `withheld` are names whose own problems have been told: what uses one fails without a problem of its own.
    """

    names: Mapping[str, Named] = field(default_factory=dict)
    current: Period | None = None
    references: Mapping[str, Reference] = field(default_factory=dict)
    dropped: Mapping[str, Span] = field(default_factory=dict)
    house: Mapping[str, int] = field(default_factory=dict)
    printed_basis: bool = False
    iso_periods: bool = False
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    withheld: frozenset[str] = frozenset()

    @property
    def judged(self) -> Mapping[str, int]:
        """Digits by unit that conditions are judged at: the house's are how numbers look, unless printed ones count."""
        return self.house if self.printed_basis else {}
