"""The values of a report's parameters: from the command line, else the environment, else the spec's defaults.

The environment says `REPORTGEN_PARAM_YEAR=2023` for the parameter `year`. It may serve many reports, so a variable that
names no parameter of this one is passed over; a wrong name on the command line is a problem. Whether a choice is among
the items of its data, and a row in its list, is told where workbooks are read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias, assert_never

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import Span
from reportgen.periods import Grain, Period, parse_period
from reportgen.spec import messages
from reportgen.spec.report import ParamType, ReportSpec
from reportgen.yaml_source import nearest

ParamValue: TypeAlias = Period | Decimal | str | date

GRAINS = {ParamType.YEAR: Grain.YEAR, ParamType.QUARTER: Grain.QUARTER, ParamType.MONTH: Grain.MONTH}
"""The types that are periods, and how long each is."""

_WANTED: Mapping[ParamType, tuple[str, str, str]] = {
    ParamType.TEXT: ("一段文字", "a text", "北京"),
    ParamType.NUMBER: ("一个数", "a number", "12.5"),
    ParamType.YEAR: ("一个年份", "a year", "2024"),
    ParamType.QUARTER: ("一个季度", "a quarter", "2024-Q1"),
    ParamType.MONTH: ("一个月份", "a month", "2025-03"),
    ParamType.DATE: ("一个日期", "a date", "2025-03-31"),
    ParamType.CHOICE: ("选项中的一个", "one of its choices", "甲"),
    ParamType.ROW: ("名单里一行的名字", "the label of a row of its list", "甲公司"),
}
"""What each type wants, in Chinese and in English, and an example."""

NOTHING: Mapping[str, str] = MappingProxyType({})

_NUMBER = re.compile(r"[+-]?\d{1,15}(\.\d{1,15})?", re.ASCII)
_UNSAYABLE = re.compile(r"[\x00\ud800-\udfff]")
"""What no file can hold: bytes of the command line or the environment that are not UTF-8."""
_LATEST = re.compile(r"\s*latest\s*[(（]\s*([^\s()（）]+)\s*[)）]\s*")
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?", re.ASCII)


def parsed(text: str, wanted: ParamType) -> ParamValue | None:
    """Return the value that `text` says as the type `wanted`, None where it says none."""
    match wanted:
        case ParamType.TEXT | ParamType.CHOICE | ParamType.ROW:
            return text if text.strip() and not _UNSAYABLE.search(text) else None
        case ParamType.NUMBER:
            return Decimal(text.strip()) if _NUMBER.fullmatch(text.strip()) else None
        case ParamType.DATE:
            return _date(text.strip())
        case ParamType.YEAR | ParamType.QUARTER | ParamType.MONTH:
            period = parse_period(text)
            return period if period and period.grain is GRAINS[wanted] else None
        case _:
            assert_never(wanted)


def not_a_value(name: str, text: str, wanted: ParamType, span: Span | None = None) -> Problem:
    """Return the problem that `text` is no value of the type `wanted`."""
    zh, en, example = _WANTED[wanted]
    return messages.NOT_A_VALUE.at(span, name=name, value=text, wanted_zh=zh, wanted_en=en, example=example)


def unknown_parameter(name: str, names: tuple[str, ...], span: Span | None = None) -> Problem:
    """Return the problem that there is no parameter `name` among `names`."""
    return messages.UNKNOWN_PARAMETER.at(span, None, name=name, **near_names(name, names))


def not_an_option(name: str, text: str, options: tuple[str, ...], span: Span | None = None) -> Problem:
    """Return the problem that `text` is not among the options of the parameter `name`."""
    return messages.NOT_AN_OPTION.at(span, None, name=name, value=text, **near_names(text, options))


def near_names(word: str, names: tuple[str, ...]) -> dict[str, str]:
    """Return the fields of a message that lists right names, the nearest first."""
    near = nearest(word, names)
    return {
        "names_zh": "、".join(names) or "—",
        "names_en": ", ".join(names) or "—",
        "nearest_zh": f"是不是想写“{near}”？" if near else "",
        "nearest_en": f"did you mean “{near}”? " if near else "",
    }


def parameter_values(
    spec: ReportSpec, given: Mapping[str, str], environment: Mapping[str, str] = NOTHING
) -> Mapping[str, ParamValue]:
    """Return the value of each parameter, as `values_and_problems` does. Raises Faulty with every problem."""
    values, problems = values_and_problems(spec, given, environment)
    if problems:
        raise Faulty(problems.values())
    return values


def values_and_problems(
    spec: ReportSpec, given: Mapping[str, str], environment: Mapping[str, str]
) -> tuple[Mapping[str, ParamValue], Mapping[str, Problem]]:
    """Return the values of the parameters, in the order of the spec, and the problem of each name that has one.

    `given` are the texts of the command line; each must name a parameter and suit its type. A parameter that is not
    given takes what `environment` says, else its default; one whose default is `latest(data)` is left out, since only
    the data can tell it. A problem of the command line or the environment has no span.
    """
    problems = {name: unknown_parameter(name, tuple(spec.params)) for name in given if name not in spec.params}
    values: dict[str, ParamValue] = {}
    for name, parameter in spec.params.items():
        said = given.get(name, environment.get(variable(name)))
        text, span = (said, None) if said is not None else (parameter.default, parameter.at("default"))
        if said is None and latest_of(text) is not None and parameter.type in GRAINS:
            continue
        if text is None:
            example = parameter.options[0] if parameter.options else _WANTED[parameter.type][2]
            problems[name] = messages.PARAMETER_NEEDED.at(parameter.span, name=name, example=example)
        elif parameter.options and text not in parameter.options:
            problems[name] = not_an_option(name, text, parameter.options, span)
        elif (value := parsed(text, parameter.type)) is None:
            problems[name] = not_a_value(name, text, parameter.type, span)
        else:
            values[name] = value
    return values, problems


def texts(spec: ReportSpec, given: Mapping[str, str], environment: Mapping[str, str]) -> Mapping[str, str]:
    """Return what is said of each parameter: given, else in `environment`, else its default where no data tell it."""
    found: dict[str, str] = {}
    for name, parameter in spec.params.items():
        said = given.get(name, environment.get(variable(name)))
        if said is None and not (latest_of(parameter.default) and parameter.type in GRAINS):
            said = parameter.default
        if said is not None:
            found[name] = said
    return found


def latest_of(default: str | None) -> str | None:
    """Return the name of the data whose last period a default asks for (`latest(登记)`), None where it does not."""
    found = _LATEST.fullmatch(default) if default else None
    return found[1] if found else None


def variable(name: str) -> str:
    """Return the variable of the environment that gives the parameter `name` a value."""
    return f"REPORTGEN_PARAM_{name.upper()}"


def _date(text: str) -> date | None:
    if not (found := _DATE.fullmatch(text)):
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None
