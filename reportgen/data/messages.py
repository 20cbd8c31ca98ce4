"""What can be wrong with workbooks, addresses and tables, in Chinese and in English."""

from __future__ import annotations

from reportgen.diagnostics import Message, Severity

NO_FILE = Message(
    "data.no-file",
    zh="找不到工作簿 {path}",
    en="there is no workbook {path}",
    hint_zh="请检查 workbooks 里的路径；相对路径从写它的文件算起。",
    hint_en="Check the path under workbooks; it is relative to the file that names it.",
)
NO_GIVEN_FILE = Message(
    "data.no-given-file",
    zh="找不到 -w {name}={path} 给的工作簿",
    en="there is no workbook {path}, which -w {name}={path} gives",
    hint_zh="核对 -w {name}= 后面的路径，从当前文件夹算起。",
    hint_en="Check the path after -w {name}=, which begins at the current folder.",
)
NOT_A_FILE = Message(
    "data.not-a-file",
    zh="{path} 不是普通文件",
    en="{path} is not a regular file",
    hint_zh="工作簿须是一个 .xlsx 文件。",
    hint_en="A workbook is an .xlsx file.",
)
UNREADABLE_FILE = Message(
    "data.unreadable-file",
    zh="打不开工作簿 {path}：{reason}",
    en="workbook {path} cannot be opened: {reason}",
    hint_zh="检查文件的读取权限；正在别的程序里打开的，先关上。",
    hint_en="Check your permission to read it; close it where another program has it open.",
)
EMPTY_FILE = Message(
    "data.empty-file",
    zh="{path} 是空文件（0 字节）",
    en="{path} is empty (0 bytes)",
    hint_zh="多半是保存或下载没有完成，请重新取得。",
    hint_en="Saving or downloading it probably did not finish; get it again.",
)
LOCK_FILE = Message(
    "data.lock-file",
    zh="{path} 是 Excel 打开文件时的锁定文件，不是工作簿",
    en="{path} is the lock file that Excel keeps beside an open workbook",
    hint_zh="去掉文件名开头的 ~$。",
    hint_en="Drop the ~$ from the file name.",
)
HTML_FILE = Message(
    "data.html-file",
    zh="{path} 是网页（HTML），只是扩展名叫 .xlsx",
    en="{path} is an HTML page under the name of a workbook",
    hint_zh="用 Excel 打开，另存为“Excel 工作簿 (.xlsx)”。",
    hint_en="Open it in Excel and save it as an Excel workbook (.xlsx).",
)
TEXT_FILE = Message(
    "data.text-file",
    zh="{path} 是文本文件（{encoding}），不是工作簿",
    en="{path} is plain text ({encoding}), not a workbook",
    hint_zh="用 Excel 打开，另存为“Excel 工作簿 (.xlsx)”。",
    hint_en="Open it in Excel and save it as an Excel workbook (.xlsx).",
)
ENCRYPTED = Message(
    "data.encrypted",
    zh="{path} 设有打开密码",
    en="{path} is protected by a password",
    hint_zh="在 Excel 里去掉打开密码后保存。",
    hint_en="Remove the password in Excel and save the workbook.",
)
OLD_FORMAT = Message(
    "data.old-format",
    zh="{path} 是旧格式（{format}），只读 .xlsx",
    en="{path} has another format ({format}); only .xlsx is read",
    hint_zh="用 Excel 打开，另存为“Excel 工作簿 (.xlsx)”。",
    hint_en="Open it in Excel and save it as an Excel workbook (.xlsx).",
)
HALF_A_FILE = Message(
    "data.half-a-file",
    zh="{path} 不完整：压缩包没有结尾",
    en="{path} is only part of a workbook: the end of the archive is missing",
    hint_zh="多半是保存或下载没有完成，请重新取得。",
    hint_en="Saving or downloading it probably did not finish; get it again.",
)
NOT_A_WORKBOOK = Message(
    "data.not-a-workbook",
    zh="{path} 不是 Excel 工作簿",
    en="{path} is not an Excel workbook",
    hint_zh="用 Excel 打开，另存为“Excel 工作簿 (.xlsx)”。",
    hint_en="Open it in Excel and save it as an Excel workbook (.xlsx).",
)
DAMAGED = Message(
    "data.damaged",
    zh="{path} 已损坏：{part} 读不出来",
    en="{path} is damaged: {part} cannot be read",
    hint_zh="用 Excel 打开（必要时修复）并保存一次。",
    hint_en="Open it in Excel (repair it if asked) and save it.",
)
STRICT = Message(
    "data.strict",
    zh="{path} 是“严格 Open XML”格式，读不出内容",
    en="{path} is a Strict Open XML workbook, which is not read",
    hint_zh="在 Excel 里另存为普通的“Excel 工作簿 (.xlsx)”。",
    hint_en="Save it in Excel as an ordinary Excel workbook (.xlsx).",
)
SUSPICIOUS = Message(
    "data.suspicious",
    zh="{path} 不像 Excel 存的文件：{what_zh}",
    en="{path} is not what Excel would write: {what_en}",
    hint_zh="请向来源核实；确认无误后，用 Excel 打开并另存一次。",
    hint_en="Ask where it comes from; if it is sound, open it in Excel and save it anew.",
)
TOO_BIG = Message(
    "data.too-big",
    zh="{path} 太大：{what_zh}，上限 {limit}",
    en="{path} is too big: {what_en}, the limit is {limit}",
    hint_zh="只留报告要用的工作表和单元格，另存为新的工作簿。",
    hint_en="Keep only the sheets and cells that the report uses and save them as a workbook of their own.",
)
TOO_SLOW = Message(
    "data.too-slow",
    zh="{path} 读了太久或占用内存太多，已停止",
    en="reading {path} took too long or too much memory and was stopped",
    hint_zh="只留报告要用的工作表和单元格，另存为新的工作簿。",
    hint_en="Keep only the sheets and cells that the report uses and save them as a workbook of their own.",
)
NO_SHEETS = Message(
    "data.no-sheets",
    zh="{path} 里没有工作表",
    en="{path} has no worksheet",
    hint_zh="把数据放进一张工作表；只有图表工作表的文件不能用。",
    hint_en="Put the data on a worksheet; a file of chart sheets alone cannot be used.",
)
SAME_SHEETS = Message(
    "data.same-sheets",
    zh="{path} 里有两张工作表都叫“{sheet}”",
    en="{path} has two sheets called {sheet}",
    hint_zh="用 Excel 打开，改名后保存。",
    hint_en="Open it in Excel, rename one and save it.",
)
BAD_ADDRESS = Message(
    "data.bad-address",
    zh="看不懂数据地址“{text}”",
    en="{text} is not an address of data",
    hint_zh="写作 工作簿!工作表、工作簿!工作表!A3:B6、工作簿!表名 或 工作簿!名称。",
    hint_en="Write workbook!sheet, workbook!sheet!A3:B6, workbook!table or workbook!name.",
)
NO_SUCH_PLACE = Message(
    "data.no-such-place",
    zh="工作簿“{workbook}”里没有叫“{name}”的工作表、表或名称",
    en="workbook {workbook} has no sheet, table or name called {name}",
    hint_zh="{near_zh}",
    hint_en="{near_en}",
)
NOT_A_RANGE = Message(
    "data.not-a-range",
    zh="名称“{name}”指的不是本工作簿里的一块区域（{refers_to}）",
    en="the name {name} does not stand for one range of this workbook ({refers_to})",
    hint_zh="请在 Excel 的名称管理器里改成一块连续区域。",
    hint_en="Make it one contiguous range in Excel's name manager.",
)
EMPTY_RANGE = Message(
    "data.empty-range",
    zh="“{address}”是空的",
    en="{address} is empty",
    hint_zh="核对地址里的工作表和区域，或在工作簿里填上数据。",
    hint_en="Check the sheet and the range of the address, or fill in the workbook.",
)
NO_HEADER = Message(
    "data.no-header",
    zh="“{address}”里认不出表头",
    en="no header was found in {address}",
    hint_zh="表至少要有一行表头、一列标签；也可以用区域地址（如 A3:B6）指明。",
    hint_en="A table has a header row and a column of labels; a range (A3:B6) can say where they are.",
)
NO_VALUES = Message(
    "data.no-values",
    zh="“{address}”里只有表头，没有数据",
    en="{address} has a header but no values",
    hint_zh="在表头下面填上数据；地址是区域的，把数据行也包括进去。",
    hint_en="Fill in rows below the header; where the address is a range, have it take in the rows of values.",
)
TABLE_TOO_BIG = Message(
    "data.table-too-big",
    zh="“{address}”有 {count} 格，上限 {limit}",
    en="{address} has {count} cells, the limit is {limit}",
    hint_zh="用区域地址取其中一块。",
    hint_en="Take a part of it with a range.",
)
SAME_PERIOD = Message(
    "data.same-period",
    zh="“{address}”里 {period} 出现了两次：{first} 和 {second}",
    en="{address} has {period} twice: {first} and {second}",
    hint_zh="改正其中一个，或用区域地址避开一个。",
    hint_en="Correct one of them, or leave one out with a range.",
)
SAME_ITEM = Message(
    "data.same-item",
    zh="“{address}”里有两项都叫“{label}”：{first} 和 {second}",
    en="{address} has two items called {label}: {first} and {second}",
    hint_zh="用到这一项时取的是前一个。",
    hint_en="Where it is used, the first is taken.",
    severity=Severity.WARNING,
)
ERROR_CELL = Message(
    "data.error-cell",
    zh="{where} 是错误值 {text}",
    en="{where} holds the error {text}",
    hint_zh="请在 Excel 里改正公式或数据。",
    hint_en="Correct the formula or the data in Excel.",
)
UNCACHED = Message(
    "data.uncached",
    zh="{where} 是公式，但文件里没有存它的结果",
    en="{where} is a formula whose result is not stored in the file",
    hint_zh="用 Excel 打开并保存一次。",
    hint_en="Open the workbook in Excel and save it.",
)
NOT_A_NUMBER = Message(
    "data.not-a-number",
    zh="{where} 应是数字，却是“{text}”",
    en="{where} should be a number but holds “{text}”",
    hint_zh="改成数字；没有数据就留空或写 —。",
    hint_en="Make it a number; where there is none, leave it blank or write —.",
)
TEXT_NUMBERS = Message(
    "data.text-numbers",
    zh="“{address}”里有 {count} 个数字存成了文本（第一个在 {where}），已按数字读",
    en="{count} numbers of {address} are kept as text (the first in {where}); they are read as numbers",
    hint_zh="在 Excel 里选中它们，点“转换为数字”。",
    hint_en="Select them in Excel and choose “Convert to Number”.",
    severity=Severity.WARNING,
)
ROW_WITHOUT_PERIOD = Message(
    "data.row-without-period",
    zh="“{address}”的第一列是时间，但 {where} {what}，这一行没有读",
    en="the first column of {address} holds periods, but {where} {what_en}; its row is left out",
    hint_zh="补上或改正它；不是数据的行，用区域地址避开。",
    hint_en="Fill or correct it; leave a row that is no data out with a range.",
    severity=Severity.WARNING,
)
TIMES_UNREAD = Message(
    "data.times-unread",
    zh="“{address}”里“{label}”这样的标签像是时间，却说不出是哪一期；它们按一般的项读，里面有没有本期也就没有核对",
    en="labels such as “{label}” in {address} look like times but say no one period; they are read as items, and "
    "whether the current period is there was not checked",
    hint_zh="把年份写进标签（2024年3月）或表题；累计数（2024年1-3月）用项名取，本期要自己核对。",
    hint_en="Write the year into the labels (2024年3月) or the title; take cumulative values (2024年1-3月) by name "
    "and check their period yourself.",
    severity=Severity.WARNING,
)
MORE_BELOW = Message(
    "data.more-below",
    zh="工作表“{sheet}”从 {where} 起还有别的内容，没有读",
    en="sheet {sheet} holds more from {where} on, which is not read",
    hint_zh="如果那是另一张表，用区域地址取它。",
    hint_en="If that is another table, take it with a range.",
    severity=Severity.WARNING,
)
MORE_BESIDE = Message(
    "data.more-beside",
    zh="工作表“{sheet}”的表右边从 {where} 起还有别的数，没有读",
    en="sheet {sheet} holds more numbers beside the table, from {where} on, which are not read",
    hint_zh="如果那是另一张表，用区域地址取它。",
    hint_en="If that is another table, take it with a range.",
    severity=Severity.WARNING,
)

