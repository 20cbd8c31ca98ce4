"""`build`, `check`: from a spec to its files, or only to its problems.

A build by itself has a copy of this process compose while this one loads what renders; so nothing here may load either.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from reportgen import pipeline, publishing, reporting
from reportgen.commands.options import (
    AsJson,
    Books,
    Formats,
    NoCache,
    Out,
    Pairs,
    Quiet,
    Root,
    Specs,
    Strict,
    ThemeName,
    Verbose,
    formats_of,
    request_of,
    speak_of_stages,
)
from reportgen.commands.speaking import Telling, either, say
from reportgen.request import Request
from reportgen.stages import stage

Watch = Annotated[
    bool, typer.Option("--watch", help="存盘即重新生成，Ctrl-C 结束 / rebuild on every save, until Ctrl-C")
]


def build(
    specs: Specs,
    out: Out = Path("out"),
    formats: Formats = "pdf,docx",
    param: Pairs = None,
    workbook: Books = None,
    theme: ThemeName = None,
    root: Root = None,
    *,
    watch: Watch = False,
    strict: Strict = False,
    no_cache: NoCache = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """生成 PDF 和 Word。 Build the PDF and the Word file of each spec."""
    speak_of_stages(verbose=verbose)
    wanted = formats_of(formats)
    requests = [
        request_of(spec, param, workbook, root, theme=theme, formats=wanted, strict=strict, no_cache=no_cache)
        for spec in specs
    ]

    # What a copy of this process loads is lost with it, so that only a single build gains.
    once = len(requests) == 1 and not watch

    def build_all() -> bool:
        quietly = quiet or as_json
        written = [_build(request, out, as_json=as_json, quiet=quietly, abreast=once) for request in requests]
        return all(written)

    if watch:
        from reportgen.commands.watching import keep_building  # noqa: PLC0415 - loads what a build has a copy load

        keep_building(requests, build_all)
        raise typer.Exit(0)
    raise typer.Exit(0 if build_all() else 1)


def _build(request: Request, out: Path, *, as_json: bool, quiet: bool, abreast: bool) -> bool:
    """Build one spec into its folder under `out` and return whether it was written."""
    with Telling(request.project, strict=request.strict, as_json=as_json) as telling:
        built = pipeline.build(request, abreast=abreast)
        folder = out / built.name
        with stage("publish"):
            changed = publishing.publish(built.files, folder)
        telling.tell(built.problems)
        if not quiet:
            _list(folder, tuple(built.files), changed=changed)
    return not telling.failed


def _list(folder: Path, names: Sequence[str], *, changed: bool) -> None:
    for name in names:
        say(reporting.shown_path(folder / name))
    if not changed:
        say(either("没有变化，未改写。", "Nothing changed; nothing was written."))


def check(
    specs: Specs,
    param: Pairs = None,
    workbook: Books = None,
    theme: ThemeName = None,
    root: Root = None,
    *,
    strict: Strict = False,
    no_cache: NoCache = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """核对说明和数据，什么也不写。 Check specs and data; write nothing."""
    speak_of_stages(verbose=verbose)
    failed = False
    for spec in specs:
        request = request_of(spec, param, workbook, root, theme=theme, strict=strict, no_cache=no_cache)
        with Telling(request.project, strict=strict, as_json=as_json) as telling:
            composed = pipeline.compose(request)
            telling.tell(pipeline.dressed(composed).problems)
            if not quiet and not as_json and not telling.failed:
                records = len(composed.trail.records)
                say(either(f"{spec}: 没有错误；{records} 处数据可追溯。", f"{spec}: no errors; {records} records."))
        failed = failed or telling.failed
    raise typer.Exit(1 if failed else 0)
