from __future__ import annotations

import string

import pytest

from reportgen.data import messages
from reportgen.diagnostics import Message
from tests.data.making import source

ALL = [value for value in vars(messages).values() if isinstance(value, Message)]


@pytest.mark.parametrize("message", ALL, ids=lambda message: message.code)
def test_both_languages_say_the_same_of_the_same_fields(message: Message) -> None:
    def fields(text: str) -> set[str]:
        return {
            name.removesuffix("_zh").removesuffix("_en") for _, name, _, _ in string.Formatter().parse(text) if name
        }

    assert fields(message.zh) == fields(message.en)
    assert fields(message.hint_zh) == fields(message.hint_en)
    assert message.code.startswith("data.")
    given = {name: f"{{{name}}}" for name in ("where", "near_zh", "near_en", "what_zh", "what_en", "limit")}
    given |= {name: f"{{{name}}}" for name in fields(message.zh + message.hint_zh)}
    problem = message.at(source("x").span, None, **given)
    assert problem.zh
    assert problem.en.isascii() or any(mark in problem.en for mark in "“—")


def test_no_code_is_used_twice() -> None:
    assert len({message.code for message in ALL}) == len(ALL)


def test_what_the_subprocess_may_send_is_known_by_its_code() -> None:
    assert all(messages.BY_CODE[message.code] is message for message in messages.BY_CODE.values())
