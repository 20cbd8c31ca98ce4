"""The spine: spec → data → resolve → Document → layout → Pages and Geometry → writers. One screen, one direction.

It has two halves, and what goes from one to the other is a `Composed`. Each takes longer to load than to run; so none
is loaded before it is wanted, and `build` can have a copy of this process do the first while this one loads the second.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from reportgen.aside import Made, Slow, aside
from reportgen.composed import Composed
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.loading import load_for_new_charts, load_while
from reportgen.request import Request

if TYPE_CHECKING:
    from reportgen.rendering import Dressed


def build(request: Request, *, abreast: bool = False) -> tuple[Composed, Mapping[str, bytes]]:
    """Return the document and its files by name; `abreast` has two processes at it, which pays in one just begun.

    Raises `Faulty`.
    """
    with aside(partial(_composed, request), copied=abreast) as first:
        _load_meanwhile(first, request)
        composed = first.result()
    if not isinstance(composed, Composed):
        raise Faulty(composed)
    return composed, render(composed, request, abreast=abreast)


def _load_meanwhile(first: Made[Composed | tuple[Problem, ...]], request: Request) -> None:
    """Load the second half, as far as the first one leaves time."""
    load_while(first.busy, request.formats)
    if first.busy():
        from reportgen import rendering  # noqa: PLC0415 - loaded by now

        rendering.make_ready(request, first.busy)
    if first.slow():
        # New data make new charts.
        load_for_new_charts(request.formats)


def _composed(request: Request, slow: Slow) -> Composed | tuple[Problem, ...]:
    try:
        return compose(request, slow)
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
