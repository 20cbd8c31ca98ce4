"""What a batch file lists: its jobs, and what each of them is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from reportgen.batch.schema import BatchFile
from reportgen.origins import CellRef, Span
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """One report to build: its place in the list, its output's name, its parameters, the workbooks given instead.

    `name` is empty where only data tell it. `span` and `cell` say where the job is asked for, `cells` where its
    parameters stand that come from a list.
    """

    number: int
    name: str
    parameters: Mapping[str, str]
    workbooks: Mapping[str, Path]
    span: Span
    cell: CellRef | None = None
    cells: Mapping[str, CellRef] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What the job is called where its name is not known."""
        return self.name or f"#{self.number} {said(self.parameters)}"

    @property
    def identity(self) -> str:
        """What the job is known by from run to run."""
        return self.name or said(self.parameters)


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch file and what it lists; `folder` is the one that its paths are relative to, `spec` the spec's path."""

    name: str
    file: BatchFile
    folder: Path
    spec: Path
    root: Path
    jobs: tuple[Job, ...]


def said(parameters: Mapping[str, str]) -> str:
    """Return parameters as they are typed on a command line."""
    return " ".join(f"{name}={value}" for name, value in parameters.items())
