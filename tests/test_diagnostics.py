"""Problems are filled in from messages and told in the order of the spec."""

from __future__ import annotations

import importlib
import pkgutil
import re

import reportgen
from reportgen.diagnostics import Language, Message, Severity, in_order
from reportgen.origins import CellRef, Span

CODE = re.compile(r"[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*")
UNKNOWN = Message("room.unknown", "没有“{name}”", "no {name!r}", "是不是“{near}”？", "Did you mean {near!r}?")


def test_a_message_becomes_a_problem_in_both_languages() -> None:
    problem = UNKNOWN.at(Span("a.yaml", 1, 2, 1, 4), name="图1", near="图2")
    assert problem.text(Language.ZH) == "没有“图1”"
    assert problem.text(Language.EN) == "no '图1'"
    assert problem.hint(Language.ZH) == "是不是“图2”？"
    assert problem.fatal


def test_names_are_joined_as_each_language_does() -> None:
    problem = UNKNOWN.at(name=("图1", "图2"), near=())
    assert (problem.zh, problem.en) == ("没有“图1、图2”", "no '图1, 图2'")
    assert problem.hint_zh == "是不是“—”？"


def test_problems_come_once_and_in_order() -> None:
    first = UNKNOWN.at(Span("a.yaml", 1, 2, 1, 4), name="甲", near="")
    second = UNKNOWN.at(Span("a.yaml", 10, 1, 10, 4), name="乙", near="")
    cell = UNKNOWN.at(cell=CellRef("调查", "图1", "B7"), name="丙", near="")
    assert in_order([cell, second, first, second]) == (first, second, cell)


def messages() -> list[tuple[str, Message]]:
    """Return every message of every room, with where it is defined."""
    found = []
    for module in pkgutil.walk_packages(reportgen.__path__, "reportgen."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Message):
                found.append((f"{module.name}.{name}", value))
    return found


def test_each_code_says_one_thing() -> None:
    said: dict[str, Message] = {}
    for where, message in messages():
        other = said.setdefault(message.code, message)
        assert other == message, f"{where} and another message share the code {message.code}"
    assert len(said) > 20


def test_each_code_is_of_one_form() -> None:
    """`room.what-is-wrong`: a shell, a log and an editor's settings take it as it is, and nobody guesses its marks."""
    odd = {message.code for _, message in messages() if not CODE.fullmatch(message.code)}
    assert odd == {"internal"}  # the one that is of no room


def test_each_message_is_in_both_languages() -> None:
    for where, message in messages():
        assert message.zh, where
        assert message.en, where
        assert bool(message.hint_zh) == bool(message.hint_en), where
        assert message.severity in Severity


def test_each_error_says_what_to_do() -> None:
    assert [where for where, message in messages() if message.severity is Severity.ERROR and not message.hint_zh] == []
