"""Faces of one's own, as a client would send them: made from those that ship, under other names."""

from __future__ import annotations

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from reportgen.fonts.location import shipped_folder

FS_RESTRICTED = 2
"""The flag of a face that may not be embedded (OpenType, OS/2 fsType)."""


def own_face(
    path: Path,
    source: str = "LiberationSerif-Regular",
    *,
    family: str = "Acme Serif",
    lacks: str = "",
    wider: int = 0,
    fs_type: int = 0,
) -> Path:
    """Write a face that ships to `path` as another: named otherwise, each glyph `wider`, without some characters."""
    font = TTFont(shipped_folder() / f"{source}.ttf", recalcTimestamp=False)
    if lacks:
        cut = Subsetter(Options(layout_features=[], name_IDs=["*"], notdef_outline=True, drop_tables=["FFTM"]))
        cut.populate(unicodes=set(font.getBestCmap()) - set(map(ord, lacks)))
        cut.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 4, 6):
            record.string = family.replace(" ", "") if record.nameID == 6 else family
    for glyph, (width, bearing) in font["hmtx"].metrics.items():
        font["hmtx"][glyph] = (width + wider, bearing)
    font["OS/2"].fsType = fs_type
    path.parent.mkdir(parents=True, exist_ok=True)
    font.save(path)
    return path
