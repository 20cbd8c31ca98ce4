"""Conventions are read by name or from a file under the root; their faults are told at their places."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportgen.conventions.load import conventions_from, conventions_names, load_conventions
from reportgen.errors import Faulty
from reportgen.numbering import written
from reportgen.origins import Span

BULLETIN = """\
name: own
headings: [{numeral: chinese, before: （, after: ）}]
figure: 图
table: 表
label_gap: " "
caption_separator: "  "
reference: （参见{reference}）
source: （来源：{source}）
unit: 单位：{unit}
note: 注：
data_source: 资料来源：
contents: 目录
contents_depth: 3
continued: 续表
bullet: •
missing: —
header: "{title}\\t{section}"
footer: "{page}"
"""


def faults(error: Faulty) -> list[str]:
    assert all(problem.hint_zh and problem.hint_en for problem in error.problems)
    return [f"{p.span.line}:{p.span.column} {p.code}" if p.span else p.code for p in error.problems]


def changed(key: str, value: str) -> str:
    return "\n".join(f"{key}: {value}" if line.startswith(f"{key}:") else line for line in BULLETIN.splitlines())


def test_the_bulletin_says_what_the_bulletin_says() -> None:
    found = load_conventions("bulletin")
    assert [written(one, 1) for one in found.headings] == ["（一）", "1. "]
    assert (found.figure, found.table, found.label_gap, found.caption_separator) == ("图", "表", " ", "  ")
    assert found.reference.format(reference="图 1") == "（参见图 1）"
    assert found.source.format(source="国家版权局") == "（来源：国家版权局）"
    assert found.unit.format(unit="件") == "单位：件"
    assert (found.note, found.data_source, found.missing, found.bullet) == ("注：", "资料来源：", "—", "•")
    assert (found.contents, found.contents_depth, found.continued) == ("目录", 3, "续表")
    assert (found.header, found.footer) == ("{title}\t{section}", "{page}")


@pytest.mark.parametrize("name", conventions_names())
def test_what_ships_is_sound_and_bears_its_name(name: str) -> None:
    assert load_conventions(name).name == name


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    span = Span("a.yaml", 7, 14, 7, 21)
    with pytest.raises(Faulty) as caught:
        load_conventions("buletin", span=span)
    (problem,) = caught.value.problems
    assert (problem.code, problem.span) == ("conventions.unknown", span)
    assert "是不是想写“bulletin”？" in problem.hint_zh
    assert "plain" in problem.hint_en


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("reference", "（参见{refrence}）", ["7:12 conventions.missing-field", "7:12 conventions.unknown-field"]),
        ("reference", "（参见图）", ["7:12 conventions.missing-field"]),
        ("reference", "（参见{reference）", ["7:12 conventions.bad-pattern"]),
        ("reference", "（{reference.label}{reference}）", ["7:12 conventions.unknown-field"]),
        ("reference", "（{reference!r}{reference}）", ["7:12 conventions.unknown-field"]),
        ("footer", '"{page} {}"', ["18:9 conventions.unknown-field"]),
        ("footer", "{page}", ["18:9 yaml.wrong-shape"]),
        ("contents_depth", "4", ["13:17 conventions.contents-depth"]),
        ("contents_depth", "三", ["13:17 yaml.not-an-integer"]),
        ("figure", "", ["3:8 yaml.empty-value"]),
    ],
)
def test_each_fault_is_told_at_its_place(key: str, value: str, expected: list[str]) -> None:
    with pytest.raises(Faulty) as caught:
        conventions_from(changed(key, value), "own.yaml")
    assert faults(caught.value) == expected


def test_a_file_of_the_user_s_own_is_read(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "own.yaml").write_text(BULLETIN, encoding="utf-8")
    assert load_conventions("house/own.yaml", tmp_path).name == "own"
    assert load_conventions("own.yaml", tmp_path, tmp_path / "house").name == "own"


def test_a_file_outside_the_root_is_not_read(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "own.yaml").write_text(BULLETIN, encoding="utf-8")
    (root / "link.yaml").symlink_to(tmp_path / "own.yaml")
    for name in ("../own.yaml", "link.yaml", str(tmp_path / "own.yaml")):
        with pytest.raises(Faulty) as caught:
            load_conventions(name, root)
        assert faults(caught.value) == ["conventions.outside-root"]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()
    for name, code in (("none.yaml", "unreadable"), ("pipe.yaml", "not-a-file"), ("folder.yaml", "not-a-file")):
        with pytest.raises(Faulty) as caught:
            load_conventions(name, tmp_path)
        assert faults(caught.value) == [f"yaml.{code}"]
    with pytest.raises(Faulty) as caught:
        load_conventions("a\0.yaml", tmp_path)
    assert faults(caught.value) == ["yaml.unreadable"]
