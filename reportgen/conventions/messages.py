"""The problems of conventions."""

from __future__ import annotations

from reportgen.diagnostics import Message

UNKNOWN = Message(
    "conventions.unknown",
    zh="没有叫“{name}”的体例",
    en="there are no conventions called “{name}”",
    hint_zh="{nearest_zh}可选：{names_zh}；也可以写自己的 .yaml 文件的路径",
    hint_en="{nearest_en}the choices are: {names_en}; or the path of a .yaml file of your own",
)
OUTSIDE = Message(
    "conventions.outside-root",
    zh="体例文件 {path} 在项目文件夹外面",
    en="the conventions {path} lie outside the project's folder",
    hint_zh="把文件放进项目文件夹，写相对路径",
    hint_en="put the file into the project's folder and give a relative path",
)
UNKNOWN_FIELD = Message(
    "conventions.unknown-field",
    zh="“{key}”里的 {{{field}}} 没有意义",
    en="{{{field}}} in “{key}” means nothing",
    hint_zh="{nearest_zh}这里可以用：{names_zh}；要印出花括号，写两遍：{{{{ }}}}",
    hint_en="{nearest_en}here one can use: {names_en}; to print braces, type them twice: {{{{ }}}}",
)
MISSING_FIELD = Message(
    "conventions.missing-field",
    zh="“{key}”里缺少 {{{field}}}",
    en="“{key}” lacks {{{field}}}",
    hint_zh="在要印内容的位置写上 {{{field}}}",
    hint_en="type {{{field}}} where the content is to be printed",
)
BAD_PATTERN = Message(
    "conventions.bad-pattern",
    zh="“{key}”里的花括号不成对",
    en="the braces in “{key}” are not paired",
    hint_zh="内容写成 {{名字}}；要印出花括号，写两遍：{{{{ }}}}",
    hint_en="write what is filled in as {{name}}; to print braces, type them twice: {{{{ }}}}",
)
CONTENTS_DEPTH = Message(
    "conventions.contents-depth",
    zh="contents_depth 要在 1 到 3 之间，写的是 {value}",
    en="contents_depth must be from 1 to 3, not {value}",
    hint_zh="改成 1、2 或 3：目录列到第几级标题",
    hint_en="write 1, 2 or 3: how deep the contents go",
)
