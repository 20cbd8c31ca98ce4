"""The summary of a run for people: a workbook with a row for each job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from reportgen.batch.record import Manifest, Record
from reportgen.batch.saying import word
from reportgen.diagnostics import Language

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_HEADERS = {
    Language.ZH: ("报告", "最近结果", "提醒", "用时（秒）", "最近一次做完（UTC）", "问题", "怎么办"),
    Language.EN: ("Report", "Last result", "Warnings", "Seconds", "Last ended (UTC)", "Problem", "What to do"),
}
_BESIDE = {
    Language.ZH: ("不属于这次各份的文件夹", "最近一次做完（UTC）"),
    Language.EN: ("Folder of no job of this run", "Last ended (UTC)"),
}
_ESCAPED = frozenset(' "%#?<>[]^`{}')
_LINKS = 65_000
"""How many links there are: a sheet takes 65,530."""
_WIDTHS = (32, 12, 8, 10, 22, 60, 60)


def summary(manifest: Manifest, spoken: Language) -> bytes:
    """Return the workbook: what went wrong first, each report linked to its folder."""
    import xlsxwriter  # noqa: PLC0415 - heavy, and only for runs that changed something

    held = BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(1980, 1, 1)})
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    bad = book.add_format({"font_color": "#B42318", "bold": True, "valign": "top"})
    sheet = book.add_worksheet("明细" if spoken is Language.ZH else "Jobs")
    names = list(dict.fromkeys(name for one in manifest.jobs.values() for name in one.parameters))
    for column, (header, width) in enumerate(zip(_HEADERS[spoken], _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, header, bold)
    for column, name in enumerate(names, start=len(_WIDTHS)):
        sheet.set_column(column, column, 16)
        sheet.write_string(0, column, name, bold)
    ordered = sorted(manifest.jobs.values(), key=lambda one: one.status.good)
    for row, one in enumerate(ordered, start=1):
        _write(sheet, row, one, names, spoken, (wrapped, bad))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(ordered), len(_WIDTHS) + len(names) - 1)
    counts = book.add_worksheet("汇总" if spoken is Language.ZH else "Totals")
    for row, (status, count) in enumerate(Counter(one.status for one in ordered).items()):
        counts.write_string(row, 0, word(status, spoken))
        counts.write_number(row, 1, count)
    if manifest.beside:
        _write_beside(book.add_worksheet("以前的" if spoken is Language.ZH else "Earlier"), manifest, spoken, bold)
    book.close()
    return _slashed(held.getvalue())


def _write(
    sheet: Worksheet, row: int, one: Record, names: list[str], spoken: Language, formats: tuple[object, object]
) -> None:
    wrapped, bad = formats
    fatal = [problem for problem in one.problems if problem.get("severity") == "error"]
    told = fatal or list(one.problems)
    if (one.status.good or one.files) and row <= _LINKS:
        sheet.write_url(row, 0, f"external:{_link(one.name)}/", wrapped, string=one.name)
    else:
        sheet.write_string(row, 0, one.name, wrapped)
    sheet.write_string(row, 1, word(one.status, spoken), wrapped if one.status.good else bad)
    sheet.write_number(row, 2, len(one.problems) - len(fatal))
    sheet.write_number(row, 3, one.seconds)
    sheet.write_string(row, 4, one.ended.removesuffix("+00:00"))
    sheet.write_string(row, 5, _texts(told, "message", spoken), wrapped)
    sheet.write_string(row, 6, _texts(told, "hint", spoken), wrapped)
    for column, name in enumerate(names, start=len(_WIDTHS)):
        sheet.write_string(row, column, one.parameters.get(name, ""))


def _write_beside(sheet: Worksheet, manifest: Manifest, spoken: Language, bold: object) -> None:
    """Write the folders that earlier runs made and no job of this one has."""
    sheet.set_column(0, 0, _WIDTHS[0])
    sheet.set_column(1, 1, _WIDTHS[4])
    for column, header in enumerate(_BESIDE[spoken]):
        sheet.write_string(0, column, header, bold)
    for row, one in enumerate(manifest.beside, start=1):
        sheet.write_string(row, 0, one.name)
        sheet.write_string(row, 1, one.ended.removesuffix("+00:00"))


def _link(name: str) -> str:
    """Return the name of a folder as the part of a link."""
    return "".join(f"%{ord(char):02X}" if char in _ESCAPED else char for char in name)


def _slashed(workbook: bytes) -> bytes:
    """Return a workbook whose links to folders end with a slash: xlsxwriter's backslash is one on Windows alone."""
    held = BytesIO()
    with ZipFile(BytesIO(workbook)) as old, ZipFile(held, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename.endswith(".rels"):
                content = content.replace(b'\\" TargetMode="External"', b'/" TargetMode="External"')
            new.writestr(part, content)
    return held.getvalue()


def _texts(problems: Iterable[dict[str, object]], key: str, spoken: Language) -> str:
    """Return what problems say, each text once."""
    return "\n".join(dict.fromkeys(_text(problem, key, spoken) for problem in problems))


def _text(problem: dict[str, object], key: str, spoken: Language) -> str:
    match problem.get(key):
        case {**texts}:
            return str(texts.get(spoken.value, ""))
        case _:
            return ""
