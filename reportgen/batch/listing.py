"""Batch file → jobs: rows of a list times the combinations of a matrix, less what is excluded, and what is added.

Everything that can be told before a report is built is told here, in one run: parameters that the spec does not have,
values that do not suit, columns that are not there, two jobs of one name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from math import prod
from os.path import normpath
from pathlib import Path

from reportgen.batch import messages
from reportgen.batch.clashes import clashes
from reportgen.batch.job import Batch, Job
from reportgen.batch.opening import opened
from reportgen.batch.schema import BatchFile, RowsPart
from reportgen.data.address import parse_address
from reportgen.data.rows import RowList, read_rows
from reportgen.data.workbook import read_workbook, unusable
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty, Misused
from reportgen.fonts.book import face_problems
from reportgen.origins import CellRef, SourceText, Span
from reportgen.request import UNKNOWN_WORKBOOK, file_name, typed_theme
from reportgen.resolve.resolve import name_by_parameters
from reportgen.spec.load import load_spec
from reportgen.spec.parameters import near_names, texts, values_and_problems
from reportgen.spec.report import ParamType, ReportSpec
from reportgen.theme.load import load_theme
from reportgen.values import dataclass
from reportgen.yaml_source import unreadable

JOBS = 200_000
"""Jobs that one batch may have: a list of the longest and some to spare, and no slip of the pen."""

_FIELD = re.compile(r"\{([^{}]*)\}")
_FILE = re.compile(r"(.+?\.xls[xm])\s*[!！]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Given:
    """A parameter's value, where it is given (nowhere, if it was typed), and the cell that it comes from, if any."""

    text: str
    span: Span | None
    cell: CellRef | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A job as it is asked for; a parameter whose cell is blank is given as nothing."""

    given: Mapping[str, _Given]
    span: Span

    @property
    def parameters(self) -> Mapping[str, str]:
        """The values that are given."""
        return {name: one.text for name, one in self.given.items() if one.text}

    @property
    def cell(self) -> CellRef | None:
        """The first cell that the job comes from."""
        return next((one.cell for one in self.given.values() if one.cell), None)


def load_batch(
    path: Path,
    root: Path | None,
    given: Mapping[str, str],
    workbooks: Mapping[str, Path],
    environment: Mapping[str, str],
    cache: Path | None,
    theme: str | None = None,
) -> Batch:
    """Return the batch that `path` holds; `given`, `workbooks` and `theme` go before what it says. Raises Faulty."""
    folder = path.parent.resolve()
    found = opened(path)
    file = found.file
    try:
        target, base, spec = _spec(file.spec, folder, root)
    except Faulty as faulty:
        raise Faulty((*found.problems, *faulty.problems)) from faulty
    if unknown := [name for name in workbooks if name not in spec.workbooks]:
        raise Misused(UNKNOWN_WORKBOOK.at(name=unknown[0], known=tuple(spec.workbooks)))
    asked, problems = _asked(file, spec, folder, cache, whole=found.whole)
    problems += _unknown_parameters(file, spec)
    whole = found.whole and not problems
    problems += (
        *found.problems,
        *_unknown_books(file, spec),
        *_no_books(file, spec, folder, workbooks),
        *_theme_problems(typed_theme(theme, base), file.theme, base),
    )
    common = _texts(file.params)
    typed = {name: _Given(text, None) for name, text in given.items()}
    own = [{**common, **one.given} for one in asked]
    asked = [replace(one, given={**had, **typed}) for one, had in zip(asked, own, strict=True)]
    if whole:
        known = {name: path for name, path in file.workbooks.items() if spec.params.keys() >= _fields(path)}
        books = {name: path for name, path in known.items() if name not in workbooks}
        jobs = list(_jobs(asked, books, spec, folder, workbooks, environment, problems))
    else:
        jobs = [_unnamed(number, one) for number, one in enumerate(asked, start=1)]
        problems += _unsuitable(asked, spec)
    problems += clashes(jobs, [{name: one.text for name, one in had.items()} for had in own], given)
    if problems:
        raise Faulty(problems)
    return Batch(path.name, file, folder, target, base, tuple(jobs))


def _spec(named: SourceText, folder: Path, root: Path | None) -> tuple[Path, Path, ReportSpec]:
    """Return the spec's path and root, both without detours, and what it says."""
    try:
        written = folder / named.text.strip()
        target = written.parent.resolve() / written.name
        base = (root or target.parent).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise Faulty([unreadable(named.text, error, named.span)]) from error
    try:
        return target, base, load_spec(target, base)
    except Faulty as faulty:
        raise Faulty([replace(one, span=one.span or named.span) for one in faulty.problems]) from faulty


