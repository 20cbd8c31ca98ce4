"""The commands: what they take, what they say, how they end.

Exit status: 0 all written; 1 the spec or the data is at fault, or nothing could be written; 2 wrong usage. What is
built and how is the pipeline's business.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Self

import platformdirs
import typer

from reportgen import __version__, pipeline, publishing, reporting
from reportgen.diagnostics import Language, Message, Problem, in_order
from reportgen.errors import Faulty, Misused, Unwritable
from reportgen.model.audit import AuditTrail
from reportgen.writers.audit import write_audit

app = typer.Typer(
    name="reportgen",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="从声明式的报告说明和 Excel 工作簿生成 PDF 与 Word。 Reports as PDF and Word from a spec and workbooks.",
)

BAD_PAIR = Message(
    "usage.pair",
    zh="{option} 要写成 名字=值，不是“{given}”",
    en="{option} takes name=value, not {given!r}",
)
BAD_FORMAT = Message(
    "usage.format",
    zh="没有“{given}”这种格式",
    en="there is no format {given!r}",
    hint_zh="可用的格式：{known}。",
    hint_en="Formats: {known}.",
)
NO_SUCH_FILE = Message(
    "usage.no-file", zh="没有文件“{path}”", en="no such file: {path}", hint_zh="检查路径。", hint_en="Check the path."
)
BAD_EPOCH = Message(
    "usage.epoch",
    zh="SOURCE_DATE_EPOCH 要是秒数，不是“{given}”",
    en="SOURCE_DATE_EPOCH must be a number of seconds, not {given!r}",
)

Specs = Annotated[list[Path], typer.Argument(metavar="SPEC…", help="报告说明 / spec files", show_default=False)]
Out = Annotated[Path, typer.Option("--out", "-o", help="输出到哪个文件夹 / output folder")]
Formats = Annotated[str, typer.Option("--format", "-f", help="pdf,docx")]
Pairs = Annotated[list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="参数 / a parameter")]
Books = Annotated[list[str] | None, typer.Option("--workbook", "-w", metavar="NAME=PATH", help="换工作簿 / a workbook")]
ThemeName = Annotated[str | None, typer.Option("--theme", help="换主题 / another theme")]
Root = Annotated[Path | None, typer.Option("--root", help="项目根 / project root (default: the spec's folder)")]
Strict = Annotated[bool, typer.Option("--strict", help="提醒也算错误 / warnings count as errors")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="不用缓存 / read every workbook anew")]
AsJson = Annotated[bool, typer.Option("--json", help="给程序读的 JSON / JSON for machines")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="只说出了什么错 / say only what is wrong")]


@app.command()
def build(
    specs: Specs,
    out: Out = Path("out"),
    formats: Formats = "pdf,docx",
    param: Pairs = None,
    workbook: Books = None,
    theme: ThemeName = None,
    root: Root = None,
    *,
    strict: Strict = False,
    no_cache: NoCache = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """生成 PDF 和 Word。 Build the PDF and the Word file of each spec."""
    wanted = (*_formats(formats), pipeline.Format.AUDIT)
    failed = False
    for spec in specs:
        request = _request(spec, param, workbook, theme, root, wanted, strict=strict, no_cache=no_cache)
        with _Telling(request, as_json=as_json) as telling:
            composed = pipeline.compose(request)
            files = pipeline.render(composed, request)
            folder = out / composed.name
            changed = publishing.publish(files, folder)
            telling.tell(composed.problems)
            if not quiet and not as_json:
                for name in files:
                    _say(reporting.shown_path(folder / name))
                if not changed:
                    _say(_either("没有变化，未改写。", "Nothing changed; nothing was written."))
        failed = failed or telling.failed
    raise typer.Exit(1 if failed else 0)


@app.command()
def check(
    specs: Specs,
    param: Pairs = None,
    workbook: Books = None,
    theme: ThemeName = None,
    root: Root = None,
    *,
    strict: Strict = False,
    no_cache: NoCache = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """核对说明和数据，什么也不写。 Check specs and data; write nothing."""
    failed = False
    for spec in specs:
        request = _request(spec, param, workbook, theme, root, (), strict=strict, no_cache=no_cache)
        with _Telling(request, as_json=as_json) as telling:
            composed = pipeline.compose(request)
            telling.tell(pipeline.dressed(composed).problems)
            if not quiet and not as_json and not telling.failed:
                records = len(composed.trail.records)
                _say(_either(f"{spec}: 没有错误；{records} 处数据可追溯。", f"{spec}: no errors; {records} records."))
        failed = failed or telling.failed
    raise typer.Exit(1 if failed else 0)


@app.command()
def audit(
    spec: Annotated[Path, typer.Argument(metavar="SPEC", help="报告说明 / spec file", show_default=False)],
    cell: Annotated[str | None, typer.Option("--cell", help="只看用到这一格的 / only what uses this cell")] = None,
    block: Annotated[str | None, typer.Option("--block", help="只看这一块 / only this block")] = None,
    param: Pairs = None,
    workbook: Books = None,
    root: Root = None,
    *,
    as_json: AsJson = False,
    no_cache: NoCache = False,
) -> None:
    """每个数从哪一格来。 Show which cells each printed number comes from."""
    request = _request(spec, param, workbook, None, root, (), strict=False, no_cache=no_cache)
    with _Telling(request, as_json=False) as telling:
        composed = pipeline.compose(request)
        telling.tell(composed.problems)
        records = [
            r
            for r in composed.trail.records
            if (cell is None or any(str(use.ref) == cell for use in r.cells)) and (block is None or r.block == block)
        ]
        if as_json:
            trail = AuditTrail(tuple(records))
            sys.stdout.write(write_audit(trail, None, composed.document.metadata).decode())
        else:
            for record in records:
                cells = "  ".join(f"{use.ref}={use.raw}" for use in record.cells)
                _say(f"{record.id}\t{record.text}\t{record.derivation}\t{cells}")
    raise typer.Exit(1 if telling.failed else 0)


def _version(asked: bool) -> None:  # noqa: FBT001 - the shape that typer calls
    if asked:
        typer.echo(f"reportgen {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="版本 / version")
    ] = False,
) -> None:
    """Hold the options that belong to no command."""


class _Telling:
    """Tells the problems of one spec and remembers whether any was fatal; nothing raised on purpose gets past it."""

    def __init__(self, request: pipeline.Request, *, as_json: bool) -> None:
        self._request = request
        self._as_json = as_json
        self.failed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> bool:
        match error:
            case Faulty(problems=problems):
                self.tell(problems)
                self.failed = True
            case Misused(problem=problem):
                self.tell((problem,))
                raise typer.Exit(2) from None
            case Unwritable(problem=problem):
                self.tell((problem,))
                self.failed = True
            case _:
                return False
        return True

    def tell(self, problems: Iterable[Problem]) -> None:
        """Tell `problems`, each once."""
        listed = in_order(problems)
        self.failed = self.failed or any(p.fatal or self._request.strict for p in listed)
        if self._as_json:
            sys.stdout.write(json.dumps([reporting.as_json(p) for p in listed], ensure_ascii=False, indent=1) + "\n")
        elif listed:
            root = (self._request.root or self._request.spec.parent).resolve()
            spoken = _spoken()
            for problem in listed:
                _say(reporting.shown(problem, spoken, root), error=True)
            _say(reporting.tally(listed, spoken), error=True)


def _request(
    spec: Path,
    param: list[str] | None,
    workbook: list[str] | None,
    theme: str | None,
    root: Path | None,
    formats: tuple[pipeline.Format, ...],
    *,
    strict: bool,
    no_cache: bool,
) -> pipeline.Request:
    workbooks = {name: Path(path) for name, path in _pairs("-w", workbook).items()}
    return pipeline.Request(
        spec=spec,
        root=root,
        parameters=_pairs("-p", param),
        workbooks=workbooks,
        theme=theme,
        formats=formats,
        issued=_issued(os.environ),
        strict=strict,
        cache=None if no_cache else Path(platformdirs.user_cache_dir("reportgen")),
    )


def _formats(given: str) -> tuple[pipeline.Format, ...]:
    known = {f.value: f for f in pipeline.Format if f is not pipeline.Format.AUDIT}
    names = [name.strip() for name in given.split(",") if name.strip()]
    for name in names:
        if name not in known:
            _refuse(BAD_FORMAT.at(given=name, known=", ".join(known)))
    return tuple(known[name] for name in dict.fromkeys(names))


def _pairs(option: str, given: list[str] | None) -> Mapping[str, str]:
    pairs: dict[str, str] = {}
    for pair in given or ():
        name, separator, value = pair.partition("=")
        if not separator or not name:
            _refuse(BAD_PAIR.at(option=option, given=pair))
        pairs[name] = value
    return pairs


def _issued(environment: Mapping[str, str]) -> date | None:
    """Return the date that SOURCE_DATE_EPOCH names, or None where it is not set."""
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    if not epoch.isdigit():
        _refuse(BAD_EPOCH.at(given=epoch))
    return datetime.fromtimestamp(int(epoch), UTC).date()


def _refuse(problem: Problem) -> None:
    spoken = _spoken()
    _say(reporting.shown(problem, spoken, Path()), error=True)
    raise typer.Exit(2)


def _spoken() -> Language:
    return reporting.language(os.environ)


def _either(zh: str, en: str) -> str:
    return zh if _spoken() is Language.ZH else en


def _say(text: str, *, error: bool = False) -> None:
    stream = sys.stderr if error else sys.stdout
    stream.write(reporting.safe_for(stream.encoding, text) + "\n")


def main() -> None:
    """Run the commands."""
    app()
