"""The second half of the spine: Document → layout → Pages and Geometry → writers. How a report looks, and its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import assert_never

from reportgen.aside import aside
from reportgen.composed import Composed
from reportgen.diagnostics import Problem, in_order
from reportgen.errors import Faulty
from reportgen.fonts.book import FontBook, face_problems, open_faces
from reportgen.layout.coverage import Find, uncovered
from reportgen.layout.lay_out import Layout, lay_out
from reportgen.model.audit import THEME_BLOCK, AuditTrail, CellUse, RecordKind
from reportgen.model.document import blocks_and_parts
from reportgen.model.picture import Picture
from reportgen.origins import CellRef, Span
from reportgen.pictures.reading import read_pictures
from reportgen.request import Format, Request
from reportgen.spec.finding import finder
from reportgen.stages import stage
from reportgen.theme.load import load_theme, logo_of
from reportgen.theme.look import LogoLook, Theme
from reportgen.values import dataclass
from reportgen.writers.audit import write_audit

USUAL_THEME = "bulletin"
"""The theme of reports that name none."""


@dataclass(frozen=True, slots=True)
class Dressed:
    """What a document is set in, and all that is known to be wrong by now."""

    theme: Theme
    faces: FontBook
    problems: tuple[Problem, ...]
    logo: Picture | None = None


def make_ready(request: Request, busy: Callable[[], bool]) -> None:
    """Read the theme that is likely to be asked for, and open its faces, for as long as something else is `busy`."""
    with suppress(Faulty):
        root = request.project.resolve()
        theme = load_theme(request.theme or USUAL_THEME, face_problems, root)
        faces = _faces(theme, root, request.cache)
        for name in faces:
            if busy():
                faces[name]


def dressed(composed: Composed) -> Dressed:
    """Return the theme, its faces and its logo. Raises `Faulty` where the document cannot be set in them."""
    chosen = composed.theme
    with stage("theme"):
        try:
            theme = load_theme(chosen.name, face_problems, composed.root, chosen.span, chosen.own)
        except Faulty as faulty:
            logo = logo_of(chosen.name, composed.root, chosen.span, chosen.own)
            _, missing = read_pictures(_path_of(logo, chosen.span), composed.root, cache=composed.cache)
            found = _with_cells((*faulty.problems, *missing), composed.trail)
            raise Faulty(in_order((*composed.problems, *found))) from None
        faces = _faces(theme, composed.root, composed.cache)
        logos, missing = read_pictures(_path_of(theme.logo, chosen.span), composed.root, cache=composed.cache)
        missing = _with_cells(missing, composed.trail)
        problems = (*composed.problems, *missing, *uncovered(composed.document, theme, faces, _finder(composed)))
        return Dressed(theme, faces, problems, logos.get(theme.logo.picture))


def _faces(theme: Theme, root: Path, cache: Path | None) -> FontBook:
    return open_faces(theme.face_names(), [root / folder for folder in theme.fonts], root, cache=cache)


def _finder(composed: Composed) -> Find:
    """Return what finds a character of a block: in its source, else in a cell whose content the block prints."""
    find = finder(composed.root, (block.span for block in composed.document.blocks))
    places = {block.id: block.span for block in blocks_and_parts(composed.document)}
    trail = composed.trail
    # What is said in no block (a head, a cover) has no place of its own there.
    printed: list[tuple[Span | None, CellUse]] = [(places.get(one.block), one.use) for one in trail.labels]
    for record in trail.records:
        if record.kind is not RecordKind.DECISION:
            printed += ((places.get(record.block), use) for use in record.cells)

    def place(char: str, span: Span) -> tuple[Span, CellRef | None]:
        found = find(char, span)
        if found != span:
            return found, None
        own = (use.ref for at, use in printed if at == span and char in use.raw)
        elsewhere = (use.ref for at, use in printed if at is None and char in use.raw)
        given = (cell for text, cell in composed.given if char in text)
        return found, next(chain(own, elsewhere, given), None)

    return place


def _with_cells(problems: Iterable[Problem], trail: AuditTrail) -> tuple[Problem, ...]:
    """Return what is wrong with a theme, each problem of what a cell says with that cell."""
    chosen = [record for record in trail.records if record.block == THEME_BLOCK and record.cells]

    def cell(problem: Problem) -> CellRef | None:
        spoken_of = (r for r in chosen if problem.span and problem.span.holds(r.span) and r.text in problem.zh)
        return next((record.cells[0].ref for record in spoken_of), None)

    return tuple(replace(problem, cell=problem.cell or cell(problem)) for problem in problems)


def _path_of(logo: LogoLook | None, span: Span | None) -> tuple[tuple[str, Span | None], ...]:
    return ((logo.picture, logo.span or span),) if logo and logo.picture else ()


def fingerprint(composed: Composed, ready: Dressed) -> str:
    """Return the digest of all that the files are made from: equal ones stand for equal files of equal formats."""
    parts = (composed.document, composed.trail, composed.name, ready.theme, ready.logo, ready.faces.digests)
    # The representation of our values tells all of them.
    return sha256("\n".join(map(repr, parts)).encode("utf-8", "surrogatepass")).hexdigest()


def render(composed: Composed, ready: Dressed, request: Request, *, abreast: bool) -> Mapping[str, bytes]:
    """Return the files by name; `abreast` has a copy of this process write the Word file.

    Raises `Faulty` where anything is known that keeps them from being written.
    """
    if any(p.fatal or request.strict for p in ready.problems):
        raise Faulty(ready.problems)
    with stage("layout"):
        layout = lay_out(composed.document, ready.theme, ready.faces, ready.logo)
    write = partial(_written, composed=composed, ready=ready, layout=layout, cache=request.cache)
    wanted = list(request.formats)
    contents: dict[Format, bytes] = {}
    with aside(lambda _: write(Format.DOCX), copied=abreast and {Format.PDF, Format.DOCX} <= {*wanted}) as word:
        for each in sorted(wanted, key=lambda each: each is Format.DOCX):
            with stage(each.value):
                contents[each] = word.result() if each is Format.DOCX else write(each)
    return {f"{composed.name}.{each.value}": contents[each] for each in wanted}


def _written(wanted: Format, composed: Composed, ready: Dressed, layout: Layout, cache: Path | None) -> bytes:
    document, theme = composed.document, ready.theme
    match wanted:
        case Format.PDF:
            from reportgen.writers.pdf.write import write_pdf  # noqa: PLC0415 - heavy, and not always wanted

            return write_pdf(layout.pages, document.metadata, theme, ready.faces, cache=cache)
        case Format.DOCX:
            from reportgen.writers.docx.write import write_docx  # noqa: PLC0415 - heavy, and not always wanted

            return write_docx(document, layout.geometry, theme, cache=cache)
        case Format.AUDIT:
            return write_audit(composed.trail, layout.geometry, document.metadata)
        case _:
            assert_never(wanted)
