"""The part of a face that a document uses, as bytes to embed.

Hints, layout tables and names are left out: a PDF places each glyph itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import uharfbuzz as hb

from reportgen.values import dataclass

if TYPE_CHECKING:
    from reportgen.fonts.face import Face

_KEPT = frozenset({"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "post"})


@dataclass(frozen=True, slots=True)
class Subset:
    """A TrueType font of some of a face's glyphs; `glyph_of` maps the face's glyph ids to the subset's."""

    data: bytes
    glyph_of: Mapping[int, int]


def subset(face: Face, glyphs: Iterable[int]) -> Subset:
    """Cut a face down to these glyphs (and `.notdef`, and the parts that composed glyphs are made of).

    The same face and glyphs give the same bytes.
    """
    wanted = hb.SubsetInput()
    wanted.glyph_set.update({0, *map(int, glyphs)})
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    dropped = set(face.hb_face.table_tags) - _KEPT
    wanted.drop_table_tag_set.update(int.from_bytes(tag.ljust(4).encode("latin-1"), "big") for tag in dropped)
    plan = hb.SubsetPlan(face.hb_face, wanted)
    data = bytes(plan.execute().blob.data)
    mapping = {int(old): int(new) for old, new in plan.old_to_new_glyph_mapping.items()}
    return Subset(data, mapping)
