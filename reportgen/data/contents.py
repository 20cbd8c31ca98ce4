"""What a checked package holds: its sheets, tables and names, read by openpyxl.

Runs in the reading subprocess. Charts, pictures, comments and pivots are not opened, and styles are not loaded beyond
their number formats: the rest of a stylesheet is what openpyxl most often stumbles over, and nothing here looks at it.
openpyxl's inner parts have no types worth the name; what they give is converted at once.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import iterparse

from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import fromstring

from reportgen.data import messages
from reportgen.data.cells import SheetWalk, plain_text
from reportgen.data.clean import clean
from reportgen.data.package import Refused
from reportgen.data.sheet import Area, Cell, DefinedName, ExcelTable, Sheet, Workbook, parse_area
from reportgen.values import dataclass

CHARACTERS = 150_000_000
"""Characters that all cells together may hold: one long shared string can be named by every cell."""
SHEETS = 256
CELLS = 2_000_000
MERGED_CELLS = 10_000_000
MERGED_IN_USE = 500_000
NAMES = 200_000
"""What a workbook may have of sheets, cells, cells under a sheet's merges (all; in rows and columns in use), names."""

_STRING_TAG = f"{{{SHEET_MAIN_NS}}}si"
_STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_TABLE_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/table"
_CHINESE_FORMATS = {
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"',
    35: '上午/下午h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"',
    56: '上午/下午h"时"mm"分"ss"秒"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
"""Built-in number formats of Chinese Excel, which the file names by number only (ECMA-376 part 1 §18.8.30, zh-cn)."""


def contents(data: bytes, digest: str) -> Workbook:
    """Return what the package `data` holds; raise Refused where it cannot be read or is beyond a limit."""
    reader: Any = ExcelReader(BytesIO(data), data_only=True, keep_links=False)
    archive: zipfile.ZipFile = reader.archive
    _name_plainly(archive)
    with _reading("[Content_Types].xml"):
        reader.read_manifest()
    with _reading("xl/workbook.xml"):
        reader.read_workbook()
        listed = [(clean(sheet.name or ""), rel) for sheet, rel in reader.parser.find_sheets()]
        names = _names(reader.parser, [clean(sheet.name or "") for sheet in reader.parser.sheets])
    worksheets = [(name, rel.target) for name, rel in listed if rel.Type.endswith("/worksheet")]
    _check_sheets([name for name, _ in worksheets])
    with _reading("xl/sharedStrings.xml"):
        strings = _strings(archive, reader.package)
    with _reading("xl/styles.xml"):
        formats = _formats(archive, reader.package)
    sheets: list[Sheet] = []
    tables: list[ExcelTable] = []
    spent = _Spent()
    for name, target in worksheets:
        with _reading(target):
            sheets.append(_sheet(archive, target, name, _Shared(strings, formats, reader.wb.epoch), spent))
            tables += _tables(archive, target, name)
    return Workbook("", "", tuple(sheets), tuple(tables), names, digest)


def _name_plainly(archive: zipfile.ZipFile) -> None:
    """Let parts be found that were packed under names with backslashes, as some Windows programs do."""
    for member in archive.infolist():
        member.filename = member.filename.replace("\\", "/")
        archive.NameToInfo[member.filename] = member


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all sheets of a workbook share."""

    strings: Sequence[str]
    formats: Sequence[str]
    epoch: datetime


class _Spent:
    """How much of the limits the sheets read so far have used."""

    __slots__ = ("cells", "characters")

    def __init__(self) -> None:
        self.cells = self.characters = 0

    def take(self, row: Sequence[tuple[int, int, Cell]]) -> None:
        """Count a row; raise Refused beyond a limit."""
        self.cells += len(row)
        self.characters += sum(len(cell.text) for _, _, cell in row)
        if self.cells > CELLS:
            raise _too_big("单元格太多", "too many cells", CELLS)
        if self.characters > CHARACTERS:
            raise _too_big("文字太多", "too much text", CHARACTERS)


@contextmanager
def _reading(part: str) -> Iterator[None]:
    """Turn whatever goes wrong inside into a refusal that names the part: openpyxl may raise anything."""
    try:
        yield
    except (Refused, MemoryError):
        raise
    except Exception as error:
        raise Refused(messages.DAMAGED, part=clean(part)) from error


def _too_big(what_zh: str, what_en: str, limit: int) -> Refused:
    return Refused(messages.TOO_BIG, what_zh=what_zh, what_en=what_en, limit=f"{limit}")


def _check_merges(merges: Sequence[Area], limit: int) -> None:
    covered = sum(area.size for area in merges)
    if covered > limit:
        raise _too_big(f"合并区域共 {covered} 格", f"merges cover {covered} cells", limit)


def _check_sheets(names: Sequence[str]) -> None:
    if not names:
        raise Refused(messages.NO_SHEETS)
    if len(names) > SHEETS:
        raise _too_big(f"有 {len(names)} 张工作表", f"{len(names)} sheets", SHEETS)
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            raise Refused(messages.SAME_SHEETS, sheet=name)
        seen.add(name.casefold())


def _names(parser: Any, sheets: Sequence[str]) -> tuple[DefinedName, ...]:
    given = parser.defined_names.definedName
    if len(given) > NAMES:
        raise _too_big(f"有 {len(given)} 个名称", f"{len(given)} names", NAMES)
    names: list[DefinedName] = []
    for one in given:
        # Print areas, filters and macros are names too.
        if one.hidden or one.function or one.name.startswith("_xl") or not one.value:
            continue
        local = one.localSheetId
        sheet = sheets[local] if local is not None and 0 <= local < len(sheets) else None
        names.append(DefinedName(clean(one.name), clean(one.value), sheet))
    return tuple(names)


def _strings(archive: zipfile.ZipFile, manifest: Any) -> list[str]:
    found = manifest.find(SHARED_STRINGS)
    if found is None or found.PartName.lstrip("/") not in archive.namelist():
        return []
    strings: list[str] = []
    with archive.open(found.PartName.lstrip("/")) as source:
        for _, element in iterparse(source):  # noqa: S314 - no part with a DTD comes this far (`package`)
            if element.tag == _STRING_TAG:
                strings.append(plain_text(element))
                element.clear()
                if len(strings) > CELLS:
                    raise _too_big("共享字符串太多", "too many shared strings", CELLS)
    return strings


def _formats(archive: zipfile.ZipFile, manifest: Any) -> list[str]:
    """Return the number format code of each cell style."""
    found = manifest.find(_STYLES)
    if found is None or found.PartName.lstrip("/") not in archive.namelist():
        return []
    root = fromstring(archive.read(found.PartName.lstrip("/")))
    space = {"x": SHEET_MAIN_NS}
    custom = {
        int(each.get("numFmtId", "0")): clean(each.get("formatCode", ""))
        for each in root.findall("x:numFmts/x:numFmt", space)
    }
    known = {**BUILTIN_FORMATS, **_CHINESE_FORMATS, **custom}
    return [
        known.get(int(each.get("numFmtId", "0")), "") or "General" for each in root.findall("x:cellXfs/x:xf", space)
    ]


def _sheet(archive: zipfile.ZipFile, target: str, name: str, shared: _Shared, spent: _Spent) -> Sheet:
    cells: dict[tuple[int, int], Cell] = {}
    with archive.open(target) as source:
        walk = SheetWalk(source, shared.strings, shared.formats, shared.epoch)
        for row in walk.rows():
            spent.take(row)
            cells.update(((at, column), cell) for at, column, cell in row)
    _check_merges(walk.merges, MERGED_CELLS)
    merges = _within_use(walk.merges, cells)
    _check_merges(merges, MERGED_IN_USE)
    for place in _hidden(merges):
        cells.pop(place, None)
    return Sheet(name, dict(sorted(cells.items())), merges)


def _within_use(merges: Sequence[Area], cells: Mapping[tuple[int, int], Cell]) -> tuple[Area, ...]:
    """Return the merges as far as the sheet is in use: whole columns are merged for looks and say nothing below."""
    last_row = max((row for row, _ in cells), default=0)
    last_column = max((column for _, column in cells), default=0)
    cut = (Area(m.top, m.left, min(m.bottom, last_row), min(m.right, last_column)) for m in merges)
    return tuple(dict.fromkeys(m for m in cut if m.top <= m.bottom and m.left <= m.right and m.size > 1))


def _hidden(merges: Sequence[Area]) -> Iterator[tuple[int, int]]:
    """Yield the places under merges that Excel does not show, whatever the file keeps there."""
    for area in merges:
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                if (row, column) != (area.top, area.left):
                    yield row, column


def _tables(archive: zipfile.ZipFile, target: str, sheet: str) -> list[ExcelTable]:
    rels_path: str = get_rels_path(target)  # type: ignore[no-untyped-call]  # its stub says nothing
    if rels_path not in archive.namelist():
        return []
    tables: list[ExcelTable] = []
    for rel in get_dependents(archive, rels_path).find(_TABLE_REL):
        if posixpath.normpath(rel.target) not in archive.namelist():
            continue
        root = fromstring(archive.read(posixpath.normpath(rel.target)))
        name = clean(root.get("displayName") or root.get("name") or "")
        area = parse_area(root.get("ref", ""))
        if name and area is not None:
            headers, totals = int(root.get("headerRowCount", "1")), int(root.get("totalsRowCount", "0"))
            tables.append(ExcelTable(name, sheet, area, headers, totals))
    return tables
