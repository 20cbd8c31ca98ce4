"""The page on batches: its batch files list jobs, its commands work, its keys are all there are."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from reportgen.batch.listing import load_batch
from reportgen.batch.schema import BatchFile
from reportgen.yaml_source.fields import fields_of
from tests.commands_in_docs import ROOT, copied, run, shown

PAGE = ROOT / "docs" / "batch.md"
TEXT = PAGE.read_text(encoding="utf-8")
PIECES = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("piece", "names"), list(zip(PIECES, (3, 4), strict=True)))
def test_a_piece_is_a_batch_file(piece: str, names: int, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "specs", tmp_path / "specs")
    path = tmp_path / "specs" / "piece.yaml"
    path.write_text(piece, encoding="utf-8")
    found = load_batch(path, None, {}, {}, {}, None)
    assert len({job.name for job in found.jobs}) == names


def test_the_table_has_each_key_of_a_batch_file() -> None:
    (table,) = re.findall(r"\| key \|.*?\n\n", TEXT, re.DOTALL)
    told = {key for first in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for key in re.findall(r"`(\w+)`", first)}
    assert told == {field.key for field in fields_of(BatchFile)}


def test_each_command_shown_works_and_the_second_run_writes_nothing(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    ended = [run(command, folder, {"LC_ALL": "C", "HOME": str(tmp_path)}) for command in shown(PAGE)]
    assert [one.returncode for one in ended] == [0, 0, 0]
    assert ended[2].stdout.count("unchanged") == 4
