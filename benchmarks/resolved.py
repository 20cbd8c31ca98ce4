"""The documents of specs as the peers' content: what a report says, with every number already worked out.

    python -m benchmarks.resolved FOLDER SPEC-OR-BATCH…

Runs in a process of its own and before anything is timed: the peers are given the words and the figures, and need not
find them in workbooks.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, TypeAlias, assert_never

from benchmarks.peers.content import Block, Chart, Content, Series
from reportgen import pipeline
from reportgen.batch.listing import load_batch
from reportgen.model import block as blocks
from reportgen.model import chart as charts
from reportgen.model.inline import Inlines, plain
from reportgen.request import Request
from reportgen.roles import Role

_ROLES: dict[Role, Literal["title", "issue", "body", "source"]] = {
    Role.TITLE: "title",
    Role.ISSUE: "issue",
    Role.SOURCE: "source",
}


def main() -> None:
    """Write the content of each spec, or of each job of a batch file, to a file of its name in the folder."""
    folder, *sources = (Path(argument) for argument in sys.argv[1:])
    folder.mkdir()
    for source in sources:
        for request in _requests(source):
            composed = pipeline.compose(request)
            document = composed.document
            content: Content = {"title": document.metadata.title, "blocks": list(_blocks(document.blocks))}
            text = json.dumps(content, ensure_ascii=False, indent=1)
            (folder / f"{composed.name}.json").write_text(text, encoding="utf-8")


def _requests(source: Path) -> Iterator[Request]:
    """Yield what is to be built: a spec, or a batch's jobs."""
    if not source.read_text(encoding="utf-8").startswith("batch:"):
        yield Request(source)
        return
    batch = load_batch(source, None, {}, {}, {}, None)
    for job in batch.jobs:
        yield Request(batch.spec, batch.root, parameters=job.parameters, workbooks=job.workbooks)


def _blocks(given: Iterable[blocks.Block]) -> Iterator[Block]:
    """Yield the peers' blocks: figures of a row one below the other, the parts of a box without its frame."""
    for block in given:
        match block:
            case blocks.FigureRow():
                yield from map(_chart, block.figures)
            case blocks.Box():
                if block.title:
                    yield {"kind": "paragraph", "role": "body", "text": plain(block.title)}
                yield from _blocks(block.parts)
            case blocks.PageBreak():
                pass
            case blocks.ImageFigure():
                msg = f"{block.span}: the peers are given no pictures; take a spec without any"
                raise ValueError(msg)
            case _:
                yield _block(block)


_Plain: TypeAlias = (
    blocks.Heading | blocks.Paragraph | blocks.ListBlock | blocks.Table | blocks.ChartFigure | blocks.Contents
)


def _block(block: _Plain) -> Block:
    match block:
        case blocks.Heading(number=number):
            text = (number.text if number else "") + plain(block.inlines)
            return {"kind": "heading", "level": block.level, "text": text}
        case blocks.Paragraph():
            return {"kind": "paragraph", "role": _ROLES.get(block.role, "body"), "text": plain(block.inlines)}
        case blocks.ListBlock():
            return {"kind": "items", "items": [item.marker + plain(item.inlines) for item in block.items]}
        case blocks.Table():
            return {
                "kind": "table",
                "caption": _caption(block.caption),
                "unit": block.unit,
                "header": [plain(cell.inlines) for cell in block.header[-1]],
                "rows": [[plain(cell.inlines) for cell in row] for row in block.rows],
                "notes": _notes(block.notes),
            }
        case blocks.ChartFigure():
            return _chart(block)
        case blocks.Contents():
            return {"kind": "contents", "title": block.title, "depth": block.depth}
        case _:
            assert_never(block)


def _caption(caption: blocks.Caption | None) -> str:
    return "" if caption is None else f"{caption.reference}{caption.separator}{plain(caption.inlines)}"


def _notes(notes: tuple[Inlines, ...]) -> list[str]:
    return [plain(note) for note in notes]


def _chart(figure: blocks.ChartFigure) -> Chart:
    chart = figure.chart
    return {
        "kind": "chart",
        "form": chart.kind.value,
        "caption": _caption(figure.caption),
        "categories": list(chart.categories),
        "series": [_series(series) for series in chart.series],
        "unit": chart.first.unit,
        "second_unit": chart.second.unit if chart.second else "",
        "stacked": chart.stacked,
        "labelled": chart.show_labels,
        "notes": _notes(figure.notes),
    }


def _series(series: charts.Series) -> Series:
    return {
        "name": series.name,
        "values": [None if point.value is None else float(point.value) for point in series.points],
        "labels": [point.label for point in series.points],
        "line": series.plot is charts.Plot.LINE,
        "second": series.side is charts.Side.SECOND,
    }


if __name__ == "__main__":
    main()
