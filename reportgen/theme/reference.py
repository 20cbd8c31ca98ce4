"""The reference of themes as Markdown, made from their schema: each key, what it takes, what it means, what it is.

The last column is the value in the theme `bulletin`, as it was read: lengths in pt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin, get_type_hints

from reportgen.origins import SourceText
from reportgen.theme import schema
from reportgen.theme.load import load_theme
from reportgen.theme.look import Stroke, Theme
from reportgen.theme.schema import (
    BoxPart,
    ChartPart,
    ContentsPart,
    CoverPart,
    FacePairPart,
    FootnotePart,
    LogoPart,
    PagePart,
    Part,
    StrokePart,
    StylePart,
    TablePart,
    ThemeFile,
    TypefacePart,
)

SHOWN = "bulletin"

MEANINGS: Mapping[type[Part], Mapping[str, str]] = {
    ThemeFile: {
        "name": "what the theme is called (名称)",
        "extends": "the theme that fills in what is left out here, by name or file (以谁为底)",
        "colours": "colours by name, for use wherever a colour is asked for (给颜色起名)",
        "logo": "the logo; a path alone is its `picture` (标志)",
        "cover": "the cover; `true` alone shows it (封面)",
        "page": "the page (版面)",
        "fonts": "a folder with faces of your own, for `typefaces` to name (自备字体的文件夹)",
        "typefaces": "the typefaces that styles name (字体)",
        "styles": "a style for each role (各级样式)",
        "table": "tables (表)",
        "chart": "charts (图)",
        "contents": "the table of contents (目录)",
        "box": "notes in boxes (提示框)",
        "footnote": "footnotes (脚注)",
        "emphasis": "the typeface of emphasised words; none where they look like the others (强调用的字体)",
        "link_colour": "the colour of links out of the document (链接颜色)",
    },
    PagePart: {
        "width": "the sheet's width (纸宽)",
        "height": "the sheet's height (纸高)",
        "top": "from the sheet's top to the text (上边距)",
        "bottom": "from the text to the sheet's foot (下边距)",
        "left": "the left margin; with the right one it makes the measure (左边距)",
        "right": "the right margin (右边距)",
        "header": "from the sheet's top to the header's baseline (页眉位置)",
        "footer": "from the sheet's foot to the footer's baseline (页脚位置)",
        "header_rule": "the width of the rule below the header, 0 for none (页眉线粗)",
        "header_rule_colour": "its colour (页眉线颜色)",
        "header_rule_gap": "from the header's baseline down to the rule (页眉线间距)",
        "first_header": "whether the first page has a header (首页有无页眉)",
        "footer_rule": "the width of the rule above the footer, 0 for none (页脚线粗)",
        "footer_rule_colour": "its colour (页脚线颜色)",
        "footer_rule_gap": "from the rule down to the footer's line (页脚线间距)",
        "strip": "the height of a strip of colour along the top of every sheet, 0 for none (页顶色条高)",
        "strip_colour": "its colour (页顶色条颜色)",
    },
    TypefacePart: {
        "regular": "the faces of the PDF in the regular weight (常规)",
        "bold": "the faces of the PDF in the bold weight (加粗)",
        "word": "the font names that Word finds on a reader's machine (Word 里的字体名)",
    },
    FacePairPart: {
        "east_asian": "the face of Chinese text (中文)",
        "latin": "the face of Latin letters and digits (西文和数字)",
    },
    StylePart: {
        "typeface": "one of `typefaces` (字体)",
        "size": "the size of the type (字号)",
        "leading": "from baseline to baseline, exact (行距)",
        "bold": "in the bold weight (加粗)",
        "colour": "the colour of the type (颜色)",
        "align": "how lines stand on the measure (对齐)",
        "first_indent_em": "the indent of the first line (首行缩进)",
        "left_indent_em": "the indent of all lines (左缩进)",
        "before": "the space above, ignored at a page's top; there is none below (段前)",
        "clear": "the least space down to text below it (与下文至少隔开)",
        "spread_em": "extra space between characters (字距)",
        "keep_next": "stays on the page of what follows (与下段同页)",
        "pair_spread_em": "in place of `spread_em` within a text of two Chinese characters: 专　利 (两字标题的字距)",
        "new_page": "begins a page (段前分页)",
        "rule_above": "a rule above (上线)",
        "rule_below": "a rule below (下线)",
    },
    StrokePart: {
        "width": "how thick the rule is (线粗)",
        "colour": "its colour (颜色)",
        "gap": "the space between rule and text (与文字的间距)",
    },
    TablePart: {
        "outer_rule": "the rules at head and foot (上下线粗)",
        "inner_rule": "the rule below the header row (栏目线粗)",
        "rule_colour": "their colour (线颜色)",
        "padding_x": "inside a cell, left and right (单元格左右留白)",
        "padding_y": "inside a cell, above and below (单元格上下留白)",
        "highlight": "the ground of a highlighted row or column (突出显示的底色)",
        "after": "the space below a table and its notes (表后)",
        "caption_gap": "between caption or unit and the table (题注与表的间距)",
    },
    ChartPart: {
        "palette": "the colours of series, in order (系列颜色)",
        "highlight": "the colour of what is highlighted (突出显示的颜色)",
        "muted": "the colour of the others beside it (其余的颜色)",
        "axis_colour": "axes and their marks (轴颜色)",
        "grid_colour": "grid lines (网格线颜色)",
        "label_size": "the size of labels (标签字号)",
        "line_width": "the width of lines (线粗)",
        "width": "the width of a chart (图宽)",
        "height": "the height of a chart, without legend and caption (图高)",
        "typeface": "one of `typefaces` (字体)",
        "after": "the space below a figure and its notes (图后)",
        "gutter": "between figures that stand side by side (并排图的间距)",
    },
    ContentsPart: {
        "leader": "the character that leads to the page number (引导符)",
        "leader_colour": "its colour (引导符颜色)",
        "leader_step_em": "from one to the next (引导符间隔)",
        "number_width_em": "kept free for the page number (页码宽)",
        "gap_em": "before and after the leader (引导符两端留白)",
    },
    BoxPart: {
        "fill": "the ground, none where it is left empty (底色)",
        "colour": "bar and frame (线颜色)",
        "bar": "the bar at the left, 0 for none (左侧竖线粗)",
        "frame": "the frame, 0 for none (边框粗)",
        "padding_x": "inside, left and right (左右留白)",
        "padding_y": "inside, above and below (上下留白)",
        "before": "the space above a box (框前)",
        "after": "the space below a box (框后)",
    },
    LogoPart: {
        "picture": "a PNG or JPEG file, from the folder of the file that names it on (图片文件)",
        "alt": "what it shows, in words (替代文字)",
        "width": "the box that it is fitted into, at the most so wide (框宽)",
        "height": "and so high (框高)",
        "top": "from the sheet's top to the box, on the first page (框顶)",
        "align": "where on the measure (左中右)",
        "running": "its height in the head of the other pages, 0 where it does not stand there (页眉里的高)",
        "gap": "between it and the words of the head (与页眉文字的间距)",
    },
    CoverPart: {
        "shown": "whether there is one; title and issue then stand on it (有无封面)",
        "top": "from the sheet's top to the title (刊名位置)",
        "foot": "from the sheet's foot to the last line, client and date (客户、日期位置)",
        "band": "the height of a band of colour along the top, 0 for none (色块高)",
        "band_colour": "its colour (色块颜色)",
        "logo_width": "the logo's box, at the most so wide (标志框宽)",
        "logo_height": "and so high (标志框高)",
        "logo_top": "from the sheet's top to the box (标志框顶)",
        "logo_align": "where on the measure (标志左中右)",
    },
    FootnotePart: {
        "rule": "the rule above the notes of a page (分隔线粗)",
        "rule_colour": "its colour (分隔线颜色)",
        "rule_length": "its length (分隔线长)",
        "above": "the space above the rule (线上)",
        "below": "the space between rule and notes (线下)",
        "marker_size": "the size of a mark, as a part of the type's (脚注号字号)",
        "marker_rise": "how far a mark is raised, as a part of the type's size (脚注号抬高)",
    },
}
"""What each key means, by the part that it stands in; the tests hold it to the schema."""

_TITLES: Mapping[type[Part], str] = {
    ThemeFile: "The file",
    PagePart: "`page`",
    TypefacePart: "A typeface, under its name in `typefaces`",
    FacePairPart: "Two faces",
    StylePart: "A style, under its role in `styles`",
    StrokePart: "A rule beside a paragraph",
    TablePart: "`table`",
    ChartPart: "`chart`",
    ContentsPart: "`contents`",
    BoxPart: "`box`",
    FootnotePart: "`footnote`",
    LogoPart: "`logo`",
    CoverPart: "`cover`",
}

_HEAD = """\
# Themes

