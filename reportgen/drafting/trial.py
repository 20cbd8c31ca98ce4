"""Trying the text of a spec that is in no file yet: read and resolved, with the workbooks at hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen.conventions.load import load_conventions
from reportgen.data.sheet import Workbook
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.resolve.resolve import resolve
from reportgen.spec.load import spec_from
from reportgen.spec.parameters import parameter_values


def tried(text: str, workbooks: Sequence[Workbook], folder: Path) -> Sequence[Problem]:
    """Return every problem of a spec that would lie in `folder` (resolved)."""
    try:
        spec = spec_from(text, "draft.yaml", folder)
        return resolve(spec, load_conventions(spec.conventions), parameter_values(spec, {}), workbooks).problems
    except Faulty as faulty:
        return faulty.problems
