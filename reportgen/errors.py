"""The tree of errors that reportgen raises.

    ReportgenError
    ├── Faulty        the spec, a workbook or the theme is at fault; carries located problems
    ├── Misused       a command was called wrongly
    └── Unwritable    an output could not be put in place; the old one stands

Problems that can be collected are collected (`diagnostics`); these are raised once a stage cannot go on.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.diagnostics import Problem, in_order


class ReportgenError(Exception):
    """Anything that reportgen itself raises."""


class Faulty(ReportgenError):  # noqa: N818 - reads as what it says: the input is faulty
    """The input is at fault: nothing can be made from it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("; ".join(f"{p.span or p.cell or '-'}: {p.en}" for p in self.problems))


class Misused(ReportgenError):  # noqa: N818
    """A command was called wrongly."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.en)


class Unwritable(ReportgenError):  # noqa: N818
    """An output could not be put in place; what stood there before still stands."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.en)
