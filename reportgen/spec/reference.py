"""The reference of the spec language as Markdown, made from the models: each mapping, each key, with an example.

The wording of texts inside braces has a reference of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from reportgen.spec.blocks import (
    ArticleBlock,
    BoxBlock,
    BreakBlock,
    ChartBlock,
    ChooseBlock,
    ColumnsPart,
    ElseBlock,
    HeadingBlock,
    ImageBlock,
    IncludeBlock,
    RowBlock,
    SectionBlock,
    TableBlock,
    TextBlock,
)
from reportgen.spec.derivation import DropStep, InsertStep, KeepStep, MoveStep, ReplaceStep, SetStep
from reportgen.spec.part import Part
from reportgen.spec.report import Check, CoverPart, DataPart, Parameter, ReportSpec, ThemePart, WorkbookPart
from reportgen.spec.schema import said
from reportgen.yaml_source.fields import Field, fields_of

TITLES: Mapping[type[Part], str] = {
    ReportSpec: "The report (报告)",
    Parameter: "A parameter (参数)",
    WorkbookPart: "A workbook (工作簿)",
    DataPart: "A table of data (数据)",
    Check: "A check (核对)",
    SectionBlock: "A section (栏目)",
    ArticleBlock: "An article (文章)",
    HeadingBlock: "A heading (标题)",
    TextBlock: "A text (正文)",
    ChartBlock: "A chart (图)",
    ColumnsPart: "The columns of a column+line chart (柱)",
    TableBlock: "A table (表)",
    RowBlock: "Charts side by side (并排图)",
    ImageBlock: "A picture (图片)",
    BoxBlock: "A note in a box (要点、编者按)",
    IncludeBlock: "An included article (引入的文章)",
    BreakBlock: "A page break (分页)",
    ChooseBlock: "A choice (按数据选择)",
    ElseBlock: "An else (否则)",
    ThemePart: "A theme of its own (就地写的主题)",
    CoverPart: "The words of a cover (封面文字)",
    KeepStep: "A keep (保留)",
    DropStep: "A drop (去掉)",
    SetStep: "A set (改写)",
    ReplaceStep: "A replacement (替换)",
    MoveStep: "A move (移动)",
    InsertStep: "An insertion (插入)",
}
"""Each mapping of the language with the title of its section, in the order of the reference."""

EXAMPLES: Mapping[type[Part], str] = {
    ReportSpec: """\
reportgen: 1
title: 知识产权月报
issue: "{{ period | 年月 }}"
params:
  period: {type: month, default: 2025-03}
  year: {type: year, default: 2024}
workbooks:
  版权: {path: data/版权.xlsx, period: year}
numbers: {"%": 1, 万件: 2}
data:
  登记: 版权!登记总量表
checks: 登记.作品登记 + 登记.软件登记 == 登记.登记总量
sections:
  - section: 版权
    body:
      - text: |
          {{ year }}，登记总量 {{ 登记.登记总量 }}，{{ 登记.登记总量 | 同比 }}。
""",
    Parameter: "{type: row, from: 名单!客户名单, default: 某软件企业}\n",
    WorkbookPart: "{path: data/版权.xlsx, period: year}\n",
    DataPart: """\
from: 版权!登记总量表
items:
  总量: 登记总量
  作品: 作品著作权登记
sort: desc
""",
    Check: "warn: 登记.登记总量.同比 == 登记.总量同比\n",
    SectionBlock: """\
section: 版权
id: 版权
body:
  - article: 全国著作权登记情况
    source: 国家版权局
    body:
      - text: 登记总量继续增长。
""",
    ArticleBlock: """\
article: "{{ year }}全国著作权登记情况"
id: 著作权登记
source: 国家版权局
body:
  - heading: 登记总量继续增长
""",
    HeadingBlock: """\
heading: 登记总量继续增长
holds: 登记.登记总量 > 登记.登记总量.上年
body:
  - text: |
      {{ year }}，登记总量 {{ 登记.登记总量 }}{{ 见.登记走势 }}。
