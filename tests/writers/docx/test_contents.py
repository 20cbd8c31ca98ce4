"""The table of contents: a field whose entries are complete, each a link to its heading."""

from __future__ import annotations

from dataclasses import replace

from reportgen.model.block import Contents
from reportgen.origins import BlockId
from reportgen.roles import Role
from reportgen.writers.docx import write_docx
from tests.writers.docx import samples
from tests.writers.docx.archive import written
from tests.writers.docx.outline import outline
from tests.writers.docx.package_rules import faults

CONTENTS = Contents(BlockId("c"), Role.CONTENTS_TITLE, samples.SPAN, "目录", 3)
HEADINGS = (
    samples.heading("s", Role.SECTION, "专利"),
    samples.heading("a", Role.ARTICLE, "其一"),
    samples.heading("h", Role.HEADING_1, "甲", 1),
    samples.heading("i", Role.HEADING_2, "乙", 1, 1),
)


def entries(block: Contents) -> list[str]:
    return [line for line in outline(written(block, *HEADINGS)).splitlines() if line.startswith("TOC")]


def test_pages_are_those_that_layout_counted() -> None:
    whole = samples.document(CONTENTS, *HEADINGS)
    geometry = replace(samples.geometry(whole), pages_of={b.id: str(7 + n) for n, b in enumerate(whole.blocks)})
    told = outline(write_docx(whole, geometry, samples.THEME))
    assert "|{|PAGEREF _s \\h|:|8|}" in told
    assert "|{|PAGEREF _h \\h|:|10|}" in told


def test_headings_down_to_the_depth_are_listed_with_their_numbers() -> None:
    assert [line.split(":")[0] for line in entries(CONTENTS)] == [
        "TOCHeading (spacing before=0)",
        "TOC1",
        "TOC2",
        "TOC3",
    ]
    assert "（一）甲" in entries(CONTENTS)[-1]
    assert len(entries(replace(CONTENTS, depth=1))) == 2


def test_the_field_spans_all_entries() -> None:
    told = entries(replace(CONTENTS, depth=2))
    assert told[1].startswith('TOC1: {|TOC \\o "1-2" \\h \\z \\u|:|')
    assert told[2].endswith("|}")


def test_deeper_levels_share_the_last_style() -> None:
    assert entries(replace(CONTENTS, depth=4))[-1].startswith("TOC3: ")


def test_without_headings_there_is_a_title_and_no_field() -> None:
    content = written(CONTENTS)
    assert outline(content) == "TOCHeading (spacing before=0): 、目‹210›|、录\n"
    assert faults(content) == []


def test_without_a_title_there_are_entries_alone() -> None:
    assert entries(replace(CONTENTS, title=""))[0].startswith("TOC1")


def test_a_heading_that_says_nothing_has_no_entry() -> None:
    told = outline(written(CONTENTS, *HEADINGS, samples.heading("n", Role.HEADING_1, " ")))
    assert len([line for line in told.splitlines() if line.startswith("TOC")]) == len(entries(CONTENTS))
