"""Wide runs over workbooks of other people, which do not belong to the project.

The folder that REPORTGEN_CORPUS names (../shared/corpus beside the clone otherwise) has the folders engine/, chinese/
and hostile/, and MANIFEST.tsv with what other readers made of each file.
"""

from __future__ import annotations

import csv
import os
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
    "01": "too_big", "02": "too_big", "06": "too_big", "07": "too_big", "41": "too_big", "48": "too_big",
    "08": "suspicious", "09": "suspicious", "10": "suspicious", "11": "suspicious", "12": "suspicious",
    "21": "suspicious", "22": "suspicious",
    "14": "damaged", "20": "damaged", "31": "damaged", "32": "damaged", "54": "damaged",
    "15": "half_a_file", "16": "empty_file", "17": "html_file", "18": "text_file", "19": "not_a_workbook",
    "42": "same_sheets", "43": "no_sheets",
}  # fmt: skip
"""What is said of the hostile workbooks that are refused, by the number in their names; the others are read."""


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


def opinions(folder: str, name: str) -> set[int]:
    """Return how many cells the readers of the manifest found, where they agree."""
    with (CORPUS / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if (row["folder"], row["file"]) == (folder, name):
                said = [row["openpyxl"], row["openpyxl_read_only"], row["calamine"]]
                found = {int(one.removeprefix("ok:")) for one in said if one.startswith("ok:")}
                return found if len(found) == 1 and all(one.startswith("ok:") for one in said) else set()
    return set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_each_workbook_is_read_or_refused_with_a_reason(path: Path) -> None:
    found = opened(path)
    if path.parent.name == "hostile":
        said = f"data.{REFUSED.get(path.name[:2])}"
        assert (found == said) if path.name[:2] in REFUSED else isinstance(found, Workbook)
    if isinstance(found, str):
        return
    cells = [cell for sheet in found.sheets for cell in sheet.cells.values() if cell.kind is not CellKind.UNCACHED]
    agreed = opinions(path.parent.name, path.name)
    # Texts of white space alone, and values hidden under merges, are no cells for us.
    assert not agreed or len(cells) <= max(agreed)
    for sheet in found.sheets:
        assert tabled(found, sheet.name) <= CODES


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
