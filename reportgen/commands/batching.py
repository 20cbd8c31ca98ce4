"""`batch`: many reports in one run, for a night when nobody watches."""

from __future__ import annotations

import shlex
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from reportgen import publishing, reporting
from reportgen.aside import processors
from reportgen.batch import crew, hooks, messages, record, running, saying
from reportgen.batch.job import Batch
from reportgen.batch.listing import load_batch
from reportgen.batch.record import Manifest
from reportgen.batch.running import Ended, Order, Report
from reportgen.batch.schema import LONGEST
from reportgen.batch.summary import summary
from reportgen.batch.task import Status
from reportgen.commands.options import (
    Books,
    NoCache,
    Out,
    Pairs,
    Quiet,
    Root,
    Strict,
    ThemeName,
    formats_of,
    request_of,
)
from reportgen.commands.speaking import Telling, refuse, say, spoken
from reportgen.diagnostics import Problem
from reportgen.request import Request, typed_theme

SOME_FAILED = 3
"""The exit status of a run some of whose jobs failed."""


class LogForm(StrEnum):
    """What the lines of the log are for: people or machines."""

    TEXT = "text"
    JSON = "json"


File = Annotated[Path, typer.Argument(metavar="BATCH", help="批量文件 / batch file", show_default=False)]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, help="同时做几份（默认每核一份） / at once (default: one a core)")
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler", metavar="ADDRESS", help="交给 Dask 集群，如 tcp://主机:8786 / a Dask cluster's scheduler"
    ),
]
Formats = Annotated[str | None, typer.Option("--format", "-f", help="要哪些格式 / formats, comma-separated")]
Resume = Annotated[bool, typer.Option("--resume", help="只补做上次没有做成的 / do what the last run did not")]
Check = Annotated[bool, typer.Option("--check", help="只核对，什么也不写 / check every job, write nothing")]
Explain = Annotated[bool, typer.Option("--explain", help="说明每一份为什么重做 / say why each is made again")]
Limit = Annotated[
    float | None, typer.Option("--limit", min=0.001, max=LONGEST, help="每份限时，秒 / seconds a job may take")
]
Log = Annotated[LogForm, typer.Option("--log", help="日志给人看还是给程序读 / a log for people or machines")]
OnSuccess = Annotated[
    str | None, typer.Option("--on-success", metavar="COMMAND", help="全成后运行 / a command to run when all is done")
]
OnFailure = Annotated[
    str | None, typer.Option("--on-failure", metavar="COMMAND", help="有失败时运行 / a command to run when one failed")
]


def batch(
    file: File,
    out: Out = Path("out"),
    param: Pairs = None,
    workbook: Books = None,
    theme: ThemeName = None,
    root: Root = None,
    formats: Formats = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    limit: Limit = None,
    log: Log = LogForm.TEXT,
    on_success: OnSuccess = None,
    on_failure: OnFailure = None,
    *,
    resume: Resume = False,
    check: Check = False,
    explain: Explain = False,
    strict: Strict = False,
    no_cache: NoCache = False,
    quiet: Quiet = False,
) -> None:
    """一次生成许多份。 Build many reports in one run."""
    status, workers = 1, jobs or processors()
    hooked = {"on_success": _command("--on-success", on_success), "on_failure": _command("--on-failure", on_failure)}
    if scheduler is None and not record.left(out):
        crew.begin()  # nothing has been made there yet, so that there will be work
    with Telling(file.parent) as telling:
        asked = request_of(file, param, workbook, root, strict=strict, no_cache=no_cache)
        asked = replace(asked, environment=_parameters_of(asked))
        listed = load_batch(file, root, asked.parameters, asked.workbooks, asked.environment, asked.cache, theme)
        order = Order(
            batch=listed,
            request=_common(replace(asked, theme=typed_theme(theme, listed.root)), listed, formats),
            out=out.absolute(),
            workers=workers,
            limit=limit or listed.file.limit,
            scheduler=scheduler,
            resume=resume,
            check=check,
            explain=explain,
        )
        status = _run(order, _Log(log, listed, quiet=quiet, explain=explain), hooked)
    raise typer.Exit(1 if telling.failed else status)


