"""What is set in a case: the inputs of each side, made by code so that nothing has to be kept.

Every side gets the same words, headings, tables and charts. reportgen starts from its spec and workbooks; the peers
start from `peers.content`, where the words of the bulletin are already worked out.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
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
    """The inputs: reportgen's specs, the peers' contents, and texts that the files of each kind must hold."""

    specs: tuple[Path, ...]
    contents: tuple[Path, ...]
    probes: tuple[str, ...]


def bulletin(folder: Path, environment: Mapping[str, str]) -> Work:
    """Copy the bulletin that ships, and work its words out for the peers."""
    shutil.copytree(ROOT / "specs", folder / "specs")
    return _resolved(folder, [folder / "specs" / "monthly-bulletin.yaml"], environment)


def alter(work: Work, run: int) -> None:
    """Change one paragraph of the bulletin on every side, differently for each run."""
    for path in (*work.specs, *work.contents):
        original = path.with_name(f"{path.name}.original")
        if not original.exists():
            shutil.copy(path, original)
        text = original.read_text(encoding="utf-8")
        if text.count(_ALTERED) != 1:
            msg = f"{path} does not hold the paragraph that is to be changed exactly once"
            raise ValueError(msg)
        path.write_text(text.replace(_ALTERED, f"{_ALTERED}第{'一二三四五六七八九十'[run % 10]}稿。"), encoding="utf-8")


def book(folder: Path, characters: int) -> Work:
    """Write a book: an article to include for each chapter, a heading and paragraphs, nothing else."""
    spec = ["reportgen: 1", "title: 大部头", "output: book", "body:"]
    blocks: list[Block] = [
        {"kind": "paragraph", "role": "title", "text": "大部头"},
        {"kind": "contents", "title": "目录", "depth": 3},
    ]
    texts: list[str] = []
    for number, chapter in enumerate(chapters(characters), 1):
        article = f"chapter-{number:03}.md"
        (folder / article).write_text("\n\n".join((f"# {chapter.heading}", *chapter.paragraphs)), encoding="utf-8")
        spec += [f"  - include: {article}", "    quoted: true"]
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


def briefings(folder: Path, environment: Mapping[str, str], count: int, *, resolve: bool = True) -> Work:
    """Write a batch of clients' briefings: three pages, four charts and a table each, a workbook for each client.

    With `resolve` their words are worked out for the peers.
    """
    import xlsxwriter  # noqa: PLC0415 - the measuring process stays small

    choice = Random(1)
    clients = xlsxwriter.Workbook(str(folder / "clients.xlsx"))
    sheet = clients.add_worksheet("名单")
    sheet.write_row(0, 0, ("number", *_WORDS))
    for number, text in zip(range(1, count + 1), chapters(count * 6000), strict=False):
        client_workbook(folder / f"client-{number:04}.xlsx", choice)
        for column, value in enumerate((f"{number:04}", *text.paragraphs[: len(_WORDS)])):
            sheet.write_string(number, column, value)
    clients.close()
    (folder / "briefing.yaml").write_text(_briefing(), encoding="utf-8")
    batch = folder / "clients.yaml"
    batch.write_text(_BATCH, encoding="utf-8")
    return _resolved(folder, [batch], environment) if resolve else Work((batch,), (), ())


_WORDS = ("first", "second", "third", "fourth", "fifth")
"""Parameters of a briefing: what the account manager has to say to the client."""

_BATCH = """\
batch: 1
spec: briefing.yaml
rows: clients.xlsx!名单
workbooks: {客户: "client-{number}.xlsx"}
"""

_BRIEFING = """\
reportgen: 1
title: 第 {{ number }} 号客户知识产权简报
output: "{{ number }}"
contents: false
params:
  year: {type: year, default: 2024}
  number: {type: text, required: true}
WORDS
workbooks:
  客户: {path: client-0001.xlsx, period: year}
data:
  走势: 客户!走势
  分布: {from: 客户!分布, sort: desc}
  构成: 客户!构成
body:
  - heading: 总体情况
    quoted: true
    body:
      - text: |
          {{ year }}，专利申请 {{ 走势.专利申请 }}，{{ 走势.专利申请 | 同比 }}。{{ first }}
      - {chart: line, data: 走势, caption: 各项业务走势}
      - {table: 走势, caption: 各项业务数量}
      - {chart: column, data: 走势, last: 4, stacked: true, caption: 各项业务合计}
  - heading: 地区与构成
    quoted: true
    body:
      - text: |
          {{ second }}

          {{ third }}

          {{ fourth }}

          {{ fifth }}
      - {chart: bar, data: 分布, caption: 地区分布}
      - {chart: pie, data: 构成, caption: 类型构成}
"""


def _briefing() -> str:
    words = "\n".join(f"  {name}: {{type: text, required: true}}" for name in _WORDS)
    return _BRIEFING.replace("WORDS", words)


def client_workbook(path: Path, choice: Random) -> None:
    """Write a client's workbook: a series of years, a distribution by place, shares that make up a whole."""
    import xlsxwriter  # noqa: PLC0415 - as above

    workbook = xlsxwriter.Workbook(str(path))
    years = [(f"{year}年", *(choice.randint(100, 900) for _ in range(3))) for year in range(2019, 2025)]
    places = [(place, choice.randint(10, 400)) for place in ("北京", "上海", "广东", "江苏", "浙江", "四川")]
    first, second = choice.randint(30, 50), choice.randint(20, 30)
    shares = [("发明", first), ("实用新型", second), ("外观设计", 100 - first - second)]
    for name, unit, header, rows in (
        ("走势", "件", ("年份", "专利申请", "商标注册", "作品登记"), years),
        ("分布", "件", ("地区", "2024年"), places),
        ("构成", "%", ("类型", "2024年"), shares),
    ):
        sheet = workbook.add_worksheet(name)
        sheet.write(0, 0, f"单位：{unit}")
        for at, row in enumerate((header, *rows), 1):
            sheet.write_row(at, 0, row)
    workbook.close()


def _written(folder: Path, spec: list[str], content: Content, probes: tuple[str, ...]) -> Work:
    spec_file, content_file = folder / "report.yaml", folder / "report.json"
    spec_file.write_text("\n".join(spec) + "\n", encoding="utf-8")
    content_file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return Work((spec_file,), (content_file,), probes)


def _resolved(folder: Path, specs: Sequence[Path], environment: Mapping[str, str]) -> Work:
    """Return the work of specs or a batch, having their words worked out for the peers by `resolved`."""
    command = [sys.executable, "-m", "benchmarks.resolved", str(folder / "contents"), *map(str, specs)]
    subprocess.run(command, check=True, env=dict(environment), cwd=ROOT)
    contents = tuple(sorted((folder / "contents").glob("*.json")))
    texts: list[str] = []
    captions: list[str] = []
    for path in contents:
        content: Content = json.loads(path.read_text(encoding="utf-8"))
        texts += [b["text"] for b in content["blocks"] if b["kind"] == "paragraph"]
        captions += [b["caption"] for b in content["blocks"] if b["kind"] in {"chart", "table"}]
    return Work(tuple(specs), contents, _probes(texts) + _probes(captions))


def _probes(texts: list[str]) -> tuple[str, ...]:
    """Return the ends of some texts, spread over all of them."""
    step = max(1, len(texts) // _PROBES)
    return tuple(text[-10:] for text in texts[::step])
