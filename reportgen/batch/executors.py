"""Where tasks are performed: in threads of this machine, each with a process of its own, or on a Dask cluster.

Both are `concurrent.futures` executors, so that the run knows no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from reportgen.batch import crew, messages
from reportgen.batch.parcel import Parcel, lay_out
from reportgen.batch.task import Outcome, Task
from reportgen.errors import Misused
from reportgen.values import dataclass

_REACH = 15
"""Seconds to wait for a cluster's scheduler."""

_RETRIES = 2
"""How often a task whose worker of a cluster fell is given to another."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where tasks are given to; `width` is how many are worked on at once."""

    width: int
    give: Callable[[Task], Future[Outcome]]


@contextmanager
def here(workers: int, common: Parcel, folder: Path) -> Iterator[Workplace]:
    """Work on this machine, the common files laid out in `folder`."""
    crew.begin()
    lay_out(common, folder)
    executor = ThreadPoolExecutor(workers, thread_name_prefix="job")
    try:
        yield _workplace(executor, workers, folder)
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
        crew.dismiss()


@contextmanager
def cluster(address: str, common: Parcel) -> Iterator[Workplace]:
    """Work on the cluster whose scheduler is at `address`. Raises Misused where it cannot be reached."""
    try:
        from distributed import Client  # noqa: PLC0415 - heavy, and only for clusters
    except ImportError as error:
        raise Misused(messages.NO_CLUSTER.at()) from error
    try:
        client = Client(address, timeout=_REACH, set_as_default=False)
    except (OSError, ValueError) as error:
        raise Misused(messages.NO_SCHEDULER.at(address=address, reason=str(error) or type(error).__name__)) from error
    try:
        width = sum(client.nthreads().values())
        # A task of its own, so that a worker that lost it has it made again.
        sent = client.submit(_as_it_is, common, key=f"reportgen-{common.digest[:32]}")
        yield _workplace(client.get_executor(pure=False, retries=_RETRIES), max(1, width), sent)
    finally:
        client.close()


def _workplace(executor: Executor, width: int, supplies: object) -> Workplace:
    return Workplace(width, lambda task: executor.submit(crew.perform, task, supplies))  # type: ignore[arg-type]  # Dask hands a future on as what it holds


def _as_it_is(common: Parcel) -> Parcel:
    return common
