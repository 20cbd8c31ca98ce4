"""Each expression of the bulletin, replaced by what it prints, is found; the bulletin as it ships is clean."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from reportgen.conventions.load import load_conventions
from reportgen.origins import SourceText
from reportgen.prose.evaluate import phrase
from reportgen.prose.messages import TYPED
from reportgen.prose.phrase import plain
from reportgen.prose.text import holes
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.names import Names
from reportgen.resolve.plan import plan
from reportgen.resolve.resolve import resolve, scope_of
from reportgen.resolve.typed import own_words
from reportgen.spec.load import load_spec
from reportgen.spec.parameters import parameter_values
from tests.parity.built import SPEC, resolved, spec, workbooks


def expressions() -> list[tuple[SourceText, str]]:
    """Return each expression in the bulletin's own words, with what it prints."""
    planned, conventions = plan(spec()), load_conventions("bulletin")
    names = Names(spec(), parameter_values(spec(), {}), {book.name: book for book in workbooks()}, Ledger())
    scope = scope_of(spec(), planned, names, conventions)
    found = [hole for words in own_words(spec(), planned) for hole in holes(words)]
    return [(hole, plain(phrase(hole, scope))) for hole in found]


def with_typed(source: str, hole: SourceText, printed: str) -> str:
    """Return the spec's source with the expression at `hole`, its braces included, typed as what it prints."""
    lines = source.split("\n")
    line, column = lines[hole.span.line - 1], hole.span.column - 1
    start, end = line.rindex("{{", 0, column + 1), line.index("}}", column) + 2
    lines[hole.span.line - 1] = line[:start] + printed + line[end:]
    return "\n".join(lines)


@pytest.mark.parametrize(("hole", "printed"), expressions(), ids=lambda value: str(value).strip())
def test_an_expression_typed_as_what_it_prints_is_found(hole: SourceText, printed: str, tmp_path: Path) -> None:
    shutil.copytree(SPEC.parent / "data", tmp_path / "data")
    path = tmp_path / SPEC.name
    path.write_text(with_typed(SPEC.read_text(encoding="utf-8"), hole, printed), encoding="utf-8")
    changed = load_spec(path)
    result = resolve(changed, load_conventions("bulletin"), parameter_values(changed, {}), workbooks())
    lines = {problem.span.line for problem in result.problems if problem.code == TYPED.code and problem.span}
    assert hole.span.line in lines


def test_the_bulletin_as_it_ships_is_clean() -> None:
    assert resolved(workbooks()).problems == ()


def test_every_expression_that_the_report_prints_is_replaced() -> None:
    lines = SPEC.read_text(encoding="utf-8").split("\n")
    written = {
        (number, place.start() + 1)
        for number, line in enumerate(lines, start=1)
        if not line.lstrip().startswith(("#", "output:"))
        for place in re.finditer(r"\{\{", line)
    }
    tried = {
        (hole.span.line, lines[hole.span.line - 1].rindex("{{", 0, hole.span.column) + 1) for hole, _ in expressions()
    }
    assert tried == written
    assert len(tried) > 50
