"""The problems of specs, beyond what is wrong with any YAML source."""

from __future__ import annotations

from reportgen.diagnostics import Message

SPEC_OUTSIDE = Message(
    "spec.outside-root",
    zh="报告文件 {path} 不在项目文件夹 {root} 里",
    en="the spec {path} lies outside the project's folder {root}",
    hint_zh="把它移到项目文件夹里，或用 --root 指定包含它的文件夹",
    hint_en="move it into the folder, or name a folder that holds it with --root",
)
ID_CHARACTERS = Message(
    "spec.id-characters",
    zh="id “{id}”里有不能用的字符“{character}”",
    en="the id “{id}” holds “{character}”, which cannot be used",
    hint_zh="id 只用汉字、字母、数字、_ 和 -，如 图1；要显示的文字写在 caption 或标题里",
    hint_en="use letters (Chinese too), digits, _ and -, such as 图1; what is shown goes into caption or heading",
)
ID_TWICE = Message(
    "spec.id-twice",
    zh="id “{id}”用了两次，另一次在{first_zh}",
    en="the id “{id}” is used twice, also {first_en}",
    hint_zh="给其中一个换个 id，引用它的地方（见.{id}）也要改",
    hint_en="give one of them another id, and change what refers to it (见.{id})",
)
NAME_CHARACTERS = Message(
    "spec.name-characters",
    zh="“{name}”不能作名字：{reason_zh}",
    en="“{name}” cannot be a name: {reason_en}",
    hint_zh="名字以汉字或字母开头，只用汉字、字母、数字和 _，如 登记总量",
    hint_en="a name begins with a letter (Chinese too) and takes letters, digits and _, such as 登记总量",
)
NAME_TWICE = Message(
    "spec.name-twice",
    zh="“{name}”既是参数又是数据的名字（参数在{first_zh}）",
    en="“{name}” names a parameter ({first_en}) and a table",
    hint_zh="给其中一个换个名字，文中用到它的地方也要改",
    hint_en="give one of them another name, and change where it is used",
)
UNKNOWN_PARAMETER = Message(
    "spec.unknown-parameter",
    zh="没有叫“{name}”的参数",
    en="there is no parameter “{name}”",
    hint_zh="{nearest_zh}参数有：{names_zh}；写在 params 下面",
    hint_en="{nearest_en}the parameters are: {names_en}; they are declared under params",
)
NOT_A_PERIOD_PARAMETER = Message(
    "spec.not-a-period-parameter",
    zh="参数“{name}”的类型是 {type}，不能当“本期”",
    en="the parameter “{name}” is of the type {type} and cannot be the current period",
    hint_zh="把它的 type 改成 year、quarter 或 month，或另选一个参数",
    hint_en="make its type year, quarter or month, or choose another parameter",
)
NOT_A_VALUE = Message(
    "spec.not-a-value",
    zh="参数“{name}”要{wanted_zh}，给的是“{value}”",
    en="the parameter “{name}” wants {wanted_en}, not “{value}”",
    hint_zh="写成 {example} 这样",
    hint_en="write it like {example}",
)
PARAMETER_NEEDED = Message(
    "spec.parameter-needed",
    zh="没有给出参数“{name}”的值",
    en="the parameter “{name}” has no value",
    hint_zh="在命令里加上 -p {name}={example}，或在 params 里写 default",
    hint_en="add -p {name}={example} to the command, or write a default under params",
)
REQUIRED_WITH_DEFAULT = Message(
    "spec.required-with-default",
    zh="写了 required: true 就用不到 default",
    en="with required: true the default is never used",
    hint_zh="删去 required 或 default 中的一个",
    hint_en="delete either required or default",
)
CHART_LACKS = Message(
    "spec.chart-lacks",
    zh="{type} 图缺少“{key}”",
    en="a {type} chart lacks “{key}”",
    hint_zh="补上一行“{key}: …”，写 data 下面的名字",
    hint_en="add a line “{key}: …” with a name from data",
)
NOT_TWO_CHARTS = Message(
    "spec.not-two-charts",
    zh="side_by_side 里要有两个图，这里有 {count} 个",
    en="side_by_side holds two charts, not {count}",
    hint_zh="写两个图；单独的图直接写 chart",
    hint_en="give it two charts; a chart by itself stands without side_by_side",
)
NOT_DIGITS = Message(
    "spec.not-digits",
    zh="measures 里的“{form}”不是位数的写法",
    en="{form!r} in `measures` does not say how many digits to print",
    hint_zh="写成 0、0.0 或 0.00，如 占比: 0.0",
    hint_en="write 0, 0.0 or 0.00, as in `占比: 0.0`",
)
CHART_CANNOT = Message(
    "spec.chart-cannot",
    zh="{type} 图不用“{key}”",
    en="a {type} chart does not take “{key}”",
    hint_zh="{right_zh}",
    hint_en="{right_en}",
)
CHECK_FORM = Message(
    "spec.check-form",
    zh="一条核对只能是 check 或 warn 其中一个",
    en="a check holds either check or warn",
    hint_zh="直接写算式，或写成“warn: 算式”（只提醒）；两条就分成两项",
    hint_en="write the comparison itself, or “warn: comparison”; make two items of two",
)
SECTIONS_AND_BODY = Message(
    "spec.sections-and-body",
    zh="sections 和 body 只能写一个",
    en="a report holds either sections or a body",
    hint_zh="把 body 里的内容移到某个 section 的 body 里",
    hint_en="move what is in body into the body of a section",
)
IMAGE_WITHOUT_WORDS = Message(
    "spec.image-without-words",
    zh="图片没有题注，也没有替代文字",
    en="the picture has neither a caption nor words for those who cannot see it",
    hint_zh="补上一行 caption: …；不要题注的，写 alt: …，说出图里是什么",
    hint_en="add a line “caption: …”, or “alt: …” that says what it shows",
)
NOTE_OF_NO_SHEET = Message(
    "spec.note-of-no-sheet",
    zh="图片没有工作表，取不到 note: auto 的注",
    en="a picture has no sheet that note: auto could take notes from",
    hint_zh="在 note: 后写上注的文字，或删去这一行",
    hint_en="write the note itself after note:, or delete the line",
)
NOT_A_WIDTH = Message(
    "spec.not-a-width",
    zh="“{value}”不是宽度",
    en="“{value}” is no width",
    hint_zh="写成版心的一部分，如 60%，或长度，如 80mm、8cm",
    hint_en="write a part of the measure, such as 60%, or a length, such as 80mm or 8cm",
)
NO_CONTENT = Message(
    "spec.no-content",
    zh="报告里没有内容",
    en="the report holds nothing",
    hint_zh="用 sections（分栏目）或 body（不分栏目）写上内容",
    hint_en="write its content under sections, or under body where there are none",
)

