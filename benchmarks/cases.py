"""The cases: what is set, how often a paragraph changes, and what we want to reach."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import work
from benchmarks.work import Work


@dataclass(frozen=True, slots=True)
class Case:
    """A case; `goals` are the most that our wall time may be of a peer's, `memory` the most MiB we may take.

    `prepare` makes the inputs of the size given (None: the usual one) in a folder, in the environment given. `before`
    alters them ahead of each round; a case without it is cold. In a `watched` case ours is open all the time, and its
    figures begin with that alteration.
    """

    name: str
    what: str
    prepare: Callable[[Path, Mapping[str, str], int | None], Work]
    goals: Mapping[str, float] = field(default_factory=dict)
    memory: float | None = None
    before: Callable[[Work, int], None] | None = None
    watched: bool = False


CASES = (
    Case(
        "bulletin",
        "the monthly bulletin, both files, cold",
        lambda folder, environment, _: work.bulletin(folder, environment),
        {"word": 0.5, "typst": 0.6},
    ),
    Case(
        "changed",
        "the monthly bulletin again, one paragraph changed",
        lambda folder, environment, _: work.bulletin(folder, environment),
        {"word": 0.2, "typst": 0.2},
        before=work.alter,
    ),
    Case(
        "saved",
        "the monthly bulletin again, one paragraph saved while ours is watching",
        lambda folder, environment, _: work.bulletin(folder, environment),
        {"word": 0.2, "typst": 0.2},
        before=work.alter,
        watched=True,
    ),
    Case(
        "book",
        "500,000 characters in chapters, both files",
        lambda folder, _, size: work.book(folder, size or 500_000),
        {"typst": 1.0},
        memory=250,
    ),
    Case(
        "table",
        "10,000 rows × 8 columns from a workbook, both files",
        lambda folder, _, size: work.table(folder, size or 10_000),
        {"typst": 0.5},
    ),
    Case(
        "briefings",
        "50 briefings of 3 pages, 4 charts and a table, both files of each",
        lambda folder, environment, size: work.briefings(folder, environment, size or 50),
        {"word": 0.25, "typst": 0.25},
    ),
)
