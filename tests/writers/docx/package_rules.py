"""Rules of a Word file that no schema holds: what breaks one of them makes Word repair, ask or print something wrong.

`faults` reads the bytes as a stranger would. The Open XML SDK's validator looks at schemas and a few relations; these
rules look at what it lets pass.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

CONTENT_TYPES = "[Content_Types].xml"
FIELDS = {"PAGE", "NUMPAGES", "SEQ", "REF", "PAGEREF", "TOC", "STYLEREF"}
DEFINITIONS = (
    ("style", "word/styles.xml", "style", "styleId"),
    ("number", "word/numbering.xml", "num", "numId"),
    ("abstract list", "word/numbering.xml", "abstractNum", "abstractNumId"),
)
STYLE_LINKS = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
ACTIVE = {"aFChunk", "attachedTemplate", "control", "externalLink", "frame", "oleObject", "subDocument", "vbaProject"}
"""Relationships by which a Word file runs, embeds or fetches what it does not show."""

LABEL_PLACES = {
    "lineChart": {"t", "b", "l", "r", "ctr"},
    "pieChart": {"bestFit", "ctr", "inEnd", "outEnd"},
    "clustered": {"ctr", "inBase", "inEnd", "outEnd"},
    "stacked": {"ctr", "inBase", "inEnd"},
    "percentStacked": {"ctr", "inBase", "inEnd"},
}
"""Where data labels may stand, by kind of chart, for bars by grouping; nowhere else may they have a place at all."""


@dataclass(frozen=True, slots=True)
class Package:
    """A file taken apart: member names in order, and the trees of those that are well-formed XML."""

    names: tuple[str, ...]
    trees: Mapping[str, etree._Element]

    @property
    def texts(self) -> Iterator[tuple[str, etree._Element]]:
        """The parts under `word/`, relationships aside."""
        return ((n, tree) for n, tree in self.trees.items() if n.startswith("word/") and not n.endswith(".rels"))


def faults(content: bytes) -> list[str]:
    """Return what is wrong with a Word file, in words; nothing where all is well."""
    found: list[str] = []
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    trees: dict[str, etree._Element] = {}
    with ZipFile(BytesIO(content)) as archive:
        names = tuple(archive.namelist())
        for name in dict.fromkeys(names):
            if name.endswith((".xml", ".rels")):
                try:
                    trees[name] = etree.fromstring(archive.read(name), parser)
                except etree.XMLSyntaxError as error:
                    found.append(f"{name}: not well-formed: {error.msg}")
    package = Package(names, trees)
    for rule in RULES:
        found.extend(rule(package))
    return found


def _members(package: Package) -> Iterator[str]:
    for name in sorted({n for n in package.names if package.names.count(n) > 1}):
        yield f"{name}: twice in the archive"
    for needed in (CONTENT_TYPES, "word/document.xml", "word/styles.xml"):
        if needed not in package.names:
            yield f"{needed}: missing"


def _content_types(package: Package) -> Iterator[str]:
    tree = package.trees.get(CONTENT_TYPES)
    if tree is None:
        return
    overrides = {str(e.get("PartName")).removeprefix("/") for e in tree if str(e.tag).endswith("Override")}
    defaults = {str(e.get("Extension")).lower() for e in tree if str(e.tag).endswith("Default")}
    for name in package.names:
        if name == CONTENT_TYPES or name in overrides:
            continue
        extension = name.rsplit(".", 1)[-1].lower()
        if extension not in defaults:
            yield f"{name}: no content type"
        elif extension == "xml":
            yield f"{name}: known only as some XML"


def _relationships(package: Package) -> Iterator[str]:
    for name, tree in package.trees.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        identities = [str(e.get("Id")) for e in tree]
        if len(set(identities)) != len(identities):
            yield f"{name}: an id twice"
        for e in tree:
            target, kind = str(e.get("Target")), str(e.get("Type")).rsplit("/", 1)[-1]
            if kind in ACTIVE or "macro" in kind.lower():
                yield f"{name}: an active part ({kind})"
            if e.get("TargetMode") == "External":
                if kind != "hyperlink" or not re.match(r"(https?://|mailto:)", target, re.IGNORECASE):
                    yield f"{name}: leads out to {target} ({kind})"
                continue
            place = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if place not in package.names:
                yield f"{name}: leads to {place}, which is missing"
        source = posixpath.join(folder, posixpath.basename(name).removesuffix(".rels"))
        if source in package.trees:
            used = _relationship_uses(package.trees[source])
            yield from (f"{source}: relationship {identity} is not there" for identity in sorted(used - {*identities}))
    for name, tree in package.texts:
        related = posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels")
        if _relationship_uses(tree) and related not in package.names:
            yield f"{name}: relationships without {related}"


def _relationship_uses(tree: etree._Element) -> set[str]:
    return {str(value) for e in tree.iter() for key, value in e.attrib.items() if str(key).startswith(R)}


def _definitions(package: Package) -> Iterator[str]:
    for what, part, tag, attribute in DEFINITIONS:
        identities = _defined(package, part, tag, attribute)
        yield from (f"{what} {i} defined twice" for i in sorted({i for i in identities if identities.count(i) > 1}))


def _uses_of_definitions(package: Package) -> Iterator[str]:
    styles, numbers, lists = (_defined(package, part, tag, attribute) for _, part, tag, attribute in DEFINITIONS)
    for name, tree in package.texts:
        within_numbering = name == "word/numbering.xml"
        uses = [(link, styles, "style") for link in STYLE_LINKS]
        uses += (
            [("abstractNumId", lists, "abstract list")] if within_numbering else [("numId", [*numbers, "0"], "number")]
        )
        for tag, known, what in uses:
            for e in tree.iter(W + tag):
                if e.get(W + "val") not in known:
                    yield f"{name}: {what} {e.get(W + 'val')} is not there"


def _defined(package: Package, part: str, tag: str, attribute: str) -> list[str]:
    tree = package.trees.get(part)
    return [] if tree is None else [str(e.get(W + attribute)) for e in tree.iter(W + tag) if e.get(W + attribute)]


def _bookmarks(package: Package) -> Iterator[str]:
    names: list[str] = []
    for name, tree in package.texts:
        starts = [str(e.get(W + "id")) for e in tree.iter(W + "bookmarkStart")]
        ends = [str(e.get(W + "id")) for e in tree.iter(W + "bookmarkEnd")]
        if sorted(starts) != sorted(ends) or len(set(starts)) != len(starts):
            yield f"{name}: bookmarks do not pair up"
        for e in tree.iter(W + "bookmarkStart"):
            bookmark = str(e.get(W + "name"))
            if not re.fullmatch(r"[^\W\d]\w{0,39}", bookmark):
                yield f"{name}: {bookmark!r} cannot name a bookmark"
            if bookmark in names:
                yield f"{name}: bookmark {bookmark} twice"
            names.append(bookmark)
    for name, tree in package.texts:
        for target in _references(tree):
            if target not in names:
                yield f"{name}: refers to bookmark {target}, which is not there"


def _references(tree: etree._Element) -> Iterator[str]:
    for e in tree.iter(W + "instrText"):
        if found := re.match(r"\s*(?:REF|PAGEREF)\s+(\S+)", e.text or ""):
            yield found[1]
    yield from (str(e.get(W + "anchor")) for e in tree.iter(W + "hyperlink") if e.get(W + "anchor"))


def _fields(package: Package) -> Iterator[str]:
    for name, tree in package.texts:
        depth = 0
        for e in tree.iter(W + "fldChar", W + "instrText"):
            if e.tag == W + "instrText":
                found = re.match(r"\s*(\w+)", e.text or "")
                if found is None or found[1] not in FIELDS:
                    yield f"{name}: field {(e.text or '').strip()!r} is not one of ours"
                continue
            if e.get(W + "dirty"):
                yield f"{name}: a field waits to be updated"
            depth += {"begin": 1, "end": -1}.get(str(e.get(W + "fldCharType")), 0)
            if depth < 0:
                yield f"{name}: a field ends before it begins"
                depth = 0
        if depth:
            yield f"{name}: a field does not end"
    settings = package.trees.get("word/settings.xml")
    if settings is not None and settings.find(W + "updateFields") is not None:
        yield "word/settings.xml: all fields wait to be updated"


def _tables(package: Package) -> Iterator[str]:
    for name, tree in package.texts:
        for cell in tree.iter(W + "tc"):
            if len(cell) == 0 or cell[-1].tag != W + "p":
                yield f"{name}: a cell does not end in a paragraph"
        for table in tree.iter(W + "tbl"):
            yield from (f"{name}: {fault}" for fault in _grid(table))
            following = table.getnext()
            if following is None or following.tag != W + "p":
                yield f"{name}: no paragraph behind a table"


def _grid(table: etree._Element) -> Iterator[str]:
    widths = [int(str(e.get(W + "w"))) for e in table.findall(f"{W}tblGrid/{W}gridCol")]
    layout, whole = table.find(f"{W}tblPr/{W}tblLayout"), table.find(f"{W}tblPr/{W}tblW")
    if layout is None or layout.get(W + "type") != "fixed":
        yield "a table without a fixed layout"
    if whole is None or whole.get(W + "w") != str(sum(widths)):
        yield "a table's width is not its columns'"
    for row in table.findall(W + "tr"):
        column = 0
        for cell in row.findall(W + "tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            columns = 1 if span is None else int(str(span.get(W + "val")))
            width = cell.find(f"{W}tcPr/{W}tcW")
            if width is None or width.get(W + "w") != str(sum(widths[column : column + columns])):
                yield "a cell's width is not its columns'"
            column += columns
        if column != len(widths):
            yield f"a row over {column} of {len(widths)} columns"


def _drawings(package: Package) -> Iterator[str]:
    identities: list[str] = []
    for name, tree in package.texts:
        identities += [str(e.get("id")) for e in tree.iter(WP + "docPr")]
        for inline in tree.iter(WP + "inline"):
            paragraph = next(inline.iterancestors(W + "p"))
            if _exact(paragraph, package):
                yield f"{name}: a drawing in a line of exact height is cut off"
            properties = inline.find(WP + "docPr")
            if properties is None or not properties.get("descr"):
                yield f"{name}: a drawing without words for it"
    if len(set(identities)) != len(identities):
        yield "two drawings of one number"


def _exact(paragraph: etree._Element, package: Package) -> bool:
    """Whether lines have an exact height, by the paragraph's own spacing or else its style's and that style's base."""
    spacing, named = paragraph.find(f"{W}pPr/{W}spacing"), paragraph.find(f"{W}pPr/{W}pStyle")
    style = "Normal" if named is None else str(named.get(W + "val"))
    while True:
        if spacing is not None and spacing.get(W + "lineRule"):
            return spacing.get(W + "lineRule") == "exact"
        styles = package.trees.get("word/styles.xml")
        found = None if styles is None else styles.find(f"{W}style[@{W}styleId='{style}']")
        if found is None:
            return False
        spacing, base = found.find(f"{W}pPr/{W}spacing"), found.find(W + "basedOn")
        if base is None:
            return spacing is not None and spacing.get(W + "lineRule") == "exact"
        style = str(base.get(W + "val"))


