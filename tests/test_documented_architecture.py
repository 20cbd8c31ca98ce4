"""The architecture page names files and rooms that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:[a-z_]+/)*[a-z_*]+(?:\.py|\.yaml|/))`", PAGE)))


def exists(name: str) -> bool:
    """Whether a file or room of that name is anywhere in the package or the clone."""
    places = [ROOT / "reportgen", ROOT]
    return any(list(place.glob(name.rstrip("/"))) for place in places) or bool(list((ROOT / "reportgen").rglob(name)))


@pytest.mark.parametrize("name", NAMED)
def test_a_named_file_exists(name: str) -> None:
    assert exists(name)


def test_the_page_names_many() -> None:
    assert len(NAMED) > 30
