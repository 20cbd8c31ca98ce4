"""A race: every rival runs by turns on the same work, so that what disturbs the machine disturbs all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.measuring import RunFailedError, Usage, measure
from benchmarks.readback import Said, said
from benchmarks.rivals import FONTS, Places, Rival, watching
from benchmarks.watching import Watching
from benchmarks.work import ROOT, Work

SLOW = 60.0
"""Seconds from which the first run, which otherwise only warms caches, stands as the only one."""


@dataclass(slots=True)
class Result:
    """A rival's runs in order, what its files say, and why it failed, if it did."""

    rival: Rival
    runs: list[Usage] = field(default_factory=list)
    says: Said | None = None
    fault: str = ""
    alone: bool = False

    @property
    def done(self) -> bool:
        """Whether it runs no more."""
        return self.alone or bool(self.fault)

    def median(self, of: Callable[[Usage], float]) -> float | None:
        """Return the median of a figure, or None where there is no run."""
        return median(map(of, self.runs)) if self.runs else None


def ratio(ours: Result, theirs: Result, of: Callable[[Usage], float]) -> float | None:
    """Return ours to theirs: the median of the rounds' own ratios; of the medians, where one ran more rounds."""
    if ours.runs and len(ours.runs) == len(theirs.runs):
        return median(of(a) / of(b) for a, b in zip(ours.runs, theirs.runs, strict=True))
    own, other = ours.median(of), theirs.median(of)
    return None if own is None or other is None else own / other


def environment(places: Places) -> Mapping[str, str]:
    """Return what every rival runs in: bytecode kept, caches in the scratch folder, the fonts that we ship."""
    fonts = places.scratch / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{FONTS}</dir><cachedir>{places.scratch / 'fontconfig'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "MPL", "XDG"))}
    return {
        **kept,
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "FONTCONFIG_FILE": str(fonts),
        "MPLCONFIGDIR": str(places.scratch / "matplotlib"),
        "XDG_CACHE_HOME": str(places.scratch / "cache"),
        "HOME": str(places.scratch),
    }


def race(
    rivals: Sequence[Rival],
    work: Work,
    places: Places,
    *,
    runs: int,
    limit: float,
    before: Callable[[Work, int], None] | None = None,
) -> list[Result]:
    """Run every rival once to warm up and `runs` times by turns, and return what each took.

    `before` changes the work ahead of each round; without it every run is cold: caches of results and outputs are
    removed, so that only the operating system and the bytecode are warm.
    """
    results = [Result(rival) for rival in rivals]
    for number in range(runs + 1):
        if before is not None:
            before(work, number)
        turn = number % len(results)
        for result in (*results[turn:], *results[:turn]):
            _take_part(result, _run_of(result, work, places, limit, cold=before is None), work, places, number)
    return results


def race_watching(
    rivals: Sequence[Rival], work: Work, places: Places, *, runs: int, limit: float, save: Callable[[Work, int], None]
) -> list[Result]:
    """Save the work once to warm up and `runs` times, and return what each rival took to follow.

    The first is open all the time and begins at the save; the others run one after the other once it is done.
    """
    results = [Result(rival) for rival in rivals]
    folder = _folder(results[0], places)
    log = places.scratch / "watching.log"
    with Watching(watching(work, places, folder), environment(places), folder, log, limit) as ours:
        for number in range(runs + 1):
            _take_part(results[0], partial(ours.saved, partial(save, work, number)), work, places, number)
            for result in results[1:]:
                _take_part(result, _run_of(result, work, places, limit, cold=False), work, places, number)
    return results


def _run_of(result: Result, work: Work, places: Places, limit: float, *, cold: bool) -> Callable[[], Usage]:
    """Return a whole run of a rival's commands."""

    def run() -> Usage:
        if cold:
            shutil.rmtree(places.scratch / "cache", ignore_errors=True)
            shutil.rmtree(places.scratch / "out" / result.rival.name, ignore_errors=True)
        commands = result.rival.commands(work, places, _folder(result, places))
        return measure(commands, environment(places), limit, places.scratch / f"{result.rival.name}.log")

    return run


def _folder(result: Result, places: Places) -> Path:
    """Return the folder that a rival writes below."""
    folder = places.scratch / "out" / result.rival.name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _take_part(result: Result, run: Callable[[], Usage], work: Work, places: Places, number: int) -> None:
    if result.done:
        return
    warming = number == 0
    folder = places.scratch / "out" / result.rival.name
    try:
        usage = run()
        if warming:
            result.says = said(folder, work.probes)
    except (RunFailedError, FileNotFoundError) as error:
        result.fault = str(error)
        return
    if not warming or usage.wall > SLOW:
        result.runs.append(usage)
        result.alone = warming
