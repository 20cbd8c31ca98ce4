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
ABSOLUTE_PATH = Message(
    "spec.absolute-path",
    zh="“{path}”是从根目录写起的路径",
    en="“{path}” is an absolute path",
    hint_zh="写成相对于本文件的路径，如 data/数据.xlsx",
    hint_en="write it relative to this file, such as data/figures.xlsx",
)
BACKSLASH = Message(
    "spec.backslash",
    zh="路径“{path}”里有反斜线 \\",
    en="the path “{path}” holds a backslash",
    hint_zh="改用斜线 /，如 {right}",
    hint_en="write slashes: {right}",
)
PATH_OUTSIDE = Message(
    "spec.path-outside-root",
    zh="“{path}”指到项目文件夹外面去了",
    en="“{path}” leads outside the project's folder",
    hint_zh="把文件放进项目文件夹，或用 --root 指定更外层的文件夹",
    hint_en="put the file into the project's folder, or name a folder further out with --root",
)
PATH_NOT_A_FILE = Message(
    "spec.path-not-a-file",
    zh="“{path}”是{kind_zh}，不是普通文件",
    en="“{path}” is {kind_en}, not a regular file",
    hint_zh="写上工作簿的文件名，如 data/数据.xlsx",
    hint_en="name the workbook itself, such as data/figures.xlsx",
)
PATH_UNUSABLE = Message(
    "spec.path-unusable",
    zh="“{path}”不能用作路径（{reason}）",
    en="“{path}” cannot be used as a path ({reason})",
    hint_zh="改成普通的文件名，或去掉绕成一圈的符号链接",
    hint_en="give the file a plain name, or undo the circle of symbolic links",
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
    zh="id “{id}”用了两次，前一次在第 {line} 行",
    en="the id “{id}” is used twice, first on line {line}",
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
    zh="“{name}”既是参数又是数据的名字（参数在第 {line} 行）",
    en="“{name}” names a parameter (line {line}) and a table",
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
NO_CONTENT = Message(
    "spec.no-content",
    zh="报告里没有内容",
    en="the report holds nothing",
    hint_zh="用 sections（分栏目）或 body（不分栏目）写上内容",
    hint_en="write its content under sections, or under body where there are none",
)
