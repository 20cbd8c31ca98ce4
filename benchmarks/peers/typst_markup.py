"""Content as Typst markup: the page, the styles and the blocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import assert_never

from benchmarks.peers.content import Block, Content, sheet_rows

PREAMBLE = """
#set document(title: {title})
#set page(paper: "a4", margin: (left: 50.9pt, right: 50.9pt, top: 76pt, bottom: 60.3pt), numbering: "1")
#set text(font: ("Liberation Serif", "Noto Serif SC"), size: 10.5pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 0.6em, spacing: 0.6em)
#show heading: set text(font: ("Liberation Sans", "Noto Sans SC"))
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading: set par(justify: false, first-line-indent: 0em)
#show figure.caption: set text(font: ("Liberation Sans", "Noto Sans SC"), size: 9pt)
#set figure.caption(separator: none)
#set figure(supplement: none, numbering: none)
#show figure.where(kind: table): set block(breakable: true)
#let note(body) = block(text(size: 8pt, body))
"""


def typst_markup(content: Content, pictures: Mapping[int, Path]) -> str:
    """Return the report as Typst source; `pictures` are the charts' files by their block's place."""
    lines = [PREAMBLE.replace("{title}", _string(content["title"]))]
    for index, block in enumerate(content["blocks"]):
        lines += _block(block, pictures.get(index))
    return "\n".join(lines) + "\n"


def _string(text: str) -> str:
    """Return `text` as a Typst string, in which nothing is markup."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _block(block: Block, picture: Path | None) -> Iterable[str]:
    match block["kind"]:
        case "heading":
            yield f"#heading(level: {block['level']}, {_string(block['text'])})"
        case "paragraph":
            yield from _paragraph(block["role"], block["text"])
        case "items":
            yield from (f"#par({_string(item)})" for item in block["items"])
        case "table":
            if block["unit"]:
                yield f"#align(right, {_string(block['unit'])})"
            yield from _table([block["header"], *block["rows"]], block["caption"])
            yield from (f"#note({_string(note)})" for note in block["notes"])
        case "sheet":
            yield from _table(list(sheet_rows(block)), block["caption"])
        case "chart":
            assert picture is not None, "every chart is drawn before"
            yield f"#figure(image({_string(picture.name)}, width: 395pt), caption: {_string(block['caption'])})"
            yield from (f"#note({_string(note)})" for note in block["notes"])
        case "contents":
            yield f"#outline(title: {_string(block['title'])}, depth: {block['depth']})"
        case _:
            assert_never(block["kind"])


def _paragraph(role: str, text: str) -> Iterable[str]:
    match role:
        case "title":
            yield f'#text(size: 27pt, weight: "bold", {_string(text)})'
        case "source":
            yield f"#align(right, {_string(text)})"
        case _:
            yield f"#par({_string(text)})"


def _table(rows: Sequence[Sequence[str]], caption: str) -> Iterable[str]:
    head = ", ".join(f"strong({_string(text)})" for text in rows[0])
    yield f"#figure(kind: table, caption: figure.caption(position: top, {_string(caption)}), table("
    yield f"  columns: {len(rows[0])}, stroke: 0.5pt, align: (x, y) => if x == 0 {{ left }} else {{ right }},"
    yield f"  table.header({head}),"
    yield from (f"  {', '.join(_string(text) for text in row)}," for row in rows[1:])
    yield "))"
