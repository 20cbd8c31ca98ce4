"""A build by two processes at once: the same files, the same problems, and nothing loaded that nobody wants."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from reportgen import aside, pipeline, rendering
from reportgen.errors import Faulty, Unwritable
from reportgen.keeping import NO_TEMPORARY
from reportgen.request import Request
from reportgen.spec.report import DEFAULT_THEME

SPECS = Path(__file__).parent.parent / "specs"


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "processors", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def counting(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list to which each copy adds that it made something."""
    made: list[str] = []
    result = aside.Made.result

    def told(self: aside.Made[object]) -> object:
        made.append("here" if self._copy is None else "aside")
        return result(self)

    monkeypatch.setattr(aside.Made, "result", told)
    return made


def test_two_processes_make_the_same_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = counting(monkeypatch)
    request = Request(SPECS / "client-briefing.yaml", cache=tmp_path)
    built = pipeline.build(request, abreast=True)
    assert made == ["aside", "aside"]
    assert pipeline.build(request) == built
    assert made == ["aside", "aside", "here", "here"]
    assert list(built.files) == [f"{built.name}.{each.value}" for each in request.formats]


def test_what_is_large_is_not_handed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    request = Request(SPECS / "client-briefing.yaml", cache=tmp_path)
    handed = pipeline.build(request, abreast=True)
    made = counting(monkeypatch)
    monkeypatch.setattr(pipeline, "LARGE", 0)
    assert pipeline.build(request, abreast=True) == handed
    assert made == ["aside"]  # the other is made by the copy


def test_what_cannot_be_loaded_ahead_keeps_no_report_that_does_without(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def refuse(formats: object) -> None:
        asked.append(formats)
        raise Unwritable(NO_TEMPORARY.at())

    monkeypatch.setattr(pipeline, "load_for_new_charts", refuse)
    assert pipeline.build(Request(SPECS / "client-briefing.yaml"), abreast=True).files
    assert asked


def test_problems_are_those_of_one_process(tmp_path: Path) -> None:
    shutil.copytree(SPECS / "data", tmp_path / "data")
    spec = tmp_path / "report.yaml"
    spec.write_text("reportgen: 1\ntitle: 月报\nbody:\n  - text: |\n      {{ 没有 }}\n", encoding="utf-8")
    told = []
    for abreast in (True, False):
        with pytest.raises(Faulty) as caught:
            pipeline.build(Request(spec), abreast=abreast)
        told.append(caught.value.problems)
    assert told[0] == told[1]
    assert told[0]


def test_the_theme_that_is_read_ahead_is_the_one_that_reports_have_by_themselves() -> None:
    assert rendering.USUAL_THEME == DEFAULT_THEME


def test_what_is_read_ahead_may_be_missing(tmp_path: Path) -> None:
    rendering.make_ready(Request(tmp_path / "report.yaml", theme="没有"), lambda: True)
