"""What openpyxl makes of packages, and where we want something else."""

from __future__ import annotations

import re
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName as GivenName
from openpyxl.worksheet.table import Table

from reportgen.data import cells, contents
from reportgen.data.contents import contents as read_contents
from reportgen.data.package import Refused
from reportgen.data.sheet import Area, Cell, CellKind, DefinedName, ExcelTable, Workbook
from tests.data.making import OFFICE, package, relationships, rows, text, zipped
from tests.data.test_package import parts_of

STYLES = (
    '<numFmts count="1"><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>'
    '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="200"/><xf numFmtId="57"/><xf numFmtId="10"/><xf numFmtId="20"/>'
    "</cellXfs>"
)


def read(data: bytes) -> Workbook:
    return read_contents(data, "摘要")


def only(cell: str, *, strings: str = "", styles: str = "", properties: str = "") -> Cell | None:
    """Return what is read of the cell A1."""
    data = package({"表": rows(cell)}, strings=strings, styles=styles, properties=properties)
    return read(data).sheets[0].cells.get((1, 1))


@pytest.mark.parametrize(
    ("cell", "made"),
    [
        ('<c r="A1"><v>0.30000000000000004</v></c>', Cell(CellKind.NUMBER, "0.30000000000000004")),
        ('<c r="A1"><f>1+1</f><v>7</v></c>', Cell(CellKind.NUMBER, "7", formula=True)),
        ('<c r="A1"><f>SUM(1,2)</f></c>', Cell(CellKind.UNCACHED, "", formula=True)),
        ('<c r="A1" t="str"><f>""</f><v></v></c>', None),
        ('<c r="A1" t="e"><v>#DIV/0!</v></c>', Cell(CellKind.ERROR, "#DIV/0!")),
        ('<c r="A1" t="e"><f>1/0</f><v>#N/A</v></c>', Cell(CellKind.ERROR, "#N/A", formula=True)),
        ('<c r="A1" t="b"><v>1</v></c>', Cell(CellKind.LOGICAL, "1")),
        ('<c r="A1" t="str"><v>甲</v></c>', Cell(CellKind.TEXT, "甲")),
        ('<c r="A1" t="d"><v>2024-03-01</v></c>', Cell(CellKind.DATE, "2024-03-01")),
        ('<c r="A1" t="d"><v>三月</v></c>', Cell(CellKind.UNREADABLE, "三月")),
        ('<c r="A1"><v>NaN</v></c>', Cell(CellKind.UNREADABLE, "NaN")),
        ('<c r="A1"><v>1e999</v></c>', Cell(CellKind.UNREADABLE, "1e999")),
        ('<c r="A1"><v>1_000</v></c>', Cell(CellKind.UNREADABLE, "1_000")),
        ('<c r="A1"><v>12,345</v></c>', Cell(CellKind.UNREADABLE, "12,345")),
        ('<c r="A1" t="s"><v>9</v></c>', Cell(CellKind.UNREADABLE, "9")),
        ('<c r="A1" t="new"><v>9</v></c>', Cell(CellKind.UNREADABLE, "9")),
        ('<c r="A1" s=""><v>9</v></c>', Cell(CellKind.NUMBER, "9")),
        ('<c r="A1" s="99"><v>9</v></c>', Cell(CellKind.NUMBER, "9")),
        ("<c><v>9</v></c>", Cell(CellKind.NUMBER, "9")),
        ('<c r="A1"/>', None),
        (text("A1", "   "), None),
        (text("A1", "坏_x0000__x0008__xFFFE_字"), Cell(CellKind.TEXT, "坏字")),
        (text("A1", "=HYPERLINK(&quot;x&quot;)"), Cell(CellKind.TEXT, '=HYPERLINK("x")')),
        (
            '<c r="A1" t="inlineStr"><is><r><t>作</t></r><r><t>品</t></r><rPh sb="0" eb="1"><t>zuò</t></rPh></is></c>',
            Cell(CellKind.TEXT, "作品"),
        ),
    ],
)
def test_a_cell_is_read_for_what_it_holds(cell: str, made: Cell | None) -> None:
    assert only(cell) == made


