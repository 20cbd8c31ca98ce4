"""Addresses of data in a spec: 调查!图1, 调查!图3!A3:B6, 版权!登记总量表, 调查!研发获取比例.

The first part names a workbook; the second a sheet, an Excel table or a defined name, which only the workbook can tell
apart; the third, where there is one, a range of the sheet. A part that holds `!` is put in single quotes ('甲!乙'), a
quote in it doubled, as in Excel. Full-width marks read as half-width ones.
"""

from __future__ import annotations

import re
import unicodedata

from reportgen.data import messages
from reportgen.data.sheet import Area, parse_area
from reportgen.errors import Faulty
from reportgen.origins import SourceText, Span
from reportgen.values import dataclass

_PART = re.compile(r"\s*(?:'((?:[^']|'')+)'|([^!！']+?))\s*(?:[!！]|$)")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a table lies: the workbook's name, the name in it, the range on it (None for all of it)."""

    workbook: str
    name: str
    area: Area | None
    span: Span

    def __str__(self) -> str:
        return "!".join((self.workbook, self.name, *((str(self.area),) if self.area else ())))


def is_address(text: str) -> bool:
    """Whether `text` is an address and no name of other data, of either width."""
    return "!" in text or "！" in text


def parse_address(text: SourceText) -> Address:
    """Return the address that `text` says; raise Faulty where it says none."""
    match _parts(text.text):
        case [workbook, name]:
            return Address(workbook, name, None, text.span)
        case [workbook, name, given] if (area := read_area(given)) is not None:
            return Address(workbook, name, area, text.span)
        case _:
            raise Faulty([messages.BAD_ADDRESS.at(text.span, text=text.text.strip())])


def read_area(text: str) -> Area | None:
    """Return the area that a person typed, in full or half width, in either case."""
    return parse_area(re.sub(r"\s", "", unicodedata.normalize("NFKC", text)))


def _parts(text: str) -> list[str]:
    """Return the parts of an address, or nothing where it does not fall into parts."""
    parts: list[str] = []
    at = 0
    while at < len(text):
        found = _PART.match(text, at)
        if found is None or (found.end() == len(text) and text[-1] in "!！"):
            return []
        parts.append(found[1].replace("''", "'") if found[1] else found[2])
        at = found.end()
    return parts
