"""`init`: a first spec from a workbook; `examples`: the specs that ship, to look at and to begin from."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import Annotated

import typer

from reportgen import pipeline, reporting
from reportgen.commands.options import request_of
from reportgen.commands.speaking import Telling, either, say, to_type
from reportgen.data.workbook import read_workbook
from reportgen.drafting import messages
from reportgen.drafting.draft import drafted
from reportgen.drafting.trial import tried
from reportgen.errors import Faulty, Unwritable
from reportgen.keeping import cache_folder
from reportgen.origins import YAML_ENDINGS

Book = Annotated[Path, typer.Argument(metavar="BOOK.xlsx", help="工作簿 / a workbook", show_default=False)]
Target = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        metavar="FOLDER|SPEC",
        help="写到哪里（默认写在工作簿旁边） / where to write it (default: beside the workbook)",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="盖掉已有的文件 / overwrite a file that is there")]


def init(book: Book, out: Target = None, *, force: Force = False) -> None:
    """从一个工作簿起一份头稿。 Write a first spec from a workbook: words and a chart for each of its tables."""
    spec = _target(book, out)
    with Telling(spec.parent) as telling:
        # A spec's workbooks lie under its folder; one from elsewhere is copied, and the copy is what is read.
        inside = book.resolve().is_relative_to(spec.parent.resolve())
        own = book if inside else spec.parent / book.name
        _keep(spec, force=force)
        if not book.exists():
            raise Faulty([messages.NO_BOOK.at(path=book)])
        workbook = read_workbook(book, book.name, cache=cache_folder())
        folder = spec.parent.resolve()
        file = os.path.relpath(own.resolve() if inside else folder / book.name, folder).replace(os.sep, "/")
        draft = drafted(workbook, file, book.stem, lambda text, books: tried(text, books, folder))
        if not draft.tables:
            raise Faulty([messages.NO_TABLES.at(path=book.name)])
        if not inside:
            _copy(book, own, force=force)
        _write(spec, draft.text)
        telling.tell(pipeline.dressed(pipeline.compose(request_of(spec, None, None, None))).problems)
        shown, folder_shown = reporting.shown_path(spec), reporting.shown_path(spec.parent / "out")
        say(either(f"写好了 {shown}：{draft.tables} 张表。", f"Wrote {shown}: {draft.tables} tables."))
        if not inside:
            say(either(f"工作簿抄了一份，以后改这一份：{own}", f"The workbook was copied; go on with the copy: {own}"))
        if draft.found > draft.tables:
            more = draft.found - draft.tables
            say(either(f"还有 {more} 张表没有写进去。", f"{more} more tables were left out."))
        following = to_type("build", shown, "-o", folder_shown)
        say(either(f"下一步：{following}", f"Next: {following}"))
    raise typer.Exit(1 if telling.failed else 0)


Folder = Annotated[
    Path,
    typer.Option("--out", "-o", metavar="FOLDER", help="抄到哪个文件夹 / the folder that they are copied into"),
]


def examples(out: Folder = Path("reportgen-examples"), *, force: Force = False) -> None:
    """把自带的样例连同工作簿抄出来。 Copy the example specs that ship, with their workbooks."""
    shipped = shipped_specs()
    with Telling(out) as telling:
        files = sorted(path for path in shipped.rglob("*") if path.is_file())
        copies = [out / path.relative_to(shipped) for path in files]
        for path, copy in zip(files, copies, strict=True):
            if not (copy.is_file() and copy.read_bytes() == path.read_bytes()):
                _keep(copy, force=force)
        for path, copy in zip(files, copies, strict=True):
            _copy(path, copy, force=True)
        specs = [copy for copy in copies if copy.suffix == ".yaml"]
        for spec in specs:
            say(reporting.shown_path(spec))
        first = next((spec for spec in specs if "bulletin" in spec.name), specs[0])
        following = to_type("build", reporting.shown_path(first), "-o", reporting.shown_path(out / "out"))
        say(either(f"下一步：{following}", f"Next: {following}"))
    raise typer.Exit(1 if telling.failed else 0)


def shipped_specs() -> Path:
    """Return the folder of the specs that ship: inside the package when installed, `specs` in a clone."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_assets" / "specs"
    return installed if installed.is_dir() else package.parent / "specs"


def _target(book: Path, out: Path | None) -> Path:
    if out is None:
        return book.with_suffix(".yaml")
    return out if out.suffix in YAML_ENDINGS else out / f"{book.stem}.yaml"


def _keep(path: Path, *, force: bool) -> None:
    """Raise Unwritable where `path` is there and may not be overwritten, or where no folder can hold it."""
    if not force and path.exists():
        raise Unwritable(messages.EXISTS.at(path=path))
    above = next((folder for folder in path.absolute().parents if folder.exists()), Path())
    if not above.is_dir():
        raise Unwritable(messages.UNWRITABLE.at(path=path, reason=os.strerror(errno.ENOTDIR)))


def _copy(book: Path, own: Path, *, force: bool) -> None:
    if own.is_file() and own.read_bytes() == book.read_bytes():
        return
    _keep(own, force=force)
    try:
        own.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(book, own)
    except OSError as error:
        raise Unwritable(messages.UNWRITABLE.at(path=own, reason=error.strerror or error)) from error


def _write(spec: Path, text: str) -> None:
    try:
        spec.parent.mkdir(parents=True, exist_ok=True)
        spec.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Unwritable(messages.UNWRITABLE.at(path=spec, reason=error.strerror or error)) from error
