"""Specs, lists and batch files for the tests of batches, small and quick to build."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import xlsxwriter

from tests.fonts.making import own_face

SPEC = """\
reportgen: 1
title: 简报
output: "{{ client }}-{{ year }}"
contents: false
params:
  client: {type: text, required: true}
  focus: {type: choice, options: [商标, 专利], default: 商标}
  year: {type: year, default: 2024}
workbooks:
  数据: {path: data/figures.xlsx, period: year}
data:
  量: 数据!登记量
  客户量: "量[client]"
body:
  - text: |
      {{ year }}，{{ client }}的{{ focus }}登记量为 {{ 客户量 }}，{{ 客户量 | 较上年 }}。
  - {chart: line, data: 客户量, caption: 登记量}
"""
"""A briefing that reads one item of a table that all share."""

BATCH = """\
batch: 1
spec: briefing.yaml
rows: data/clients.xlsx!名单
"""

CLIENTS = ("甲", "乙", "丙")

PATIENCE = 120.0
"""Seconds after which a process that should have gone will not go: far more than the slowest machine takes."""


def workbook(path: Path, sheet: str, rows: Sequence[Sequence[str | int | None]]) -> None:
    """Write a workbook with one sheet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path))
    written = book.add_worksheet(sheet)
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if value is not None:
                written.write(row, column, value)
    book.close()


def figures(folder: Path, clients: Sequence[str] = CLIENTS, changed: Mapping[str, int] | None = None) -> None:
    """Write the table that all jobs read: a column for each client; `changed` are last year's figures of some."""
    last = [(changed or {}).get(name, 100 + 10 * place) for place, name in enumerate(clients)]
    rows: list[list[str | int | None]] = [["单位：件"], ["年份", *clients]]
    rows += [["2023年", *(90 for _ in clients)], ["2024年", *last]]
    workbook(folder / "data" / "figures.xlsx", "登记量", rows)


def project(folder: Path, clients: Sequence[str] = CLIENTS, batch: str = BATCH, spec: str = SPEC) -> Path:
    """Write a project and return the path of its batch file."""
    figures(folder, clients)
    workbook(folder / "data" / "clients.xlsx", "名单", [["client", "备注"], *([name, None] for name in clients)])
    (folder / "briefing.yaml").write_text(spec, encoding="utf-8")
    (folder / "clients.yaml").write_text(batch, encoding="utf-8")
    return folder / "clients.yaml"


BRAND = """\
name: acme
extends: bulletin
fonts: fonts
typefaces:
  serif:
    regular: {east_asian: NotoSerifSC-Regular, latin: Acme}
    bold: {east_asian: NotoSerifSC-Bold, latin: Acme}
    word: {east_asian: 宋体, latin: Acme Serif}
"""
"""A theme with a face of the user's own."""


def branded(folder: Path) -> Path:
    """Write a project whose theme names a face of the user's own, and return the path of the face."""
    project(folder, spec=SPEC + "theme: brand/acme.yaml\n")
    face = own_face(folder / "brand" / "fonts" / "Acme.ttf")
    (folder / "brand" / "acme.yaml").write_text(BRAND, encoding="utf-8")
    return face


def environment(folder: Path) -> dict[str, str]:
    """Return what a night job runs in: next to nothing, and a cache of its own."""
    return {"LC_ALL": "C", "XDG_CACHE_HOME": str(folder / "cache")}


def command(*arguments: object) -> list[str]:
    """Return the command `reportgen batch …`."""
    return [str(Path(sys.executable).parent / "reportgen"), "batch", *map(str, arguments)]


def batch(
    folder: Path, *arguments: object, variables: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the batch of a project, into `out` beside it unless `-o` is given, and return how it ended."""
    given = arguments if "-o" in arguments else ("-o", folder / "out", *arguments)
    given = given if "-j" in arguments else ("-j", 1, *given)
    return subprocess.run(
        command(folder / "clients.yaml", *given),
        env={**environment(folder), **(variables or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=folder,
    )


def stamps(out: Path) -> dict[str, tuple[int, int]]:
    """Return the inode and time of everything below `out`."""
    return {path.relative_to(out).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns) for path in out.rglob("*")}


def contents(out: Path) -> dict[str, bytes]:
    """Return the files of the reports below `out`."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.glob("*/*")) if path.is_file()}


def hidden(out: Path) -> list[str]:
    """Return what a run left that nobody asked for."""
    return sorted(path.name for path in out.iterdir() if path.name.startswith("."))


def manifest(folder: Path) -> dict[str, dict[str, object]]:
    """Return the records of the last run."""
    found: dict[str, dict[str, object]] = json.loads((folder / "out" / "manifest.json").read_bytes())["jobs"]
    return found


def statuses(folder: Path) -> dict[str, object]:
    return {name: one["status"] for name, one in manifest(folder).items()}


def large(folder: Path) -> None:
    """Give each client a workbook of its own, that of 乙 so large that reading it takes long."""
    project(folder, batch=BATCH + 'workbooks: {数据: "data/{client}.xlsx"}\n')
    for name in CLIENTS:
        rows: list[list[str | int | None]] = [
            ["单位：件"],
            ["年份", *CLIENTS],
            ["2023年", 1, 2, 3],
            ["2024年", 4, 5, 6],
        ]
        if name == "乙":
            rows.append([])
            rows += [[None, *range(60)] for _ in range(6000)]
        workbook(folder / "data" / f"{name}.xlsx", "登记量", rows)


def processes(parent: int) -> list[int]:
    """Return the processes that a process began."""
    found: list[int] = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if f"PPid:\t{parent}\n" in (folder / "status").read_text():
                found.append(int(folder.name))
    return found


def children(run: int) -> list[int]:
    """Return the processes that build for a run."""
    return [one for nursery in processes(run) for one in processes(nursery)]


def until_gone(processes: Iterable[int]) -> None:
    """Wait until none of these processes is there; one that its parent has yet to take note of does nothing more."""
    deadline = time.monotonic() + PATIENCE
    while left := [one for one in processes if _alive(one)]:
        assert time.monotonic() < deadline, f"still there: {left}"
        time.sleep(0.05)


def _alive(process: int) -> bool:
    with suppress(OSError):
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    return False
