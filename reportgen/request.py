"""What is asked for, and where it lies: what was typed goes before what the spec says.

A path in a spec is relative to the file that names it, so that a base's paths stay right for whoever derives from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from os.path import relpath
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.diagnostics import Message
from reportgen.errors import Misused
from reportgen.origins import YAML_ENDINGS, CellRef, Span
from reportgen.publishing import fitting_name
from reportgen.values import dataclass

if TYPE_CHECKING:
    from reportgen.data.workbook import Ask
    from reportgen.spec.report import ReportSpec
    from reportgen.yaml_source import MappingNode

UNKNOWN_WORKBOOK = Message(
    "usage.workbook",
    zh="-w {name}=…：说明里没有叫“{name}”的工作簿",
    en="-w {name}=…: the spec names no workbook {name!r}",
    hint_zh="说明里的工作簿：{known}。",
    hint_en="Workbooks of the spec: {known}.",
)


class Format(StrEnum):
    """An output format, by its file's ending."""

    PDF = "pdf"
    DOCX = "docx"
    AUDIT = "audit.json"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: a spec, and what replaces its parameters, workbooks and theme.

    `cells` are those that parameters were taken from, to be named where a value does not suit the data; `places` say
    where a batch file names workbooks. `ask` has workbooks read, in processes that do it often.
    """

    spec: Path
    root: Path | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, CellRef] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)
    workbooks: Mapping[str, Path] = field(default_factory=dict)
    places: Mapping[str, Span] = field(default_factory=dict)
    theme: str | None = None
    formats: tuple[Format, ...] = tuple(Format)
    issued: date | None = None
    strict: bool = False
    cache: Path | None = None
    ask: Ask | None = None

    @property
    def project(self) -> Path:
        """The folder that all paths stay under, as it was typed: that of the spec, where no root is given."""
        return self.root or self.spec.parent


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """Which theme, where the spec names it, if it does, and what the spec says over it."""

    name: str
    span: Span | None = None
    own: MappingNode | None = None


def workbooks_of(request: Request, spec: ReportSpec) -> list[tuple[Path, str]]:
    """Return the paths and names of the workbooks to read; messages name paths as they were typed. Raises Misused."""
    if unknown := [name for name in request.workbooks if name not in spec.workbooks]:
        raise Misused(UNKNOWN_WORKBOOK.at(name=unknown[0], known=tuple(spec.workbooks)))
    return [
        (request.workbooks.get(name, folder_of(part.at("path"), request.project) / part.path), name)
        for name, part in spec.workbooks.items()
    ]


def theme_of(request: Request, spec: ReportSpec, looks: MappingNode | None, root: Path) -> ThemeChoice:
    """Return the theme to take; a theme's file is named from the root on, as the theme's room wants it.

    `looks` are the keys that the spec says over a theme that it names itself.
    """
    if request.theme:
        return ThemeChoice(request.theme)
    span, name = spec.theme_span, spec.theme
    if name.endswith(YAML_ENDINGS):
        name = Path(relpath(folder_of(span, root) / name, root)).as_posix()
    return ThemeChoice(name, span, looks)


def folder_of(named: Span, root: Path) -> Path:
    """Return the folder of the file in which something is named."""
    return (root / named.file).parent


def file_name(name: str) -> str:
    """Return the name of a report as its folder and files take it."""
    return fitting_name(name, max((f".{wanted.value}" for wanted in Format), key=len))


def typed_theme(typed: str | None, root: Path) -> str | None:
    """Return a theme as it was typed; a file that lies from here and not from `root` on is named from there."""
    here = Path(typed or "")
    if typed is None or here.suffix not in YAML_ENDINGS or (root / here).exists() or not here.is_file():
        return typed
    return Path(relpath(here, root)).as_posix()
