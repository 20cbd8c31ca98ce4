"""What can be wrong with an expression, a claim or a text: the room's table of messages.

Places are given where a problem is made; fields in braces are filled in there.
"""

from __future__ import annotations

from reportgen.diagnostics import Message, Severity

# The form of an expression.

SYNTAX = Message(
    "prose.syntax",
    "表达式读不懂：{what}",
    "the expression cannot be read: {what_en}",
    "{hint}",
    "{hint_en}",
)
EMPTY = Message(
    "prose.empty",
    "花括号里是空的",
    "there is nothing between the braces",
    "写上数据名，或去掉这对花括号",
    "name some data, or take the braces away",
)
TOO_LONG = Message(
    "prose.too-long",
    "表达式太长或套得太深（最多 {limit}）",
    "the expression is too long or nested too deeply (at most {limit})",
    "拆成几个，或在 data 里先起名",
    "split it, or name parts of it under data",
)
NOT_ALLOWED = Message(
    "prose.not-allowed",
    "表达式里不能用{what}",
    "{what_en} cannot be used in an expression",
    "能用的：名字、点、[ ]、竖线、比较、and or not、+、-、~、列表",
    "what can be used: names, dots, [ ], pipes, comparisons, and or not, +, -, ~, lists",
)
UNCLOSED = Message(
    "prose.unclosed",
    "“{{{{” 没有对应的 “}}}}”",
    "this {{{{ has no }}}}",
    "补上 }}}}；要印花括号本身，写 {{{{ '{{{{' }}}}",
    "close it with }}}}; to print braces themselves write {{{{ '{{{{' }}}}",
)
STATEMENT = Message(
    "prose.statement",
    "文字里不能用 {{% … %}}",
    "{{% … %}} cannot be used in text",
    "条件和重复写在块上：when、for、choose",
    "conditions and repetition belong to blocks: when, for, choose",
)

# Names.

UNKNOWN_NAME = Message(
    "prose.unknown-name",
    "没有叫“{name}”的数据或参数",
    "there is no data and no parameter named {name!r}",
    "{hint}",
    "{hint_en}",
)
BLANK_FIELD = Message(
    "prose.blank-field",
    zh="“{path}”在名单里是空的",
    en="{path} is blank in the list",
    hint_zh='补上这一格；可以没有的，先用 when: {path} != "" 判断。',
    hint_en='Fill the cell in; where it may be blank, ask first: when: {path} != "".',
)
UNKNOWN_PART = Message(
    "prose.unknown-part",
    "“{owner}”里没有“{name}”",
    "{owner!r} has no {name!r}",
    "{hint}",
    "{hint_en}",
)
AMBIGUOUS_PART = Message(
    "prose.ambiguous-part",
    "“{name}”在“{owner}”里可以是：{several}",
    "{name!r} could be several of {owner!r}: {several}",
    "多写几个字",
    "write more of the label",
)
TOTAL_AMONG_PARTS = Message(
    "prose.total-among-parts",
    "算“{name}”的占比要把各项加起来，可表上有“{label}”，它本身就是合计",
    "the share is of the sum of the items of {name!r}, and one of them, {label!r}, is a total itself",
    "在 data 里给“{name}”写 overall: {label} 或 total: {name}.{label}，或用 items: 写明各项；或改用 占({name}.{label})",
    "in `data`, give {name!r} `overall: {label}`, `total: {name}.{label}` or `items:`; or write 占({name}.{label})",
)
UNKNOWN_WORDING = Message(
    "prose.unknown-wording",
    "没有叫“{name}”的说法",
    "there is no wording named {name!r}",
    "{hint}",
    "{hint_en}",
)
UNKNOWN_REFERENCE = Message(
    "prose.unknown-reference",
    "没有 id 为“{name}”的图或表",
    "no figure or table has the id {name!r}",
    "{hint}见. 和 ref. 后面写有题注的图、表的 id。",
    "{hint_en} A captioned figure or table is named by its id after 见. and ref.",
)
DROPPED_REFERENCE = Message(
    "prose.dropped-reference",
    "“{name}”已被去掉（{where}），这里却还要印它的编号",
    "{name!r} has been dropped ({where}), but its number is printed here",
    "写 见.{name}：图在时印出，图删掉时整个不印",
    "write 见.{name}: it prints where the figure stands and nothing where it was dropped",
)

