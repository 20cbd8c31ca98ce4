"""A client's look: a theme of a few lines gives both files its logo, its colours and its cover, at the same places."""

from __future__ import annotations

import re
import shutil
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from reportgen.composed import Composed
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.pipeline import compose, dressed, render
from reportgen.request import Request
from tests.pictures.making import declared, plain, saved

SPECS = Path(__file__).parent.parent / "specs"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CLIENT = "brand/client-theme.yaml"


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SPECS, tmp_path / "specs"))


def request(specs: Path, theme: str | None = None) -> Request:
    return Request(specs / "client-briefing.yaml", parameters={"client": "某软件企业"}, theme=theme)


def files(specs: Path, theme: str | None = None) -> tuple[Composed, bytes, bytes]:
    """Return the briefing with its PDF and its Word file."""
    wanted = request(specs, theme)
    composed = compose(wanted)
    found = {Path(name).suffix: content for name, content in render(composed, wanted).items()}
    return composed, found[".pdf"], found[".docx"]


def in_pdf(pdf: bytes) -> list[tuple[float, ...]]:
    """Return left, foot, width and height of the pictures, page by page."""
    placed: list[tuple[float, ...]] = []
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            content = zlib.decompress(stream)
        except zlib.error:
            continue
        for width, height, x, y in re.findall(rb"q ([\d.]+) 0 0 ([\d.]+) ([\d.]+) ([\d.]+) cm /P\d+ Do", content):
            placed.append(tuple(float(one) for one in (x, y, width, height)))
    return placed


def in_word(docx: bytes) -> list[tuple[float, ...]]:
    """Return left, foot, width and height of the pictures in the headers."""
    found: list[tuple[float, ...]] = []
    with ZipFile(BytesIO(docx)) as archive:
        for name in archive.namelist():
            if not re.fullmatch(r"word/header\d\.xml", name):
                continue
            for anchor in etree.fromstring(archive.read(name)).iter(f"{WP}anchor"):
                if next(anchor.iter(f"{A}blip"), None) is None:
                    continue
                x, top = (int(str(offset.text)) / 12700 for offset in anchor.iter(f"{WP}posOffset"))
                extent = anchor.find(f"{WP}extent")
                assert extent is not None
                width, height = (int(str(extent.get(key))) / 12700 for key in ("cx", "cy"))
                found.append((x, 841.89 - top - height, width, height))
    return found


def problems(specs: Path, theme: str | None = None) -> list[tuple[str, str]]:
    def told(found: tuple[Problem, ...]) -> list[tuple[str, str]]:
        return [(problem.code, str(problem.span)) for problem in found]

    try:
        return told(dressed(compose(request(specs, theme))).problems)
    except Faulty as faulty:
        return told(faulty.problems)


@pytest.mark.parametrize("theme", [None, CLIENT])
def test_the_logo_stands_at_one_place_in_both_files(specs: Path, theme: str | None) -> None:
    _, pdf, docx = files(specs, theme)
    first, *others = in_pdf(pdf)
    assert len(others) >= 2
    assert len(set(others)) == 1
    assert sorted(in_word(docx)) == [pytest.approx(place, abs=0.02) for place in sorted([first, others[0]])]


def test_a_theme_changes_nothing_that_is_said(specs: Path) -> None:
    documents = [compose(request(specs, theme)).document for theme in (None, CLIENT, "plain", "bulletin", "briefing")]
    assert all(document == documents[0] for document in documents)


def test_a_theme_s_file_is_ten_lines_or_little_more() -> None:
    lines = (SPECS / CLIENT).read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line and not line.startswith("#")]) <= 11


def test_a_client_s_head_and_foot_are_said_with_expressions(specs: Path) -> None:
    furniture = compose(request(specs)).document.furniture
    assert furniture.footer[:2] == ("某软件企业内部资料", "\t")


def test_a_logo_that_is_not_there_is_told_where_it_is_named(specs: Path) -> None:
    (specs / "brand" / "client-logo.png").unlink()
    line = (specs / "client-briefing.yaml").read_text(encoding="utf-8").split("  logo:")[0].count("\n") + 1
    assert problems(specs) == [("picture.unreadable", f"client-briefing.yaml:{line}:9")]
    assert problems(specs, CLIENT) == [("picture.unreadable", "brand/client-theme.yaml:4:17")]


def test_a_logo_a_colour_and_an_expression_at_fault_are_told_together(specs: Path) -> None:
    (specs / "brand" / "client-logo.png").unlink()
    briefing = specs / "client-briefing.yaml"
    text = briefing.read_text(encoding="utf-8").replace('"#0B5CAD"', '"#0B5CA"', 1)
    briefing.write_text(text.replace("{{ client }}内部资料", "{{ clint }}内部资料"), encoding="utf-8")
    assert {code for code, _ in problems(specs)} == {
        "picture.unreadable", "theme.not-a-colour", "prose.unknown-name"
    }  # fmt: skip


def test_a_logo_passes_the_checks_of_pictures(specs: Path) -> None:
    (specs / "brand" / "client-logo.png").write_bytes(declared(90_000, 90_000))
    assert [code for code, _ in problems(specs)] == ["picture.pixels"]
    (specs / "brand" / "client-logo.png").write_bytes(b"GIF89a")
    assert [code for code, _ in problems(specs)] == ["picture.format"]


def test_a_photograph_will_do(specs: Path) -> None:
    (specs / "brand" / "client-logo.png").write_bytes(saved(plain(colour="navy"), "JPEG"))
    _, _, docx = files(specs)
    with ZipFile(BytesIO(docx)) as archive:
        assert "word/media/logo.jpeg" in archive.namelist()
