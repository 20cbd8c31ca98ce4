"""Drawings: what is painted of a chart, free of the page it stands on and of the codes that its file gives characters.

A drawing can be kept between runs. What it shows is decided elsewhere.
"""

from __future__ import annotations

from typing import TypeAlias, TypeGuard

from reportgen.values import dataclass
from reportgen.writers.pdf.canvas import TaggedCanvas
from reportgen.writers.pdf.objects import number


@dataclass(frozen=True, slots=True)
class Lettered:
    """Letters: their colour, text matrix and size as operands of PDF, and their runs.

    A run is its face, its characters, and the gap before it in em.
    """

    colour: str
    matrix: str
    size: str
    runs: tuple[tuple[str, str, float], ...]


Drawing: TypeAlias = tuple[str | Lettered, ...]
"""Operators as they stand in a content stream, and letters between them."""


def paint(canvas: TaggedCanvas, drawing: Drawing) -> None:
    """Paint a drawing, in the fonts of the canvas."""
    for part in drawing:
        if isinstance(part, str):
            canvas.addLiteral(part)
        else:
            fonts = [(canvas.font(face), text, gap) for face, text, gap in part.runs]
            shown = " ".join(
                f"/{font.name} {part.size} Tf {_move(gap)}<{font.encoded(text)}> Tj" for font, text, gap in fonts
            )
            canvas.addLiteral(f"q {part.colour} rg BT 0 Tc {part.matrix} Tm {shown} ET Q")


def _move(gap: float) -> str:
    """Return the operator that leaves a gap; `TJ` counts in thousandths of an em, to the left."""
    return f"[{number(-1000 * gap)}] TJ " if gap else ""


def wire(drawing: Drawing) -> object:
    """Return a drawing in a form that JSON can hold."""
    return [
        part if isinstance(part, str) else [part.colour, part.matrix, part.size, [list(run) for run in part.runs]]
        for part in drawing
    ]


def read(form: object) -> Drawing | None:
    """Return the drawing that `wire` gave this form to, None where the form is no drawing's."""
    if not isinstance(form, list):
        return None
    parts = [part if isinstance(part, str) and part.isascii() else _letters(part) for part in form]
    drawing = tuple(part for part in parts if part is not None)
    return drawing if len(drawing) == len(parts) else None


def _letters(form: object) -> Lettered | None:
    match form:
        case [str(colour), str(matrix), str(size), [*runs]] if (colour + matrix + size).isascii():
            known = tuple((run[0], run[1], float(run[2])) for run in runs if _is_run(run))
            return Lettered(colour, matrix, size, known) if len(known) == len(runs) else None
        case _:
            return None


def _is_run(form: object) -> TypeGuard[tuple[str, str, float]]:
    match form:
        case [str(), str(), int() | float()]:
            return True
        case _:
            return False
