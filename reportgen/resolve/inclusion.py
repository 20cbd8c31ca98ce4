"""An included article, taken apart: what stands under which heading, and how deep each heading lies.

The marks of headings say which lies within which, whatever number of marks the outermost has; no level is skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.diagnostics import Problem
from reportgen.prose.text import Passage, TextHeading
from reportgen.spec.blocks import IncludeBlock
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Included:
    """The beginning of an article, up to its first heading; or the problems for which nothing of it stands."""

    part: IncludeBlock
    passages: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class IncludedText:
    """What stands under a heading of an article."""

    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class IncludedHeading:
    """A heading of an article; `title` says that it stands where articles stand, and is the title of one."""

    heading: TextHeading
    title: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A heading, or none at an article's beginning, with what stands under it; `depth` counts from 0."""

    heading: TextHeading | None
    depth: int
    passages: tuple[Passage, ...]


def stretches(article: Iterable[Passage | TextHeading]) -> Iterator[Stretch]:
    """Yield the stretches of an article; the first is its beginning, which may be empty."""
    heading: TextHeading | None = None
    above: list[int] = []
    passages: list[Passage] = []
    for part in article:
        if not isinstance(part, TextHeading):
            passages.append(part)
            continue
        yield Stretch(heading, max(0, len(above) - 1), tuple(passages))
        heading, passages = part, []
        while above and above[-1] >= part.level:
            above.pop()
        above.append(part.level)
    yield Stretch(heading, max(0, len(above) - 1), tuple(passages))
