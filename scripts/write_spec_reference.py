"""Writes docs/spec-reference.md from the models of the spec language."""

from __future__ import annotations

from pathlib import Path

from reportgen.spec.reference import reference

TARGET = Path(__file__).parent.parent / "docs" / "spec-reference.md"

if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
    print(f"wrote {TARGET}")
