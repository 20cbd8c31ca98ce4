"""The font table (`fontTable.xml`): what a reader's machine may take where it lacks a face (ECMA-376 part 1 §17.8).

Word looks for the alternative name, then for a face of the same kind and script.
"""

from __future__ import annotations

from reportgen.theme.look import Theme
from reportgen.values import dataclass
from reportgen.writers.docx.markup import NOTHING, Xml, part, w


@dataclass(frozen=True, slots=True)
class KnownFont:
    """A face that readers commonly have: its other name, its kind, its PANOSE digits and its character set."""

    other_name: str
    family: str
    panose: str
    charset: str


_GB2312, _WESTERN = "86", "00"
_KNOWN = {
    "宋体": KnownFont("SimSun", "auto", "02010600030101010101", _GB2312),
    "黑体": KnownFont("SimHei", "modern", "02010609060101010101", _GB2312),
    "楷体": KnownFont("KaiTi", "modern", "02010609060101010101", _GB2312),
    "仿宋": KnownFont("FangSong", "modern", "02010609060101010101", _GB2312),
    "微软雅黑": KnownFont("Microsoft YaHei", "swiss", "020B0503020204020204", _GB2312),
    "Times New Roman": KnownFont("", "roman", "02020603050405020304", _WESTERN),
    "Arial": KnownFont("", "swiss", "020B0604020202020204", _WESTERN),
}


def font_table_part(theme: Theme) -> bytes:
    """Return `word/fontTable.xml` with the fonts that `theme` names for Word, each once."""
    pairs = [typeface.word for typeface in theme.typefaces.values()]
    chinese = dict.fromkeys(pair.east_asian for pair in pairs)
    latin = dict.fromkeys(pair.latin for pair in pairs if pair.latin not in chinese)
    fonts = [_font(name, _GB2312) for name in chinese] + [_font(name, _WESTERN) for name in latin]
    return part("w:fonts", "w", *fonts)


def _font(name: str, charset: str) -> Xml:
    known = _KNOWN.get(name, KnownFont("", "auto", "", charset))
    return w(
        "font",
        w("altName", val=known.other_name) if known.other_name else NOTHING,
        w("panose1", val=known.panose) if known.panose else NOTHING,
        w("charset", val=known.charset),
        w("family", val=known.family),
        w("pitch", val="variable"),
        name=name,
    )
