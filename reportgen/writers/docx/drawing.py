"""Drawings: the frames that charts and pictures stand in. Sizes in pt.

They stand in line with text (ECMA-376 part 1 §20.4.2.8), or at a place of the page (§20.4.2.3) as furniture does.
"""

from __future__ import annotations

from reportgen.model.geometry import PlacedPicture
from reportgen.units import emu
from reportgen.writers.docx.markup import NAMESPACES, Xml, a, element, pic, text, w, wp, wps


def chart_drawing(relationship: str, number: int, width: float, height: float, alt: str) -> Xml:
    """Return the drawing of the chart part behind `relationship`; `alt` says in words what it shows."""
    chart = element("c:chart", {"r:id": relationship})
    return _inline(f"Chart {number}", number, width, height, alt, a("graphicData", chart, uri=NAMESPACES["c"]))


def picture_drawing(relationship: str, number: int, width: float, height: float, alt: str) -> Xml:
    """Return the drawing of the picture part behind `relationship`."""
    return _inline(f"Picture {number}", number, width, height, alt, _picture(relationship, number, width, height))


def placed_picture(relationship: str, number: int, place: PlacedPicture) -> Xml:
    """Return the drawing of a picture that stands at a place of the page, in front of the text."""
    graphic = _picture(relationship, number, place.width, place.height)
    box = (place.x, place.top, place.width, place.height)
    return _anchored(f"Picture {number}", number, box, place.alt, graphic, behind=False)


def placed_strip(number: int, width: float, height: float, colour: str) -> Xml:
    """Return a strip of colour along the sheet's top, behind the text; only programs that know shapes draw it."""
    shape = wps(
        "wsp",
        wps("cNvSpPr"),
        wps(
            "spPr",
            *_rectangle(width, height),
            a("solidFill", a("srgbClr", val=colour)),
            a("ln", a("noFill")),
        ),
        wps("bodyPr"),
    )
    graphic = a("graphicData", shape, uri=NAMESPACES["wps"])
    drawing = _anchored(f"Strip {number}", number, (0.0, 0.0, width, height), "", graphic, behind=True)
    return element("mc:AlternateContent", {}, element("mc:Choice", {"Requires": "wps"}, drawing))


def _picture(relationship: str, number: int, width: float, height: float) -> Xml:
    """Return a picture as a graphic (ECMA-376 part 1 §20.2.2)."""
    shown = pic(
        "pic",
        pic(
            "nvPicPr",
            pic("cNvPr", id=number, name=f"Picture {number}"),
            pic("cNvPicPr", a("picLocks", noChangeAspect=True)),
        ),
        pic("blipFill", element("a:blip", {"r:embed": relationship}), a("stretch", a("fillRect"))),
        pic("spPr", *_rectangle(width, height)),
    )
    return a("graphicData", shown, uri=NAMESPACES["pic"])


def _rectangle(width: float, height: float) -> tuple[Xml, Xml]:
    """Return the shape of a drawing: a whole rectangle."""
    place = a("xfrm", a("off", x=0, y=0), a("ext", cx=emu(width), cy=emu(height)))
    return place, a("prstGeom", a("avLst"), prst="rect")


def _anchored(
    name: str, number: int, box: tuple[float, float, float, float], alt: str, graphic: Xml, *, behind: bool
) -> Xml:
    """Return a drawing at a place of the page: `box` is its left and upper edge from the sheet's, width and height."""
    x, top, width, height = box
    return w(
        "drawing",
        wp(
            "anchor",
            wp("simplePos", x=0, y=0),
            wp("positionH", wp("posOffset", text(str(emu(x)))), relativeFrom="page"),
            wp("positionV", wp("posOffset", text(str(emu(top)))), relativeFrom="page"),
            wp("extent", cx=emu(width), cy=emu(height)),
            wp("effectExtent", l=0, t=0, r=0, b=0),
            wp("wrapNone"),
            wp("docPr", id=number, name=name, descr=alt),
            wp("cNvGraphicFramePr"),
            a("graphic", graphic),
            distT=0,
            distB=0,
            distL=0,
            distR=0,
            simplePos=False,
            relativeHeight=number,
            behindDoc=behind,
            locked=False,
            layoutInCell=True,
            allowOverlap=True,
        ),
    )


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
