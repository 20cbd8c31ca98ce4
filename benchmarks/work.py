"""What is set in a case: the inputs of each side, made by code so that nothing has to be kept.

Every side gets the same words, headings, tables and charts. reportgen starts from its spec and workbooks; the peers
start from `peers.content`, where the words of the bulletin are already worked out.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.chapters import chapters
from benchmarks.peers.content import Block, Content

ROOT = Path(__file__).resolve().parents[1]

_ALTERED = "以下是过去五年间全国著作权登记的数据统计情况，供读者参考。"
"""The paragraph of the bulletin that changes from run to run."""

_MEASURES = ("专利申请", "专利授权", "商标注册", "作品登记", "软件登记", "质押笔数", "维权案件")
_PROBES = 12


@dataclass(frozen=True, slots=True)
class Work:
    """The inputs in a folder: reportgen's spec, the peers' content, and texts that both files must hold."""

    spec: Path
    content: Path
    probes: tuple[str, ...]


def bulletin(folder: Path, environment: Mapping[str, str]) -> Work:
    """Copy the bulletin that ships, and work its words out for the peers."""
    shutil.copytree(ROOT / "specs", folder / "specs")
    work = Work(folder / "specs" / "monthly-bulletin.yaml", folder / "content.json", ())
    command = [sys.executable, "-m", "benchmarks.resolved", str(work.spec), str(work.content)]
    subprocess.run(command, check=True, env=dict(environment), cwd=ROOT)
    content: Content = json.loads(work.content.read_text(encoding="utf-8"))
    texts = [b["text"] for b in content["blocks"] if b["kind"] in {"paragraph", "heading"}]
    captions = [b["caption"] for b in content["blocks"] if b["kind"] in {"chart", "table"}]
    return Work(work.spec, work.content, _probes(texts) + _probes(captions))


def alter(work: Work, run: int) -> None:
    """Change one paragraph of the bulletin on every side, differently for each run."""
    for path in (work.spec, work.content):
        original = path.with_name(f"{path.name}.original")
        if not original.exists():
            shutil.copy(path, original)
        text = original.read_text(encoding="utf-8")
        if text.count(_ALTERED) != 1:
            msg = f"{path} does not hold the paragraph that is to be changed exactly once"
            raise ValueError(msg)
        path.write_text(text.replace(_ALTERED, f"{_ALTERED}第{'一二三四五六七八九十'[run % 10]}稿。"), encoding="utf-8")


def book(folder: Path, characters: int) -> Work:
    """Write a book: chapters of a heading and paragraphs, nothing else."""
    spec = ["reportgen: 1", "title: 大部头", "output: book", "body:"]
    blocks: list[Block] = [
        {"kind": "paragraph", "role": "title", "text": "大部头"},
        {"kind": "contents", "title": "目录", "depth": 3},
    ]
    texts: list[str] = []
    for chapter in chapters(characters):
        spec += [f'  - heading: "{chapter.heading}"', "    numbered: false", "    quoted: true", "    body:"]
        spec += ["      - text: |", *(f"          {paragraph}\n" for paragraph in chapter.paragraphs)]
        blocks.append({"kind": "heading", "level": 1, "text": chapter.heading})
        blocks += [{"kind": "paragraph", "role": "body", "text": text} for text in chapter.paragraphs]
        texts += chapter.paragraphs
    return _written(folder, spec, {"title": "大部头", "blocks": blocks}, _probes(texts))


def table(folder: Path, rows: int) -> Work:
    """Write a workbook with one large sheet, a column of labels and seven of numbers, and the report of it."""
    import xlsxwriter  # noqa: PLC0415 - the measuring process stays small

    choice = Random(1)
    path = folder / "large.xlsx"
    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet("名录")
    sheet.write_row(0, 0, ["企业", *_MEASURES])
    probes: list[str] = []
    for row in range(1, rows + 1):
        numbers = [choice.randint(100_000, 999_999) for _ in _MEASURES]
        sheet.write_row(row, 0, [f"第{row}号企业", *numbers])
        if row % max(1, rows // 2) == 0:
            probes += map(str, numbers)
    workbook.close()
    spec = ["reportgen: 1", "title: 大表", "output: table", "workbooks: {名录: large.xlsx}", "data: {企业: 名录!名录}"]
    spec += ["body:", "  - table: 企业", "    caption: 企业名录"]
    blocks: list[Block] = [
        {"kind": "paragraph", "role": "title", "text": "大表"},
        {"kind": "sheet", "caption": "表 1  企业名录", "workbook": str(path), "sheet": "名录"},
    ]
    return _written(folder, [*spec, "contents: false"], {"title": "大表", "blocks": blocks}, tuple(probes))


def _written(folder: Path, spec: list[str], content: Content, probes: tuple[str, ...]) -> Work:
    work = Work(folder / "report.yaml", folder / "content.json", probes)
    work.spec.write_text("\n".join(spec) + "\n", encoding="utf-8")
    work.content.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return work


def _probes(texts: list[str]) -> tuple[str, ...]:
    """Return the ends of some texts, spread over all: beginnings may hold numbers, which Word counts live."""
    step = max(1, len(texts) // _PROBES)
    return tuple(text[-10:] for text in texts[::step])
