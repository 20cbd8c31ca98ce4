"""What the peers set: a report as plain data, in the JSON file that every peer is given.

Texts are as printed, numbers of headings and captions included. Nothing here is reportgen's; a peer needs only this.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, TypeAlias, TypedDict


class Heading(TypedDict):
    """A heading; `level` counts from 1."""

    kind: Literal["heading"]
    level: int
    text: str


class Paragraph(TypedDict):
    """A paragraph of the body, the report's title or issue line, or the line that names a source."""

    kind: Literal["paragraph"]
    role: Literal["title", "issue", "body", "source"]
    text: str


class Items(TypedDict):
    """A list; each item begins with its marker as printed."""

    kind: Literal["items"]
    items: list[str]


class Table(TypedDict):
    """A table of printed cells."""

    kind: Literal["table"]
    caption: str
    unit: str
    header: list[str]
    rows: list[list[str]]
    notes: list[str]


class Sheet(TypedDict):
    """A table that is to be read from a sheet of a workbook: a header row, then labels and whole numbers."""

    kind: Literal["sheet"]
    caption: str
    workbook: str
    sheet: str


class Series(TypedDict):
    """A series of a chart: what is plotted (nothing where a value is missing) and what is printed at each point."""

    name: str
    values: list[float | None]
    labels: list[str]
    line: bool
    second: bool


class Chart(TypedDict):
    """A chart as data; `form` is line, column, bar, pie or column+line."""

    kind: Literal["chart"]
    form: str
    caption: str
    categories: list[str]
    series: list[Series]
    unit: str
    second_unit: str
    stacked: bool
    labelled: bool
    notes: list[str]


class Contents(TypedDict):
    """The table of contents."""

    kind: Literal["contents"]
    title: str
    depth: int


Block: TypeAlias = Heading | Paragraph | Items | Table | Sheet | Chart | Contents


class Content(TypedDict):
    """A whole report: its title for the files' properties, and its blocks in order."""

    title: str
    blocks: list[Block]


def read_content(path: Path) -> Content:
    """Return the content that our own side wrote to `path`."""
    content: Content = json.loads(path.read_text(encoding="utf-8"))
    return content


def sheet_rows(block: Sheet) -> Iterator[Sequence[str]]:
    """Yield the rows of a sheet as printed, the header first: read as fast as openpyxl reads."""
    import openpyxl  # noqa: PLC0415 - heavy, and only one case has a sheet

    book = openpyxl.load_workbook(block["workbook"], read_only=True, data_only=True)
    for row in book[block["sheet"]].iter_rows(values_only=True):
        yield ["" if value is None else str(value) for value in row]
    book.close()
