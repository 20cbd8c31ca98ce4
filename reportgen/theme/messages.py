"""What a theme can have wrong with it, in words."""

from __future__ import annotations

from reportgen.diagnostics import Message

UNKNOWN_THEME = Message(
    "theme.unknown",
    zh="没有名为“{name}”的版式主题",
    en="there is no theme named “{name}”",
    hint_zh="可用的主题：{known}；也可以给出一个 .yaml 文件的路径",
    hint_en="themes at hand: {known}; or give the path of a .yaml file",
)
OUTSIDE_ROOT = Message(
    "theme.outside-root",
    zh="主题文件“{path}”在项目文件夹之外",
    en="the theme file “{path}” lies outside the project's folder",
    hint_zh="把主题文件放到项目文件夹里",
    hint_en="put the theme's file into the project's folder",
)
UNREADABLE_THEME = Message(
    "theme.unreadable",
    zh="主题文件“{path}”打不开：{why}",
    en="the theme file “{path}” cannot be read: {why_en}",
    hint_zh="路径从说明所在的文件夹算起；文件要能读、用 UTF-8 编码、不大于 1 MB",
    hint_en="paths begin at the spec's folder; the file must be readable, in UTF-8, and no larger than 1 MB",
)
UNKNOWN_TYPEFACE = Message(
    "theme.unknown-typeface",
    zh="“{name}”不是本主题 typefaces 里的字体",
    en="“{name}” is not among the theme's typefaces",
    hint_zh="写成 {nearest}",
    hint_en="write {nearest}",
)
MISSING_STYLE = Message(
    "theme.missing-style",
    zh="主题没有规定“{role}”的样式",
    en="the theme has no style for “{role}”",
    hint_zh="在 styles 里写上 {role}，或用 extends 沿用一个完整的主题",
    hint_en="give {role} under styles, or extend a whole theme",
)
MISSING_PART = Message(
    "theme.missing-part",
    zh="主题缺少 {part}",
    en="the theme lacks {part}",
    hint_zh="补上 {part}，或用 extends 沿用一个完整的主题",
    hint_en="give {part}, or extend a whole theme",
)
EXTENDS_ITSELF = Message(
    "theme.extends-itself",
    zh="主题沿用来沿用去，又回到了“{name}”",
    en="the theme extends others that lead back to “{name}”",
    hint_zh="去掉其中一个 extends",
    hint_en="take one of the extends away",
)
NO_ROOM = Message(
    "theme.no-room",
    zh="页边距之间放不下文字：版心宽 {measure} pt、高 {depth} pt",
    en="the margins leave no room for text: {measure} pt wide, {depth} pt deep",
    hint_zh="减小页边距；宽度至少 100 pt，高度至少 150 pt",
    hint_en="make the margins smaller; the text needs 100 pt of width and 150 pt of depth",
)
NOT_A_LENGTH = Message(
    "theme.not-a-length",
    zh="“{value}”不是长度",
    en="“{value}” is not a length",
    hint_zh="写成 10.5（磅）、10.5pt、25.4mm、2.54cm 或 1in",
    hint_en="write 10.5 (points), 10.5pt, 25.4mm, 2.54cm or 1in",
)
NOT_A_COLOUR = Message(
    "theme.not-a-colour",
    zh="“{value}”不是颜色",
    en="“{value}” is not a colour",
    hint_zh='写成加引号的六位十六进制，如 "1B4B66"',
    hint_en='write six hexadecimal digits in quotes, such as "1B4B66"',
)
UNKNOWN_COLOUR = Message(
    "theme.unknown-colour",
    zh="“{name}”不是六位十六进制颜色，也不是本主题 colours 里的名字",
    en="“{name}” is neither six hexadecimal digits nor one of the theme's colours",
    hint_zh='写成加引号的六位十六进制，如 "1B4B66"，或其中之一：{known}（palette-1 是图的第一种颜色）',
    hint_en='write six hexadecimal digits in quotes, such as "1B4B66", or one of {known} (palette-1: '
    "the first colour of charts)",
)
WORDS_IN_THEME = Message(
    "theme.words",
    zh="{key} 是报告说的话，不是样子：主题文件里不写",
    en="{key} says words of the report, and is no look: it does not stand in a theme's file",
    hint_zh="写在报告说明的 theme 下：theme: {{extends: …, {key}: …}}",
    hint_en="write it in the report's spec: theme: {{extends: …, {key}: …}}",
)
COLOUR_CIRCLE = Message(
    "theme.colour-circle",
    zh="颜色“{name}”说来说去又是它自己",
    en="the colour “{name}” comes to itself",
    hint_zh="把其中一个写成六位十六进制",
    hint_en="write one of them as six hexadecimal digits",
)
