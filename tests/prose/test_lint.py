"""The law of typed statistics: what an expression prints is found when it is typed; what the report says else is not."""

from __future__ import annotations

import pytest

from reportgen.prose.evaluate import phrase
from reportgen.prose.lint import known, typed
from reportgen.prose.phrase import plain
from reportgen.prose.samples import scope, source_text
from reportgen.prose.text import Hole, Pieces, TextParagraph, holes, read_line, read_text
from reportgen.prose.wording import WORDINGS

SCOPE = scope()
KNOWN = known(SCOPE)

BULLETIN = """\
{{ year }}调查显示，我国企业专利研发动力持续增强，研发投入力度进一步加大，产学研合作创新更加活跃，专利信息利用更为广泛。

“十四五”以来企业发明专利中研发获取比例保持高位

{{ year }}，我国企业发明专利中通过研发获取的比例为 {{ 研发获取 }}，{{ 研发获取 | 较上年 }}，{{ 研发获取 | 较(2021, 提升了) }}，
“十四五”以来保持平稳提升态势{{ 见.图1 }}。

调查显示，{{ 新兴研发 | 名称 }}领域的企业发明专利中，通过研发获取的比例分别为 {{ 新兴研发 }}，{{ 新兴研发 | 高出总体 }}{{ 见.图3 }}。

小、微型企业研发产生的发明专利中通过合作或委托研发方式获取的比例分别为 {{ 小微合作 }}，明显高于大、中型企业{{ 见.图4 }}。

{{ year }}调查显示，我国企业研发获取的发明专利中，研发经费支出在 {{ 高额经费 | 名称(以及) }}的发明专利比例分别为
{{ 高额经费 }}，{{ 高额经费 | 较上年 }}，均为“十四五”以来最高{{ 见.图5 }}。

分企业规模看，微型企业发明专利研发经费支出不足 10 万元的比例显著高于其他规模企业，达到了 {{ 微型经费 }}，一定程度上反映出
微型企业研发资金相对不足；大、中型企业发明专利研发经费支出在 100 万元以上的比例明显更高{{ 见.图6 }}。

{{ 产学研.企业总体 | 成数 }}企业专利权人开展产学研合作创新

{{ year }}调查显示，与高校或科研单位开展研发合作的企业专利权人比例为 {{ 产学研.企业总体 }}。

分产学研合作方式看，{{ year }}，{{ 首选方式 | 名称 }}的比例最高，为 {{ 首选方式 }}，较上年（{{ 首选方式.上年 }}）
{{ 首选方式 | 变动(提高) }}。其次是{{ 次选方式 | 名称 }}，为 {{ 次选方式 }}，{{ 次选方式 | 较上年(大幅) }}。

{{ 产学研 | 名称 }}领域企业开展产学研合作的比例分别为 {{ 产学研 }}，{{ 产学研 | 倍于总体 }}。

{{ 专利信息.利用 | 成数 }}企业利用专利信息开展研发活动

分企业规模看，大型企业以市场化服务机构及服务产品为主、公共服务机构或公共服务产品为补充的方式获取专利信息的比例最高，为
{{ 专利信息.大型 }}，微型企业全部依靠公共服务获取专利信息的比例最高，为 {{ 专利信息.微型 }}{{ 见.图13 }}。

在企业利用专利信息过程存在的问题中，表示“缺乏可以深度利用专利信息进行检索分析的专业人员”“因为公开和审查周期等原因，
专利信息滞后，在研发最新技术时时效性不足”以及“专利信息不容易理解，专利语言与研发语言有区别”的企业比例相对较高，依次为
{{ 问题 }}，{{ 问题 | 成数(均超过) }}。

2025 年 2 月 28 日，国家版权局发布 {{ year }}全国著作权登记数据，全国著作权登记总量达 {{ 登记.登记总量 | 万余 }}，
{{ 登记.登记总量 | 同比 }}。其中，作品著作权登记 {{ 登记.作品登记 | 万余 }}，{{ 登记.作品登记 | 同比 }}。
{{ 作品类型.前(3) | 名称 }}占据主要部分。计算机软件著作权登记 {{ 登记.软件登记 | 万余 }}，{{ 登记.软件登记 | 同比 }}，
主要集中在东部地区。著作权质权登记 {{ 登记.质权登记 }}，呈现增长，合同和担保金额有所下降。

{{ 登记.近(5) | 起止 }}全国著作权登记情况

自 2025 年 5 月 1 日起施行；《2024 年专利调查报告》（{{ period | 年月 }}）。单笔 1000 万元以下知识产权质押贷款。
"""

