"""What surrounds the body: page furniture, what the files say of themselves, the formats of heading numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from reportgen.conventions.sayings import Conventions
from reportgen.model.document import Field, Furniture, FurnitureLine
from reportgen.numbering import NumberFormat
from reportgen.periods import Grain, Period
from reportgen.resolve.inclusion import IncludedHeading
from reportgen.resolve.plan import Planned
from reportgen.spec.blocks import ArticleBlock, HeadingBlock, SectionBlock

_FIELD = re.compile(r"\{(title|issue|section|page|pages)\}")
_LATE = {"section": Field.SECTION, "page": Field.PAGE, "pages": Field.PAGES}


def furniture(
    conventions: Conventions,
    title: str,
    issue: str,
    running_head: str = "",
    *,
    header: FurnitureLine | None = None,
    footer: FurnitureLine | None = None,
) -> Furniture:
    """Return the page furniture that `conventions` ask for; page and section stay open, since layout knows them.

    A running head stands in place of the title in the header, and is the whole header where that has no title. A
    `header` or a `footer` that the report words itself stands in place of all of it.
    """
    words = {"title": title, "issue": issue}
    usual = conventions.header if not running_head or "{title}" in conventions.header else "{title}"
    head = {**words, "title": running_head or title}
    return Furniture(
        _line(usual, head) if header is None else header,
        _line(conventions.footer, words) if footer is None else footer,
    )


def _line(pattern: str, words: Mapping[str, str]) -> FurnitureLine:
    parts: list[str | Field] = []
    for index, part in enumerate(_FIELD.split(pattern)):
        said: str | Field = part if index % 2 == 0 else _LATE.get(part) or words[part]
        if said:
            parts.append(said)
    return tuple(parts)


def heading_formats(conventions: Conventions, planned: Iterable[Planned]) -> tuple[NumberFormat | None, ...]:
    """Return the number format of each heading level, from level 1; sections and articles have none."""
    formats: dict[int, NumberFormat | None] = {}
    for block in planned:
        match block.part:
            case SectionBlock() | ArticleBlock():
                formats.setdefault(block.level, None)
            case HeadingBlock() if block.among_sections:
                formats.setdefault(block.level, None)
            case IncludedHeading(title=True):
                formats.setdefault(block.level, None)
            case HeadingBlock() | IncludedHeading():
                inner = conventions.headings[block.depth] if block.depth < len(conventions.headings) else None
                formats[block.level] = inner
            case _:
                pass
    return tuple(formats.get(level) for level in range(1, max(formats, default=0) + 1))


def issue_date(parameters: Iterable[object]) -> date | None:
    """Return the first day of the report's period: of the finest period among its parameters, None without one."""
    periods = [p for p in parameters if isinstance(p, Period)]
    if not periods:
        return None
    finest = max(periods, key=lambda p: p.grain)
    months = int(Grain.MONTH) // int(finest.grain)
    return date(finest.year, (finest.number - 1) * months + 1, 1)
