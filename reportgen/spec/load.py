"""Reads a spec's file: `load_spec`. Everything that can be said without a workbook is said here, in one run."""

from __future__ import annotations

from pathlib import Path

from reportgen.errors import Faulty
from reportgen.spec import messages
from reportgen.spec.declarations import declaration_problems
from reportgen.spec.report import ReportSpec
from reportgen.yaml_source import MappingNode, checked, scan, source_text, told_of, unreadable


def load_spec(path: Path, root: Path | None = None) -> ReportSpec:
    """Return the spec that `path` holds; raise Faulty with every problem.

    Paths that the spec names are relative to its folder and stay under `root`, which is that folder where it is not
    given. What an author should only be warned of is in the spec's `warnings`.
    """
    try:
        folder = path.parent.resolve()
        base = folder if root is None else root.resolve()
        target = (folder / path.name).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise Faulty([unreadable(path.name, error)]) from error
    if not folder.is_relative_to(base) or not target.is_relative_to(base):
        raise Faulty([messages.SPEC_OUTSIDE.at(path=path.name, root=base.name)])
    file = (folder.relative_to(base) / path.name).as_posix()
    return spec_from(source_text(target, file), file, folder, base)


def spec_from(text: str, file: str, folder: Path, root: Path) -> ReportSpec:
    """Return the spec that `text` says, as the file `file` in `folder` under `root` (both resolved)."""
    found = scan(text, file)
    if found.node is None:
        raise Faulty(found.problems)
    spec, faults = checked(found.node, ReportSpec)
    if isinstance(found.node, MappingNode):
        faults = (*faults, *declaration_problems(found.node, folder, root))
    problems = (*found.problems, *(fault for fault in faults if not told_of(fault, found.mended)))
    if spec is None or any(problem.fatal for problem in problems):
        raise Faulty(problems)
    return spec.model_copy(update={"warnings": problems})
