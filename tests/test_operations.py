"""The operations page: what it shows works, and what it says of statuses and the environment is so."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
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


STRICT = """
set -e
for folder in out cache temporary; do mkdir -p $folder; mount --bind $folder $folder; done
mount --make-rprivate /
for place in $(awk '$2 !~ /^.(proc|sys|dev)/ {print $2}' /proc/mounts); do
    case $place in $PWD/out|$PWD/$WRITABLE) ;; *) mount -o remount,bind,ro $place 2>/dev/null || true ;; esac
done
! touch /tmp/probe 2>/dev/null
exec env -i LC_ALL=C XDG_CACHE_HOME=$PWD/cache "$@"
"""
"""What `ProtectSystem=strict` makes of a machine without a temporary folder: all of it read-only but a few folders."""


def strictly(command: str, folder: Path, writable: str, *variables: str) -> tuple[int, str]:
    """Run a command where only `out` and the folder `writable` may be written; return its status and what it said."""
    words = [*variables, str(Path(sys.executable).parent / "reportgen"), *command.split()]
    found = subprocess.run(
        ["unshare", "-m", "bash", "-c", STRICT, "strict", *words],
        env={"PATH": os.environ["PATH"], "WRITABLE": writable},
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in found.stderr
    return found.returncode, found.stderr


@pytest.mark.needs_mounts
def test_the_service_needs_no_folder_but_those_it_names(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    assert re.search(r"^ReadWritePaths=/srv/bulletin/out /srv/bulletin/.cache$", TEXT, re.MULTILINE)
    assert strictly(f"build {SPEC} -o out -q", folder, "cache") == (0, "")
    shutil.rmtree(tmp_path / "cache")
    assert strictly("batch specs/clients.yaml -o out/briefings -q", folder, "cache") == (0, "")
    assert (tmp_path / "cache" / "reportgen" / "matplotlib").is_dir()


@pytest.mark.needs_mounts
@pytest.mark.parametrize("command", ["batch specs/clients.yaml -o out -q", "batch specs/clients.yaml --check -q"])
def test_where_the_cache_cannot_be_written_a_temporary_folder_will_do(tmp_path: Path, command: str) -> None:
    variable = f"TMPDIR={tmp_path / 'temporary'}"
    assert strictly(command, copied(tmp_path), "temporary", variable) == (0, "")


@pytest.mark.needs_mounts
@pytest.mark.parametrize(
    ("command", "status"),
    [
        (f"build {SPEC} -o out -q", 1),
        ("batch specs/clients.yaml -o out/briefings -q", 3),
        ("batch specs/clients.yaml --check -q", 1),
    ],
)
def test_that_there_is_no_temporary_folder_is_told_as_that(tmp_path: Path, command: str, status: int) -> None:
    found, told = strictly(command, copied(tmp_path), "none")
    assert (found, "error[temporary.none]" in told) == (status, True), told
    assert told.count("error[") == 1
    assert "TMPDIR" in told
    assert "PrivateTmp=true" in told
    assert "\nPrivateTmp=true\n" in TEXT


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
