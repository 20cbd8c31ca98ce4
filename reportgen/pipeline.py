"""The spine: spec → data → resolve → Document → layout → Pages and Geometry → writers. One screen, one direction."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import assert_never

from reportgen.conventions.load import load_conventions
from reportgen.data.workbook import read_workbooks
from reportgen.diagnostics import Problem, in_order
from reportgen.errors import Faulty
from reportgen.fonts.book import FontBook, open_faces
from reportgen.fonts.location import face_files
from reportgen.layout.coverage import uncovered
from reportgen.layout.lay_out import lay_out
from reportgen.loading import loading_meanwhile
from reportgen.model.audit import AuditTrail
from reportgen.model.document import Document
from reportgen.model.picture import Picture
from reportgen.origins import Span
from reportgen.pictures.reading import read_pictures
from reportgen.request import Format, Request, ThemeChoice, file_name, folder_of, theme_of, workbooks_of
from reportgen.resolve.looks import with_cells
from reportgen.resolve.resolve import resolve
from reportgen.spec.files import pictures_of
from reportgen.spec.finding import finder
from reportgen.spec.parameters import parameter_values
from reportgen.spec.remains import independent, load_sound
from reportgen.spec.report import ReportSpec
from reportgen.stages import stage
from reportgen.theme.load import load_theme
from reportgen.theme.look import Theme
from reportgen.values import dataclass
from reportgen.writers.audit import write_audit
from reportgen.writers.docx.write import write_docx


@dataclass(frozen=True, slots=True)
class Composed:
    """A document with its audit trail, the name its files take, and what is to be said about it."""

    document: Document
    trail: AuditTrail
    name: str
    theme: ThemeChoice
    root: Path
    problems: tuple[Problem, ...]
    cache: Path | None = None


@dataclass(frozen=True, slots=True)
class Dressed:
    """What a document is set in, and all that is known to be wrong by now."""

    theme: Theme
    faces: FontBook
    problems: tuple[Problem, ...]
    logo: Picture | None = None


def compose(request: Request) -> Composed:
    """Return the resolved document. Raises `Faulty` where there can be none; other problems come with it."""
    root = request.project.resolve()
    with stage("spec"):
        spec = load_sound(request.spec, root)
    try:
        return _composed(spec, request, root)
    except Faulty as faulty:
        raise Faulty(in_order((*spec.warnings, *faulty.problems))) from None


def _composed(spec: ReportSpec, request: Request, root: Path) -> Composed:
    with stage("spec"):
        named = spec.at("conventions")
        conventions = load_conventions(spec.conventions, root, folder_of(named, root), named)
        parameters = parameter_values(spec, request.parameters, request.environment)
    with stage("workbooks"):
        spans = {name: part.at("path") for name, part in spec.workbooks.items()}
        wanted = workbooks_of(request, spec)
        read = partial(read_workbooks, wanted, cache=request.cache, spans=spans, ask=request.ask)
        workbooks = loading_meanwhile(read, request.formats)
    with stage("pictures"):
        pictures, missing = read_pictures(pictures_of(spec), root, cache=request.cache)
    with stage("resolve"):
        resolved = resolve(spec, conventions, parameters, workbooks, pictures=pictures, issued=request.issued)
    theme = theme_of(request, spec, resolved.looks, root)
    problems = in_order(independent((*resolved.problems, *missing), spec))
    return Composed(resolved.document, resolved.trail, file_name(resolved.name), theme, root, problems, request.cache)


def theme_problems(name: str, root: Path, span: Span | None) -> tuple[Problem, ...]:
    """Return what is wrong with the theme `name`, which stands in place of a spec's; `span` is where it is named."""
    try:
        load_theme(name, face_files(), root, span)
    except Faulty as faulty:
        return faulty.problems
    return ()


def dressed(composed: Composed) -> Dressed:
    """Return the theme, its faces and its logo. Raises `Faulty` where the document cannot be set in them."""
    chosen = composed.theme
    with stage("theme"):
        try:
            theme = load_theme(chosen.name, face_files(), composed.root, chosen.span, chosen.own)
        except Faulty as faulty:
            raise Faulty(with_cells(faulty.problems, composed.trail)) from None
        faces = open_faces(theme.face_names(), cache=composed.cache)
        find = finder(composed.root, (block.span for block in composed.document.blocks))
        logos, missing = read_pictures(_logo(theme, chosen.span), composed.root, cache=composed.cache)
        missing = with_cells(missing, composed.trail)
        problems = (*composed.problems, *missing, *uncovered(composed.document, theme, faces, find))
        return Dressed(theme, faces, problems, logos.get(theme.logo.picture))


def _logo(theme: Theme, span: Span | None) -> tuple[tuple[str, Span | None], ...]:
    return ((theme.logo.picture, theme.logo.span or span),) if theme.logo.picture else ()


def fingerprint(composed: Composed, ready: Dressed) -> str:
    """Return the digest of all that the files are made from: equal ones stand for equal files of equal formats."""
    files = face_files()
    faces = [files[name].sha256 for name in ready.theme.face_names()]
    parts = (composed.document, composed.trail, composed.name, ready.theme, ready.logo, faces)
    # The representation of our values tells all of them.
    return sha256("\n".join(map(repr, parts)).encode("utf-8", "surrogatepass")).hexdigest()


def render(composed: Composed, request: Request, ready: Dressed | None = None) -> Mapping[str, bytes]:
    """Return the files by name. Raises `Faulty` where anything is known that keeps them from being written."""
    ready = ready or dressed(composed)
    if any(p.fatal or request.strict for p in ready.problems):
        raise Faulty(ready.problems)
    document, theme, faces = composed.document, ready.theme, ready.faces
    with stage("layout"):
        layout = lay_out(document, theme, faces, ready.logo)
    files: dict[str, bytes] = {}
    for wanted in request.formats:
        with stage(wanted.value):
            match wanted:
                case Format.PDF:
                    from reportgen.writers.pdf.write import write_pdf  # noqa: PLC0415 - heavy, and not always wanted

                    content = write_pdf(layout.pages, document.metadata, theme, faces, cache=request.cache)
                case Format.DOCX:
                    content = write_docx(document, layout.geometry, theme, cache=request.cache)
                case Format.AUDIT:
                    content = write_audit(composed.trail, layout.geometry, document.metadata)
                case _:
                    assert_never(wanted)
        files[f"{composed.name}.{wanted.value}"] = content
    return files
