"""The first half of the spine: spec → data → resolve → Document. What a report says, and nothing of how it looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from reportgen.composed import Composed
from reportgen.conventions.load import load_conventions
from reportgen.data.workbook import ask_anew, read_workbooks
from reportgen.diagnostics import in_order
from reportgen.errors import Faulty
from reportgen.pictures.reading import read_pictures
from reportgen.request import Request, file_name, folder_of, theme_of, workbooks_of
from reportgen.resolve.resolve import resolve
from reportgen.spec.files import pictures_of
from reportgen.spec.parameters import parameter_values
from reportgen.spec.remains import independent, load_sound
from reportgen.spec.report import ReportSpec
from reportgen.stages import stage


def compose(request: Request, slow: Callable[[], None] = lambda: None) -> Composed:
    """Return the resolved document; `slow` is called before workbooks are read that no cache holds.

    Raises `Faulty` where there can be none; other problems come with it.
    """
    ask = request.ask or ask_anew

    def asking(paths: Sequence[Path]) -> list[object]:
        slow()
        return ask(paths)

    request = replace(request, ask=asking)
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
        given = request.workbooks.keys() - request.places
        spans = {name: request.places.get(name, part.at("path")) for name, part in spec.workbooks.items()}
        spans = {name: span for name, span in spans.items() if name not in given}
        wanted = workbooks_of(request, spec)
        workbooks = read_workbooks(wanted, cache=request.cache, spans=spans, given=given, ask=request.ask)
    with stage("pictures"):
        pictures, missing = read_pictures(pictures_of(spec), root, cache=request.cache)
    with stage("resolve"):
        resolved = resolve(
            spec,
            conventions,
            parameters,
            workbooks,
            pictures=pictures,
            issued=request.issued,
            cells=request.cells,
        )
    theme = theme_of(request, spec, resolved.looks, root)
    problems = in_order(independent((*resolved.problems, *missing), spec))
    cells = request.cells
    listed = tuple((text, cells[name]) for name, text in request.parameters.items() if name in cells)
    name = file_name(resolved.name)
    return Composed(resolved.document, resolved.trail, name, theme, root, problems, request.cache, listed)
