"""Text, fills and lines in a native chart (DrawingML, ECMA-376 part 1 §20.1, §21.1)."""

from __future__ import annotations

from reportgen.roles import Role
from reportgen.theme.look import Theme
from reportgen.units import emu
from reportgen.writers.docx.markup import Xml, a, c


def fill(colour: str) -> Xml:
    """Return a fill of one colour."""
    return a("solidFill", a("srgbClr", val=colour))


def line(colour: str, width: float) -> Xml:
    """Return a line of `width` pt."""
    return a("ln", fill(colour), a("round"), w=emu(width), cap="flat")


def no_line() -> Xml:
    """Return the absence of a line."""
    return a("ln", a("noFill"))


def shape(*properties: Xml) -> Xml:
    """Return the look of a shape."""
    return c("spPr", *properties)


def label_text(theme: Theme, colour: str | None = None) -> Xml:
    """Return the look of labels: all three faces named, or Word takes its own for some characters."""
    faces = theme.typefaces[theme.chart.typeface].word
    style = theme.styles[Role.CHART_LABEL]
    look = a(
        "defRPr",
        fill(colour or style.colour),
        a("latin", typeface=faces.latin),
        a("ea", typeface=faces.east_asian),
        a("cs", typeface=faces.latin),
        sz=round(theme.chart.label_size * 100),
        b=style.bold,
    )
    return c("txPr", a("bodyPr"), a("lstStyle"), a("p", a("pPr", look), a("endParaRPr", lang="zh-CN")))