def _charts(package: Package) -> Iterator[str]:
    for name, tree in package.trees.items():
        if tree.tag != C + "chartSpace":
            continue
        area = tree.find(f"{C}chart/{C}plotArea")
        if area is None:
            yield f"{name}: no plot"
            continue
        plots = [e for e in area if str(e.tag).endswith("Chart")]
        made = {i.get("val") for e in area if str(e.tag).endswith("Ax") for i in e.findall(C + "axId")}
        used = {i.get("val") for plot in plots for i in plot.findall(C + "axId")}
        if made != used:
            yield f"{name}: axes {sorted(map(str, made ^ used))} do not pair up"
        for plot in plots:
            kind = etree.QName(plot).localname
            if kind not in {"pieChart", "doughnutChart"} and len(plot.findall(C + "axId")) != 2:
                yield f"{name}: {kind} without its two axes"
            yield from (f"{name}: {fault}" for fault in _labels(plot, kind))
        for switch in ("autoTitleDeleted", "plotVisOnly", "dispBlanksAs"):
            if tree.find(f"{C}chart/{C}{switch}") is None:
                yield f"{name}: {switch} is not written"
        if tree.find(C + "roundedCorners") is None:
            yield f"{name}: roundedCorners is not written"
        yield from (f"{name}: smooth is not written" for e in tree.iter(C + "lineChart") if _unsmoothed(e))
        if tree.find(C + "externalData") is None:
            yield f"{name}: no workbook"


def _labels(plot: etree._Element, kind: str) -> Iterator[str]:
    grouping = plot.find(C + "grouping")
    key = str(grouping.get("val")) if kind == "barChart" and grouping is not None else kind
    allowed = LABEL_PLACES.get(key, set())
    for e in plot.iter(C + "dLblPos"):
        if e.get("val") not in allowed:
            yield f"labels of a {kind} cannot stand at {e.get('val')}"


def _unsmoothed(plot: etree._Element) -> bool:
    return any(series.find(C + "smooth") is None for series in plot.findall(C + "ser"))


RULES: tuple[Callable[[Package], Iterator[str]], ...] = (
    _members,
    _content_types,
    _relationships,
    _definitions,
    _uses_of_definitions,
    _bookmarks,
    _fields,
    _tables,
    _drawings,
    _charts,
)
