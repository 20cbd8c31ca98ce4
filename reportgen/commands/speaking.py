"""What commands say: lines on standard output, problems on standard error, in the language of the reader."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn, Self, TextIO

import typer

from reportgen import reporting
from reportgen.diagnostics import Language, Message, Problem, in_order
from reportgen.errors import Faulty, Misused, Unwritable

_QUOTED = re.compile(r"[^\w@%+=:,./-]")

UNSAID = Message(
    "output.unsaid",
    zh="标准输出写不进去，说的话没有写全",
    en="standard output could not be written; some of what was said is lost",
    hint_zh="检查标准输出所去的磁盘是否已满；输出文件夹不受影响。",
    hint_en="See whether the disk that standard output goes to is full; output folders are as they should be.",
)


def spoken() -> Language:
    """Return the language to speak."""
    return reporting.language(os.environ)


def either(zh: str, en: str) -> str:
    """Return the one that the reader reads."""
    return zh if spoken() is Language.ZH else en


def to_type(*arguments: str) -> str:
    """Return a command of ours as it is to be typed next: by the path that this one was called by."""
    own = sys.argv[0]
    program = "reportgen" if shutil.which("reportgen") == own else own
    # A shell takes Chinese as it is, so that shlex would quote far more than is needed.
    return " ".join(shlex.quote(word) if _QUOTED.search(word) else word for word in (program, *arguments))


def say(text: str, *, error: bool = False) -> None:
    """Write a line to standard output, or to standard error; at once, so that a log shows it when it happens."""
    stream = sys.stderr if error else sys.stdout
    stream.write(reporting.safe_for(stream.encoding, text) + "\n")
    stream.flush()


class Patient(TextIOWrapper):
    """A standard stream whose end may fail, as a log on a full disk does: that stops no work, but is remembered.

    Where nobody listens any more (a broken pipe), there is nothing to go on for.
    """

    def __init__(self, stream: TextIO) -> None:
        """Write where `stream` does, and as it does."""
        super().__init__(stream.buffer, stream.encoding, stream.errors, line_buffering=bool(stream.line_buffering))
        self._stream = stream  # which would close what both write to if it went
        self.lost = False

    def write(self, text: str) -> int:
        """Write `text` as far as that is possible."""
        with self._noting():
            super().write(text)
        return len(text)

    def flush(self) -> None:
        """Write out what was kept back, as far as that is possible."""
        with self._noting():
            super().flush()

    @contextmanager
    def _noting(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError:
            self.lost = True


def refuse(problem: Problem) -> NoReturn:
    """Say what is wrong with how a command was called, and end with status 2."""
    say(reporting.shown(problem, spoken(), Path()), error=True)
    raise typer.Exit(2)


class Telling:
    """Tells the problems of one spec and remembers whether any was fatal; nothing raised on purpose gets past it.

    `root` is the folder that the places of problems are relative to.
    """

    def __init__(self, root: Path, *, strict: bool = False, as_json: bool = False) -> None:
        self._root = root.resolve()
        self._strict = strict
        self._as_json = as_json
        self.failed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> bool:
        match error:
            case Faulty(problems=problems):
                self.tell(problems)
                self.failed = True
            case Misused(problem=problem):
                self.tell((problem,))
                raise typer.Exit(2) from None
            case Unwritable(problem=problem):
                self.tell((problem,))
                self.failed = True
            case _:
                return False
        return True

    def tell(self, problems: Iterable[Problem]) -> None:
        """Tell `problems`, each once."""
        listed = in_order(problems)
        self.failed = self.failed or any(p.fatal or self._strict for p in listed)
        if self._as_json:
            say(json.dumps([reporting.as_json(p) for p in listed], ensure_ascii=False, indent=1))
        elif listed:
            for problem in listed:
                say(reporting.shown(problem, spoken(), self._root), error=True)
            say(reporting.tally(listed, spoken()), error=True)
