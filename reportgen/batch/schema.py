"""The batch file (批量): which spec, which jobs, and what becomes of them. The schema, and what it means of itself.

It belongs to whoever operates the run, not to the authors of specs: only here can commands be named.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from functools import partial
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from reportgen.batch import messages
from reportgen.origins import SourceText
from reportgen.spec.part import Part
from reportgen.yaml_source import ONE_OR_MORE, Refused

LONGEST = 7 * 24 * 3600.0
"""The longest limit of a job, in seconds: a week."""

Values = Annotated[tuple[SourceText, ...], ONE_OR_MORE]


def _words(key: str, command: object) -> object:
    """Return the words of a command that is written as it is typed."""
    if not isinstance(command, str):
        return command
    try:
        return tuple(shlex.split(command))
    except ValueError as error:
        raise Refused(messages.BAD_COMMAND, None, option=key, given=command) from error


class RowsPart(Part):
    """A list of a sheet (名单), a job for each of its rows."""

    short = "from"

    from_: Annotated[
        SourceText, Field(alias="from", description="file.xlsx!sheet, a range, an Excel table or a name (名单的地址)")
    ]
    params: Annotated[
        Mapping[str, SourceText],
        Field(description="parameter: column; without it the columns that are named like parameters (参数: 列)"),
    ] = {}


class BatchFile(Part):
    """A batch: one spec, built once for each job (批量)."""

    batch: Annotated[Literal[1], Field(description="the version of this language (语言版本)")]
    spec: Annotated[SourceText, Field(description="the spec, relative to this file (报告说明)")]
    rows: Annotated[RowsPart | None, Field(description="a job for each row of a sheet (名单)")] = None
    matrix: Annotated[
        Mapping[str, Values], Field(description="parameter: values; a job for each combination (各参数的各个值)")
    ] = {}
    exclude: Annotated[
        tuple[Mapping[str, Values], ...], Field(description="combinations to leave out (不做的组合)")
    ] = ()
    include: Annotated[
        tuple[Mapping[str, SourceText], ...], Field(description="jobs besides, by their parameters (另加)")
    ] = ()
    params: Annotated[Mapping[str, SourceText], Field(description="parameters of every job (各份相同的参数)")] = {}
    workbooks: Annotated[
        Mapping[str, SourceText],
        Field(description="workbooks in place of the spec's; {name} is a parameter (换用的工作簿)"),
    ] = {}
    theme: Annotated[SourceText | None, Field(description="a theme in place of the spec's (换用的主题)")] = None
    format: Annotated[
        tuple[Literal["pdf", "docx"], ...], ONE_OR_MORE, Field(description="which files (要哪些文件)")
    ] = ("pdf", "docx")
    strict: Annotated[bool, Field(description="whether warnings count as errors (提醒也算错误)")] = False
    limit: Annotated[float, Field(gt=0, le=LONGEST, description="seconds that a job may take (每份限时，秒)")] = 120
    on_success: Annotated[
        tuple[str, ...],
        ONE_OR_MORE,
        BeforeValidator(partial(_words, "on_success")),
        Field(description="a command to run when all is done, as a list or as it is typed (全成后的命令)"),
    ] = ()
    on_failure: Annotated[
        tuple[str, ...],
        ONE_OR_MORE,
        BeforeValidator(partial(_words, "on_failure")),
        Field(description="a command to run when one failed, as a list or as it is typed (有失败时的命令)"),
    ] = ()

    @model_validator(mode="after")
    def _nothing_empty(self) -> BatchFile:
        if empty := next((name for name, values in self.matrix.items() if not values), None):
            raise Refused(messages.NO_VALUES, "matrix", name=empty)
        if not all(one and all(one.values()) for one in self.exclude):
            raise Refused(messages.EMPTY_ENTRY, "exclude")
        if not all(self.include):
            raise Refused(messages.EMPTY_ENTRY, "include")
        if not self.format:
            raise Refused(messages.EMPTY_ENTRY, "format")
        for which in ("on_success", "on_failure"):
            command = getattr(self, which)
            if which in self.places and not (command and command[0].strip()):
                raise Refused(messages.NO_COMMAND, which)
        return self
