"""Number formats of charts: a format code under which a value prints as its label does (ECMA-376 part 1 §18.8.31).

With a code in place of a fixed text, a label follows when an editor corrects the figure. A label that no code of our
shape prints is quoted whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from reportgen.values import dataclass

GENERAL = "General"
_FIXED = re.compile(r'"[^"]*"|(?:\\.)+')
_LABEL = re.compile(r"(-?)([^\d\-]*)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(\D*)")


@dataclass(frozen=True, slots=True)
class Shape:
    """How numbers are printed: what stands before and after the digits, grouping by thousands, decimals."""

    before: str = ""
    grouped: bool = False
    decimals: int = 0
    after: str = ""

    @property
    def code(self) -> str:
        """The format code."""
        whole = "#,##0" if self.grouped else "0"
        places = "." + "0" * self.decimals if self.decimals else ""
        return quoted(self.before) + whole + places + quoted(self.after)

    def printed(self, value: Decimal) -> str:
        """Return `value` as a spreadsheet prints it under this shape: half-up, the sign before everything."""
        rounded = abs(value).quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)
        digits = f"{rounded:,f}" if self.grouped else f"{rounded:f}"
        return ("-" if value < 0 else "") + self.before + digits + self.after


def quoted(text: str) -> str:
    """Return `text` as literal characters of a format code."""
    if not text:
        return ""
    return "".join(f"\\{char}" for char in text) if '"' in text else f'"{text}"'


def is_fixed(code: str) -> bool:
    """Whether `code` prints the same whatever the value: it is a literal and nothing else."""
    return _FIXED.fullmatch(code) is not None


def shape_of(label: str) -> Shape | None:
    """Return the shape that `label` shows, or None where it is not a number between other characters."""
    found = _LABEL.fullmatch(label)
    if found is None:
        return None
    _, before, digits, decimals, after = found.groups()
    return Shape(before, "," in digits, len(decimals or ""), after)


def codes(pairs: Sequence[tuple[Decimal, str]]) -> tuple[str, dict[int, str]]:
    """Return the code under which most of `pairs` (value and label) print as labelled, and the others' codes by index.

    A shape that groups thousands prints small numbers too, so it is tried wherever one of the labels groups.
    """
    shapes = Counter(shape for _, label in pairs if (shape := shape_of(label)) is not None)
    wider = [Shape(s.before, True, s.decimals, s.after) for s in shapes if any(other.grouped for other in shapes)]
    candidates = dict.fromkeys([*wider, *(shape for shape, _ in shapes.most_common())])
    best = max(candidates, key=lambda shape: sum(shape.printed(v) == label for v, label in pairs), default=None)
    if best is None:
        return GENERAL, {index: quoted(label) for index, (_, label) in enumerate(pairs) if label}
    others = {
        index: _own_code(value, label) for index, (value, label) in enumerate(pairs) if best.printed(value) != label
    }
    return best.code, others


def _own_code(value: Decimal, label: str) -> str:
    shape = shape_of(label)
    return shape.code if shape is not None and shape.printed(value) == label else quoted(label) or GENERAL
