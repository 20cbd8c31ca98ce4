"""The reports that ship are valid files, and Word pages are PDF pages: as LibreOffice sets them, in the same faces."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pdfua
import pytest

from reportgen import pipeline
from reportgen.model.block import ChartFigure, Heading, Table
from reportgen.model.document import Document
from reportgen.model.inline import plain
from reportgen.request import Request
from tests.conftest import VALIDATOR
from tests.writers.docx.office import as_pdf, page_texts
from tests.writers.docx.package_rules import faults

SPECS = Path(__file__).parents[2] / "specs"
SHIPPED = {"monthly-bulletin": {}, "gallery": {}, "client-briefing": {"client": "某软件企业"}}
SHIPPED["client-briefing, covered"] = SHIPPED["client-briefing"]
SHIPPED["gallery, covered"] = {}
THEMES = dict.fromkeys(("client-briefing, covered", "gallery, covered"), "brand/client-theme.yaml")
NAMES = sorted(SHIPPED)


@cache
def built(name: str) -> tuple[Document, bytes, bytes]:
    """Return a shipped report with its PDF and its Word file."""
    spec = SPECS / f"{name.split(',', maxsplit=1)[0]}.yaml"
    request = Request(spec, parameters=SHIPPED[name], theme=THEMES.get(name), strict=True)
    composed = pipeline.compose(request)
    files = {Path(path).suffix: content for path, content in pipeline.render(composed, request).items()}
    return composed.document, files[".pdf"], files[".docx"]


@pytest.mark.parametrize("name", NAMES)
def test_our_own_rules_find_nothing_in_the_word_file(name: str) -> None:
    assert faults(built(name)[2]) == []


@pytest.mark.needs_ooxml_validator
@pytest.mark.parametrize("name", NAMES)
def test_the_open_xml_validator_finds_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "file.docx").write_bytes(built(name)[2])
    command = [str(shutil.which("node")), str(VALIDATOR / "dist" / "src" / "cli.js"), str(tmp_path / "file.docx")]
    answer = subprocess.run(command, capture_output=True, check=False, text=True)
    assert json.loads(answer.stdout)["errors"] == []


@pytest.mark.needs_qpdf
@pytest.mark.parametrize("name", NAMES)
def test_qpdf_finds_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "file.pdf").write_bytes(built(name)[1])
    done = subprocess.run(["qpdf", "--check", tmp_path / "file.pdf"], capture_output=True, check=False, text=True)
    assert (done.returncode, "warning" in (done.stdout + done.stderr).lower()) == (0, False), done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_the_rules_of_accessible_pdf_find_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "file.pdf").write_bytes(built(name)[1])
    assert [finding.message for finding in pdfua.validate(str(tmp_path / "file.pdf")).findings] == []


@pytest.mark.needs_soffice
@pytest.mark.parametrize("name", NAMES)
def test_word_s_pages_are_the_pdf_s_within_one(name: str, tmp_path: Path) -> None:
    document, pdf, docx = built(name)
    (tmp_path / "ours.pdf").write_bytes(pdf)
    ours, theirs = page_texts(tmp_path / "ours.pdf"), page_texts(as_pdf(docx, tmp_path))
    assert abs(len(ours) - len(theirs)) <= 1
    places = {words: (_last(words, ours), _last(words, theirs)) for words in landmarks(document)}
    assert len(places) > 5
    assert {words: place for words, place in places.items() if abs(place[0] - place[1]) > 1} == {}


def landmarks(document: Document) -> list[str]:
    """Return the words of headings within sections, which no running head repeats, and of captions."""
    words = []
    for block in document.blocks:
        match block:
            case Heading(level=level) if level > 1:
                words.append((block.number.text if block.number else "") + plain(block.inlines))
            case Table(caption=caption) | ChartFigure(caption=caption) if caption is not None:
                words.append(caption.reference + plain(caption.inlines))
            case _:
                continue
    return ["".join(each.split()) for each in words]


def _last(words: str, pages: list[str]) -> int:
    """Return the last page that holds `words`: the contents come first."""
    return max(index for index, page in enumerate(pages) if words in page)