""",
    TextBlock: """\
text: |
  登记总量 {{ 登记.登记总量 | 万余 }}，**{{ 登记.登记总量 | 同比 }}**。其中：

  1) 作品登记 {{ 登记.作品登记 }}；
  2) 软件登记 {{ 登记.软件登记 }}。
holds:
  - 登记.登记总量 > 登记.登记总量.上年
  - 登记.作品登记 > 登记.软件登记
""",
    ChartBlock: """\
chart: line
id: 登记走势
data: 登记
items: [作品登记, 软件登记]
last: 5
unit: 万件
caption: 著作权登记量
highlight: 本期
note: auto
""",
    ColumnsPart: """\
data: 登记
items: [作品登记, 软件登记]
stacked: true
""",
    TableBlock: """\
table: 登记
id: 登记五年
caption: "{{ 登记.近(5) | 起止 }}全国著作权登记情况"
items: [作品登记, 软件登记, 登记总量]
last: 5
missing: —
wide: true
""",
    RowBlock: """\
side_by_side:
  - {chart: pie, data: 登记, caption: 登记构成}
  - {chart: bar, data: 登记, caption: 各类登记量}
""",
    ImageBlock: """\
image: pictures/登记流程.png
id: 登记流程
caption: 作品登记流程
alt: 申请、审查、登记、公告四步
width: 60%
""",
    BoxBlock: """\
box: |
  - 登记总量 {{ 登记.登记总量 | 万余 }}；
  - 软件登记{{ 登记.软件登记 | 同比 }}。
title: 要点
holds: 登记.软件登记 > 登记.软件登记.上年
""",
    IncludeBlock: """\
include: articles/登记指南.md
numbered: true
""",
    BreakBlock: "break: page\n",
    ChooseBlock: """\
choose:
  - when: 登记.软件登记.同比 > 登记.登记总量.同比
    text: 软件登记增势快于总体。
  - else: 软件登记增势不快于总体。
""",
    ElseBlock: """\
else:
  - text: 软件登记增势不快于总体。
""",
    CoverPart: """\
client: "{{ client }}"
date: "{{ period | 年月 }}"
""",
    ThemePart: """\
extends: bulletin
logo: brand/client-logo.png
palette: ["#0B5CAD", "#F2A900", "#8FB8DE"]
running_head: "{{ client }} · 简报"
footer: "{{ client }}内部资料\\t{page} / {pages}"
""",
    KeepStep: "keep: [著作权登记, 专利调查]\n",
    DropStep: "drop: 作品构成\n",
    SetStep: """\
set: 登记五年
last: 3
caption: "{{ 登记.近(3) | 起止 }}登记情况"
""",
    ReplaceStep: """\
replace: 登记走势
with:
  - chart: line
    id: 登记走势
    data: 登记
    last: 5
    caption: 登记总量
""",
    MoveStep: "{move: 版权, before: 专利}\n",
    InsertStep: """\
after: 登记五年
insert:
  - text: 以上数据由{{ client }}委托摘编。
""",
}
"""An example of each mapping; the tests read them all."""

_HEAD = """\
# The spec language

A spec is a YAML file (UTF-8) that says what a report is made of. This reference is written by
`scripts/write_spec_reference.py` from the models; do not edit it by hand.

- A text may hold `{{ expressions }}`. A text that *begins* with `{{` is put in double quotes, or written below a `|`.
  Full-width signs in it (｛｛ a｜b（c） ｝｝) are read as half-width ones.
- Below a `|`, a line end beside a Chinese character is no space; lists (`1)`, `-`), `**bold**` and footnotes are
  Markdown: `[^1]` where the marker stands, `[^1]: …` on a line of its own, in the same text. Labels are free; footnotes
  are printed 1, 2, 3 through the whole report. `` `code` `` is printed as plain words, without its marks; a backslash
  before a mark prints it.
