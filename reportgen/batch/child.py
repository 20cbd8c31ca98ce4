"""What a process that builds does: it answers tasks on a line until the other side is gone (`nursery` begins it).

It has its imports and faces at hand from one job to the next. A job that takes it down takes nothing else down.
"""

from __future__ import annotations

import gc
import os
import threading
import time
import traceback
from contextlib import suppress
from dataclasses import replace
from itertools import count
from multiprocessing.connection import Connection

from reportgen import composing, rendering
from reportgen.batch import messages
from reportgen.batch.task import Outcome, Status, Task
from reportgen.data.standing import StandingReader
from reportgen.data.workbook import reader_environment
from reportgen.diagnostics import in_order
from reportgen.errors import Faulty, Unwritable

MEMORY = 2 << 30
"""Bytes of memory that a job may have: beyond it, it ends instead of the machine."""

_TIDY = 20
"""After how many jobs cyclic garbage is looked for; within a job there is next to none."""


def answer(tasks: int, life: int) -> None:
    """Answer the tasks that come on the descriptor `tasks`.

    The process ends when the descriptor `life`, whose other end is the run's, is closed, also in the middle of a job.
    """
    threading.Thread(target=_end_with, args=(life,), daemon=True).start()
    reader = StandingReader(reader_environment())
    with Connection(tasks) as line, suppress(EOFError, OSError):
        for done in count(1):
            task = line.recv()
            line.send(outcome(replace(task, request=replace(task.request, ask=reader.ask))))
            if done % _TIDY == 0:
                gc.collect()


def _end_with(life: int) -> None:
    """Wait until the run is gone, and be gone too."""
    os.read(life, 1)
    os._exit(0)


def outcome(task: Task) -> Outcome:
    """Build, or only check, what `task` asks for."""
    begun, used = time.perf_counter(), time.process_time()
    try:
        found = _done(task)
    except Faulty as faulty:
        found = Outcome(Status.FAULTY, problems=faulty.problems)
    except Unwritable as unwritable:
        found = Outcome(Status.UNWRITABLE, problems=(unwritable.problem,))
    except MemoryError:
        found = Outcome(Status.BROKEN, problems=(messages.TOO_MUCH_MEMORY.at(limit=MEMORY >> 20),))
    except Exception as error:
        if os.environ.get("REPORTGEN_TRACE"):
            traceback.print_exc()
        problem = messages.INTERNAL.at(error=f"{type(error).__name__}: {error}")
        found = Outcome(Status.BROKEN, problems=(problem,))
    took = time.perf_counter() - begun
    return replace(found, seconds=took, processor=time.process_time() - used)


def _done(task: Task) -> Outcome:
    request = task.request
    composed = composing.compose(request)
    ready = rendering.dressed(composed)
    problems = in_order(ready.problems)
    if any(problem.fatal or request.strict for problem in problems):
        raise Faulty(problems)
    if task.check:
        return Outcome(Status.CHECKED, composed.name, problems=problems)
    fingerprint = rendering.fingerprint(composed, ready)
    if fingerprint == task.known:
        return Outcome(Status.SAME, composed.name, None, fingerprint, problems)
    files = rendering.render(composed, ready, request, abreast=False)
    return Outcome(Status.BUILT, composed.name, files, fingerprint, problems)