# What does not fit.

WRONG_KIND = Message(
    "prose.wrong-kind",
    "{what}：这里要{wanted}，给的是{given}",
    "{what}: {wanted_en} is wanted here, not {given_en}",
    "{hint}",
    "{hint_en}",
)
WRONG_ARGUMENTS = Message(
    "prose.wrong-arguments",
    "“{name}”这样用：{usage}",
    "{name!r} is used like this: {usage}",
    "括号里写的要和它一样多；各种说法的例子：reportgen wordings",
    "put as much in the brackets as it shows; for examples of wordings: reportgen wordings",
)
NOT_PERIOD = Message(
    "prose.not-period",
    "“{text}”不是一期",
    "{text!r} is not a period",
    "如 2021、'2024-Q1'、'2025-03'、上年、上月",
    "such as 2021, '2024-Q1', '2025-03', 上年, 上月",
)
UNQUOTED_PERIOD = Message(
    "prose.unquoted-period",
    "“{text}”没有加引号，会算成 {year} 减 {rest}",
    "{text!r} has no quotes, so it is {year} minus {rest}",
    "月份和季度要加引号：'{period}'",
    "put a month or a quarter in quotes: '{period}'",
)
WRONG_GRAIN = Message(
    "prose.wrong-grain",
    "“{name}”的一期是“{own}”，这里给的是“{given}”",
    "a period of {name!r} is like {own}, not like {given}",
    "年度数据写年份，月度数据写 '2025-03'",
    "years for yearly data, '2025-03' for monthly data",
)
NO_PERIODS = Message(
    "prose.no-periods",
    "“{name}”没有时间",
    "{name!r} has no periods",
    "给工作簿写上 period，或在表上写出年份",
    "give its workbook a period, or write the years on the sheet",
)
COMPUTED_TWICE = Message(
    "prose.computed-twice",
    "“{owner}”已是算出来的，不能再算{name}",
    "{owner!r} is computed already, so it has no {name}",
    "从原来的数算，或用 快慢、比 说出差别",
    "compute it from the values themselves, or say the difference with 快慢 or 比",
)
NO_OVERALL = Message(
    "prose.no-overall",
    "“{name}”没有总体可比",
    "{name!r} has no overall item to be compared with",
    "在 data 里写 overall: 那一项的标签",
    "name it under data: overall: its label",
)
NO_RANK = Message(
    "prose.no-rank",
    "“{name}”只有 {count} 项，取不到第 {rank} 位",
    "{name!r} has {count} items, so none is at place {rank}",
    "改小 rank 或 前(…)",
    "choose a smaller rank",
)
TOO_MANY = Message(
    "prose.too-many",
    "“{name}”有 {count} 个数，最多 {limit} 个",
    "{name!r} has {count} values; {limit} are the most",
    "少取几项或几期",
    "take fewer items or periods",
)
UNITS_DIFFER = Message(
    "prose.units-differ",
    "单位不同，不能放在一起：{first}（{first_unit}）和 {second}（{second_unit}）",
    "the units differ: {first} ({first_unit}) and {second} ({second_unit})",
    "换成同一单位的数据",
    "take data of one unit",
)
ZERO_BASE = Message(
    "prose.zero-base",
    "基数 {base} 不大于零，算不出{what}",
    "the base {base} is not above zero, so there is no {what_en}",
    "换一种说法，或换一个基期",
    "say it in another way, or take another base",
)
COUNTS_DIFFER = Message(
    "prose.counts-differ",
    "两边的个数不同：{first} 个和 {second} 个",
    "the two sides have {first} and {second} values",
    "两边取同样几项、同样几期，或一边只取一个",
    "take the same items and periods on both sides, or a single one on one side",
)

