"""A night of briefings by itself: whether time is linear and memory constant, and what the second run costs.

    python -m benchmarks.night [--jobs 2000]

Prints, for a quarter of the jobs and for all of them: wall and processor time, the largest process, the largest worker
by quarters of the run; then a run with nothing changed, and one after a cell of one client's workbook was changed.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from pathlib import Path
from random import Random

from benchmarks.measuring import Usage, measure
from benchmarks.work import briefings, client_workbook

_LOOK = 0.5
"""Seconds between two looks at the workers' memory."""


def main() -> int:
    """Run the nights and print what they took."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.night", description=__doc__)
    parser.add_argument("--jobs", type=int, default=2000, help="how many briefings")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="how many at once")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reportgen-night-") as folder:
        scratch = Path(folder)
        for jobs in (asked.jobs // 4, asked.jobs):
            place = scratch / str(jobs)
            place.mkdir()
            briefings(place, {**os.environ}, jobs, resolve=False)
            first, memory = _run(place, asked.workers)
            print(f"{jobs} briefings: {_told(first)}, {first.processor / jobs * 1000:.0f} ms CPU each", flush=True)
            print(f"  the largest worker, by quarters of the run: {', '.join(f'{m:.0f}' for m in memory)} MiB")
        again, _ = _run(place, asked.workers)
        print(f"  again, nothing changed: {_told(again)}; {_counts(place)}")
        client_workbook(place / "client-0001.xlsx", Random(0))
        changed, _ = _run(place, asked.workers)
        print(f"  one client's workbook changed: {_told(changed)}; {_counts(place)}")
    return 0


def _run(place: Path, workers: int) -> tuple[Usage, list[float]]:
    """Run the batch below `place` and return what it took, and the most memory of a worker by quarters of the run."""
    command = [str(Path(sys.executable).parent / "reportgen"), "batch", str(place / "clients.yaml")]
    command += ["-o", str(place / "out"), "-j", str(workers)]
    environment = {**os.environ, "XDG_CACHE_HOME": str(place / "cache"), "LC_ALL": "C.UTF-8"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    looks: list[float] = []
    done = threading.Event()
    looking = threading.Thread(target=_look, args=(looks, done))
    looking.start()
    try:
        usage = measure([command], environment, 3600, place / "log")
    finally:
        done.set()
        looking.join()
    quarter = max(1, len(looks) // 4)
    return usage, [max(looks[at : at + quarter], default=0.0) for at in range(0, 4 * quarter, quarter)]


def _look(looks: list[float], done: threading.Event) -> None:
    while not done.is_set():
        looks.append(max((_resident(path) for path in Path("/proc").glob("[0-9]*")), default=0.0))
        time.sleep(_LOOK)


def _resident(process: Path) -> float:
    """Return the resident memory in MiB of a process of the run, 0 for any other."""
    try:
        if b"clients.yaml" not in (process / "cmdline").read_bytes():
            return 0.0
        pages = int((process / "statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _told(usage: Usage) -> str:
    return f"{usage.wall:.1f} s wall, {usage.processor:.1f} s CPU, largest process {usage.memory:.0f} MiB"


def _counts(place: Path) -> str:
    last = (place / "log").read_text(encoding="utf-8").splitlines()[-1]
    held = json.loads((place / "out" / "manifest.json").read_bytes())["counts"]
    return f"{last}; the manifest: {held}"


if __name__ == "__main__":
    sys.exit(main())
