"""What keeps a document from being laid out, in words."""

from __future__ import annotations

from reportgen.diagnostics import Message

NO_GLYPH = Message(
    "layout.no-glyph",
    zh="字体 {face} 里没有“{char}”（{code}）",
    en="the face {face} has no glyph for “{char}” ({code})",
    hint_zh="换一个字，或在主题里换一个有这个字的字体",
    hint_en="use another character, or give the theme a face that has it",
)
TURNS_THE_TEXT = Message(
    "layout.turns-the-text",
    zh="有一个看不见的字符 {code}，会改变文字的方向",
    en="there is an invisible character {code}, which turns the direction of the text",
    hint_zh="多半是从别处粘贴来的：删去它",
    hint_en="it probably came with a paste: delete it",
)
TABLE_TOO_WIDE = Message(
    "layout.table-too-wide",
    zh="表格放不进版心：数字和最窄的表头共需 {needed} pt，版心宽 {measure} pt",
    en="the table does not fit the measure: its numbers and narrowest heads need {needed} pt of {measure} pt",
    hint_zh="减少列数（items、last），缩短表头，或换算成更大的单位（unit）",
    hint_en="show fewer columns (items, last), shorten the heads, or convert to a larger unit (unit)",
)
CHART_TOO_HIGH = Message(
    "layout.chart-too-high",
    zh="图放不进一页：图高 {height} pt，题注和附注之外只有 {room} pt",
    en="the figure does not fit a page: the chart is {height} pt high, and its caption and notes leave {room} pt",
    hint_zh="减少类别（items），或缩短题注和附注",
    hint_en="show fewer categories (items), or shorten the caption and the notes",
)
FOOTNOTE_TOO_LONG = Message(
    "layout.footnote-too-long",
    zh="一行里的脚注共高 {height} pt，超过半页（{room} pt）",
    en="the footnotes of one line are {height} pt high, more than half a page ({room} pt)",
    hint_zh="把脚注的内容移到正文里",
    hint_en="move what the footnote says into the text",
)
PICTURE_TOO_HIGH = Message(
    "layout.picture-too-high",
    zh="题注和注太长，一页里给图片只剩 {room} 磅高",
    en="with its caption and notes, the picture has {room} pt left on a page",
    hint_zh="把注移到正文里。",
    hint_en="move the notes into the text.",
)
COVER_TOO_LONG = Message(
    "layout.cover-too-long",
    zh="封面放不下：刊名、期号、客户和日期合起来多出 {over} pt",
    en="the cover is too full: title, issue, client and date are {over} pt too high together",
    hint_zh="缩短刊名，或在主题的 cover 里减小 top 或 foot",
    hint_en="shorten the title, or make top or foot smaller under the theme's cover",
)
