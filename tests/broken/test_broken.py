"""Broken specs and workbooks: one located problem each, said in both languages, and nothing written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportgen import pipeline, publishing
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.request import Request
from tests.broken.expectations import SPECS, BrokenSpec
from tests.broken.workbook import FILE, write_workbook
from tests.broken.workbooks import SPEC, SPEC_LINE, WORKBOOKS, BrokenWorkbook, write_sound

PICTURE = Path(__file__).parents[2] / "specs" / "pictures" / "registration-steps.png"


def build(spec: Path, *, strict: bool = False) -> tuple[Problem, ...]:
    """Build `spec` into `out` beside it as the command does, and return what is wrong with it."""
    request = Request(spec, strict=strict)
    try:
        composed = pipeline.compose(request)
        files = pipeline.render(composed, request)
    except Faulty as faulty:
        return faulty.problems
    publishing.publish(files, spec.parent / "out" / composed.name)
    return composed.problems


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workbook")
    write_workbook(folder)
    return folder / FILE


@pytest.mark.parametrize("broken", SPECS, ids=lambda broken: broken.name)
def test_a_broken_spec_has_one_located_problem_and_writes_nothing(
    broken: BrokenSpec, workbook: Path, tmp_path: Path
) -> None:
    shutil.copy(workbook, tmp_path / FILE)
    shutil.copy(PICTURE, tmp_path / "流程图.png")
    spec = tmp_path / broken.path.name
    shutil.copy(broken.path, spec)
    problems = build(spec, strict=broken.strict)
    assert len(problems) == 1, problems
    (problem,) = problems
    assert problem.span is not None
    assert (problem.span.file, problem.span.line, problem.span.column) == (spec.name, broken.line, broken.column)
    assert broken.about in problem.zh
    assert broken.near in problem.hint_zh
    assert broken.cell in str(problem.cell or "")
    assert problem.en
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("broken", WORKBOOKS, ids=lambda broken: broken.name)
def test_a_broken_workbook_has_one_located_problem_and_writes_nothing(broken: BrokenWorkbook, tmp_path: Path) -> None:
    broken.write(tmp_path / FILE)
    spec = tmp_path / "report.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    problems = build(spec)
    assert len(problems) == 1, problems
    (problem,) = problems
    assert problem.fatal is not broken.readable
    assert broken.about in problem.zh + problem.hint_zh
    if broken.cell:
        assert problem.cell is not None
        assert f"{problem.cell.sheet}!{problem.cell.cell}" == broken.cell
    else:
        assert FILE in problem.zh
        assert problem.span is not None
        assert problem.span.line == SPEC_LINE
    assert (tmp_path / "out").exists() is broken.readable


def test_the_same_spec_and_workbook_without_a_fault_are_built(tmp_path: Path) -> None:
    write_sound(tmp_path / FILE)
    spec = tmp_path / "report.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    assert build(spec) == ()
    (folder,) = (tmp_path / "out").iterdir()
    assert {path.suffix for path in folder.iterdir()} == {".pdf", ".docx", ".json"}
