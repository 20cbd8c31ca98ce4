"""How Word counts: the running numbers of a multi-level list, as a reader of the file will see them.

All instances (`w:num`) of one abstract list share their counters. A paragraph steps the counter of its level and clears
those below it; an instance that overrides the start of a level sets that counter when it is first used, and starts the
level there again whenever it is cleared (ECMA-376 part 1 §17.9.26).
"""

from __future__ import annotations

from dataclasses import field

from reportgen.values import dataclass


@dataclass(slots=True)
class Counters:
    """The counters of one abstract list while its paragraphs go by."""

    current: dict[int, int] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)

    def step(self, instance: int, level: int, starts: dict[int, int]) -> int:
        """Count a paragraph of `level` (from 0) in `instance`, which overrides `starts` by level; return its number."""
        if instance not in self.seen:
            self.seen.add(instance)
            for overridden in starts:
                self.current.pop(overridden, None)
        number = self.current[level] + 1 if level in self.current else starts.get(level, 1)
        self.current[level] = number
        for deeper in [other for other in self.current if other > level]:
            del self.current[deeper]
        return number
