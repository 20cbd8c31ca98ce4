"""Workbooks that strangers might send: each builder writes one file with one fault.

All but the faults that keep a file from being read at all hold the sheet 登记量 of `workbook`, so that `SPEC`, which
stands beside the file, reads each of them. Nothing here is a file that somebody made: all bytes are written here.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from tests.broken.workbook import FILE, REGISTRATIONS

SPEC = f"""reportgen: 1
title: 著作权登记情况
params:
  year: {{type: year, default: 2024}}
workbooks:
  统计: {{path: {FILE}, period: year}}
data:
  登记: 统计!{REGISTRATIONS}
body:
  - text: |
      {{{{ year }}}}，作品著作权登记 {{{{ 登记.作品登记 }}}}。
"""
"""A spec that reads the workbook; it is whole where the workbook is."""

SPEC_LINE = 6
"""The line of `SPEC` that names the workbook."""

Part: TypeAlias = str | bytes | Iterable[bytes]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST_SHEET = "xl/worksheets/sheet1.xml"

_ROWS = (
    ("登记类别", "2023 年", "2024 年"),
    ("作品登记", 6428277, 7802965),
    ("软件登记", 2495213, 2827213),
    ("质权登记", 411, 432),
    ("登记总量", 8923901, 10630610),
)


@dataclass(frozen=True, slots=True)
class BrokenWorkbook:
    """A fault, and what must be said of it.

    `write` writes the file at a path. `about` is a word that the Chinese message must contain. `cell` (sheet!address)
    must be named where the fault lies in a cell; otherwise the message names the file. Where `readable` is true the
    table is read all the same, and what is said is a warning.
    """

    name: str
    write: Callable[[Path], None]
    about: str
    cell: str = ""
    readable: bool = False


def write_sound(path: Path) -> None:
    """Write the workbook that has no fault: what the others are before something is done to them."""
    _write(path, _parts([(REGISTRATIONS, _sheet())]))


# What is no workbook.


def _not_a_zip(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)


def _zero_bytes(path: Path) -> None:
    path.write_bytes(b"")


def _html(path: Path) -> None:
    rows = "<tr><td>登记类别</td><td>2024 年</td></tr><tr><td>作品登记</td><td>7802965</td></tr>"
    path.write_text(f"<html><body><table>{rows}</table></body></html>", encoding="gbk")


def _gbk_text(path: Path) -> None:
    path.write_text("登记类别\t2023 年\t2024 年\r\n作品登记\t6428277\t7802965\r\n" * 20, encoding="gbk")


def _encrypted(path: Path) -> None:
    """An OLE compound file (MS-CFB §2.2) whose directory names the stream of an encrypted package."""
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + bytes.fromhex("3e000300feff09000600")
    directory = "".join(name.ljust(32, "\0") for name in ("Root Entry", "EncryptionInfo", "EncryptedPackage"))
    path.write_bytes(header.ljust(512, b"\0") + b"\xff" * 512 + directory.encode("utf-16-le").ljust(4096, b"\0"))


def _half(path: Path) -> None:
    write_sound(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


# What is too much.


def _zip_bomb(path: Path) -> None:
    start, end = _sheet().split("作品登记")
    blanks = (b" " * 1_000_000 for _ in range(400))
    _write(path, _parts([(REGISTRATIONS, _chain(f"{start}作品登记".encode(), blanks, end.encode()))]))


def _twenty_million_cells(path: Path) -> None:
    row = b"<row>" + b"<c><v>1</v></c>" * 1000 + b"</row>"
    start, end = _sheet().split("</sheetData>")
    rows = (row for _ in range(20_000))
    _write(path, _parts([(REGISTRATIONS, _chain(start.encode(), rows, f"</sheetData>{end}".encode()))]))


def _far_cell(path: Path) -> None:
    row = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    _write(path, _parts([(REGISTRATIONS, _sheet(last_row=row))]))


def _whole_sheet_merged(path: Path) -> None:
    merge = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    _write(path, _parts([(REGISTRATIONS, _sheet(after=merge))]))


def _three_thousand_sheets(path: Path) -> None:
    _write(path, _parts([(REGISTRATIONS, _sheet()), *((f"表{n}", _sheet()) for n in range(2999))]))


# What is meant to do harm.


def _entity_bomb(path: Path) -> None:
    names = "abcdefghij"
    entities = [f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in pairwise(names)]
    doctype = f'<!DOCTYPE x [<!ENTITY a "著作权登记">{"".join(entities)}]>'
    _write(path, _parts([(REGISTRATIONS, _sheet(doctype=doctype, title="&j;"))]))


def _external_entity(path: Path) -> None:
    doctype = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    _write(path, _parts([(REGISTRATIONS, _sheet(doctype=doctype, title="&e;"))]))


def _member_twice(path: Path) -> None:
    write_sound(path)
    with zipfile.ZipFile(path, "a") as archive, warnings.catch_warnings():
        # zipfile warns of just what is wanted here.
        warnings.simplefilter("ignore", UserWarning)
        archive.writestr(_FIRST_SHEET, _sheet({"C4": "<v>1</v>"}))


def _zip_slip(path: Path) -> None:
    _write(path, {**_parts([(REGISTRATIONS, _sheet())]), "../../escaped.xml": "<x/>"})


# What is damaged.


def _sheet_part_missing(path: Path) -> None:
    parts = _parts([(REGISTRATIONS, _sheet())])
    _write(path, {name: part for name, part in parts.items() if name != _FIRST_SHEET})


def _no_sheets(path: Path) -> None:
    _write(path, _parts([]))


def _same_sheet_names(path: Path) -> None:
    _write(path, _parts([(REGISTRATIONS, _sheet()), (REGISTRATIONS, _sheet({"C4": "<v>1</v>"}))]))


# What is wrong with a cell.


def _cell(content: str, kind: str = "") -> Callable[[Path], None]:
    """Return a builder that puts this into C4, the number that `SPEC` prints."""

    def write(path: Path) -> None:
        _write(path, _parts([(REGISTRATIONS, _sheet({"C4": content}, kind))]))

    return write


_C4 = f"{REGISTRATIONS}!C4"

WORKBOOKS: tuple[BrokenWorkbook, ...] = (
    BrokenWorkbook("not-a-zip", _not_a_zip, "不是"),
    BrokenWorkbook("zero-bytes", _zero_bytes, "空"),
    BrokenWorkbook("html", _html, "HTML"),
    BrokenWorkbook("gbk-text", _gbk_text, "文本"),
    BrokenWorkbook("encrypted", _encrypted, "密码"),
    BrokenWorkbook("half-a-file", _half, "不完整"),
    BrokenWorkbook("zip-bomb", _zip_bomb, "太大"),
    BrokenWorkbook("cells-20-million", _twenty_million_cells, "太大"),
    BrokenWorkbook("far-cell", _far_cell, "还有别的内容", cell="登记量!XFD1048576", readable=True),
    BrokenWorkbook("whole-sheet-merged", _whole_sheet_merged, "合并"),
    BrokenWorkbook("sheets-3000", _three_thousand_sheets, "工作表"),
    BrokenWorkbook("entity-bomb", _entity_bomb, "DTD"),
    BrokenWorkbook("external-entity", _external_entity, "DTD"),
    BrokenWorkbook("member-twice", _member_twice, "sheet1.xml"),
    BrokenWorkbook("zip-slip", _zip_slip, "路径"),
    BrokenWorkbook("sheet-part-missing", _sheet_part_missing, "损坏"),
    BrokenWorkbook("no-sheets", _no_sheets, "没有工作表"),
    BrokenWorkbook("same-sheet-names", _same_sheet_names, REGISTRATIONS),
    BrokenWorkbook("error-cell", _cell("<f>C5/0</f><v>#DIV/0!</v>", "e"), "#DIV/0!", _C4),
    BrokenWorkbook("formula-without-value", _cell("<f>SUM(C5:C6)</f>"), "公式", _C4),
    BrokenWorkbook("text-for-a-number", _cell("<is><t>约八百万</t></is>", "inlineStr"), "约八百万", _C4),
    BrokenWorkbook("not-a-number", _cell("<v>NaN</v>"), "NaN", _C4),
    BrokenWorkbook("number-beyond-all", _cell("<v>1e999</v>"), "1e999", _C4),
)
"""Every broken workbook."""


def _sheet(
    changed: dict[str, str] | None = None,
    kind: str = "",
    *,
    title: str = "全国著作权登记情况",
    doctype: str = "",
    last_row: str = "",
    after: str = "",
) -> str:
    """Return the XML of the sheet 登记量; `changed` are contents of cells by address, of the cell type `kind`."""
    rows: list[Sequence[str | int]] = [(title,), ("", "", "单位：件"), *_ROWS]
    written = []
    for number, row in enumerate(rows, start=1):
        cells = []
        for letter, value in zip("ABC", row, strict=False):
            content = (changed or {}).get(f"{letter}{number}")
            if content is not None:
                cells.append(f'<c r="{letter}{number}"{f" t={kind!r}" if kind else ""}>{content}</c>')
            elif isinstance(value, int):
                cells.append(f'<c r="{letter}{number}"><v>{value}</v></c>')
            elif value:
                cells.append(f'<c r="{letter}{number}" t="inlineStr"><is><t>{value}</t></is></c>')
        written.append(f'<row r="{number}">{"".join(cells)}</row>')
    data = f"<sheetData>{''.join(written)}{last_row}</sheetData>"
    return f'{_DECLARATION}{doctype}<worksheet xmlns="{_MAIN}">{data}{after}</worksheet>'


def _parts(sheets: Sequence[tuple[str, Part]]) -> dict[str, Part]:
    """Return the parts of a workbook package (ECMA-376 part 1 §12) by name."""
    numbers = range(1, len(sheets) + 1)
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>' for n in numbers
    )
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, (name, _) in zip(numbers, sheets, strict=True)
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    parts: dict[str, Part] = {
        "[Content_Types].xml": f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{related}'
        "</Relationships>",
    }
    return parts | {f"xl/worksheets/sheet{n}.xml": part for n, (_, part) in zip(numbers, sheets, strict=True)}


def _chain(start: bytes, middle: Iterable[bytes], end: bytes) -> Iterable[bytes]:
    yield start
    yield from middle
    yield end


def _write(path: Path, parts: dict[str, Part]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            if isinstance(part, str | bytes):
                archive.writestr(name, part)
                continue
            with archive.open(name, "w", force_zip64=True) as file:
                for chunk in part:
                    file.write(chunk)
