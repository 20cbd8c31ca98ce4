"""What a build reads: the spec with its bases, and the files that they name.

For watching them, and for knowing that nothing has changed. Faces and what ships with the package are not among them.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from reportgen.errors import Faulty
from reportgen.pipeline import Request, ThemeChoice, theme_of
from reportgen.spec.files import pictures_of, read_articles
from reportgen.spec.load import root_of, validated, whole_spec
from reportgen.spec.report import ReportSpec
from reportgen.theme.load import load_theme

_YAML = (".yaml", ".yml")


def inputs(request: Request) -> frozenset[Path]:
    """Return the files that a build reads, as far as the spec and what it derives from can be read."""
    root = root_of(request.spec, request.root)
    found = {request.spec.resolve(), *(path.resolve() for path in request.workbooks.values())}
    with suppress(Faulty):
        whole = whole_spec(request.spec, root)
        found |= {root / layer.file for layer in whole.layers}
        found |= _named(validated(whole, root), request, root)
    return frozenset(found)


def _named(spec: ReportSpec, request: Request, root: Path) -> set[Path]:
    """Return the files that a spec names: workbooks, articles, pictures, its own theme and conventions."""
    books = {(part.at("path"), part.path) for name, part in spec.workbooks.items() if name not in request.workbooks}
    own = {(spec.theme_span, spec.theme), (spec.at("conventions"), spec.conventions)}
    named = books | {(span, name) for span, name in own if name.endswith(_YAML)}
    found = {((root / span.file).parent / name).resolve() for span, name in named}
    found |= {root / path for path in read_articles(spec, root)[0]}
    found |= {root / path for path, _ in pictures_of(spec)}
    found |= _logo(spec, request, root)
    return found | ({(root / request.theme).resolve()} if request.theme and request.theme.endswith(_YAML) else set())


def _logo(spec: ReportSpec, request: Request, root: Path) -> set[Path]:
    """Return the picture that the theme names, as far as the theme can be read."""
    choice = ThemeChoice(request.theme) if request.theme else theme_of(spec, spec.theme_keys, root)
    with suppress(Faulty):
        logo = load_theme(choice.name, None, root, choice.span, choice.own).logo
        return {root / logo.picture} if logo.picture else set()
    return set()
