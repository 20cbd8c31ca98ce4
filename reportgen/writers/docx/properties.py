"""What the file says of itself, and the settings that Word opens it with. Nothing comes from the clock."""

from __future__ import annotations

from reportgen.model.document import Metadata
from reportgen.writers.docx.footnotes import SEPARATORS
from reportgen.writers.docx.markup import DECLARATION, NOTHING, Xml, element, part, text, w

_LONGEST = 255  # what Word keeps of a core property

_CORE = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_EXTENDED = {"xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"}
_COMPATIBILITY_URI = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)


def core_part(metadata: Metadata) -> bytes:
    """Return `docProps/core.xml` (ECMA-376 part 2 §11); both dates are the issue's."""
    stamp = f"{metadata.issued.isoformat()}T00:00:00Z"
    dated = {"xsi:type": "dcterms:W3CDTF"}
    properties = (
        _said("dc:title", metadata.title),
        _said("dc:subject", metadata.subject),
        _said("dc:creator", metadata.author),
        _said("dc:language", metadata.language),
        element("dcterms:created", dated, text(stamp)),
        element("dcterms:modified", dated, text(stamp)),
    )
    return (DECLARATION + element("cp:coreProperties", _CORE, *properties)).encode()


def _said(name: str, value: str) -> Xml:
    return element(name, {}, text(value[:_LONGEST])) if value else NOTHING


def extended_part() -> bytes:
    """Return `docProps/app.xml`."""
    application = element("Application", {}, text("reportgen"))
    return (DECLARATION + element("Properties", _EXTENDED, application)).encode()


def settings_part(*, footnotes: bool = False) -> bytes:
    """Return `word/settings.xml` (ECMA-376 part 1 §17.15.1): today's layout rules, marks squeezed as in the PDF.

    With `footnotes`, it names what parts them from the text.
    """
    modes = (w("compatSetting", name=name, uri=_COMPATIBILITY_URI, val=value) for name, value in _COMPATIBILITY)
    return part(
        "w:settings",
        "w",
        w("zoom", percent=100),
        w("bordersDoNotSurroundHeader"),
        w("bordersDoNotSurroundFooter"),
        w("defaultTabStop", val=420),
        w("characterSpacingControl", val="compressPunctuation"),
        w("footnotePr", *(w("footnote", id=number) for _, number in SEPARATORS)) if footnotes else NOTHING,
        w(
            "compat",
            w("spaceForUL"),
            w("balanceSingleByteDoubleByteWidth"),
            w("doNotLeaveBackslashAlone"),
            w("ulTrailSpace"),
            w("doNotExpandShiftReturn"),
            w("adjustLineHeightInTable"),
            w("useFELayout"),
            *modes,
        ),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )
