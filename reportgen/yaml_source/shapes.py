"""How shapes are called in problems: a text, a list, keys with values; and what to type to get one from another."""

from __future__ import annotations

import re

from reportgen.diagnostics import Problem
from reportgen.yaml_source import messages
from reportgen.yaml_source.nodes import MappingNode, Node, Scalar, ScalarStyle, SequenceNode

_COLON = re.compile(r"(?P<key>[^\W\d][\w.\-]{0,30})(?P<colon>\s*：|:(?=[^ \t]))")

TEXT, LIST, KEYS = ("一个值", "one value"), ("列表", "a list"), ("若干“键: 值”", "keys with values")

_ADVICE: dict[tuple[tuple[str, str], type], tuple[str, str]] = {
    (KEYS, Scalar): (
        "从下一行起，多缩进两个空格，每行写一个“键: 值”{keys_zh}",
        "from the next line on, two spaces further in, write a “key: value” on each line{keys_en}",
    ),
    (KEYS, SequenceNode): ("去掉行首的“- ”{keys_zh}", "take away the “- ” at the line's start{keys_en}"),
    (LIST, Scalar): (
        "每项另起一行、以“- ”开头，或写成 [甲, 乙]（半角括号和逗号）",
        "give each item a line that begins with “- ”, or write [a, b]",
    ),
    (LIST, MappingNode): ("在每一项前面加“- ”", "put “- ” before each item"),
    (TEXT, MappingNode): (
        "写在同一行；文字里有半角冒号或花括号时，给整个值加半角双引号",
        "write it on one line; where the text holds a colon or braces, put it in double quotes",
    ),
    (TEXT, SequenceNode): (
        "只写一个值；文字以方括号或“- ”开头时，给整个值加半角双引号",
        "write one value; where the text begins with a bracket or “- ”, put it in double quotes",
    ),
}


_SHOWN = 20


def shortened(text: str) -> str:
    """Return as much of an author's text as a message repeats, on one line."""
    line = " ".join(text[: 4 * _SHOWN].split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def shape_of(node: Node) -> tuple[str, str]:
    """Return the name of the shape of `node`, in Chinese and in English."""
    match node:
        case Scalar():
            return TEXT
        case SequenceNode():
            return LIST
        case MappingNode():
            return KEYS


def unkeyed(node: Scalar) -> Problem | None:
    """Return the problem that a text was meant as a key with its value, None where it does not look so."""
    if node.style is not ScalarStyle.PLAIN or not (found := _COLON.match(node.text)):
        return None
    message = messages.COLON_WITHOUT_SPACE if found["colon"] == ":" else messages.FULL_WIDTH_COLON
    return message.at(node.source.at(*found.span("colon")), key=found["key"])


def wrong_shape(node: Node, wanted: tuple[str, str], keys: tuple[str, ...] = ()) -> Problem:
    """Return the problem that `node` has another shape than `wanted`; `keys` are those that could be written."""
    if wanted is KEYS and isinstance(node, Scalar) and (problem := unkeyed(node)):
        return problem
    if (
        wanted is LIST
        and isinstance(node, MappingNode)
        and node.entries
        and (key := node.entries[0].key).text.startswith("-")
    ):
        return messages.DASH_WITHOUT_SPACE.at(key.span, rest=f"{key.text[1:]}: …")
    advice_zh, advice_en = _ADVICE[wanted, type(node)]
    given = shape_of(node)
    return messages.WRONG_SHAPE.at(
        node.span,
        wanted_zh=wanted[0],
        wanted_en=wanted[1],
        given_zh=given[0],
        given_en=given[1],
        advice_zh=advice_zh.format(keys_zh=f"，可以写的键：{'、'.join(keys)}" if keys else ""),
        advice_en=advice_en.format(keys_en=f"; the keys are: {', '.join(keys)}" if keys else ""),
    )
