"""XML as text that is built from elements: the one place where names, attributes and characters become markup.

Knows nothing of Word. `Xml` is finished markup; plain text enters it through `text` and attribute values only, so that
nothing a reader wrote can become a tag.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NewType, TypeAlias

Xml = NewType("Xml", str)
"""Finished markup: whole elements, or escaped character data."""

Value: TypeAlias = str | int | bool | None
"""An attribute's value; None leaves the attribute out, a boolean is written 1 or 0."""

NOTHING = Xml("")
HOLE = Xml("\0")
"""Where content will stand in an element that many share (`around`). No XML holds this character."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}

CHART_2012 = "http://schemas.microsoft.com/office/drawing/2012/chart"
"""The namespace of what charts learned later, declared where it is used: those who do not know it skip it."""

# What XML 1.0 cannot hold (production 2, Char). Text is cleaned where data enter; should any be left, it is dropped.
# A set of what is left out would take milliseconds to compile.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]")
_PLAIN = re.compile(r"\w*")
_ATTRIBUTE_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def text(characters: str) -> Xml:
    """Return `characters` as character data."""
    clean = _UNWRITABLE.sub("", characters)
    return Xml(clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def _quoted(value: str) -> str:
    """Return `value` as it stands between quotation marks; most are names and numbers, which need nothing."""
    return value if _PLAIN.fullmatch(value) else _UNWRITABLE.sub("", value).translate(_ATTRIBUTE_ESCAPES)


def join(*parts: Xml) -> Xml:
    """Return `parts` one after the other."""
    return Xml("".join(parts))


def around(element: Xml) -> tuple[Xml, Xml]:
    """Return what stands before and after the one `HOLE` of an element."""
    before, after = element.split(HOLE)
    return Xml(before), Xml(after)


def element(name: str, attributes: Mapping[str, Value], *children: Xml) -> Xml:
    """Return an element; `name` and the attributes' names are ours and carry their prefixes."""
    head = name
    for key, value in attributes.items():
        if value is not None:
            written = str(int(value)) if isinstance(value, bool) else str(value)
            head += f' {key}="{_quoted(written)}"'
    content = "".join(children)
    return Xml(f"<{head}>{content}</{name}>" if content else f"<{head}/>")


def w(name: str, /, *children: Xml, **attributes: Value) -> Xml:
    """Return an element of WordprocessingML, whose attributes carry the prefix too (ECMA-376 part 1 §17)."""
    return element(f"w:{name}", {f"w:{key}": value for key, value in attributes.items()}, *children)


def a(name: str, /, *children: Xml, **attributes: Value) -> Xml:
    """Return an element of DrawingML (ECMA-376 part 1 §20.1)."""
    return element(f"a:{name}", attributes, *children)


def c(name: str, /, *children: Xml, **attributes: Value) -> Xml:
    """Return an element of a DrawingML chart (ECMA-376 part 1 §21.2)."""
    return element(f"c:{name}", attributes, *children)


def pic(name: str, /, *children: Xml, **attributes: Value) -> Xml:
    """Return an element of a DrawingML picture (ECMA-376 part 1 §20.2)."""
    return element(f"pic:{name}", attributes, *children)


def wps(name: str, /, *children: Xml, **attributes: Value) -> Xml:
    """Return an element of a drawn shape (MS-ODRAWXML §2.25)."""
    return element(f"wps:{name}", attributes, *children)


def wp(name: str, /, *children: Xml, **attributes: Value) -> Xml:
    """Return an element that places a drawing in text (ECMA-376 part 1 §20.4)."""
    return element(f"wp:{name}", attributes, *children)


def spaced(name: str, characters: str) -> Xml:
    """Return the element `w:name` with text whose outer spaces count."""
    return element(f"w:{name}", {"xml:space": "preserve"}, text(characters))


def part(name: str, prefixes: str, /, *children: Xml, **attributes: Value) -> bytes:
    """Return a whole part: the root element `name` that declares `prefixes` (separated by spaces)."""
    declared: dict[str, Value] = {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in prefixes.split()}
    return (DECLARATION + element(name, declared | attributes, *children)).encode()
