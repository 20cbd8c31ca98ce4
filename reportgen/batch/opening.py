"""The batch file as it is read: what it says, and where some of its keys are at fault, what the others say.

So a slip in one key hides nothing of what is wrong with the jobs; what they mean is for `listing` to say.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportgen.batch.schema import BatchFile
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import Span
from reportgen.values import dataclass
from reportgen.yaml_source import MappingNode, checked, read, scan, source_text

_NEEDED = frozenset({"batch", "spec"})
"""Keys without which nothing can be judged."""
_APART = frozenset({"workbooks", "theme", "format", "strict", "limit", "on_success", "on_failure"})
"""Keys that do not say which jobs there are."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a batch file says without the keys that are at fault, and the faults.

    `whole` is whether it says which jobs there are: where it does not, nothing can be said of what a job lacks.
    """

    file: BatchFile
    problems: tuple[Problem, ...]
    whole: bool


def opened(path: Path) -> Opened:
    """Return the batch file at `path`. Raises Faulty where too little of it can be read to judge the rest."""
    text = source_text(path, path.name)
    found = scan(text, path.name)
    node = found.node
    if not isinstance(node, MappingNode) or not all(map(node.get, _NEEDED)) or any(one.fatal for one in found.problems):
        return Opened(read(text, path.name, BatchFile).value, (), whole=True)
    problems, left_out = list[Problem](), set[str]()
    while True:
        file, told = checked(node, BatchFile)
        faults = [problem for problem in told if problem.fatal]
        problems += faults
        if file is not None:
            return Opened(file, tuple(problems), whole=left_out <= _APART)
        at_fault = {_key(node, fault.span) for fault in faults if fault.span}
        left = tuple(entry for entry in node.entries if entry.key.text not in at_fault)
        if len(left) == len(node.entries) or at_fault & _NEEDED:
            raise Faulty(problems)
        left_out |= at_fault
        node = replace(node, entries=left)


def _key(node: MappingNode, span: Span) -> str:
    """Return the key of a mapping that a place belongs to."""
    before = [entry for entry in node.entries if _place(entry.key.span) <= _place(span)]
    return before[-1].key.text if before else ""


def _place(span: Span) -> tuple[int, int]:
    return span.line, span.column
