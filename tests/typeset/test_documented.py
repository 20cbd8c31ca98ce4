"""The documentation of typesetting says what the tests find."""

from __future__ import annotations

from pathlib import Path

from tests.typeset.test_bulletin import MISSES

DOCS = Path(__file__).parents[2] / "docs" / "typesetting.md"


def test_the_misses_are_listed() -> None:
    text = DOCS.read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.split("|")[1:3]] for line in text.splitlines() if "/" in line and "|" in line
    ]
    assert [row for row in rows if row[0] in MISSES] == [[theirs, ours] for theirs, ours in MISSES.items()]


def test_the_modules_it_names_exist() -> None:
    text = DOCS.read_text(encoding="utf-8")
    named = {part for part in text.split("`") if part.endswith(".py")}
    assert named
    assert all((DOCS.parents[1] / "reportgen" / name).exists() for name in named)
