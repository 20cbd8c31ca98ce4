"""`build --watch`: build again whenever something that the build reads is saved.

Only the folders of those files are watched, and not what lies below them. Editors save by replacing a file, so that it
is the folder that must be watched. A save that cannot be built says why; what was written before still stands.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.commands.speaking import either, say
from reportgen.inputs import inputs
from reportgen.origins import YAML_ENDINGS
from reportgen.request import Request

if TYPE_CHECKING:
    from watchfiles import Change

_SETTLE = 200
"""Milliseconds to wait for more of the same save."""

_LOOK_AGAIN = 500
"""Milliseconds after which the times of the files are looked at, whatever was reported."""


def keep_building(requests: Sequence[Request], build: Callable[[], bool]) -> None:
    """Build now and after each save, until interrupted."""
    files: set[Path] = set()
    try:
        while True:
            # What the build before this one read stays watched: a broken spec names no workbooks.
            read = {path for request in requests for path in inputs(request)}
            files |= read
            before = _stamps(files)
            build()
            gc.collect()  # between builds nobody waits
            say(either("等着下一次存盘；Ctrl-C 结束。", "Waiting for the next save; Ctrl-C ends."), error=True)
            _wait_for_a_save(files, before)
            files = read
    except KeyboardInterrupt:
        say("", error=True)


def _stamps(files: set[Path]) -> dict[Path, int]:
    """Return when each file was last saved, so that a save in the middle of a build is not missed."""
    return {path: path.stat().st_mtime_ns for path in files if path.exists()}


def _wait_for_a_save(files: set[Path], before: dict[Path, int]) -> None:
    """Return once one of `files` was saved, or a YAML file beside one: what it may come to extend.

    A save that came while nobody watched is known by its time, `before` being those of the files that were built from.
    Raises KeyboardInterrupt.
    """
    from watchfiles import watch  # noqa: PLC0415 - heavy, and only for those who watch

    folders = sorted({folder for path in files if (folder := path.parent).is_dir()})

    def read_by_a_build(_change: Change, path: str) -> bool:
        return Path(path) in files or path.endswith(YAML_ENDINGS)

    for changes in watch(
        *folders,
        watch_filter=read_by_a_build,
        recursive=False,
        debounce=_SETTLE,
        step=_SETTLE // 4,
        rust_timeout=_LOOK_AGAIN,
        yield_on_timeout=True,
    ):
        if changes or _stamps(files) != before:
            return
    raise KeyboardInterrupt
