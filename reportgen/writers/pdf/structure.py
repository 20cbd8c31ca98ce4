"""The structure tree of a tagged PDF (ISO 32000-1 §14.7, §14.8), grown from the paths of painted items.

An element is opened the first time a path leads to it and found again whenever an equal path comes, on another page
too; so a paragraph or a table that runs over a page's end stays one element. Where marked content begins and ends in a
page is the painter's business.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import field
from typing import TypeAlias

from reportgen.model.pages import Node, Path, Tag
from reportgen.values import dataclass
from reportgen.writers.pdf.objects import PdfFile, Written, dictionary, numbers, text_string

Box: TypeAlias = tuple[float, float, float, float]
References: TypeAlias = "dict[Element, str]"


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content of an element: the page's index and the MCID on that page."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation that belongs to an element: the page's index and the reference to it."""

    page: int
    reference: str


@dataclass(eq=False, slots=True)
class Element:
    """One structure element as it grows."""

    tag: str
    parent: Element | None
    node: Node | None = None
    box: Box | None = None
    kids: list[Element | Content | Annotation] = field(default_factory=list)
    children: dict[Hashable, Element] = field(default_factory=dict)

    def child(self, key: Hashable, tag: str, node: Node | None = None) -> Element:
        """Return the child known by `key`, opened now if there is none."""
        found = self.children.get(key)
        if found is None:
            found = self.children[key] = Element(tag, self, node)
            self.kids.append(found)
        return found


class StructureTree:
    """The elements of one document, and which of them the content of each page belongs to.

    `order` are the outermost elements in reading order, as far as it is not the order in which they are painted.
    """

    def __init__(self, order: Iterable[Node] = ()) -> None:
        self.document = Element("Document", None)
        for node in order:
            self.document.child(node, node.tag.value, node)
        self._pages: list[list[Element]] = []
        self._annotated: list[Element] = []
        self._path: Path = ()
        self._way: list[Element] = [self.document]

    def begin_page(self) -> None:
        """Open the next page; MCIDs count anew."""
        self._pages.append([])

    def element(self, path: Path) -> Element:
        """Return the element that `path` leads to."""
        if path is self._path:  # the lines of a paragraph carry one path
            return self._way[-1]
        known = 0
        for node, before in zip(path, self._path, strict=False):  # the cells of a row share all but their last node
            if node is not before:
                break
            known += 1
        del self._way[known + 1 :]
        here = self._way[-1]
        for node in path[known:]:
            here = here.child(node, node.tag.value, node)
            self._way.append(here)
        self._path = path
        return here

    def mark(self, element: Element) -> int:
        """Return the MCID of new content of `element` on the open page."""
        owners = self._pages[-1]
        owners.append(element)
        element.kids.append(Content(len(self._pages) - 1, len(owners) - 1))
        return len(owners) - 1

    def annotate(self, element: Element, page_count: int) -> int:
        """Return the StructParent key of a new annotation of `element`; pages take the keys before `page_count`."""
        self._annotated.append(element)
        return page_count + len(self._annotated) - 1

    def attach(self, element: Element, reference: str) -> None:
        """Make the annotation at `reference` on the open page a kid of `element`."""
        element.kids.append(Annotation(len(self._pages) - 1, reference))

    def write(self, file: PdfFile, pages: list[str]) -> str:
        """Put the tree into `file`, given the references to its pages; return the reference to the root."""
        root = Written()
        root_reference = file.add(root)
        objects = {element: Written() for element in _walk(self.document)}
        references = {element: file.add(written) for element, written in objects.items()}
        for element, written in objects.items():
            parent = references[element.parent] if element.parent else root_reference
            written.text = _element(element, parent, references, pages)
        owners = [f"[{' '.join(references[element] for element in page)}]" for page in self._pages]
        keys = [file.add(Written(owner)) for owner in owners] + [references[e] for e in self._annotated]
        parents = f"<</Nums [{' '.join(f'{key} {reference}' for key, reference in enumerate(keys))}]>>"
        entries: list[tuple[str, str | int]] = [
            ("Type", "/StructTreeRoot"),
            ("K", f"[{references[self.document]}]"),
            ("ParentTree", file.add(Written(parents))),
            ("ParentTreeNextKey", len(keys)),
        ]
        if notes := sorted((_identity(e), reference) for e, reference in references.items() if _is_note(e)):
            names = " ".join(f"{name} {reference}" for name, reference in notes)
            entries.append(("IDTree", file.add(Written(f"<</Names [{names}]>>"))))
        root.text = dictionary(entries)
        return root_reference


def _walk(element: Element) -> Iterable[Element]:
    pending = [element]
    while pending:
        here = pending.pop()
        yield here
        pending += [kid for kid in reversed(here.kids) if isinstance(kid, Element)]


def _element(element: Element, parent: str, references: References, pages: list[str]) -> str:
    """Return the structure element dictionary of `element`."""
    home: int | None = None
    kids: list[str] = []
    for kid in element.kids:
        if home is None and not isinstance(kid, Element):
            home = kid.page
        kids.append(_kid(kid, home, references, pages))
    parts = [f"<</Type /StructElem /S /{element.tag} /P {parent}"]
    if home is not None:
        parts.append(f" /Pg {pages[home]}")
    if kids:
        parts.append(f" /K {kids[0]}" if len(kids) == 1 else f" /K [{' '.join(kids)}]")
    if element.node is not None:
        parts.append(_said_of(element, element.node))
    return "".join((*parts, ">>"))


def _said_of(element: Element, node: Node) -> str:
    """Return the entries that say more of an element than its tag and its kids."""
    parts = []
    if _is_note(element):
        parts.append(f" /ID {_identity(element)}")
    if node.alt:
        parts.append(f" /Alt {text_string(node.alt)}")
    if attributes := _attributes(node, element.box):
        parts.append(f" /A {attributes}")
    return "".join(parts)


def _is_note(element: Element) -> bool:
    """Whether an element must be told from all others by an identifier (ISO 14289-1 §7.9)."""
    return element.tag == Tag.NOTE


def _identity(element: Element) -> str:
    """Return the identifier of a note as a byte string, so that identifiers sort as their bytes do."""
    assert element.node is not None
    return f"<{element.node.key.encode().hex()}>"


def _kid(kid: Element | Content | Annotation, home: int | None, references: References, pages: list[str]) -> str:
    match kid:
        case Element():
            return references[kid]
        case Content(page, mcid) if page == home:
            return str(mcid)
        case Content(page, mcid):
            return f"<</Type /MCR /Pg {pages[page]} /MCID {mcid}>>"
        case Annotation(page, reference):
            return f"<</Type /OBJR /Pg {pages[page]} /Obj {reference}>>"


def _attributes(node: Node, box: Box | None) -> str:
    """Return the attribute object of an element (ISO 32000-1 §14.8.5), empty where it needs none."""
    if node.scope is None and node.columns == 1 and node.numbering is None and box is None:
        return ""
    entries: list[tuple[str, str | int]] = []
    match node.tag:
        case Tag.TH | Tag.TD:
            if node.scope:
                entries.append(("Scope", f"/{node.scope.value}"))
            if node.columns > 1:
                entries.append(("ColSpan", node.columns))
            owner = "/Table"
        case Tag.FIGURE:
            if box:
                entries += [("Placement", "/Block"), ("BBox", f"[{numbers(*box)}]")]
            owner = "/Layout"
        case Tag.L:
            if node.numbering:
                entries.append(("ListNumbering", f"/{node.numbering.value}"))
            owner = "/List"
        case _:
            return ""
    return dictionary([("O", owner), *entries]) if entries else ""
