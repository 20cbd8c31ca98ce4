"""LibreOffice as a second reader: sets a Word file in the very faces that the PDF is set in."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

import pypdfium2

ASSETS = Path(__file__).parents[3] / "assets" / "fonts"

FAMILIES: Mapping[str, str] = {
    "宋体": "Noto Serif SC",
    "黑体": "Noto Sans SC",
    "楷体": "Reportgen Kai",
    "Times New Roman": "Liberation Serif",
    "Arial": "Liberation Sans",
}
"""The fonts that Word files name, and the family in `assets/fonts` that takes the same room."""

_MATCH = """<match target="pattern"><test name="family"><string>{name}</string></test>\
<edit name="family" mode="assign" binding="strong"><string>{family}</string></edit></match>"""


def font_configuration(cache: Path) -> str:
    """Return a fontconfig file that knows nothing but the faces of this clone, under the names that Word uses."""
    matches = "\n".join(_MATCH.format(name=name, family=family) for name, family in FAMILIES.items())
    folders = f"<dir>{escape(str(ASSETS))}</dir>\n<cachedir>{escape(str(cache))}</cachedir>"
    head = '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
    return f"{head}\n<fontconfig>\n{folders}\n{matches}\n</fontconfig>\n"


def as_pdf(content: bytes, folder: Path) -> Path:
    """Return the PDF that LibreOffice makes of a Word file; everything it writes stays in `folder`."""
    soffice = shutil.which("soffice")
    assert soffice is not None
    source, configuration = folder / "file.docx", folder / "fonts.conf"
    source.write_bytes(content)
    configuration.write_text(font_configuration(folder / "fonts"), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(configuration)}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return folder / "file.pdf"


def page_texts(path: Path) -> list[str]:
    """Return the text of each page of a PDF, without white space."""
    document = pypdfium2.PdfDocument(path)
    try:
        return ["".join(str(page.get_textpage().get_text_range()).split()) for page in document]
    finally:
        document.close()


def lines_of(path: Path) -> list[str]:
    """Return the lines of a PDF as they are read from it."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [line for page in document for line in str(page.get_textpage().get_text_range()).splitlines()]
    finally:
        document.close()


def page_shapes(path: Path) -> str:
    """Return a sign for each page of a PDF: `|` for one that stands upright, `-` for one that lies on its side."""
    document = pypdfium2.PdfDocument(path)
    try:
        sizes = [page.get_size() for page in document]
        return "".join("-" if width > height else "|" for width, height in sizes)
    finally:
        document.close()


def faces_of(path: Path) -> set[str]:
    """Return the names of the faces that a PDF is set in, without their subset tags."""
    pdffonts = shutil.which("pdffonts")
    assert pdffonts is not None
    told = subprocess.run([pdffonts, str(path)], check=True, capture_output=True, text=True).stdout
    return {line.split()[0].split("+")[-1] for line in told.splitlines()[2:]}
