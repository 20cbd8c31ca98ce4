"""What the file says of itself: the information dictionary, XMP, and the colour space it is meant for.

Both places say the same (ISO 19005-2 §6.6.2.3), and all dates are the issue's. The XMP claims PDF/A-2a and PDF/UA-1 and
describes the schema of the latter, which PDF/A does not know (ISO 19005-2 §6.6.2.3.3).
"""

from __future__ import annotations

import re
from importlib.resources import files
from xml.sax.saxutils import escape

from reportgen.model.document import Metadata
from reportgen.writers.pdf.objects import PdfFile, Stream, Written, dictionary, text_string

PRODUCER = "reportgen"
SRGB = "sRGB IEC61966-2.1"
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"\
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"\
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
{properties}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def write_info(file: PdfFile, metadata: Metadata) -> str:
    """Put the information dictionary (ISO 32000-1 §14.3.3) into `file`; what is empty is left out."""
    moment = text_string(f"D:{metadata.issued:%Y%m%d}000000Z")
    texts = {"Title": metadata.title, "Author": metadata.author, "Subject": metadata.subject}
    entries = [(key, text_string(text)) for key, text in texts.items() if text]
    entries += [("Creator", text_string(PRODUCER)), ("Producer", text_string(PRODUCER))]
    entries += [("CreationDate", moment), ("ModDate", moment)]
    return file.add(Written(dictionary(entries)))


def write_xmp(file: PdfFile, metadata: Metadata) -> str:
    """Put the XMP packet into `file` and return the reference to it. It stays readable without a filter."""
    entries = (("Type", "/Metadata"), ("Subtype", "/XML"))
    return file.add(Stream(xmp(metadata).encode(), entries, deflate=False))


def xmp(metadata: Metadata) -> str:
    """Return the XMP packet."""
    moment = f"{metadata.issued:%Y-%m-%d}T00:00:00Z"
    alternatives = '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'
    properties = [
        ("dc:format", "application/pdf"),
        ("dc:title", alternatives.format(_escaped(metadata.title))),
        ("dc:language", f"<rdf:Bag><rdf:li>{_escaped(metadata.language)}</rdf:li></rdf:Bag>"),
        ("xmp:CreateDate", moment),
        ("xmp:ModifyDate", moment),
        ("xmp:MetadataDate", moment),
        ("xmp:CreatorTool", PRODUCER),
        ("pdf:Producer", PRODUCER),
        ("pdfaid:part", "2"),
        ("pdfaid:conformance", "A"),
        ("pdfuaid:part", "1"),
    ]
    if metadata.author:
        properties.append(("dc:creator", f"<rdf:Seq><rdf:li>{_escaped(metadata.author)}</rdf:li></rdf:Seq>"))
    if metadata.subject:
        properties.append(("dc:description", alternatives.format(_escaped(metadata.subject))))
    return _PACKET.format(properties="\n".join(f"<{name}>{value}</{name}>" for name, value in properties))


def write_output_intent(file: PdfFile) -> str:
    """Put the output intent (ISO 19005-2 §6.2.3) into `file` and return it: device colours are sRGB."""
    return dictionary(
        [
            ("Type", "/OutputIntent"),
            ("S", "/GTS_PDFA1"),
            ("OutputConditionIdentifier", text_string(SRGB)),
            ("Info", text_string(SRGB)),
            ("DestOutputProfile", file.add(Stream(srgb_profile(), [("N", 3)]))),
        ]
    )


def srgb_profile() -> bytes:
    """Return an ICC profile of sRGB, as Pillow makes it, with a fixed time in its header and an empty ID."""
    return files("reportgen.writers.pdf").joinpath("srgb.icc").read_bytes()


def _escaped(text: str) -> str:
    return escape(_NOT_XML.sub("", text))
