"""What a build reads: the spec with its bases, and the files that they name.

For watching them, and for knowing that nothing has changed. Faces and what ships with the package are not among them.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from reportgen.errors import Faulty
from reportgen.origins import YAML_ENDINGS
from reportgen.request import Request, folder_of, theme_of
from reportgen.spec.files import pictures_of, read_articles
from reportgen.spec.load import validated, whole_spec
from reportgen.spec.report import ReportSpec
from reportgen.theme.load import files_of, load_theme
from reportgen.yaml_source import MappingNode, Node, Scalar

_PICTURES = (".png", ".jpg", ".jpeg")


def inputs(request: Request) -> frozenset[Path]:
    """Return the files that a build reads, as far as the spec and what it derives from can be read."""
    root = request.project.resolve()
    found = {request.spec.resolve(), *(path.resolve() for path in request.workbooks.values())}
    with suppress(Faulty):
        whole = whole_spec(request.spec, root)
        found |= {root / layer.file for layer in whole.layers}
        found |= _named(validated(whole, root), request, root)
    return frozenset(found)


def _named(spec: ReportSpec, request: Request, root: Path) -> set[Path]:
    """Return the files that a spec names: workbooks, articles, pictures, its theme and conventions."""
    books = {(part.at("path"), part.path) for name, part in spec.workbooks.items() if name not in request.workbooks}
    own = {(spec.at("conventions"), spec.conventions)} if spec.conventions.endswith(YAML_ENDINGS) else set()
    found = {(folder_of(span, root) / name).resolve() for span, name in books | own}
    found |= {root / path for path in read_articles(spec, root)[0]}
    found |= {root / path for path, _ in pictures_of(spec)}
    return found | _looks(spec, request, root)


def _looks(spec: ReportSpec, request: Request, root: Path) -> set[Path]:
    """Return the files of the theme and its logo, as far as they can be read.

    Where data choose the logo, it may be any picture of the project.
    """
    choice = theme_of(request, spec, spec.theme_keys, root)
    found: set[Path] = set()
    with suppress(Faulty):
        for name in files_of(choice.name, root):
            found.add((root / name).resolve())
    if choice.own is not None and _chosen_by_data(choice.own.get("logo")):
        return found | {path for path in root.rglob("*") if path.suffix.lower() in _PICTURES and path.is_file()}
    with suppress(Faulty):
        logo = load_theme(choice.name, None, root, choice.span, choice.own).logo
        found |= {root / logo.picture} if logo.picture else set()
    return found


def _chosen_by_data(node: Node | None) -> bool:
    match node:
        case Scalar():
            return any(brace in node.text for brace in "{｛")
        case MappingNode():
            return any(_chosen_by_data(entry.value) for entry in node.entries)
        case _:
            return False
