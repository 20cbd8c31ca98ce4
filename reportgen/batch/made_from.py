"""What a job's files are made from, by digests; and in words, why a job is done again.

Digests are of content: a file that was saved without a change, or copied with all of the project, changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from sys import version_info

import reportgen
from reportgen.batch.job import Job
from reportgen.batch.parcel import Parcel
from reportgen.batch.record import Manifest, Record, changed_files
from reportgen.batch.task import Own
from reportgen.fonts.location import shipped_folder
from reportgen.request import Request
from reportgen.values import dataclass

_LIBRARIES = (
    "python-docx",
    "reportlab",
    "matplotlib",
    "numpy",
    "uharfbuzz",
    "xlsxwriter",
    "lxml",
    "pillow",
    "openpyxl",
)
"""Libraries whose versions show in the files."""

_CELLS = 5
"""How many changed cells are told."""


class Cause(StrEnum):
    """A kind of reason for which a job is looked at again."""

    NEW = "new"
    RETURNED = "returned"
    FAILED = "failed"
    FILE = "file"
    INPUT = "input"
    PARAMETER = "parameter"
    WORKBOOK = "workbook"
    OPTIONS = "options"
    ENVIRONMENT = "environment"
    PROGRAM = "program"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a job is looked at again, and what that is about, where it is about one thing."""

    cause: Cause
    what: str = ""

    def __str__(self) -> str:
        return f"{self.cause.value} {self.what}".rstrip()


@cache
def program() -> str:
    """Return the digest of this program: its version and sources, what it builds with, the faces that ship."""
    package = Path(reportgen.__file__).parent
    total = sha256(f"{reportgen.__version__} {version_info[:2]}".encode())
    for path in sorted((*package.rglob("*.py"), *package.rglob("*.yaml"))):
        total.update(path.read_bytes())
    total.update((shipped_folder() / "SHA256SUMS").read_bytes())
    total.update(" ".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    return total.hexdigest()


def made_from(job: Job, request: Request, common: Parcel, own: Iterable[Own]) -> Mapping[str, str]:
    """Return the digests of all that a job's files are made from; `own` are the workbooks that it alone reads."""
    options = (request.theme, [wanted.value for wanted in request.formats], request.strict, str(request.issued))
    variables = {name: value for name, value in request.environment.items() if name not in job.parameters}
    return {
        "program": program(),
        "common": common.digest,
        "options": _digest(options),
        "environment": _digest(sorted(variables.items())),
        **of_workbooks(own),
        "parameters": _digest(sorted(job.parameters.items())),
    }


def of_workbooks(own: Iterable[Own]) -> Mapping[str, str]:
    """Return the part of `made_from` that tells of the workbooks which a job alone reads."""
    return {f"workbook {book.name}": sha256(book.content).hexdigest() for book in own}


def reasons(
    job: Job, record: Record | None, now: Mapping[str, str], known: Manifest, common: Parcel, folder: Path
) -> Iterator[Reason]:
    """Yield why a job has to be looked at; nothing where it has not."""
    if record is None:
        yield Reason(Cause.RETURNED if job.identity in known.earlier else Cause.NEW)
        return
    if not record.status.good:
        yield Reason(Cause.FAILED, record.status.value)
    # Where none is known of, what lies there is not this job's as recorded, and nobody changed it.
    if record.files:
        yield from (Reason(Cause.FILE, name) for name in changed_files(folder, record.files))
    before = record.made_from
    for part in {**before, **now}:
        if before.get(part) == now.get(part):
            continue
        match part:
            case "common":
                changed = tuple(_changed(known.inputs, digests(common)))
                yield from (Reason(Cause.INPUT, name) for name in changed or ("",))
            case "parameters":
                changed = tuple(_changed_parameters(record.parameters, job.parameters))
                yield from (Reason(Cause.PARAMETER, told) for told in changed)
            case _:
                cause, _, what = part.partition(" ")
                yield Reason(Cause(cause), what)


def digests(common: Parcel) -> Mapping[str, str]:
    """Return the digest of each common file by its path."""
    return {name: sha256(content).hexdigest() for name, content in common.files.items()}


def changed_cells(before: bytes, after: bytes) -> Iterator[Reason]:
    """Yield the cells that differ between two audit trails, with both values: why what they feed was made again."""
    old, new = _cells(before), _cells(after)
    told = [
        f"{cell}: {old.get(cell, '—')} → {new.get(cell, '—')}"
        for cell in {**old, **new}
        if old.get(cell) != new.get(cell)
    ]
    more = [f"+{len(told) - _CELLS}"] if len(told) > _CELLS else []
    yield from (Reason(Cause.CELL, cell) for cell in (*told[:_CELLS], *more))


def _cells(audit: bytes) -> dict[str, str]:
    try:
        records = json.loads(audit)["records"]
        used = [cell for record in records for cell in record["cells"]]
        return {f"{c['workbook']}!{c['sheet']}!{c['cell']}": str(c["raw"]) for c in used}
    except (ValueError, KeyError, TypeError):
        return {}


def _changed_parameters(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for name in _changed(before, now):
        yield f"{name}: {before.get(name, '—')} → {now.get(name, '—')}"


def _changed(before: Mapping[str, str], now: Mapping[str, str]) -> Iterable[str]:
    return (name for name in sorted({**before, **now}) if before.get(name) != now.get(name))


def _digest(value: object) -> str:
    return sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()
