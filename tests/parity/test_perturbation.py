"""Change one cell, and exactly what the audit trail foretells changes: in the document, both files and every chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.data.sheet import CellKind, Workbook, a1
from reportgen.model.audit import AuditTrail, Record, RecordKind
from reportgen.model.block import ChartFigure
from reportgen.model.chart import Chart
from reportgen.origins import CellRef
from tests.parity.built import Files, bulletin, resolved, workbooks, written
from tests.parity.chart_caches import charts
from tests.parity.reading import disagreements, pdf_blocks
from tests.writers.docx.readback import blocks, plainly, plainly_in_word, without_kinds

FACTOR = Decimal("0.77")


def used_cells() -> list[CellRef]:
    """Return each numeric cell that the bulletin's trail names, once."""
    uses = {use.ref: use.raw for record in resolved(workbooks()).trail.records for use in record.cells}
    return sorted(ref for ref, raw in uses.items() if _numeric(raw))


def _numeric(raw: str) -> bool:
    return raw.replace(".", "", 1).replace("-", "", 1).isdigit()


def perturbed(ref: CellRef) -> tuple[Workbook, ...]:
    """Return the workbooks with one cell changed, as if its file held another number."""
    return tuple(_with_cell(book, ref) if book.name == ref.workbook else book for book in workbooks())


def _with_cell(book: Workbook, ref: CellRef) -> Workbook:
    sheets = []
    for sheet in book.sheets:
        cells = dict(sheet.cells)
        for place, cell in sheet.cells.items():
            if sheet.name == ref.sheet and a1(*place) == ref.cell:
                assert cell.kind is CellKind.NUMBER
                cells[place] = replace(cell, text=f"{Decimal(cell.text) * FACTOR:f}")
        sheets.append(replace(sheet, cells=cells))
    return replace(book, sheets=tuple(sheets))


def told(trail: AuditTrail) -> dict[tuple[object, ...], tuple[object, ...]]:
    """Return what each record says, by block, expression and derivation: an expression may say more or fewer things.

    Of a point the cells count too, since what is plotted is finer than what is printed.
    """
    return {
        (r.block, r.id.partition(".")[0], r.kind, r.derivation): (r.text, r.cells if r.kind is RecordKind.POINT else ())
        for r in trail.records
    }


def changed_records(before: AuditTrail, after: AuditTrail) -> list[Record]:
    """Return the records of either trail that the other does not have, or has with other words."""
    one, other = told(before), told(after)
    changed = {key for key in one.keys() | other.keys() if one.get(key) != other.get(key)}
    every = (*before.records, *after.records)
    return [r for r in every if (r.block, r.id.partition(".")[0], r.kind, r.derivation) in changed]


def changed_places(before: Sequence[object], after: Sequence[object]) -> set[int]:
    assert len(before) == len(after)
    return {index for index, (one, other) in enumerate(zip(before, after, strict=True)) if one != other}


@pytest.mark.parametrize("cell", used_cells(), ids=str)
def test_a_changed_cell_changes_what_its_trail_foretells_and_nothing_else(cell: CellRef) -> None:
    base = bulletin()
    files = written(resolved(perturbed(cell)))
    trail, new_trail = base.resolved.trail, files.resolved.trail

    changed = changed_records(trail, new_trail)
    assert changed
    assert all(any(use.ref == cell for use in record.cells) for record in changed)
    numbers = [record for record in trail.records if record.kind in {RecordKind.NUMBER, RecordKind.POINT}]
    alone = [record for record in numbers if [use.ref for use in record.cells] == [cell]]
    assert all(record in changed for record in alone)

    assert_same_words(files)
    touched = {record.block for record in changed if record.kind is not RecordKind.DECISION}
    old_blocks = {block.id: block for block in base.resolved.document.blocks}
    new_blocks = {block.id: block for block in files.resolved.document.blocks}
    assert {key for key in old_blocks if old_blocks[key] != new_blocks[key]} == touched
    assert_charts_follow(base, files)


def assert_same_words(files: Files) -> None:
    said = plainly(files.resolved.document, files.geometry)
    assert disagreements(pdf_blocks(files.pdf), said) == []
    assert without_kinds(blocks(files.docx)) == plainly_in_word(files.resolved.document, files.geometry)


def assert_charts_follow(base: Files, files: Files) -> None:
    """Each chart's cache and its workbook hold its points' values, and those that differ are those that changed."""
    old, new = ([b for b in f.resolved.document.blocks if isinstance(b, ChartFigure)] for f in (base, files))
    for figure, read in zip(new, charts(files.docx), strict=True):
        values = tuple(
            tuple(None if point.value is None else float(point.value) for point in series.points)
            for series in figure.chart.series
        )
        assert read.cached == read.held == values
    differing = changed_places([c.cached for c in charts(base.docx)], [c.cached for c in charts(files.docx)])
    assert differing == changed_places([plotted(f.chart) for f in old], [plotted(f.chart) for f in new])


def plotted(chart: Chart) -> list[list[Decimal | None]]:
    return [[point.value for point in series.points] for series in chart.series]


def unused_cells() -> list[CellRef]:
    """Return each cell with a number that the bulletin's trail does not name; years in column A are labels."""
    numeric = {
        book.ref(sheet, row, column)
        for book in workbooks()
        for sheet in book.sheets
        for (row, column), cell in sheet.cells.items()
        if cell.kind is CellKind.NUMBER and column > 1
    }
    return sorted(numeric - set(used_cells()))


@pytest.mark.parametrize("cell", unused_cells(), ids=str)
def test_a_cell_that_the_trail_does_not_name_changes_nothing(cell: CellRef) -> None:
    assert resolved(perturbed(cell)).document == bulletin().resolved.document


def test_there_are_cells_of_both_kinds() -> None:
    assert len(used_cells()) > 50
    assert len(unused_cells()) > 20
