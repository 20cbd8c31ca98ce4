"""Reads a set of conventions by name, or from a file of the user's own: `load_conventions`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from string import Formatter

from reportgen.conventions import messages
from reportgen.conventions.sayings import Conventions
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import YAML_ENDINGS, Span
from reportgen.yaml_source import MappingNode, Scalar, checked, nearest, scan, source_text, told_of, unreadable

_FURNITURE = ("title", "issue", "section", "page", "pages")
_FIELDS: Mapping[str, tuple[tuple[str, ...], bool]] = {
    "reference": (("reference",), True),
    "source": (("source",), True),
    "unit": (("unit",), True),
    "header": (_FURNITURE, False),
    "footer": (_FURNITURE, False),
}
"""The fields of each pattern, and whether it must hold them."""

_SUFFIX = ".yaml"
_DEEPEST = 3


def conventions_names() -> tuple[str, ...]:
    """Return the names of the conventions that ship."""
    found = (entry.name for entry in files("reportgen.conventions").iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in found if name.endswith(_SUFFIX)))


def load_conventions(
    name: str, root: Path | None = None, folder: Path | None = None, span: Span | None = None
) -> Conventions:
    """Return the conventions that ship under `name`, or those of the `.yaml` file that `name` is the path of.

    Such a path is relative to `folder` (`root` where it is not given) and stays under `root`; without a root only those
    that ship can be had. `span` is where the name is written. Raises Faulty with every problem.
    """
    if name.endswith(YAML_ENDINGS) and root is not None:
        file, text = _own(name, folder or root, root, span)
    elif name in (names := conventions_names()):
        file = f"{name}{_SUFFIX}"
        text = (files("reportgen.conventions") / file).read_text(encoding="utf-8")
    else:
        raise Faulty([messages.UNKNOWN.at(span, None, name=name, **_nearest(name, names))])
    return conventions_from(text, file)


def conventions_from(text: str, file: str) -> Conventions:
    """Return the conventions that the YAML source `text` says; raise Faulty with every problem."""
    found = scan(text, file)
    if found.node is None:
        raise Faulty(found.problems)
    conventions, faults = checked(found.node, Conventions)
    if isinstance(found.node, MappingNode):
        faults = (*faults, *_pattern_problems(found.node))
    problems = (*found.problems, *(fault for fault in faults if not told_of(fault, found.mended)))
    if conventions is None or any(problem.fatal for problem in problems):
        raise Faulty(problems)
    return conventions


def _own(name: str, folder: Path, root: Path, span: Span | None) -> tuple[str, str]:
    """Return the posix path under `root`, and the text, of a file of the user's own."""
    try:
        base = root.resolve()
        path = (folder.resolve() / name).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise Faulty([unreadable(name, error, span)]) from error
    if not path.is_relative_to(base):
        raise Faulty([messages.OUTSIDE.at(span, path=name)])
    file = path.relative_to(base).as_posix()
    return file, source_text(path, file, span)


def _pattern_problems(node: MappingNode) -> Iterator[Problem]:
    """Yield what is wrong with patterns (`（参见{reference}）`) and with the depth of the contents."""
    for key, (fields, needed) in _FIELDS.items():
        pattern = node.get(key)
        if not isinstance(pattern, Scalar) or pattern.absent:
            continue
        try:
            parts = list(Formatter().parse(pattern.text))
        except ValueError:
            yield messages.BAD_PATTERN.at(pattern.span, key=key)
            continue
        used = [_spelt(*part[1:]) for part in parts if part[1] is not None]
        for field in used:
            if field not in fields:
                yield messages.UNKNOWN_FIELD.at(pattern.span, None, key=key, field=field, **_nearest(field, fields))
        if needed and not set(used) & set(fields):
            yield messages.MISSING_FIELD.at(pattern.span, key=key, field=fields[0])
    depth = node.get("contents_depth")
    if isinstance(depth, Scalar) and depth.text.isdecimal() and not 1 <= int(depth.text) <= _DEEPEST:
        yield messages.CONTENTS_DEPTH.at(depth.span, value=depth.text)


def _spelt(field: str | None, form: str | None, conversion: str | None) -> str:
    """Return a field as it is written; only a bare name is one of ours."""
    return f"{field}{'!' + conversion if conversion else ''}{':' + form if form else ''}"


def _nearest(word: str, names: tuple[str, ...]) -> dict[str, str]:
    near = nearest(word, names)
    return {
        "names_zh": "、".join(names),
        "names_en": ", ".join(names),
        "nearest_zh": f"是不是想写“{near}”？" if near else "",
        "nearest_en": f"did you mean “{near}”? " if near else "",
    }
