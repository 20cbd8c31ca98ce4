"""The operations page: what it shows works, and what it says of statuses and the environment is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.commands_in_docs import BINARY, ROOT, copied, ours, run, shown

PAGE = ROOT / "docs" / "operations.md"
TEXT = PAGE.read_text(encoding="utf-8")
SPEC = "specs/monthly-bulletin.yaml"
BARE = {"LC_ALL": "C"}


def test_each_command_shown_works_in_a_bare_environment(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    commands = shown(PAGE)
    assert len(commands) >= 6
    for command in commands:
        assert ours(command)
        found = run(command, folder, {**BARE, "HOME": str(tmp_path)})
        assert found.returncode == 0, f"{command}\n{found.stderr}"
        if command.endswith("-q"):
            assert (found.stdout, found.stderr) == ("", "")


def test_the_line_for_cron_and_the_start_of_the_service_work(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    lines = re.findall(r"```cron\n(.*)\n```", TEXT)
    (start,) = re.findall(r"^ExecStart=(.*)$", TEXT, re.MULTILINE)
    assert [re.match(r"\d+ \d+ \* \* \* cd /srv/bulletin && ", line) is not None for line in lines] == [True, True]
    commands = [command for line in lines for command in line.split(" && ")[1].split(" || ")]
    for command in (*commands, start.replace("/srv/bulletin/", "")):
        assert command.startswith(BINARY)
        found = run(command, folder, BARE)
        assert (found.returncode, found.stdout, found.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (f"{SPEC} -o out", 0),
        (f"{SPEC} -o out -p year=2030", 1),
        ("specs/absent.yaml -o out", 1),
        (f"{SPEC} -o {SPEC}", 1),
        (f"{SPEC} -o out -f odt", 2),
        (f"{SPEC} -o out -p year", 2),
        (f"{SPEC} -o out --no-such-option", 2),
    ],
)
def test_the_statuses_are_as_the_table_says(tmp_path: Path, arguments: str, status: int) -> None:
    found = run(f"{BINARY} build {arguments}", copied(tmp_path), BARE)
    assert found.returncode == status, found.stderr
    assert "Traceback" not in found.stderr
    assert (tmp_path / "out").exists() is (status == 0)


def test_several_specs_are_all_built_and_one_fault_is_a_fault(tmp_path: Path) -> None:
    found = run(f"{BINARY} build specs/absent.yaml {SPEC} -o out -f pdf", copied(tmp_path), BARE)
    assert found.returncode == 1
    assert list((tmp_path / "out").iterdir())


def test_the_cache_lies_where_the_page_says_and_only_if_it_may(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    environment = {**BARE, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    run(f"{BINARY} check {SPEC} --no-cache", folder, environment)
    assert not (tmp_path / "cache").exists()
    run(f"{BINARY} check {SPEC}", folder, environment)
    assert any((tmp_path / "cache" / "reportgen").rglob("*"))
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    found = run(f"{BINARY} check {SPEC}", folder, {**BARE, "XDG_CACHE_HOME": str(tmp_path / "file")})
    assert found.returncode == 0, found.stderr


def test_verbose_says_how_long_each_stage_took(tmp_path: Path) -> None:
    found = run(f"{BINARY} build {SPEC} -o out -v", copied(tmp_path), BARE)
    stages = [line.split()[0] for line in found.stderr.splitlines() if line.endswith(" ms")]
    assert [stages[0], stages[-1]] == ["spec", "publish"]
    assert {"workbooks", "resolve", "layout", "pdf", "docx"} <= set(stages)


def test_every_variable_that_is_read_is_on_the_page() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "reportgen").rglob("*.py"))
    read = set(re.findall(r'"(REPORTGEN_[A-Z]+|SOURCE_DATE_EPOCH)', source))
    assert read
    assert {name for name in read if name not in TEXT} == set()
