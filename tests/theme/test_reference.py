"""The reference of themes is what the schema says, and no key is without a meaning."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.roles import Role
from reportgen.theme import schema
from reportgen.theme.reference import MEANINGS, theme_reference
from reportgen.theme.schema import Part

DOCS = Path(__file__).parents[2] / "docs"
PARTS = [one for one in vars(schema).values() if isinstance(one, type) and issubclass(one, Part) and one is not Part]


def test_the_committed_reference_is_what_the_schema_says() -> None:
    """If this fails, run scripts/write_references.py and read what has changed."""
    assert (DOCS / "theme-reference.md").read_text(encoding="utf-8") == theme_reference()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_key_has_a_meaning(part: type[Part]) -> None:
    assert list(MEANINGS[part]) == [key for key in part.model_fields if key not in ("span", "places")]


def test_every_role_is_listed() -> None:
    written = theme_reference()
    assert all(f"| `{role.value}` |" in written for role in Role)
