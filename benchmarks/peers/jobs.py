"""Several reports side by side: one process for a single report, as many as there are processors for more."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path


def side_by_side(write: Callable[[Path], None], sources: Sequence[Path]) -> None:
    """Call `write`, which must be picklable, with each of `sources`; where there are several, in several processes."""
    if len(sources) == 1:
        write(sources[0])
        return
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(write, sources))
