"""Made-up Chinese text of any length: the same from the same seed, varied enough that no two paragraphs are alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

_WHO = (
    "有关部门", "地方政府", "服务机构", "大型企业", "中小企业", "科研院所", "高等学校", "行业协会", "金融机构",
    "审查部门", "登记机关", "专业人员", "发明人", "权利人", "试点城市", "产业园区", "创新主体", "代理机构",
    "仲裁机构", "海关",
)  # fmt: skip
_WHAT = (
    "专利布局", "研发投入", "成果转化", "信息利用", "质押融资", "登记流程", "审查周期", "保护体系", "合作机制",
    "人才培养", "数据标准", "价值评估", "公共服务", "风险预警", "维权援助", "国际规则", "商标品牌", "版权交易",
    "地理标志", "技术秘密", "集成电路布图", "植物新品种", "开放许可", "PCT 国际申请", "AI 辅助检索",
)  # fmt: skip
_DOES = (
    "持续完善", "积极探索", "稳步推进", "着力提升", "统筹安排", "及时更新", "深入研究", "广泛应用", "有效衔接",
    "逐步规范", "重点支持", "全面梳理", "主动公开", "严格执行", "分类指导", "定期评估", "联合开展", "优先考虑",
    "充分论证", "妥善处理",
)  # fmt: skip
_WHY = (
    "以适应新的形势", "从而降低了成本", "使周期明显缩短", "为后续工作打下基础", "并取得初步成效",
    "但仍有提升空间", "这一点已成为共识", "反映出需求正在变化", "其经验值得推广", "有助于稳定预期",
)  # fmt: skip
_OPENINGS = (
    "2024 年，",
    "“十四五”以来，",
    "总的来看，",
    "与此同时，",
    "近 5 年来，",
    "据介绍，",
    "",
    "",
    "其中，",
    "不过，",
)
_FORMS = (
    "{opening}{who}{does}{what}，{why}。",
    "{opening}{who}和{other}在{what}方面{does}{more}（如{third}），{why}。",
    "{opening}围绕“{what}”这一主题，{who}{does}{more}；{other}也表示，{why}。",
    "{opening}{who}认为：{what}、{more}和{third}三者相辅相成，{why}。",
    "《关于{what}的意见》要求{who}{does}{more}，占比达到 {share}%，{why}。",
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading and the paragraphs under it."""

    heading: str
    paragraphs: tuple[str, ...]


def chapters(characters: int, *, seed: int = 1) -> Iterator[Chapter]:
    """Yield chapters of a few thousand characters until they hold `characters`."""
    choice = Random(seed)
    left = characters
    number = 0
    while left > 0:
        number += 1
        heading = f"{choice.choice(_WHO)}{choice.choice(_DOES)}{choice.choice(_WHAT)}的情况"
        paragraphs = tuple(_paragraph(choice) for _ in range(choice.randint(8, 14)))
        left -= len(heading) + sum(map(len, paragraphs))
        yield Chapter(heading, paragraphs)


def _paragraph(choice: Random) -> str:
    return "".join(_sentence(choice) for _ in range(choice.randint(3, 8)))


def _sentence(choice: Random) -> str:
    who, other = choice.sample(_WHO, 2)
    what, more, third = choice.sample(_WHAT, 3)
    return choice.choice(_FORMS).format(
        opening=choice.choice(_OPENINGS),
        who=who,
        other=other,
        what=what,
        more=more,
        third=third,
        does=choice.choice(_DOES),
        why=choice.choice(_WHY),
        share=choice.randint(10, 990) / 10,
    )