# Values that are not there.

MISSING = Message(
    "prose.missing",
    "{what} 是空格",
    "{what_en} is blank",
    "补上这一格，或换一种说法",
    "fill the cell, or say it in another way",
)
PLACEHOLDER = Message(
    "prose.placeholder",
    "{what} 填的是“{raw}”，不是数",
    "{what_en} holds {raw!r}, which is not a number",
    "补上这一格，或换一种说法",
    "fill the cell, or say it in another way",
)
ABSENT = Message(
    "prose.absent",
    "表上没有 {what}",
    "the table has no {what_en}",
    "表上有：{there}",
    "it has: {there}",
)

# Words that would not be true.

NO_OPPOSITE = Message(
    "prose.no-opposite",
    "不知道“{word}”的反义词，数据反向时没有话说",
    "the opposite of {word!r} is not known, so there is no word for when the data turn",
    "可用：{known}",
    "known: {known}",
)
NOT_TENTHS = Message(
    "prose.not-tenths",
    "{what} 不能说成“{word}…成”",
    "{what} cannot be put as {word}…成",
    "换一个词（超、近、不足），或直接印数",
    "take another word, or print the number",
)
NOTHING_COMPARED = Message(
    "prose.nothing-compared",
    "没有一期两边都有数，什么也没有比",
    "in no period are both sides there, so nothing was compared",
    "看看两边的数据是不是同一段时间",
    "see whether both sides cover the same time",
)
TOO_FEW_PERIODS = Message(
    "prose.too-few-periods",
    "“{name}”至少要有两期的数才谈得上升降",
    "{name!r} needs at least two values to rise or fall",
    "写 .自(2021) 或 .近(3)",
    "write .自(2021) or .近(3)",
)

PRINTED_APART = Message(
    "prose.printed-apart",
    "印出的差是 {text}，而读者用印出的 {first} 减 {second} 会得到另一个数",
    "the difference is printed as {text}, but the printed {first} less {second} is another number",
    "差是先算后舍入的；要一致，就写 basis: printed，差按印出的数算，或在 numbers 里给这个单位多留一位小数",
    "a difference is rounded once, after it is taken; to make them agree write basis: printed, which takes it of the "
    "printed numbers, or give the unit one more digit under numbers",
    severity=Severity.WARNING,
)

# Text.

