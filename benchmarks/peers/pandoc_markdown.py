"""Content as pandoc's Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import assert_never

from benchmarks.peers.content import Block, Content, sheet_rows

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~^$@!'\"-])")
_NUMBERED = re.compile(r"^(\(?\w+)([.)])(?=\s)")


def pandoc_markdown(content: Content, pictures: Mapping[int, Path]) -> str:
    """Return the report as Markdown; `pictures` are the charts' files by their block's place."""
    parts = [part for index, block in enumerate(content["blocks"]) for part in _block(block, pictures.get(index))]
    return f"---\ntitle: {content['title']}\nlang: zh-CN\n---\n\n" + "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    """Return `text` with its marks escaped."""
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _block(block: Block, picture: Path | None) -> Iterable[str]:
    match block["kind"]:
        case "heading":
            yield f"{'#' * block['level']} {_plain(block['text'])}"
        case "paragraph":
            if block["role"] != "title":
                yield _plain(block["text"])
        case "items":
            yield from (_plain(item) for item in block["items"])
        case "table":
            if block["unit"]:
                yield _plain(block["unit"])
            yield _table([block["header"], *block["rows"]], block["caption"])
            yield from (_plain(note) for note in block["notes"])
        case "sheet":
            yield _table(list(sheet_rows(block)), block["caption"])
        case "chart":
            assert picture is not None, "every chart is drawn before"
            yield f"![{_plain(block['caption'])}]({picture.name}){{width=395pt}}"
            yield from (_plain(note) for note in block["notes"])
        case "contents":
            pass  # pandoc makes it: --toc
        case _:
            assert_never(block["kind"])


def _table(rows: Sequence[Sequence[str]], caption: str) -> str:
    """Return a pipe table, the kind that pandoc reads fastest."""
    lines = [_row(rows[0]), "|" + "|".join([":--", *["--:"] * (len(rows[0]) - 1)]) + "|"]
    lines += map(_row, rows[1:])
    return "\n".join(lines) + f"\n\n: {_plain(caption)}"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(_plain, cells)) + " |"
