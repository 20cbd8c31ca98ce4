"""A base and specs derived from it, written to a folder for the tests of derived specs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from reportgen.errors import Faulty
from reportgen.spec.load import load_spec
from reportgen.spec.report import ReportSpec

BASE = """\
reportgen: 1
title: 月报
params:
  year: {type: year, default: 2024}
workbooks:
  版权: {path: data/a.xlsx, period: year}
numbers: {件: 0}
data:
  登记: 版权!登记总量表
  作品: {from: 版权!作品类型, sort: desc, noun: 作品}
checks: 登记 > 1
sections:
  - section: 版权
    id: 版权
    body:
      - article: 登记情况
        id: 登记情况
        source: 国家版权局
        body:
          - text: 登记总量增长{{ 见.图1 }}。
            id: 导语
          - chart: line
            id: 图1
            number: 7
            data: 登记
            caption: 登记总量
          - heading: 构成
            id: 构成
            body:
              - table: 作品
                id: 表1
                number: 3
                caption: 作品构成
  - section: 专利
    id: 专利
    body:
      - article: 专利调查
        id: 专利调查
        body:
          - text: 调查继续。
"""


def folder(path: Path, files: Mapping[str, str]) -> Path:
    """Write a base and `files` to `path`, and return it."""
    for name, text in {"base.yaml": BASE, **files}.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
    return path


def derived(path: Path, overlay: str) -> ReportSpec:
    """Return the spec that `overlay` makes of the base."""
    return load_spec(folder(path, {"brief.yaml": f"extends: base.yaml\n{overlay}"}) / "brief.yaml")


def faults(path: Path, overlay: str) -> list[str]:
    """Return place and code of each problem that `overlay` has over the base; its own first line names the base."""
    with pytest.raises(Faulty) as caught:
        derived(path, overlay)
    assert all(problem.hint_zh and problem.hint_en for problem in caught.value.problems)
    return [f"{problem.span} {problem.code}" for problem in caught.value.problems]
