"""The spine: spec → data → resolve → Document → layout → Pages and Geometry → writers. One screen, one direction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from reportgen.conventions.load import load_conventions
from reportgen.data.workbook import WorkbookFile, read_workbooks
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.model.audit import AuditTrail
from reportgen.model.document import Document
from reportgen.model.geometry import Geometry
from reportgen.resolve.resolve import resolve
from reportgen.spec.load import load_spec
from reportgen.spec.parameters import parameter_values


class Format(StrEnum):
    """An output format, by its file's ending."""

    PDF = "pdf"
    DOCX = "docx"
    AUDIT = "audit.json"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: a spec, and what replaces its parameters, workbooks and theme."""

    spec: Path
    root: Path | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)
    workbooks: Mapping[str, Path] = field(default_factory=dict)
    theme: str | None = None
    formats: tuple[Format, ...] = tuple(Format)
    issued: date | None = None
    strict: bool = False
    cache: Path | None = None


@dataclass(frozen=True, slots=True)
class Composed:
    """A document with its audit trail, the name its files take, and what is to be said about it."""

    document: Document
    trail: AuditTrail
    name: str
    theme: str
    root: Path
    problems: tuple[Problem, ...]


def compose(request: Request) -> Composed:
    """Return the resolved document. Raises `Faulty` where there can be none; other problems come with it."""
    root = (request.root or request.spec.parent).resolve()
    spec = load_spec(request.spec, root)
    conventions = load_conventions(spec.conventions)
    parameters = parameter_values(spec, request.parameters)
    files = tuple(
        WorkbookFile(name, request.workbooks.get(name, request.spec.parent / part.path), part.span)
        for name, part in spec.workbooks.items()
    )
    workbooks = read_workbooks(files, cache=request.cache)
    resolved = resolve(spec, conventions, parameters, workbooks, issued=request.issued)
    theme = request.theme or spec.theme
    return Composed(resolved.document, resolved.trail, resolved.name, theme, root, resolved.problems)


def render(composed: Composed, request: Request) -> Mapping[str, bytes]:
    """Return the files by name. Raises `Faulty` where anything fatal is known of the document."""
    from reportgen.fonts.book import open_faces  # noqa: PLC0415 - `check` and `audit` draw nothing
    from reportgen.layout.coverage import uncovered  # noqa: PLC0415
    from reportgen.layout.lay_out import lay_out  # noqa: PLC0415
    from reportgen.theme.load import load_theme  # noqa: PLC0415

    theme = load_theme(composed.theme, root=composed.root)
    faces = open_faces(theme.face_names())
    problems = (*composed.problems, *uncovered(composed.document, theme, faces))
    if any(p.fatal for p in problems) or (request.strict and problems):
        raise Faulty(problems)
    layout = lay_out(composed.document, theme, faces)
    files: dict[str, bytes] = {}
    for wanted in request.formats:
        match wanted:
            case Format.PDF:
                from reportgen.writers.pdf.write import write_pdf  # noqa: PLC0415

                content = write_pdf(layout.pages, composed.document.metadata, theme, faces)
            case Format.DOCX:
                from reportgen.writers.docx.write import write_docx  # noqa: PLC0415

                content = write_docx(composed.document, layout.geometry, theme)
            case Format.AUDIT:
                content = audit_file(composed, layout.geometry)
            case _:
                assert_never(wanted)
        files[f"{composed.name}.{wanted.value}"] = content
    return files


def audit_file(composed: Composed, geometry: Geometry | None) -> bytes:
    """Return the audit trail as a file."""
    from reportgen.writers.audit import write_audit  # noqa: PLC0415

    return write_audit(composed.trail, geometry, composed.document.metadata)
