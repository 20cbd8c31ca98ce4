"""Sheets, workbooks and packages for the tests of `data`: built by hand, or written byte by byte."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TypeAlias

from reportgen.data.address import parse_address
from reportgen.data.read_table import read_table
from reportgen.data.sheet import Area, Cell, CellKind, DefinedName, ExcelTable, Sheet, Workbook, parse_area
from reportgen.data.table import DataTable
from reportgen.origins import SourceText, Span
from reportgen.periods import Grain, Period

Given: TypeAlias = str | int | float | tuple[int | float, str] | Cell | None
"""A cell by what it holds: a text, a number, a number with its format."""

YEAR = Period(Grain.YEAR, 2024)
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def source(text: str) -> SourceText:
    """Return a text as it stands in line 3 of a spec."""
    return SourceText(text, Span("report.yaml", 3, 9, 3, 9 + len(text)), ((0, 3, 9),))


def area(text: str) -> Area:
    """Return an area from its address."""
    found = parse_area(text)
    assert found is not None
    return found


def cell(given: Given) -> Cell | None:
    """Return a cell that holds what is given."""
    match given:
        case None | Cell():
            return given
        case str():
            return Cell(CellKind.TEXT, given)
        case (number, code):
            return Cell(CellKind.NUMBER, repr(number), code)
        case _:
            return Cell(CellKind.NUMBER, repr(given))


def sheet(rows: Sequence[Sequence[Given]], *merges: str, name: str = "表") -> Sheet:
    """Return a sheet whose rows are given from A1 on; a blank row is an empty one."""
    cells = {
        (r, c): made
        for r, row in enumerate(rows, start=1)
        for c, given in enumerate(row, start=1)
        if (made := cell(given)) is not None
    }
    return Sheet(name, cells, tuple(area(merge) for merge in merges))


def book(*sheets: Sheet, tables: Sequence[ExcelTable] = (), names: Sequence[DefinedName] = ()) -> Workbook:
    """Return a workbook called 簿."""
    return Workbook("簿", "data/book.xlsx", sheets, tuple(tables), tuple(names))


def read(workbook: Workbook | Sheet, address: str = "簿!表", current: Period | None = YEAR) -> DataTable:
    """Return the table at an address, named 数据."""
    whole = book(workbook) if isinstance(workbook, Sheet) else workbook
    return read_table(whole, parse_address(source(address)), name="数据", current=current)


def package(
    sheets: Mapping[str, str],
    *,
    strings: str = "",
    styles: str = "",
    workbook: str = "",
    properties: str = "",
    extra: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Return a workbook package: `sheets` by name, each as what stands inside `<worksheet>`."""
    parts: dict[str, str | bytes] = {}
    overrides, listed, related = "", "", ""
    for n, (name, body) in enumerate(sheets.items(), start=1):
        parts[f"xl/worksheets/sheet{n}.xml"] = f'<worksheet xmlns="{SPREADSHEET}" xmlns:r="{OFFICE}">{body}</worksheet>'
        overrides += f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{CONTENT}.worksheet+xml"/>'
        listed += f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>'
        related += f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
    for part, kind, body in (("sharedStrings", "sst", strings), ("styles", "styleSheet", styles)):
        if body:
            parts[f"xl/{part}.xml"] = f'<{kind} xmlns="{SPREADSHEET}">{body}</{kind}>'
            overrides += f'<Override PartName="/xl/{part}.xml" ContentType="{CONTENT}.{part}+xml"/>'
    overrides += f'<Override PartName="/xl/workbook.xml" ContentType="{CONTENT}.sheet.main+xml"/>'
    parts["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{OFFICE}">{properties}<sheets>{listed}</sheets>{workbook}</workbook>'
    )
    parts["xl/_rels/workbook.xml.rels"] = relationships(related)
    return zipped({**parts, **(extra or {})})


def relationships(body: str) -> str:
    """Return a part of relationships."""
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{body}</Relationships>'


def rows(*given: str) -> str:
    """Return sheet data whose rows hold these cells."""
    body = "".join(f'<row r="{n}">{row}</row>' for n, row in enumerate(given, start=1))
    return f"<sheetData>{body}</sheetData>"


def text(reference: str, content: str) -> str:
    """Return a cell with an inline string."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{content}</t></is></c>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of parts."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


SOUND = package(
    {"表": rows(text("A1", "年份") + text("B1", "产值"), '<c r="A2"><v>2024</v></c><c r="B2"><v>1.5</v></c>')}
)
"""A workbook without a fault."""
