"""Included articles, boxes, pictures and page breaks: what each becomes in the document, at the right depth."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.conventions.load import load_conventions
from reportgen.model.block import Block, Box, Heading, ImageFigure, ListBlock, PageBreak, Paragraph
from reportgen.model.inline import plain
from reportgen.model.picture import Picture, PictureFormat
from reportgen.prose.samples import source_text
from reportgen.prose.text import read_article
from reportgen.resolve.inclusion import stretches
from reportgen.resolve.resolve import Resolved, resolve
from reportgen.spec.load import load_spec

HEAD = """\
reportgen: 1
title: 月报
contents: false
"""
PICTURE = Picture(PictureFormat.PNG, b"", 40, 30, grey=False, digest="0")


def resolved(folder: Path, body: str, article: str = "") -> Resolved:
    """Return a report whose content is `body`, with `article` in a file beside it."""
    (folder / "a.yaml").write_text(HEAD + body, encoding="utf-8")
    (folder / "a.md").write_text(article, encoding="utf-8")
    spec = load_spec(folder / "a.yaml")
    return resolve(spec, load_conventions("bulletin"), {}, (), pictures={"a.png": PICTURE})


def shown(blocks: tuple[Block, ...]) -> list[str]:
    """Return blocks as lines: level, role and number of a heading, role of a paragraph, words."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Heading():
                number = block.number.text if block.number else ""
                lines.append(f"{block.id} {block.role} {block.level} {number}{plain(block.inlines)}")
            case Paragraph():
                lines.append(f"{block.id} {block.role} {plain(block.inlines)}")
            case ListBlock():
                lines += [f"{block.id} {block.role} {item.marker}{plain(item.inlines)}" for item in block.items]
            case Box():
                lines += [f"{block.id} {block.role} {plain(block.title)}", *shown(block.parts)]
            case ImageFigure():
                lines.append(f"{block.id} {block.role} {block.alt}")
            case PageBreak():
                lines.append(f"{block.id} break")
            case _:
                lines.append(type(block).__name__)
    return lines


ARTICLE = "总说。\n\n# 一\n\n文一。\n\n## 一之一\n\n- 甲\n\n## 一之二\n\n# 二\n\n文二。\n"


def test_where_articles_stand_the_outermost_headings_are_their_titles(tmp_path: Path) -> None:
    body = "sections:\n- section: 栏\n  id: 栏\n  body:\n  - {include: a.md, id: 入, numbered: true}\n"
    assert shown(resolved(tmp_path, body, ARTICLE).document.blocks)[1:] == [
        "栏 section 1 栏",
        "入 body 总说。",
        "入/heading1 article 2 一",
        "入/text1 body 文一。",
        "入/heading2 heading-1 3 （一）一之一",
        "入/text2 list-item • 甲",
        "入/heading3 heading-1 3 （二）一之二",
        "入/heading4 article 2 二",
        "入/text4 body 文二。",
    ]


def test_within_an_article_they_count_on_with_the_headings_around(tmp_path: Path) -> None:
    body = (
        "body:\n- article: 文\n  id: 文\n  body:\n  - heading: 前\n    id: 前\n"
        "  - {include: a.md, id: 入, numbered: true}\n  - heading: 后\n    id: 后\n"
    )
    assert shown(resolved(tmp_path, body, ARTICLE).document.blocks)[1:] == [
        "文 article 1 文",
        "前 heading-1 2 （一）前",
        "入 body 总说。",
        "入/heading1 heading-1 2 （二）一",
        "入/text1 body 文一。",
        "入/heading2 heading-2 3 1. 一之一",
        "入/text2 list-item • 甲",
        "入/heading3 heading-2 3 2. 一之二",
        "入/heading4 heading-1 2 （三）二",
        "入/text4 body 文二。",
        "后 heading-1 2 （四）后",
    ]


def test_without_numbers_they_are_not_counted(tmp_path: Path) -> None:
    body = "body:\n- article: 文\n  body:\n  - {include: a.md, id: 入}\n  - heading: 后\n    id: 后\n"
    lines = shown(resolved(tmp_path, body, ARTICLE).document.blocks)
    assert "入/heading1 heading-1 2 一" in lines
    assert lines[-1] == "后 heading-1 2 （一）后"


