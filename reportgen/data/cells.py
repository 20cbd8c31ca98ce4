"""The walk over one sheet's part: its cells and merges, by openpyxl's worksheet parser.

Runs in the reading subprocess. Some of openpyxl's habits are not ours, so the walk and one method are replaced. We need
a formula's stored value *and* that it is a formula, which openpyxl gives in two passes; numbers keep the digits the
file has; and cells that cannot be read stay cells, so that they are a fault only where they are used. `<dimension>` is
never believed, and what else a sheet holds (validation, conditional formats) is passed over.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import IO, Any
from xml.etree.ElementTree import Element, iterparse

from openpyxl.styles.numbers import is_date_format, is_timedelta_format
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.datetime import WINDOWS_EPOCH, from_excel, from_ISO8601
from openpyxl.worksheet._reader import CELL_TAG, FORMULA_TAG, INLINE_STRING, ROW_TAG, VALUE_TAG, WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS

from reportgen.data import messages
from reportgen.data.clean import clean
from reportgen.data.package import Refused
from reportgen.data.sheet import LAST_COLUMN, LAST_ROW, Area, Cell, CellKind, parse_area

MERGES = 10_000
"""Merged areas that a sheet may have."""

_MERGE_TAG = f"{{{SHEET_MAIN_NS}}}mergeCell"
_TEXT_TAG = f"{{{SHEET_MAIN_NS}}}t"
_RUN_TAG = f"{{{SHEET_MAIN_NS}}}r"


def plain_text(element: Element) -> str:
    """Return the text of a shared or inline string: its own and its runs', not that of a phonetic guide."""
    parts = [element, *element.findall(_RUN_TAG)]
    return clean("".join(text.text or "" for part in parts for text in part.findall(_TEXT_TAG)))


class SheetWalk(WorkSheetParser):
    """The walk over one sheet: cells row by row; `merges` is complete once all rows are through."""

    def __init__(self, source: IO[bytes], strings: Sequence[str], formats: Sequence[str], epoch: datetime) -> None:
        super().__init__(source, {}, data_only=True, epoch=epoch)
        self.strings = strings
        self.formats = formats
        self.dates = {i for i, code in enumerate(formats) if is_date_format(code) and not is_timedelta_format(code)}
        self.merges: list[Area] = []

    def rows(self) -> Iterator[list[tuple[int, int, Cell]]]:
        """Yield the cells of each row as (row, column, cell); raise Refused beyond the limit of merges."""
        for _, element in iterparse(self.source):  # noqa: S314 - no part with a DTD comes this far (`package`)
            if element.tag == ROW_TAG:
                row: Any = element
                yield [(one["row"], one["column"], one["cell"]) for one in self.parse_row(row)[1] if one]
                element.clear()
            elif element.tag == _MERGE_TAG:
                area = parse_area(element.get("ref", ""))
                if area is not None and area.size > 1:
                    self.merges.append(area)
                if len(self.merges) > MERGES:
                    raise Refused(
                        messages.TOO_BIG, what_zh="合并单元格太多", what_en="too many merged areas", limit=f"{MERGES}"
                    )
                element.clear()

    def parse_cell(self, element: Any) -> dict[str, Any]:  # the signature is openpyxl's
        """Return a cell with its place, or nothing where it holds nothing."""
        if element.tag != CELL_TAG:
            return {}
        reference = element.get("r")
        row, column = coordinate_to_tuple(reference) if reference else (self.row_counter, self.col_counter + 1)
        self.col_counter = column
        if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
            raise ValueError(f"there is no cell {reference}")
        style = int(element.get("s") or "0")
        code = self.formats[style] if 0 <= style < len(self.formats) else "General"
        kind, text = self._content(element, style)
        formula = element.find(FORMULA_TAG) is not None
        if not text:
            # A formula may well say "", which is a value; one without any value was never calculated.
            if not formula or element.get("t") == "str":
                return {}
            kind = CellKind.UNCACHED
        return {"row": row, "column": column, "cell": Cell(kind, text, code, formula)}

    def _content(self, element: Element, style: int) -> tuple[CellKind, str]:
        kind = element.get("t", "n")
        if kind == "inlineStr":
            inline = element.find(INLINE_STRING)
            return CellKind.TEXT, "" if inline is None else plain_text(inline)
        value = (element.findtext(VALUE_TAG) or "").strip() if kind != "str" else element.findtext(VALUE_TAG) or ""
        if not value:
            return CellKind.TEXT, ""
        match kind:
            case "n":
                return self._number(value, dated=style in self.dates)
            case "s":
                known = value.isdecimal() and int(value) < len(self.strings)
                return (CellKind.TEXT, self.strings[int(value)]) if known else (CellKind.UNREADABLE, clean(value))
            case "str":
                return CellKind.TEXT, clean(value)
            case "b":
                return CellKind.LOGICAL, clean(value)
            case "e":
                return CellKind.ERROR, clean(value)
            case "d":
                return _dated(value)
            case _:
                return CellKind.UNREADABLE, clean(value)

    def _number(self, value: str, *, dated: bool) -> tuple[CellKind, str]:
        try:
            number = float(value) if "_" not in value else math.nan
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            return CellKind.UNREADABLE, clean(value)
        if not dated:
            return CellKind.NUMBER, value
        try:
            moment = from_excel(number, self.epoch)
        except (OverflowError, ValueError):
            return CellKind.UNREADABLE, value
        # The calendar of 1900 has a 29 February that never was (serial 60).
        if number < 0 or (self.epoch == WINDOWS_EPOCH and 60 <= number < 61):
            return CellKind.UNREADABLE, value
        if isinstance(moment, time):
            return CellKind.NUMBER, value
        return CellKind.DATE, moment.isoformat()


def _dated(value: str) -> tuple[CellKind, str]:
    try:
        moment: object = from_ISO8601(value)  # type: ignore[no-untyped-call]  # its stub says nothing
    except ValueError:
        return CellKind.UNREADABLE, clean(value)
    match moment:
        case date():
            return CellKind.DATE, moment.isoformat()
        case _:
            return CellKind.TEXT, clean(value)
