"""A drawing in line with text (ECMA-376 part 1 §20.4.2.8): the frame that a chart stands in."""

from __future__ import annotations

from reportgen.units import emu
from reportgen.writers.docx.markup import NAMESPACES, Xml, a, element, w, wp


def chart_drawing(relationship: str, number: int, width: float, height: float, alt: str) -> Xml:
    """Return the drawing of the chart part behind `relationship`; `alt` says in words what it shows. Sizes in pt."""
    chart = element("c:chart", {"r:id": relationship})
    return w(
        "drawing",
        wp(
            "inline",
            wp("extent", cx=emu(width), cy=emu(height)),
            wp("effectExtent", l=0, t=0, r=0, b=0),
            wp("docPr", id=number, name=f"Chart {number}", descr=alt),
            wp("cNvGraphicFramePr"),
            a("graphic", a("graphicData", chart, uri=NAMESPACES["c"])),
            distT=0,
            distB=0,
            distL=0,
            distR=0,
        ),
    )
