from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.cjk.classes import classes
from reportgen.cjk.prohibition import PROHIBITIONS, Prohibition, break_places, glued, kept_together, may_break

FORBIDDEN = (
    # GB/T 15834 5.1.1, 5.1.2: stops do not begin a line
    *("提高|，", "提高|。", "大|、中", "不足|；", "其中|：", "是吗|？", "好|！"),
    # 5.1.3: closing halves do not begin a line, opening halves do not end one
    *("（甲|）", "《甲|》", "“甲|”", "‘甲|’", "【甲|】", "（|甲", "《|甲", "“|甲", "‘|甲", "【|甲"),
    # 5.1.4, 5.1.5: dashes and ellipses stay whole
    *("系列—|—专题", "等…|…"),
    # 5.1.6, 5.1.7, 5.1.9: connectors, interpuncts and solidi
    *("北京|～上海", "列夫|·托尔斯泰", "甲|/乙", "甲/|乙", "中|-美"),
    # numbers stay whole, with their signs
    *("1|9.13", "19|.13", "19.|13", "1,|063", "46.7|%", "5|‰", "25|℃", "45|°", "￥|12", "−|3.2", "+|5", "±|1", "$|5"),
    # a number and its unit
    *("14.4| 个百分点", "14.4 |个百分点", "14.4 个|百分点", "2024 |年", "2 |月", "28 |日", "432 |件", "1.5 |倍"),
    *("1063 |万余件", "1063 万|余件", "1063 万余|件", "50 |万", "100 万|元", "5|G"),
    # a number and its label
    *("（参见图| 1）", "（参见图 |1）", "表|2", "第| 3 届", "１９|１３"),
    # words stay whole
    *("inter|national", "state|-of-the-art", "state-|of-the-art", "it|’s", "v1|.2", "f|(x)", "(s)|he", "U|.S.", "C|++"),
    *("https:|//example.org", "https:/|/example.org", "https://|example.org", "https://example|.org"),
    # narrow marks
    *("汉字|, 汉", "汉字|. 汉", "(|汉", "(汉|)", "word|—word", "5%|x", "汉字|!"),
    # spaces end the line before them; glue holds
    *("国家| 国家", "国家\u00a0|国家", "国家|\u00a0国家", "e|\u0301a"),
    # two quotations that touch
    "“甲”|“乙”",
)

ALLOWED = (
    *(
        "中|文",
        "，|中",
        "）|中",
        "中|（",
        "“甲”|和",
        "和|“甲”",
        "中|——中",
        "——|中",
        "～|上海",
        "A|股",
        "股|A",
        "国家 |国家",
    ),
    *(
        "hello |world",
        "比例为 |86.6%",
        "86.6% |和",
        "2024 年|2 月",
        "2024 年 |2 月",
        "14.4 个百分点|较",
        "46.4%|（甲",
        "《甲》|《乙》",
    ),
    *("https://example.org/|a/b", "https://example.org/a/|b", "意图|中"),
    *("为 |−3.2%", "list, |item", "图 1）|中", "word—|word", "1) |维权"),
)


def place(example: str) -> tuple[str, int]:
    return example.replace("|", ""), example.index("|")


@pytest.mark.parametrize("example", FORBIDDEN)
def test_no_line_ends_here(example: str) -> None:
    text, offset = place(example)
    assert offset not in break_places(text)


@pytest.mark.parametrize("example", ALLOWED)
def test_a_line_may_end_here(example: str) -> None:
    text, offset = place(example)
    assert offset in break_places(text)


@pytest.mark.parametrize("row", PROHIBITIONS, ids=lambda row: row.example)
def test_each_row_forbids_what_no_other_row_does(row: Prohibition) -> None:
    text, offset = place(row.example)
    kinds = classes(text)
    before, after = kinds[offset - 1], kinds[offset]
    assert not may_break(before, after)
    assert [other for other in PROHIBITIONS if before in other.before and after in other.after] == [row]
    assert row.clause


def test_a_number_and_its_whole_unit_are_one_stretch() -> None:
    text = "计 1063 万余件，较 2021 年提升 2.1 个百分点"
    assert [text[start - 1 : end] for start, end in kept_together(text)] == ["3 万余件", "1 年", "1 个百分点"]


@given(st.text(alphabet="中国ab12.,%，。（）“” —…～", max_size=40))
def test_places_lie_within_the_text_in_order(text: str) -> None:
    places = break_places(text)
    assert list(places) == sorted(set(places))
    assert all(0 < offset < len(text) for offset in places)


@pytest.mark.parametrize(
    ("text", "glued_text"),
    [
        ("参见图 2 和表 10", "参见图\u00a02 和表\u00a010"),
        ("2024 年 3 月提升 14.4 个百分点", "2024\u00a0年 3\u00a0月提升 14.4\u00a0个百分点"),
        ("甲 乙 A 股 5 x", "甲 乙 A 股 5 x"),
        ("没有空格", "没有空格"),
    ],
)
def test_glued_text_has_spaces_that_hold_where_nothing_may_come_apart(text: str, glued_text: str) -> None:
    assert glued(text) == glued_text