# Parameters to choose.

CHOICE_OF_WHAT = Message(
    "spec.choice-of-what",
    zh="类型是 choice 的参数要说明有哪些选项：from 或 options，只写其中一个",
    en="a choice says what can be chosen: either from or options, and not both",
    hint_zh="写“from: 登记”（选项是这份数据的各项），或“options: [甲, 乙]”",
    hint_en="write “from: NAME” (the items of that data), or “options: [A, B]”",
)
ROW_OF_WHAT = Message(
    "spec.row-of-what",
    zh="类型是 row 的参数要说明是哪份名单的一行",
    en="a row says which list it is of",
    hint_zh="写“from: 名单!客户名单”：workbooks 里的工作簿名、叹号、工作表名",
    hint_en="write “from: BOOK!SHEET”: a workbook of `workbooks`, an exclamation mark, a sheet",
)
NOT_A_ROW_PARAMETER = Message(
    "spec.not-a-row-parameter",
    zh="只有类型是 row 的参数才有 label（用哪一列称呼各行）",
    en="only a parameter of the type row has a label, the column that names the rows",
    hint_zh="把 type 改成 row，或删去这一行",
    hint_en="make its type row, or delete this line",
)
NOT_A_CHOICE_PARAMETER = Message(
    "spec.not-a-choice-parameter",
    zh="只有类型是 choice 或 row 的参数才有得选",
    en="only a parameter of the type choice or row has something to choose from",
    hint_zh="把 type 改成 choice（选表的一项）或 row（选名单的一行），或删去这一行",
    hint_en="make its type choice (an item of a table) or row (a row of a list), or delete this line",
)
UNKNOWN_PARAMETER_DATA = Message(
    "spec.unknown-parameter-data",
    zh="data 里没有“{name}”，参数“{parameter}”无处取值",
    en="data has no “{name}”, from which the parameter “{parameter}” takes its values",
    hint_zh="{nearest_zh}data 里有：{names_zh}",
    hint_en="{nearest_en}data has: {names_en}",
)
NOT_AN_OPTION = Message(
    "spec.not-an-option",
    zh="参数“{name}”不能是“{value}”",
    en="the parameter “{name}” cannot be “{value}”",
    hint_zh="{nearest_zh}可以选的有：{names_zh}",
    hint_en="{nearest_en}it can be: {names_en}",
)

