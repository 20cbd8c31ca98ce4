"""The problems of YAML sources. They are written for an editor who does not know YAML: what to type instead."""

from __future__ import annotations

from reportgen.diagnostics import Message, Severity

UNREADABLE = Message(
    "yaml.unreadable",
    zh="读不了文件 {path}：{reason_zh}",
    en="the file {path} cannot be read: {reason_en}",
    hint_zh="检查文件名、所在的文件夹和读取权限",
    hint_en="check its name, its folder and your permission to read it",
)
NOT_A_FILE = Message(
    "yaml.not-a-file",
    zh="{path} 不是普通文件",
    en="{path} is not a regular file",
    hint_zh="给出一个 .yaml 文件",
    hint_en="name a .yaml file",
)
NOT_UTF8 = Message(
    "yaml.not-utf8",
    zh="文件不是 UTF-8 编码：第 {offset} 个字节（0x{byte}）读不成字",
    en="the file is not UTF-8: byte {offset} (0x{byte}) cannot be read",
    hint_zh="在编辑器里用“另存为”，编码选 UTF-8{guess_zh}",
    hint_en="save the file again with the encoding UTF-8{guess_en}",
)
TOO_LARGE = Message(
    "yaml.too-large",
    zh="文件有 {size} 字节，超过 {limit} 字节的上限",
    en="the file has {size} bytes, more than the limit of {limit}",
    hint_zh="这里只写报告怎么组成；数据放在 Excel 工作簿里",
    hint_en="say here how the report is made; data belong in the Excel workbooks",
)
TOO_DEEP = Message(
    "yaml.too-deep",
    zh="缩进超过 {limit} 层",
    en="more than {limit} levels deep",
    hint_zh="把内层的内容移到外层来",
    hint_en="move what is inside further out",
)
EMPTY_FILE = Message(
    "yaml.empty-file",
    zh="文件里没有内容",
    en="there is nothing in the file",
    hint_zh="至少要写 “reportgen: 1” 这样的一行：键、半角冒号、空格、值",
    hint_en="write at least one line such as “reportgen: 1”: a key, a colon, a space, a value",
)
SECOND_DOCUMENT = Message(
    "yaml.second-document",
    zh="“---” 之后又是一份内容；一个文件只能有一份",
    en="another document begins after “---”; a file holds one",
    hint_zh="删去这一行，或把后面的内容存成另一个文件",
    hint_en="delete this line, or save what follows as a file of its own",
)
CONTROL_CHARACTER = Message(
    "yaml.control-character",
    zh="有一个看不见的字符 {code}，不能用",
    en="there is an invisible character {code}, which cannot be used",
    hint_zh="多半是从别处粘贴来的：删去它，需要换行就按回车",
    hint_en="it probably came with a paste: delete it, and press Enter where a new line is wanted",
)
TAB = Message(
    "yaml.tab",
    zh="行首有制表符（Tab）；缩进只能用空格",
    en="the line begins with a tab; indentation takes spaces only",
    hint_zh="删去行首的空白，用空格键重新对齐（每层两个空格）",
    hint_en="delete the white space at the line's start and align it with spaces (two a level)",
)
WIDE_SPACE = Message(
    "yaml.wide-space",
    zh="键的前后有全角空格；缩进和间隔只能用半角空格",
    en="there is a full-width or no-break space beside the key; only plain spaces can stand there",
    hint_zh="切换到英文输入法，删去它，再用空格键对齐",
    hint_en="delete it and type plain spaces, with the input method switched to English",
)
BRACES = Message(
    "yaml.braces",
    zh="值以 {{{{ 开头而没有加引号，会被读成别的东西",
    en="the value begins with {{{{ and is not quoted, so it would be read as something else",
    hint_zh='给整个值加半角双引号："{{{{ … }}}}"；值里有双引号时，换行写在 | 下面',
    hint_en='put the whole value in double quotes: "{{{{ … }}}}"; where it holds double quotes, write it below a |',
)
INDICATOR = Message(
    "yaml.indicator",
    zh="值不能直接以 {character} 开头",
    en="a value cannot begin with a bare {character}",
    hint_zh='给整个值加半角双引号，如 "{character}…"',
    hint_en='put the whole value in double quotes: "{character}…"',
)
CUT = Message(
    "yaml.cut",
    zh="空格加 # 之后的字会被当作注释丢掉，这里只剩“{left}”",
    en="what follows a space and # is dropped as a comment; all that is left here is “{left}”",
    hint_zh="要保留 #，给整个值加半角双引号；真是注释，在 # 后面空一格",
    hint_en="to keep the #, put the whole value in double quotes; if it is a comment, put a space after the #",
)
FOLDED = Message(
    "yaml.folded",
    zh="> 会把换行变成空格，汉字之间会多出空格，列表会并成一段",
    en="> turns line ends into spaces: Chinese text gets spaces inside, lists become one paragraph",
    hint_zh="把 > 换成 |",
    hint_en="write | instead of >",
    severity=Severity.WARNING,
)
FULL_WIDTH_COLON = Message(
    "yaml.full-width-colon",
    zh="“{key}”后面是全角冒号“：”，读不成键和值",
    en="“{key}” is followed by a full-width colon “：”, so it is not read as a key",
    hint_zh="改成半角冒号加空格：“{key}: ”",
    hint_en="type a half-width colon and a space: “{key}: ”",
)
COLON_WITHOUT_SPACE = Message(
    "yaml.colon-without-space",
    zh="“{key}:” 后面少一个半角空格，读不成键和值",
    en="there is no plain space after “{key}:”, so it is not read as a key",
    hint_zh="在冒号后面空一格（半角）：“{key}: ”",
    hint_en="type a plain space after the colon: “{key}: ”",
)
FULL_WIDTH_COMMA = Message(
    "yaml.full-width-comma",
    zh="方括号里有全角逗号“，”，前后算作一项",
    en="there is a full-width comma “，” inside brackets; what is around it counts as one item",
    hint_zh="是两项就改成半角逗号加空格“, ”；确是一项就给它加半角双引号",
    hint_en="type a half-width comma and a space between two items; put it in double quotes if it is one",
    severity=Severity.WARNING,
)
FULL_WIDTH_IN_BRACKETS = Message(
    "yaml.full-width-in-brackets",
    zh="括号里的“{mark}”是全角的，读不成半角的“{half}”",
    en="“{mark}” inside brackets is full-width and is not read as “{half}”",
    hint_zh="改成半角的“{half}”；若是文字的一部分，给那个值加半角双引号",
    hint_en="type a half-width “{half}”; where it is a part of a text, put that value in double quotes",
)
DASH_WITHOUT_SPACE = Message(
    "yaml.dash-without-space",
    zh="行首的“-”后面少一个空格，读不成列表的一项",
    en="there is no space after the “-” at the line's start, so it is not read as an item",
    hint_zh="在“-”后面空一格：“- {rest}”",
    hint_en="type a space after it: “- {rest}”",
)
COLON_IN_VALUE = Message(
    "yaml.colon-in-value",
    zh="值里面又有半角冒号加空格，会被读成另一个键",
    en="the value holds a colon and a space, which would begin another key",
    hint_zh="给整个值加半角双引号，或改用全角冒号“：”",
    hint_en="put the whole value in double quotes, or type a full-width colon “：”",
)
AFTER_QUOTE = Message(
    "yaml.after-quote",
    zh="引号结束以后，同一行还有别的字",
    en="something follows the closing quote on the same line",
    hint_zh='引号要括住整个值，如 "{{{{ year }}}}概况"；值里要出现引号时用中文引号“”，或改用单引号括起来',
    hint_en='the quotes must hold the whole value: "{{{{ year }}}} results"; inside use “” or put it in single quotes',
)
AFTER_BRACKET = Message(
    "yaml.after-bracket",
    zh="方括号结束以后，同一行还有别的字；值以 [ 开头会被读成列表",
    en="something follows the closing bracket on the same line; a value that begins with [ is read as a list",
    hint_zh='是文字就给整个值加半角双引号，如 "[内部] 月报"',
    hint_en='if it is a text, put the whole value in double quotes: "[internal] report"',
)
UNCLOSED_QUOTE = Message(
    "yaml.unclosed-quote",
    zh="这个引号没有配对的另一半",
    en="this quote is never closed",
    hint_zh="在值的末尾补上同样的引号；要在文字里用引号，请用中文引号“”",
    hint_en="type the same quote at the end of the value; inside a text use “”",
)
UNCLOSED_BRACKET = Message(
    "yaml.unclosed-bracket",
    zh="这个括号 {bracket} 里的内容读不通：可能没有配对的 {closing}，或各项之间没有用半角逗号隔开",
    en="what is inside this {bracket} cannot be read: perhaps {closing} is missing, or a comma between two items",
    hint_zh="检查括号是否成对、逗号是否半角；若是普通文字，给整个值加半角双引号",
    hint_en="check that brackets are paired and commas half-width; if it is plain text, put the value in double quotes",
)
ESCAPE = Message(
    "yaml.escape",
    zh="双引号里的反斜线 \\ 有特别的意思，这里的写法读不懂",
    en="a backslash in double quotes has a meaning of its own, and this one is not known",
    hint_zh="把外面的双引号换成单引号，或把 \\ 写成 \\\\",
    hint_en="put the value in single quotes instead, or write \\\\ for \\",
)
INDENTATION = Message(
    "yaml.indentation",
    zh="这一行的缩进和上面的对不上",
    en="the indentation of this line does not match what is above it",
    hint_zh="同一层的行，行首空格数要一样；以 “- ” 开头的行要和上一项的 “- ” 对齐",
    hint_en="lines of one level begin with the same number of spaces; a “- ” stands below the “- ” of the item before",
)
INDENTED_FURTHER = Message(
    "yaml.indented-further",
    zh="这一行比上面的“{key}”缩进得多，会被读成它的值的下一行",
    en="this line is indented further than “{key}” above it, so it would be read as the next line of its value",
    hint_zh="要和“{key}”同一层，行首改成 {count} 个空格；真是它的值，就给整个值加半角双引号",
    hint_en="where it is of the level of “{key}”, begin it with {count} spaces; where it is its value, put the whole "
    "value in double quotes",
)
DASH_IN_VALUE = Message(
    "yaml.dash-in-value",
    zh="“- ” 不能写在键的同一行",
    en="“- ” cannot stand on the line of a key",
    hint_zh="列表从下一行开始写；若是普通文字，给整个值加半角双引号",
    hint_en="begin the list on the next line; if it is plain text, put the value in double quotes",
)
NO_COLON = Message(
    "yaml.no-colon",
    zh="这里应当是“键: 值”，但没有冒号",
    en="a “key: value” is wanted here, but there is no colon",
    hint_zh="补上半角冒号和空格；若是上一个值的续行，比上一行多缩进两个空格",
    hint_en="type a colon and a space; if it continues the value above, indent it two spaces further",
)
SYNTAX = Message(
    "yaml.syntax",
    zh="这里的写法读不懂（{detail}）",
    en="this cannot be read ({detail})",
    hint_zh="检查这一行和上一行：缩进、半角冒号后的空格、成对的引号和括号",
    hint_en="look at this line and the one above: indentation, the space after a colon, paired quotes and brackets",
)
ANCHOR = Message(
    "yaml.anchor",
    zh="值不能以 & 开头（YAML 的锚点），这里不用",
    en="a value cannot begin with & (an anchor of YAML), which is not used here",
    hint_zh="普通文字请给整个值加半角双引号；要重复的内容请写两遍",
    hint_en="put a plain text in double quotes; write repeated content twice",
)
ALIAS = Message(
    "yaml.alias",
    zh="值不能以 * 开头（YAML 的引用），这里不用",
    en="a value cannot begin with * (an alias of YAML), which is not used here",
    hint_zh="要加粗或斜体时，换行写在 | 下面，或给整个值加半角双引号",
    hint_en="for bold or italics write the text below a |, or put the whole value in double quotes",
)
TAG = Message(
    "yaml.tag",
    zh="值不能以 ! 开头（YAML 的标签），这里不用",
    en="a value cannot begin with ! (a tag of YAML), which is not used here",
    hint_zh="普通文字请给整个值加半角双引号",
    hint_en="put a plain text in double quotes",
)
MERGE_KEY = Message(
    "yaml.merge-key",
    zh="“<<” 不能作键：这里没有 YAML 的合并写法",
    en="“<<” cannot be a key: YAML's merging is not used here",
    hint_zh="把要合并的内容直接写出来",
    hint_en="write out what was to be merged",
)
COMPLEX_KEY = Message(
    "yaml.complex-key",
    zh="键只能是一个词",
    en="a key can only be a word",
    hint_zh="写成“键: 值”；若以 {{{{ 或括号开头的是文字，给它加半角双引号",
    hint_en="write “key: value”; if what begins with {{{{ or a bracket is a text, put it in double quotes",
)
DUPLICATE_KEY = Message(
    "yaml.duplicate-key",
    zh="“{key}”写了两遍，前一次在第 {line} 行",
    en="“{key}” is given twice, first on line {line}",
    hint_zh="留下一个，删去另一个",
    hint_en="keep one and delete the other",
)
UNKNOWN_KEY = Message(
    "yaml.unknown-key",
    zh="这里没有“{key}”这个键",
    en="there is no key “{key}” here",
    hint_zh="{nearest_zh}可以写的有：{names_zh}",
    hint_en="{nearest_en}the keys are: {names_en}",
)
MISSING_KEY = Message(
    "yaml.missing-key",
    zh="这里缺少“{key}”",
    en="“{key}” is missing here",
    hint_zh="补上一行“{key}: …”",
    hint_en="add a line “{key}: …”",
)
EMPTY_VALUE = Message(
    "yaml.empty-value",
    zh="“{key}”后面没有写值",
    en="“{key}” has no value",
    hint_zh="在冒号后写上值；若值另起一行，要比这一行多缩进两个空格",
    hint_en="write a value after the colon; on a line of its own it is indented two spaces further",
)
EMPTY_ITEM = Message(
    "yaml.empty-item",
    zh="“-”后面没有内容",
    en="there is nothing after the “-”",
    hint_zh="写上这一项，或删去这一行",
    hint_en="write the item, or delete the line",
)
WRONG_SHAPE = Message(
    "yaml.wrong-shape",
    zh="这里应当是{wanted_zh}，写的却是{given_zh}",
    en="what is wanted here is {wanted_en}, but this is {given_en}",
    hint_zh="{advice_zh}",
    hint_en="{advice_en}",
)
NOT_A_CHOICE = Message(
    "yaml.not-a-choice",
    zh="“{value}”不在可选的值里",
    en="“{value}” is not one of the choices",
    hint_zh="{nearest_zh}可选：{names_zh}",
    hint_en="{nearest_en}the choices are: {names_en}",
)
NOT_AN_INTEGER = Message(
    "yaml.not-an-integer",
    zh="这里要整数，写的是“{value}”",
    en="a whole number is wanted here, not “{value}”",
    hint_zh="写半角数字，不加引号、单位和逗号，如 3",
    hint_en="type plain digits without quotes, unit or commas, such as 3",
)
NOT_A_NUMBER = Message(
    "yaml.not-a-number",
    zh="这里要数字，写的是“{value}”",
    en="a number is wanted here, not “{value}”",
    hint_zh="写半角数字，不加引号、单位和逗号，如 10.5",
    hint_en="type plain digits without quotes, unit or commas, such as 10.5",
)
NOT_A_SWITCH = Message(
    "yaml.not-a-switch",
    zh="这里只能写 true（是）或 false（否），写的是“{value}”",
    en="only true or false can stand here, not “{value}”",
    hint_zh="改成 {right}，不加引号",
    hint_en="write {right}, without quotes",
)
NO_KIND = Message(
    "yaml.no-kind",
    zh="看不出这是哪一种内容：要有 {kinds_zh} 其中一个键，写的是 {given_zh}",
    en="it does not say what it is: one of the keys {kinds_en} is wanted, and it has {given_en}",
    hint_zh="{nearest_zh}先写是什么，如“{example}: …”，再写其他的键",
    hint_en="{nearest_en}say first what it is, such as “{example}: …”, then the other keys",
)
BARE_ITEM = Message(
    "yaml.bare-item",
    zh="“{value}”前面没有写它是什么",
    en="it is not said what “{value}” is",
    hint_zh="写成“- {example}: {value}”这样；可以写的有：{kinds_zh}",
    hint_en="write it like “- {example}: {value}”; it can be: {kinds_en}",
)
TWO_KINDS = Message(
    "yaml.two-kinds",
    zh="同一项里既有“{first}”又有“{second}”，只能是其中一种",
    en="one item holds both “{first}” and “{second}”; it can only be one of them",
    hint_zh="分成两项，各以 “- ” 开头",
    hint_en="make two items of it, each beginning with “- ”",
)
OUT_OF_RANGE = Message(
    "yaml.out-of-range",
    zh="“{key}”要{bound_zh}，写的是 {value}",
    en="“{key}” must be {bound_en}, not {value}",
    hint_zh="改成{bound_zh} 的数",
    hint_en="write a number that is {bound_en}",
)
WRONG_COUNT = Message(
    "yaml.wrong-count",
    zh="这里要 {wanted} 项，写了 {given} 项",
    en="{wanted} items are wanted here, not {given}",
    hint_zh="补足或删去多余的项",
    hint_en="add or delete items",
)
REFUSED = Message(
    "yaml.refused",
    zh="“{key}”的值不能用（{detail}）",
    en="the value of “{key}” cannot be used ({detail})",
    hint_zh="按文档中“{key}”的说明改写",
    hint_en="see what the reference says of “{key}”",
)
