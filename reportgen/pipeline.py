"""The spine: spec → data → resolve → Document → layout → Pages and Geometry → writers. One screen, one direction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import field
from datetime import date
from enum import StrEnum
from hashlib import sha256
from importlib import import_module
from os.path import relpath
from pathlib import Path
from typing import assert_never

from reportgen.conventions.load import load_conventions
from reportgen.data.workbook import Ask, Workbook, read_workbooks
from reportgen.diagnostics import Message, Problem, in_order
from reportgen.errors import Faulty, Misused
from reportgen.fonts.book import FontBook, open_faces
from reportgen.fonts.location import face_files
from reportgen.layout.coverage import uncovered
from reportgen.layout.lay_out import lay_out
from reportgen.model.audit import AuditTrail
from reportgen.model.document import Document
from reportgen.model.picture import Picture
from reportgen.origins import Span
from reportgen.pictures.reading import read_pictures
from reportgen.publishing import fitting_name
from reportgen.resolve.resolve import resolve
from reportgen.spec.files import pictures_of
from reportgen.spec.finding import finder
from reportgen.spec.load import load_spec
from reportgen.spec.parameters import parameter_values
from reportgen.spec.remains import independent, remaining
from reportgen.spec.report import ReportSpec
from reportgen.stages import stage
from reportgen.theme.load import load_theme
from reportgen.theme.look import Theme
from reportgen.values import dataclass
from reportgen.writers.audit import write_audit
from reportgen.writers.docx.write import write_docx
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


HEAVY = {
    Format.PDF: ("reportgen.writers.pdf.write", "reportgen.writers.pdf.chart_canvas"),
    Format.DOCX: ("xlsxwriter",),
}
"""What takes long to load for each format."""

WARM = 0.02
"""How many seconds workbooks take that are in the cache, at most."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: a spec, and what replaces its parameters, workbooks and theme.

    `ask` has workbooks read, in processes that do it often.
    """

    spec: Path
    root: Path | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)
    workbooks: Mapping[str, Path] = field(default_factory=dict)
    theme: str | None = None
    formats: tuple[Format, ...] = tuple(Format)
    issued: date | None = None
    strict: bool = False
    cache: Path | None = None
    ask: Ask | None = None


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """Which theme, where the spec names it, if it does, and what the spec says over it."""

    name: str
    span: Span | None = None
    own: MappingNode | None = None


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
    root = (request.root or request.spec.parent).resolve()
    with stage("spec"):
        spec = _loaded(request, root)
    try:
        return _composed(spec, request, root)
    except Faulty as faulty:
        raise Faulty(in_order((*spec.warnings, *faulty.problems))) from None


def _loaded(request: Request, root: Path) -> ReportSpec:
    """Return the spec; where its form is at fault, what is left of it, with the faults among its warnings."""
    try:
        return load_spec(request.spec, root)
    except Faulty as faulty:
        if (left := remaining(request.spec, root, faulty.problems)) is None:
            raise
        return left


def _composed(spec: ReportSpec, request: Request, root: Path) -> Composed:
    with stage("spec"):
        named = spec.at("conventions")
        conventions = load_conventions(spec.conventions, root, _folder(named, root), named)
        parameters = parameter_values(spec, request.parameters, request.environment)
    with stage("workbooks"), ThreadPoolExecutor(1) as aside:
        reading = aside.submit(_read, spec, request)
        if wait([reading], WARM).not_done:
            _load_writers(request.formats)
        workbooks = reading.result()
    with stage("pictures"):
        pictures, missing = read_pictures(pictures_of(spec), root, cache=request.cache)
    with stage("resolve"):
        resolved = resolve(spec, conventions, parameters, workbooks, pictures=pictures, issued=request.issued)
    theme = ThemeChoice(request.theme) if request.theme else theme_of(spec, resolved.looks, root)
    problems = in_order(independent((*resolved.problems, *missing), spec))
    return Composed(resolved.document, resolved.trail, file_name(resolved.name), theme, root, problems, request.cache)


def file_name(name: str) -> str:
    """Return the name of a report as its folder and files take it."""
    return fitting_name(name, max((f".{wanted.value}" for wanted in Format), key=len))


def theme_of(spec: ReportSpec, looks: MappingNode | None, root: Path) -> ThemeChoice:
    """Return the theme that a spec chooses; a file is named from the root on, as the theme's room wants it."""
    span, name = spec.theme_span, spec.theme
    if name.endswith((".yaml", ".yml")):
        name = Path(relpath(_folder(span, root) / name, root)).as_posix()
    return ThemeChoice(name, span, looks)


def theme_problems(name: str, root: Path, span: Span | None) -> tuple[Problem, ...]:
    """Return what is wrong with the theme `name`, which stands in place of a spec's; `span` is where it is named."""
    try:
        load_theme(name, face_files(), root, span)
    except Faulty as faulty:
        return faulty.problems
    return ()


def _folder(named: Span, root: Path) -> Path:
    """Return the folder of the file in which something is named: a base's paths are relative to the base."""
    return (root / named.file).parent


def _read(spec: ReportSpec, request: Request) -> tuple[Workbook, ...]:
    """Return the spec's workbooks, or those that were given instead of them; messages name paths as they were typed."""
    if unknown := [name for name in request.workbooks if name not in spec.workbooks]:
        known = "、".join(spec.workbooks)
        raise Misused(UNKNOWN_WORKBOOK.at(name=unknown[0], known=known))
    root = request.root or request.spec.parent
    spans = {name: part.at("path") for name, part in spec.workbooks.items()}
    wanted = [(request.workbooks.get(n, _folder(spans[n], root) / p.path), n) for n, p in spec.workbooks.items()]
    return read_workbooks(wanted, cache=request.cache, spans=spans, ask=request.ask)


def warm() -> None:
    """Load all that a build may need, for a process that is to make many."""
    _load_writers(Format)


def _load_writers(formats: Iterable[Format]) -> None:
    """Load what the writers need while another process reads the workbooks: two things at once on two cores."""
    for wanted in formats:
        for module in HEAVY.get(wanted, ()):
            import_module(module)


def dressed(composed: Composed) -> Dressed:
    """Return the theme, its faces and its logo. Raises `Faulty` where the document cannot be set in them."""
    with stage("theme"):
        theme = load_theme(composed.theme.name, face_files(), composed.root, composed.theme.span, composed.theme.own)
        faces = open_faces(theme.face_names(), cache=composed.cache)
        find = finder(composed.root, (block.span for block in composed.document.blocks))
        logos, missing = read_pictures(_logo(theme, composed.theme.span), composed.root, cache=composed.cache)
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
