"""Words for changes and their opposites."""

from __future__ import annotations

import pytest

from reportgen.errors import Faulty
from reportgen.prose.directions import ADVERBS, OPPOSITES, POINTS, RATE, read_verb


@pytest.mark.parametrize(("rise", "fall"), OPPOSITES)
@pytest.mark.parametrize("ending", ["", "了"])
@pytest.mark.parametrize("adverb", ["", "大幅", "略"])
def test_each_word_for_a_rise_has_its_opposite(rise: str, fall: str, ending: str, adverb: str) -> None:
    verb = read_verb(adverb + rise + ending, RATE)
    assert (verb.adverb, verb.word(1), verb.word(-1), verb.word(0)) == (adverb, rise + ending, fall + ending, "持平")


@pytest.mark.parametrize("fall", sorted({fall for _, fall in OPPOSITES}))
def test_a_word_for_a_fall_is_understood_too(fall: str) -> None:
    verb = read_verb(fall, POINTS)
    assert verb.word(-1) == fall
    assert verb.word(1) != fall


@pytest.mark.parametrize("adverb", ADVERBS)
def test_an_adverb_alone_keeps_the_usual_words(adverb: str) -> None:
    verb = read_verb(adverb, POINTS)
    assert (verb.adverb, verb.rise, verb.fall) == (adverb, "提升", "下降")


@pytest.mark.parametrize("word", ["飞跃", "了", "提升的", "大幅飞跃"])
def test_other_words_are_refused(word: str) -> None:
    with pytest.raises(Faulty) as caught:
        read_verb(word, RATE)
    assert caught.value.problems[0].code == "prose.no-opposite"
