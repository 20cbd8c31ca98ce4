"""A small theme made by hand, and pages as text that a person can review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportgen.layout.runs import Widths
from reportgen.model.pages import ChartBox, Fill, GlyphRun, Item, Page, Pages, PictureBox, Rule, TextLine
from reportgen.roles import Role
from reportgen.theme.look import (
    Alignment,
    ChartLook,
    ContentsLook,
    FacePair,
    PageLook,
    Stroke,
    Style,
    TableLook,
    Theme,
    Typeface,
)

BODY = Style("serif", 10.0, 16.0, first_indent_em=2.0)
HEAD = Style("serif", 10.0, 16.0, bold=True, align=Alignment.LEFT, before=8.0, keep_next=True)
SMALL = Style("serif", 8.0, 12.0, align=Alignment.LEFT)


def small_theme(**styles: Style) -> Theme:
    """Return a theme with a measure of 20 em and a page of 20 lines of body text; `styles` by role's name (`BODY`)."""
    own = {
        Role.TITLE: replace(HEAD, size=20.0, leading=30.0, rule_below=Stroke(1.0, "112233", 4.0)),
        Role.SECTION: replace(HEAD, size=14.0, leading=20.0, pair_spread_em=1.0),
        Role.ARTICLE: HEAD,
        Role.HEADING_1: HEAD,
        Role.HEADING_2: HEAD,
        Role.HEADING_3: HEAD,
        Role.BODY: BODY,
        Role.LIST_ITEM: BODY,
        Role.SOURCE: replace(BODY, first_indent_em=0.0, align=Alignment.RIGHT),
        Role.CAPTION: replace(SMALL, align=Alignment.CENTER, before=4.0),
        Role.UNIT: replace(SMALL, align=Alignment.RIGHT),
        Role.FIGURE: replace(SMALL, before=6.0),
        Role.NOTE: replace(SMALL, before=2.0),
        Role.CONTENTS_3: replace(SMALL, left_indent_em=1.0),
    }
    own.update({Role[name]: style for name, style in styles.items()})
    face = Typeface(FacePair("han", "latin"), FacePair("han-bold", "latin-bold"), FacePair("宋体", "Times New Roman"))
    kai = Typeface(FacePair("kai", "latin"), FacePair("kai", "latin-bold"), FacePair("楷体", "Times New Roman"))
    return Theme(
        name="small",
        page=PageLook(280.0, 400.0, 40.0, 40.0, 40.0, 40.0, 30.0, 20.0, header_rule=0.5),
        typefaces={"serif": face, "kai": kai},
        styles={role: own.get(role, SMALL) for role in Role},
        table=TableLook(1.0, 0.5, "000000", 4.0, 2.0, "EEEEEE", 6.0),
        chart=ChartLook(("112233",), "FF0000", "AAAAAA", "000000", "CCCCCC", 8.0, 1.0, 160.0, 80.0, "serif", 6.0),
        contents=ContentsLook(),
        emphasis="kai",
        link_colour="0000FF",
    )


def as_text(pages: Pages) -> str:
    """Return pages as text: for each line its baseline from the page's top, its x, its tags and its words."""
    return "\n".join(line for page in pages.pages for line in _page(page))


def _page(page: Page) -> Iterator[str]:
    yield f"page {page.label}"
    for item in page.items:
        yield f"  {_item(item, page.height)}"


def _item(item: Item, height: float) -> str:
    match item:
        case TextLine(y, runs, _, path):
            where = f"{height - y:.1f} {runs[0].x:.1f}"
            return f"{where} {'/'.join(node.tag for node in path) or '-'} {''.join(run.text for run in runs)}"
        case Rule(x0, y0, x1, _, width):
            return f"{height - y0:.1f} {x0:.1f} rule to {x1:.1f} of {width:g}"
        case Fill(x, y, width, deep):
            return f"{height - y:.1f} {x:.1f} fill {width:.1f} × {deep:.1f}"
        case ChartBox(x, y, _, form):
            return f"{height - y:.1f} {x:.1f} chart {form.width:.1f} × {form.height:.1f}"
        case PictureBox(x, y, width, deep):
            return f"{height - y:.1f} {x:.1f} picture {width:.1f} × {deep:.1f}"


def text_lines(pages: Pages) -> Iterator[tuple[Page, TextLine]]:
    """Yield every line of text with its page."""
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, TextLine):
                yield page, item


def right_edge(run: GlyphRun, faces: Mapping[str, Widths]) -> float:
    """Return where a run ends."""
    between = [run.spacing] * (len(run.text) - 1)
    for index, extra in run.gaps:
        if index < len(between):
            between[index] = extra
    return run.x + sum(faces[run.face].advances(run.text)) * run.size + sum(between)
