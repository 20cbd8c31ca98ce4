"""The READMEs: each command they show works, in order, and both show the same ones."""

from __future__ import annotations

import os
from pathlib import Path

from tests.commands_in_docs import ROOT, copied, ours, run, shown

ENGLISH, CHINESE = ROOT / "README.md", ROOT / "README.zh-CN.md"


def test_both_readmes_show_the_same_commands() -> None:
    assert shown(ENGLISH) == shown(CHINESE)


def test_each_command_of_the_readme_works(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    commands = [command for command in shown(ENGLISH) if ours(command)]
    assert len(commands) >= 10
    for command in commands:
        found = run(command, folder, {**os.environ, "PYTHONUTF8": "1"})
        assert found.returncode == 0, f"{command}\n{found.stdout}{found.stderr}"
        assert "warning" not in found.stderr, f"{command}\n{found.stderr}"
    assert (folder / "my-bulletin" / "out").is_dir()


def test_links_of_the_readmes_lead_somewhere() -> None:
    for readme in (ENGLISH, CHINESE):
        text = readme.read_text(encoding="utf-8")
        targets = [part.split(")", 1)[0] for part in text.split("](")[1:]]
        assert targets
        for target in targets:
            if not target.startswith(("http", "#")):
                file, _, heading = target.partition("#")
                assert (ROOT / file).exists(), f"{readme.name}: {target}"
                lines = (ROOT / file).read_text("utf-8").splitlines() if heading else []
                headings = [line.lstrip("# ").lower() for line in lines if line.startswith("#")]
                assert not heading or heading.replace("-", " ") in headings, f"{readme.name}: {target}"
