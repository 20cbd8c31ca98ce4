"""The broken specs and what must be said of each.

A spec begins with comments that say it:

    # expect: 14:7        line and column of the fault (these comments count as lines)
    # about: 研发获得      what the Chinese message must contain
    # near: 研发获取       what the hint must contain, where there is a right name to offer
    # cell: 统计!表!B5     the cell that must be named too, where the fault lies in the data
    # strict: true        found with --strict only

Apart from its one fault a spec is whole, and reads the workbook of `workbook.write_workbook`, which stands beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "specs"

_COMMENT = re.compile(r"# (expect|about|near|cell|strict): (.+)")


@dataclass(frozen=True, slots=True)
class BrokenSpec:
    """A spec with one fault, at `line` and `column`, and what must be said of it."""

    path: Path
    line: int
    column: int
    about: str
    near: str = ""
    cell: str = ""
    strict: bool = False

    @property
    def name(self) -> str:
        """The file's name without its ending, for the ids of tests."""
        return self.path.stem


def read_spec(path: Path) -> BrokenSpec:
    """Return what a broken spec says of itself."""
    said: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        found = _COMMENT.fullmatch(line)
        if found is None:
            break
        said[found[1]] = found[2]
    line_number, column = said["expect"].split(":")
    return BrokenSpec(
        path,
        int(line_number),
        int(column),
        said["about"],
        said.get("near", ""),
        said.get("cell", ""),
        said.get("strict") == "true",
    )


SPECS: tuple[BrokenSpec, ...] = tuple(read_spec(path) for path in sorted(FOLDER.glob("*.yaml")))