def _theme_problems(typed: str | None, own: SourceText | None, root: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a theme that all jobs are given."""
    if own is None and typed is None:
        return ()
    name, span = (typed, None) if typed is not None else (own.text, own.span) if own else ("", None)
    try:
        load_theme(name, face_problems, root, span)
    except Faulty as faulty:
        return faulty.problems
    return ()


def _asked(
    file: BatchFile, spec: ReportSpec, folder: Path, cache: Path | None, *, whole: bool
) -> tuple[list[_Asked], list[Problem]]:
    """Return what is asked for, rows × matrix − exclude + include, and what is wrong with it.

    Where `file` is not the `whole` file, nothing is said of what it lacks.
    """
    problems: list[Problem] = []
    if whole and file.rows is None and not file.matrix and not file.include:
        problems.append(messages.NO_JOBS.at(file.at("spec")))
    rows: list[_Asked] = []
    if file.rows is not None:
        try:
            rows = list(_rows(file.rows, spec, folder, cache))
        except Faulty as faulty:
            problems += faulty.problems
            # What stands in the batch file itself is judged all the same.
            rows = [_Asked({}, file.rows.from_.span)]
    elif file.matrix:
        rows = [_Asked({}, file.at("matrix"))]
    count = max(1, len(rows)) * prod(map(len, file.matrix.values())) + len(file.include)
    if count > JOBS:
        at = file.at("matrix" if file.matrix else "include")
        return [], [*problems, messages.TOO_MANY.at(at, count=count, limit=JOBS)]
    combinations = [_texts(dict(zip(file.matrix, values, strict=True))) for values in product(*file.matrix.values())]
    asked = [replace(row, given={**row.given, **more}) for row in rows for more in combinations]
    for excluded in file.exclude:
        left = [one for one in asked if not _matches(one.parameters, excluded)]
        if len(left) == len(asked) and whole and not problems:
            problems.append(messages.EXCLUDES_NOTHING.at(next(iter(excluded.values()))[0].span))
        asked = left
    if whole and not asked and not problems and file.exclude and not file.include:
        problems.append(messages.ALL_EXCLUDED.at(file.at("exclude")))
    asked += [_Asked(_texts(one), next(iter(one.values())).span) for one in file.include if one]
    return asked, problems


def _texts(parameters: Mapping[str, SourceText]) -> dict[str, _Given]:
    return {name: _Given(text.text, text.span) for name, text in parameters.items()}


def _matches(parameters: Mapping[str, str], excluded: Mapping[str, Sequence[SourceText]]) -> bool:
    return all(parameters.get(name) in {value.text for value in values} for name, values in excluded.items())


def _rows(rows: RowsPart, spec: ReportSpec, folder: Path, cache: Path | None) -> Iterator[_Asked]:
    """Yield what each row asks for; a blank cell leaves its parameter to the default."""
    found = _list(rows, folder, cache)
    if rows.params:
        unknown = [column for column in rows.params.values() if found.field(column.text) is None]
        if unknown:
            raise Faulty(_no_column(found, column) for column in unknown)
        columns = {name: place for name, text in rows.params.items() if (place := found.field(text.text)) is not None}
    else:
        columns = {name: place for name in spec.params if (place := found.field(name)) is not None}
    if not columns:
        fields = {"columns_zh": "、".join(found.fields), "columns_en": ", ".join(found.fields)}
        names = near_names("", tuple(spec.params))
        told = {"address": rows.from_.text, "example": _example(spec, found), **fields, **names}
        raise Faulty([messages.NO_COLUMN_IS_A_PARAMETER.at(rows.from_.span, None, **told)])
    faults = [row.entries[place].fault for row in found.rows for place in columns.values()]
    if problems := [fault for fault in faults if fault is not None]:
        raise Faulty(problems)
    for row in found.rows:
        entries = {name: row.entries[place] for name, place in columns.items()}
        span = rows.from_.span
        yield _Asked({name: _Given(entry.short, span, entry.cell) for name, entry in entries.items()}, span)


def _example(spec: ReportSpec, found: RowList) -> str:
    """Return a pair of a parameter and a column as one could mean it, as YAML says it: a row by its own label first."""
    rows = {name: part.label for name, part in spec.params.items() if part.type is ParamType.ROW}
    name = next(iter(rows), next(iter(spec.params), "client"))
    place = found.field(rows.get(name) or "")
    return f"{name}: {found.fields[0 if place is None else place]}"


def _no_column(found: RowList, column: SourceText) -> Problem:
    """Return the problem of a column that a list does not have."""
    return messages.NO_COLUMN.at(
        column.span, found.rows[0].cell, name=column.text, **near_names(column.text, found.fields)
    )


def _list(rows: RowsPart, folder: Path, cache: Path | None) -> RowList:
    """Return the list that an address `file.xlsx!…` names."""
    named = _FILE.match(rows.from_.text)
    if named is None:
        raise Faulty([messages.NO_FILE_IN_ADDRESS.at(rows.from_.span, text=rows.from_.text)])
    address = parse_address(rows.from_)
    workbook = read_workbook(folder / named[1].strip(), address.workbook, cache=cache, span=rows.from_.span)
    return read_rows(workbook, address, called=False)


def _unknown_parameters(file: BatchFile, spec: ReportSpec) -> list[Problem]:
    """Return a problem for each parameter that the batch file names and the spec does not have."""
    named: list[tuple[str, Span]] = [(name, text.span) for name, text in file.params.items()]
    named += [(name, values[0].span) for name, values in file.matrix.items() if values]
    named += [(name, values[0].span) for one in file.exclude for name, values in one.items() if values]
    named += [(name, text.span) for one in file.include for name, text in one.items()]
    if file.rows is not None:
        named += [(name, text.span) for name, text in file.rows.params.items()]
    names = tuple(spec.params)
    return [
        messages.UNKNOWN_PARAMETER.at(span, None, name=name, **near_names(name, names))
        for name, span in dict(named).items()
        if name not in names
    ]


def _unknown_books(file: BatchFile, spec: ReportSpec) -> Iterator[Problem]:
    """Yield a problem for each workbook, and each `{name}` in its path, that the spec does not have."""
    for name, path in file.workbooks.items():
        if name not in spec.workbooks:
            yield messages.UNKNOWN_WORKBOOK.at(path.span, None, name=name, **near_names(name, tuple(spec.workbooks)))
        for unknown in sorted(_fields(path) - spec.params.keys()):
            near = near_names(unknown, tuple(spec.params))
            yield messages.BAD_TEMPLATE.at(path.span, None, text=path.text, name=unknown, **near)


def _fields(path: SourceText) -> set[str]:
    """Return the parameters that a path is filled with."""
    return set(_FIELD.findall(path.text))


def _no_books(file: BatchFile, spec: ReportSpec, folder: Path, typed: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each workbook of all jobs that is none; one that `{name}` makes is its job's own business."""
    for name, path in file.workbooks.items():
        if name in spec.workbooks and name not in typed and not _fields(path):
            problem = unusable(folder / path.text, name, path.span)
            if problem is not None:
                yield problem


def _jobs(
    asked: Iterable[_Asked],
    books: Mapping[str, SourceText],
    spec: ReportSpec,
    folder: Path,
    workbooks: Mapping[str, Path],
    environment: Mapping[str, str],
    problems: list[Problem],
) -> Iterator[Job]:
    """Yield the jobs, noting in `problems` what is wrong with any."""
    for number, one in enumerate(asked, start=1):
        values, faults = values_and_problems(spec, one.parameters, environment)
        if faults:
            problems += [_at(problem, one, name) for name, problem in faults.items()]
            yield _unnamed(number, one)
            continue
        try:
            filling = texts(spec, one.parameters, environment)
            own = {**dict(_books(books, one, filling, folder)), **workbooks}
        except Faulty as faulty:
            problems += faulty.problems
            yield _unnamed(number, one)
            continue
        name = name_by_parameters(spec, values)
        cells = {known: value.cell for known, value in one.given.items() if value.cell and value.text}
        yield Job(number, "" if name is None else file_name(name), one.parameters, own, one.span, one.cell, cells)


def _unnamed(number: int, one: _Asked) -> Job:
    """Return a job that will not be done, for what is wrong with it or with others; it may still stand twice."""
    return Job(number, "", one.parameters, {}, one.span, one.cell)


def _unsuitable(asked: Iterable[_Asked], spec: ReportSpec) -> Iterator[Problem]:
    """Yield what is wrong with the values that jobs are given, where something else keeps them from being listed."""
    for one in asked:
        # A name that the batch file says and the spec does not have is told by `_unknown`; a typed one is not.
        typed = {name for name, value in one.given.items() if value.span is None}
        given = {name: text for name, text in one.parameters.items() if name in spec.params or name in typed}
        _, faults = values_and_problems(spec, given, {})
        yield from (_at(problem, one, name) for name, problem in faults.items() if name in given)


def _at(problem: Problem, asked: _Asked, name: str) -> Problem:
    """Return a problem with the parameter `name` at the place that gives it, else at the job's."""
    place = asked.given.get(name, asked)
    if place.span is None:
        return replace(problem, zh=f"-p {name}=…：{problem.zh}", en=f"-p {name}=…: {problem.en}", span=None)
    return replace(problem, span=place.span, cell=place.cell)


def _books(
    books: Mapping[str, SourceText], asked: _Asked, filling: Mapping[str, str], folder: Path
) -> Iterator[tuple[str, Path]]:
    """Yield the workbooks that stand in place of the spec's, `{name}` in their paths filled."""
    for name, path in books.items():
        if untold := sorted(_fields(path) - filling.keys()):
            raise Faulty([messages.ONLY_DATA_TELL.at(path.span, None, text=path.text, name=untold[0])])
        filled = _FIELD.sub(lambda found: filling[found[1]], path.text)
        lead = folder / path.text.partition("{")[0].rpartition("/")[0]
        stays = filled == path.text or Path(normpath(folder / filled)).is_relative_to(normpath(lead))
        if "\0" in filled or not stays:
            told = {"text": path.text, "path": filled.replace("\0", "\\0")}
            raise Faulty([messages.BOOK_ELSEWHERE.at(asked.span, asked.cell, **told)])
        yield name, folder / filled
