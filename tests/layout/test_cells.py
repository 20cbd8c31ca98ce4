"""Cells measured: what is composed once for many is what each of them would be by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.layout.cells import draft, kind_of
from reportgen.layout.flows import SetLines
from reportgen.layout.setting import Setting
from reportgen.model.block import Cell
from reportgen.model.inline import Text
from reportgen.roles import Role
from reportgen.theme.look import Alignment, Style
from tests.layout.documents import FakeFace, fake_faces, words
from tests.layout.looks import small_theme

THEME = small_theme()
STYLE = THEME.styles[Role.TABLE_LABEL]
SETTING = Setting(THEME, fake_faces(THEME), frozenset(), "续表")

MIXED = st.text("一二号企业012年月A b（）“”，…—·.%-万/", max_size=8)


@dataclass(frozen=True, slots=True)
class UnevenFace(FakeFace):
    """A face in which 1 and 丨 are narrower than their like."""

    def advances(self, text: str) -> list[float]:
        return [{"1": 0.3, "丨": 0.7}.get(char, 1.0 if char >= "⺀" else 0.5) for char in text]


def composed(texts: list[str], setting: Setting = SETTING, style: Style = STYLE) -> list[tuple[float, SetLines | str]]:
    kind = kind_of(style, setting)
    made = [draft(Cell(words(text)), 0, kind, Alignment.LEFT, setting) for text in texts]
    return [(one.width, one.text) for one in made]


@given(st.lists(MIXED, max_size=6))
def test_texts_composed_together_are_as_each_by_itself(texts: list[str]) -> None:
    for style in (STYLE, replace(STYLE, pair_spread_em=1.0), replace(STYLE, spread_em=0.5)):
        assert composed(texts, style=style) == [composed([text], style=style)[0] for text in texts]


def test_characters_of_another_width_are_not_taken_for_their_like() -> None:
    faces = dict.fromkeys(THEME.face_names(), UnevenFace())
    setting = Setting(THEME, faces, frozenset(), "续表")
    texts = ["第2号", "第1号", "丨2号"]
    widths = [width for width, _ in composed(texts, setting)]
    assert widths == [composed([text], setting)[0][0] for text in texts]
    em = STYLE.size
    assert [widths[0] - widths[1], widths[0] - widths[2]] == pytest.approx([0.2 * em, 0.3 * em])


def test_a_strong_label_is_set_in_its_own_face() -> None:
    kind = kind_of(STYLE, SETTING)
    cells = [Cell(words("甲")), Cell((Text("乙", strong=True),))]
    plain, strong = (draft(cell, 0, kind, Alignment.LEFT, SETTING).text for cell in cells)
    assert isinstance(plain, SetLines)
    assert isinstance(strong, SetLines)
    pair = THEME.faces(STYLE, bold=True)
    assert strong.text.inks[0].face == pair.east_asian != plain.text.inks[0].face