SECTION_ELSEWHERE = Message(
    "spec.section-elsewhere",
    zh="栏目（section）只能和栏目并列，不能放在文章、标题和栏目里面",
    en="a section stands beside other sections, and not inside an article, a heading or a section",
    hint_zh="移到 sections 里；用 changes 插入时，before:、after: 写栏目的 id。要放在这里，就写 heading:",
    hint_en="move it to `sections`; to insert it, name a section's id after `before:` or `after:`. To have it here, "
    "make it a `heading:`",
)
ARTICLE_ELSEWHERE = Message(
    "spec.article-elsewhere",
    zh="文章（article）只能直接放在栏目（section）里，或没有栏目的报告的 body 里，不能放在文章、标题里面",
    en="an article stands in a section, or in the `body` of a report without any, not inside an article or a heading",
    hint_zh="移到栏目的 body 里；用 changes 插入时，before:、after: 写文章的 id。要放在这里，就写 heading:",
    hint_en="move it to a section's `body`; to insert it, name an article's id after `before:` or `after:`. To have it "
    "here, make it a `heading:`",
)
UNCHECKED_WITHOUT_REASON = Message(
    "spec.unchecked-without-reason",
    zh="unchecked 后面没有写理由",
    en="`unchecked` gives no reason",
    hint_zh="写上为什么数据说明不了，如“unchecked: 信心没有数据”；数据能说明的，用 holds: 写出条件",
    hint_en="say why no data can tell, as in “unchecked: no data on confidence”; what data tell goes under `holds:`",
)

# Choices that data make.

LOOP_OF_ONE_NAME = Message(
    "spec.loop-of-one-name",
    zh="for 只写一个名字和一份数据，这里有 {count} 个",
    en="for takes one name with its data, and here are {count}",
    hint_zh="写成“for: {{类: 登记}}”；要套两层，就在里面的块上再写 for",
    hint_en="write it like “for: {{kind: NAME}}”; for a second round write `for` on a block inside",
)
LOOP_NAME = Message(
    "spec.loop-name",
    zh="“{name}”已经是参数或数据的名字（{first_zh}），for 不能再用",
    en="“{name}” names a parameter or a table already ({first_en}); a repetition cannot use it",
    hint_zh="for 里换一个名字，块里用到它的地方也要改",
    hint_en="give it another name, and change where the block uses it",
)

CHOICE_WITHOUT_WHEN = Message(
    "spec.choice-without-when",
    zh="choose 的这一项没有写何时用它",
    en="this part of a choice does not say when it stands",
    hint_zh="加上“when: 条件”；都不成立时用的那一项写“else: …”",
    hint_en="add “when: condition”; what stands when none holds is “else: …”",
)
CHOICE_WITHOUT_ELSE = Message(
    "spec.choice-without-else",
    zh="choose 没有 else：条件都不成立时不知道印什么",
    en="the choice has no else: nothing says what stands when no condition holds",
    hint_zh="最后加一项“- else: …”；可有可无的内容不用 choose，直接给它写 when",
    hint_en="end it with “- else: …”; for what may simply be absent, write `when` on the block itself",
)
ELSE_NOT_LAST = Message(
    "spec.else-not-last",
    zh="else 要写在最后，而且只有一项",
    en="else stands last, and once",
    hint_zh="把它移到 choose 的末尾；它后面的各项永远轮不到",
    hint_en="move it to the end of the choice; what follows it would never be reached",
)

