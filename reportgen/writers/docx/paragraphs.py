"""Paragraphs: their properties in the order that the schema wants (ECMA-376 part 1 §17.3.1.26), and the element itself.

Used for styles and for what a single paragraph has beside its style. Text inside is made elsewhere.
"""

from __future__ import annotations

from reportgen.theme.look import Alignment, Stroke, Style
from reportgen.units import eighths, twips
from reportgen.values import dataclass
from reportgen.writers.docx.markup import NOTHING, Xml, join, w

JUSTIFICATION = {
    Alignment.JUSTIFY: "both",
    Alignment.LEFT: "left",
    Alignment.CENTER: "center",
    Alignment.RIGHT: "right",
}

_PROPERTIES_END = "</w:pPr>"
_WIDEST_GAP = 31  # ECMA-376 part 1 §17.3.4, w:space


@dataclass(frozen=True, slots=True)
class Numbering:
    """Which live number a paragraph carries: a numbering instance and a level (from 0). Instance 0 is no number."""

    instance: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Indent:
    """Indents: of the first line and the left in em of `size` (pt); `shift` at the left and `right` in pt, on top."""

    size: float
    first: float = 0.0
    left: float = 0.0
    shift: float = 0.0
    right: float = 0.0


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop that text ends at, `place` pt from the left margin; `leader` is Word's word for what fills the gap.

    A `cleared` one takes away the stop that a style has there.
    """

    place: float
    leader: str | None = None
    cleared: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """Paragraph properties; what is None (or NOTHING) is not written. Lengths in pt."""

    keep_next: bool | None = None
    keep_lines: bool | None = None
    new_page: bool | None = None
    numbering: Numbering | None = None
    above: Stroke | None = None
    below: Stroke | None = None
    tabs: tuple[Tab, ...] = ()
    snap_to_grid: bool | None = None
    before: float | None = None
    after: float | None = None
    leading: float | None = None
    single: bool = False
    indent: Indent | None = None
    align: Alignment | None = None
    outline: int | None = None


PLAIN = Format()
PAGE_TOP = float("-inf")


def switch(name: str, value: bool | None) -> Xml:  # noqa: FBT001 - the value is what it is about
    """Return an on/off property (ECMA-376 part 1 §17.17.4), or nothing where it is not said."""
    match value:
        case None:
            return NOTHING
        case True:
            return w(name)
        case False:
            return w(name, val=False)


def number_properties(numbering: Numbering) -> Xml:
    """Return `w:numPr`; a paragraph without a number names the instance 0 (ECMA-376 part 1 §17.9.18)."""
    level = w("ilvl", val=numbering.level)
    return w("numPr", level, w("numId", val=numbering.instance))


def border_properties(above: Stroke | None, below: Stroke | None) -> Xml:
    """Return `w:pBdr` (ECMA-376 part 1 §17.3.1.24), whose distances are whole points."""

    def rule(name: str, stroke: Stroke | None) -> Xml:
        if stroke is None:
            return NOTHING
        space = min(_WIDEST_GAP, round(stroke.gap))
        return w(name, val="single", sz=eighths(stroke.width), space=space, color=stroke.colour)

    rules = join(rule("top", above), rule("bottom", below))
    return w("pBdr", rules) if rules else NOTHING


def indent_properties(indent: Indent) -> Xml:
    """Return `w:ind`, in characters (which Word prefers) and in twips (for everyone else)."""
    return w(
        "ind",
        leftChars=0 if indent.shift else round(indent.left * 100),
        left=twips(indent.left * indent.size + indent.shift),
        right=twips(indent.right) if indent.right else None,
        firstLineChars=round(indent.first * 100),
        firstLine=twips(indent.first * indent.size),
    )


def properties(form: Format) -> tuple[Xml, ...]:
    """Return the children of `w:pPr` for `form`, style aside, in schema order."""
    spacing = NOTHING
    after = 0.0 if form.after is None and (form.leading is not None or form.single) else form.after
    if form.before is not None or after is not None:
        spacing = w(
            "spacing",
            before=None if form.before is None else twips(form.before),
            after=None if after is None else twips(after),
            line=240 if form.single else None if form.leading is None else twips(form.leading),
            lineRule="auto" if form.single else None if form.leading is None else "exact",
        )
    return (
        switch("keepNext", form.keep_next),
        switch("keepLines", form.keep_lines),
        switch("pageBreakBefore", form.new_page),
        number_properties(form.numbering) if form.numbering else NOTHING,
        border_properties(form.above, form.below),
        _tab_stops(form.tabs),
        switch("snapToGrid", form.snap_to_grid),
        spacing,
        indent_properties(form.indent) if form.indent else NOTHING,
        w("jc", val=JUSTIFICATION[form.align]) if form.align else NOTHING,
        w("outlineLvl", val=form.outline) if form.outline is not None else NOTHING,
    )


def _tab_stops(tabs: tuple[Tab, ...]) -> Xml:
    stops = (w("tab", val="clear" if tab.cleared else "right", leader=tab.leader, pos=twips(tab.place)) for tab in tabs)
    return w("tabs", *stops) if tabs else NOTHING


def above(style: Style, extra: float, usual: Style | None = None) -> float | None:
    """Return the space above a paragraph that opens a block of `style`, with `extra` more than that style says.

    None where the paragraph's own style (`usual`, if it is another one) says as much. `extra` is `PAGE_TOP` for what a
    document begins with: no space stands at a page's top.
    """
    space = max(0.0, style.before + extra)
    return None if space == (usual or style).before else space


def above_baseline(style: Style) -> float:
    """Return how far a line of exact height reaches above its baseline: 0.8 of it, in Word as in the PDF."""
    return 0.8 * style.leading


def below_baseline(style: Style) -> float:
    """Return how far a line of exact height reaches below its baseline."""
    return style.leading - above_baseline(style)


def paragraph(style: str, content: Xml, form: Format = PLAIN) -> Xml:
    """Return a paragraph of the style with the id `style`."""
    return w("p", w("pPr", w("pStyle", val=style), *properties(form)), content)


def beginning_with(markup: Xml, runs: Xml) -> Xml:
    """Return the paragraph `markup`, which `paragraph` made, with `runs` before its text."""
    at = markup.index(_PROPERTIES_END) + len(_PROPERTIES_END)
    return Xml(markup[:at] + runs + markup[at:])


def ending_section(markup: Xml, section: Xml) -> Xml | None:
    """Return `markup` with its last paragraph ending a section with the properties `section` (`w:sectPr`).

    None where it does not end in a paragraph that `paragraph` made.
    """
    if not markup.endswith("</w:p>"):
        return None
    end = markup.index(_PROPERTIES_END, markup.rindex("<w:p><w:pPr>"))
    return Xml(markup[:end] + section + markup[end:])
