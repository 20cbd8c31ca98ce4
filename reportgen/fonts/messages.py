"""What can be wrong with a face."""

from __future__ import annotations

from reportgen.diagnostics import Message

FACE_UNKNOWN = Message(
    "fonts.face-unknown",
    zh="没有名为“{name}”的字体。",
    en="There is no face named “{name}”.",
    hint_zh="{nearest_zh}可用的字体：{known}。",
    hint_en="{nearest_en}Faces at hand: {known}.",
)

FILE_UNREADABLE = Message(
    "fonts.file-unreadable",
    zh="无法读取字体文件 {file}：{reason}。",
    en="The font file {file} can't be read: {reason}.",
    hint_zh="请检查文件是否存在、是否有读取权限；随附字体缺失时请重新安装 reportgen。",
    hint_en="See whether the file is there and may be read; where a face that ships is missing, reinstall reportgen.",
)

FILE_CHANGED = Message(
    "fonts.file-changed",
    zh="字体文件 {file} 与随附的校验值不符，可能不完整或已被改动。",
    en="The font file {file} does not have its checksum: it is incomplete, or was changed.",
    hint_zh="请重新安装 reportgen，或在克隆中恢复 assets/fonts。",
    hint_en="Install reportgen again, or restore assets/fonts in the clone.",
)

FILE_BROKEN = Message(
    "fonts.file-broken",
    zh="{file} 不是可用的字体文件：{why}。",
    en="{file} is not a font file that can be used: {why_en}.",
    hint_zh="请换用完整的 TrueType 字体（.ttf）。",
    hint_en="Give a whole TrueType font (.ttf).",
)

OUTLINES_CFF = Message(
    "fonts.outlines-cff",
    zh="字体 {file} 是 PostScript（CFF）轮廓，不能使用。",
    en="The font {file} has PostScript (CFF) outlines, which can't be used.",
    hint_zh="请换用 TrueType 轮廓的版本（.ttf）；同一字体通常两种都有。",
    hint_en="Give the version with TrueType outlines (.ttf); most families come in both.",
)

TOO_LARGE = Message(
    "fonts.too-large",
    zh="字体文件 {file} 有 {size} MB，超过 {limit} MB。",
    en="The font file {file} has {size} MB, more than {limit}.",
    hint_zh="请换用只含所需字符的版本。",
    hint_en="Give a version that holds only the characters that are needed.",
)

TWINS = Message(
    "fonts.twins",
    zh="字体文件 {file} 与 {twin} 同名，不能确定用哪一个。",
    en="The font files {file} and {twin} have one name: which of them is meant is not certain.",
    hint_zh="请删去其中一个，或改名。",
    hint_en="Take one of them away, or give it another name.",
)

VARIABLE = Message(
    "fonts.variable",
    zh="字体 {file} 是可变字体，字重不确定，不能使用。",
    en="The font {file} is a variable font: which weight is meant is not certain.",
    hint_zh="请换用固定字重的版本（例如 …-Regular.ttf 与 …-Bold.ttf）。",
    hint_en="Give a static version of one weight (such as …-Regular.ttf and …-Bold.ttf).",
)

COLLECTION = Message(
    "fonts.collection",
    zh="{file} 是字体合集（TTC），不能确定用其中哪一款。",
    en="{file} is a collection (TTC): which of its faces is meant is not certain.",
    hint_zh="请从合集中导出单个 .ttf 文件。",
    hint_en="Take the one face out of the collection as a .ttf file.",
)

EMBEDDING_FORBIDDEN = Message(
    "fonts.embedding-forbidden",
    zh="字体 {file} 的许可不允许嵌入文档（OS/2 fsType = {flags}）。",
    en="The font {file} may not be embedded into documents (OS/2 fsType = {flags}).",
    hint_zh="请换用允许嵌入和取子集的字体。",
    hint_en="Give a font that may be embedded and subset.",
)
