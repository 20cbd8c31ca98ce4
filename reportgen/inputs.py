"""What a build reads: the spec with its bases, and the files that they name.

For watching them, and for knowing that nothing has changed. What ships with the package is not among them.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from reportgen.errors import Faulty
from reportgen.fonts.location import SUFFIXES, places
from reportgen.origins import YAML_ENDINGS
from reportgen.request import Request, folder_of, theme_of
from reportgen.spec.files import pictures_of, read_articles
from reportgen.spec.load import validated, whole_spec
from reportgen.spec.report import ReportSpec
from reportgen.theme.load import files_of, load_theme
from reportgen.yaml_source import MappingNode, Node, Scalar

_PICTURES = (".png", ".jpg", ".jpeg")
_NAMING_FILES = ("logo", "fonts", "typefaces")
"""The keys of a theme whose values are files, or lie in them."""


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
    """Return the files of the theme, its logo and its faces, with their folders, as far as they can be read.

    Where data choose the logo, it may be any picture of the project; where they choose a face, any face.
    """
    choice = theme_of(request, spec, spec.theme_keys, root)
    found: set[Path] = set()
    with suppress(Faulty):
        for name in files_of(choice.name, root):
            found.add((root / name).resolve())
    entries = choice.own.entries if choice.own else ()
    by_data = {entry.key.text for entry in entries if _chosen_by_data(entry.value)}
    endings = (_PICTURES if "logo" in by_data else ()) + (SUFFIXES if by_data & {"fonts", "typefaces"} else ())
    if endings:
        found |= {path for path in root.rglob("*") if path.suffix.lower() in endings and path.is_file()}
    # Only what names files is asked for: colours that data choose say nothing before there are data.
    said = tuple(one for one in entries if one.key.text in _NAMING_FILES and one.key.text not in by_data)
    own = MappingNode(said, choice.own.span) if choice.own and said else None
    with suppress(Faulty):
        theme = load_theme(choice.name, None, root, choice.span, own)
        found |= {root / theme.logo.picture} if theme.logo.picture else set()
        folders = [root / folder for folder in theme.fonts]
        faces = (*folders, *places(theme.face_names(), folders))
        found |= {path for path in faces if path.resolve().is_relative_to(root)}
    return found


def _chosen_by_data(node: Node | None) -> bool:
    match node:
        case Scalar():
            return any(brace in node.text for brace in "{｛")
        case MappingNode():
            return any(_chosen_by_data(entry.value) for entry in node.entries)
        case _:
            return False
