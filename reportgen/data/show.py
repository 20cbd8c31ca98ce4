"""A `DataTable` as text, for people: what was read, as items × measures × periods."""

from __future__ import annotations

import unicodedata

from reportgen.data.table import DataTable, Gap, Value


def show(table: DataTable) -> str:
    """Return `table` as a small grid of text: a line for each item and measure, a column for each period.

    A value is its number, its unit and, in brackets, how its cell prints it; `·` is a combination without a cell.
    """
    lines = [f"{table.name}  {table.title}".rstrip()]
    lines += [f"单位：{table.unit}"] if table.unit else []
    periods = table.periods
    rows = [["", *(period.iso for period in periods)]]
    for i, item in enumerate(table.items):
        for m, measure in enumerate(table.measures):
            cells = [table.values.get((i, m, p)) for p in range(max(1, len(periods)))]
            if any(cell is not None for cell in cells):
                label = " / ".join(part for part in (item.label, measure.name) if part)
                rows.append([label, *(_shown(cell) for cell in cells)])
    widths = [max((_width(row[c]) for row in rows if c < len(row)), default=0) for c in range(max(map(len, rows)))]
    for row in rows:
        padded = [row[0] + " " * (widths[0] - _width(row[0]))]
        padded += [" " * (width - _width(cell)) + cell for cell, width in zip(row[1:], widths[1:], strict=False)]
        lines.append("  ".join(padded).rstrip())
    lines += [f"资料来源：{source}" for source in table.sources]
    lines += [f"注：{note}" for note in table.notes]
    lines += [f"! {warning.zh}" for warning in table.warnings]
    return "\n".join(lines) + "\n"


def _shown(value: Value | None) -> str:
    if value is None:
        return "·"
    if value.fault is not None:
        return f"!{value.fault.code.removeprefix('data.')}"
    match value.gap:
        case Gap.BLANK:
            return "(blank)"
        case Gap.PLACEHOLDER:
            return f"({value.raw})"
        case _:
            return f"{value.number}{value.unit}{_format(value)}"


def _format(value: Value) -> str:
    """Return how a value is to be printed, in the manner of a number format; nothing where its cell does not say."""
    if value.decimals is None:
        return " [#,##]" if value.grouped else ""
    whole = "#,##0" if value.grouped else "0"
    return f" [{whole}.{'0' * value.decimals}]" if value.decimals else f" [{whole}]"


def _width(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
