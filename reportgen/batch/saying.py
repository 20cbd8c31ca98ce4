"""What a run says as it goes: a line for each job that ended, for a person's log or for a machine's."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from reportgen.batch.made_from import Cause, Reason
from reportgen.batch.record import SUMMARY, Manifest
from reportgen.batch.running import Ended
from reportgen.batch.task import Status
from reportgen.diagnostics import Language
from reportgen.reporting import as_json

_STATUS: Mapping[Status, tuple[str, str]] = {
    Status.BUILT: ("做好", "built"),
    Status.SAME: ("内容未变", "same"),
    Status.CHECKED: ("无误", "sound"),
    Status.UNCHANGED: ("没有变化", "unchanged"),
    Status.FAULTY: ("有错", "faulty"),
    Status.UNWRITABLE: ("写不进", "unwritable"),
    Status.LATE: ("超时", "too late"),
    Status.LOST: ("进程没了", "lost"),
    Status.BROKEN: ("程序出错", "broken"),
}
_WHY: Mapping[Cause, tuple[str, str]] = {
    Cause.NEW: ("新的一份", "new"),
    Cause.RETURNED: ("上一次没有这一份，更早做过", "not in the last run, but made by an earlier one"),
    Cause.FAILED: ("上次没有做成：", "failed last time: "),
    Cause.FILE: ("输出被改动或不在了：", "output changed or missing: "),
    Cause.INPUT: ("共用的文件变了：", "common file changed: "),
    Cause.PARAMETER: ("参数变了：", "parameter changed: "),
    Cause.WORKBOOK: ("工作簿变了：", "workbook changed: "),
    Cause.OPTIONS: ("选项变了（主题、格式、日期）", "options changed (theme, formats, date)"),
    Cause.ENVIRONMENT: ("环境变量里的参数变了", "parameters of the environment changed"),
    Cause.PROGRAM: ("reportgen 或所用的库变了", "reportgen or its libraries changed"),
    Cause.CELL: ("单元格 ", "cell "),
}


def word(status: Status, spoken: Language) -> str:
    """Return what a status is called."""
    return _STATUS[status][spoken is Language.EN]


def why(reason: Reason, spoken: Language) -> str:
    """Return why a job was looked at, in words."""
    return f"{_WHY[reason.cause][spoken is Language.EN]}{reason.what}"


def line(ended: Ended, spoken: Language, now: datetime, *, explain: bool) -> str:
    """Return the line of a log that says how a job ended."""
    width = len(str(ended.of))
    parts = [
        now.isoformat(timespec="seconds"),
        f"{ended.done:{width}}/{ended.of}",
        word(ended.status, spoken),
        ended.title,
    ]
    if ended.status is not Status.UNCHANGED:
        parts.append(f"{ended.seconds:.2f} s")
    if warnings := sum(not problem.fatal for problem in ended.problems):
        parts.append(f"{warnings} 处提醒" if spoken is Language.ZH else f"{warnings} warning{'s' * (warnings > 1)}")
    if not ended.status.good and ended.problems:
        fatal = next((problem for problem in ended.problems if problem.fatal), ended.problems[0])
        parts.append(fatal.text(spoken))
    if explain and ended.why:
        parts.append(("；" if spoken is Language.ZH else "; ").join(why(reason, spoken) for reason in ended.why))
    return "  ".join(parts)


def entry(ended: Ended, now: datetime, *, explain: bool) -> str:
    """Return the line of a log for machines, in JSON."""
    told: dict[str, object] = {
        "time": now.isoformat(timespec="seconds"),
        "job": ended.title,
        "status": ended.status.value,
        "seconds": round(ended.seconds, 3),
        "done": ended.done,
        "of": ended.of,
        "problems": [as_json(problem) for problem in ended.problems],
    }
    return json.dumps({**told, "why": [str(reason) for reason in ended.why]} if explain else told, ensure_ascii=False)


def total(counts: Counter[Status], seconds: float, spoken: Language) -> str:
    """Return the last line: how many jobs ended how, and how long it took."""
    told = "，" if spoken is Language.ZH else ", "
    parts = told.join(f"{count} {word(status, spoken)}" for status, count in counts.items() if count)
    jobs = sum(counts.values())
    return (
        f"共 {jobs} 份：{parts}；{seconds:.1f} s" if spoken is Language.ZH else f"{jobs} jobs: {parts}; {seconds:.1f} s"
    )


def beside(manifest: Manifest, spoken: Language) -> str:
    """Return the line that tells of folders which no job of the run has, empty where there are none."""
    count = len(manifest.beside)
    if not count:
        return ""
    if spoken is Language.ZH:
        return f"另有 {count} 个文件夹是以前几次做的，不属于这次的各份，没有动（见 {SUMMARY}）"
    told = "1 folder" if count == 1 else f"{count} folders"
    return f"besides, {told} that earlier runs made and no job of this one has, left alone ({SUMMARY})"


def ahead(ended: Ended, spoken: Language) -> str:
    """Return how far a run is and how long it still takes, for a terminal's last line."""
    minutes, seconds = divmod(round(ended.left), 60)
    left = f"{minutes}:{seconds:02}"
    percent = 100 * ended.done // max(1, ended.of)
    told = f"还要 {left}" if spoken is Language.ZH else f"{left} to go"
    return f"{ended.done}/{ended.of}  {percent} %  {told}"