LINK_ADDRESS = Message(
    "prose.link-address",
    "链接只能是 http、https 或 mailto：{address}",
    "a link can only be http, https or mailto: {address}",
    "改成完整的网址",
    "write the whole address",
)
LINK_EMPTY = Message(
    "prose.link-empty",
    "链接没有文字：{address}",
    "a link without words: {address}",
    "在方括号里写上文字",
    "write words between the square brackets",
)
LINK_HOLE = Message(
    "prose.link-hole",
    "链接里不能有 {{{{ }}}}",
    "a link cannot hold {{{{ }}}}",
    "把数写在链接外面",
    "put the number outside the link",
)
NOT_ONE_LINE = Message(
    "prose.not-one-line",
    "标题只能是一段文字",
    "a title is a single line of text",
    "去掉空行和列表",
    "take out blank lines and lists",
)
MARKDOWN_BLOCK = Message(
    "prose.markdown-block",
    "文字块里没有“{mark}”这种写法",
    "{mark!r} means nothing in a text block",
    "标题写 heading:，图写 chart:，表写 table:；要印它本身，前面加反斜线",
    "headings are heading:, charts are chart:, tables are table:; to print it, put a backslash before it",
)
ARTICLE_BLOCK = Message(
    "prose.article-block",
    "引入的文章里没有“{mark}”这种写法",
    "{mark!r} means nothing in an included article",
    "标题写 # 或 ##；图和表写在报告文件里；要印它本身，前面加反斜线",
    "headings are # or ##; charts and tables stand in the report; to print it, put a backslash before it",
)
ARTICLE_EMPTY = Message(
    "prose.article-empty",
    "引入的文章是空的",
    "the included article is empty",
    "写上内容，或删去引入它的 include",
    "write its text, or delete the include that names it",
)
FOOTNOTE_UNKNOWN = Message(
    "prose.footnote-unknown",
    "脚注“{label}”没有内容",
    "the footnote “{label}” says nothing anywhere",
    "在同一段正文（text）里另起一行写“[^{label}]: 脚注内容”",
    "write “[^{label}]: …” on a line of its own in the same text",
)
FOOTNOTE_UNUSED = Message(
    "prose.footnote-unused",
    "脚注“{label}”有内容，正文里却没有“[^{label}]”",
    "no text refers to the footnote “{label}”",
    "在正文里写上“[^{label}]”，或删去这条脚注",
    "put [^{label}] where its marker belongs, or delete it",
)
FOOTNOTE_TWICE = Message(
    "prose.footnote-twice",
    "脚注“{label}”出现两次",
    "the footnote “{label}” comes twice",
    "一条脚注在正文里标一次、写一次内容；再注一次，换一个标识",
    "a footnote has one marker and one text; give the other one another label",
)
FOOTNOTE_EMPTY = Message(
    "prose.footnote-empty",
    "脚注“{label}”是空的",
    "the footnote “{label}” is empty",
    "在冒号后面写上内容",
    "write its text after the colon",
)
FOOTNOTE_NESTED = Message(
    "prose.footnote-nested",
    "脚注里不能再有脚注",
    "a footnote holds no footnote",
    "把它并入这条脚注的内容",
    "say it in the footnote itself",
)
FOOTNOTE_PARAGRAPHS = Message(
    "prose.footnote-paragraphs",
    "一条脚注里只能有一段",
    "a footnote holds one paragraph",
    "去掉空行，或去掉下一段前面的空格",
    "take out the blank line, or the spaces before the next paragraph",
)
FOOTNOTE_ELSEWHERE = Message(
    "prose.footnote-elsewhere",
    "标题、题注这类只有一行的文字里不能有脚注",
    "titles, captions and other texts of one line hold no footnotes",
    "把脚注放到正文（text）里；要照样印出方括号，写成 \\[^…]",
    "put the footnote into a text; to print the bracket, write \\[^…]",
)
LIST_PARAGRAPHS = Message(
    "prose.list-paragraphs",
    "列表的一项里只能有一段",
    "an item of a list holds one paragraph",
    "去掉空行，或把第二段移到列表后面",
    "take out the blank line, or move the second paragraph behind the list",
)
LIST_TOO_DEEP = Message(
    "prose.list-too-deep",
    "列表套得太深（最多 {limit} 层）",
    "lists are nested too deeply (at most {limit} levels)",
    "少套几层",
    "use fewer levels",
)
SINGLE_BRACES = Message(
    "prose.single-braces",
    "“{text}”像是表达式，少了一层花括号：写 {{{{ {expression} }}}}",
    "{text!r} looks like an expression with single braces: write {{{{ {expression} }}}}",
    "要照样印出花括号，写 {{{{ '{{' }}}} 和 {{{{ '}}' }}}}",
    "to print the braces themselves write {{{{ '{{' }}}} and {{{{ '}}' }}}}",
)
TYPED = Message(
    "prose.typed",
    "手打的统计数或数据用语：“{text}”",
    "a statistic, or a word that data should choose, typed by hand: {text!r}",
    "改用 {{{{ 表达式 }}}}；数据说明不了的写 unchecked: 原因，转述的写 quoted: true",
    "use an {{{{ expression }}}}; otherwise say unchecked: why, or quoted: true",
)
