"""The broken specs and workbooks are what they say they are, before anything of ours is tried on them."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.broken import workbook, workbooks
from tests.broken.expectations import FOLDER, SPECS, BrokenSpec


def by_name(value: object) -> str:
    return str(getattr(value, "name", value))


def test_every_file_of_the_folder_is_a_spec() -> None:
    assert sorted(spec.path for spec in SPECS) == sorted(FOLDER.iterdir())
    assert [int(spec.name[:2]) for spec in SPECS] == list(range(1, len(SPECS) + 1))
    assert len(SPECS) >= 40


@pytest.mark.parametrize("spec", SPECS, ids=by_name)
def test_the_place_lies_in_the_spec(spec: BrokenSpec) -> None:
    lines = spec.path.read_text(encoding="utf-8").split("\n")
    said = sum(line.startswith("# ") for line in lines)
    assert said < spec.line <= len(lines)
    assert 1 <= spec.column <= len(lines[spec.line - 1])
    assert lines[said] == "reportgen: 1"
    assert 5 <= len(lines) - said <= 25


@pytest.mark.parametrize("spec", SPECS, ids=by_name)
def test_a_right_name_is_another_than_the_wrong_one(spec: BrokenSpec) -> None:
    assert spec.about
    assert spec.near != spec.about
    if spec.near:
        rest = spec.path.read_text(encoding="utf-8").split("\n")[spec.line - 1][spec.column - 1 :]
        assert spec.about in rest


def test_the_specs_own_workbook_holds_its_tables(tmp_path: Path) -> None:
    book = load_workbook(workbook.write_workbook(tmp_path))
    assert book.sheetnames == [workbook.RATIOS, workbook.REGISTRATIONS]
    assert (tmp_path / workbook.FILE).is_file()
    ratios, registrations = (book[name] for name in book.sheetnames)
    assert (ratios["A7"].value, ratios["B7"].value, ratios["B5"].value) == ("2024 年", 86.6, None)
    for column in "BC":
        *kinds, total = (registrations[f"{column}{row}"].value or 0 for row in range(4, 9))
        assert sum(kinds) == total


def test_without_its_fault_a_broken_workbook_opens(tmp_path: Path) -> None:
    workbooks.write_sound(tmp_path / workbook.FILE)
    sheet = load_workbook(tmp_path / workbook.FILE)[workbook.REGISTRATIONS]
    assert [cell.value for cell in sheet[4]] == ["作品登记", 6428277, 7802965]
    assert workbooks.SPEC.split("\n")[workbooks.SPEC_LINE - 1].strip().startswith("统计:")


@pytest.mark.parametrize("broken", workbooks.WORKBOOKS, ids=by_name)
def test_each_broken_workbook_is_small_and_its_own(broken: workbooks.BrokenWorkbook, tmp_path: Path) -> None:
    broken.write(tmp_path / workbook.FILE)
    workbooks.write_sound(tmp_path / "sound.xlsx")
    content = (tmp_path / workbook.FILE).read_bytes()
    assert len(content) < 4_000_000
    assert content != (tmp_path / "sound.xlsx").read_bytes()


def test_the_bombs_are_bombs(tmp_path: Path) -> None:
    inflated = {}
    for broken in workbooks.WORKBOOKS:
        if broken.name in {"zip-bomb", "cells-20-million"}:
            broken.write(tmp_path / broken.name)
            with zipfile.ZipFile(tmp_path / broken.name) as archive:
                inflated[broken.name] = sum(member.file_size for member in archive.infolist())
    assert inflated["zip-bomb"] > 400_000_000
    assert inflated["cells-20-million"] > 300_000_000


def test_names_are_unique() -> None:
    assert len({broken.name for broken in workbooks.WORKBOOKS}) == len(workbooks.WORKBOOKS) >= 20
