"""Spaces are made even across inlines, and nothing but spaces changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.inline import CrossReference, Inline, Number, Text, plain
from reportgen.origins import BlockId, RecordId
from reportgen.resolve.spacing import evenly_spaced

RECORD = RecordId("图1#1")


def test_a_space_stands_between_chinese_and_a_number() -> None:
    spaced = evenly_spaced((Text("比例为"), Number("86.6%", RECORD), Text("，较上年提升")))
    assert spaced == (Text("比例为 "), Number("86.6%", RECORD), Text("，较上年提升"))


def test_a_space_after_a_number_goes_to_the_words() -> None:
    spaced = evenly_spaced((Number("83.1%", RECORD), Text("的企业")))
    assert spaced == (Number("83.1%", RECORD), Text(" 的企业"))


def test_too_many_spaces_become_one() -> None:
    spaced = evenly_spaced((Text("有  "), Text(" "), Number("432 件", RECORD)))
    assert plain(spaced) == "有 432 件"


def test_words_of_one_style_are_joined_and_empty_ones_dropped() -> None:
    spaced = evenly_spaced((Text("甲"), Text(""), Text("乙"), Text("丙", strong=True)))
    assert spaced == (Text("甲乙"), Text("丙", strong=True))


def test_a_space_that_the_author_typed_between_names_stays() -> None:
    assert plain(evenly_spaced((Text("国家知识产权局 国家版权局"),))) == "国家知识产权局 国家版权局"


INLINES: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Text, st.text("汉字（）a1.% ，", max_size=6), st.booleans()),
    st.builds(lambda text: Number(text, RECORD), st.text("0123456789.%", min_size=1, max_size=4)),
    st.builds(lambda text: CrossReference(text, BlockId("图1")), st.sampled_from(["图 1", "表 12"])),
)


@given(st.lists(INLINES, max_size=8).map(tuple))
def test_only_spaces_change_and_once_is_enough(inlines: tuple[Inline, ...]) -> None:
    spaced = evenly_spaced(inlines)
    assert "".join(plain(spaced).split()) == "".join(plain(inlines).split())
    assert [i.text for i in spaced if not isinstance(i, Text)] == [i.text for i in inlines if not isinstance(i, Text)]
    assert evenly_spaced(spaced) == spaced
