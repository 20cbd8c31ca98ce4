"""The spine: spec → data → resolve → Document → layout → Pages and Geometry → writers. One screen, one direction.

It has two halves, and what goes from one to the other is a `Composed`. Each takes longer to load than to run; so none
is loaded before it is wanted, and `build` can have a copy of this process do the first while this one loads the second.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from reportgen.aside import Made, Slow, aside
from reportgen.composed import Composed
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty, Unwritable
from reportgen.loading import load_for_new_charts, load_while
from reportgen.request import Request
from reportgen.values import dataclass

if TYPE_CHECKING:
    from reportgen.rendering import Dressed

_Found: TypeAlias = "Built | Composed | tuple[Problem, ...]"

LARGE = 5_000
"""Records of a trail from which on handing a document over takes longer than loading the second half."""


@dataclass(frozen=True, slots=True)
class Built:
    """The files of a report by name, the name they have in common, and what is to be said about it."""

    name: str
    problems: tuple[Problem, ...]
    files: Mapping[str, bytes]


def build(request: Request, *, abreast: bool = False) -> Built:
    """Return the files of a report; `abreast` has two processes at it, which pays in one just begun.

    Raises `Faulty`.
    """
    with aside(partial(_first_half, request, abreast=abreast), copied=abreast) as first:
        _load_meanwhile(first, request)
        found = first.result()
    match found:
        case Built():
            return found
        case Composed():
            return _built(found, request, abreast=abreast)
        case problems:
            raise Faulty(problems)


def _built(composed: Composed, request: Request, *, abreast: bool) -> Built:
    return Built(composed.name, composed.problems, render(composed, request, abreast=abreast))


def _load_meanwhile(first: Made[_Found], request: Request) -> None:
    """Load the second half, as far as the first one leaves time."""
    load_while(first.busy, request.formats)
    if first.busy():
        from reportgen import rendering  # noqa: PLC0415 - loaded by now

        rendering.make_ready(request, first.busy)
    if first.slow():
        # New data make new charts. What cannot be loaded is told by the writer that wants it, if one does.
        with suppress(Unwritable):
            load_for_new_charts(request.formats)


def _first_half(request: Request, slow: Slow, *, abreast: bool) -> _Found:
    """Return the document, or all that comes of it where it is large, or what is wrong."""
    try:
        composed = compose(request, slow)
        return _built(composed, request, abreast=abreast) if len(composed.trail.records) > LARGE else composed
    except Faulty as faulty:
        return faulty.problems


def compose(request: Request, slow: Slow = lambda: None) -> Composed:
    """Go from spec and data to the Document; `slow` is called where workbooks must be read that no cache holds.

    Raises `Faulty` where there is none; other problems come with it.
    """
    from reportgen import composing  # noqa: PLC0415 - the whole first half

    return composing.compose(request, slow)


def dressed(composed: Composed) -> Dressed:
    """Document → its theme, faces and logo, and all that is known to be wrong by now. Raises `Faulty`."""
    from reportgen import rendering  # noqa: PLC0415 - the whole second half

    return rendering.dressed(composed)


def render(
    composed: Composed, request: Request, ready: Dressed | None = None, *, abreast: bool = False
) -> Mapping[str, bytes]:
    """Document → layout → Pages and Geometry → writers → files by name. Raises `Faulty`."""
    from reportgen import rendering  # noqa: PLC0415 - the whole second half

    return rendering.render(composed, ready or rendering.dressed(composed), request, abreast=abreast)
