"""Text, fills and lines in a native chart (DrawingML, ECMA-376 part 1 §20.1, §21.1)."""

from __future__ import annotations

from reportgen.theme.look import Theme
from reportgen.units import emu
from reportgen.writers.docx.markup import Value, Xml, a, c, element, text


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


def label_text(theme: Theme, colour: str | None = None, *, level: bool = False) -> Xml:
    """Return the look of labels, in the colour of the axes where none is given; `level` ones wrap and never turn."""
    look = _letters("a:defRPr", theme, colour)
    frame = a("bodyPr", rot=0, vert="horz") if level else a("bodyPr")
    return c("txPr", frame, a("lstStyle"), a("p", a("pPr", look), a("endParaRPr", lang="zh-CN")))


def label_words(words: str, theme: Theme) -> Xml:
    """Return a label with words of its own, upright."""
    run = a("r", _letters("a:rPr", theme, None, lang="zh-CN"), element("a:t", {}, text(words)))
    line = a("p", a("pPr", _letters("a:defRPr", theme, None)), run)
    return c("tx", c("rich", a("bodyPr", rot=0, vert="horz"), a("lstStyle"), line))


def _letters(name: str, theme: Theme, colour: str | None, **attributes: Value) -> Xml:
    """Return the properties of letters: all three faces named, or Word takes its own for some characters."""
    faces = theme.typefaces[theme.chart.typeface].word
    return element(
        name,
        {**attributes, "sz": round(theme.chart.label_size * 100), "b": False},
        fill(colour or theme.chart.axis_colour),
        a("latin", typeface=faces.latin),
        a("ea", typeface=faces.east_asian),
        a("cs", typeface=faces.latin),
    )
