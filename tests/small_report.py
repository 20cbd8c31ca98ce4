"""A small spec that reads the data that ship, for tests of what is done with one: reading it, watching it."""

from __future__ import annotations

import shutil
from pathlib import Path

DATA = Path(__file__).parent.parent / "specs" / "data"
SPEC = """\
reportgen: 1
title: 研发月报
contents: false
params: {year: {type: year, default: 2024}}
workbooks:
  调查: {path: data/patent-survey-2024.xlsx, period: year}
data:
  研发获取: 调查!图1
body:
  - text: |
      {{ year }}，比例为 {{ 研发获取 }}。
"""


def small_report(folder: Path) -> Path:
    """Write the spec into `folder`, its data beside it, and return its path."""
    shutil.copytree(DATA, folder / "data")
    path = folder / "report.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path
