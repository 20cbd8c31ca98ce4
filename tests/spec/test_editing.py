"""Edits change what they are about and leave every other node as it is, the node itself."""

from __future__ import annotations

from typing import get_args

import pytest

from reportgen.spec.blocks import ArticleBlock, Body, ElseBlock, SectionBlock
from reportgen.spec.changing import kind_of
from reportgen.spec.editing import HOLDING, edited, held, id_of, ids, kept, placed, replaced, unpinned, without_empty
from reportgen.spec.part import Part
from reportgen.yaml_source import MappingNode, parse
from reportgen.yaml_source.fields import fields_of, kind_key
from tests.spec.deriving import BASE

BLOCKS: tuple[type[Part], ...] = (SectionBlock, ArticleBlock, *get_args(Body), ElseBlock)


def root(text: str = BASE) -> MappingNode:
    node = parse(text, "a.yaml")
    assert isinstance(node, MappingNode)
    return node


def models_in(wanted: object) -> set[type[Part]]:
    if isinstance(wanted, type) and issubclass(wanted, Part):
        return {wanted}
    return {model for one in get_args(wanted) for model in models_in(one)}


@pytest.mark.parametrize("model", BLOCKS, ids=lambda model: model.__name__)
def test_every_key_that_holds_blocks_is_looked_through(model: type[Part]) -> None:
    holding = {field.key for field in fields_of(model) if any(kind_key(one) for one in models_in(field.wanted))}
    assert holding <= set(HOLDING)


@pytest.mark.parametrize("model", BLOCKS, ids=lambda model: model.__name__)
def test_every_block_is_known_by_its_kind(model: type[Part]) -> None:
    assert kind_of(root(f"{model.kind}: 甲\nid: 乙\n")) == model.kind


def test_what_an_edit_leaves_is_the_same_node() -> None:
    before = root()
    after = edited(before, replaced("图1", ()))
    kept_blocks = {id_of(block): block for block in held(after)}
    assert kept_blocks["专利"] is ids(before)["专利"]
    assert kept_blocks["构成"] is ids(before)["构成"]
    assert "图1" not in kept_blocks


def test_an_edit_of_what_is_not_there_changes_nothing() -> None:
    before = root()
    assert edited(before, placed("图9", before=(before,))) == before


def test_blocks_in_choices_are_found_and_changed() -> None:
    before = root("body:\n- choose:\n  - {when: 甲, text: 一, id: 一}\n  - else: [{text: 二, id: 二}]\n")
    assert list(ids(before)) == ["一", "二"]
    assert list(ids(edited(before, replaced("二", ())))) == ["一"]


def test_keeping_everything_changes_nothing() -> None:
    before = root()
    assert edited(before, kept(["版权", "专利"])) == before


def test_only_figures_lose_their_numbers() -> None:
    after = unpinned(root())
    assert all(block.get("number") is None for block in held(after))
    assert list(ids(after)) == list(ids(root()))


def test_a_row_of_which_one_chart_is_left_is_that_chart() -> None:
    row = root("body:\n- side_by_side: [{chart: line, id: 甲}, {chart: bar, id: 乙}]\n  id: 排\n")
    assert without_empty(row) == row
    assert list(ids(without_empty(edited(row, replaced("甲", ()))))) == ["乙"]
    neither = edited(edited(row, replaced("甲", ())), replaced("乙", ()))
    assert list(held(without_empty(neither))) == []
