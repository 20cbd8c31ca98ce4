"""What resolve has to say when a spec and its data do not fit together."""

from __future__ import annotations

from reportgen.diagnostics import Message, Severity

CLAIM_FAILS = Message(
    "claim.fails",
    zh="“{words}”所依据的判断不成立：{condition}（{found}）{cells_zh}",
    en="the claim behind “{words}” does not hold: {condition} ({found}){cells_en}",
    hint_zh="核对数据；数据无误时改写这句话，或改写 holds。",
    hint_en="Check the data; if it is right, reword the sentence or change `holds`.",
)
PRINTED_OTHERWISE = Message(
    "claim.printed-otherwise",
    zh="按印出的位数看，这个判断就不是这样：{found}",
    en="at the digits that are printed this would be decided the other way: {found}",
    hint_zh="判断按工作簿里显示的数；在 numbers 里多留一位小数，读者才看得出；要按印出的数判断，写 basis: printed。",
    hint_en="Conditions are about the numbers as the workbook shows them; give the unit one more digit under `numbers` "
    "for readers to see it, or write `basis: printed` to judge the printed ones.",
    severity=Severity.WARNING,
)
CHECK_FAILS = Message(
    "check.fails",
    zh="核对不通过：{condition}（{found}）{cells_zh}",
    en="a check fails: {condition} ({found}){cells_en}",
    hint_zh="核对工作簿里这些单元格；只想提醒时写 warn:。",
    hint_en="Check these cells of the workbook; write `warn:` where a warning is enough.",
)
CHECK_WARNS = Message(
    "check.warns",
    CHECK_FAILS.zh,
    CHECK_FAILS.en,
    "核对工作簿里这些单元格；这一条只提醒，不妨碍生成。",
    "Check these cells of the workbook; this only warns, and the report is built.",
    Severity.WARNING,
)
DATA_CIRCLE = Message(
    "data.circle",
    zh="数据“{name}”绕了一圈又引用自己",
    en="data {name!r} refers to itself in a circle",
    hint_zh="from: 要指向一张表的地址，或另一个不依赖它的名字。",
    hint_en="Point `from:` to an address, or to a name that does not depend on this one.",
)
UNKNOWN_WORKBOOK = Message(
    "data.unknown-workbook",
    zh="workbooks 里没有“{name}”",
    en="`workbooks` has no {name!r}",
    hint_zh="{hint}",
    hint_en="{hint_en}",
)
UNKNOWN_PERIOD_PARAMETER = Message(
    "data.unknown-parameter",
    zh="period: {name}：params 里没有这个期别参数",
    en="period: {name}: `params` has no such period",
    hint_zh="写 params 里一个类型为 year、quarter 或 month 的参数名。",
    hint_en="Name a parameter of type year, quarter or month.",
)
FURNITURE_FIELD = Message(
    "theme.unknown-field",
    zh="页眉、页脚里没有 {{{field}}} 这一项",
    en="heads and feet have no field {{{field}}}",
    hint_zh="{hint}",
    hint_en="{hint_en}",
)
LAG_UNSAID = Message(
    "data.lag-unsaid",
    zh="“{name}”最近的一期是 {period}，不是本期 {current}，这段话没有说是哪一期",
    en="the last period of {name!r} is {period}, not the current one, {current}, and this text does not say so",
    hint_zh="在这段话里写上是哪一期，如 {{{{ {name} | 累计期 }}}}。",
    hint_en="Say the period in this text, as in {{{{ {name} | 累计期 }}}}.",
    severity=Severity.WARNING,
)
NEGATIVE_PART = Message(
    "chart.negative-part",
    zh="column 100% 的各段合成一整根柱，“{what}”却小于零",
    en="the parts of `column 100%` make up a whole, and {what!r} is below zero",
    hint_zh="改用 column 并写 stacked: true，或用 items 去掉这一项。",
    hint_en="Make it a `column` chart with `stacked: true`, or leave the item out of `items`.",
)
MEASURES_OVER_TIME = Message(
    "table.measures-over-time",
    zh="rows: items 让各列是期，measures 让各列是指标，这张表显示好几期，两样不能都要",
    en="`rows: items` makes the columns periods and `measures` makes them measures; this table shows several periods",
    hint_zh="去掉 rows: items，各行是期，各列是指标；或去掉 last: 和 .近(…)，只显示一期。",
    hint_en="Leave out `rows: items`: periods run down and measures across; or leave out `last:` and `.近(…)`.",
)
MEASURES_LEFT_OUT = Message(
    "table.measures-left-out",
    zh="数据有 {measures} 几列，这张几期的表只显示了 {first}",
    en="the data have several measures ({measures}), and this table of several periods shows {first} alone",
    hint_zh="用 measures 写明要哪几列：measures: [{several}]；只要一列也写上。",
    hint_en="Say with `measures:` which ones to show, one alone too: measures: [{several}].",
    severity=Severity.WARNING,
)
NO_SOURCES = Message(
    "source.none",
    zh="source: auto 要用工作表里的资料来源，用到的表都没有写",
    en="source: auto takes the sources that the sheets name, and none of those in use names one",
    hint_zh="在工作表里写一行“资料来源：……”，或在 source: 后面直接写。",
    hint_en="Write a row “资料来源：…” on the sheet, or the source itself after `source:`.",
    severity=Severity.WARNING,
)
NEVER_WHOLE = Message(
    "data.never-whole",
    zh="“{name}”没有哪一期各项都有数",
    en="{name!r} has no period in which every item has its value",
    hint_zh="at: latest 取各项都有数的最近一期；用 items 只取有数的几项，或补上工作簿里的数。",
    hint_en="`at: latest` takes the last period in which all have one; pick fewer `items`, or fill in the workbook.",
)
NO_LATEST = Message(
    "data.no-latest",
    zh="参数“{name}”要取“{source}”的最后一期，那张表没有 {type} 类型的期别",
    en="the parameter {name} is to be the last period of {source!r}, and that table has none of the type {type}",
    hint_zh="latest(…) 里写一份有时间的数据，或直接写上期别。",
    hint_en="Name data with a time axis in latest(…), or write the period itself.",
)
NOT_AN_ITEM = Message(
    "data.not-an-item",
    zh="参数“{name}”不能是“{value}”：可以选的有 {choices}",
    en="the parameter {name} cannot be {value!r}; it can be: {choices}",
    hint_zh="{hint}",
    hint_en="{hint_en}",
)
NOT_A_ROW = Message(
    "data.not-a-row",
    zh="参数“{name}”不能是“{value}”：名单 {address} 里没有这一行；有的是 {choices}",
    en="the parameter {name} cannot be {value!r}: the list {address} has no such row; it has {choices_en}",
    hint_zh="{hint}",
    hint_en="{hint_en}",
)
ROW_TWICE = Message(
    "data.row-twice",
    zh="名单 {address} 里有 {count} 行都叫“{value}”：{first} 和 {second}",
    en="the list {address} has {count} rows called {value!r}: {first} and {second}",
    hint_zh="改名单里的名字，或用能分清各行的一列：给参数“{name}”写 label: 列名。",
    hint_en="Change the names in the list, or name the rows by a column that tells them apart: "
    "write `label:` with the parameter {name}.",
)
WORKBOOK_OF_ANOTHER_PERIOD = Message(
    "data.another-period",
    zh="工作簿“{workbook}”（{file}）没有 {wanted}（本期）：各表最后一期是 {last}",
    en="workbook {workbook} ({file}) does not hold {wanted}, the current period: the last one of its tables is {last}",
    hint_zh="换上有 {wanted}的工作簿：-w {workbook}=文件.xlsx；或者改本期：-p {parameter}={iso}。",
    hint_en="Give a workbook that holds {wanted}: -w {workbook}=FILE.xlsx; or change the current period: "
    "-p {parameter}={iso}.",
)
TITLE_OF_ANOTHER_PERIOD = Message(
    "data.another-title",
    zh="“{address}”的数没有写明是哪一期，当作 {wanted}（本期），可标题写的是“{title}”",
    en="the values of {address} say no period and count as {wanted}, the current one, but the title is “{title}”",
    hint_zh="核对是不是上一期的表；是的话换上新的，或改标题。",
    hint_en="See whether this is the table of another issue; if so replace it, else correct the title.",
    severity=Severity.WARNING,
)
NOTHING_TO_DRAW = Message(
    "chart.no-values",
    zh="这张图没有一个数可画：{why_zh}",
    en="this chart has no value to draw: {why_en}",
    hint_zh="补上数据，换一期、换一项，或去掉这张图。",
    hint_en="Fill the cells, choose other periods or items, or drop the chart.",
)
NO_DATA = Message(
    "chart.no-data",
    zh="图要写明数据：{needed}",
    en="a chart needs its data: {needed}",
    hint_zh="data: 后写 data 里的一个名字；column+line 写 columns: 和 line:。",
    hint_en="Write a name of `data` after `data:`; for column+line write `columns:` and `line:`.",
)
REST_EXCEEDS = Message(
    "chart.rest-exceeds",
    zh="各项之和是 {total}，不小于 {whole}，没有可补的部分“{rest}”",
    en="the items add up to {total}, at least {whole}: nothing is left for {rest!r}",
    hint_zh="去掉 rest:，或核对数据。",
    hint_en="Drop `rest:`, or check the data.",
)
NOT_A_SHARE = Message(
    "chart.not-a-share",
    zh="{what} 要知道整体是多少：“{name}”不是百分数（单位是“{unit}”），也没有写 total:",
    en="{what} needs to know the whole: {name!r} is no percentage (its unit is {unit!r}) and has no `total:`",
    hint_zh="去掉它，换一份以 % 为单位的数据，或在 data 里写 total:。",
    hint_en="Drop it, use data in %, or give these a `total:` under `data:`.",
)
PIE_NOT_WHOLE = Message(
    "chart.not-whole",
    zh="饼图是一个整体，各块的占比加起来却是 {total}",
    en="a pie is a whole, and the shares of its parts add up to {total}",
    hint_zh="没有列出的部分用 rest: 补上，如 rest: 其他；各项不是一个整体的各部分时，核对 total:，或改用 bar。",
    hint_en="Name what is not listed with `rest:` (rest: 其他); where the items are not the parts of one whole, check "
    "`total:`, or make it a `bar` chart.",
)
NO_TOTAL_HINT_ZH = "在 data 里给“{name}”写 total:，后面是作为总体的数据，或其中的一项（total: 数据.项）。"
NO_TOTAL_HINT_EN = (
    "Give {name!r} a `total:` under `data:`: the data that are the whole, or an item of some (`data.item`)."
)
NO_TOTAL = Message(
    "chart.no-total",
    zh="标占比要知道占什么的比：数据“{name}”没有写 total:",
    en="shares need to know of what: data {name!r} has no `total:`",
    hint_zh=NO_TOTAL_HINT_ZH,
    hint_en=NO_TOTAL_HINT_EN,
)
NO_ROW_OF_TOTALS = Message(
    "table.no-total",
    zh="合计行要知道合计是什么：数据“{name}”没有写 total:",
    en="a row of totals needs to know the total: data {name!r} has no `total:`",
    hint_zh=NO_TOTAL_HINT_ZH,
    hint_en=NO_TOTAL_HINT_EN,
)
PIE_OF_ONE_PERIOD = Message(
    "chart.pie-of-periods",
    zh="饼图只画一期，这里取了 {count} 期",
    en="a pie shows one period, and this one is given {count}",
    hint_zh="去掉 .近(…)、.自(…)，或改用 column 100%：一期一根柱。",
    hint_en="Leave out `.近(…)` and `.自(…)`, or make it `column 100%`, a column a period.",
)
UNIT_MISMATCH = Message(
    "unit.mismatch",
    zh="“{source}”换算不成“{target}”",
    en="{source!r} cannot be converted to {target!r}",
    hint_zh="只能在同一单位的个、千、万、百万、亿之间换算，例如 件 与 万件。",
    hint_en="Only scales of one unit convert: 件, 千件, 万件, 百万件, 亿件.",
)
NUMBER_TWICE = Message(
    "figure.number-twice",
    zh="“{number}”有两个：这里一个，{other} 一个",
    en="there are two called “{number}”: one here, one at {other}",
    hint_zh="给其中一个另写 number:；派生的说明写 renumber: true，就不要底本钉住的编号，从 1 编起。",
    hint_en="Give one of them another `number:`; in a derived report, `renumber: true` drops the numbers that the base "
    "pins and counts from 1.",
)
NUMBER_GOES_BACK = Message(
    "figure.number-goes-back",
    zh="“{number}”排在“{before}”（{other}）后面",
    en="“{number}” stands after “{before}” ({other})",
    hint_zh="改 number:，或换一换位置；派生的说明写 renumber: true，就不要底本钉住的编号，从 1 编起。",
    hint_en="Change `number:` or where it stands; in a derived report, `renumber: true` drops the numbers that the "
    "base pins and counts from 1.",
    severity=Severity.WARNING,
)
BLANK_LOOK = Message(
    "theme.blank-field",
    zh="主题要用的一格在名单里是空的",
    en="a cell of the list that the theme needs is blank",
    hint_zh="补上这一格；没有自己的，填大家共用的：一张图片的路径，或一种颜色。",
    hint_en="Fill the cell in; where there is none of its own, with what the others share: the path of a picture, a "
    "colour.",
)
UNIT_UNKNOWN = Message(
    "unit.unknown",
    zh="这张表没有写单位，换算不成“{target}”",
    en="this table names no unit, so its numbers cannot be said in {target!r}",
    hint_zh="在表题下一行写“单位：{base}”。",
    hint_en="Write “单位：{base}” in a row under the table's title.",
)
ITEM_NOT_SHOWN = Message(
    "chart.highlight-unknown",
    zh="要突出的“{label}”不在这张图（表）里",
    en="{label!r}, which is to be highlighted, is not in this figure or table",
    hint_zh="写 本期，或图（表）里一项的名称：{labels}。",
    hint_en="Write 本期, or the label of an item that it shows: {labels}.",
)
UNITS_MIXED = Message(
    "unit.mixed",
    zh="一根数轴上只能有一种单位，这里有 {units}",
    en="one axis takes one unit, and here are {units}",
    hint_zh="分成两张图，或用 column+line 两根轴；同一单位的件与万件用 unit: 统一。",
    hint_en="Make two charts, or use column+line with two axes; `unit:` brings 件 and 万件 together.",
)
GAP_UNEXPLAINED = Message(
    "chart.gap-unexplained",
    zh="{what} 没有数（{why}），图上留空，却没有说明",
    en="{what} has no value ({why_en}); the chart leaves a gap and does not say why",
    hint_zh="写 note: auto 带上表下的注，或在 note: 后写明原因。",
    hint_en="Write `note: auto` to carry the sheet's note, or say why after `note:`.",
    severity=Severity.WARNING,
)
