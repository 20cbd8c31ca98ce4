"""Drawings in line with text (ECMA-376 part 1 §20.4.2.8): the frames that charts and pictures stand in. Sizes in pt."""

from __future__ import annotations

from reportgen.units import emu
from reportgen.writers.docx.markup import NAMESPACES, Xml, a, element, pic, w, wp


def chart_drawing(relationship: str, number: int, width: float, height: float, alt: str) -> Xml:
    """Return the drawing of the chart part behind `relationship`; `alt` says in words what it shows."""
    chart = element("c:chart", {"r:id": relationship})
    return _inline(f"Chart {number}", number, width, height, alt, a("graphicData", chart, uri=NAMESPACES["c"]))


def picture_drawing(relationship: str, number: int, width: float, height: float, alt: str) -> Xml:
    """Return the drawing of the picture part behind `relationship` (ECMA-376 part 1 §20.2.2)."""
    name = f"Picture {number}"
    shown = pic(
        "pic",
        pic("nvPicPr", pic("cNvPr", id=number, name=name), pic("cNvPicPr", a("picLocks", noChangeAspect=True))),
        pic("blipFill", element("a:blip", {"r:embed": relationship}), a("stretch", a("fillRect"))),
        pic(
            "spPr",
            a("xfrm", a("off", x=0, y=0), a("ext", cx=emu(width), cy=emu(height))),
            a("prstGeom", a("avLst"), prst="rect"),
        ),
    )
    return _inline(name, number, width, height, alt, a("graphicData", shown, uri=NAMESPACES["pic"]))


def _inline(name: str, number: int, width: float, height: float, alt: str, graphic: Xml) -> Xml:
    return w(
        "drawing",
        wp(
            "inline",
            wp("extent", cx=emu(width), cy=emu(height)),
            wp("effectExtent", l=0, t=0, r=0, b=0),
            wp("docPr", id=number, name=name, descr=alt),
            wp("cNvGraphicFramePr"),
            a("graphic", graphic),
            distT=0,
            distB=0,
            distL=0,
            distR=0,
        ),
    )
