"""How long each stage of a build took, for whoever asked to be told (`-v`)."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

_LOG = logging.getLogger(__name__)


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Note the time that what stands inside takes, under `name`."""
    begun = perf_counter()
    try:
        yield
    finally:
        _LOG.debug("%-12s %7.0f ms", name, 1000 * (perf_counter() - begun))
