"""Caption numbers: live, counted by label, set right where numbers are pinned or left out."""

from __future__ import annotations

from dataclasses import replace

from reportgen.model.block import Caption, CaptionKind, ChartFigure
from reportgen.writers.docx.captions import caption_fields
from tests.writers.docx import samples


def figures(*captions: Caption | None) -> tuple[ChartFigure, ...]:
    return tuple(samples.figure(f"f{index}", samples.LINE, caption) for index, caption in enumerate(captions))


def said(*captions: Caption | None) -> list[str]:
    return list(caption_fields(samples.document(*figures(*captions))).values())


def figure(ordinal: int) -> Caption:
    return samples.caption(CaptionKind.FIGURE, ordinal, "题")


def table(ordinal: int) -> Caption:
    return samples.caption(CaptionKind.TABLE, ordinal, "题")


def test_a_number_that_follows_is_only_counted() -> None:
    assert said(figure(1), figure(2)) == ["SEQ 图 \\* ARABIC", "SEQ 图 \\* ARABIC"]


def test_a_pinned_number_is_set() -> None:
    assert said(figure(1), figure(3), figure(4)) == [
        "SEQ 图 \\* ARABIC",
        "SEQ 图 \\* ARABIC \\r 3",
        "SEQ 图 \\* ARABIC",
    ]


def test_figures_and_tables_count_by_themselves() -> None:
    assert said(figure(1), table(1), figure(2)) == ["SEQ 图 \\* ARABIC", "SEQ 表 \\* ARABIC", "SEQ 图 \\* ARABIC"]


def test_a_figure_without_caption_does_not_count() -> None:
    assert said(None, figure(1)) == ["SEQ 图 \\* ARABIC"]


def test_a_label_cannot_carry_switches() -> None:
    crooked = replace(figure(1), label='图" \\b x')
    assert said(crooked, crooked) == ["SEQ figure \\* ARABIC", "SEQ figure \\* ARABIC \\r 1"]
