"""What becomes of a job that ended: its files are put in place, and its record says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from reportgen import publishing
from reportgen.batch import messages
from reportgen.batch.job import Job
from reportgen.batch.made_from import Reason, changed_cells
from reportgen.batch.record import KEPT, Record, Written, written
from reportgen.batch.task import Outcome, Status
from reportgen.diagnostics import Problem
from reportgen.errors import Unwritable
from reportgen.reporting import as_json
from reportgen.request import Format
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Due:
    """A job that must be looked at, and what is known of it.

    `made_from` are the digests of what its files will be made from, `why` says what is new, `known` is the fingerprint
    of the document whose files stand, empty where they must be written anew.
    """

    job: Job
    identity: str
    before: Record | None
    made_from: Mapping[str, str]
    why: tuple[Reason, ...]
    known: str


@dataclass(frozen=True, slots=True)
class Settled:
    """A job's new record, what is to be said about it, and why it was looked at, changed cells included."""

    record: Record
    problems: tuple[Problem, ...]
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """The output folder that a run began in: what is at its path later may be another one."""

    path: Path
    identity: tuple[int, int]

    @classmethod
    def of(cls, path: Path) -> Self:
        """Return the place that is at `path` now. Raises OSError."""
        status = path.stat()
        return cls(path, (status.st_dev, status.st_ino))

    def must_stand(self) -> None:
        """Raise Unwritable where the path leads elsewhere by now."""
        with suppress(OSError):
            if self.of(self.path) == self:
                return
        raise Unwritable(messages.MOVED.at(folder=self.path))


class Outputs:
    """The output folder, and which job has which folder in it: no job writes over another's."""

    def __init__(self, place: Place, jobs: Iterable[Job], *, explain: bool) -> None:
        self._place = place
        self._explain = explain
        self._taken = {publishing.folder_key(job.name): job for job in jobs if job.name}

    @property
    def out(self) -> Path:
        """The folder's path."""
        return self._place.path

    def settle(self, due: Due, outcome: Outcome) -> Settled:
        """Put the files of an outcome in place and return what is to be kept and to be said of its job."""
        cells: tuple[Reason, ...] = ()
        files: Mapping[str, Written] = {}
        if outcome.files is not None:
            cells = self._changed_cells(outcome) if self._explain else ()
            outcome, files = self._published(due.job, outcome)
        before, name = due.before, outcome.name or due.job.name
        record = Record(
            name=name,
            parameters=due.job.parameters,
            workbooks={name: str(path) for name, path in due.job.workbooks.items()},
            status=outcome.status,
            made_from=due.made_from,
            fingerprint=outcome.fingerprint,
            problems=tuple(as_json(problem) for problem in outcome.problems),
            seconds=round(outcome.seconds, 3),
            processor=round(outcome.processor, 3),
            ended=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        if outcome.status is Status.BUILT:
            record = replace(record, files=files)
        elif before is not None:
            # The files of the run before still stand, under the name that they had.
            fingerprint = outcome.fingerprint or before.fingerprint
            record = replace(record, name=before.name or name, files=before.files, fingerprint=fingerprint)
        return Settled(record, outcome.problems, (*due.why, *cells))

    def _published(self, job: Job, outcome: Outcome) -> tuple[Outcome, Mapping[str, Written]]:
        """Return the outcome of a job and its files once they are in place, or the failure that they are not."""
        name = publishing.folder_key(outcome.name)
        owner = self._taken.setdefault(name, job)
        if owner is not job or name in KEPT:
            problem = messages.NAME_TAKEN.at(job.span, job.cell, name=outcome.name, other=owner.title)
            return Outcome(Status.FAULTY, problems=(problem,), seconds=outcome.seconds), {}
        files, folder = outcome.files or {}, self.out / outcome.name
        try:
            self._place.must_stand()
            publishing.publish(files, folder)
            return outcome, written(folder, files)
        except Unwritable as unwritable:
            problem = unwritable.problem
        except OSError as error:
            problem = publishing.UNWRITABLE.at(folder=folder, reason=error.strerror or str(error))
        return Outcome(Status.UNWRITABLE, problems=(problem,), seconds=outcome.seconds), {}

    def _changed_cells(self, outcome: Outcome) -> tuple[Reason, ...]:
        """Return which cells changed since the files that stand, as their audit trails tell."""
        audit = f"{outcome.name}.{Format.AUDIT.value}"
        with suppress(OSError):
            before = (self.out / outcome.name / audit).read_bytes()
            return tuple(changed_cells(before, (outcome.files or {}).get(audit, b"")))
        return ()