def _command(option: str, given: str | None) -> tuple[str, ...]:
    """Return the words of a command that was typed, none where none was; end with status 2 where it is none."""
    if given is None:
        return ()
    words: tuple[str, ...] = ()
    with suppress(ValueError):
        words = tuple(shlex.split(given))
    return words or refuse(messages.BAD_COMMAND.at(option=option, given=given))


def _run(order: Order, log: _Log, hooked: Mapping[str, Sequence[str]]) -> int:
    """Run, or only check, what is ordered; return the exit status."""
    begun = time.monotonic()
    if order.check:
        counts = running.check(order, log.tell)
        log.close(counts, time.monotonic() - begun)
        return 0 if all(status.good for status in counts) else SOME_FAILED

    def summarise(manifest: Manifest) -> None:
        publishing.write_whole(order.out / record.SUMMARY, summary(manifest, spoken()))

    report = running.run(order, log.tell, summarise)
    if not (order.out / record.SUMMARY).exists():
        summarise(report.manifest)
    log.close(report.counts, time.monotonic() - begun, report.manifest)
    _hook(order, report, hooked)
    return SOME_FAILED if report.failed else 0


def _hook(order: Order, report: Report, hooked: Mapping[str, Sequence[str]]) -> None:
    """Have the operator's command run: that of the command line, else that of the batch file."""
    file = order.batch.file
    which, own = ("on_failure", file.on_failure) if report.failed else ("on_success", file.on_success)
    if command := hooked[which] or own:
        problem = hooks.call(which, command, order.out / record.MANIFEST, report.failed)
        if problem is not None:
            with suppress(BrokenPipeError):
                say(reporting.shown(problem, spoken(), order.batch.folder), error=True)


def _common(asked: Request, listed: Batch, formats: str | None) -> Request:
    """Return what all jobs share: what was typed goes before what the batch file says."""
    return replace(
        asked,
        spec=listed.spec,
        root=listed.root,
        parameters={},
        workbooks={},
        places={name: path.span for name, path in listed.file.workbooks.items() if name not in asked.workbooks},
        theme=asked.theme or (listed.file.theme.text if listed.file.theme else None),
        formats=formats_of(formats or ",".join(listed.file.format)),
        strict=asked.strict or listed.file.strict,
    )


def _parameters_of(asked: Request) -> dict[str, str]:
    """Return the variables of the environment that can be parameters: no others leave this process."""
    return {name: value for name, value in asked.environment.items() if name.startswith("REPORTGEN_PARAM_")}


class _Log:
    """Says what happens: a line for each job, and on a terminal how far the run is."""

    def __init__(self, form: LogForm, listed: Batch, *, quiet: bool, explain: bool) -> None:
        self._form = form
        self._root = listed.root
        self._folder = listed.folder
        self._own = {path.span for path in listed.file.workbooks.values()}
        self._quiet = quiet
        self._explain = explain
        self._told: set[Problem] = set()
        self._live = form is LogForm.TEXT and not quiet and sys.stdout.isatty()

    def tell(self, ended: Ended) -> None:
        """Say how a job ended; in a quiet log only where it failed."""
        now = datetime.now().astimezone()
        if self._quiet and ended.status.good:
            return
        # Nobody may be listening any more; the run goes on.
        with suppress(BrokenPipeError):
            if self._form is LogForm.JSON:
                say(saying.entry(ended, now, explain=self._explain))
                return
            self._clear()
            say(saying.line(ended, spoken(), now, explain=self._explain), error=self._quiet)
            for problem in ended.problems:
                if problem not in self._told:
                    root = self._folder if problem.span in self._own else self._root
                    say(reporting.shown(problem, spoken(), root), error=True)
            # A spec that is at fault fails every job for one reason: what and where is told once.
            self._told.update(ended.problems)
            if self._live:
                sys.stdout.write(saying.ahead(ended, spoken()))
                sys.stdout.flush()

    def close(self, counts: Counter[Status], seconds: float, left: Manifest | None = None) -> None:
        """Say how the run ended, and which folders it left alone."""
        with suppress(BrokenPipeError):
            self._clear()
            if not self._quiet and self._form is LogForm.TEXT:
                say(saying.total(counts, seconds, spoken()))
                if left is not None and (told := saying.beside(left, spoken())):
                    say(told)

    def _clear(self) -> None:
        if self._live:
            sys.stdout.write("\r\033[K")
