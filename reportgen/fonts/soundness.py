"""Whether the bytes of a file can serve as a face: in the form that a PDF embeds, whole, and allowed to be embedded.

Only what is read of the tables is looked at. What a glyph's outline holds is left to whoever draws it: a program that
reads a damaged one draws nothing there.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from itertools import pairwise

from reportgen.diagnostics import Problem
from reportgen.fonts import messages
from reportgen.values import dataclass

_NEEDED = ("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")
_LEAST = {"OS/2": 78, "head": 54, "hhea": 36, "maxp": 6, "post": 32}
"""How long a table is that has all that is read of it."""

_RESTRICTED, _PERMISSIVE, _NO_SUBSETTING, _BITMAPS_ONLY = 0x0002, 0x000C, 0x0100, 0x0200


@dataclass(frozen=True, slots=True)
class _Damage:
    """Why a file is no font that can be used."""

    zh: str
    en: str

    def problem(self, file: str, tables: str = "") -> Problem:
        """Return the problem of a file; `tables` are those that it is about."""
        return messages.FILE_BROKEN.at(file=file, why=self.zh.format(tables), why_en=self.en.format(tables))


_NO_TRUETYPE = _Damage("不是 TrueType", "it is not TrueType")
_ABSENT = _Damage("缺少数据表 {}", "it lacks the tables {}")
_MUDDLED = _Damage("数据表的目录已损坏", "its directory of tables is damaged")
_SHORT = _Damage("文件不完整", "it is cut short")
_DAMAGED = _Damage("数据表 {} 已损坏", "its table {} is damaged")
NO_CHARACTERS = _Damage("里面没有字符", "it has no characters")
NOT_CUT = _Damage("取不出子集", "no subset of it can be made")

_Tables = Mapping[str, tuple[int, int]]
"""Offset and length of each table, by its tag."""


def unusable(file: str, data: bytes) -> Problem | None:
    """Say why these bytes can't serve as a face, None where they can."""
    if data[:4] == b"ttcf":
        return messages.COLLECTION.at(file=file)
    if data[:4] == b"OTTO":
        return messages.OUTLINES_CFF.at(file=file)
    if data[:4] not in (b"\x00\x01\x00\x00", b"true"):
        return _NO_TRUETYPE.problem(file)
    tables = _directory(data)
    if not all(tag.isascii() and tag.isprintable() for tag in tables):
        return _MUDDLED.problem(file)
    if "fvar" in tables:
        return messages.VARIABLE.at(file=file)
    if absent := [tag for tag in _NEEDED if tag not in tables]:
        return _ABSENT.problem(file, ", ".join(absent))
    if any(start + length > len(data) for start, length in tables.values()):
        return _SHORT.problem(file)
    if damaged := _damaged(data, tables):
        return _DAMAGED.problem(file, damaged)
    flags = _read("H", data, tables, "OS/2", 8)
    # Of several licence bits the most permissive holds (OpenType, OS/2 fsType).
    if flags & (_NO_SUBSETTING | _BITMAPS_ONLY) or (flags & _RESTRICTED and not flags & _PERMISSIVE):
        return messages.EMBEDDING_FORBIDDEN.at(file=file, flags=flags)
    return None


def _directory(data: bytes) -> _Tables:
    """Return the tables that a file says it has (OpenType, table directory); of a short one, those that are there."""
    if len(data) < 12:
        return {}
    (count,) = struct.unpack_from(">H", data, 4)
    rows = range(12, min(12 + 16 * count, len(data) - 15), 16)
    entries = (struct.unpack_from(">4sLLL", data, row) for row in rows)
    return {tag.decode("latin-1").strip(): (start, length) for tag, _, start, length in entries}


def _damaged(data: bytes, tables: _Tables) -> str:
    """Return the first table that can't be what it should be, by what others say of it; empty where none is found."""
    lengths = {tag: length for tag, (_, length) in tables.items()}
    if short := [tag for tag, least in _LEAST.items() if lengths[tag] < least]:
        return short[0]
    units, long_places = _read("H", data, tables, "head", 18), _read("h", data, tables, "head", 50)
    glyphs, wide = _read("H", data, tables, "maxp", 4), _read("H", data, tables, "hhea", 34)
    unlike = {
        "OS/2": _read("H", data, tables, "OS/2", 0) >= 2 and lengths["OS/2"] < 96,
        "head": units not in range(16, 16385) or long_places not in (0, 1),
        "maxp": glyphs == 0,
        "hhea": wide not in range(1, glyphs + 1),
        "hmtx": lengths["hmtx"] < 4 * wide + 2 * (glyphs - wide),
        "loca": lengths["loca"] < (glyphs + 1) * (4 if long_places else 2),
    }
    if found := [tag for tag, wrong in unlike.items() if wrong]:
        return found[0]
    places = struct.unpack_from(f">{glyphs + 1}{'L' if long_places else 'H'}", data, tables["loca"][0])
    in_order = all(place <= following for place, following in pairwise(places))
    return "" if in_order and places[-1] * (1 if long_places else 2) <= lengths["glyf"] else "loca"


def _read(form: str, data: bytes, tables: _Tables, tag: str, at: int) -> int:
    return int(struct.unpack_from(f">{form}", data, tables[tag][0] + at)[0])
