"""Picking items by the labels that a spec lists, each problem at the label it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import SourceText, Span
from reportgen.prose.selection import Selection, only_items


@contextmanager
def located(span: Span) -> Iterator[None]:
    """Give problems that know no place in the spec the place `span`."""
    try:
        yield
    except Faulty as faulty:
        raise Faulty(replace(p, span=span) if p.span is None else p for p in faulty.problems) from None


def picked(selection: Selection, labels: Sequence[SourceText]) -> Selection:
    """Return the selection of these items, in this order. Raises Faulty with every label that fits none."""
    problems: list[Problem] = []
    items: list[int] = []
    for label in labels:
        try:
            with located(label.span):
                items += only_items(selection, [label.text]).items
        except Faulty as faulty:
            problems += faulty.problems
    if problems:
        raise Faulty(problems)
    return replace(selection, items=tuple(items))
