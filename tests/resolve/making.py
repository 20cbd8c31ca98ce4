"""Reports from a spec and sheets as a person writes them, resolved as the commands do it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import dedent
from typing import TypeAlias

from openpyxl import Workbook

from reportgen import pipeline
from reportgen.composed import Composed
from reportgen.model.block import Paragraph
from reportgen.model.inline import plain
from reportgen.request import Request

Row: TypeAlias = Sequence[str | int | float | None]


def composed(folder: Path, spec: str, sheets: Mapping[str, Sequence[Row]], **parameters: str) -> Composed:
    """Resolve a spec beside a workbook `簿.xlsx` that holds these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        made = book.create_sheet(name)
        for row in rows:
            made.append(list(row))
    book.save(folder / "簿.xlsx")
    path = folder / "月报.yaml"
    path.write_text(dedent(spec), encoding="utf-8")
    return pipeline.compose(Request(path, parameters=parameters))


def paragraphs(found: Composed) -> list[str]:
    """Return the texts of a report."""
    return [plain(block.inlines) for block in found.document.blocks if isinstance(block, Paragraph)]
