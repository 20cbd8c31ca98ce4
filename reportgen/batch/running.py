"""A run: which jobs must be done, by whom, and what becomes of each. Only this process writes outputs.

Workers compute, this process publishes: so no worker that falls can harm what readers see, and workers on other
machines need no way to the output folder.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from reportgen import publishing
from reportgen.batch import executors, messages, record
from reportgen.batch.executors import Workplace
from reportgen.batch.job import Batch, Job
from reportgen.batch.made_from import Cause, Reason, digests, made_from, of_workbooks, reasons
from reportgen.batch.parcel import Parcel, gathered
from reportgen.batch.record import Journal, Manifest, Record
from reportgen.batch.settling import Due, Outputs, Place
from reportgen.batch.task import Outcome, Own, Status, Task
from reportgen.diagnostics import Problem
from reportgen.errors import Misused, Unwritable
from reportgen.inputs import inputs
from reportgen.keeping import NO_TEMPORARY
from reportgen.locking import Held, hold
from reportgen.request import Request
from reportgen.values import dataclass

LOCK = ".batch.lock"
INPUTS = ".batch-inputs"

_AHEAD = 2
"""How many tasks are given for each that is worked on, so that nobody waits for this process."""

_OUTPUT = frozenset({Cause.NEW, Cause.RETURNED, Cause.FAILED, Cause.FILE})
"""Reasons that lie in the output, not in what it is made from."""

_OTHERWISE = frozenset({Cause.FILE, Cause.PROGRAM, Cause.OPTIONS})
"""Reasons for which even a document that says the same must be written anew."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for.

    `request` holds what all jobs share. `resume` takes what an earlier run did as done, whatever has changed since.
    `check` writes nothing. `explain` also looks for the cells that changed.
    """

    batch: Batch
    request: Request
    out: Path
    workers: int
    limit: float
    scheduler: str | None = None
    resume: bool = False
    check: bool = False
    explain: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """A job that ended: as the `done`th of `of`, with some `left` seconds to go; `why` it was looked at."""

    title: str
    status: Status
    problems: tuple[Problem, ...]
    why: tuple[Reason, ...]
    seconds: float
    done: int
    of: int
    left: float


Tell = Callable[[Ended], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of every job after a run, and how many ended how in it."""

    manifest: Manifest
    counts: Counter[Status]

    @property
    def failed(self) -> int:
        """How many jobs are not as they should be."""
        return sum(count for status, count in self.counts.items() if not status.good)


def run(order: Order, tell: Tell, summarise: Callable[[Manifest], None]) -> Report:
    """Do what is to be done, telling each job as it ends, and return what came of it.

    Where the manifest changes, `summarise` is given it before it is written, so that no summary is older than it.

    Raises Unwritable where the output folder cannot be used at all, Misused where another run uses it or a cluster
    cannot be reached.
    """
    with _alone(order.out) as place:
        publishing.recover_all(order.out)
        shutil.rmtree(order.out / INPUTS, ignore_errors=True)
        before = record.known(order.out)
        common = _common(order)
        due, standing = _sorted(order, before, common)
        for number, one in enumerate(standing.values(), start=1):
            tell(Ended(one.name, Status.UNCHANGED, (), (), 0.0, number, len(order.batch.jobs), 0.0))
        records = dict(standing)
        counts = Counter({Status.UNCHANGED: len(standing)})
        with Journal(order.out) as journal, closing(_worked(order, place, due, common)) as worked:
            journal.due(one.identity for one in due)
            for identity, one, ended in worked:
                records[identity] = one
                counts[one.status] += 1
                # What was told may be relied on, so it is kept first.
                journal.note(identity, one)
                tell(ended)
            listed = {job.identity: records[job.identity] for job in order.batch.jobs}
            earlier = record.standing_beside(order.out, before, listed)
            manifest = Manifest(digests(common), listed, earlier=earlier)
            content = record.as_json(manifest, order.batch.name)
            place.must_stand()
            if record.manifest_of(order.out) != content:
                summarise(manifest)
            publishing.write_whole(order.out / record.MANIFEST, content)
            journal.held()
        return Report(manifest, counts)


def check(order: Order, tell: Tell) -> Counter[Status]:
    """Compose every job, writing nothing, and return how many ended how.

    Raises Unwritable where no temporary folder can be had.
    """
    common = _common(order)
    try:
        tempfile.gettempdir()
    except OSError as error:
        raise Unwritable(NO_TEMPORARY.at()) from error
    due = [Due(job, job.identity, None, {}, (), "") for job in order.batch.jobs]
    counts: Counter[Status] = Counter()
    with (
        tempfile.TemporaryDirectory(prefix="reportgen-") as folder,
        _workplace(order, common, Path(folder) / "inputs") as workplace,
    ):
        for done, (one, outcome) in enumerate(_outcomes(order, due, workplace), start=1):
            counts[outcome.status] += 1
            title = outcome.name or one.job.title
            tell(Ended(title, outcome.status, outcome.problems, (), outcome.seconds, done, len(due), 0.0))
    return counts


