"""Reads a theme from its YAML file: `load_theme`.

A theme that `extends` another takes from it whatever it leaves out, field by field. Every problem of a theme is found
in one go. Whether the faces have the glyphs that a document needs is layout's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from difflib import get_close_matches
from functools import lru_cache, reduce
from importlib.resources import files
from importlib.resources.abc import Traversable
from os.path import normpath
from pathlib import Path
from posixpath import dirname, join
from typing import TypeVar

from pydantic import BaseModel

from reportgen.confinement import folder_problem, path_problem
from reportgen.diagnostics import Problem, in_order
from reportgen.errors import Faulty
from reportgen.origins import YAML_ENDINGS, SourceText, Span
from reportgen.roles import Role
from reportgen.theme import messages
from reportgen.theme.colours import coloured
from reportgen.theme.inline import WORDS, OwnKeys, own_keys, written_out
from reportgen.theme.look import (
    BoxLook,
    ChartLook,
    ContentsLook,
    CoverLook,
    FacePair,
    FootnoteLook,
    LogoLook,
    PageLook,
    Stroke,
    Style,
    TableLook,
    Theme,
    Typeface,
)
from reportgen.theme.remains import remaining
from reportgen.theme.schema import LogoPart, Part, StrokePart, ThemeFile
from reportgen.yaml_source import MappingNode, Node, checked, parse, reasons

FaceProblems = Callable[[Mapping[str, Span | None], Sequence[Path], Path | None], Iterable[Problem]]
"""Says what is wrong with faces, each with the place that names it, in folders of the theme's own below a root."""

LEAST_MEASURE = 100.0
LEAST_DEPTH = 150.0

P = TypeVar("P", bound=Part)
T = TypeVar(
    "T",
    PageLook,
    TableLook,
    ChartLook,
    ContentsLook,
    BoxLook,
    FootnoteLook,
    LogoLook,
    CoverLook,
    Style,
    Stroke,
    FacePair,
)


def themes() -> tuple[str, ...]:
    """Return the names of the themes that ship."""
    found = (entry.name for entry in files("reportgen.theme").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in found if name.endswith(".yaml")))


def load_theme(
    name_or_path: str | Path,
    faces: FaceProblems | None = None,
    root: Path | None = None,
    span: Span | None = None,
    own: MappingNode | None = None,
) -> Theme:
    """Return the theme that ships under a name, or that a `.yaml` file holds; `own` are keys that lie over it.

    `faces` says what is wrong with the faces that it names, where that is asked for. Paths are relative to `root`, and
    may not leave it, where it is given. Raises `Faulty` with every problem of the theme.
    """
    layers, faults = _layers_with(str(name_or_path), root, span, own)
    merged, unknown = coloured(_merged(layers))
    # A theme brings its faces with it: what it says of typefaces would otherwise be wrong in those that extend it.
    folders = tuple(layer.fonts for layer in layers if layer.fonts and layer.fonts.text.strip())
    problems = [
        *faults,
        *unknown,
        *_wrong_names(merged),
        *(() if faults else _missing(merged)),
        *_logo_problems(merged.logo, root),
        *(() if faces is None else _face_problems(merged, folders, root, faces)),
    ]
    if problems:
        raise Faulty(in_order(problems))
    theme = _theme(merged, tuple(dict.fromkeys(map(_from_root, folders))))
    if theme.page.measure < LEAST_MEASURE or theme.page.depth < LEAST_DEPTH:
        span = merged.page.span or merged.span
        raise Faulty([messages.NO_ROOM.at(span, measure=theme.page.measure, depth=theme.page.depth)])
    return theme


def logo_of(name: str, root: Path, span: Span | None, own: MappingNode | None) -> LogoLook | None:
    """Return the logo of a theme that may be at fault elsewhere; None where no path is known that may be followed."""
    try:
        layers, _ = _layers_with(name, root, span, own)
    except Faulty:
        return None
    merged = _merged(layers)
    return None if any(_logo_problems(merged.logo, root)) else _logo(merged.logo)


def files_of(name: str, root: Path) -> Iterator[str]:
    """Yield the files below `root` that a theme is read from, those that it extends included, as far as they are."""
    seen: set[str] = set()
    while _is_path(name) and name not in seen:
        seen.add(name)
        yield name
        base = _file(_text(_source(name, root, None), name, None), name)[0].extends
        name = normpath(Path(name).parent / base) if base and _is_path(base) else ""