@pytest.mark.parametrize(
    ("value", "style", "made"),
    [
        ("45292", 1, Cell(CellKind.DATE, "2024-01-01T00:00:00", "mm-dd-yy")),
        ("45292", 2, Cell(CellKind.DATE, "2024-01-01T00:00:00", 'yyyy"年"m"月"')),
        ("45292", 3, Cell(CellKind.DATE, "2024-01-01T00:00:00", 'yyyy"年"m"月"')),
        ("0.5", 4, Cell(CellKind.NUMBER, "0.5", "0.00%")),
        ("0.5", 5, Cell(CellKind.NUMBER, "0.5", "h:mm")),
        ("-5", 1, Cell(CellKind.UNREADABLE, "-5", "mm-dd-yy")),
        ("60", 1, Cell(CellKind.UNREADABLE, "60", "mm-dd-yy")),
        ("1000000000", 1, Cell(CellKind.UNREADABLE, "1000000000", "mm-dd-yy")),
    ],
)
def test_a_date_is_a_number_with_a_date_format(value: str, style: int, made: Cell) -> None:
    assert only(f'<c r="A1" s="{style}"><v>{value}</v></c>', styles=STYLES) == made


def test_the_calendar_of_1904_is_heeded() -> None:
    cell = only('<c r="A1" s="1"><v>43831</v></c>', styles=STYLES, properties='<workbookPr date1904="1"/>')
    assert cell == Cell(CellKind.DATE, "2024-01-02T00:00:00", "mm-dd-yy")


def test_shared_strings_are_cleaned_once_and_not_twice() -> None:
    strings = "<si><t>_x005F_x0041_</t></si><si><r><t>合</t></r><r><t>计</t></r></si>"
    assert only('<c r="A1" t="s"><v>0</v></c>', strings=strings) == Cell(CellKind.TEXT, "_x0041_")
    assert only('<c r="A1" t="s"><v>1</v></c>', strings=strings) == Cell(CellKind.TEXT, "合计")


@pytest.mark.parametrize("dimension", ["A1:A1", "A1:XFD1048576", "nonsense"])
def test_what_a_sheet_says_of_its_size_is_not_believed(dimension: str) -> None:
    body = f'<dimension ref="{dimension}"/>' + rows(text("A1", "甲") + text("B1", "乙"), '<c r="B2"><v>1</v></c>')
    assert set(read(package({"表": body})).sheets[0].cells) == {(1, 1), (1, 2), (2, 2)}


def test_what_else_a_sheet_holds_is_passed_over() -> None:
    extras = (
        '<sheetViews><sheetView workbookViewId="0"><pane state="bogus"/></sheetView></sheetViews>'
        + rows(text("A1", "甲"))
        + '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"/></dataValidations>'
        + "<extLst>" + "<a>" * 500 + "</a>" * 500 + "</extLst>"
    )  # fmt: skip
    assert read(package({"表": extras})).sheets[0].cells == {(1, 1): Cell(CellKind.TEXT, "甲")}


def test_merges_end_where_the_sheet_does_and_hide_what_lies_under_them() -> None:
    body = rows(text("A1", "甲") + text("B1", "隐"), text("C2", "乙"))
    body += '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C2:C1048576"/><mergeCell ref="E1:F9"/></mergeCells>'
    sheet = read(package({"表": body})).sheets[0]
    assert sheet.merges == (Area(1, 1, 1, 2),)
    assert set(sheet.cells) == {(1, 1), (2, 3)}


def test_parts_packed_under_windows_names_are_found() -> None:
    parts = parts_of(package({"表": rows(text("A1", "甲"))}))
    windows = zipped(parts)
    for name in parts:
        windows = windows.replace(name.encode(), name.replace("/", "\\").encode())
    assert read(windows).sheets[0].cells == {(1, 1): Cell(CellKind.TEXT, "甲")}


