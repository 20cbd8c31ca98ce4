"""The form of expressions: tokens know their places, widths do not matter, and size is bounded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import nodes

from reportgen.errors import Faulty
from reportgen.prose.language import MOST_CHARACTERS, half_width, names_in, parse
from reportgen.prose.samples import source_text


def test_nodes_know_where_their_names_stand() -> None:
    tree = parse(source_text("登记.作品登记[2021] | 较(上年)"))
    assert isinstance(tree.root, nodes.Filter)
    item = tree.root.node
    assert isinstance(item, nodes.Getitem)
    part = item.node
    assert isinstance(part, nodes.Getattr)
    places = [(tree.span(node).column, tree.span(node).end_column) for node in (tree.root, item, part, part.node)]
    assert places == [(17, 18), (9, 13), (4, 8), (1, 3)]


def test_names_are_listed_once() -> None:
    assert names_in(parse(source_text("甲.乙 + 丙 == 甲[丁]"))) == ("甲", "丙", "丁")
    assert names_in(parse(source_text("甲"))) == ("甲",)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("甲（１，“乙”）｜丙", '甲(1,"乙")|丙'),
        ("‘（原样，）’", "'（原样，）'"),
        ('"（原样）"', '"（原样）"'),
        ("“没完（", '"没完（'),
        ("甲\n乙\r\u3000丙", "甲 乙  丙"),
    ],
)
def test_full_width_signs_outside_quotes(typed: str, read: str) -> None:
    assert half_width(typed) == read


@given(st.text(max_size=80))
def test_reading_widths_moves_nothing(text: str) -> None:
    assert len(half_width(text)) == len(text)


def test_size_is_bounded_before_anything_is_parsed() -> None:
    with pytest.raises(Faulty) as caught:
        parse(source_text("甲" * (MOST_CHARACTERS + 1)))
    assert caught.value.problems[0].code == "prose.too-long"
