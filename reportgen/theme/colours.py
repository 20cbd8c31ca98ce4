"""Names of colours: a theme says once what its main colour is, and a client's theme changes that one line.

A name stands under `colours`; `palette-1` is the first colour that charts have. `brand 12%` is a tint: that much of it
on white.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TypeVar, get_args, get_type_hints

from reportgen.diagnostics import Message, Problem
from reportgen.theme import messages
from reportgen.theme.schema import Colour, Part, ThemeFile

_DIGITS = re.compile(r"[0-9A-F]{6}")
NAMING = ("colours", "palette")
"""The keys that say what names of colours mean."""

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
            found: list[_Unfit] = []
            values[field] = _value(value, file, found)
            place = part.places.get(field) or part.span or file.span
            # What a name stands for is told where it is said, and not wherever the name is used.
            told = [one for one in found if one.own or (one.message is messages.COLOUR_CIRCLE and field in NAMING)]
            problems += [one.message.at(place, None, **one.fields) for one in told]
        elif isinstance(value, Mapping):
            values[field] = {
                key: _part(one, file, problems) if isinstance(one, Part) else one for key, one in value.items()
            }
    return part.model_copy(update=values)


class _Unfit(Exception):  # noqa: N818 - a name that means no colour
    """A name means no colour. It is the `own` one of what was said, or one that that stands for."""

    def __init__(self, message: Message, *, own: bool, **fields: object) -> None:
        super().__init__(message.code)
        self.message = message
        self.own = own
        self.fields = fields


def _value(value: object, file: ThemeFile, unfit: list[_Unfit]) -> object:
    match value:
        case str():
            try:
                return _digits(value, file, ())
            except _Unfit as found:
                unfit.append(found)
                return value
        case tuple():
            return tuple(_value(one, file, unfit) for one in value)
        case Mapping():
            return {key: _value(one, file, unfit) for key, one in value.items()}
        case _:
            return value


def _digits(said: str, file: ThemeFile, above: tuple[str, ...]) -> str:
    name, _, share = said.partition(" ")
    if not _DIGITS.fullmatch(name):
        name = _digits(_named(name, file, above), file, (*above, name))
    return _mixed(name, int(share.removesuffix("%"))) if share else name


def _named(name: str, file: ThemeFile, above: tuple[str, ...]) -> str:
    if name in above:
        raise _Unfit(messages.COLOUR_CIRCLE, own=False, name=name)
    palette = file.chart.palette or ()
    if name in file.colours:
        return file.colours[name]
    if palette and (found := _OF_PALETTE.fullmatch(name)):
        # A palette with fewer colours begins anew, as it does for the series of a chart.
        return palette[(int(found[1]) - 1) % len(palette)]
    known = [*file.colours, "palette-1"]
    raise _Unfit(messages.UNKNOWN_COLOUR, own=not above, name=name, known=tuple(known))


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
