"""Whether the files say what they should: texts looked for in the PDF and in the Word file, white space aside."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_SPACE = re.compile(r"\s+")
_MARKUP = re.compile(r"<w:instrText.*?</w:instrText>|<[^>]+>", re.DOTALL)
"""Tags, and the codes of fields, which no reader sees."""


@dataclass(frozen=True, slots=True)
class Said:
    """How many of the texts looked for are in each file; None for a PDF where there is no pdftotext."""

    wanted: int
    pdf: int | None
    docx: int

    def __str__(self) -> str:
        pdf = "?" if self.pdf is None else str(self.pdf)
        return f"{pdf}+{self.docx}/{2 * self.wanted}"


def said(folder: Path, probes: Iterable[str]) -> Said:
    """Return how many of `probes` the files below `folder` hold. Raises FileNotFoundError without both kinds."""
    texts = [_close(probe) for probe in probes]
    pdfs, packages = (_files(folder, suffix) for suffix in ("pdf", "docx"))
    words = "\n".join(map(_words, packages))
    in_docx = sum(text in words for text in texts)
    if shutil.which("pdftotext") is None:
        return Said(len(texts), None, in_docx)
    printed = "\n".join(map(_printed, pdfs))
    return Said(len(texts), sum(text in printed for text in texts), in_docx)


def _files(folder: Path, suffix: str) -> list[Path]:
    found = sorted(folder.rglob(f"*.{suffix}"))
    if not found:
        msg = f"no .{suffix} was written"
        raise FileNotFoundError(msg)
    return found


def _words(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return _close(_MARKUP.sub("", package.read("word/document.xml").decode("utf-8")))


def _printed(path: Path) -> str:
    shown = subprocess.run(["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True)
    return _close(shown.stdout.decode("utf-8"))


def _close(text: str) -> str:
    return _SPACE.sub("", text)
