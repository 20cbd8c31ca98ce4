"""`build`, `check`, `audit`: from a spec to its files, to its problems, to where its numbers come from."""

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
    Spec,
    Specs,
    Strict,
    ThemeName,
    Verbose,
    formats_of,
    request_of,
    speak_of_stages,
)
from reportgen.commands.speaking import Telling, either, say
from reportgen.commands.watching import keep_building
from reportgen.model.audit import AuditTrail, Record
from reportgen.request import Request
from reportgen.stages import stage
from reportgen.writers.audit import write_audit
from reportgen.yaml_source import nearest

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

    def build_all() -> bool:
        written = [_build(request, out, as_json=as_json, quiet=quiet or as_json) for request in requests]
        return all(written)

    if watch:
        keep_building(requests, build_all)
        raise typer.Exit(0)
    raise typer.Exit(0 if build_all() else 1)


def _build(request: Request, out: Path, *, as_json: bool, quiet: bool) -> bool:
    """Build one spec into its folder under `out` and return whether it was written."""
    with Telling(request.project, strict=request.strict, as_json=as_json) as telling:
        composed = pipeline.compose(request)
        files = pipeline.render(composed, request)
        folder = out / composed.name
        with stage("publish"):
            changed = publishing.publish(files, folder)
        telling.tell(composed.problems)
        if not quiet:
            _list(folder, tuple(files), changed=changed)
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


def audit(
    spec: Spec,
    cell: Annotated[
        str | None, typer.Option("--cell", metavar="CELL", help="只看用到这一格的 / only what uses this cell")
    ] = None,
    block: Annotated[
        str | None, typer.Option("--block", metavar="ID", help="只看这一块的 / only what stands in this block")
    ] = None,
    param: Pairs = None,
    workbook: Books = None,
    root: Root = None,
    *,
    as_json: AsJson = False,
    no_cache: NoCache = False,
) -> None:
    """每个数从哪一格来。 Show which cells each printed number comes from."""
    request = request_of(spec, param, workbook, root, no_cache=no_cache)
    with Telling(request.project) as telling:
        composed = pipeline.compose(request)
        telling.tell(composed.problems)
        records = [
            r
            for r in composed.trail.records
            if (cell is None or any(str(use.ref) == cell for use in r.cells)) and (block is None or r.block == block)
        ]
        if as_json:
            trail = AuditTrail(tuple(records))
            say(write_audit(trail, None, composed.document.metadata).decode().rstrip("\n"))
        else:
            for record in records:
                cells = "  ".join(f"{use.ref}={use.raw}" for use in record.cells)
                say(f"{record.id}\t{record.text}\t{record.derivation}\t{cells}")
            if not records and not telling.failed:
                say(_none_found(composed.trail.records, cell, block), error=True)
    raise typer.Exit(1 if telling.failed else 0)


def _none_found(records: Sequence[Record], cell: str | None, block: str | None) -> str:
    """Say that no record is of this cell or in this block, how they are written, and which are like what was typed."""
    if cell is not None:
        known = sorted({str(use.ref) for record in records for use in record.cells})
        near = _alike(cell, known)
        return either(
            f"没有印出来的数用到这一格；写法是 工作簿!工作表!格，如 {near or '调查!图1!B7'}。",
            f"No printed number uses this cell; write workbook!sheet!cell, as in {near or 'survey!Sheet1!B7'}.",
        )
    if block is not None:
        near = _alike(block, sorted({record.block for record in records}))
        return either(
            f"这一块里没有印出来的数；写法是块的 id，如 {near or '图1'}。",
            f"No printed number stands in this block; write a block's id, as in {near or 'figure1'}.",
        )
    return either("没有印出来的数。", "No number is printed.")


def _alike(typed: str, known: Sequence[str]) -> str | None:
    """Return the one of `known` that ends as `typed` does, or is spelled like it; else the first."""
    ending = next((name for name in known if name.endswith(f"!{typed}")), None)
    return ending or nearest(typed, known) or next(iter(known), None)
