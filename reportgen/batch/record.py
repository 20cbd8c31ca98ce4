"""What is known of each job's last run: what it was made from, how it ended, what stands in its folder.

The manifest (`manifest.json` in the output folder) holds the records of the last run; the journal beside it takes each
as its job ends, so that a run which is killed loses none. Both are for machines; the summary is for people.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, field
from hashlib import file_digest, sha256
from pathlib import Path
from typing import IO, Self, TypeAlias

from pydantic import TypeAdapter, ValidationError

from reportgen import __version__
from reportgen.batch.task import Status
from reportgen.publishing import folder_key
from reportgen.values import dataclass

MANIFEST = "manifest.json"
SUMMARY = "summary.xlsx"
KEPT = frozenset({MANIFEST, SUMMARY})
"""Names in the output folder that are the run's own: no report may take them."""
JOURNAL = ".manifest.journal"
_VERSION = 1

Told: TypeAlias = dict[str, object]
"""A problem as JSON values."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file in an output folder, and the time (ns) at which it had this content for certain."""

    size: int
    sha256: str
    time: int


@dataclass(frozen=True, slots=True)
class Record:
    """A job's last run.

    `workbooks` are the paths of those that it was given instead of the spec's. `made_from` are digests of what its
    files are made from, by what that is; `fingerprint` is that of the document that `files` hold. A job that failed
    keeps the files of the run before, which still stand.
    """

    name: str
    parameters: Mapping[str, str]
    workbooks: Mapping[str, str]
    status: Status
    made_from: Mapping[str, str]
    fingerprint: str = ""
    files: Mapping[str, Written] = field(default_factory=dict)
    problems: tuple[Told, ...] = ()
    seconds: float = 0.0
    processor: float = 0.0
    ended: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is still known of a job that an earlier run made: its folder, and when it last ended."""

    name: str
    ended: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the last run left: the digests of the files that all jobs read, and each job's record by its identity.

    `left` are the jobs that runs which were killed had yet to do. `earlier` are those whose folders earlier runs made
    and this one did not: little is kept of each, since there are more with every issue.
    """

    inputs: Mapping[str, str] = field(default_factory=dict)
    jobs: Mapping[str, Record] = field(default_factory=dict)
    left: frozenset[str] = frozenset()
    earlier: Mapping[str, Earlier] = field(default_factory=dict)

    @property
    def beside(self) -> tuple[Earlier, ...]:
        """The folders of earlier runs that belong to no job of this one, by name."""
        taken = {folder_key(one.name) for one in self.jobs.values()}
        others = {folder_key(one.name): one for one in self.earlier.values()}
        return tuple(sorted((one for key, one in others.items() if key not in taken), key=lambda one: one.name))


_RECORD = TypeAdapter(Record)
_IDENTITIES = TypeAdapter(list[str])
_INPUTS = TypeAdapter(dict[str, str])
_EARLIER = TypeAdapter(dict[str, Earlier])


def left(out: Path) -> bool:
    """Whether an earlier run ended in `out`."""
    with suppress(OSError):
        return (out / MANIFEST).exists()
    return False


def manifest_of(out: Path) -> bytes:
    """Return the manifest that lies in `out`, nothing where none does."""
    with suppress(OSError):
        return (out / MANIFEST).read_bytes()
    return b""


def known(out: Path) -> Manifest:
    """Return what earlier runs into `out` left, what a killed one had ended included; nothing where it is not sound."""
    inputs: dict[str, str] = {}
    jobs: dict[str, Record] = {}
    left: set[str] = set()
    earlier: dict[str, Earlier] = {}
    with suppress(OSError, ValueError, KeyError, TypeError):
        held = json.loads((out / MANIFEST).read_bytes())
        if held["reportgen-manifest"] == _VERSION:
            inputs = _INPUTS.validate_python(held["inputs"])
            jobs = {key: _RECORD.validate_python(one) for key, one in held["jobs"].items()}
            earlier = _EARLIER.validate_python(held.get("earlier", {}))
    with suppress(OSError):
        for line in (out / JOURNAL).read_bytes().splitlines():
            # The last line of a killed run may be half a line.
            with suppress(ValueError, ValidationError, KeyError, TypeError):
                entry = json.loads(line)
                if "due" in entry:
                    left.update(_IDENTITIES.validate_python(entry["due"]))
                    continue
                jobs[entry["job"]] = _RECORD.validate_python(entry["record"])
                left.discard(entry["job"])
    return Manifest(inputs, jobs, frozenset(left), earlier)


