"""What an author mistyped where an expression cannot be read: the place and the words for it.

Whether it can be read is `language`'s business; here the tokens are looked through once more for what people get wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.diagnostics import Problem
from reportgen.origins import SourceText
from reportgen.prose.messages import SYNTAX, UNQUOTED_PERIOD

_PARTNERS = {")": "(", "]": "[", "}": "{"}
_QUOTES = "'\"‘’“”"

_PERIOD = re.compile(
    r"""'[^']*'|"[^"]*"|(?<![\w.])(?P<year>(?:19|20)\d\d) ?- ?(?P<rest>0?[1-9]|1[0-2]|[Qq][1-4])(?![\w.])"""
)
_KEYWORDS = {"and", "or", "not", "in", "is", "if", "else"}

_USUAL = (
    "点（.）走到单元格，竖线（|）把它说成话：{{ 研发获取 | 较上年 }}",
    "a dot goes to a cell, a pipe says it in words: {{ name | wording }}",
)
_PAIRS = ("括号和引号要成对", "brackets and quotes come in pairs")
_EQUALS = ("比较相等写两个等号：==", "to compare, write two equal signs: ==")


def unquoted_periods(source: SourceText, text: str) -> Iterator[Problem]:
    """Yield a problem for each month or quarter that reads as a difference of numbers; `text` as in `slip`."""
    for found in _PERIOD.finditer(text):
        if year := found["year"]:
            rest = found["rest"].upper()
            period = f"{year}-{rest if rest[0] == 'Q' else rest.zfill(2)}"
            told = {"text": source.text[found.start() : found.end()], "year": year, "rest": rest, "period": period}
            yield UNQUOTED_PERIOD.at(source.at(*found.span()), None, **told)


def slip(source: SourceText, text: str, lengths: Mapping[int, int], offset: int) -> Problem:
    """Return the problem of an expression that cannot be read from `offset` on.

    `text` is `source` as it is read, in half-width signs; `lengths` are those of its tokens by offset, up to the place
    where no more were found.
    """
    tokens = [(start, text[start : start + length]) for start, length in lengths.items()]
    place = min(offset, max(0, len(text) - 1))
    lone = _lone_bracket(tokens)
    if lone is None and place not in lengths:
        # The tokens end here: at a quote without its end, a bracket without its beginning, a sign without a meaning.
        if text[place] not in _QUOTES and text[place] not in _PARTNERS:
            return _broken(source, place, 1, _USUAL)
        lone = place, text[place] in _PARTNERS
    if lone is not None:
        at, closing = lone
        zh, en = ("没有与它成对的括号", "has no partner") if closing else ("没有合上", "is not closed")
        return _told(source, at, 1, (f"“{source.text[at]}”{zh}", f"“{source.text[at]}” {en}"), _PAIRS)
    index = next((i for i, (start, _) in enumerate(tokens) if start == place), len(tokens) - 1)
    word = tokens[index][1]
    if index == len(tokens) - 1 and not _says(word):
        return _told(source, place, len(word), ("没有写完", "it is not finished"), _USUAL)
    if word == "=":
        return _broken(source, place, 1, _EQUALS)
    if index and _says(word) and _says(tokens[index - 1][1]):
        joined = tokens[index - 1][1] + word
        apart = (
            f"两个名字之间缺点（.）或竖线（|）；若是一个名字，就写在一起：{joined}",
            f"a dot or a pipe is missing between two names; if it is one name, write it in one: {joined}",
        )
        return _broken(source, place, len(word), apart)
    return _broken(source, place, len(word), _USUAL)


def _lone_bracket(tokens: list[tuple[int, str]]) -> tuple[int, bool] | None:
    """Return the first bracket without a partner, and whether it is a closing one."""
    opened: list[tuple[int, str]] = []
    for start, token in tokens:
        if token in _PARTNERS.values():
            opened.append((start, token))
        elif token in _PARTNERS and (not opened or opened.pop()[1] != _PARTNERS[token]):
            return start, True
    return (opened[-1][0], False) if opened else None


def _says(token: str) -> bool:
    """Whether a token is a name, a number or a quoted text: what two of cannot stand side by side."""
    return token not in _KEYWORDS and (token[0].isalnum() or token[0] in _QUOTES or token[0] == "_")


def _broken(source: SourceText, place: int, length: int, hint: tuple[str, str]) -> Problem:
    rest = source.text[place:].strip()
    shown = f"“{rest[:12]}{'…' if len(rest) > 12 else ''}”"
    return _told(source, place, length, (f"{shown}处断了", f"it breaks off at {shown}"), hint)


def _told(source: SourceText, place: int, length: int, what: tuple[str, str], hint: tuple[str, str]) -> Problem:
    span = source.at(place, place + length)
    return SYNTAX.at(span, what=what[0], what_en=what[1], hint=hint[0], hint_en=hint[1])
