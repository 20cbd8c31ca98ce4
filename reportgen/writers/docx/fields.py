"""Fields, each with its result filled in, so that the file is complete as it opens (ECMA-376 part 1 §17.16).

Never dirty and never updated on opening: Word would ask the reader first. Instructions are made of our own words and
of bookmark names and labels that were checked; no reader's text enters one.
"""

from __future__ import annotations

import re

from reportgen.writers.docx.markup import NOTHING, Xml, join, spaced, w

PAGE = "PAGE"
PAGES = "NUMPAGES"

_SAFE_LABEL = re.compile(r"[^\W\d_]{1,20}")


def field(instruction: str, result: Xml, properties: Xml = NOTHING) -> Xml:
    """Return the runs of a field whose result stands as the runs `result`; `properties` is a `w:rPr`."""

    def mark(kind: str) -> Xml:
        return w("r", properties, w("fldChar", fldCharType=kind))

    code = w("r", properties, spaced("instrText", f" {instruction} "))
    return join(mark("begin"), code, mark("separate"), result, mark("end"))


def field_start(instruction: str) -> Xml:
    """Return the runs that open a field which ends in a later paragraph (`field_end`)."""
    code = w("r", spaced("instrText", f" {instruction} "))
    return join(w("r", w("fldChar", fldCharType="begin")), code, w("r", w("fldChar", fldCharType="separate")))


def field_end() -> Xml:
    """Return the run that closes a field opened by `field_start`."""
    return w("r", w("fldChar", fldCharType="end"))


def page_reference(bookmark: str) -> str:
    """Return the instruction for the page that `bookmark` stands on, as a link."""
    return f"PAGEREF {bookmark} \\h"


def reference(bookmark: str) -> str:
    """Return the instruction for the text of `bookmark`, as a link."""
    return f"REF {bookmark} \\h"


def contents(depth: int) -> str:
    """Return the instruction for a table of contents of heading levels 1 to `depth`."""
    return f'TOC \\o "1-{depth}" \\h \\z \\u'


def running_head(level: int) -> str:
    """Return the instruction for the text of the heading of `level` that the page belongs to.

    A number names the built-in heading in every language of Word.
    """
    return f"STYLEREF {level}"


def sequence_name(label: str, otherwise: str) -> str:
    """Return the name that captions with `label` count under.

    A label that is not plain letters could carry switches of its own: `otherwise` then names the sequence.
    """
    return label if _SAFE_LABEL.fullmatch(label) else otherwise


def sequence(name: str, restart: int | None) -> str:
    """Return the instruction that counts on in the sequence `name`, or sets it to `restart`."""
    return f"SEQ {name} \\* ARABIC" + ("" if restart is None else f" \\r {restart}")
