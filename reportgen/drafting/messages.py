"""What can keep a first spec from being written."""

from __future__ import annotations

from reportgen.diagnostics import Message

NO_BOOK = Message(
    "draft.no-book",
    zh="找不到工作簿 {path}",
    en="there is no workbook {path}",
    hint_zh="检查打的路径；相对路径从现在所在的文件夹算起。",
    hint_en="Check the path as typed; it is relative to the folder you are in.",
)
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
    hint_zh="用 -o 换一个文件夹，或换一个 .yaml 文件名；确实要盖掉它，加 --force。",
    hint_en="Choose another folder or another name ending in .yaml with -o; to overwrite it, add --force.",
)
UNWRITABLE = Message(
    "draft.unwritable",
    zh="写不进“{path}”：{reason}",
    en="cannot write {path}: {reason}",
    hint_zh="检查路径和权限，或用 -o 换一个地方。",
    hint_en="Check the path and its permissions, or choose another place with -o.",
)
