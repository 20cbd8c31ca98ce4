"""Runs of a batch: what is written, what is left alone, what a failing job does to the others."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

from tests.batch.making import (
    BATCH,
    CLIENTS,
    SPEC,
    batch,
    children,
    command,
    contents,
    environment,
    figures,
    hidden,
    large,
    processes,
    project,
    stamps,
    statuses,
    until_gone,
    workbook,
)

ENDINGS = ("pdf", "docx", "audit.json")


def poisoned(folder: Path, clients: tuple[str, ...], bad: tuple[str, ...]) -> None:
    """Give some clients a blank where a number must be printed."""
    figures(folder, clients)
    book = load_workbook(folder / "data" / "figures.xlsx")
    sheet = book["登记量"]
    for name in bad:
        sheet.cell(4, 2 + clients.index(name)).value = None
    book.save(folder / "data" / "figures.xlsx")


def test_every_job_is_written_with_a_manifest_and_a_summary_and_nothing_else(tmp_path: Path) -> None:
    project(tmp_path)
    ended = batch(tmp_path, "-j", 2)
    assert (ended.returncode, ended.stderr) == (0, "")
    out = tmp_path / "out"
    folders = [f"{name}-2024" for name in CLIENTS]
    assert sorted(path.name for path in out.iterdir()) == sorted([*folders, "manifest.json", "summary.xlsx"])
    assert {path.name for path in (out / "甲-2024").iterdir()} == {f"甲-2024.{ending}" for ending in ENDINGS}
    assert statuses(tmp_path) == dict.fromkeys(folders, "built")
    sheet = load_workbook(out / "summary.xlsx")["Jobs"]
    assert [[cell.value for cell in row][:2] for row in sheet.iter_rows(min_row=2)] == [
        [name, "built"] for name in folders
    ]
    assert len(ended.stdout.splitlines()) == 4


def test_the_files_are_those_of_a_single_build(tmp_path: Path) -> None:
    project(tmp_path)
    batch(tmp_path)
    built = subprocess.run(
        [*command()[:1], "build", "briefing.yaml", "-p", "client=乙", "-o", "single"],
        env=environment(tmp_path), cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    assert built.returncode == 0
    single, many = contents(tmp_path / "single"), contents(tmp_path / "out")
    assert single == {name: content for name, content in many.items() if name.startswith("乙")}


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    project(tmp_path)
    batch(tmp_path)
    before = stamps(tmp_path / "out")
    ended = batch(tmp_path)
    assert ended.stdout.count("unchanged") == len(CLIENTS) + 1
    assert stamps(tmp_path / "out") == before
    # A copy of the project elsewhere, and another time zone, are no change either.
    shutil.copytree(tmp_path, tmp_path.parent / "copied", copy_function=shutil.copy)
    copied = tmp_path.parent / "copied"
    assert batch(copied, variables={"TZ": "Asia/Shanghai"}).stdout.count("unchanged") == len(CLIENTS) + 1
    shutil.rmtree(copied)


def test_one_changed_cell_makes_only_what_it_feeds_again(tmp_path: Path) -> None:
    project(tmp_path)
    batch(tmp_path)
    before = stamps(tmp_path / "out")
    figures(tmp_path, changed={"乙": 321})
    ended = batch(tmp_path, "--explain")
    assert ended.returncode == 0
    now = stamps(tmp_path / "out")
    changed = {name for name in now if now[name] != before.get(name) and "/" in name}
    assert changed == {f"乙-2024/乙-2024.{ending}" for ending in ENDINGS}
    assert statuses(tmp_path) == {"甲-2024": "same", "乙-2024": "built", "丙-2024": "same"}
    (line,) = [line for line in ended.stdout.splitlines() if "乙-2024" in line]
    assert "common file changed: data/figures.xlsx" in line
    assert "; cell 数据!登记量!C4: 110 → 321" in line
    assert batch(tmp_path).stdout.count("unchanged") == len(CLIENTS) + 1


@pytest.mark.parametrize(
    ("change", "again", "why"),
    [
        ("spec", CLIENTS, "common file changed: briefing.yaml"),
        ("output", ("乙",), "output changed or missing: 乙-2024.docx"),
        ("missing", ("乙",), "output changed or missing: 乙-2024.pdf"),
        ("list", ("丁",), "new"),
        ("format", CLIENTS, "options changed"),
        ("parameter", ("乙",), "parameter changed: focus: — → 专利"),
    ],
)
def test_a_run_says_why_a_report_is_made_again(tmp_path: Path, change: str, again: tuple[str, ...], why: str) -> None:
    project(tmp_path)
    batch(tmp_path)
    arguments: list[str] = []
    match change:
        case "spec":
            (tmp_path / "briefing.yaml").write_text(SPEC.replace("title: 简报", "title: 快报"), encoding="utf-8")
        case "output":
            (tmp_path / "out" / "乙-2024" / "乙-2024.docx").write_bytes(b"edited")
        case "missing":
            (tmp_path / "out" / "乙-2024" / "乙-2024.pdf").unlink()
        case "list":
            workbook(
                tmp_path / "data" / "clients.xlsx", "名单", [["client", "备注"], *([n, None] for n in (*CLIENTS, "丁"))]
            )
            figures(tmp_path, (*CLIENTS, "丁"))
        case "parameter":
            focus: list[list[str | int | None]] = [[name, "专利" if name == "乙" else None] for name in CLIENTS]
            workbook(tmp_path / "data" / "clients.xlsx", "名单", [["client", "focus"], *focus])
        case _:
            arguments = ["-f", "pdf"]
    ended = batch(tmp_path, "--explain", *arguments)
    lines = [line for line in ended.stdout.splitlines() if why in line]
    assert {line.split()[3] for line in lines} == {f"{name}-2024" for name in again}


def test_poisoned_clients_name_themselves_and_the_others_are_made(tmp_path: Path) -> None:
    clients = tuple(f"户{number:02}" for number in range(20))
    bad = clients[3:5]
    project(tmp_path, clients)
    poisoned(tmp_path, clients, bad)
    ended = batch(tmp_path)
    assert ended.returncode == 3
    assert {name for name, status in statuses(tmp_path).items() if status == "faulty"} == {f"{n}-2024" for n in bad}
    assert {path.parent.name for path in (tmp_path / "out").glob("*/*.pdf")} == {
        f"{name}-2024" for name in clients if name not in bad
    }
    assert "briefing.yaml:16:" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert str(tmp_path / "out") not in ended.stderr
    sheet = load_workbook(tmp_path / "out" / "summary.xlsx")["Jobs"]
    assert [row[0].value for row in sheet.iter_rows(min_row=2, max_row=3)] == [f"{name}-2024" for name in bad]


def test_a_failing_job_leaves_what_it_wrote_before(tmp_path: Path) -> None:
    project(tmp_path)
    batch(tmp_path)
    before = contents(tmp_path / "out")
    poisoned(tmp_path, CLIENTS, ("乙",))
    assert batch(tmp_path).returncode == 3
    assert contents(tmp_path / "out") == before
    figures(tmp_path)
    assert batch(tmp_path).returncode == 0
    assert set(statuses(tmp_path).values()) <= {"same", "built"}
    assert contents(tmp_path / "out") == before


def test_resuming_does_what_is_left_whatever_changed_since(tmp_path: Path) -> None:
    project(tmp_path)
    poisoned(tmp_path, CLIENTS, ("乙",))
    batch(tmp_path)
    before = stamps(tmp_path / "out")
    figures(tmp_path, changed={"甲": 777, "乙": 555})
    ended = batch(tmp_path, "--resume")
    assert ended.returncode == 0
    now = stamps(tmp_path / "out")
    assert {name.split("/")[0] for name in now if "/" in name and now[name] != before.get(name)} == {"乙-2024"}


def test_a_job_past_its_limit_is_stopped_and_names_itself(tmp_path: Path) -> None:
    large(tmp_path)
    ended = batch(tmp_path, "-j", 1, "--limit", 0.001, "-f", "pdf")
    assert ended.returncode == 3
    assert set(statuses(tmp_path).values()) == {"late"}
    assert "longer than the 0.001 s" in ended.stderr
    assert hidden(tmp_path / "out") == []
    assert batch(tmp_path, "--resume").returncode == 0


def test_a_killed_worker_names_its_job_and_the_others_go_on(tmp_path: Path) -> None:
    large(tmp_path)
    process = subprocess.Popen(
        command(tmp_path / "clients.yaml", "-o", tmp_path / "out", "-j", 1),
        env=environment(tmp_path), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert process.stdout
    assert "甲-2024" in process.stdout.readline()
    for child in children(process.pid):
        os.kill(child, signal.SIGKILL)
    told, problems = process.communicate()
    assert process.returncode == 3
    assert statuses(tmp_path) == {"甲-2024": "built", "乙-2024": "lost", "丙-2024": "built"}
    assert "SIGKILL" in problems
    assert told.count("lost  乙-2024") == 1
    assert batch(tmp_path, "--resume").returncode == 0


def test_a_killed_run_loses_nothing_and_the_next_one_ends_it(tmp_path: Path) -> None:
    clients = tuple(f"户{number:02}" for number in range(12))
    project(tmp_path, clients)
    process = subprocess.Popen(
        command(tmp_path / "clients.yaml", "-o", tmp_path / "out", "-j", 2),
        env=environment(tmp_path), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
    )  # fmt: skip
    assert process.stdout
    done = [process.stdout.readline() for _ in range(3)]
    workers = [*processes(process.pid), *children(process.pid)]
    assert len(workers) == 3
    process.kill()
    process.communicate()
    out = tmp_path / "out"
    for folder in out.glob("户*"):
        assert len(list(folder.iterdir())) == 3
    until_gone(workers)
    ended = batch(tmp_path)
    assert ended.returncode == 0
    assert ended.stdout.count("  unchanged  ") >= len(done)
    assert hidden(out) == []
    assert len(list(out.glob("户*/*.pdf"))) == len(clients)


def test_a_killed_run_holds_no_lock_by_what_it_began(tmp_path: Path) -> None:
    project(tmp_path)
    batch(tmp_path)
    large(tmp_path)
    process = subprocess.Popen(
        command(tmp_path / "clients.yaml", "-o", tmp_path / "out", "-j", 2),
        env=environment(tmp_path), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
    )  # fmt: skip
    assert process.stdout
    process.stdout.readline()
    begun = [*processes(process.pid), *children(process.pid)]
    for one in begun:
        os.kill(one, signal.SIGSTOP)
    process.kill()
    process.communicate()
    ended = batch(tmp_path)
    for one in begun:
        os.kill(one, signal.SIGKILL)
    assert begun
    assert ended.returncode == 0


def test_runs_at_the_same_time_into_one_folder_are_refused_but_one(tmp_path: Path) -> None:
    project(tmp_path)
    runs = [
        subprocess.Popen(
            command(tmp_path / "clients.yaml", "-o", tmp_path / "out", "-j", 1),
            env=environment(tmp_path),
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for _ in range(4)
    ]
    ends = [(run.communicate()[1], run.returncode) for run in runs]
    assert {code for _, code in ends} <= {0, 2}
    assert any(code == 0 for _, code in ends)
    assert all("another batch is writing" in told for told, code in ends if code == 2)
    assert hidden(tmp_path / "out") == []


def test_checking_tells_everything_and_writes_nothing(tmp_path: Path) -> None:
    project(tmp_path)
    assert batch(tmp_path, "--check").returncode == 0
    poisoned(tmp_path, CLIENTS, ("乙", "丙"))
    ended = batch(tmp_path, "--check")
    assert ended.returncode == 3
    assert ended.stdout.count("faulty") == 3
    assert not (tmp_path / "out").exists()


def test_one_fault_of_all_jobs_is_told_once_in_full_and_named_with_each(tmp_path: Path) -> None:
    project(tmp_path, spec=SPEC.replace("较上年 }}", "较去年 }}"))
    ended = batch(tmp_path, "--check", "-q")
    assert ended.returncode == 3
    assert ended.stderr.count("there is no wording named '较去年'") == len(CLIENTS) + 1
    assert ended.stderr.count("hint:") == 1


@pytest.mark.parametrize("kind", ["{type: choice, from: 量, default: 甲}", "{type: row, from: 名单!列, default: 甲}"])
def test_a_value_that_the_data_do_not_have_is_told_with_its_cell(tmp_path: Path, kind: str) -> None:
    spec = SPEC.replace("{type: choice, options: [商标, 专利], default: 商标}", kind)
    project(tmp_path, spec=spec.replace("data:\n", "  名单: data/list.xlsx\ndata:\n").replace("{{ focus }}", ""))
    workbook(tmp_path / "data" / "list.xlsx", "列", [["名称", "行业"], ["甲", "一"], ["乙", "二"]])
    workbook(
        tmp_path / "data" / "clients.xlsx", "名单", [["client", "focus"], ["甲", "乙"], ["乙", "丁"], ["丙", None]]
    )
    ended = batch(tmp_path, "--check", "-q")
    assert ended.returncode == 3
    assert ended.stderr.count("hint:") == 1
    assert "cell: data/clients.xlsx!名单!B3" in ended.stderr


def test_a_file_that_is_too_big_to_write_leaves_the_old_pair(tmp_path: Path) -> None:
    """A limit on the size of files stands in for a full disk: writing fails in the middle."""
    project(tmp_path)
    batch(tmp_path)
    before = contents(tmp_path / "out")
    figures(tmp_path, changed={"甲": 7, "乙": 8, "丙": 9})
    ended = subprocess.run(
        command(tmp_path / "clients.yaml", "-o", tmp_path / "out", "--no-cache"),
        env=environment(tmp_path), cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, 8_000)),
    )  # fmt: skip
    assert ended.returncode == 3
    assert "Traceback" not in ended.stderr
    assert contents(tmp_path / "out") == before
    assert batch(tmp_path).returncode == 0
    assert contents(tmp_path / "out") != before
    assert hidden(tmp_path / "out") == []


def unattended() -> None:
    """Be as a job of the night: a strict mask, no standard input."""
    os.umask(0o077)
    os.close(0)


def test_a_bare_environment_is_enough(tmp_path: Path) -> None:
    project(tmp_path)
    ended = subprocess.run(
        ["env", "-i", *command("clients.yaml", "-o", "out", "-q")],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
        preexec_fn=unattended,
    )  # fmt: skip
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert (tmp_path / "out" / "甲-2024" / "甲-2024.pdf").stat().st_mode & 0o077 == 0


def test_the_log_can_be_json(tmp_path: Path) -> None:
    project(tmp_path)
    poisoned(tmp_path, CLIENTS, ("乙",))
    ended = batch(tmp_path, "--log", "json")
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [line["of"] for line in lines] == [3, 3, 3]
    (bad,) = [line for line in lines if line["status"] == "faulty"]
    assert bad["problems"][0]["cell"] == "数据!登记量!C4"
    assert ended.stderr == ""


@pytest.mark.parametrize(("bad", "which", "status"), [((), "on_success", 0), (("乙",), "on_failure", 3)])
def test_the_operators_command_is_given_the_manifest(
    tmp_path: Path, bad: tuple[str, ...], which: str, status: int
) -> None:
    told = "sh, -c, 'echo {} $REPORTGEN_FAILED $0 > told'"
    hooks = "".join(f"{name}: [{told.format(name)}]\n" for name in ("on_success", "on_failure"))
    project(tmp_path, batch=BATCH + hooks)
    poisoned(tmp_path, CLIENTS, bad)
    assert batch(tmp_path).returncode == status
    words = (tmp_path / "told").read_text(encoding="utf-8").split()
    assert words == [which, str(len(bad)), str((tmp_path / "out" / "manifest.json").resolve())]
    ended = batch(tmp_path, "--on-success", "/no/such/command", "--on-failure", "/no/such/command")
    assert "could not be run" in ended.stderr
    assert ended.returncode == status


def test_a_command_in_the_file_may_be_written_as_on_the_command_line(tmp_path: Path) -> None:
    project(tmp_path, batch=BATCH + """on_success: "sh -c 'echo $REPORTGEN_FAILED > told'"\n""")
    ended = batch(tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (tmp_path / "told").read_text(encoding="utf-8") == "0\n"


@pytest.mark.parametrize(("command", "how"), [("sh -c 'exit 7'", "with status 7"), ("sh -c 'kill $$'", "by SIGTERM")])
def test_a_command_that_ran_and_failed_is_told_as_that_and_leaves_the_status(
    tmp_path: Path, command: str, how: str
) -> None:
    project(tmp_path)
    ended = batch(tmp_path, "--on-success", command)
    assert ended.returncode == 0
    assert f"error[batch.hook-failed] the command of on_success ran and ended {how}" in ended.stderr


def test_a_workbook_of_a_job_that_is_not_there_is_told_where_the_batch_file_names_it(tmp_path: Path) -> None:
    project(tmp_path, batch=BATCH + 'workbooks: {数据: "data/{client}.xlsx"}\n')
    ended = batch(tmp_path, "--check", "-q")
    assert ended.returncode == 3
    assert "clients.yaml:4:17: error[data.no-file] there is no workbook" in ended.stderr
    assert "-w" not in ended.stderr
    typed = batch(tmp_path, "--check", "-q", "-w", "数据=data/none.xlsx")
    assert "error[data.no-given-file] there is no workbook" in typed.stderr
    assert "which -w 数据=" in typed.stderr


def test_a_line_of_the_batch_file_is_shown_from_that_file(tmp_path: Path) -> None:
    text = BATCH.replace("spec: ", "spec: ../").replace("rows: ", "rows: ../") + 'workbooks: {数据: "{client}.xlsx"}\n'
    project(tmp_path)
    (tmp_path / "night").mkdir()
    (tmp_path / "night" / "briefing.yaml").write_text(text, encoding="utf-8")
    ended = subprocess.run(
        command(tmp_path / "night" / "briefing.yaml", "--check", "-q"),
        env=environment(tmp_path),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 3
    assert '  | workbooks: {数据: "{client}.xlsx"}' in ended.stderr


def test_a_spec_cannot_name_a_command(tmp_path: Path) -> None:
    project(tmp_path, spec=SPEC + "on_success: [touch, told]\n")
    ended = batch(tmp_path)
    assert ended.returncode == 1
    assert "on_success" in ended.stderr


def test_two_jobs_whose_names_data_make_equal_do_not_overwrite_each_other(tmp_path: Path) -> None:
    spec = SPEC.replace('"{{ client }}-{{ year }}"', '"登记 {{ 客户量 }}"')
    project(tmp_path, spec=spec)
    figures(tmp_path, changed={"甲": 50, "乙": 50})
    ended = batch(tmp_path, "-j", 1)
    assert ended.returncode == 3
    assert "was written by '#1 client=甲' already" in ended.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir() if path.is_dir()) == ["登记120件", "登记50件"]


def test_a_command_that_cannot_be_split_is_refused_before_anything_runs(tmp_path: Path) -> None:
    project(tmp_path)
    ended = batch(tmp_path, "--on-failure", "tell 'them")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "error[batch.bad-command] the command of --on-failure cannot be read" in ended.stderr
    assert not (tmp_path / "out").exists()


def test_a_run_for_another_year_forgets_nothing_that_earlier_ones_made(tmp_path: Path) -> None:
    project(tmp_path)
    out = tmp_path / "out"
    batch(tmp_path)
    figures(tmp_path, changed={"甲": 77})
    later = batch(tmp_path, "-p", "year=2023")
    assert later.returncode == 3  # the year before 2023 is not there
    assert later.stdout.splitlines()[-1] == (
        "besides, 3 folders that earlier runs made and no job of this one has, left alone (summary.xlsx)"
    )
    sheet = load_workbook(out / "summary.xlsx")["Earlier"]
    assert {row[0].value for row in sheet.iter_rows(min_row=2)} == {f"{name}-2024" for name in CLIENTS}
    assert "besides, 3 folders" in batch(tmp_path, "-p", "year=2023").stdout
    returned = batch(tmp_path, "--explain")
    assert returned.stdout.count("not in the last run, but made by an earlier one") == len(CLIENTS)
    assert "output changed or missing" not in returned.stdout
    assert "besides" not in returned.stdout
    assert set(statuses(tmp_path).values()) == {"built"}


def test_a_client_taken_off_the_list_is_told_of_as_long_as_its_folder_stands(tmp_path: Path) -> None:
    project(tmp_path)
    batch(tmp_path)
    workbook(tmp_path / "data" / "clients.xlsx", "名单", [["client"], ["甲"], ["乙"]])
    assert "besides, 1 folder that earlier runs made" in batch(tmp_path).stdout
    before = stamps(tmp_path / "out")
    assert "besides, 1 folder that earlier runs made" in batch(tmp_path).stdout
    assert stamps(tmp_path / "out") == before
    shutil.rmtree(tmp_path / "out" / "丙-2024")
    assert "besides" not in batch(tmp_path).stdout
    assert load_workbook(tmp_path / "out" / "summary.xlsx").sheetnames == ["Jobs", "Totals"]


def test_a_folder_whose_name_data_have_changed_is_told_of(tmp_path: Path) -> None:
    project(tmp_path, spec=SPEC.replace('"{{ client }}-{{ year }}"', '"登记 {{ 客户量 }}"'))
    batch(tmp_path)
    figures(tmp_path, changed={"甲": 50})
    assert "besides, 1 folder that earlier runs made" in batch(tmp_path).stdout
    sheet = load_workbook(tmp_path / "out" / "summary.xlsx")["Earlier"]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ["登记100件"]
    before = stamps(tmp_path / "out")
    assert "besides, 1 folder that earlier runs made" in batch(tmp_path).stdout
    assert stamps(tmp_path / "out") == before


def test_files_that_an_earlier_run_left_are_no_reason_for_a_job_that_failed(tmp_path: Path) -> None:
    project(tmp_path)
    batch(tmp_path)
    (tmp_path / "out" / "manifest.json").unlink()
    poisoned(tmp_path, CLIENTS, ("乙",))
    batch(tmp_path)
    figures(tmp_path)
    (line,) = [line for line in batch(tmp_path, "--explain").stdout.splitlines() if "乙-2024" in line]
    assert "failed last time: faulty" in line
    assert "output changed or missing" not in line


def test_the_summary_tells_of_the_last_making_in_links_that_lead_there_and_hints_once(tmp_path: Path) -> None:
    spec = SPEC.replace('"{{ client }}-{{ year }}"', '"{{ client }} #{{ year }}"').replace(
        "body:\n", "body:\n  - text: 另 {{ 客户量 }}，{{ 客户量 | 较上年 }}。\n"
    )
    project(tmp_path, spec=spec)
    poisoned(tmp_path, CLIENTS, ("乙",))
    book = load_workbook(tmp_path / "data" / "figures.xlsx")
    book["登记量"]["C3"] = None
    book.save(tmp_path / "data" / "figures.xlsx")
    batch(tmp_path)
    jobs = load_workbook(tmp_path / "out" / "summary.xlsx")["Jobs"]
    header, bad, *good = list(jobs.iter_rows())
    assert [header[1].value, header[4].value] == ["Last result", "Last ended (UTC)"]
    assert str(bad[5].value).count("is blank") > 1
    assert str(bad[6].value).count("fill the cell, or say it in another way") == 1
    folder = tmp_path / "out"
    links = [unquote(row[0].hyperlink.target) for row in good if row[0].hyperlink and row[0].hyperlink.target]
    assert links == [f"{row[0].value}/" for row in good]
    assert all((folder / link).is_dir() for link in links)