def test_tables_and_names_are_read() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "登记"
    for row in (["年份", "登记量"], [2023, 1], [2024, 2]):
        sheet.append(row)
    sheet.add_table(Table(displayName="登记表", ref="A1:B3"))
    book.defined_names["登记量"] = GivenName("登记量", attr_text="登记!$B$2:$B$3")
    sheet.defined_names["本表"] = GivenName("本表", attr_text="登记!$A$1")
    sheet.print_area = "A1:B2"
    held = BytesIO()
    book.save(held)
    found = read(held.getvalue())
    assert found.tables == (ExcelTable("登记表", "登记", Area(1, 1, 3, 2)),)
    assert set(found.names) == {DefinedName("登记量", "登记!$B$2:$B$3"), DefinedName("本表", "登记!$A$1", "登记")}
    assert found.digest == "摘要"


def test_a_table_whose_part_is_missing_is_no_table() -> None:
    rel = f'<Relationship Id="r1" Type="{OFFICE}/table" Target="../tables/t.xml"/>'
    data = package({"表": rows(text("A1", "甲"))}, extra={"xl/worksheets/_rels/sheet1.xml.rels": relationships(rel)})
    assert read(data).tables == ()


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (package({}), "data.no-sheets", ""),
        (package({"数据": rows(), "数据 ": rows()}), "data.same-sheets", "数据"),
        (package({"Data": rows(), "DATA": rows()}), "data.same-sheets", "DATA"),
        (package({f"s{n}": rows() for n in range(contents.SHEETS + 1)}), "data.too-big", "257"),
        (package({"表": rows('<c r="2A"><v>1</v></c>')}), "data.damaged", "sheet1.xml"),
        (package({"表": rows('<c r="ZZZZ99999999"><v>1</v></c>')}), "data.damaged", "sheet1.xml"),
        (package({"表": "<sheetData><row>"}), "data.damaged", "sheet1.xml"),
        (
            package({"表": rows(text("A1", "甲")) + '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'}),
            "data.too-big",
            "17179869184",
        ),
        (
            package({"表": "<mergeCells>" + '<mergeCell ref="A1:B1"/>' * (cells.MERGES + 1) + "</mergeCells>"}),
            "data.too-big",
            "合并",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(data: bytes, code: str, said: str) -> None:
    with pytest.raises(Refused) as caught:
        read(data)
    assert caught.value.message.code == code
    assert said in str(caught.value.fields)


def test_a_missing_sheet_part_is_named() -> None:
    parts = parts_of(package({"表": rows()}))
    del parts["xl/worksheets/sheet1.xml"]
    with pytest.raises(Refused) as caught:
        read(zipped(parts))
    assert caught.value.fields == {"part": "xl/worksheets/sheet1.xml"}


@pytest.mark.parametrize(
    ("limit", "value", "said"),
    [("CELLS", 3, "cells"), ("CHARACTERS", 10, "text"), ("MERGED_IN_USE", 3, "merges"), ("NAMES", 0, "names")],
)
def test_each_limit_holds(monkeypatch: pytest.MonkeyPatch, limit: str, value: int, said: str) -> None:
    body = rows(*(text(f"A{n}", "甲乙丙丁") + text(f"B{n}", "戊己庚辛") for n in range(1, 4)))
    body += '<mergeCells><mergeCell ref="A1:B3"/></mergeCells>'
    names = "<definedNames><definedName name='甲'>表!$A$1</definedName></definedNames>"
    data = package({"表": body}, workbook=names)
    assert len(read(data).sheets[0].cells) == 1
    monkeypatch.setattr(contents, limit, value)
    with pytest.raises(Refused) as caught:
        read(data)
    assert said in caught.value.fields["what_en"]


def test_too_many_shared_strings_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = package({"表": rows()}, strings="<si><t>a</t></si>" * 5)
    assert read(data).sheets[0].cells == {}
    monkeypatch.setattr(contents, "CELLS", 4)
    with pytest.raises(Refused) as caught:
        read(data)
    assert re.search("strings", caught.value.fields["what_en"])