@contextmanager
def _alone(out: Path) -> Iterator[Place]:
    """Have the output folder for this run alone; one that holds nothing in the end was not wanted."""
    with ExitStack() as stack:
        try:
            out.mkdir(parents=True, exist_ok=True)
            stack.callback(_empty, out)
            stack.enter_context(hold(out / LOCK))
            place = Place.of(out)
        except Held as held:
            raise Misused(messages.RUNNING.at(folder=out, by=held.by or "?")) from held
        except OSError as error:
            raise Unwritable(publishing.UNWRITABLE.at(folder=out, reason=error.strerror or str(error))) from error
        yield place


def _empty(out: Path) -> None:
    with suppress(OSError):
        out.rmdir()


def _common(order: Order) -> Parcel:
    """Return the files that all jobs read. A workbook that any job is given instead is each job's own."""
    batch = order.batch
    given = {name: path for job in batch.jobs for name, path in job.workbooks.items()}
    own = {path.resolve() for job in batch.jobs for path in job.workbooks.values()}
    return gathered(inputs(replace(order.request, workbooks=given)) - own, batch.root)


def _own(job: Job) -> tuple[Own, ...]:
    """Return the workbooks that this job alone reads; one that cannot be read is left to the build, which says why."""
    found: list[Own] = []
    for name, path in job.workbooks.items():
        with suppress(OSError):
            found.append(Own(name, str(path), path.read_bytes()))
    return tuple(found)


def _sorted(order: Order, before: Manifest, common: Parcel) -> tuple[list[Due], dict[str, Record]]:
    """Return the jobs that must be looked at, and the records of those that stand."""
    due: list[Due] = []
    standing: dict[str, Record] = {}
    for job in order.batch.jobs:
        last = before.jobs.get(job.identity)
        now = made_from(job, order.request, common, _own(job))
        folder = order.out / (last.name if last else job.name)
        why = tuple(reasons(job, last, now, before, common, folder))
        causes = {reason.cause for reason in why}
        finished = order.resume and job.identity not in before.left
        if last is not None and not (causes & _OUTPUT if finished else causes):
            standing[job.identity] = last
        else:
            known = "" if last is None or causes & _OTHERWISE else last.fingerprint
            due.append(Due(job, job.identity, last, now, why, known))
    return due, standing


def _workplace(order: Order, common: Parcel, folder: Path) -> AbstractContextManager[Workplace]:
    if order.scheduler is not None:
        return executors.cluster(order.scheduler, common)
    return executors.here(order.workers, common, folder)


def _worked(order: Order, place: Place, due: Sequence[Due], common: Parcel) -> Generator[tuple[str, Record, Ended]]:
    """Have the jobs done that are due and yield each one's identity, its record and what to tell of it as it ends."""
    if not due:
        return
    outputs = Outputs(place, order.batch.jobs, explain=order.explain)
    begun, total = time.monotonic(), len(order.batch.jobs)
    try:
        with _workplace(order, common, order.out / INPUTS) as workplace:
            for done, (one, outcome) in enumerate(_outcomes(order, due, workplace), start=1):
                settled = outputs.settle(one, outcome)
                left = (time.monotonic() - begun) / done * (len(due) - done)
                title, status = settled.record.name or one.job.title, settled.record.status
                number = total - len(due) + done
                ended = Ended(title, status, settled.problems, settled.why, outcome.seconds, number, total, left)
                yield one.identity, settled.record, ended
    except OSError as error:
        raise Unwritable(publishing.UNWRITABLE.at(folder=order.out, reason=error.strerror or str(error))) from error
    finally:
        shutil.rmtree(order.out / INPUTS, ignore_errors=True)


def _outcomes(order: Order, due: Iterable[Due], workplace: Workplace) -> Iterator[tuple[Due, Outcome]]:
    """Yield each job with its outcome as it ends, having few more on their way than are worked on."""
    waiting = iter(due)
    given: dict[Future[Outcome], Due] = {}
    while True:
        while len(given) < _AHEAD * workplace.width and (one := next(waiting, None)) is not None:
            task = _task(order, one)
            # A workbook may have been saved since it was looked at.
            made = {**one.made_from, **of_workbooks(task.own)}
            given[workplace.give(task)] = replace(one, made_from=made)
        if not given:
            return
        ended, _ = wait(given, return_when=FIRST_COMPLETED)
        for future in ended:
            yield given.pop(future), _outcome(future, order.out)


def _task(order: Order, one: Due) -> Task:
    job = one.job
    request = replace(order.request, parameters=dict(job.parameters), workbooks=dict(job.workbooks))
    request = replace(request, cells=dict(job.cells))
    return Task(request, _own(job), one.known, order.limit, order.check)


def _outcome(future: Future[Outcome], out: Path) -> Outcome:
    try:
        return future.result()
    except OSError as error:
        reason = error.strerror or str(error)
        return Outcome(Status.UNWRITABLE, problems=(publishing.UNWRITABLE.at(folder=out, reason=reason),))
    except Exception as error:
        how = f"{type(error).__name__}: {error}"
        return Outcome(Status.LOST, problems=(messages.LOST.at(how=how),))
