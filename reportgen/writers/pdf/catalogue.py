"""The document's catalogue (ISO 32000-1 §7.7.2): bookmarks, page labels, language, and what viewers are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from reportgen.model.document import Metadata
from reportgen.model.pages import Destination, OutlineEntry, Pages
from reportgen.origins import BlockId
from reportgen.values import dataclass
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.metadata import write_output_intent, write_xmp
from reportgen.writers.pdf.objects import PdfFile, Written, dictionary, text_string
from reportgen.writers.pdf.painter import destination


def write_catalogue(canvas: TaggedCanvas, pages: Pages, metadata: Metadata) -> str:
    """Put the catalogue into the file of `canvas`, once all pages are painted; return the reference to it."""
    file = canvas.file
    entries: list[tuple[str, str | int]] = [
        ("Type", "/Catalog"),
        ("Pages", canvas.pages_reference),
        ("Lang", text_string(metadata.language)),
        ("MarkInfo", "<</Marked true>>"),
        ("StructTreeRoot", canvas.structure.write(file, canvas.page_references)),
        ("Metadata", write_xmp(file, metadata)),
        ("OutputIntents", f"[{write_output_intent(file)}]"),
        ("PageLabels", dictionary([("Nums", f"[{page_labels([page.label for page in pages.pages])}]")])),
        ("ViewerPreferences", "<</DisplayDocTitle true>>"),
    ]
    if pages.outline:
        outline = write_outline(file, pages.outline, dict(pages.destinations), canvas.page_references)
        entries += [("Outlines", outline), ("PageMode", "/UseOutlines")]
    return file.add(Written(dictionary(entries)))


def page_labels(labels: Sequence[str]) -> str:
    """Return the number tree's rows: a range for each run of counted pages, one for each page with a name."""
    rows = []
    expected = ""
    for index, label in enumerate(labels):
        if label.isascii() and label.isdigit() and label == str(int(label)) and label != "0":
            if label != expected:
                rows.append(f"{index} <</S /D /St {label}>>")
            expected = str(int(label) + 1)
        else:
            rows.append(f"{index} {dictionary([('P', text_string(label))] if label else [])}")
            expected = ""
    return " ".join(rows)


@dataclass(eq=False, slots=True)
class _Bookmark:
    """An entry of the outline with those below it."""

    entry: OutlineEntry | None
    level: int
    reference: str
    written: Written
    below: list[_Bookmark] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many bookmarks lie below, at any depth: all of them are shown open."""
        return len(self.below) + sum(bookmark.count for bookmark in self.below)


def write_outline(
    file: PdfFile,
    outline: Sequence[OutlineEntry],
    destinations: Mapping[BlockId, Destination],
    page_references: list[str],
) -> str:
    """Put the bookmarks into `file` and return the reference to their root."""
    root = _bookmark(file, None, 0)
    above = [root]
    for entry in outline:
        while above[-1].level >= entry.level:
            above.pop()
        bookmark = _bookmark(file, entry, entry.level)
        above[-1].below.append(bookmark)
        above.append(bookmark)
    pending = [root]
    while pending:
        parent = pending.pop()
        if parent is root:
            parent.written.text = dictionary([("Type", "/Outlines"), *_ends(parent)])
        for order, bookmark in enumerate(parent.below):
            assert bookmark.entry is not None
            entries: list[tuple[str, str | int]] = [
                ("Title", text_string(bookmark.entry.text)),
                ("Parent", parent.reference),
                ("Dest", destination(destinations[bookmark.entry.block], page_references)),
            ]
            if order:
                entries.append(("Prev", parent.below[order - 1].reference))
            if order + 1 < len(parent.below):
                entries.append(("Next", parent.below[order + 1].reference))
            bookmark.written.text = dictionary([*entries, *_ends(bookmark)])
        pending += parent.below
    return root.reference


def _bookmark(file: PdfFile, entry: OutlineEntry | None, level: int) -> _Bookmark:
    written = Written()
    return _Bookmark(entry, level, file.add(written), written)


def _ends(bookmark: _Bookmark) -> list[tuple[str, str | int]]:
    if not bookmark.below:
        return []
    first, last = bookmark.below[0].reference, bookmark.below[-1].reference
    return [("First", first), ("Last", last), ("Count", bookmark.count)]