def _layers_with(
    name: str, root: Path | None, span: Span | None, own: MappingNode | None
) -> tuple[tuple[ThemeFile, ...], tuple[Problem, ...]]:
    """Return `own` keys, where there are any, above the layers of a theme, and the faults of their form."""
    layers, faults = _layers(name, (), root, span)
    if own is None:
        return layers, faults
    file, more = _judged(own_keys(own, layers[0].name), OwnKeys)
    if file is None:
        raise Faulty((*faults, *more))
    return (file, *layers), (*faults, *more)


def _merged(layers: Sequence[ThemeFile]) -> ThemeFile:
    """Return all that the layers of a theme say, the first above the others."""
    return reduce(lambda base, over: _filled(over, base), reversed(layers))


def _layers(
    name: str, above: tuple[str, ...], root: Path | None, span: Span | None = None
) -> tuple[tuple[ThemeFile, ...], tuple[Problem, ...]]:
    """Return the file of a theme and those that it extends, each above what it fills itself from, and their faults."""
    source = _source(name, root, span)
    shown = name if isinstance(source, Path) else source.name
    file, faults = _file(_text(source, name, span), shown)
    if file.extends is None:
        return (file,), faults
    base = file.extends
    if _is_path(base) and _is_path(name):
        base = normpath(Path(name).parent / base)
    if base in (*above, normpath(name)):
        raise Faulty((*faults, messages.EXTENDS_ITSELF.at(file.span, name=file.extends)))
    under, more = _layers(base, (*above, normpath(name)), root, file.span)
    return (file, *under), (*faults, *more)


@lru_cache(maxsize=16)
def _file(text: str, shown: str) -> tuple[ThemeFile, tuple[Problem, ...]]:
    """Return what the text of a theme's file says; a process that makes many reports reads the same one each time.

    What is at fault in its form is left out and told. Raises Faulty where nothing is left.
    """
    node = written_out(parse(text, shown))
    words: tuple[Problem, ...] = ()
    if isinstance(node, MappingNode):
        said = [entry for entry in node.entries if entry.key.text in WORDS]
        words = tuple(messages.WORDS_IN_THEME.at(entry.key.span, key=entry.key.text) for entry in said)
        node = MappingNode(tuple(entry for entry in node.entries if entry not in said), node.span)
    file, faults = _judged(node)
    if file is None:
        raise Faulty(in_order((*words, *faults)))
    return file, in_order((*words, *faults))


def _judged(node: Node, model: type[ThemeFile] = ThemeFile) -> tuple[ThemeFile | None, tuple[Problem, ...]]:
    """Return the theme's file that `node` says, as far as its form is sound, and what is at fault with it."""
    file, faults = checked(node, model)
    if file is None and isinstance(node, MappingNode):
        file, _ = checked(remaining(node, faults), model)
    return file, faults


def _is_path(name: str) -> bool:
    return name.endswith(YAML_ENDINGS)


def _source(name: str, root: Path | None, span: Span | None) -> Path | Traversable:
    if _is_path(name):
        path = Path(name) if root is None else root / name
        if root is not None and not path.resolve().is_relative_to(root.resolve()):
            raise Faulty([messages.OUTSIDE_ROOT.at(span, path=name)])
        return path
    known = themes()
    if name not in known:
        raise Faulty([messages.UNKNOWN_THEME.at(span, name=name, known=known)])
    return files("reportgen.theme") / f"{name}.yaml"


def _text(source: Path | Traversable, name: str, span: Span | None) -> str:
    try:
        return source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why, why_en = reasons(error) if isinstance(error, OSError) else ("UTF-8", "UTF-8")
        raise Faulty([messages.UNREADABLE_THEME.at(span, path=name, why=why, why_en=why_en)]) from error


def _filled(part: P, base: P) -> P:
    """Return `part` with what it does not say taken from `base`; what it says as null stays null."""
    values: dict[str, object] = {}
    for field in type(part).model_fields:
        own, inherited = getattr(part, field), getattr(base, field)
        if isinstance(own, Part) and isinstance(inherited, Part):
            values[field] = _filled(own, inherited)
        elif isinstance(own, Mapping):
            values[field] = {
                key: _filled(own[key], inherited[key])
                if isinstance(own.get(key), Part) and key in inherited
                else own.get(key, inherited.get(key))
                for key in (*inherited, *(key for key in own if key not in inherited))
            }
        else:
            values[field] = own if field in part.model_fields_set else inherited
    return part.model_copy(update=values)


def _wrong_names(file: ThemeFile) -> Iterator[Problem]:
    """Yield a problem for each typeface that is named but not there."""
    uses = [(style.typeface, style.span) for style in file.styles.values()]
    for name, span in (*uses, (file.chart.typeface, file.chart.span), (file.emphasis, file.span)):
        if name and name not in file.typefaces:
            yield messages.UNKNOWN_TYPEFACE.at(span or file.span, name=name, nearest=_nearest(name, file.typefaces))


