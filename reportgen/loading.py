"""What takes long to load: all of it for a process that builds many, or as much as there is time for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module

from reportgen.request import Format

_ALWAYS = ("reportgen.rendering",)

_WRITERS = {
    Format.PDF: "reportgen.writers.pdf.write",
    Format.DOCX: "reportgen.writers.docx.write",
}

_NEW_CHARTS = {
    Format.PDF: "reportgen.writers.pdf.chart_canvas",
    Format.DOCX: "xlsxwriter",
}


def load(formats: Iterable[Format]) -> None:
    """Load everything that files of these formats may want."""
    wanted = tuple(formats)
    for module in ("reportgen.composing", *_ALWAYS, *_of(wanted, _WRITERS), *_of(wanted, _NEW_CHARTS)):
        import_module(module)


def load_while(busy: Callable[[], bool], formats: Iterable[Format]) -> None:
    """Load what all files of these formats want, the surest first, for as long as something else is `busy`."""
    for module in (*_ALWAYS, *_of(formats, _WRITERS)):
        if not busy():
            return
        import_module(module)


def load_for_new_charts(formats: Iterable[Format]) -> None:
    """Load what files of these formats want for charts that no earlier run has kept."""
    for module in _of(formats, _NEW_CHARTS):
        import_module(module)


def _of(formats: Iterable[Format], modules: Mapping[Format, str]) -> list[str]:
    return [modules[wanted] for wanted in formats if wanted in modules]
