"""Picking items by the labels that a spec lists, each problem at the label it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from reportgen.data.regroup import is_pattern, with_patterns
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import SourceText, Span
from reportgen.prose.selection import Selection, find_item, only_items


@contextmanager
def located(span: Span) -> Iterator[None]:
    """Give problems that know no place in the spec the place `span`."""
    try:
        yield
    except Faulty as faulty:
        raise Faulty(replace(p, span=span) if p.span is None else p for p in faulty.problems) from None


def _one_or_several(selection: Selection, label: str) -> tuple[Selection, tuple[int, ...]]:
    """Return the item that `label` names, or, where it is a pattern, those that it fits, called by its star."""
    if is_pattern(label) and find_item(selection, label) is None:
        table, found = with_patterns(selection.table, label)
        if several := tuple(item for item in found if item != selection.overall):
            return replace(selection, table=table), several
    return selection, only_items(selection, [label]).items


def picked(selection: Selection, labels: Sequence[SourceText]) -> Selection:
    """Return the selection of these items, in this order. Raises Faulty with every label that fits none."""
    problems: list[Problem] = []
    items: list[int] = []
    for label in labels:
        try:
            with located(label.span):
                selection, several = _one_or_several(selection, label.text)
                items += several
        except Faulty as faulty:
            problems += faulty.problems
    if problems:
        raise Faulty(problems)
    return replace(selection, items=tuple(items))
