"""Whole files: sound, accessible, silent, the same every time."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pdfua
import pikepdf
import pytest

from reportgen.model.pages import Pages
from tests.writers.pdf.samples import BODY, line, page, pages_of, run, written


def test_nothing_in_the_file_acts(data: bytes, pdf: pikepdf.Pdf) -> None:
    names = {str(key) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) for key in item}
    assert not names & {"/JS", "/JavaScript", "/Launch", "/OpenAction", "/AA", "/EmbeddedFiles"}
    assert b"Helvetica" not in data
    assert b"ReportLab" not in data


def test_every_stream_ends_with_an_end_of_line(data: bytes) -> None:
    places = [found.start() for found in re.finditer(rb"endstream", data)]
    assert places
    assert all(data[place - 1 : place] == b"\n" for place in places)


@pytest.mark.needs_qpdf
def test_qpdf_finds_nothing(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "whole.pdf"
    file.write_bytes(data)
    done = subprocess.run(
        [shutil.which("qpdf") or "qpdf", "--check", file], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_pdfua_finds_nothing(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "whole.pdf"
    file.write_bytes(data)
    report = pdfua.validate(str(file))
    assert [finding.message for finding in report.findings] == []


@pytest.mark.needs_poppler
def test_the_text_in_the_tree_is_in_order(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "whole.pdf"
    file.write_bytes(data)
    told = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, text=True, check=True).stdout
    said = "".join(re.findall(r'^\s*"(.*)"$', told, re.MULTILINE))
    for words in (
        "年，比例为86.6%较上年提升（参见",
        "图 1",
        "），见",
        "一段话在页末还没有说完。",
        "企业总体86.684.8新能源91.3",
    ):
        assert words in said
    assert "专利统计简报" not in said


def test_content_is_deflated(data: bytes) -> None:
    with pikepdf.open(BytesIO(data)) as pdf:
        raw = pdf.pages[0].Contents.read_raw_bytes()
        assert zlib.decompress(raw) == pdf.pages[0].Contents.read_bytes()


def test_no_pages_make_a_file_that_opens() -> None:
    with pikepdf.open(BytesIO(written(Pages((), (), ())))) as pdf:
        assert len(pdf.pages) == 0


ROOT = Path(__file__).parents[3]
PROBE = """
import hashlib
from reportlab import rl_config
rl_config.useA85, rl_config.invariant, rl_config.pdfMultiLine, rl_config.pdfComments = 1, 0, 1, 1
from tests.writers.pdf.samples import whole_document, written
print(hashlib.sha256(written(whole_document())).hexdigest())
"""


def test_the_same_pages_give_the_same_bytes(data: bytes, tmp_path: Path) -> None:
    """Whatever the time zone, the hash seed, the folder and reportlab's own settings."""
    for zone, seed in (("Asia/Shanghai", "1"), ("America/New_York", "77")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", PROBE], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == hashlib.sha256(data).hexdigest()


SEARCH = """
import sys
from tests.writers.pdf.samples import whole_document, written
written(whole_document())
print([name for name in ("reportlab.lib.fontfinder", "reportlab.platypus.paraparser") if name in sys.modules])
"""


def test_nothing_that_searches_for_faces_or_reads_markup_is_loaded(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", SEARCH]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_other_content_has_another_identifier(data: bytes) -> None:
    def identifier(one: bytes) -> bytes:
        with pikepdf.open(BytesIO(one)) as opened:
            return bytes(opened.trailer.ID[0])

    other = written(pages_of(page(line(700, run("甲", 50), path=BODY))))
    assert identifier(data) != identifier(other)
