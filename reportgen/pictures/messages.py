"""What is wrong with a picture's file."""

from __future__ import annotations

from reportgen.diagnostics import Message

NO_PICTURE = Message(
    "picture.unreadable",
    zh="读不了图片 {path}：{reason_zh}",
    en="the picture {path} cannot be read: {reason_en}",
    hint_zh="核对路径；路径从写它的文件所在的文件夹算起",
    hint_en="check the path; it begins at the folder of the file that names it",
)
FILE_TOO_LARGE = Message(
    "picture.file-too-large",
    zh="图片 {path} 有 {size} MB，最多 {limit} MB",
    en="the picture {path} has {size} MB; at most {limit} MB are allowed",
    hint_zh="把它缩小后再存一次",
    hint_en="save it smaller",
)
NOT_PNG_OR_JPEG = Message(
    "picture.format",
    zh="{path} 是 {found_zh}，图片只能是 PNG 或 JPEG",
    en="{path} is {found_en}; pictures are PNG or JPEG",
    hint_zh="用图片软件另存为 PNG（图形、截屏）或 JPEG（照片）",
    hint_en="save it as PNG (drawings, screenshots) or JPEG (photographs)",
)
TOO_MANY_PIXELS = Message(
    "picture.pixels",
    zh="图片 {path} 有 {width}×{height} 个像素，最多 {limit} 百万",
    en="the picture {path} has {width}×{height} pixels; at most {limit} million are allowed",
    hint_zh="把它缩小后再存一次；印刷有 2000 像素宽就够",
    hint_en="save it smaller; 2000 pixels across are enough for print",
)
DAMAGED = Message(
    "picture.damaged",
    zh="图片 {path} 已损坏或不完整",
    en="the picture {path} is damaged or cut short",
    hint_zh="换一个能打开的文件，或重新下载、另存一次",
    hint_en="take a file that opens, or download or save it again",
)