def standing_beside(out: Path, before: Manifest, jobs: Mapping[str, Record]) -> Mapping[str, Earlier]:
    """Return what earlier runs made and `jobs` did not make again, as far as the folders are there."""
    # A job that data have given another name has left the folder of the old one.
    renamed = {key for key, one in jobs.items() if key in before.jobs and before.jobs[key].name != one.name}
    made = {
        one.name if key in renamed else key: Earlier(one.name, one.ended)
        for key, one in before.jobs.items()
        if one.files
    }
    again = {key for key, one in jobs.items() if one.files}
    return {
        key: one for key, one in {**before.earlier, **made}.items() if key not in again and (out / one.name).is_dir()
    }


class Journal:
    """Keeps what a run has to do, and each record at once, in a file that begins with the first of them.

    It is dropped when the manifest holds all of them (`held`). A full disk keeps none: the jobs say so themselves.
    """

    def __init__(self, out: Path) -> None:
        self._path = out / JOURNAL
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def due(self, identities: Iterable[str]) -> None:
        """Keep which jobs are to be done, so that those are known which a killed run did not begin."""
        if listed := list(identities):
            self._keep({"due": listed})

    def note(self, identity: str, record: Record) -> None:
        """Keep a record."""
        self._keep({"job": identity, "record": asdict(record)})

    def _keep(self, entry: Mapping[str, object]) -> None:
        line = json.dumps(entry, ensure_ascii=False)
        with suppress(OSError):
            if self._file is None:
                self._file = self._path.open("ab")
            # What a killed run or a full disk left before it may be half a line.
            self._file.write(b"\n" + line.encode("utf-8", "replace") + b"\n")
            self._file.flush()

    def held(self) -> None:
        """Drop the journal: what it says stands elsewhere."""
        self._close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _close(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
            self._file = None


def as_json(manifest: Manifest, batch: str) -> bytes:
    """Return a manifest as UTF-8 JSON, a job a line."""
    counts = {status.value: 0 for status in Status}
    for one in manifest.jobs.values():
        counts[one.status.value] += 1
    head = {
        "reportgen-manifest": _VERSION,
        "version": __version__,
        "batch": batch,
        "counts": {status: count for status, count in counts.items() if count},
        "inputs": dict(manifest.inputs),
    }
    opening = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    jobs = ",\n".join(
        f"  {json.dumps(key, ensure_ascii=False)}: {json.dumps(asdict(one), ensure_ascii=False)}"
        for key, one in manifest.jobs.items()
    )
    held = f'{opening},\n "jobs": {{\n{jobs}\n }}'
    if manifest.earlier:
        earlier = {key: asdict(one) for key, one in manifest.earlier.items()}
        held += f',\n "earlier": {json.dumps(earlier, ensure_ascii=False)}'
    return f"{held}\n}}\n".encode("utf-8", "replace")


def written(folder: Path, files: Mapping[str, bytes]) -> Mapping[str, Written]:
    """Return what `folder` holds after `files` were put in place there."""
    return {
        name: Written(len(content), sha256(content).hexdigest(), (folder / name).stat().st_mtime_ns)
        for name, content in files.items()
    }


def changed_files(folder: Path, files: Mapping[str, Written]) -> Iterable[str]:
    """Yield the names of `files` that are not in `folder` as they were, and of what else lies there."""
    try:
        there = {entry.name: entry for entry in os.scandir(folder)}
    except OSError:
        there = {}
    for name, one in files.items():
        entry = there.pop(name, None)
        if entry is None or not _stands(entry, one):
            yield name
    yield from sorted(there)


def _stands(entry: os.DirEntry[str], one: Written) -> bool:
    try:
        status = entry.stat()
        if status.st_size != one.size:
            return False
        if status.st_mtime_ns == one.time:
            return True
        with Path(entry.path).open("rb") as file:
            # It may have been copied, which changes its time and nothing else.
            return file_digest(file, "sha256").hexdigest() == one.sha256
    except OSError:
        return False
