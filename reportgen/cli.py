"""The commands under one name: `reportgen COMMAND`.

Exit status: 0 all written; 1 the spec or the data is at fault, or nothing could be written; 2 wrong usage. What each
command takes and says is in `commands`; what is built and how is the pipeline's business.
"""

from __future__ import annotations

from typing import Annotated

import typer

from reportgen import __version__
from reportgen.commands.building import audit, build, check
from reportgen.commands.looking import fonts, schema, themes, wordings
from reportgen.commands.starting import init

app = typer.Typer(
    name="reportgen",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="从声明式的报告说明和 Excel 工作簿生成 PDF 与 Word。 Reports as PDF and Word from a spec and workbooks.",
)

for command in (init, build, check, audit, wordings, themes, fonts, schema):
    app.command()(command)


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


def main() -> None:
    """Run the commands."""
    app()
