"""A reader that stands by: many workbooks, each by itself, whatever one of them does."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen.data import workbook
from reportgen.data.standing import StandingReader
from reportgen.data.workbook import reader_environment
from tests.data.making import SOUND


@pytest.fixture
def standing() -> Iterator[StandingReader]:
    made = StandingReader(reader_environment())
    yield made
    made.end()


def test_it_answers_as_a_reader_of_one_call(tmp_path: Path, standing: StandingReader) -> None:
    paths = [tmp_path / name for name in ("甲.xlsx", "空.xlsx", "乙 丙.xlsx", "absent\n.xlsx")]
    for path in paths[:3]:
        path.write_bytes(b"" if path.stem == "空" else SOUND)
    assert standing.ask(paths) == workbook.ask_anew(paths)
    assert standing.ask(paths[:1]) == workbook.ask_anew(paths[:1])


def test_one_that_hangs_costs_nobody_else(
    tmp_path: Path, standing: StandingReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound, pipe = tmp_path / "sound.xlsx", tmp_path / "pipe.xlsx"
    sound.write_bytes(SOUND)
    os.mkfifo(pipe)
    assert standing.ask([sound]) != [None]
    monkeypatch.setattr("reportgen.data.reader.SECONDS", 0.2)
    assert standing.ask([pipe]) == [None]
    monkeypatch.undo()
    assert standing.ask([sound]) == workbook.ask_anew([sound])


def test_one_that_was_killed_is_replaced(tmp_path: Path, standing: StandingReader) -> None:
    sound = tmp_path / "sound.xlsx"
    sound.write_bytes(SOUND)
    assert standing.ask([sound]) != [None]
    assert standing._process is not None
    os.kill(standing._process.pid, signal.SIGKILL)
    assert standing.ask([sound]) == [None]
    assert standing.ask([sound]) != [None]