SAYS = """\
2024 年调查显示，我国企业专利研发动力持续增强，研发投入力度进一步加大，产学研合作创新更加活跃，专利信息利用更为广泛。
“十四五”以来企业发明专利中研发获取比例保持高位
2024 年，我国企业发明专利中通过研发获取的比例为 86.6%，较上年提升 1.8 个百分点，较 2021 年提升了 2.1 个百分点，“十四五”以来保持平稳提升态势（参见图 1）。
调查显示，战略性新兴产业和未来产业领域的企业发明专利中，通过研发获取的比例分别为 89.7% 和 90.8%，分别高出企业总体 3.1 和 4.2 个百分点（参见图 3）。
小、微型企业研发产生的发明专利中通过合作或委托研发方式获取的比例分别为 8.1% 和 12.8%，明显高于大、中型企业（参见图 4）。
2024 年调查显示，我国企业研发获取的发明专利中，研发经费支出在 50 万～100 万元以及 100 万元以上的发明专利比例分别为18.2% 和 17.8%，分别较上年提升 0.6 和 0.2 个百分点，均为“十四五”以来最高（参见图 5）。
分企业规模看，微型企业发明专利研发经费支出不足 10 万元的比例显著高于其他规模企业，达到了 46.7%，一定程度上反映出微型企业研发资金相对不足；大、中型企业发明专利研发经费支出在 100 万元以上的比例明显更高（参见图 6）。
超四成企业专利权人开展产学研合作创新
2024 年调查显示，与高校或科研单位开展研发合作的企业专利权人比例为 41.0%。
分产学研合作方式看，2024 年，根据企业需要开展联合研究的比例最高，为 47.6%，较上年（42.9%）提高 4.7 个百分点。其次是委托高校或科研单位提供技术咨询或技术服务，为 42.3%，较上年大幅下降 14.4 个百分点。
战略性新兴产业和未来产业领域企业开展产学研合作的比例分别为 60.8% 和 68.1%，分别是企业总体的 1.5 倍和 1.7 倍。
超八成企业利用专利信息开展研发活动
分企业规模看，大型企业以市场化服务机构及服务产品为主、公共服务机构或公共服务产品为补充的方式获取专利信息的比例最高，为43.0%，微型企业全部依靠公共服务获取专利信息的比例最高，为 27.7%（参见图 13）。
在企业利用专利信息过程存在的问题中，表示“缺乏可以深度利用专利信息进行检索分析的专业人员”“因为公开和审查周期等原因，专利信息滞后，在研发最新技术时时效性不足”以及“专利信息不容易理解，专利语言与研发语言有区别”的企业比例相对较高，依次为46.4%、44.4% 和 42.6%，均超过四成。
2025 年 2 月 28 日，国家版权局发布 2024 年全国著作权登记数据，全国著作权登记总量达 1063 万余件，同比增长 19.13%。其中，作品著作权登记 780 万余件，同比增长 21.39%。美术、摄影和文字作品占据主要部分。计算机软件著作权登记 282 万余件，同比增长 13.31%，主要集中在东部地区。著作权质权登记 432 件，呈现增长，合同和担保金额有所下降。
2020—2024 年全国著作权登记情况
自 2025 年 5 月 1 日起施行；《2024 年专利调查报告》（2025 年 3 月）。单笔 1000 万元以下知识产权质押贷款。
"""


def said(pieces: Pieces) -> str:
    return "".join(
        plain(phrase(piece.expression, SCOPE)) if isinstance(piece, Hole) else piece.text for piece in pieces
    )


def found(text: str) -> list[str]:
    return [problem.zh.partition("“")[2][:-1] for problem in typed(read_line(source_text(text)), KNOWN)]


def test_the_sentences_of_a_bulletin_print_as_they_should() -> None:
    passages = read_text(source_text(BULLETIN))
    lines = [said(passage.pieces) for passage in passages if isinstance(passage, TextParagraph)]
    assert "\n".join(lines) + "\n" == SAYS


def test_a_report_without_typed_statistics_has_no_problem() -> None:
    assert typed(read_text(source_text(BULLETIN)), KNOWN) == ()


EXPRESSIONS = sorted({hole.text for hole in holes(read_text(source_text(BULLETIN)))})


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_what_an_expression_prints_is_found_when_typed(expression: str) -> None:
    printed = plain(phrase(source_text(expression), SCOPE))
    before, hole, after = BULLETIN.partition("{{ " + expression + " }}")
    assert hole
    swapped = typed(read_text(source_text(before + printed + after)), KNOWN)
    assert swapped
    assert all(problem.span is not None for problem in swapped)


@pytest.mark.parametrize(
    "expression",
    [example.expression for wording in WORDINGS for example in wording.examples if wording.name not in {"累计期"}],
)
def test_what_a_wording_prints_is_found_when_typed(expression: str) -> None:
    assert found(f"为{plain(phrase(source_text(expression), SCOPE))}的")


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("比例为86.6％", ["86.6％"]),
        ("比例为 ８６.６%", ["８６.６%"]),
        ("百分之八十六点六", ["百分之八十六点六"]),
        ("提升1.8个百分点", ["1.8个百分点"]),
        ("提升一个百分点", ["一个百分点"]),
        ("增长 1.5 倍，是其两倍", ["1.5 倍", "两倍"]),
        ("共 10,630,610 件", ["10,630,610 件"]),
        ("达 780 万件", ["780 万件"]),
        ("约七成企业", ["约七成"]),
        ("见图1，见图 13", ["图1", "图 13"]),
        ("**86.6**%", ["86.6%"]),
        ("2024年", ["2024年"]),
        ("与上年持平", ["持平"]),
        ("美术、摄影及文字作品", ["美术、摄影及文字作品"]),
    ],
)
def test_statistics_are_found_however_they_are_typed(text: str, stretches: list[str]) -> None:
    assert found(text) == stretches


@pytest.mark.parametrize(
    "text",
    [
        "2025 年 3 月 4 日，2024 年一季度，2024 年 5 月，2023 年",
        "《2024 年专利调查报告》《关于印发《2024 年方案》的通知》",
        "一成不变，统一成立，完成，九成熟",
        "1000 万元以下，3 个方面，第 2 期",
        "保持平稳",
        "图 2，图 130",
        "作品登记、登记总量、研发获取比例",
    ],
)
def test_other_numbers_are_nobodys_statistics(text: str) -> None:
    assert found(text) == []


def test_a_problem_stands_where_the_number_stands() -> None:
    (problem,) = typed(read_text(source_text("甲乙\n丙 86.6% 丁 {{ 研发获取 }}")), KNOWN)
    assert problem.span is not None
    assert (problem.span.line, problem.span.column, problem.span.end_column) == (2, 3, 8)
