"""`audit`: where each printed number comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from reportgen import pipeline
from reportgen.commands.options import AsJson, Books, NoCache, Pairs, Root, Spec, request_of
from reportgen.commands.speaking import Telling, either, say
from reportgen.model.audit import AuditTrail, Record
from reportgen.writers.audit import write_audit
from reportgen.yaml_source import nearest


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
