"""The lines of the reports that ship: what may begin and end one, what stays whole, and where a justified one ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.layout.lay_out import lay_out
from reportgen.model.block import Paragraph
from reportgen.request import Request
from reportgen.roles import Role
from tests.layout.looks import right_edge, text_lines

SPECS = Path(__file__).parents[2] / "specs"
SHIPPED = {"monthly-bulletin": {}, "gallery": {}, "client-briefing": {"client": "某软件企业"}}
CASES = [(name, theme) for name in sorted(SHIPPED) for theme in ("bulletin", "plain")]

NOT_FIRST = "，。、；：？！”’）》】」』〉〕％%,.;:?!)]}～·—…/"
NOT_LAST = "“‘（《【「『〈〔([{"
SPLIT = re.compile(r"[0-9A-Za-z]\n[0-9A-Za-z]|\d\n[%％‰℃.,]|\d\n ?(?:年|月|日|万|亿|元|件|倍|个百分点)")


BLANK = 0.625
"""How many ems behind the ink of a narrow mark (，。) are blank."""

MARKS = "，。、；：？！”’）》】」』〉〕"


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is painted: its words, where it ends, and its size."""

    text: str
    end: float
    size: float


@cache
def paragraphs(name: str, theme_name: str) -> tuple[float, list[list[Line]]]:
    """Return the right margin and the lines of each paragraph of a report, footnotes aside."""
    request = Request(SPECS / f"{name}.yaml", parameters=SHIPPED[name], theme=theme_name)
    composed = pipeline.compose(request)
    ready = pipeline.dressed(composed)
    theme, faces = ready.theme, ready.faces
    body = {block.id for block in composed.document.blocks if isinstance(block, Paragraph) and block.role is Role.BODY}
    found: dict[str, list[Line]] = {}
    for _, line in text_lines(lay_out(composed.document, theme, faces).pages):
        size = max((run.size for run in line.runs), default=0.0)
        if line.block in body and size == theme.styles[Role.BODY].size:
            text = "".join(run.text for run in line.runs).strip()
            found.setdefault(line.block, []).append(Line(text, right_edge(line.runs[-1], faces), size))
    return theme.page.left + theme.page.measure, list(found.values())


@pytest.mark.parametrize(("name", "theme"), CASES)
def test_no_line_begins_or_ends_with_a_mark_that_may_not(name: str, theme: str) -> None:
    _, found = paragraphs(name, theme)
    assert sum(map(len, found)) > 10
    assert [line.text for lines in found for line in lines[1:] if line.text[0] in NOT_FIRST] == []
    assert [line.text for lines in found for line in lines[:-1] if line.text[-1] in NOT_LAST] == []


@pytest.mark.parametrize(("name", "theme"), CASES)
def test_no_number_word_or_unit_is_split(name: str, theme: str) -> None:
    _, found = paragraphs(name, theme)
    texts = ["\n".join(line.text for line in lines) for lines in found]
    assert [text for text in texts if SPLIT.search(text)] == []


@pytest.mark.parametrize(("name", "theme"), CASES)
def test_every_justified_line_ends_on_the_measure(name: str, theme: str) -> None:
    right, found = paragraphs(name, theme)
    justified = [line for lines in found for line in lines[:-1]]
    assert len(justified) > 5
    for line in justified:
        over = (line.end - right) / line.size
        # Of a mark at the end, the blank behind its ink may stand out, and nothing that shows.
        blank = line.text[-1] in MARKS and 0.48 <= over <= BLANK + 0.02
        assert abs(over) <= 0.02 or blank, line
