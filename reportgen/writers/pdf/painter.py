"""Paints the items of pages: text, rules, fills, charts and pictures, each within its marked content.

Text is written as codes at absolute places; `Tc` carries a run's uniform spacing and `TJ` its exceptions.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from itertools import groupby
from typing import TypeAlias, assert_never
from urllib.parse import quote

from reportgen.model.pages import ChartBox, Destination, Fill, GlyphRun, Page, PictureBox, Rule, Target, TextLine
from reportgen.origins import BlockId
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.cid_font import CidFont
from reportgen.writers.pdf.objects import number, numbers, rgb, text_string
from reportgen.writers.pdf.structure import Box, Element

# How far a link's box reaches above and below the baseline, in em: the body of a Chinese character.
LINK_ASCENT, LINK_DESCENT = 0.88, 0.12
_URI_SAFE = "!#$%&'()*+,/:;=?@[]~-._"

ChartPainter: TypeAlias = Callable[[TaggedCanvas, ChartBox], None]


class Painter:
    """Paints page after page on `canvas`, keeping the text state between runs."""

    def __init__(
        self, canvas: TaggedCanvas, destinations: Mapping[BlockId, Destination], paint_chart: ChartPainter
    ) -> None:
        self.canvas = canvas
        self.destinations = destinations
        self.paint_chart = paint_chart
        self._height = 0.0
        self._state: dict[str, Hashable] = {}
        self._make: Hashable = None

    def page(self, page: Page) -> None:
        """Paint one page."""
        self.canvas.begin_page(page.width, page.height)
        self._height = page.height
        self._state, self._make = {}, None
        for item in page.items:
            match item:
                case TextLine():
                    self._line(item)
                case Rule():
                    self._rule(item)
                case Fill():
                    self._fill(item)
                case ChartBox():
                    self._chart(item)
                case PictureBox():
                    self._picture(item)
                case _:
                    assert_never(item)
        self.canvas.showPage()

    def _line(self, line: TextLine) -> None:
        if not line.path:
            self.canvas.open_artifact(self._artifact(line.y, line.block))
            self._runs(line.runs, line.y)
            return
        element = self.canvas.structure.element(line.path)
        if len(line.runs) == 1 and line.runs[0].link is None:
            self.canvas.open_content(element)
            self._runs(line.runs, line.y)
            return
        for (target, inline), group in groupby(line.runs, key=lambda run: (run.link, run.inline if run.link else -1)):
            runs = tuple(group)
            if target is None:
                self.canvas.open_content(element)
                self._runs(runs, line.y)
            else:
                # A footnote's marker is a reference of its own (ISO 32000-1 §14.8.4.4.1).
                key = (line.block, inline, target)
                above = element.child(key, "Reference") if target.footnote else element
                link = above.child(key, "Link")
                self.canvas.open_content(link)
                self._runs(runs, line.y)
                self._link(link, runs, line.y, target)

    def _runs(self, runs: tuple[GlyphRun, ...], y: float) -> None:
        written = ["BT"]
        for run in runs:
            if run.text:
                self._run(run, y, written)
        written.append("ET")
        self.canvas.addLiteral("\n".join(written))

    def _run(self, run: GlyphRun, y: float, written: list[str]) -> None:
        font = self.canvas.font(run.face)
        make = (run.face, run.size, run.colour, run.spacing)
        if make != self._make:  # most runs are of the make of the one before
            self._make = make
            if self._changed("Tf", (run.face, run.size)):
                written.append(f"/{font.name} {number(run.size)} Tf")
            if self._changed("rg", run.colour):
                written.append(f"{rgb(run.colour)} rg")
            if self._changed("Tc", number(run.spacing)):
                written.append(f"{number(run.spacing)} Tc")
        written.append(f"1 0 0 1 {number(run.x)} {number(y + run.rise)} Tm {_shown(font, run)}")

    def _changed(self, operator: str, value: Hashable) -> bool:
        """Whether a state operator must be written: its value differs from the one in force."""
        changed = self._state.get(operator) != value
        if changed:
            self._state[operator] = value
        return changed

    def _link(self, link: Element, runs: tuple[GlyphRun, ...], y: float, target: Target) -> None:
        size = max(run.size for run in runs)
        right = max(run.x + self._width(run) for run in runs)
        y += max(run.rise for run in runs)
        box: Box = (min(run.x for run in runs), y - LINK_DESCENT * size, right, y + LINK_ASCENT * size)
        self.canvas.link(link, box, "".join(run.text for run in runs), self._leads(target))

    def _leads(self, target: Target) -> tuple[str, str]:
        if target.block is None:
            address = text_string(quote(target.url, safe=_URI_SAFE))
            return "A", f"<</Type /Action /S /URI /URI {address}>>"
        return "Dest", destination(self.destinations[target.block], self.canvas.page_references)

    def _width(self, run: GlyphRun) -> float:
        spaces = len(run.text) - 1
        exceptions = [extra - run.spacing for index, extra in run.gaps if index < spaces]
        return self.canvas.font(run.face).width(run.text, run.size) + run.spacing * spaces + sum(exceptions)

    def _rule(self, rule: Rule) -> None:
        self.canvas.open_artifact(self._artifact(rule.y0, rule.block, drawn=True))
        line = f"{numbers(rule.x0, rule.y0)} m {numbers(rule.x1, rule.y1)} l S"
        self.canvas.addLiteral(f"{number(rule.width)} w {rgb(rule.colour)} RG {line}")

    def _fill(self, fill: Fill) -> None:
        self.canvas.open_artifact(self._artifact(fill.y, fill.block, drawn=True))
        self._make = None
        if self._changed("rg", fill.colour):
            self.canvas.addLiteral(f"{rgb(fill.colour)} rg")
        self.canvas.addLiteral(f"{numbers(fill.x, fill.y, fill.width, fill.height)} re f")

    def _chart(self, chart: ChartBox) -> None:
        element = self.canvas.structure.element(chart.path)
        element.box = (chart.x, chart.y, chart.x + chart.form.width, chart.y + chart.form.height)
        self.canvas.open_content(element)
        self.paint_chart(self.canvas, chart)

    def _picture(self, box: PictureBox) -> None:
        if box.path:
            element = self.canvas.structure.element(box.path)
            element.box = (box.x, box.y, box.x + box.width, box.y + box.height)
            self.canvas.open_content(element)
        else:
            self.canvas.open_artifact(self._artifact(box.y, box.block, drawn=True))
        matrix = f"{number(box.width)} 0 0 {numbers(box.height, box.x, box.y)} cm"
        self.canvas.addLiteral(f"q {matrix} /{self.canvas.picture(box.picture)} Do Q")

    def _artifact(self, y: float, block: BlockId | None, *, drawn: bool = False) -> str:
        """Return the properties of an artifact: page furniture, or what belongs to the look of a block."""
        if block is not None:
            return "/Type /Layout" if drawn else "/Type /Pagination"
        return f"/Type /Pagination /Subtype /{'Header' if y > self._height / 2 else 'Footer'}"


def destination(place: Destination, pages: list[str]) -> str:
    """Return an explicit destination (ISO 32000-1 §12.3.2.2): the page, the top at `place`, the zoom as it is."""
    return f"[{pages[place.page]} /XYZ null {number(place.y)} null]"


def _shown(font: CidFont, run: GlyphRun) -> str:
    """Return the operator that shows `run`. `TJ` counts in thousandths of an em, to the left, on top of `Tc`."""
    if not run.gaps:
        return f"<{font.encoded(run.text)}> Tj"
    parts, begin = [], 0
    for index, extra in run.gaps:
        if index < len(run.text) - 1:
            parts.append(f"<{font.encoded(run.text[begin : index + 1])}>")
            parts.append(number((run.spacing - extra) * 1000 / run.size))
            begin = index + 1
    parts.append(f"<{font.encoded(run.text[begin:])}>")
    return f"[{''.join(parts)}] TJ"
