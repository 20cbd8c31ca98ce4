"""The reading subprocess as it is called from a shell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.data import messages, reader
from reportgen.data.package import Refused
from tests.data.making import SOUND

ROOT = Path(reader.__file__).parents[2]


def call(*paths: Path, **environment: str) -> list[object]:
    """Return the answers of a reader that has nothing in its environment but what is given."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "reportgen.data.reader", *map(str, paths)],
        env={"PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    "locale", [{}, {"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_it_answers_a_line_for_each_workbook_in_any_locale(tmp_path: Path, locale: dict[str, str]) -> None:
    good, bad = tmp_path / "调查 2024.xlsx", tmp_path / "坏.xlsx"
    good.write_bytes(SOUND)
    bad.write_bytes("年份,产值\n".encode("gbk"))
    first, second, third = call(good, bad, good, **locale)
    assert isinstance(first, dict)
    assert first == third
    assert first["sheets"][0]["name"] == "表"
    assert second == {"fault": "data.text-file", "fields": {"encoding": "GBK"}}


def test_a_file_that_cannot_be_opened_is_an_answer_too(tmp_path: Path) -> None:
    (answer,) = call(tmp_path / "none.xlsx")
    assert isinstance(answer, dict)
    assert answer["fault"] == "data.unreadable-file"


def test_it_takes_no_module_from_the_folder_it_is_called_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "openpyxl.py").write_text("raise SystemExit(7)")
    (tmp_path / "json.py").write_text("raise SystemExit(7)")
    book = tmp_path / "a.xlsx"
    book.write_bytes(SOUND)
    monkeypatch.chdir(tmp_path)
    (answer,) = call(book)
    assert isinstance(answer, dict)
    assert "sheets" in answer


def test_a_file_beyond_the_size_is_not_even_read(tmp_path: Path) -> None:
    book = tmp_path / "a.xlsx"
    with book.open("wb") as file:
        os.truncate(file.fileno(), reader.FILE_SIZE + 1)
    assert reader.answer(book)["fault"] == "data.too-big"


def test_running_out_of_memory_is_an_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hungry(data: bytes, name: str) -> None:
        raise MemoryError

    monkeypatch.setattr(reader, "check", hungry)
    book = tmp_path / "a.xlsx"
    book.write_bytes(SOUND)
    assert reader.answer(book) == {"fault": "data.too-slow", "fields": {}}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_its_memory_and_time_are_limited() -> None:
    code = (
        "import resource; from reportgen.data import messages, reader; reader._limit(9);"
        "print(resource.getrlimit(resource.RLIMIT_AS)[0], resource.getrlimit(resource.RLIMIT_CPU)[0])"
    )
    done = subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=True)
    assert done.stdout.split() == [str(reader.MEMORY).encode(), b"9"]


def test_a_refusal_carries_its_message() -> None:
    assert str(Refused(messages.NO_SHEETS)) == "data.no-sheets"
