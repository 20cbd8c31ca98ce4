"""Write docs/wording-reference.md from the table of wording functions and its examples.

Run it after a change to `reportgen/prose/wording.py`; a test compares the file with what this prints.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportgen.prose.dots import DOTS, Dot
from reportgen.prose.evaluate import evaluated, phrase
from reportgen.prose.phrase import plain
from reportgen.prose.samples import scope, source_text
from reportgen.prose.saying import Example
from reportgen.prose.values import Verdict
from reportgen.prose.wording import WORDINGS, Wording

TARGET = Path(__file__).parent.parent / "docs" / "wording-reference.md"

OPENING = """\
# 点和说法 · Dots and wordings

点（`.`）走到单元格，竖线（`|`）把它说成话。下面每个例子都由测试跑过；样本数据见 `reportgen/prose/samples.py`。
点后面还可以是表上的一项或一列；`[2021]`、`["50 万～100 万元"]` 取某期、某项；`见.图1` 印（参见图 1），
`ref.图1` 印图 1。
本页由 `scripts/write_wording_reference.py` 从说法表生成，不要手改。

A dot goes to a cell, a pipe says it in words. Every example below is run by the tests. This page is generated from the
table of wordings; do not edit it by hand.
"""


def shown(example: Example) -> str:
    """Return what an example prints, or whether its condition holds."""
    value = evaluated(source_text(example.expression), scope())
    if isinstance(value, Verdict):
        return "成立" if value.holds else "不成立"
    return plain(phrase(source_text(example.expression), scope()))


def written(example: Example) -> str:
    """Return an example as it is written: in braces, or as a condition of `holds`."""
    if example.prints in {"成立", "不成立"}:
        return f"holds: {cell(example.expression)}"
    return f"{{{{ {cell(example.expression)} }}}}"


def examples(several: Iterable[Example]) -> list[str]:
    """Return the table of examples."""
    rows = [f"| `{written(one)}` | {shown(one)} |" for one in several]
    return ["| 写 | 印 |", "| --- | --- |", *rows, ""]


def described(title: str, usage: str, purpose: str, purpose_en: str, several: Iterable[Example]) -> str:
    """Return one section."""
    english = f"*{purpose_en[0].upper()}{purpose_en[1:]}.*"
    return "\n".join([f"### {title}", "", usage, "", purpose, "", english, "", *examples(several)])


def dot_section(dot: Dot) -> str:
    """Return the section of what follows a dot."""
    return described(f".{dot.name}", f"`{dot.usage}`", dot.purpose, dot.purpose_en, dot.examples)


def section(wording: Wording) -> str:
    """Return one wording's section."""
    usage = f"`{wording.usage}`，用于{wording.takes}。"
    return described(wording.name, usage, wording.purpose, wording.purpose_en, wording.examples)


def cell(expression: str) -> str:
    """Return an expression as it stands in a cell of a Markdown table."""
    return expression.replace("|", "\\|")


def reference() -> str:
    """Return the whole page."""
    dots, wordings = map(dot_section, DOTS), map(section, WORDINGS)
    return "\n".join([OPENING, "## 点 · Dots\n", *dots, "## 说法 · Wordings\n", *wordings])


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
