"""The room's door: `compose` sets a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from reportgen.typeset.analysis import measure_text
from reportgen.typeset.breaking import break_lines, line_origin
from reportgen.typeset.justification import set_line
from reportgen.typeset.parameters import DEFAULT, Parameters
from reportgen.typeset.run import Align, Line, Run


def compose(
    runs: Sequence[Run],
    measure: float,
    *,
    first_indent: float = 0.0,
    align: Align = Align.JUSTIFY,
    spread: float = 0.0,
    parameters: Parameters = DEFAULT,
) -> tuple[Line, ...]:
    """Return the lines of a paragraph whose text is that of all `runs` together.

    `measure`, `first_indent` and `spread` (extra space after each character) are in pt. Text of spaces alone has no
    lines. Raises ValueError where a run has not one advance for each character.
    """
    text = measure_text(runs, spread, parameters)
    breaks = break_lines(text, measure, first_indent, parameters)
    run_starts = list(accumulate([len(run.text) for run in runs], initial=0))
    lines = []
    for number, (start, end) in enumerate(breaks):
        indent = 0.0 if number else first_indent
        lines.append(
            set_line(
                text,
                run_starts,
                start,
                end,
                origin=line_origin(text, start, not number, first_indent, parameters),
                left=indent,
                room=measure - indent,
                align=align,
                last=number == len(breaks) - 1,
            )
        )
    return tuple(lines)
