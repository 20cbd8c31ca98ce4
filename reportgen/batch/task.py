"""What goes to a worker and what comes back: plain values, since both cross process and machine boundaries."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from reportgen.diagnostics import Problem
from reportgen.request import Request
from reportgen.values import dataclass


class Status(StrEnum):
    """How a job ended."""

    BUILT = "built"
    """Its files are made."""
    SAME = "same"
    """It was composed anew and says what it said before: its files stand."""
    CHECKED = "checked"
    """It was only checked, and nothing is wrong with it."""
    UNCHANGED = "unchanged"
    """Nothing that it is made from has changed: it was not looked at."""
    FAULTY = "faulty"
    """Its spec, its data or its theme is at fault."""
    UNWRITABLE = "unwritable"
    """Its files could not be put in place."""
    LATE = "late"
    """It took longer than it may and was stopped."""
    LOST = "lost"
    """The process that worked on it is gone."""
    BROKEN = "broken"
    """reportgen itself went wrong over it."""

    @property
    def good(self) -> bool:
        """Whether the job's files are as they should be."""
        return self in (Status.BUILT, Status.SAME, Status.CHECKED, Status.UNCHANGED)


@dataclass(frozen=True, slots=True)
class Own:
    """A workbook that this job alone reads: its name in the spec, the path that people know it by, its content."""

    name: str
    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Task:
    """A job as a worker gets it.

    `request` names files as the operator's machine does; `own` are the workbooks that are sent along. `known` is the
    fingerprint of what stands in the output folder, empty where nothing does that could be kept. `check` only checks.
    `limit` is how many seconds it may take.
    """

    request: Request
    own: tuple[Own, ...]
    known: str
    limit: float
    check: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended: its files, what is to be said about it, the seconds of wall and of processor time it took."""

    status: Status
    name: str = ""
    files: Mapping[str, bytes] | None = None
    fingerprint: str = ""
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0
    processor: float = 0.0
