"""The options that several commands take, and how what was typed becomes a `Request`."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from reportgen.commands.speaking import refuse
from reportgen.diagnostics import Message
from reportgen.keeping import cache_folder
from reportgen.request import Format, Request, typed_theme

BAD_PAIR = Message(
    "usage.pair",
    zh="{option} 要写成 名字=值，不是“{given}”",
    en="{option} takes name=value, not {given!r}",
    hint_zh="等号两边不留空格，值里有空格就加引号，如 {option} '名字=值'。",
    hint_en="Leave no spaces around the equal sign, and quote a value with spaces: {option} 'name=value'.",
)
BAD_FORMAT = Message(
    "usage.format",
    zh="没有“{given}”这种格式",
    en="there is no format {given!r}",
    hint_zh="可用的格式：{known}。",
    hint_en="Formats: {known}.",
)
BAD_EPOCH = Message(
    "usage.epoch",
    zh="SOURCE_DATE_EPOCH 要是 1970 年以来的秒数、9999 年以前，不是“{given}”",
    en="SOURCE_DATE_EPOCH must be a number of seconds since 1970, before the year 10000, not {given!r}",
    hint_zh="写成整数，如 $(date +%s)；不要它就 unset SOURCE_DATE_EPOCH。",
    hint_en="Give a whole number such as $(date +%s), or unset SOURCE_DATE_EPOCH.",
)

Specs = Annotated[list[Path], typer.Argument(metavar="SPEC…", help="报告说明 / spec files", show_default=False)]
Spec = Annotated[Path, typer.Argument(metavar="SPEC", help="报告说明 / spec file", show_default=False)]
Out = Annotated[Path, typer.Option("--out", "-o", help="输出到哪个文件夹 / output folder")]
Formats = Annotated[str, typer.Option("--format", "-f", help="要哪些格式 / formats, comma-separated")]
Pairs = Annotated[
    list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="改一个参数 / set a parameter")
]
Books = Annotated[
    list[str] | None, typer.Option("--workbook", "-w", metavar="NAME=PATH", help="换一个工作簿 / replace a workbook")
]
ThemeName = Annotated[
    str | None, typer.Option("--theme", metavar="NAME", help="换一个主题 / another theme, by name or file")
]
Root = Annotated[
    Path | None,
    typer.Option(
        "--root", metavar="DIR", help="项目根（默认为说明所在的文件夹） / project root (default: SPEC's folder)"
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="提醒也算错误 / warnings count as errors")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="不用缓存，重读工作簿 / read every workbook anew")]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON，供程序读 / JSON for machines")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="只说出了什么错 / say only what is wrong")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="每一步用了多久 / how long each stage took")]


def request_of(
    spec: Path,
    param: list[str] | None,
    workbook: list[str] | None,
    root: Path | None,
    *,
    theme: str | None = None,
    formats: tuple[Format, ...] = (),
    strict: bool = False,
    no_cache: bool = False,
) -> Request:
    """Return what is asked for; end with status 2 where it was not typed rightly."""
    return Request(
        spec=spec,
        root=root,
        parameters=_pairs("-p", param),
        environment=os.environ,
        workbooks={name: Path(path) for name, path in _pairs("-w", workbook).items()},
        theme=typed_theme(theme, root or spec.parent),
        formats=formats,
        issued=_issued(os.environ),
        strict=strict,
        cache=None if no_cache else cache_folder(),
    )


def formats_of(given: str) -> tuple[Format, ...]:
    """Return the formats that were typed, and the audit trail, which is always written."""
    known = {f.value: f for f in Format if f is not Format.AUDIT}
    names = [name.strip() for name in given.split(",") if name.strip()]
    for name in names:
        if name not in known:
            refuse(BAD_FORMAT.at(given=name, known=", ".join(known)))
    return (*(known[name] for name in dict.fromkeys(names)), Format.AUDIT)


def speak_of_stages(*, verbose: bool) -> None:
    """Have each stage say on standard error how long it took, where that is asked for."""
    if verbose:
        logging.basicConfig(stream=sys.stderr, format="%(message)s", level=logging.WARNING)
        logging.getLogger("reportgen").setLevel(logging.DEBUG)


def _pairs(option: str, given: list[str] | None) -> Mapping[str, str]:
    pairs: dict[str, str] = {}
    for pair in given or ():
        name, separator, value = pair.partition("=")
        if not separator or not name:
            refuse(BAD_PAIR.at(option=option, given=pair))
        pairs[name] = value
    return pairs


def _issued(environment: Mapping[str, str]) -> date | None:
    """Return the date that SOURCE_DATE_EPOCH names, or None where it is not set."""
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        seconds = int(epoch)
        if seconds >= 0:
            return datetime.fromtimestamp(seconds, UTC).date()
    except (ValueError, OverflowError, OSError):
        pass
    return refuse(BAD_EPOCH.at(given=epoch))
