from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from reportgen import keeping
from reportgen.data import reader, workbook
from reportgen.data.workbook import read_workbook, read_workbooks
from reportgen.errors import Faulty
from tests.data.making import SOUND, read, source

SPAN = source("data/book.xlsx").span


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "登记 2024.xlsx"
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "登记"
    for row in (["年份", "登记量"], [2023, 1.5], [2024, 2.5]):
        sheet.append(row)
    sheet["B2"].number_format = sheet["B3"].number_format = "0.0"
    made.save(path)
    return path


def codes(caught: pytest.ExceptionInfo[Faulty]) -> list[str]:
    return [problem.code for problem in caught.value.problems]


def count_calls(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[Path]]:
    """Count the calls of the subprocess from now on."""
    calls: list[Sequence[Path]] = []
    ask = workbook.ask_anew

    def counted(paths: Sequence[Path]) -> list[object]:
        calls.append(paths)
        return ask(paths)

    monkeypatch.setattr(workbook, "ask_anew", counted)
    return calls


def test_a_workbook_is_read_to_the_values_of_its_tables(book: Path) -> None:
    found = read_workbook(book, "簿")
    assert (found.name, found.path, len(found.digest)) == ("簿", str(book), 64)
    table = read(found, "簿!登记")
    assert [str(value.number) for value in table.values.values()] == ["1.5", "2.5"]
    assert [value.decimals for value in table.values.values()] == [1, 1]


def test_several_workbooks_are_read_in_one_call(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = count_calls(monkeypatch)
    other = tmp_path / "b.xlsx"
    other.write_bytes(SOUND)
    names = [found.name for found in read_workbooks([(book, "甲"), (other, "乙"), (book, "丙")])]
    assert names == ["甲", "乙", "丙"]
    assert len(calls) == 1


def test_every_bad_workbook_is_told_at_its_place(book: Path, tmp_path: Path) -> None:
    html, pipe, folder = tmp_path / "h.xlsx", tmp_path / "pipe.xlsx", tmp_path / "folder.xlsx"
    html.write_text("<html></html>")
    os.mkfifo(pipe)
    folder.mkdir()
    wanted = [(book, "好"), (html, "网页"), (pipe, "管道"), (folder, "夹"), (tmp_path / "none.xlsx", "无")]
    with pytest.raises(Faulty) as caught:
        read_workbooks(wanted, spans={"网页": SPAN})
    assert sorted(codes(caught)) == ["data.html-file", "data.no-file", "data.not-a-file", "data.not-a-file"]
    (located,) = (problem for problem in caught.value.problems if problem.code == "data.html-file")
    assert located.span == SPAN
    assert str(html) in located.zh


def test_a_name_too_long_for_the_system_is_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as caught:
        read_workbook(tmp_path / ("长" * 200 + ".xlsx"), "簿", span=SPAN)
    assert codes(caught) == ["data.unreadable-file"]
    with pytest.raises(Faulty) as caught:
        read_workbook(Path("a\0b.xlsx"), "簿")
    assert codes(caught) == ["data.unreadable-file"]


def test_a_reader_that_dies_costs_only_the_workbook_it_died_over(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heavy, ask = tmp_path / "heavy.xlsx", workbook.ask_anew
    heavy.write_bytes(SOUND)

    def dying(paths: Sequence[Path]) -> list[object]:
        return ask(paths[: paths.index(heavy)]) if heavy in paths else ask(paths)

    monkeypatch.setattr(workbook, "ask_anew", dying)
    with pytest.raises(Faulty) as caught:
        read_workbooks([(book, "甲"), (heavy, "乙"), (book, "丙"), (heavy, "丁"), (book, "戊")])
    assert codes(caught) == ["data.too-slow"]
    assert str(heavy) in caught.value.problems[0].zh


@pytest.mark.parametrize("script", ["import time; time.sleep(60)", "import os; os.abort()", "print('no JSON')"])
def test_a_reader_that_hangs_dies_or_babbles_is_told(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{script}"\n')
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    monkeypatch.setattr(reader, "SECONDS", 0.1)
    with pytest.raises(Faulty) as caught:
        read_workbook(book, "簿")
    assert codes(caught) == ["data.too-slow"]


def test_what_was_read_is_not_read_again(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    first = read_workbook(book, "簿", cache=cache)
    calls = count_calls(monkeypatch)
    renamed = tmp_path / "other.xlsx"
    renamed.write_bytes(book.read_bytes())
    again = read_workbook(renamed, "另", cache=cache)
    assert calls == []
    assert (again.name, again.path) == ("另", str(renamed))
    assert again.sheets == first.sheets


def test_a_changed_workbook_is_read_again(book: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    read_workbook(book, "簿", cache=cache)
    book.write_bytes(SOUND)
    assert [sheet.name for sheet in read_workbook(book, "簿", cache=cache).sheets] == ["表"]


@pytest.mark.parametrize("body", ["{}", '{"version":1}', "[]"])
def test_a_sound_entry_of_another_shape_is_read_again(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    cache = tmp_path / "cache"
    first = read_workbook(book, "簿", cache=cache)
    monkeypatch.setattr(keeping, "load", lambda folder, shelf, digest: body)
    assert read_workbook(book, "簿", cache=cache) == first


def test_a_bad_workbook_is_not_kept(tmp_path: Path) -> None:
    bad, cache = tmp_path / "bad.xlsx", tmp_path / "cache"
    bad.write_bytes(b"")
    with pytest.raises(Faulty):
        read_workbook(bad, "簿", cache=cache)
    assert not cache.exists()
