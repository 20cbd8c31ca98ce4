"""Only a regular file of moderate size is read; whatever else stands there is a problem."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportgen.errors import Faulty
from reportgen.origins import Span
from reportgen.yaml_source import MAX_BYTES, source_text

SPAN = Span("spec.yaml", 3, 8, 3, 14)


def fault(path: Path) -> tuple[str, Span | None]:
    with pytest.raises(Faulty) as caught:
        source_text(path, "a.yaml", SPAN)
    (problem,) = caught.value.problems
    assert problem.zh
    assert "a.yaml" in problem.zh or problem.code == "yaml.too-large"
    return problem.code, problem.span


def test_a_file_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("\ufeff甲: 1\r\n".encode())
    assert source_text(tmp_path / "a.yaml", "a.yaml") == "甲: 1\r\n"


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert fault(tmp_path / "pipe") == ("yaml.not-a-file", SPAN)
    assert fault(tmp_path) == ("yaml.not-a-file", SPAN)
    assert fault(Path("/dev/null")) == ("yaml.not-a-file", SPAN)


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    for path in (tmp_path / "none", tmp_path / "circle", tmp_path / "a\0b", tmp_path / ("a" * 300)):
        assert fault(path) == ("yaml.unreadable", SPAN)


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    code, span = fault(tmp_path / "a.yaml")
    assert code == "yaml.too-large"
    assert span is not None
    assert str(span) == "a.yaml:1:1"
