"""What can be wrong with a batch: its file, its jobs, its workers, in Chinese and in English."""

from __future__ import annotations

from reportgen.diagnostics import Message

NO_JOBS = Message(
    "batch.no-jobs",
    zh="批量文件没有说要做哪些份",
    en="the batch file does not say which jobs there are",
    hint_zh="写 rows（名单，每行一份）、matrix（参数的各个值）或 include。",
    hint_en="Write rows (a list, a job a row), matrix (values of parameters) or include.",
)
NO_VALUES = Message(
    "batch.no-values",
    zh="matrix 里的“{name}”没有值，一份也做不了",
    en="{name!r} in the matrix has no values, so that there is no job",
    hint_zh="写上它的值，或删去这个参数。",
    hint_en="Write its values, or delete the parameter.",
)
EMPTY_ENTRY = Message(
    "batch.empty-entry",
    zh="这里有一条是空的",
    en="an entry here is empty",
    hint_zh="写上内容，或删去它。",
    hint_en="Fill it in, or delete it.",
)
NO_COMMAND = Message(
    "batch.no-command",
    zh="这里要一个命令：程序和它的参数，一项一个",
    en="a command is wanted here: the program and its arguments, an item each",
    hint_zh="写成 [/usr/local/bin/mail-summary, desk] 这样；不经过 shell。",
    hint_en="Write it like [/usr/local/bin/mail-summary, desk]; no shell reads it.",
)
BAD_COMMAND = Message(
    "batch.bad-command",
    zh="{option} 的命令读不懂：{given}",
    en="the command of {option} cannot be read: {given}",
    hint_zh="写程序和它的参数，引号要成对；不经过 shell。",
    hint_en="Write the program and its arguments, with quotes in pairs; no shell reads it.",
)
TOO_MANY = Message(
    "batch.too-many",
    zh="一共要做 {count:,} 份，超过 {limit:,} 份的上限",
    en="there would be {count:,} jobs, more than the limit of {limit:,}",
    hint_zh="名单的行数与各个参数的值数相乘；分成几个批量文件，各写各的文件夹。",
    hint_en="Rows and values are multiplied; make several batch files of it, each with a folder of its own.",
)
UNKNOWN_WORKBOOK = Message(
    "batch.unknown-workbook",
    zh="报告说明里没有工作簿“{name}”",
    en="the spec has no workbook {name!r}",
    hint_zh="{nearest_zh}工作簿有：{names_zh}。",
    hint_en="{nearest_en}Workbooks: {names_en}.",
)
BOOK_ELSEWHERE = Message(
    "batch.book-elsewhere",
    zh="“{text}”填上参数后成了 {path}，出了它所在的文件夹",
    en="{text!r}, filled with the job's parameters, is {path}, which leads out of its folder",
    hint_zh="参数的值里不能有 .. 这样的路径；改名单里的值。",
    hint_en="No value may lead out with ..; correct it in the list.",
)
SAME_PARAMETERS = Message(
    "batch.same-parameters",
    zh="第 {first} 份和第 {second} 份的参数完全相同：{parameters}",
    en="jobs {first} and {second} have the same parameters: {parameters}",
    hint_zh="删去其中一份。",
    hint_en="Delete one of them.",
)
ALL_EXCLUDED = Message(
    "batch.all-excluded",
    zh="exclude 把每一份都去掉了",
    en="exclude leaves no job",
    hint_zh="exclude 的每一条去掉与它所写参数都相同的那些份。",
    hint_en="Each entry of exclude leaves out the jobs that have all its parameters.",
)
EXCLUDES_NOTHING = Message(
    "batch.excludes-nothing",
    zh="这一条 exclude 与哪一份都不相同",
    en="this entry of exclude leaves out no job",
    hint_zh="检查参数的值；值要和 matrix 或名单里写的一样。",
    hint_en="Check the values; they must be as in matrix or in the list.",
)
UNKNOWN_PARAMETER = Message(
    "batch.unknown-parameter",
    zh="报告说明里没有参数“{name}”",
    en="the spec has no parameter {name!r}",
    hint_zh="{nearest_zh}参数有：{names_zh}。",
    hint_en="{nearest_en}Parameters: {names_en}.",
)
NO_COLUMN = Message(
    "batch.no-column",
    zh="名单里没有“{name}”这一列",
    en="the list has no column {name!r}",
    hint_zh="{nearest_zh}列有：{names_zh}。",
    hint_en="{nearest_en}Columns: {names_en}.",
)
NO_COLUMN_IS_A_PARAMETER = Message(
    "batch.no-column-is-a-parameter",
    zh="{address} 的列名没有一个是报告说明的参数",
    en="no column of {address} is named like a parameter of the spec",
    hint_zh="用 params 写明哪一列给哪个参数，如 params: {{{example}}}。列有：{columns_zh}；参数有：{names_zh}。",
    hint_en="Say with params which column gives which parameter, as in params: {{{example}}}. "
    "Columns: {columns_en}. Parameters: {names_en}.",
)
NO_FILE_IN_ADDRESS = Message(
    "batch.no-file-in-address",
    zh="名单的地址要写成 文件.xlsx!工作表，不是“{text}”",
    en="the address of a list is file.xlsx!sheet, not {text!r}",
    hint_zh="先写文件，再写半角感叹号和工作表，如 data/名单.xlsx!客户名单。",
    hint_en="Write the file, an exclamation mark and the sheet: data/clients.xlsx!clients.",
)
BAD_TEMPLATE = Message(
    "batch.bad-template",
    zh="“{text}”里的 {{{name}}} 不是报告说明的参数",
    en="{{{name}}} in {text!r} is no parameter of the spec",
    hint_zh="{nearest_zh}参数有：{names_zh}。",
    hint_en="{nearest_en}Parameters: {names_en}.",
)
ONLY_DATA_TELL = Message(
    "batch.only-data-tell",
    zh="“{text}”里的 {{{name}}} 要读了数据才知道，而这里要靠它找数据",
    en="{{{name}}} in {text!r} is known only when data are read, and is wanted here to find them",
    hint_zh="在 params、matrix 或名单里给“{name}”一个值，或用 -p {name}=…。",
    hint_en="Give {name!r} a value in params, in matrix or in the list, or by -p {name}=….",
)
SAME_NAME = Message(
    "batch.same-name",
    zh="第 {first} 份和第 {second} 份的输出名都是“{name}”{where}",
    en="jobs {first} and {second} would both be written to {name!r}{where_en}",
    hint_zh="让报告说明的 output 用上能分开它们的参数；它们的参数：{parameters}。",
    hint_en="Let the spec's output name use the parameters that tell them apart; theirs: {parameters}.",
)
RESERVED_NAME = Message(
    "batch.reserved-name",
    zh="输出名“{name}”留给清单和汇总用",
    en="the output name {name!r} is kept for the manifest and the summary",
    hint_zh="换一个 output。",
    hint_en="Choose another output name.",
)
SAME_JOB = Message(
    "batch.same-job",
    zh="第 {first} 份和第 {second} 份一模一样：{parameters}{where}",
    en="jobs {first} and {second} are the same: {parameters}{where_en}",
    hint_zh="删去重复的一行（或一个组合），或改正写错的那个。",
    hint_en="Take one of them out of the list or the matrix, or correct the one that is wrong.",
)
TYPED_OVER = Message(
    "batch.typed-over",
    zh="-p {name}={value} 代替了各份自己的“{name}”，有 {count} 份会写到别的份的输出里，如“{output}”",
    en="-p {name}={value} stands in place of what each job has of its own, so that jobs would be written over "
    "another's output ({count}, such as {output!r})",
    hint_zh="去掉 -p {name}；只做一份时，用 build。",
    hint_en="Leave out -p {name}; for a single report use build.",
)
NAME_TAKEN = Message(
    "batch.name-taken",
    zh="这一份的输出名“{name}”已由“{other}”写了，没有改动它",
    en="this job's output {name!r} was written by {other!r} already and was left alone",
    hint_zh="让报告说明的 output 只用参数，就能在开工之前看出重名。",
    hint_en="Let the spec's output name use parameters only; then equal names are told before anything runs.",
)
LATE = Message(
    "batch.late",
    zh="超过了每份 {seconds:g} 秒的限时，已停下",
    en="it took longer than the {seconds:g} s that a job may take and was stopped",
    hint_zh="单独运行 build -v 看是哪一步慢；确实需要时加大批量文件的 limit。",
    hint_en="See with build -v which stage is slow; raise limit in the batch file where it must be.",
)
TOO_MUCH_MEMORY = Message(
    "batch.too-much-memory",
    zh="做这一份要的内存超过了 {limit} MiB",
    en="it needed more than {limit} MiB of memory",
    hint_zh="多半是工作簿或图片太大；去掉报告用不到的内容。",
    hint_en="A workbook or a picture is probably too large; take out what the report does not need.",
)
MOVED = Message(
    "batch.moved",
    zh="“{folder}”不再是开工时的那个文件夹（被移走、删去，或者挂载没有了）",
    en="{folder} is no longer the folder that it was when the run began (moved, deleted, or its mount is gone)",
    hint_zh="什么也没有写进去。把它恢复，再用 --resume 补做。",
    hint_en="Nothing was written to it. Restore it, then run again with --resume.",
)
LOST = Message(
    "batch.lost",
    zh="做这一份的进程没有了（{how}）",
    en="the process that worked on it is gone ({how})",
    hint_zh="多半是内存不够或被人结束；单独运行 build 看看，再用 --resume 补做。",
    hint_en="It probably ran out of memory or was killed; try build alone, then run again with --resume.",
)
RUNNING = Message(
    "batch.running",
    zh="另一次批量正在写“{folder}”（进程 {by}）",
    en="another batch is writing {folder} (process {by})",
    hint_zh="等它结束，或用 -o 换一个文件夹。",
    hint_en="Wait until it has ended, or choose another folder with -o.",
)
NO_SCHEDULER = Message(
    "batch.no-scheduler",
    zh="连不上 {address}：{reason}",
    en="cannot reach {address}: {reason}",
    hint_zh="检查地址和端口；调度器要先用 dask scheduler 启动。",
    hint_en="Check address and port; a scheduler must run there (dask scheduler).",
)
NO_CLUSTER = Message(
    "batch.no-cluster",
    zh="--scheduler 需要 Dask",
    en="--scheduler needs Dask",
    hint_zh="安装 reportgen[cluster]。",
    hint_en="Install reportgen[cluster].",
)
BAD_HOOK = Message(
    "batch.bad-hook",
    zh="{which} 的命令没能运行：{reason}",
    en="the command of {which} could not be run: {reason}",
    hint_zh="这不影响报告，也不改变这次运行的退出状态；检查命令的路径和权限。",
    hint_en="No report depends on it, and the status of the run stays what it is; check the command's path and "
    "permissions.",
)
HOOK_FAILED = Message(
    "batch.hook-failed",
    zh="{which} 的命令运行了，{how_zh}结束",
    en="the command of {which} ran and ended {how_en}",
    hint_zh="这不影响报告，也不改变这次运行的退出状态；看命令自己说了什么。",
    hint_en="No report depends on it, and the status of the run stays what it is; see what the command itself says.",
)
LATE_HOOK = Message(
    "batch.late-hook",
    zh="{which} 的命令过了 {seconds:g} 秒还没有结束，已停下",
    en="the command of {which} had not ended after {seconds:g} s and was stopped",
    hint_zh="这不影响报告，也不改变这次运行的退出状态；让命令把久的事放到后台。",
    hint_en="No report depends on it, and the status of the run stays what it is; have what takes long done elsewhere.",
)
INTERNAL = Message(
    "batch.internal",
    zh="reportgen 自己出了错：{error}",
    en="something went wrong inside reportgen: {error}",
    hint_zh="这不是说明或数据的错。用 REPORTGEN_TRACE=1 单独 build 这一份，把看到的报告给我们。",
    hint_en="Neither spec nor data is at fault. Build this one with REPORTGEN_TRACE=1 and report what it shows.",
)
