"""Write docs/wording-reference.md from the table of wording functions and its examples.

Run it after a change to `reportgen/prose/wording.py`; a test compares the file with what this prints.
"""

from __future__ import annotations

from pathlib import Path

from reportgen.prose.evaluate import phrase
from reportgen.prose.phrase import plain
from reportgen.prose.samples import scope, source_text
from reportgen.prose.wording import WORDINGS, Wording

TARGET = Path(__file__).parent.parent / "docs" / "wording-reference.md"

OPENING = """\
# 说法 · Wordings

点（`.`）走到单元格，竖线（`|`）把它说成话。下面每个说法的例子都由测试跑过；样本数据见 `reportgen/prose/samples.py`。
本页由 `scripts/write_wording_reference.py` 从说法表生成，不要手改。

A dot goes to a cell, a pipe says it in words. Every example below is run by the tests. This page is generated from the
table of wordings; do not edit it by hand.
"""


def section(wording: Wording) -> str:
    """Return one wording's section."""
    rows = [
        f"| `{{{{ {cell(e.expression)} }}}}` | {plain(phrase(source_text(e.expression), scope()))} |"
        for e in wording.examples
    ]
    return "\n".join(
        [
            f"## {wording.name}",
            "",
            f"`{wording.usage}`，用于{wording.takes}。",
            "",
            wording.purpose,
            "",
            f"*{wording.purpose_en[0].upper()}{wording.purpose_en[1:]}.*",
            "",
            "| 写 | 印 |",
            "| --- | --- |",
            *rows,
            "",
        ]
    )


def cell(expression: str) -> str:
    """Return an expression as it stands in a cell of a Markdown table."""
    return expression.replace("|", "\\|")


def reference() -> str:
    """Return the whole page."""
    return "\n".join([OPENING, *(section(wording) for wording in WORDINGS)])


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
