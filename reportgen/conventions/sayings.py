"""The values of a set of conventions. Patterns hold `{fields}`; how things look is the theme's business."""

from __future__ import annotations

from reportgen.numbering import NumberFormat
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Conventions:
    """A whole set of conventions.

    `headings` are the formats of headings within an article, from the outermost; deeper ones have no number.
    `reference` wraps a reference (（参见{reference}）), `source` an article's source line (（来源：{source}）), `unit`
    the unit line of a table (单位：{unit}). `note` and `data_source` are prefixes of the lines below figures and
    tables. `header` and `footer` may use `{title}`, `{issue}`, `{section}`, `{page}`, `{pages}`.
    """

    name: str
    headings: tuple[NumberFormat, ...]
    figure: str
    table: str
    label_gap: str
    caption_separator: str
    reference: str
    source: str
    unit: str
    note: str
    data_source: str
    contents: str
    contents_depth: int
    continued: str
    bullet: str
    missing: str
    header: str
    footer: str
