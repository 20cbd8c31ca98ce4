"""Figures: size, description, and what stands below them and with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.model.block import CaptionKind
from reportgen.model.inline import CrossReference, Text
from reportgen.origins import BlockId
from reportgen.roles import Role
from reportgen.writers.docx import write_docx
from tests.writers.docx import samples
from tests.writers.docx.archive import written
from tests.writers.docx.outline import outline

CAPTION = samples.caption(CaptionKind.FIGURE, 1, "题")


def lines(*notes: str, caption: bool = True) -> list[str]:
    return outline(written(samples.figure("f", samples.LINE, CAPTION if caption else None, *notes))).splitlines()


def test_size_and_description() -> None:
    (only,) = lines(caption=False)
    assert only == "Figure (spacing before=0): drawing 5016500×2235200 一张图：2024 年 86.6%"


@pytest.mark.parametrize(
    ("notes", "caption", "held"),
    [
        ((), True, [True, False]),
        (("甲", "乙"), True, [True, True, True, False]),
        (("甲",), False, [True, False]),
        (("",), True, [True, False]),
    ],
)
def test_it_stays_with_its_caption_and_notes(notes: tuple[str, ...], caption: bool, held: list[bool]) -> None:
    rows = tuple(samples.words(note) if note else () for note in notes)
    block = replace(samples.figure("f", samples.LINE, CAPTION if caption else None), notes=rows)
    assert ["keepNext" in line for line in outline(written(block)).splitlines()] == held


def test_a_style_that_keeps_with_the_next_is_overruled_below_a_figure() -> None:
    styles = {**samples.STYLES, Role.CAPTION: replace(samples.STYLES[Role.CAPTION], keep_next=True)}
    whole = samples.document(samples.figure("f", samples.LINE, CAPTION))
    content = write_docx(whole, samples.geometry(whole), replace(samples.THEME, styles=styles))
    assert "keepNext val=0" in outline(content)


def test_the_caption_is_live_and_marked_for_references() -> None:
    assert lines()[1].endswith(": 、图|␣|<_f |{|SEQ 图 \\* ARABIC|:|1|}|>|  |、题")


def test_a_caption_may_hold_references_and_accents() -> None:
    said = replace(CAPTION, inlines=(Text("见", strong=True), CrossReference("图 1", BlockId("f"))))
    told = outline(written(samples.figure("f", samples.LINE, said)))
    assert told.splitlines()[1].endswith("|*、见*|[、图|␣|{|REF _f \\h|:|1|}](_f)")


def test_a_floated_figure_stands_behind_the_text_that_fills_its_place() -> None:
    text = samples.paragraph("后", "后文"), samples.heading("题", Role.HEADING_1, "题"), samples.paragraph("末", "末文")
    whole = samples.document(samples.figure("f", samples.LINE), *text, samples.paragraph("尾", "尾文"))
    geometry = replace(samples.geometry(whole), floated={BlockId("f"): BlockId("末")})
    told = outline(write_docx(whole, geometry, samples.THEME))
    assert [told.index(word) for word in ("后文", "末文", "drawing", "尾文")] == sorted(
        told.index(word) for word in ("后文", "末文", "drawing", "尾文")
    )