def test_problems_lie_in_the_article_with_its_places(tmp_path: Path) -> None:
    found = resolved(tmp_path, "body:\n- include: a.md\n", "# 题\n\n甲 {{ 没有 }}。\n")
    assert [(str(problem.span), problem.fatal) for problem in found.problems] == [("a.md:3:6", True)]
    found = resolved(tmp_path, "body:\n- include: a.md\n", "# 题\n\n---\n")
    assert [(str(problem.span), problem.code) for problem in found.problems] == [("a.md:3:1", "prose.article-block")]


def test_statistics_typed_by_hand_are_found_unless_the_article_is_quoted(tmp_path: Path) -> None:
    said = "# 提升 12.5%\n\n下降 3.5 个百分点。\n"
    found = resolved(tmp_path, "body:\n- include: a.md\n", said)
    assert [str(problem.span).split(":")[1] for problem in found.problems] == ["1", "3"]
    assert resolved(tmp_path, "body:\n- {include: a.md, quoted: true}\n", said).problems == ()


def test_a_condition_leaves_a_whole_article_out(tmp_path: Path) -> None:
    lines = shown(resolved(tmp_path, "body:\n- {include: a.md, when: 1 > 2}\n- text: 后\n", ARTICLE).document.blocks)
    assert lines[1:] == ["text1 body 后"]


@pytest.mark.parametrize(
    ("article", "depths"),
    [
        ("文\n", [0]),
        ("# 甲\n\n# 乙\n", [0, 0, 0]),
        ("## 甲\n\n#### 乙\n\n### 丙\n\n# 丁\n\n## 戊\n", [0, 0, 1, 1, 0, 1]),
    ],
)
def test_no_level_is_skipped(article: str, depths: list[int]) -> None:
    assert [stretch.depth for stretch in stretches(read_article(source_text(article)))] == depths


def test_a_box_holds_paragraphs_and_lists_and_its_records_are_its_own(tmp_path: Path) -> None:
    body = "body:\n- id: 框\n  title: 要点\n  box: |\n    甲。\n\n    1) 乙\n    2) 丙\n"
    found = resolved(tmp_path, body)
    assert shown(found.document.blocks)[1:] == [
        "框 box-text 要点",
        "框/1 box-text 甲。",
        "框/2 box-text 1) 乙",
        "框/2 box-text 2) 丙",
    ]


def test_a_typed_statistic_in_a_box_is_found(tmp_path: Path) -> None:
    found = resolved(tmp_path, "body:\n- box: 提升 12.5%。\n  title: 下降 3.5%\n")
    assert len(found.problems) == 2


def test_a_picture_takes_its_words_from_alt_or_caption(tmp_path: Path) -> None:
    body = (
        "body:\n- {image: a.png, caption: 甲, id: 甲, width: 40%}\n"
        "- {image: a.png, caption: 乙, alt: 画着乙, note: 示意。, width: 72pt}\n- {image: a.png, alt: 画着丙}\n"
        "- text: 见{{ ref.甲 }}。\n"
    )
    blocks = resolved(tmp_path, body).document.blocks
    figures = [block for block in blocks if isinstance(block, ImageFigure)]
    assert [figure.alt for figure in figures] == ["甲", "画着乙", "画着丙"]
    assert [figure.caption.reference if figure.caption else "" for figure in figures] == ["图 1", "图 2", ""]
    assert [(figure.share, figure.width) for figure in figures] == [(0.4, None), (None, 72.0), (None, None)]
    assert [plain(note) for figure in figures for note in figure.notes] == ["注：示意。"]
    assert shown(blocks)[-1] == "text1 body 见图 1。"


def test_a_picture_that_could_not_be_read_is_left_out_quietly(tmp_path: Path) -> None:
    found = resolved(tmp_path, "body:\n- {image: b.png, caption: 乙}\n- {image: a.png, caption: 甲}\n")
    assert found.problems == ()
    assert [block.id for block in found.document.blocks][1:] == ["image2"]


def test_a_page_break_is_a_block(tmp_path: Path) -> None:
    found = resolved(tmp_path, "body:\n- text: 甲\n- break: page\n- text: 乙\n")
    assert shown(found.document.blocks)[1:] == ["text1 body 甲", "break1 break", "text2 body 乙"]
