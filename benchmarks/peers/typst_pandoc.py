"""The second peer: Typst with matplotlib's SVG for the PDF, pandoc for the Word file.

    python -m benchmarks.peers.typst_pandoc FONTS FOLDER CONTENT.json…

One process does both. Word cannot show SVG everywhere, so the charts are saved as PNG besides, from the same figures.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pypandoc  # type: ignore[import-not-found]  # lives in the peers' own environment
import typst  # type: ignore[import-not-found]  # lives in the peers' own environment

from benchmarks.peers.content import Content, read_content
from benchmarks.peers.jobs import side_by_side
from benchmarks.peers.pandoc_markdown import pandoc_markdown
from benchmarks.peers.typst_markup import typst_markup


def main() -> None:
    """Write both files of each content."""
    fonts, folder, *sources = (Path(argument) for argument in sys.argv[1:])
    side_by_side(partial(write, fonts, folder), sources)


def write(fonts: Path, folder: Path, source: Path) -> None:
    """Write the two files of one content below `folder`."""
    content = read_content(source)
    target = folder / source.stem
    vector, raster = _drawn(content, fonts, target)
    markup = target.with_suffix(".typ")
    markup.write_text(typst_markup(content, vector), encoding="utf-8")
    typst.compile(markup, output=target.with_suffix(".pdf"), font_paths=[fonts], ignore_system_fonts=True)
    markdown = target.with_suffix(".md")
    markdown.write_text(pandoc_markdown(content, raster), encoding="utf-8")
    contents = any(block["kind"] == "contents" for block in content["blocks"])
    pypandoc.convert_file(
        str(markdown),
        "docx",
        format="markdown+east_asian_line_breaks",
        outputfile=str(target.with_suffix(".docx")),
        extra_args=["--resource-path", str(folder), *(["--toc"] if contents else [])],
    )


def _drawn(content: Content, fonts: Path, target: Path) -> tuple[dict[int, Path], dict[int, Path]]:
    """Draw the charts; return their SVG and PNG files by the block's place."""
    charts = {index: block for index, block in enumerate(content["blocks"]) if block["kind"] == "chart"}
    vector: dict[int, Path] = {}
    raster: dict[int, Path] = {}
    if not charts:
        return vector, raster
    from benchmarks.peers.drawing import figure, prepare  # noqa: PLC0415 - matplotlib is heavy, and not always needed

    prepare(fonts)
    for index, chart in charts.items():
        drawn = figure(chart)
        vector[index], raster[index] = (target.with_name(f"{target.name}-{index}.{kind}") for kind in ("svg", "png"))
        drawn.savefig(vector[index])
        drawn.savefig(raster[index], dpi=200)
    return vector, raster


if __name__ == "__main__":
    main()
