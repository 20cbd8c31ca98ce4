"""Reading workbooks: in a subprocess with limits, or from the cache.

The subprocess (`reader`) answers for several workbooks in one call, since most of a call is starting it. Nothing of
a workbook's content is parsed in this process except the answer, whose form is checked (`wire`).
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from reportgen import keeping
from reportgen.data import messages, reader, wire
from reportgen.data.sheet import Workbook
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import Span

__all__ = ["Workbook", "ask_anew", "read_workbook", "read_workbooks", "unusable"]

_ROOT = Path(__file__).resolve().parents[2]
"""The folder that the package `reportgen` lies in."""

_SHELF = keeping.Shelf("workbook", wire.VERSION, entries=500, size=500_000_000)
"""Workbooks already read, by the SHA-256 of their bytes."""


def read_workbook(path: Path, name: str, *, cache: Path | None = None, span: Span | None = None) -> Workbook:
    """Return the workbook at `path` under `name`; raise Faulty, located at `span`, where it cannot be read."""
    return read_workbooks([(path, name)], cache=cache, spans={name: span} if span else None)[0]


Ask = Callable[[Sequence[Path]], list[object]]
"""Has workbooks read and returns the reader's answers, in order, up to the first that is missing."""


def read_workbooks(
    wanted: Sequence[tuple[Path, str]],
    *,
    cache: Path | None = None,
    spans: dict[str, Span] | None = None,
    given: Collection[str] = (),
    ask: Ask | None = None,
) -> tuple[Workbook, ...]:
    """Return the workbooks at the paths under their names, in that order.

    `cache` is a folder to keep what was read; `spans` says where in the spec each name stands; `given` are the names
    whose paths the spec does not say, so that no place in it is to blame; `ask` is a reader that stands by. Raises
    Faulty with a problem for each workbook that cannot be read.
    """
    places = spans or {}
    problems: list[Problem] = []
    found: dict[int, Workbook] = {}
    digests: dict[int, str] = {}
    unread: list[int] = []
    for index, (path, name) in enumerate(wanted):
        problem = unusable(path, name, places.get(name), given=name in given)
        if problem is not None:
            problems.append(problem)
            continue
        digest = _digest(path) if cache is not None else ""
        known = _decoded(keeping.load(cache, _SHELF, digest), path, name) if cache is not None and digest else None
        if known is None:
            unread.append(index)
            digests[index] = digest
        else:
            found[index] = known
    answers = _answers([wanted[index][0] for index in unread], ask or ask_anew)
    for index, answer in zip(unread, answers, strict=True):
        path, name = wanted[index]
        workbook = _decoded(answer, path, name)
        if workbook is None:
            problems.append(_refusal(answer, path, places.get(name)))
            continue
        found[index] = workbook
        if cache is not None:
            # The digest is the reader's: the file may have changed since ours was taken.
            keeping.store(cache, _SHELF, {workbook.digest: answer})
    if problems:
        raise Faulty(problems)
    return tuple(found[index] for index in range(len(wanted)))


def unusable(path: Path, name: str, span: Span | None, *, given: bool = False) -> Problem | None:
    """Return what keeps `path` from being opened at all; a pipe or a device must not even be tried."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return messages.NO_GIVEN_FILE.at(name=name, path=path) if given else messages.NO_FILE.at(span, path=path)
    except (OSError, ValueError) as error:
        return messages.UNREADABLE_FILE.at(span, path=path, reason=_reason(error))
    return None if stat.S_ISREG(mode) else messages.NOT_A_FILE.at(span, path=path)


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""  # the reader will say why


def _decoded(answer: object, path: Path, name: str) -> Workbook | None:
    try:
        return wire.decode(answer, name, str(path))
    except ValueError:
        return None


def _refusal(answer: object, path: Path, span: Span | None) -> Problem:
    match answer:
        case {"fault": str(code), "fields": {**fields}} if code in messages.BY_CODE:
            texts: dict[str, object] = {str(key): value for key, value in fields.items()}
            return messages.BY_CODE[code].at(span, None, path=path, **texts)
        case _:
            return messages.TOO_SLOW.at(span, path=path)


def _answers(paths: Sequence[Path], ask: Ask) -> list[object]:
    """Return the reader's answer for each path, None where it died over one.

    Answers come in order, so that the first that is missing is the one the reader died over; the rest are asked again.
    """
    answers: list[object] = []
    while len(answers) < len(paths):
        asked = paths[len(answers) :]
        lines = ask(asked)[: len(asked)]
        answers += lines
        if len(lines) < len(asked):
            answers.append(None)
    return answers


def ask_anew(paths: Sequence[Path]) -> list[object]:
    """Have workbooks read in a process begun for them. It takes longer to begin than most take to be read."""
    command = [sys.executable, "-P", "-m", reader.__name__]
    command += [os.path.abspath(path) for path in paths]  # noqa: PTH100 - without resolving links
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell, paths as arguments
            command,
            env=reader_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=2 * reader.SECONDS * len(paths),
            check=False,
        )
        output = done.stdout
    except subprocess.TimeoutExpired as expired:
        output = expired.stdout or b""
    answers: list[object] = []
    for line in output.split(b"\n"):
        try:
            answers.append(json.loads(line))
        except ValueError:
            break  # the last line of a reader that was stopped, or the nothing after the last
    return answers


def reader_environment() -> dict[str, str]:
    """Return the little that the reader is given: where our package lies, where that is not found anyway."""
    needed = {"PYTHONDONTWRITEBYTECODE", "SYSTEMROOT"}
    environment = {key: value for key, value in os.environ.items() if key in needed}
    if str(_ROOT) not in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        environment["PYTHONPATH"] = str(_ROOT)
    return environment