NO_ROWS = Message(
    "data.no-rows",
    zh="名单“{address}”只有表头，没有行",
    en="the list {address} has a header and no rows",
    hint_zh="表头下面接着写各行，中间不留空行。",
    hint_en="The rows follow right below the header, with no blank row between.",
)
ROW_WITHOUT_LABEL = Message(
    "data.row-without-label",
    zh="{where} 是空的：名单里的这一行没有“{field}”，叫不出名字",
    en="{where} is blank: this row of the list has no {field} to be called by",
    hint_zh="补上，或删去这一行；用别的一列称呼各行时，给参数写 label: 列名。",
    hint_en="Fill it in or delete the row; where another column names the rows, write `label:` with the parameter.",
)
FIELD_TWICE = Message(
    "data.field-twice",
    zh="名单“{address}”有两列都叫“{label}”：{first} 和 {second}",
    en="the list {address} has two columns called {label}: {first} and {second}",
    hint_zh="把其中一列改名。",
    hint_en="Give one of them another name.",
)
NO_FIELD = Message(
    "data.no-field",
    zh="名单“{address}”没有叫“{name}”的列",
    en="the list {address} has no column called {name}",
    hint_zh="{near_zh}",
    hint_en="{near_en}",
)

BY_CODE = {
    message.code: message
    for message in (
        EMPTY_FILE,
        LOCK_FILE,
        HTML_FILE,
        TEXT_FILE,
        ENCRYPTED,
        OLD_FORMAT,
        HALF_A_FILE,
        NOT_A_WORKBOOK,
        UNREADABLE_FILE,
        DAMAGED,
        STRICT,
        SUSPICIOUS,
        TOO_BIG,
        NO_SHEETS,
        SAME_SHEETS,
        TOO_SLOW,
    )
}
"""The messages that the reading subprocess may send, by code."""
