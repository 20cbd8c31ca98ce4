"""Reads a spec's file: `load_spec`. Everything that can be said without a workbook is said here, in one run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportgen.diagnostics import Problem, in_order
from reportgen.errors import Faulty
from reportgen.spec import messages
from reportgen.spec.declarations import declaration_problems
from reportgen.spec.editing import CONTENT
from reportgen.spec.files import file_problems, read_articles, unread_articles
from reportgen.spec.layers import Whole, whole
from reportgen.spec.report import ReportSpec
from reportgen.yaml_source import MappingNode, checked, source_text, told_of, unreadable


def load_spec(path: Path, root: Path | None = None) -> ReportSpec:
    """Return the spec that `path` holds, made whole with what it derives from; raise Faulty with every problem.

    Paths that a spec names are relative to its folder and stay under `root`, which is the folder of `path` where it is
    not given. What an author should only be warned of is in the spec's `warnings`.
    """
    return validated(whole_spec(path, root), root_of(path, root))


def whole_spec(path: Path, root: Path | None = None) -> Whole:
    """Return what `path` comes to with what it derives from, as nodes; raise Faulty where a file cannot be read."""
    try:
        folder = path.parent.resolve()
        base = root_of(path, root)
        target = (folder / path.name).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise Faulty([unreadable(path.name, error)]) from error
    if not folder.is_relative_to(base) or not target.is_relative_to(base):
        raise Faulty([messages.SPEC_OUTSIDE.at(path=path.name, root=base.name)])
    file = (folder.relative_to(base) / path.name).as_posix()
    return whole(source_text(target, file), file, base)


def spec_from(text: str, file: str, root: Path) -> ReportSpec:
    """Return the spec that `text` says, as the file `file` under `root` (resolved)."""
    return validated(whole(text, file, root), root)


def validated(found: Whole, root: Path) -> ReportSpec:
    """Return a whole spec as a value; raise Faulty with every problem."""
    spec, faults = checked(found.node, ReportSpec)
    if isinstance(found.node, MappingNode):
        faults = (*faults, *declaration_problems(found.node, root))
        faults += tuple(problem for key in CONTENT for problem in file_problems(found.node.get(key), root))
    problems = in_order((*found.problems, *(fault for fault in faults if not told_of(fault, found.mended))))
    if spec is None or any(problem.fatal for problem in problems):
        raise Faulty(in_order((*problems, *_unread(found, root))))
    articles, unread = read_articles(spec, root)
    if unread:
        raise Faulty((*problems, *unread))
    return spec.model_copy(update={"warnings": problems, "dropped": found.dropped, "articles": articles})


def _unread(found: Whole, root: Path) -> Iterator[Problem]:
    """Yield why articles cannot be read, where the spec that includes them is at fault itself."""
    if isinstance(found.node, MappingNode):
        for key in CONTENT:
            yield from unread_articles(found.node.get(key), root)


def root_of(path: Path, root: Path | None) -> Path:
    """Return the project's root of the spec at `path`: its folder, where no root is given."""
    return (path.parent if root is None else root).resolve()
