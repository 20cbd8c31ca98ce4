"""Reads the charts of a Word file back: what Word's cache says, and what the embedded workbook holds."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from openpyxl import load_workbook

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@dataclass(frozen=True, slots=True)
class ReadChart:
    """A chart by series: the cached values and the workbook's, a gap as None."""

    categories: tuple[str, ...]
    names: tuple[str, ...]
    cached: tuple[tuple[float | None, ...], ...]
    held: tuple[tuple[float | None, ...], ...]


def charts(content: bytes) -> list[ReadChart]:
    """Return the charts of a Word file in the order of their parts."""
    with ZipFile(BytesIO(content)) as archive:
        count = sum(name.startswith("word/charts/chart") for name in archive.namelist())
        return [_chart(archive, number) for number in range(1, count + 1)]


def _chart(archive: ZipFile, number: int) -> ReadChart:
    space = etree.fromstring(archive.read(f"word/charts/chart{number}.xml"))
    rels = etree.fromstring(archive.read(f"word/charts/_rels/chart{number}.xml.rels"))
    target = next(str(rel.get("Target")) for rel in rels if str(rel.get("Target")).endswith(".xlsx"))
    sheet = load_workbook(BytesIO(archive.read("word/" + target.removeprefix("../").removeprefix("/word/")))).active
    assert sheet is not None
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    series = list(space.iter(C + "ser"))
    held = tuple(tuple(_number(row[index + 1]) for row in rows[1:]) for index in range(len(series)))
    categories = tuple(str(row[0]) for row in rows[1:])
    names = tuple(str(next(s.iter(C + "tx")).findtext(f".//{C}v")) for s in series)
    return ReadChart(categories, names, tuple(_cache(s, len(categories)) for s in series), held)


def _cache(series: etree._Element, count: int) -> tuple[float | None, ...]:
    points = {int(str(p.get("idx"))): float(str(p.findtext(C + "v"))) for p in series.iterfind(f"{C}val//{C}pt")}
    return tuple(points.get(index) for index in range(count))


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
