"""The architecture page names files, rooms and identifiers that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:[a-z_]+/)*[a-z_*]+(?:\.py|\.yaml|/))`", PAGE)))
IDENTIFIERS = sorted(set(re.findall(r"`(\w*(?:[A-Z]|_)\w*)`", PAGE)))
"""Classes, constants and functions, as far as they can be told from words."""


def exists(name: str) -> bool:
    """Whether a file or room of that name is anywhere in the package or the clone."""
    places = [ROOT / "reportgen", ROOT]
    return any(list(place.glob(name.rstrip("/"))) for place in places) or bool(list((ROOT / "reportgen").rglob(name)))


@pytest.mark.parametrize("name", NAMED)
def test_a_named_file_exists(name: str) -> None:
    assert exists(name)


@pytest.fixture(scope="module")
def words() -> set[str]:
    """Return every word of the sources."""
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "reportgen").rglob("*.py"))
    return {word for source in sources for word in re.findall(r"\w+", source)}


@pytest.mark.parametrize("name", IDENTIFIERS)
def test_a_named_identifier_exists(name: str, words: set[str]) -> None:
    assert name in words


def test_the_page_names_many() -> None:
    assert len(NAMED) > 30
    assert len(IDENTIFIERS) > 10
