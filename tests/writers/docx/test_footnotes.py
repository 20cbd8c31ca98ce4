"""Footnotes: a part of their own, live numbers, links of their own, and nothing where there are none."""

from __future__ import annotations

from lxml import etree

from reportgen.model.inline import Link
from tests.writers.docx import samples
from tests.writers.docx.archive import members, tree_of, written
from tests.writers.docx.outline import outline
from tests.writers.docx.package_rules import faults

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTED = samples.paragraph(
    "p", "甲", samples.footnote(1), "乙", samples.footnote(2, "见", Link("处", "https://a.cn")), "。"
)


def values(tree: etree._Element, name: str) -> list[str]:
    return [str(e.get(W + "id")) for e in tree.iter(W + name)]


def test_markers_and_notes_carry_the_same_numbers() -> None:
    content = written(NOTED)
    assert values(tree_of(content, "word/document.xml"), "footnoteReference") == ["1", "2"]
    notes = tree_of(content, "word/footnotes.xml")
    assert values(notes, "footnote") == ["-1", "0", "1", "2"]
    assert len(list(notes.iter(W + "footnoteRef"))) == 2
    assert faults(content) == []


def test_separators_are_named_by_the_settings() -> None:
    content = written(NOTED)
    named = tree_of(content, "word/settings.xml").find(W + "footnotePr")
    assert named is not None
    assert values(named, "footnote") == ["-1", "0"]
    kinds = [note.get(W + "type") for note in tree_of(content, "word/footnotes.xml")]
    assert kinds == ["separator", "continuationSeparator", None, None]


def test_the_marker_is_lifted_by_its_style() -> None:
    content = written(NOTED)
    assert "甲|~FootnoteReference ^1~|、乙" in outline(content)
    (style,) = tree_of(content, "word/styles.xml").findall(f"{W}style[@{W}styleId='FootnoteReference']")
    assert [e.get(W + "val") for e in style.iter(W + "vertAlign")] == ["superscript"]


def test_a_link_in_a_note_is_a_relationship_of_the_notes() -> None:
    content = written(NOTED)
    related = tree_of(content, "word/_rels/footnotes.xml.rels")
    assert [str(e.get("Target")) for e in related] == ["https://a.cn"]
    assert len(list(tree_of(content, "word/footnotes.xml").iter(W + "hyperlink"))) == 1


def test_without_footnotes_there_is_no_such_part() -> None:
    content = written(samples.paragraph("p", "甲"))
    assert "word/footnotes.xml" not in members(content)
    assert tree_of(content, "word/settings.xml").find(W + "footnotePr") is None


def test_a_paragraph_of_a_marker_alone_is_not_left_out() -> None:
    content = written(samples.paragraph("p", samples.footnote(1)))
    assert values(tree_of(content, "word/document.xml"), "footnoteReference") == ["1"]