A theme is a YAML file that says how a report looks, in the PDF and in Word alike. A spec names it: `theme: bulletin`,
or `theme: own.yaml`; `--theme` on the command line goes before. With `extends: bulletin` a theme says only what is
otherwise. This reference is written by `scripts/write_references.py` from the schema; do not edit it by hand.

- A length is a number of points (`10.5`) or carries a unit: `pt`, `mm`, `cm`, `in`.
- A key that ends in `_em` is a number of em of its style's size.
- A colour is six digits, `1B4B66`, in quotes, with or without `#` before them; or a name from `colours`; or
  `palette-1`, the first colour of charts. `brand 12%` is 12% of the colour `brand` on white.
- `palette: […]` may stand by itself for the palette of `chart`. All of `briefing` follows its first colour.
- `fonts: brand/fonts` is a folder of faces of your own (TrueType, `.ttf`); `typefaces` then name them by their files,
  without `.ttf`. A path begins at the folder of the file that names it.
- What is *said* around content (图, 表, 续表, 目录, numbers of headings) is not here but in the conventions; what head,
  foot and cover say, in the spec (`header` and `footer` under its `theme`, and `cover`).

A client's theme, whole:

```yaml
name: client
extends: briefing
logo: {picture: client-logo.png, alt: 客户标志}
palette: ["#0B5CAD", "#F2A900", "#8FB8DE"]
colours: {ink: "#1D2733"}
cover: true
page: {strip: 6}
styles:
  title: {typeface: serif}
  body: {typeface: serif, size: 10.5}
```
"""


def theme_reference() -> str:
    """Return the reference as Markdown."""
    theme = load_theme(SHOWN)
    own: Mapping[type[Part], object] = {
        ThemeFile: theme,
        PagePart: theme.page,
        TablePart: theme.table,
        ChartPart: theme.chart,
        ContentsPart: theme.contents,
        BoxPart: theme.box,
        FootnotePart: theme.footnote,
        LogoPart: theme.logo,
        CoverPart: theme.cover,
    }
    sections = [_section(part, own.get(part)) for part in _TITLES]
    return "\n".join([_HEAD, *sections, *_styles(theme)])


def _section(part: type[Part], value: object | None) -> str:
    last = f" in `{SHOWN}` |" if value is not None else ""
    lines = [f"## {_TITLES[part]}", "", f"| key | takes | what it is |{last}", f"|---|---|---|{'---|' if last else ''}"]
    for key, meaning in MEANINGS[part].items():
        cell = f" {_shown(getattr(value, key, None))} |" if last else ""
        lines.append(f"| `{key}` | {_takes(part, key)} | {meaning} |{cell}")
    return "\n".join([*lines, ""])


def _takes(part: type[Part], key: str) -> str:
    """Return in words what a key takes."""
    return _words(get_type_hints(part, include_extras=True)[key])


def _words(wanted: object) -> str:
    origin, arguments = get_origin(wanted), get_args(wanted)
    known = next((words for kind, words in _KINDS if kind == wanted), None)
    if known is not None:
        return known
    if origin in (Union, UnionType):
        return " or ".join(_words(one) for one in arguments if one is not NoneType)
    if origin is Annotated:
        return ", ".join([_words(arguments[0]), *_bounds(arguments[1:])])
    if origin is tuple:
        return f"a list, each {_words(arguments[0])}"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"a mapping, each {_words(arguments[1])}"
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return " or ".join(f"`{one.value}`" for one in wanted)
    return "a mapping, below"


_KINDS: tuple[tuple[object, str], ...] = (
    (schema.Length, "a length"),
    (schema.Room, "a length, ≥ 0"),
    (schema.Size, "a length, > 0"),
    (schema.Colour, "a colour"),
    (SourceText, "a path"),
    (bool, "`true` or `false`"),
    (str, "a text"),
    (float, "a number"),
)


def _bounds(metadata: tuple[object, ...]) -> Iterator[str]:
    """Yield what a number or a text is bound by."""
    for info in metadata:
        for one in getattr(info, "metadata", ()):
            yield from (f"{sign} {getattr(one, name)}" for name, sign in _SIGNS if hasattr(one, name))


_SIGNS = (("ge", "≥"), ("gt", ">"), ("le", "≤"), ("max_length", "length ≤"), ("min_length", "length ≥"))


def _shown(value: object) -> str:
    """Return a value as a theme's file would say it; lengths in pt."""
    match value:
        case bool():
            return f"`{str(value).lower()}`"
        case float():
            return f"`{value:.6g}`"
        case Enum():
            return f"`{value.value}`"
        case tuple():
            return " ".join(_shown(one) for one in value)
        case str() if value:
            return f"`{value}`"
        case _:
            return ""


def _styles(theme: Theme) -> Iterator[str]:
    """Yield the roles, each with its style in the theme that is shown."""
    yield f"## The roles, and their styles in `{SHOWN}`\n"
    yield "| role | typeface | size / leading | weight | colour | align | before | more |"
    yield "|---|---|---|---|---|---|---|---|"
    for role, style in theme.styles.items():
        more = [
            f"{name} {_rule(value) if isinstance(value, Stroke) else _shown(value)}"
            for name in _FURTHER
            if (value := getattr(style, name))
        ]
        cells = (
            f"`{role.value}`",
            style.typeface,
            f"{style.size:g} / {style.leading:g}",
            "bold" if style.bold else "regular",
            f"`{style.colour}`",
            style.align.value,
            f"{style.before:g}",
            ", ".join(more),
        )
        yield f"| {' | '.join(cells)} |"
    yield ""


_FURTHER = (
    "first_indent_em", "left_indent_em", "clear", "spread_em", "pair_spread_em", "keep_next", "new_page", "rule_above",
    "rule_below",
)  # fmt: skip


def _rule(stroke: Stroke) -> str:
    return f"{stroke.width:g} `{stroke.colour}` {stroke.gap:g}"
