"""Markup: whatever the text, it stays text, and the result is XML."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reportgen.writers.docx.markup import HOLE, around, element, part, spaced, text, w


@settings(deadline=None)
@given(st.text())
def test_text_comes_back_without_what_xml_cannot_hold(characters: str) -> None:
    read = etree.fromstring(f"<t>{text(characters)}</t>").text or ""
    allowed = [
        c for c in characters if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c >= "\U00010000"
    ]
    # A parser reads every line end as a line feed.
    assert read == "".join(allowed).replace("\r\n", "\n").replace("\r", "\n")


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
def test_an_attribute_comes_back_whole(value: str) -> None:
    assert etree.fromstring(element("e", {"a": value})).get("a") == value


def test_line_ends_in_an_attribute_are_kept() -> None:
    assert etree.fromstring(element("e", {"a": "1\n2\t3\r"})).get("a") == "1\n2\t3\r"


def test_none_leaves_an_attribute_out_and_booleans_are_digits() -> None:
    assert w("b", val=False, on=True, off=None) == '<w:b w:val="0" w:on="1"/>'


def test_an_attribute_may_be_called_name() -> None:
    assert w("style", name="x") == '<w:style w:name="x"/>'


def test_spaces_count() -> None:
    assert spaced("t", " a ") == '<w:t xml:space="preserve"> a </w:t>'


def test_a_part_declares_its_prefixes() -> None:
    root = etree.fromstring(part("w:hdr", "w r", w("p")))
    assert set(root.nsmap) == {"w", "r"}


@given(st.text())
def test_what_stands_around_content_leaves_it_whole(characters: str) -> None:
    content = text(characters)
    before, after = around(w("t", HOLE, space=characters))
    assert HOLE not in content
    if content:
        assert before + content + after == w("t", content, space=characters)
