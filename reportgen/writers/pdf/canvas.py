"""reportlab's canvas with tagged pages, our own fonts, and no default Helvetica.

Knows pages, marked content and links; what is painted comes from the painter, what the elements are from the structure
tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from reportgen.fonts.face import Face
from reportgen.model.pages import Node
from reportgen.model.picture import Picture
from reportgen.writers.pdf.cid_font import CidFont
from reportgen.writers.pdf.objects import PdfFile, Stream, Written, dictionary, numbers, text_string
from reportgen.writers.pdf.pictures import picture_stream
from reportgen.writers.pdf.structure import Box, Element, StructureTree

PRINTED = 4  # an annotation's flag Print (ISO 32000-1 §12.5.3): PDF/A wants it on every one


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas for a document of `page_count` pages whose text is set in `faces`.

    `order` are the outermost structure elements in reading order.
    """

    def __init__(self, faces: Mapping[str, Face], page_count: int, order: Iterable[Node] = ()) -> None:
        super().__init__(BytesIO(), pdfVersion=(1, 7), invariant=1, pageCompression=1)
        self.file = PdfFile()
        self._doc = self.file
        self.structure = StructureTree(order)
        self._page_count = page_count
        self._faces = faces
        self._fonts: dict[str, CidFont] = {}
        self._resources = Written()
        self._resources_reference = self.file.add(self._resources)
        self._pages = Written()
        self.pages_reference = self.file.add(self._pages)
        self._page_objects = [Written() for _ in range(page_count)]
        self.page_references = [self.file.add(page) for page in self._page_objects]
        self._annotations: list[str] = []
        self._open: Element | str | None = None
        self._pictures: dict[str, tuple[str, str]] = {}

    def _make_preamble(self) -> None:
        """Begin pages with nothing: reportlab would name a font here that no page uses."""
        self._preamble = ""

    # Pages

    def begin_page(self, width: float, height: float) -> None:
        """Begin a page of this size (pt)."""
        self.setPageSize((width, height))
        self.structure.begin_page()

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End the page."""
        self.close_content()
        index = self._pageNumber - 1
        content = "\n".join(self._code).encode("latin-1")
        entries: list[tuple[str, str | int]] = [
            ("Type", "/Page"),
            ("Parent", self.pages_reference),
            ("MediaBox", f"[0 0 {numbers(*self._pagesize)}]"),
            ("Resources", self._resources_reference),
            ("Contents", self.file.add(Stream(content))),
            ("StructParents", index),
            ("Tabs", "/S"),
        ]
        if self._annotations:
            entries.append(("Annots", f"[{' '.join(self._annotations)}]"))
        self._page_objects[index].text = dictionary(entries)
        self._annotations = []
        self._startPage()

    # Fonts

    def font(self, face: str) -> CidFont:
        """Return the font of the face called `face`."""
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = CidFont(self._faces[face], f"F{len(self._fonts) + 1}")
        return font

    def finish(self) -> None:
        """Put the fonts and the page tree into the file, once all pages are painted."""
        fonts = dictionary((font.name, font.write(self.file)) for font in self._fonts.values())
        resources = [("Font", fonts)]
        if self._pictures:
            resources.append(("XObject", dictionary(self._pictures.values())))
        self._resources.text = dictionary(resources)
        kids = " ".join(self.page_references)
        self._pages.text = dictionary([("Type", "/Pages"), ("Kids", f"[{kids}]"), ("Count", self._page_count)])

    # Pictures

    def picture(self, picture: Picture) -> str:
        """Return the name of the resource that `picture` is; one that comes again is the same."""
        if picture.digest not in self._pictures:
            name = f"P{len(self._pictures) + 1}"
            self._pictures[picture.digest] = (name, self.file.add(picture_stream(picture)))
        return self._pictures[picture.digest][0]

    # Marked content

    def open_content(self, element: Element) -> None:
        """Let what follows belong to `element`; content of the same element goes on."""
        if self._open is element:
            return
        self.close_content()
        mcid = self.structure.mark(element)
        self.addLiteral(f"/{element.tag} <</MCID {mcid}>> BDC")
        self._open = element

    def open_artifact(self, properties: str) -> None:
        """Let what follows be an artifact with these properties (ISO 32000-1 §14.8.2.2.2)."""
        if self._open == properties:
            return
        self.close_content()
        self.addLiteral(f"/Artifact <<{properties}>> BDC")
        self._open = properties

    def close_content(self) -> None:
        """End the marked content that is open."""
        if self._open is not None:
            self.addLiteral("EMC")
            self._open = None

    # Links

    def link(self, element: Element, box: Box, contents: str, leads: tuple[str, str]) -> None:
        """Make `box` a link of the Link element `element`; `leads` is the entry that says where it goes."""
        annotation = dictionary(
            [
                ("Type", "/Annot"),
                ("Subtype", "/Link"),
                ("Rect", f"[{numbers(*box)}]"),
                ("Border", "[0 0 0]"),
                ("F", PRINTED),
                ("Contents", text_string(contents)),
                ("StructParent", self.structure.annotate(element, self._page_count)),
                leads,
            ]
        )
        reference = self.file.add(Written(annotation))
        self._annotations.append(reference)
        self.structure.attach(element, reference)
