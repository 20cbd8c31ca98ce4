"""Texts as YAML writes them: bare where they can be, in double quotes where they must."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

_BARE = re.compile(r"[^\W\d_][\w\u3400-\u9fff（）《》“”、。，；：～—·%!/.+ -]*")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def scalar(text: str) -> str:
    """Return `text` as a value, also within a list in brackets."""
    bare = _BARE.fullmatch(text) and text == text.strip() and text.casefold() not in _WORDS
    return text if bare and ", " not in text else json.dumps(text, ensure_ascii=False)


def listed(texts: Iterable[str]) -> str:
    """Return the texts as a list in brackets."""
    return f"[{', '.join(scalar(text) for text in texts)}]"


def indented(lines: Iterable[str], depth: int) -> list[str]:
    """Return the lines `depth` spaces further in; blank lines stay blank."""
    return [" " * depth + line if line else "" for line in lines]
