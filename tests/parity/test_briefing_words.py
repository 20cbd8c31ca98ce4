"""The client's briefing says the same in both files, whichever sentence data choose for it."""

from __future__ import annotations

from functools import cache

import pytest

from reportgen.pipeline import compose
from reportgen.request import Request
from reportgen.resolve.resolve import Resolved
from tests.parity.built import SPEC, Files, written
from tests.parity.reading import disagreements, pdf_blocks
from tests.writers.docx.readback import blocks, plainly, plainly_in_word, without_kinds

FOCUS = ["软件登记", "作品登记"]


@cache
def briefing(focus: str) -> Files:
    """Return the briefing of a client that has to do with `focus`, in both forms."""
    composed = compose(Request(SPEC.parent / "client-briefing.yaml", parameters={"focus": focus}))
    return written(Resolved(composed.document, composed.trail, composed.name, composed.problems))


@pytest.mark.parametrize("focus", FOCUS)
def test_the_pdf_says_what_the_briefing_says(focus: str) -> None:
    files = briefing(focus)
    assert disagreements(pdf_blocks(files.pdf), plainly(files.resolved.document, files.geometry)) == []


@pytest.mark.parametrize("focus", FOCUS)
def test_the_word_file_says_what_the_briefing_says(focus: str) -> None:
    files = briefing(focus)
    assert without_kinds(blocks(files.docx)) == plainly_in_word(files.resolved.document, files.geometry)
