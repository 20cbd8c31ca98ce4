"""What takes long to load: loaded while another process reads workbooks, or once for all by a process that builds many.

Two things at once on two cores; where the workbooks are in the cache, the writers load what they need themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, wait
from importlib import import_module
from typing import TypeVar

from reportgen.request import Format

T = TypeVar("T")

HEAVY = {
    Format.PDF: ("reportgen.writers.pdf.write", "reportgen.writers.pdf.chart_canvas"),
    Format.DOCX: ("xlsxwriter",),
}
"""What takes long to load for each format."""

AT_ONCE = 0.02
"""How many seconds workbooks take that are in the cache, at most."""


def load(formats: Iterable[Format]) -> None:
    """Load what the writers of these formats need."""
    for wanted in formats:
        for module in HEAVY.get(wanted, ()):
            import_module(module)


def loading_meanwhile(read: Callable[[], T], formats: Iterable[Format]) -> T:
    """Return what `read` returns, having loaded what these formats need if that was not there at once."""
    with ThreadPoolExecutor(1) as aside:
        reading = aside.submit(read)
        if wait([reading], AT_ONCE).not_done:
            load(formats)
        return reading.result()
