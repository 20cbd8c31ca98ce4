"""The help of each command: there, in both languages, and naming every option that the documents show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_group
from typer.testing import CliRunner

from reportgen.cli import application
from tests.commands_in_docs import BINARY, ROOT, shown

DOCUMENTS = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").glob("*.md"))]
APP = application()
COMMANDS = [command.callback.__name__ for command in APP.registered_commands if command.callback]
CHINESE, ENGLISH = re.compile("[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]{3,}")


def help_of(*command: str) -> str:
    found = CliRunner().invoke(APP, [*command, "--help"], terminal_width=200, env={"COLUMNS": "200"})
    assert found.exit_code == 0, found.output
    return found.output


def used(path: Path) -> list[tuple[str, str]]:
    """Return each command of ours that a document shows, with each of its options."""
    pairs = []
    for line in shown(path):
        words = line.split(BINARY)[-1].split() if BINARY in line else []
        if words and not words[0].startswith("-"):
            pairs += [(words[0], "--help"), *((words[0], word) for word in words if re.match(r"-\w$|--\w", word))]
    return pairs


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_says_what_it_does_in_both_languages(command: str) -> None:
    told = help_of(command)
    (summary,) = [line for line in told.splitlines() if re.match(r"\s*[\u4e00-\u9fff].*。 [A-Z].*\.\s*$", line)]
    assert len(summary.strip()) <= 100


@pytest.mark.parametrize("command", COMMANDS)
def test_each_option_says_what_it_is_in_both_languages(command: str) -> None:
    options = get_group(APP).commands[command].params
    told = {p.name: getattr(p, "help", None) for p in options if p.name != "help"}
    assert {
        name for name, text in told.items() if not (text and CHINESE.search(text) and ENGLISH.search(text))
    } == set()
    assert all(p.opts[0] in help_of(command) for p in options if p.opts[0].startswith("-"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_options_that_documents_show_are_in_the_help(path: Path) -> None:
    for command, option in used(path):
        assert command in COMMANDS, f"{path.name}: {command}"
        assert re.search(rf"(?<!\S){re.escape(option)}(?![\w-])", help_of(command)), f"{path.name}: {command} {option}"


def test_the_readme_shows_every_command() -> None:
    told = {command for command, _ in used(ROOT / "README.md")}
    assert told == set(COMMANDS)


def test_the_list_of_commands_has_each_with_its_summary() -> None:
    told = help_of()
    assert all(re.search(rf"(?<!\S){command}\s.*[\u4e00-\u9fff].*[A-Za-z]{{3,}}", told) for command in COMMANDS)
