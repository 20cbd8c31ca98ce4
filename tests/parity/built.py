"""The bulletin of the project, built once for all tests that read it back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportgen.conventions.load import load_conventions
from reportgen.data.sheet import Workbook
from reportgen.data.workbook import read_workbooks
from reportgen.fonts.book import open_faces
from reportgen.layout.lay_out import lay_out
from reportgen.model.geometry import Geometry
from reportgen.resolve.resolve import Resolved, resolve
from reportgen.spec.load import load_spec
from reportgen.spec.parameters import parameter_values
from reportgen.spec.report import ReportSpec
from reportgen.theme.load import load_theme
from reportgen.writers.docx.write import write_docx
from reportgen.writers.pdf.write import write_pdf

SPEC = Path(__file__).parents[2] / "specs" / "monthly-bulletin.yaml"


@dataclass(frozen=True, slots=True)
class Files:
    """A document in both forms, with what layout decided."""

    resolved: Resolved
    geometry: Geometry
    pdf: bytes
    docx: bytes


@cache
def spec() -> ReportSpec:
    """Return the bulletin's spec."""
    return load_spec(SPEC)


@cache
def workbooks() -> tuple[Workbook, ...]:
    """Return the bulletin's workbooks."""
    wanted = [(SPEC.parent / part.path, name) for name, part in spec().workbooks.items()]
    return read_workbooks(wanted)


def resolved(books: tuple[Workbook, ...], **parameters: str) -> Resolved:
    """Return the bulletin resolved with other workbooks or parameters."""
    return resolve(spec(), load_conventions("bulletin"), parameter_values(spec(), parameters), books)


def written(found: Resolved, theme_name: str = "bulletin") -> Files:
    """Return a resolved bulletin in both forms."""
    theme = load_theme(theme_name)
    faces = open_faces(theme.face_names())
    layout = lay_out(found.document, theme, faces)
    pdf = write_pdf(layout.pages, found.document.metadata, theme, faces)
    return Files(found, layout.geometry, pdf, write_docx(found.document, layout.geometry, theme))


@cache
def bulletin(theme: str = "bulletin") -> Files:
    """Return the bulletin as it ships, in both forms."""
    return written(resolved(workbooks()), theme)


__all__ = ["SPEC", "Files", "bulletin", "resolved", "spec", "workbooks", "written"]
