"""What is left of a spec whose form is at fault: the rest, where the fault lies in its content and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import Faulty
from reportgen.prose.messages import DROPPED_REFERENCE, TYPED
from reportgen.spec.load import load_spec
from reportgen.spec.remains import FOLLOWING, remaining
from reportgen.spec.report import ReportSpec

START = "reportgen: 1\ntitle: 月报\nworkbooks: {簿: a.xlsx}\ndata: {甲: 簿!表}\n"


def left(tmp_path: Path, text: str) -> ReportSpec | None:
    path = tmp_path / "a.yaml"
    path.write_text(START + text, encoding="utf-8")
    with pytest.raises(Faulty) as caught:
        load_spec(path)
    found = remaining(path, None, caught.value.problems)
    assert found is None or found.warnings == caught.value.problems
    return found


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("body:\n  - {text: 一, colour: red}\n  - text: 二\n", 2),
        ("body:\n  - {chart: lin, data: 甲}\n  - text: 二\n", 1),
        ("body:\n  - {chart: line}\n  - text: 二\n", 1),
        ("body:\n  - {tex: 一}\n  - text: 二\n", 1),
        ("body:\n  - 一\n  - text: 二\n", 1),
        ("body:\n  - heading: 一\n    numbered: 是\n    body: [{text: 二}]\n  - text: 三\n", 1),
        ("body:\n  - heading: 一\n    body: [{text: 二, numbr: 3}, {table: 甲, last: x}]\n", 1),
        ("colour: red\nbody:\n  - text: 二\n", 1),
    ],
)
def test_sound_blocks_are_left(body: str, kept: int, tmp_path: Path) -> None:
    found = left(tmp_path, body)
    assert found is not None
    assert len(found.body) == kept


@pytest.mark.parametrize(
    "body",
    [
        "body: 一\n",
        "body:\n  - {chart: lin}\n",
        "numbers: {件: 一}\nbody:\n  - text: 二\n",
        "params: {年: {type: yaer}}\nbody:\n  - text: 二\n",
        'body:\n  - text: "二\n',
    ],
)
def test_a_fault_outside_the_content_leaves_nothing(body: str, tmp_path: Path) -> None:
    assert left(tmp_path, body) is None


def test_the_ids_of_what_was_left_out_count_as_dropped(tmp_path: Path) -> None:
    found = left(tmp_path, "body:\n  - {chart: lin, data: 甲, id: 图1}\n  - text: 二\n")
    assert found is not None
    assert set(found.dropped) == {"图1"}


def test_what_may_follow_goes_by_the_codes_that_the_text_s_problems_have() -> None:
    assert set(FOLLOWING) == {TYPED.code, DROPPED_REFERENCE.code}
