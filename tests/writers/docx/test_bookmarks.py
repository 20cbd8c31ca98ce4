"""Names of bookmarks: valid whatever the id, stable, and different for different ids."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.origins import BlockId
from reportgen.writers.docx.bookmarks import bookmark_name, bookmarks_of
from tests.writers.docx import samples


def test_a_short_plain_id_is_kept() -> None:
    assert bookmark_name(BlockId("研发获取比例")) == "_研发获取比例"


def test_what_word_does_not_allow_is_replaced_and_told_apart() -> None:
    name = bookmark_name(BlockId("专利/heading.1"))
    assert name.startswith("_专利_heading_1_")
    assert name != bookmark_name(BlockId("专利/heading/1"))


@settings(deadline=None)
@given(st.text(min_size=1, max_size=80))
def test_a_name_is_always_one_that_word_takes(identity: str) -> None:
    assert re.fullmatch(r"_\w{0,39}", bookmark_name(BlockId(identity)))


@settings(deadline=None)
@given(st.lists(st.text("ab/._图", min_size=1, max_size=60), unique=True, min_size=2, max_size=8))
def test_different_ids_have_different_names(identities: list[str]) -> None:
    assert len({bookmark_name(BlockId(identity)) for identity in identities}) == len(identities)


def test_only_what_can_be_referred_to_has_one() -> None:
    whole = samples.document(
        samples.heading("h", samples.HEADING_ROLES[0], "专利"),
        samples.paragraph("p", "正文"),
        samples.figure("f", samples.LINE),
        samples.bulletin().blocks[10],
    )
    assert [str(block) for block in bookmarks_of(whole)] == ["h", "f1"]
