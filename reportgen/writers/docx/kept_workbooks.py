"""The workbooks inside charts, kept from earlier runs by all that they are made from.

Only a workbook that is not kept is written, which loads XlsxWriter. The same chart gives the same bytes either way.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import reportgen
from reportgen import keeping
from reportgen.model.chart import Chart
from reportgen.writers.docx import chart_workbook
from reportgen.writers.docx.charts import cell_formats

_SHELF = keeping.Shelf("embedded", 1, entries=5_000, size=100_000_000)


class Workbooks:
    """The workbooks of one document's charts, and the folder that they are kept in, if there is one."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._new: dict[str, object] = {}

    def of(self, chart: Chart) -> bytes:
        """Return the workbook that is embedded with `chart`."""
        formats = cell_formats(chart)
        if self._folder is None:
            return chart_workbook.chart_workbook(chart, formats)
        digest = _digest(chart, formats)
        book = _read(keeping.load(self._folder, _SHELF, digest))
        if book is None:
            book = chart_workbook.chart_workbook(chart, formats)
            self._new[digest] = b64encode(book).decode("ascii")
        return book

    def keep(self) -> None:
        """Keep what was written for later runs."""
        if self._folder is not None and self._new:
            keeping.store(self._folder, _SHELF, self._new)


def _read(form: object) -> bytes | None:
    try:
        return b64decode(form, validate=True) if isinstance(form, str) else None
    except ValueError:
        return None


def _digest(chart: Chart, formats: Sequence[Sequence[str]]) -> str:
    """Return the digest of all that a workbook depends on."""
    rows = [(series.name, [point.value for point in series.points]) for series in chart.series]
    return sha256(repr((_version(), chart.categories, rows, formats)).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _version() -> tuple[str, str, str]:
    """Return what tells this program's workbooks from those of others: versions, and the source."""
    source = Path(chart_workbook.__file__).read_bytes()
    return reportgen.__version__, version("xlsxwriter"), sha256(source).hexdigest()
