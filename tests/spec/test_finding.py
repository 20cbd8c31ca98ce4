"""A character is found in its block, to the line and column; what is not written there stays at the block."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.origins import Span
from reportgen.spec.finding import finder

SOURCE = "title: 甲\nbody:\n  - text: |\n      一\n\n      - 二\n      - 三😀\n  - text: 四😁，五😀\n"


def block(line: int, column: int) -> Span:
    return Span("a.yaml", line, column, line, column + 1)


BLOCKS = (block(1, 8), block(4, 7), block(6, 9), block(8, 11))


@pytest.mark.parametrize(
    ("char", "start", "place"),
    [
        ("甲", BLOCKS[0], (1, 8)),
        ("三", BLOCKS[2], (7, 9)),
        ("😀", BLOCKS[2], (7, 10)),
        ("😀", BLOCKS[3], (8, 15)),
        ("😁", BLOCKS[2], (6, 9)),
        ("😁", BLOCKS[3], (8, 12)),
        ("六", BLOCKS[3], (8, 11)),
    ],
)
def test_a_character_is_found_in_its_own_block(char: str, start: Span, place: tuple[int, int], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("\ufeff" + SOURCE, encoding="utf-8")
    found = finder(tmp_path, BLOCKS)(char, start)
    assert (found.line, found.column) == place


def test_a_file_that_is_gone_leaves_the_place_as_it_is(tmp_path: Path) -> None:
    assert finder(tmp_path, BLOCKS)("甲", BLOCKS[0]) == BLOCKS[0]
