"""The commands as a shell runs them: what they write, what they say, how they end."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SPECS = Path(__file__).parent.parent / "specs"
NAME = "ip-bulletin-2025-03"
COMMAND = [str(Path(sys.executable).parent / "reportgen")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a folder with the bulletin's spec and data."""
    folder = tmp_path / "月报 项目"
    shutil.copytree(SPECS, folder)
    return folder


def run(*arguments: str, cwd: Path, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command in a bare environment, as cron does."""
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=cwd,
        env=environment or {},
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )


def spoil(project: Path, old: str, new: str) -> None:
    path = project / "monthly-bulletin.yaml"
    source = path.read_text(encoding="utf-8")
    assert source.count(old) >= 1
    path.write_text(source.replace(old, new, 1), encoding="utf-8")


def test_the_same_input_gives_the_same_bytes_wherever_and_whenever(project: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "deep"
    shutil.copytree(SPECS, other)
    one = run("build", "monthly-bulletin.yaml", "--no-cache", cwd=project, environment={"TZ": "Asia/Shanghai"})
    environment = {"TZ": "America/New_York", "PYTHONHASHSEED": "7", "LC_ALL": "C", "HOME": str(tmp_path)}
    two = run("build", "monthly-bulletin.yaml", cwd=other, environment=environment)
    assert (one.returncode, two.returncode) == (0, 0), one.stderr + two.stderr
    first, second = ({p.name: p.read_bytes() for p in (folder / "out" / NAME).iterdir()} for folder in (project, other))
    assert set(first) == {f"{NAME}.pdf", f"{NAME}.docx", f"{NAME}.audit.json"}
    assert first == second


@pytest.mark.parametrize(
    ("output", "name"),
    [
        ("../../外面/{{ period }}", "-..-外面-2025-03"),
        ("/tmp/{{ period }}", "-tmp-2025-03"),
        ("..", "report"),
        ("月报" * 90, "月报" * 40 + "月"),
    ],
)
def test_nothing_is_written_outside_the_output_folder(project: Path, output: str, name: str) -> None:
    before = set(project.parent.rglob("*"))
    spoil(project, 'output: "ip-bulletin-{{ period }}"', f'output: "{output}"')
    done = run("build", "monthly-bulletin.yaml", "--no-cache", cwd=project)
    assert done.returncode == 0, done.stderr
    folder = project / "out" / name
    written = {folder / f"{name}.{ending}" for ending in ("pdf", "docx", "audit.json")}
    assert set(project.parent.rglob("*")) - before == {project / "out", folder, *written}


def test_nothing_is_written_when_nothing_changed(project: Path) -> None:
    run("build", "monthly-bulletin.yaml", cwd=project)
    before = {p: p.stat().st_mtime_ns for p in (project / "out").rglob("*")}
    again = run("build", "monthly-bulletin.yaml", cwd=project)
    assert again.returncode == 0
    assert {p: p.stat().st_mtime_ns for p in (project / "out").rglob("*")} == before


def test_a_fault_is_told_and_what_was_written_before_still_stands(project: Path) -> None:
    run("build", "monthly-bulletin.yaml", cwd=project)
    before = {p: p.read_bytes() for p in (project / "out").rglob("*") if p.is_file()}
    spoil(project, "{{ 研发获取 | 较上年 }}", "{{ 研发获敢 | 较上年 }}")
    failed = run("build", "monthly-bulletin.yaml", cwd=project, environment={"REPORTGEN_LANG": "zh"})
    assert failed.returncode == 1
    assert "研发获敢" in failed.stderr
    assert "研发获取" in failed.stderr
    assert "monthly-bulletin.yaml:69:68" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert {p: p.read_bytes() for p in (project / "out").rglob("*") if p.is_file()} == before


def test_a_workbook_is_called_as_it_was_typed(project: Path) -> None:
    (project / "data" / "patent-survey-2024.xlsx").write_text("年份\t比例", encoding="gbk")
    found = run("check", "monthly-bulletin.yaml", cwd=project)
    assert found.returncode == 1
    assert "data/patent-survey-2024.xlsx is plain text (GBK)" in found.stderr
    assert str(project) not in found.stderr


@pytest.mark.parametrize(("basis", "points"), [("exact", "1.8 个百分点"), ("printed", "2.0 个百分点")])
def test_the_report_says_which_values_its_changes_are_taken_of(project: Path, basis: str, points: str) -> None:
    spoil(project, "theme: bulletin", f'basis: {basis}\nnumbers: {{"%": 0, 个百分点: 1}}\ntheme: bulletin')
    told = run("audit", "monthly-bulletin.yaml", cwd=project).stdout.splitlines()
    assert any(points in line for line in told if "研发获取[2024] − 研发获取[2023]" in line)


def test_all_faults_of_a_spec_are_told_in_one_run(project: Path) -> None:
    spoil(project, "{{ 研发获取 | 较上年 }}", "{{ 研发获敢 | 较上年 }}")
    spoil(project, "版权!作品类型", "版权!作品类别")
    spoil(project, "data: 规模合作", "data: 规模合做")
    found = run("check", "monthly-bulletin.yaml", "--json", cwd=project)
    problems = json.loads(found.stdout)
    assert found.returncode == 1
    assert {p["message"]["zh"].partition("“")[2].partition("”")[0] for p in problems} >= {"研发获敢", "规模合做"}
    assert any("作品类别" in p["message"]["zh"] for p in problems)
    assert all(p["spec"] and p["message"]["en"] for p in problems)


def test_faults_of_form_do_not_hide_those_of_expressions(project: Path) -> None:
    spoil(project, "- chart: pie", "- chart: pi")
    spoil(project, "quoted: true ", "quotd: true ")
    spoil(project, "{{ 研发获取 | 较上年 }}", "{{ 研发获敢 | 较上年 }}")
    spoil(project, "版权!作品类型", "版权!作品类别")
    found = run("check", "monthly-bulletin.yaml", "--json", cwd=project)
    assert found.returncode == 1
    codes = sorted(problem["code"] for problem in json.loads(found.stdout))
    assert codes == ["data.no-such-place", "prose.unknown-name", "yaml.not-a-choice", "yaml.unknown-key"]


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({"REPORTGEN_LANG": "zh"}, "错误"),
        ({"REPORTGEN_LANG": "en"}, "error"),
        ({"LANG": "zh_CN.UTF-8"}, "错误"),
        ({"LC_ALL": "C"}, "error"),
        ({}, "error"),
        ({"REPORTGEN_LANG": "zh", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}, "\\u9519"),
    ],
)
def test_messages_are_in_the_language_of_the_environment(project: Path, environment: dict[str, str], word: str) -> None:
    spoil(project, "{{ 研发获取 | 较上年 }}", "{{ 研发获敢 | 较上年 }}")
    found = run("check", "monthly-bulletin.yaml", cwd=project, environment=environment)
    assert found.returncode == 1
    assert word in found.stderr
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("build",),
        ("build", "monthly-bulletin.yaml", "-f", "html"),
        ("build", "monthly-bulletin.yaml", "-p", "period"),
        ("build", "monthly-bulletin.yaml", "-w", "不存在=data/patent-survey-2024.xlsx"),
        ("build", "monthly-bulletin.yaml", "--unknown"),
        ("unknown",),
    ],
)
def test_wrong_usage_ends_with_two_and_writes_nothing(project: Path, arguments: tuple[str, ...]) -> None:
    found = run(*arguments, cwd=project)
    assert found.returncode == 2, found.stderr
    assert "Traceback" not in found.stderr
    assert not (project / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "absent.yaml"),
        ("build", "monthly-bulletin.yaml", "-p", "period=三月"),
        ("build", "monthly-bulletin.yaml", "-p", "month=2025-03"),
        ("build", "monthly-bulletin.yaml", "--theme", "bulletn"),
        ("build", "monthly-bulletin.yaml", "-w", "调查=absent.xlsx"),
    ],
)
def test_a_fault_ends_with_one_and_writes_nothing(project: Path, arguments: tuple[str, ...]) -> None:
    found = run(*arguments, cwd=project)
    assert found.returncode == 1, found.stderr
    assert "error[" in found.stderr
    assert "Traceback" not in found.stderr
    assert not (project / "out").exists()


def test_a_theme_s_file_is_found_from_the_project_and_from_here(project: Path) -> None:
    for arguments in (
        ("check", f"{project.name}/client-briefing.yaml"),
        ("batch", f"{project.name}/clients.yaml", "--check"),
    ):
        for theme in ("brand/client-theme.yaml", f"{project.name}/brand/client-theme.yaml"):
            found = run(*arguments, "--theme", theme, cwd=project.parent)
            assert found.returncode == 0, found.stderr
    missing = run("check", "client-briefing.yaml", "--theme", "brand/nobody.yaml", cwd=project)
    assert missing.returncode == 1
    assert "there is no such file" in missing.stderr
    assert "paths begin at the spec's folder" in missing.stderr


def test_the_audit_leads_from_a_cell_to_what_it_feeds(project: Path) -> None:
    found = run("audit", "monthly-bulletin.yaml", "--cell", "调查!图1!B7", cwd=project)
    assert found.returncode == 0, found.stderr
    rows = [line.split("\t") for line in found.stdout.splitlines()]
    assert ["86.6%", "研发获取[2024]"] in [row[1:3] for row in rows]
    assert all("调查!图1!B7=86.6" in row[3] for row in rows)


@pytest.mark.parametrize(
    ("option", "typed", "said"),
    [
        ("--cell", "图1!B7", "No printed number uses this cell; write workbook!sheet!cell, as in 调查!图1!B7."),
        ("--block", "登记走视", "No printed number stands in this block; write a block's id, as in 登记走势."),
    ],
)
def test_an_audit_that_finds_nothing_says_so_and_what_can_be_asked_for(
    project: Path, option: str, typed: str, said: str
) -> None:
    found = run("audit", "monthly-bulletin.yaml", option, typed, cwd=project)
    assert (found.returncode, found.stdout, found.stderr.strip()) == (0, "", said)


def test_the_audit_as_json_is_the_audit_file(project: Path) -> None:
    run("build", "monthly-bulletin.yaml", cwd=project)
    written = json.loads((project / "out" / NAME / f"{NAME}.audit.json").read_text(encoding="utf-8"))
    shown = json.loads(run("audit", "monthly-bulletin.yaml", "--json", cwd=project).stdout)
    assert [r["id"] for r in shown["records"]] == [r["id"] for r in written["records"]]
    assert all(r["page"] for r in written["records"] if r["block"] not in {"checks", "output"})


def test_only_the_asked_formats_are_written(project: Path) -> None:
    assert run("build", "monthly-bulletin.yaml", "-f", "pdf", cwd=project).returncode == 0
    assert {p.suffix for p in (project / "out" / NAME).iterdir()} == {".pdf", ".json"}


def test_source_date_epoch_dates_the_files(project: Path) -> None:
    run("build", "monthly-bulletin.yaml", "-f", "pdf", cwd=project, environment={"SOURCE_DATE_EPOCH": "1000000000"})
    assert b"2001-09-09" in (project / "out" / NAME / f"{NAME}.pdf").read_bytes()


def test_a_file_name_that_the_locale_has_no_characters_for_is_told_as_that(project: Path) -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    told = run("build", "client-briefing.yaml", cwd=project, environment=ascii_only)
    assert told.returncode == 1
    assert "error[usage.locale]" in told.stderr
    assert "Traceback" not in told.stderr
    assert not (project / "out").exists() or not list((project / "out").iterdir())


@pytest.mark.parametrize("epoch", ["-5", "昨天", "²", "253402300800", "9" * 20])
def test_a_wrong_source_date_epoch_is_refused(epoch: str, project: Path) -> None:
    told = run("build", "monthly-bulletin.yaml", cwd=project, environment={"SOURCE_DATE_EPOCH": epoch})
    assert told.returncode == 2
    assert "error[usage.epoch]" in told.stderr


def test_the_version_is_said(project: Path) -> None:
    assert run("--version", cwd=project).stdout.startswith("reportgen 0.")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "monthly-bulletin.yaml"],
        ["batch", "clients.yaml"],
        ["audit", "monthly-bulletin.yaml"],
        ["--version"],
        ["build", "--help"],
    ],
)
def test_a_log_on_a_full_disk_stops_no_work_and_is_told_of(arguments: list[str], project: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        told = subprocess.run(
            [*COMMAND, *arguments], cwd=project, env={}, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert told.returncode == 1
    assert "error[output.unsaid]" in told.stderr
    assert "Traceback" not in told.stderr
    assert "internal" not in told.stderr
    if arguments[0] == "batch":
        assert len(list((project / "out").glob("*/*.pdf"))) == len(list((project / "out").glob("*/"))) > 1
    if arguments == ["build", "monthly-bulletin.yaml"]:
        assert (project / "out" / NAME / f"{NAME}.pdf").exists()


def test_nobody_listening_is_no_fault_of_the_program(project: Path) -> None:
    for arguments in (["batch", "clients.yaml", "--check"], ["wordings"]):
        reading, writing = os.pipe()
        os.close(reading)
        told = subprocess.run(
            [*COMMAND, *arguments], cwd=project, env={}, stdout=writing, stderr=subprocess.PIPE, text=True, check=False
        )
        os.close(writing)
        assert told.stderr == ""