# Derived specs.

EXTENDS_CIRCLE = Message(
    "spec.extends-circle",
    zh="派生绕了一圈：{circle}",
    en="the specs derive from one another in a circle: {circle}",
    hint_zh="extends 要指向不依赖本文件的底本",
    hint_en="let extends name a spec that does not depend on this one",
)
EXTENDS_TOO_DEEP = Message(
    "spec.extends-too-deep",
    zh="派生超过 {limit} 层",
    en="there are more than {limit} levels of derived specs",
    hint_zh="直接从更早的底本派生",
    hint_en="derive from an earlier base",
)
WITHOUT_BASE = Message(
    "spec.without-base",
    zh="“{key}”只在派生的报告里有用，这里没有 extends",
    en="“{key}” is for derived reports, and there is no extends here",
    hint_zh="加上“extends: 底本.yaml”，或删去它",
    hint_en="add “extends: base.yaml”, or delete it",
)
BEFORE_OR_AFTER = Message(
    "spec.before-or-after",
    zh="没有说清放在哪里：before 和 after 要写一个，也只写一个",
    en="it does not say where: one of before and after is wanted, and not both",
    hint_zh="加上“before: id”（放在它前面）或“after: id”（放在它后面）",
    hint_en="add “before: id” or “after: id”",
)
UNKNOWN_TARGET = Message(
    "spec.unknown-target",
    zh="底本 {base} 里没有 id“{id}”，{overlay} 的这一步没有对象",
    en="the base {base} has no id “{id}” for this step of {overlay}",
    hint_zh="{nearest_zh}底本可能改过；现在的 id 有：{names_zh}",
    hint_en="{nearest_en}the base may have changed; its ids are: {names_en}",
)
TARGET_GONE = Message(
    "spec.target-gone",
    zh="“{id}”在前面的步骤（{where}）已经去掉了",
    en="“{id}” went with an earlier step ({where})",
    hint_zh="删去这一步，或把它移到那一步前面",
    hint_en="delete this step, or move it before that one",
)
CONTENT_REPLACED = Message(
    "spec.content-replaced",
    zh="底本的“{id}”不在了：这份说明自己的内容（{where}）代替了底本的全部内容",
    en="the base's “{id}” is not there: this report's own content ({where}) stands in place of all of the base's",
    hint_zh="删去这一步；要改底本的内容，就删去自己的 sections: 或 body:，用 changes: 来写",
    hint_en="delete this step; to change what the base has, delete the `sections:` or `body:` of this report's own and "
    "write `changes:` alone",
)
BESIDE_ITSELF = Message(
    "spec.beside-itself",
    zh="“{id}”不能移到自己（或自己里面的“{place}”）旁边",
    en="“{id}” cannot go beside itself or what it holds (“{place}”)",
    hint_zh="before 或 after 后面写它外面的一块",
    hint_en="name a block outside it",
)
WRONG_LEVEL = Message(
    "spec.wrong-level",
    zh="“{id}”（{kind}）不能放在“{place}”旁边，那里只能放 {kinds_zh}",
    en="“{id}” ({kind}) cannot stand beside “{place}”: that is a place for {kinds_en}",
    hint_zh="before 或 after 后面换一个同级的 id",
    hint_en="name a block of its own level",
)
TOO_MANY_STEPS = Message(
    "spec.too-many-steps",
    zh="changes 里要改的内容超过 {limit} 处",
    en="changes name more than {limit} blocks",
    hint_zh="这已经是另一份报告了：直接写 sections",
    hint_en="this is another report by now: write its own sections",
)
SET_NOTHING = Message(
    "spec.set-nothing",
    zh="没有写要改“{id}”的什么",
    en="it does not say what of “{id}” to change",
    hint_zh="在 set 下面写上要改的键，如“caption: …”",
    hint_en="write the keys that change below set, such as “caption: …”",
)
SET_ID = Message(
    "spec.set-id",
    zh="id 不能改：别处要靠它找到“{id}”",
    en="an id cannot be changed: it is how others find “{id}”",
    hint_zh="删去这一行；要换一块新的，用 replace",
    hint_en="delete this line; for a new block use replace",
)
