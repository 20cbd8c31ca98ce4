"""Finding what was typed by hand though data should say it: statistics, words and names that data choose, labels.

And expressions that would print as they are typed, for want of a second pair of braces.

What stands inside 《…》 is a title and not ours. Reported text (`quoted`) is not looked at by the caller's leave. A
number with a unit that no table has is nobody's statistic: 1000 万元 in a report on registrations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportgen.diagnostics import Problem
from reportgen.origins import SourceText, Span
from reportgen.periods import Grain, Period
from reportgen.prose.messages import SINGLE_BRACES, TYPED
from reportgen.prose.naming import names
from reportgen.prose.navigation import NUMBER_OF, REFERRING
from reportgen.prose.numbers import ATTACHED, base_unit
from reportgen.prose.phrase import part_text
from reportgen.prose.pieces import Address, FootnotePiece, Hole, Pieces, Words
from reportgen.prose.scope import Scope
from reportgen.prose.selection import Selection, labels
from reportgen.prose.text import Passage, TextList, TextParagraph
from reportgen.prose.wording import BY_NAME
from reportgen.values import dataclass

LEAST_NAME = 4
"""The shortest single name that is looked for: shorter ones are everyday words."""

MOST_FIRST = 12
"""How many first items of a sorted table are looked for as a list."""

MOST_NAMES = 30
"""How long a list of names is looked for: nobody types a longer one, and its pattern takes long to make."""

_HOLE = "\ufffc"
_NUMBER = r"(?<![\d.])\d[\d,]*(?:\.\d+)?"
_COUNT = "[一二两三四五六七八九十百]+"
_CONJUNCTION = r"\s*(?:、|和|以及|及|与|或)\s*"
_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_WIDTHS = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), 0xFF05, 0xFF0E, 0xFF08, 0xFF09)} | {0x3000: " "}

_ALWAYS: tuple[str, ...] = (
    rf"{_NUMBER}\s*(?:%|‰|个百分点|倍)",
    rf"{_NUMBER}\s*[万亿]余",
    rf"百分之{_COUNT}(?:点{_COUNT})?",
    rf"{_COUNT}个百分点",
    r"(?:翻了?[一二两三四五]番|[一二两三四五六七八九十]倍)",
    r"(?:超过|超|近|接近|约|不足|不到|逾|达到?|均|高于|低于)[一二两三四五六七八九]成",
    r"(?<![统一唯])[一二两三四五六七八九]成(?=[以左多半的企，。、；：）]|$)",
    r"持平(?!稳)",
)
"""Statistics in whatever unit. 持平 is what a change of zero prints, and never anything else."""

_SINGLE_BRACES = re.compile(r"(?<![{｛])[{｛]\s*(?P<expression>[^{}｛｝\ufffc]+?)\s*[}｝]+")
_LEADING = re.compile(r"(?P<name>\w+)\s*(?:$|[.\[|+\-<>=!])")
_PIPED = re.compile(r"[|｜]\s*(?P<name>\w+)")


@dataclass(frozen=True, slots=True)
class Known:
    """What is looked for: the patterns of statistics, and of what expressions of this report print."""

    patterns: tuple[re.Pattern[str], ...]


def known(scope: Scope, units: Iterable[str] = ()) -> Known:
    """Return what an expression of this report could print; `units` are more units than its tables show."""
    selections = [value for value in scope.names.values() if isinstance(value, Selection)]
    periods = {value for value in scope.names.values() if isinstance(value, Period)}
    patterns = [re.compile(pattern) for pattern in _ALWAYS]
    unit = _unit_pattern({*units, *(unit for selection in selections for unit in _units(selection))})
    patterns += [unit] if unit else []
    patterns += [_period_pattern(period) for period in sorted(periods)]
    patterns += [re.compile(p) for selection in selections for p in _name_patterns(selection)]
    printed = sorted({reference.text for reference in scope.references.values()}, key=len, reverse=True)
    patterns += [re.compile(rf"{_loose(label)}(?!\d)") for label in printed]
    return Known(tuple(dict.fromkeys(patterns)))


def _units(selection: Selection) -> Iterator[str]:
    yield selection.table.unit
    yield from (measure.unit for measure in selection.table.measures)
    yield from {value.unit for value in selection.table.values.values()}


def _unit_pattern(units: set[str]) -> re.Pattern[str] | None:
    """Return a pattern for numbers in these units, but not for everyday counting: 两件事, 3 个方面."""
    bases = {base_unit(unit)[1] for unit in units if unit and unit not in (*ATTACHED, *_TIME_UNITS)}
    if not bases:
        return None
    every = "|".join(re.escape(unit) for unit in sorted(bases, key=len, reverse=True))
    return re.compile(rf"{_NUMBER}\s*[百千万亿]*余?\s*(?:{every})(?![事方])")


_TIME_UNITS = ("年", "月", "日", "季", "季度")
"""Units that dates have too."""


def _loose(text: str) -> str:
    """Return a pattern for `text` that white space does not matter to."""
    return r"\s*".join(re.escape(char) for char in text if not char.isspace())


def _period_pattern(period: Period) -> re.Pattern[str]:
    """Return a pattern for the period as printed, but not for the beginning of a date or a shorter period."""
    longer = {
        Grain.YEAR: r"(?!\s*(?:\d|[上下]半年|[一二三四]季度))",
        Grain.MONTH: r"(?!\s*\d)",
        Grain.QUARTER: "",
        Grain.HALF: "",
    }[period.grain]
    return re.compile(rf"(?<!\d){_loose(period.label)}{longer}")


def _name_patterns(selection: Selection) -> Iterator[str]:
    """Yield patterns of the lists of names that wordings print for the data of one name, whatever joins them.

    A single item counts where data chose it or its label says a number (不足 10 万元); otherwise the only item of a
    table is what the table is about, in everyday words.
    """
    several = len(selection.items)
    telling = several == 1 and (selection.decision or any(map(str.isdigit, "".join(labels(selection)))))
    counts = {several} if telling or 1 < several <= MOST_NAMES else set()
    if selection.decision:
        counts |= set(range(2, min(several, MOST_FIRST) + 1))
    for count in counts:
        part = replace(selection, items=selection.items[:count])
        shown = [part_text(name) for name in names(part) if not isinstance(name, str)]
        if count > 1 or len(shown[0]) >= LEAST_NAME:
            yield _CONJUNCTION.join(_loose(name) for name in shown)


def typed(parts: Sequence[Passage] | Pieces, what: Known) -> tuple[Problem, ...]:
    """Return a problem for each statistic typed by hand, at its place."""
    problems = []
    for pieces in _lines(parts):
        text, places = _joined(pieces)
        for start, end in _found(text, what):
            problems.append(TYPED.at(_span(places, start, end), text=text[start:end].strip()))
    return tuple(problems)


def single_braces(parts: Sequence[Passage] | Pieces, scope: Scope) -> tuple[Problem, ...]:
    """Return a problem for each { … } that begins with a name of the scope or pipes into a wording, at its place."""
    problems = []
    for pieces in _lines(parts):
        text, places = _joined(pieces)
        for match in _SINGLE_BRACES.finditer(text):
            if _is_expression(match["expression"], scope):
                where = _span(places, *match.span())
                problems.append(SINGLE_BRACES.at(where, text=match[0], expression=match["expression"]))
    return tuple(problems)


def _is_expression(text: str, scope: Scope) -> bool:
    leading = _LEADING.match(text)
    if leading and (leading["name"] in scope.names or leading["name"] in scope.withheld):
        return True
    refers = leading and leading["name"] in (REFERRING, NUMBER_OF) and text.removeprefix(leading["name"])[:1] == "."
    return bool(refers) or any(piped["name"] in BY_NAME for piped in _PIPED.finditer(text))


def _lines(parts: Sequence[Passage] | Pieces) -> Iterator[Pieces]:
    """Yield the pieces that are read together; a footnote is read by itself."""
    loose: list[Words | Hole | Address] = []
    for part in parts:
        match part:
            case TextParagraph():
                yield from _lines(part.pieces)
            case TextList():
                for item in part.items:
                    yield from _lines(item.pieces)
            case Words() | Hole() | Address():
                loose.append(part)
            case FootnotePiece():
                yield part.pieces
    if loose:
        yield tuple(loose)


def _joined(pieces: Pieces) -> tuple[str, list[tuple[int, SourceText]]]:
    """Return the words of the pieces, an object character for each hole, and where each piece begins."""
    text, places = "", []
    for piece in pieces:
        if isinstance(piece, Hole):
            text += _HOLE
        elif not isinstance(piece, FootnotePiece):
            places.append((len(text), piece.source))
            text += piece.text
    return text, places


def _found(text: str, what: Known) -> list[tuple[int, int]]:
    """Return the stretches found, in order, without those that lie in another."""
    flat = _TITLE.sub(lambda found: _HOLE * len(found[0]), text.translate(_WIDTHS))
    found = [match.span() for pattern in what.patterns for match in pattern.finditer(flat)]
    result: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not result or start >= result[-1][1]:
            result.append((start, end))
    return result


def _span(places: list[tuple[int, SourceText]], start: int, end: int) -> Span | None:
    """Return the place of a stretch; where it runs over several pieces, from the first to the last."""
    inside = [
        (max(start, begin) - begin, min(end, begin + len(source.text)) - begin, source)
        for begin, source in places
        if begin < end and start < begin + len(source.text)
    ]
    if not inside:
        return None
    begin, _, first_source = inside[0]
    _, stop, last_source = inside[-1]
    one, other = first_source.at(begin), last_source.at(stop - 1)
    return Span(one.file, one.line, one.column, other.end_line, other.end_column)
