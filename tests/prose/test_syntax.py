"""What is wrong with the form of an expression: each slip in its own words, at its own place."""

from __future__ import annotations

import pytest

from reportgen.errors import Faulty
from reportgen.prose.language import parse
from reportgen.prose.samples import source_text


@pytest.mark.parametrize(
    ("expression", "column", "zh", "en", "hint"),
    [
        ("研发获取｜较（2021，提升了", 7, "“（”没有合上", "“（” is not closed", ""),
        ("登记[作品登记", 3, "“[”没有合上", "“[” is not closed", ""),
        ("研发获取 | 较(2021))", 15, "“)”没有与它成对的括号", "“)” has no partner", ""),
        ("研发获取｜较(2021]", 7, "“(”没有合上", "“(” is not closed", ""),
        ("研发获取 not", 6, "没有写完", "it is not finished", ""),
        ("研发获取 == ‘没完", 9, "“‘”没有合上", "“‘” is not closed", ""),
        ("研发获取 = 86.6", 6, "“= 86.6”处断了", "it breaks off at “= 86.6”", "=="),
        ("研发 获取", 4, "“获取”处断了", "it breaks off at “获取”", "研发获取"),
        ("登记.作品 登记 | 同比", 7, "“登记 | 同比”处断了", "it breaks off at “登记 | 同比”", "作品登记"),
        ("研发获取 +", 6, "没有写完", "it is not finished", ""),
        ("研发获取 |", 6, "没有写完", "it is not finished", ""),
        ("研发获取 $ 2", 6, "“$ 2”处断了", "it breaks off at “$ 2”", ""),
        ("研发获取..上年", 7, "“上年”处断了", "it breaks off at “上年”", ""),
    ],
)
def test_each_slip_is_told_in_its_own_words(expression: str, column: int, zh: str, en: str, hint: str) -> None:
    with pytest.raises(Faulty) as caught:
        parse(source_text(expression))
    (problem,) = caught.value.problems
    assert problem.span is not None
    assert (problem.code, problem.span.column) == ("prose.syntax", column)
    assert (zh in problem.zh, en in problem.en) == (True, True), (problem.zh, problem.en)
    assert hint in problem.hint_zh
    assert hint in problem.hint_en
    assert "template" not in problem.en


def test_a_sign_of_division_is_told_the_wording_for_shares() -> None:
    with pytest.raises(Faulty) as caught:
        parse(source_text("登记.作品登记 / 登记.登记总量"))
    (problem,) = caught.value.problems
    assert problem.code == "prose.not-allowed"
    assert "| 占(" in problem.zh
    assert "| 占(" in problem.en


def test_a_comma_between_brackets_is_named() -> None:
    with pytest.raises(Faulty) as caught:
        parse(source_text("登记[作品登记, 2019]"))
    (problem,) = caught.value.problems
    assert problem.code == "prose.not-allowed"
    assert "[…][…]" in problem.zh
    assert "[a][b]" in problem.en
