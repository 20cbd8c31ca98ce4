"""Names of colours: a theme says once what its main colour is, and a client's theme changes that one line.

A name stands under `colours`; `palette-1` is the first colour that charts have. `brand 12%` is a tint: that much of it
on white.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import TypeVar, get_args, get_type_hints

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import Span
from reportgen.theme import messages
from reportgen.theme.schema import Colour, Part, ThemeFile

_DIGITS = re.compile(r"[0-9A-F]{6}")
_OF_PALETTE = re.compile(r"palette-([1-9]\d?)")
WHITE = 255

P = TypeVar("P", bound=Part)


def coloured(file: ThemeFile) -> tuple[ThemeFile, tuple[Problem, ...]]:
    """Return a whole theme's file with digits in place of the names of colours, and the problems of some names."""
    problems: list[Problem] = []
    made = _part(file, file, problems)
    return made, tuple(dict.fromkeys(problems))


def _part(part: P, file: ThemeFile, problems: list[Problem]) -> P:
    values: dict[str, object] = {}
    for field in type(part).model_fields:
        value = getattr(part, field)
        if isinstance(value, Part):
            values[field] = _part(value, file, problems)
        elif field in _fields(type(part)):
            values[field] = _value(value, part.places.get(field) or part.span or file.span, file, problems)
        elif isinstance(value, Mapping):
            values[field] = {
                key: _part(one, file, problems) if isinstance(one, Part) else one for key, one in value.items()
            }
    return part.model_copy(update=values)


def _value(value: object, span: Span | None, file: ThemeFile, problems: list[Problem]) -> object:
    match value:
        case str():
            try:
                return _digits(value, file, ())
            except Faulty as faulty:
                problems += [replace(problem, span=span) for problem in faulty.problems]
                return value
        case tuple():
            return tuple(_value(one, span, file, problems) for one in value)
        case Mapping():
            return {key: _value(one, span, file, problems) for key, one in value.items()}
        case _:
            return value


def _digits(said: str, file: ThemeFile, above: tuple[str, ...]) -> str:
    name, _, share = said.partition(" ")
    if not _DIGITS.fullmatch(name):
        name = _digits(_named(name, file, above), file, (*above, name))
    return _mixed(name, int(share.removesuffix("%"))) if share else name


def _named(name: str, file: ThemeFile, above: tuple[str, ...]) -> str:
    if name in above:
        raise Faulty([messages.COLOUR_CIRCLE.at(name=name)])
    palette = file.chart.palette or ()
    if name in file.colours:
        return file.colours[name]
    if palette and (found := _OF_PALETTE.fullmatch(name)):
        # A palette with fewer colours begins anew, as it does for the series of a chart.
        return palette[(int(found[1]) - 1) % len(palette)]
    raise Faulty([messages.UNKNOWN_COLOUR.at(name=name, known="、".join(file.colours) or "palette-1")])


def _mixed(digits: str, share: int) -> str:
    """Return `share` per cent of a colour on white."""
    parts = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(WHITE - (WHITE - part) * share / 100):02X}" for part in parts)


@cache
def _fields(part: type[Part]) -> frozenset[str]:
    """Return the keys of a part that take colours."""
    hints = get_type_hints(part, include_extras=True)
    return frozenset(name for name, wanted in hints.items() if name in part.model_fields and _holds_colour(wanted))


def _holds_colour(wanted: object) -> bool:
    return wanted == Colour or any(_holds_colour(one) for one in get_args(wanted))
