"""What can keep a first spec from being written."""

from __future__ import annotations

from reportgen.diagnostics import Message

NO_TABLES = Message(
    "draft.no-tables",
    zh="“{path}”里没有找到一张表",
    en="no table was found in {path}",
    hint_zh="一张表至少要有一行表头、一列标签和一个数。",
    hint_en="A table has a header row, a column of labels and at least one number.",
)
EXISTS = Message(
    "draft.exists",
    zh="“{path}”已经有了，没有改动",
    en="{path} is there already and was not touched",
    hint_zh="用 -o 换一个名字；确实要盖掉它，加 --force。",
    hint_en="Choose another name with -o; to overwrite it, add --force.",
)
UNWRITABLE = Message(
    "draft.unwritable",
    zh="写不进“{path}”：{reason}",
    en="cannot write {path}: {reason}",
    hint_zh="检查路径和权限，或用 -o 换一个地方。",
    hint_en="Check the path and its permissions, or choose another place with -o.",
)