def _face_problems(
    file: ThemeFile, folders: Sequence[SourceText], root: Path | None, faces: FaceProblems
) -> Iterable[Problem]:
    """Return what is wrong with the folders of faces, or where nothing is, with the faces that are named."""
    # Where there is no root, the folder may be any that can be named.
    base = Path(Path.cwd().anchor) if root is None else root.resolve()
    begun = Path.cwd() if root is None else base
    found = [folder_problem(one.text.strip(), (begun / one.span.file).parent, base, one.span) for one in folders]
    if wrong := [problem for problem in found if problem]:
        return wrong
    named: dict[str, Span | None] = {}
    for typeface in file.typefaces.values():
        for pair in (typeface.regular, typeface.bold):
            spot = pair.span or typeface.span or file.span
            for key, name in (("east_asian", pair.east_asian), ("latin", pair.latin)):
                if name is not None:
                    named.setdefault(name, pair.places.get(key) or spot)
    return faces(named, [begun / _from_root(one) for one in folders], root)


def _nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    known = tuple(known)
    return tuple(get_close_matches(name, known, n=1, cutoff=0.4) or sorted(known))


def _missing(file: ThemeFile) -> Iterator[Problem]:
    """Yield a problem for each role without a style and each part that lacks what it cannot do without.

    Of a typeface or a rule, another theme may have said a part; so they are judged here, when all is known.
    """
    for role in Role:
        if role not in file.styles:
            yield messages.MISSING_STYLE.at(file.span, role=role)
    parts: list[tuple[str, Part, type]] = [
        ("page", file.page, PageLook),
        ("table", file.table, TableLook),
        ("chart", file.chart, ChartLook),
        *((f"styles.{role}", style, Style) for role, style in file.styles.items()),
        *(
            (f"styles.{role}.{key}", rule, Stroke)
            for role, style in file.styles.items()
            for key, rule in (("rule_above", style.rule_above), ("rule_below", style.rule_below))
            if rule is not None
        ),
        *(
            (f"typefaces.{name}.{key}", pair.model_copy(update={"span": pair.span or typeface.span}), FacePair)
            for name, typeface in file.typefaces.items()
            for key, pair in (("regular", typeface.regular), ("bold", typeface.bold), ("word", typeface.word))
        ),
    ]
    for name, part, look in parts:
        for field in fields(look):
            if field.default is MISSING and getattr(part, field.name) is None:
                yield messages.MISSING_PART.at(part.span or file.span, part=f"{name}.{field.name}")


def _logo_problems(part: LogoPart, root: Path | None) -> Iterator[Problem]:
    """Yield what is wrong with the logo's path, which begins at the folder of the file that names it."""
    named = part.picture
    if named is None or root is None:
        return
    base = root.resolve()
    if problem := path_problem(named.text.strip(), (base / named.span.file).parent, base, named.span):
        yield problem


def _logo(part: LogoPart) -> LogoLook:
    """Return the logo, its picture by its path from the root."""
    named = part.picture
    path = _from_root(named) if named and named.text.strip() else None
    look = _look(LogoLook, part.model_copy(update={"picture": path}))
    return replace(look, span=named.span if named else None)


def _from_root(named: SourceText) -> str:
    """Return a path, which begins at the folder of the file that names it, as it is from the root on."""
    return normpath(join(dirname(named.span.file), named.text.strip()))


def _theme(file: ThemeFile, folders: tuple[str, ...]) -> Theme:
    return Theme(
        name=file.name,
        page=_look(PageLook, file.page),
        typefaces={
            name: Typeface(_look(FacePair, part.regular), _look(FacePair, part.bold), _look(FacePair, part.word))
            for name, part in file.typefaces.items()
        },
        styles={role: _look(Style, file.styles[role]) for role in Role},
        table=_look(TableLook, file.table),
        chart=_look(ChartLook, file.chart),
        contents=_look(ContentsLook, file.contents),
        box=_look(BoxLook, file.box),
        footnote=_look(FootnoteLook, file.footnote),
        logo=_logo(file.logo),
        cover=_look(CoverLook, file.cover),
        emphasis=file.emphasis or "",
        link_colour=file.link_colour or "",
        fonts=folders,
    )


def _look(look: type[T], part: BaseModel) -> T:
    """Return the value of a part, with the defaults of `look` for what the part does not say."""
    said = {field.name: getattr(part, field.name) for field in fields(look)}
    values = {name: _plain(value) for name, value in said.items() if value is not None}
    return look(**values)  # type: ignore[arg-type]  # `schema` asks for the types that `look` says


def _plain(value: object) -> object:
    return _look(Stroke, value) if isinstance(value, StrokePart) else value
