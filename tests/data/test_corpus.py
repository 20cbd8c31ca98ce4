"""Wide runs over workbooks of other people, which do not belong to the project.

The folder that REPORTGEN_CORPUS names (../shared/corpus beside the clone otherwise) has the folders engine/, chinese/
and hostile/, and MANIFEST.tsv with what other readers made of each file.
"""

from __future__ import annotations

import csv
import os
from functools import cache
from pathlib import Path

import pytest

from reportgen.data import messages
from reportgen.data.address import Address
from reportgen.data.read_table import read_table
from reportgen.data.sheet import CellKind, Workbook
from reportgen.data.workbook import read_workbook
from reportgen.diagnostics import Message
from reportgen.errors import Faulty
from tests.data.making import source

CORPUS = Path(os.environ.get("REPORTGEN_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
FILES = sorted(CORPUS.glob("*/*")) if CORPUS.is_dir() else []
CODES = {value.code for value in vars(messages).values() if isinstance(value, Message)}

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not FILES, reason=f"there is no folder of workbooks at {CORPUS} (REPORTGEN_CORPUS)"),
]

REFUSED = {
    "01": "too-big", "02": "too-big", "06": "too-big", "07": "too-big", "41": "too-big", "48": "too-big",
    "08": "suspicious", "09": "suspicious", "10": "suspicious", "11": "suspicious", "12": "suspicious",
    "21": "suspicious", "22": "suspicious",
    "14": "damaged", "20": "damaged", "31": "damaged", "32": "damaged", "54": "damaged",
    "15": "half-a-file", "16": "empty-file", "17": "html-file", "18": "text-file", "19": "not-a-workbook",
    "42": "same-sheets", "43": "no-sheets",
}  # fmt: skip
"""What is said of the hostile workbooks that are refused, by the number in their names; the others are read."""


LEAST = 0.85
"""The share of the cells found by whoever finds most that must be read; the rest is white space and the like."""

FEWER = {
    "PhpSpreadsheet__HiddenMergeCellsTest.xlsx": "values hidden under merges",
    "PhpSpreadsheet__issue2109b.xlsx": "line ends alone",
    "calamine__encoded_entities.xlsx": "line ends alone",
    "calamine__minimal_package.xlsx": "spaces alone",
    "poi__64420.xlsm": "a sheet of macros",
}
"""Files in which others find far more cells, and what those hold."""


def opened(path: Path) -> Workbook | str:
    """Return the workbook, or the code of the one problem that it has."""
    try:
        return read_workbook(path, "簿")
    except Faulty as faulty:
        (problem,) = faulty.problems
        assert problem.code in CODES
        return problem.code


def tabled(book: Workbook, sheet: str) -> set[str]:
    """Return the codes of what is wrong with a sheet as a table."""
    try:
        read_table(book, Address("簿", sheet, None, source("簿!表").span), name="数据", current=None)
    except Faulty as faulty:
        return {problem.code for problem in faulty.problems}
    return set()


@cache
def manifest() -> dict[tuple[str, str], dict[str, str]]:
    """Return what the manifest says of each file, by folder and name."""
    with (CORPUS / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {(row["folder"], row["file"]): row for row in rows}


def counts(path: Path) -> list[int | None]:
    """Return how many cells each reader of the manifest found; None where it failed."""
    row = manifest().get((path.parent.name, path.name))
    said = [row[reader] for reader in ("openpyxl", "openpyxl_read_only", "calamine")] if row else []
    return [int(one.removeprefix("ok:")) if one.startswith("ok:") else None for one in said]


def opinions(path: Path) -> set[int]:
    """Return how many cells the readers of the manifest found, where they agree."""
    found = counts(path)
    return {one for one in found if one is not None} if len(set(found)) == 1 else set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_each_workbook_is_read_or_refused_with_a_reason(path: Path) -> None:
    found = opened(path)
    if path.parent.name == "hostile":
        said = f"data.{REFUSED.get(path.name[:2])}"
        assert (found == said) if path.name[:2] in REFUSED else isinstance(found, Workbook)
    if isinstance(found, str):
        return
    cells = [cell for sheet in found.sheets for cell in sheet.cells.values() if cell.kind is not CellKind.UNCACHED]
    agreed = opinions(path)
    # Texts of white space alone, and values hidden under merges, are no cells for us.
    assert not agreed or len(cells) <= max(agreed)
    every = sum(len(sheet.cells) for sheet in found.sheets)
    most = max((one for one in counts(path) if one is not None), default=0)
    assert every >= most * LEAST or path.name in FEWER
    for sheet in found.sheets:
        assert tabled(found, sheet.name) <= CODES


def test_strict_workbooks_are_refused_by_name_and_never_read_as_empty() -> None:
    strict = [key for key, row in manifest().items() if "strict" in row["features"].split(",")]
    assert len(strict) == 8
    assert {opened(CORPUS / folder / name) for folder, name in strict} == {"data.strict"}


def test_what_other_readers_take_for_blank_is_an_error_or_waits_for_its_value() -> None:
    """Cells that hold an error or a formula without a value are neither lost nor numbers."""
    kinds = {
        name: {
            cell.kind
            for sheet in read_workbook(CORPUS / "hostile" / name, "簿").sheets
            for cell in sheet.cells.values()
        }
        for name in ("27_error_cells.xlsx", "28_formula_no_cache.xlsx")
    }
    assert CellKind.ERROR in kinds["27_error_cells.xlsx"]
    assert CellKind.UNCACHED in kinds["28_formula_no_cache.xlsx"]


@pytest.mark.parametrize("name", ["04_dimension_lies_small.xlsx", "05_dimension_lies_huge.xlsx"])
def test_what_a_sheet_says_of_its_size_is_not_believed(name: str) -> None:
    (sheet,) = read_workbook(CORPUS / "hostile" / name, "簿").sheets
    assert len(sheet.cells) == 4


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name == "chinese"], ids=lambda path: path.name)
def test_each_statistics_export_is_a_table_of_numbers_over_time(path: Path) -> None:
    book = read_workbook(path, "簿")
    for sheet in book.sheets:
        table = read_table(book, Address("簿", sheet.name, None, source("簿!表").span), name="数据", current=None)
        assert table.periods
        assert table.sources
        assert all(value.fault is None for value in table.values.values())
        assert {key[0] for key, value in table.values.items() if value.number is not None} == set(
            range(len(table.items))
        )
