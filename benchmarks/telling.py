"""The results as a table for people and as JSON for comparing one day with another."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.cases import Case
from benchmarks.measuring import Usage
from benchmarks.race import Result, ratio

_HEAD = ("", "wall s", "spread", "CPU s", "MiB", "says", "wall ×", "CPU ×", "goal")


def wall(usage: Usage) -> float:
    """Return the wall time."""
    return usage.wall


def processor(usage: Usage) -> float:
    """Return the processor time."""
    return usage.processor


def memory(usage: Usage) -> float:
    """Return the memory."""
    return usage.memory


def as_table(case: Case, size: int | None, results: Sequence[Result]) -> str:
    """Return the table of a case: medians, and ours divided by each peer's."""
    ours = results[0]
    rows = [_HEAD, _own_row(case, ours), *(_peer_row(case, ours, theirs) for theirs in results[1:])]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = [f"{case.name}: {case.what}{'' if size is None else f' (size {size})'}"]
    for row in rows:
        cells = [text.ljust(widths[0]) if at == 0 else text.rjust(widths[at]) for at, text in enumerate(row)]
        lines.append("  " + "  ".join(cells).rstrip())
    lines += [f"  {result.rival.title} did not finish: {result.fault}" for result in results if result.fault]
    return "\n".join(lines)


def _own_row(case: Case, ours: Result) -> tuple[str, ...]:
    held = ours.median(memory)
    goal = "" if case.memory is None else f"≤ {case.memory:g} MiB {_met(held, case.memory)}"
    return (*_figures(ours), "", "", goal)


def _peer_row(case: Case, ours: Result, theirs: Result) -> tuple[str, ...]:
    in_time = ratio(ours, theirs, wall)
    limit = case.goals.get(theirs.rival.name)
    goal = "" if limit is None else f"≤ {limit:.2f} {_met(in_time, limit)}"
    return (*_figures(theirs), _number(in_time, 2), _number(ratio(ours, theirs, processor), 2), goal)


def _figures(result: Result) -> tuple[str, ...]:
    walls = [run.wall for run in result.runs]
    spread = f"{min(walls):.2f}–{max(walls):.2f}" if walls else "—"
    says = "—" if result.says is None else str(result.says)
    return (
        result.rival.title,
        _number(result.median(wall), 2),
        spread,
        _number(result.median(processor), 2),
        _number(result.median(memory), 0),
        says,
    )


def _number(figure: float | None, decimals: int) -> str:
    return "—" if figure is None else f"{figure:.{decimals}f}"


def _met(figure: float | None, limit: float) -> str:
    if figure is None:
        return "?"
    return "met" if figure <= limit else "missed"


def write_json(path: Path, case: Case, size: int | None, results: Sequence[Result]) -> None:
    """Write every run of a case to `path`."""
    told = {
        "case": case.name,
        "size": size,
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {"system": platform.platform(), "processors": os.cpu_count(), "load": os.getloadavg()},
        "rivals": [
            {
                "name": result.rival.name,
                "title": result.rival.title,
                "runs": [asdict(run) for run in result.runs],
                "says": None if result.says is None else asdict(result.says),
                "fault": result.fault,
                "ours_to_theirs": {
                    "wall": ratio(results[0], result, wall),
                    "cpu": ratio(results[0], result, processor),
                },
            }
            for result in results
        ],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
