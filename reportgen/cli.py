"""The commands under one name: `reportgen COMMAND`.

Exit status: 0 all written; 1 the spec or the data is at fault, or nothing could be written; 2 wrong usage; 3 some jobs
of a batch failed. What each command takes and says is in `commands`; what is built and how is the pipeline's business.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from reportgen import __version__
from reportgen.commands.speaking import UNSAID, Patient, say, spoken
from reportgen.diagnostics import Message, Problem
from reportgen.reporting import shown

COMMANDS = {
    "init": "starting",
    "examples": "starting",
    "build": "building",
    "batch": "batching",
    "check": "building",
    "audit": "auditing",
    "spec": "looking",
    "wordings": "looking",
    "themes": "looking",
    "fonts": "looking",
    "schema": "looking",
}
"""The commands in the order of the help, and the module of `commands` that each is a function of."""

TRACE = "REPORTGEN_TRACE"
INTERNAL = Message(
    "internal",
    zh="reportgen 自己出了错：{error}",
    en="something went wrong inside reportgen: {error}",
    hint_zh="这不是说明或数据的错。原有的输出没有动；带上 {trace}=1 再运行一次，把看到的和说明一起报告给我们。",
    hint_en="Neither spec nor data is at fault. What was written before still stands; run again with {trace}=1 and "
    "report what it shows, with the spec.",
)
UNNAMEABLE = Message(
    "usage.locale",
    zh="这里的文件名只能用 {encoding} 编码，写不出“{name}”",
    en="file names here are in {encoding}, which cannot write {name!r}",
    hint_zh="不要设 PYTHONUTF8=0，或把 LC_ALL 设成 C.UTF-8；也可以用 output 给这一份另取文件名。",
    hint_en="Do not set PYTHONUTF8=0, or set LC_ALL to C.UTF-8; or give the report another name by `output`.",
)


def application(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """Return the commands called `names` under one; what the others need is not loaded."""
    app = typer.Typer(
        name="reportgen",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help="从声明式的报告说明和 Excel 工作簿生成 PDF 与 Word。 Reports as PDF and Word from a spec and workbooks.",
    )
    app.callback()(_common)
    for name in names:
        app.command()(getattr(import_module(f"reportgen.commands.{COMMANDS[name]}"), name))
    return app


def _version(asked: bool) -> None:  # noqa: FBT001 - the shape that typer calls
    if asked:
        typer.echo(f"reportgen {__version__}")
        raise typer.Exit


def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="版本 / version")
    ] = False,
) -> None:
    """Hold the options that belong to no command."""


def _open_streams() -> Patient:
    """Have the three standard streams lead somewhere, also where whoever began this closed them; return the output.

    Else the next file to be opened would take their numbers, and what is said would go into it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    out = Patient(sys.stdout or open(1, "w", encoding="utf-8", closefd=False))  # noqa: SIM115 - for good
    sys.stdout = out
    sys.stderr = Patient(sys.stderr or open(2, "w", encoding="utf-8", closefd=False))  # noqa: SIM115
    return out


def _unforeseen(error: Exception) -> Problem:
    """Return what to say of an error that no command expected."""
    encoding = sys.getfilesystemencoding()
    if isinstance(error, UnicodeEncodeError) and error.encoding == encoding != "utf-8":
        return UNNAMEABLE.at(encoding=encoding, name=error.object[error.start : error.end])
    return INTERNAL.at(error=f"{type(error).__name__}: {error}", trace=TRACE)


def main() -> None:
    """Run the commands and end the process with their status."""
    # Looking for cyclic garbage takes a fifth of a build's time and finds next to none.
    gc.disable()
    out = _open_streams()
    first = sys.argv[1:2]
    try:
        application(first if first and first[0] in COMMANDS else COMMANDS)()
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except Exception as error:
        if os.environ.get(TRACE):
            traceback.print_exc()
        with suppress(BrokenPipeError):
            say(shown(_unforeseen(error), spoken(), Path()), error=True)
        status = 1
    with suppress(BrokenPipeError):
        out.flush()
    if out.lost:
        with suppress(BrokenPipeError):
            say(shown(UNSAID.at(), spoken(), Path()), error=True)
        status = status or 1
    # Nothing is left to be done, and taking the modules down takes longer than laying a page out.
    os._exit(status)
