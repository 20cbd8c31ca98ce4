"""`build --watch` as an editor uses it: saves that build, saves that do not, and Ctrl-C."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reportgen.commands.watching import inputs
from reportgen.pipeline import Request

SPECS = Path(__file__).parents[2] / "specs"
WAITING = "Waiting for the next save; Ctrl-C ends."
SPEC = """\
reportgen: 1
title: 研发月报
contents: false
params: {year: {type: year, default: 2024}}
workbooks:
  调查: {path: data/patent-survey-2024.xlsx, period: year}
data:
  研发获取: 调查!图1
body:
  - text: |
      {{ year }}，比例为 {{ 研发获取 }}。
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """Return a small spec beside the data that ship."""
    shutil.copytree(SPECS / "data", tmp_path / "data")
    path = tmp_path / "report.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


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


def test_what_is_watched_is_what_a_build_reads(spec: Path, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    shutil.copy(spec, tmp_path / "base.yaml")
    own = tmp_path / "own" / "issue.yaml"
    own.write_text("reportgen: 1\nextends: ../base.yaml\ntheme: look.yaml\n", encoding="utf-8")
    found = inputs(Request(own, root=tmp_path))
    names = {path.relative_to(tmp_path.resolve()).as_posix() for path in found}
    assert names == {"own/issue.yaml", "base.yaml", "data/patent-survey-2024.xlsx", "own/look.yaml"}


def test_a_workbook_given_instead_is_watched_instead(spec: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere.xlsx"
    found = inputs(Request(spec, workbooks={"调查": other}))
    assert found == {spec.resolve(), other.resolve()}


def test_a_spec_that_cannot_be_read_is_watched_itself(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("{", encoding="utf-8")
    assert inputs(Request(broken)) == {broken.resolve()}


def test_a_client_s_logo_is_watched_whoever_names_it() -> None:
    briefing = SPECS / "client-briefing.yaml"
    logo = SPECS / "brand" / "client-logo.png"
    assert logo in inputs(Request(briefing))
    themed = inputs(Request(briefing, theme="brand/client-theme.yaml"))
    assert {logo, SPECS / "brand" / "client-theme.yaml"} <= themed
    assert logo not in inputs(Request(briefing, theme="plain"))
