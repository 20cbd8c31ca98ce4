"""`build --watch` as an editor uses it: saves that build, saves that do not, and Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.fonts.making import own_face
from tests.small_report import SPEC, small_report

LOOK = """\
theme:
  extends: bulletin
  fonts: brand/fonts
  typefaces:
    acme:
      regular: {east_asian: NotoSerifSC-Regular, latin: Acme-Regular}
      bold: {east_asian: NotoSerifSC-Bold, latin: Acme-Regular}
      word: {east_asian: 宋体, latin: Acme Serif}
"""
WAITING = "Waiting for the next save; Ctrl-C ends."


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    return small_report(tmp_path)


@contextmanager
def watching(spec: Path) -> Iterator[subprocess.Popen[str]]:
    command = [str(Path(sys.executable).parent / "reportgen"), "build", spec.name, "--watch", "-f", "pdf"]
    environment = {**os.environ, "REPORTGEN_LANG": "en", "PYTHONUTF8": "1"}
    with subprocess.Popen(
        command, cwd=spec.parent, env=environment, text=True, encoding="utf-8", stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:  # fmt: skip
        try:
            yield process
        finally:
            process.kill()


def until_waiting(process: subprocess.Popen[str]) -> str:
    """Return what was said up to the next time that the command waits."""
    assert process.stdout is not None
    told = ""
    for line in process.stdout:
        told += line
        if line.strip() == WAITING:
            return told
    pytest.fail(f"the command ended: {told}")


def saved(path: Path, text: str) -> None:
    """Save as editors do: write aside, then take the old file's place."""
    aside = path.with_name(f".{path.name}.tmp")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)


def test_every_save_is_built_a_broken_one_leaves_the_last_good_output_and_ctrl_c_ends_well(spec: Path) -> None:
    pdf = spec.parent / "out" / "研发月报" / "研发月报.pdf"
    with watching(spec) as process:
        assert "研发月报.pdf" in until_waiting(process)
        first = pdf.read_bytes()

        saved(spec, SPEC.replace("比例为", "比例达到"))
        until_waiting(process)
        second = pdf.read_bytes()
        assert second != first

        saved(spec, SPEC.replace("研发获取 }}", "研发获敢 }}"))
        told = until_waiting(process)
        assert "report.yaml:11:" in told
        assert "研发获敢" in told
        assert pdf.read_bytes() == second

        saved(spec, SPEC)
        until_waiting(process)
        assert pdf.read_bytes() == first

        path = spec.parent / "data" / "patent-survey-2024.xlsx"
        book = load_workbook(path)
        book["图1"]["B7"] = 90.1
        book.save(path)
        until_waiting(process)
        assert pdf.read_bytes() != first

        process.send_signal(signal.SIGINT)
        assert process.wait() == 0


def test_a_face_that_comes_into_the_named_folder_is_built_with(spec: Path) -> None:
    spec.write_text(SPEC + LOOK, encoding="utf-8")
    with watching(spec) as process:
        assert "spec.folder-missing" in until_waiting(process)
        folder = spec.parent / "brand" / "fonts"
        folder.mkdir(parents=True)
        assert "fonts.face-unknown" in until_waiting(process)
        own_face(spec.parent / "Acme-Regular.ttf").rename(folder / "Acme-Regular.ttf")
        assert "研发月报.pdf" in until_waiting(process)