- Where a list is wanted, a single item may stand alone, if the table below says “or one”.
- A path is relative to the file that names it and stays under the project's folder.
- An *id* takes letters (Chinese too), digits, `_` and `-`, and is used once. A *name* (of a parameter, a workbook, a
  table) begins with a letter and takes letters, digits and `_`.
- A parameter takes its value from the command line (`-p year=2023`), else from the environment
  (`REPORTGEN_PARAM_YEAR=2023`), else from its `default`.
- A spec that `extends` another says only what differs: see [Derived reports](overlays.md).
- A column of a wide sheet is meant by its name or by a pattern: `measures: {增加值: "GDP:*:累计值"}` makes an item of
  every column that it fits, called what the `*` stands for (第一产业). `items: "贡献率:*"` names items in the same way.
- Where a workbook names no `period:`, its current period is the parameter whose default is `latest(…)` of its data.
- There are no anchors, aliases, tags or merge keys; a spec is at most 1 MB large and 50 levels deep.
"""


def reference() -> str:
    """Return the reference as Markdown."""
    return "\n".join([_HEAD, *(_section(model) for model in TITLES)])


def _section(model: type[Part]) -> str:
    lines = [f"## {TITLES[model]}", "", said(model), ""]
    if model.short:
        lines += [f"A bare value in its place is its `{model.short}`.", ""]
    lines += ["| key | value | default | what it is |", "|---|---|---|---|"]
    model.model_rebuild()  # it may speak of models that are declared after it
    fields = fields_of(model)
    info = {one.alias or name: one for name, one in model.model_fields.items()}
    lines += [_row(field, info[field.key]) for field in fields]
    return "\n".join([*lines, "", "```yaml", EXAMPLES[model].rstrip("\n"), "```", ""])


def _row(field: Field, info: FieldInfo) -> str:
    value = " or ".join(_values(field.wanted, plural=False)) + ("; or one" if field.one_or_more else "")
    bounds = [f"{sign} {getattr(one, name)}" for one in info.metadata for name, sign in _BOUNDS if hasattr(one, name)]
    value = ", ".join([value, *bounds])
    cells = (f"`{field.key}`", value, _default(field, info), info.description or "")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


_BOUNDS = (("ge", "≥"), ("gt", ">"), ("le", "≤"), ("lt", "<"))


def _default(field: Field, info: FieldInfo) -> str:
    if field.required:
        return "**needed**"
    match info.default:
        case bool():
            return f"`{str(info.default).lower()}`"
        case Enum():
            return f"`{info.default.value}`"
        case str():
            return f"`{info.default}`"
        case _:
            return ""


def _values(wanted: object, *, plural: bool) -> Iterator[str]:
    """Yield what may be written for an annotation, in words."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is Annotated:
        yield from _values(arguments[0], plural=plural)
    elif origin in (Union, UnionType):
        for one in arguments:
            if one is not NoneType:
                yield from _values(one, plural=plural)
    elif origin is Literal:
        yield from (f"`{one}`" for one in arguments)
    elif origin is tuple:
        yield "a list of " + " or ".join(_values(arguments[0], plural=True))
    elif isinstance(origin, type) and issubclass(origin, Mapping):
        yield "`name:` " + " or ".join(_values(arguments[1], plural=False))
    elif isinstance(wanted, type) and issubclass(wanted, Part):
        words = TITLES[wanted].split(" (", maxsplit=1)[0].removeprefix("The ").removeprefix("A ").removeprefix("An ")
        yield f"[{_plural(words) if plural else words}](#{_anchor(TITLES[wanted])})"
    elif isinstance(wanted, type) and issubclass(wanted, Enum):
        yield from (f"`{one.value}`" for one in wanted)
    elif wanted is bool:
        yield "`true` or `false`"
    elif wanted is int:
        yield "whole numbers" if plural else "a whole number"
    else:
        yield "texts" if plural else "a text"


def _plural(words: str) -> str:
    first, _, rest = words.partition(" of ")
    return f"{first}s of {rest}" if rest else f"{first}s"


def _anchor(title: str) -> str:
    """Return the anchor that Markdown renderers give a heading."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
