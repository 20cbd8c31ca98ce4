"""One cell in a number's place → a `Value`: the exact number in the canonical form of its unit, a gap, or a fault."""

from __future__ import annotations

from decimal import Decimal

from reportgen.data import messages
from reportgen.data.number_format import NumberFormat, parse_format
from reportgen.data.numbers import TypedNumber, exact, is_placeholder, typed_number
from reportgen.data.sheet import Cell, CellKind
from reportgen.data.table import Gap, Value
from reportgen.diagnostics import Message, Problem
from reportgen.origins import CellRef, Span

_ERRORS = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA", "#SPILL!", "#CALC!"}
PERCENT = "%"
_EXCERPT = 40
"""Characters of a cell that a message repeats."""


def value_of(cell: Cell | None, ref: CellRef, unit: str, span: Span) -> Value:
    """Return what `cell` holds, `unit` being what the sheet says where the cell's own format says nothing.

    A percentage becomes the number before its sign: 0.866 formatted `0.0%` is 86.6 %, and so is 86.6 under a % unit.
    """
    if cell is None:
        return Value(None, ref, "", unit=unit, gap=Gap.BLANK)
    form = parse_format(cell.format)
    match cell.kind:
        case CellKind.NUMBER:
            return _number(cell, ref, form, unit)
        case CellKind.TEXT if cell.text in _ERRORS:
            return _faulty(cell, ref, unit, messages.ERROR_CELL, span)
        case CellKind.TEXT if is_placeholder(cell.text):
            return Value(None, ref, cell.text, cell.format, unit, gap=Gap.PLACEHOLDER)
        case CellKind.TEXT if (typed := typed_number(cell.text)) is not None:
            return _typed(cell, ref, typed, unit)
        case CellKind.ERROR:
            return _faulty(cell, ref, unit, messages.ERROR_CELL, span)
        case CellKind.UNCACHED:
            return _faulty(cell, ref, unit, messages.UNCACHED, span)
        case _:
            return _faulty(cell, ref, unit, messages.NOT_A_NUMBER, span)


def kept_as_text(cell: Cell | None) -> bool:
    """Whether a cell holds a number that was typed as text."""
    return cell is not None and cell.kind is CellKind.TEXT and typed_number(cell.text) is not None


def _number(cell: Cell, ref: CellRef, form: NumberFormat, unit: str) -> Value:
    number = exact(cell.text)
    if form.percent:
        return Value(
            Decimal(f"{number.scaleb(2):f}"), ref, cell.text, cell.format, PERCENT, form.decimals, form.grouped
        )
    shown = PERCENT if form.literal == PERCENT else unit or form.literal
    return Value(number, ref, cell.text, cell.format, shown, form.decimals, form.grouped)


def _typed(cell: Cell, ref: CellRef, typed: TypedNumber, unit: str) -> Value:
    shown = PERCENT if typed.percent else unit
    return Value(typed.number, ref, cell.text, cell.format, shown, typed.decimals, typed.grouped)


def _faulty(cell: Cell, ref: CellRef, unit: str, message: Message, span: Span) -> Value:
    problem: Problem = message.at(span, ref, where=ref, text=_excerpt(_as_seen(cell)))
    return Value(None, ref, cell.text, cell.format, unit, fault=problem)


def _as_seen(cell: Cell) -> str:
    """Return a cell's content as Excel shows it to whoever looks for it."""
    match cell.kind:
        case CellKind.LOGICAL:
            return "TRUE" if cell.text == "1" else "FALSE"
        case CellKind.DATE:
            return cell.text.removesuffix("T00:00:00")
        case _:
            return cell.text


def _excerpt(text: str) -> str:
    """Return as much of a cell's text as a message should repeat."""
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else line[:_EXCERPT] + "…"
