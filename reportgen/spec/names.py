"""The names an author gives: ids of blocks, names of parameters, tables and workbooks."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from reportgen.spec import messages
from reportgen.yaml_source import Refused

RESERVED = frozenset({"见", "ref", "本期", "true", "false", "none", "True", "False", "None"})
"""Words of the expression language, which cannot name anything else."""

_NOT_IN_ID = re.compile(r"[^\w-]")
_NAME = re.compile(r"[^\W\d]\w*")


def checked_id(text: str) -> str:
    """Return `text` where it can be an id; raise Refused otherwise."""
    if found := _NOT_IN_ID.search(text or " "):
        raise Refused(messages.ID_CHARACTERS, id=text, character=found[0])
    return text


def checked_name(text: str) -> str:
    """Return `text` where expressions can name something by it; raise Refused otherwise."""
    if text in RESERVED:
        reason = ("这个词另有用处", "the word has a meaning of its own")
    elif _NAME.fullmatch(text):
        return text
    elif text[:1].isdigit():
        reason = ("不能以数字开头", "it begins with a digit")
    else:
        reason = ("有空格或标点", "it holds spaces or punctuation")
    raise Refused(messages.NAME_CHARACTERS, name=text, reason_zh=reason[0], reason_en=reason[1])


Id = Annotated[str, AfterValidator(checked_id)]
Name = Annotated[str, AfterValidator(checked_name)]
