"""The styles of a Word file (`styles.xml`), made from the theme: one paragraph style for each role.

Lines have an exact height, so that a page holds as many as the PDF's; `auto` depends on the reader's fonts. All
four faces are named outright (no theme fonts), and the language is Chinese, or Word would set and break it otherwise.
"""

from __future__ import annotations

from dataclasses import replace

from reportgen.roles import CONTENTS, Role
from reportgen.theme.look import Alignment, FacePair, Stroke, Style, Theme
from reportgen.units import half_points, twips
from reportgen.writers.docx.markup import NOTHING, Xml, part, w
from reportgen.writers.docx.numbering import style_numbering
from reportgen.writers.docx.paragraphs import Format, Indent, Tab, below_baseline, properties, switch
from reportgen.writers.docx.stylesheet import (
    CELL_ROLES,
    EMPHASIS,
    FOOTNOTE_REFERENCE,
    HYPERLINK,
    NORMAL,
    StyleName,
    StyleSheet,
)

_TABLE_NORMAL = "TableNormal"
_LATENT_STYLES = 376
_LEAST_SIZE = 1.0
_LEADERS = {".": "dot", "·": "middleDot", "…": "dot", "-": "hyphen", "_": "underscore", "": None}


def styles_part(theme: Theme, sheet: StyleSheet) -> bytes:
    """Return `word/styles.xml`."""
    paragraph_styles = [_role_style(role, name, theme, sheet) for role, name in sheet.names.items()]
    return part(
        "w:styles",
        "w",
        _defaults(theme),
        _latent(),
        *_base_styles(theme),
        *paragraph_styles,
        *(_cell_style(role, smaller, theme, sheet) for smaller in sheet.smaller for role in CELL_ROLES),
        *_character_styles(theme),
    )


def fonts(faces: FacePair) -> Xml:
    """Return `w:rFonts` with all four faces (ECMA-376 part 1 §17.3.2.26)."""
    return w("rFonts", ascii=faces.latin, hAnsi=faces.latin, eastAsia=faces.east_asian, cs=faces.latin)


def _defaults(theme: Theme) -> Xml:
    body = theme.styles[Role.BODY]
    size = half_points(body.size)
    text = w(
        "rPr",
        fonts(theme.typefaces[body.typeface].word),
        w("sz", val=size),
        w("szCs", val=size),
        w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"),
    )
    # No mark hangs over the measure in the PDF, hence overflowPunct off.
    lines = w(
        "pPr",
        w("widowControl"),
        w("kinsoku"),
        w("wordWrap"),
        w("overflowPunct", val=False),
        w("topLinePunct", val=False),
        w("autoSpaceDE"),
        w("autoSpaceDN"),
    )
    return w("docDefaults", w("rPrDefault", text), w("pPrDefault", lines))


def _latent() -> Xml:
    """Hide the built-in styles that the file does not define."""
    return w(
        "latentStyles",
        defLockedState=False,
        defUIPriority=99,
        defSemiHidden=True,
        defUnhideWhenUsed=True,
        defQFormat=False,
        count=_LATENT_STYLES,
    )


def _base_styles(theme: Theme) -> tuple[Xml, ...]:
    body = theme.styles[Role.BODY]
    form = Format(snap_to_grid=False, before=0.0, leading=body.leading, align=Alignment.JUSTIFY)
    cell = w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")))
    margins = w("tblPr", w("tblInd", w=0, type="dxa"), cell)
    return (
        _default("paragraph", "Normal", NORMAL, w("qFormat"), w("pPr", *properties(form))),
        _default(
            "character", "Default Paragraph Font", "DefaultParagraphFont", w("uiPriority", val=1), w("semiHidden")
        ),
        _default("table", "Normal Table", _TABLE_NORMAL, w("uiPriority", val=99), w("semiHidden"), margins),
        _default("numbering", "No List", "NoList", w("uiPriority", val=99), w("semiHidden")),
    )


def _default(kind: str, name: str, identifier: str, *parts: Xml) -> Xml:
    """Return the style that holds where none is named."""
    return w("style", w("name", val=name), *parts, type=kind, default=True, styleId=identifier)


def _role_style(role: Role, name: StyleName, theme: Theme, sheet: StyleSheet) -> Xml:
    style = theme.styles[role]
    following = sheet.id(Role.BODY) if name.level is not None or role in (Role.TITLE, Role.ISSUE) else None
    return w(
        "style",
        w("name", val=name.name),
        w("basedOn", val=NORMAL),
        w("next", val=following) if following else NOTHING,
        w("uiPriority", val=39 if role in CONTENTS else 9),
        w("qFormat"),
        w("pPr", *properties(_format(role, name, style, theme))),
        w("rPr", *_characters(_sunk(style) if role is Role.FIGURE else style, theme)),
        type="paragraph",
        customStyle=True if name.own else None,
        styleId=name.id,
    )


def _cell_style(role: Role, smaller: float, theme: Theme, sheet: StyleSheet) -> Xml:
    """Return the style of cells that are smaller than their role's, so that their table fits the measure."""
    name, style = sheet.cell(role, smaller), theme.styles[role]
    size = half_points(style.size - smaller)
    return w(
        "style",
        w("name", val=name.name),
        w("basedOn", val=sheet.id(role)),
        w("uiPriority", val=9),
        w("pPr", *properties(Format(before=style.before, leading=style.leading - smaller))),
        w("rPr", w("sz", val=size), w("szCs", val=size)),
        type="paragraph",
        customStyle=True,
        styleId=name.id,
    )


def _format(role: Role, name: StyleName, style: Style, theme: Theme) -> Format:
    measure = theme.page.measure
    tabs: tuple[Tab, ...] = ()
    if role in CONTENTS:
        tabs = (Tab(measure, _LEADERS.get(theme.contents.leader, "dot")),)
    elif role in (Role.HEADER, Role.FOOTER):
        tabs = (Tab(measure),)
    heading = name.level is not None
    return Format(
        keep_next=True if style.keep_next else None,
        keep_lines=True if heading else None,
        new_page=True if style.new_page else None,
        numbering=style_numbering(name.level) if name.level is not None else None,
        above=_footer_rule(style, theme) if role is Role.FOOTER else style.rule_above,
        below=_header_rule(style, theme) if role is Role.HEADER else style.rule_below,
        tabs=tabs,
        before=style.before,
        leading=None if role is Role.FIGURE else style.leading,
        single=role is Role.FIGURE,
        indent=_indent(style),
        align=style.align,
        outline=name.level - 1 if name.level is not None else None,
    )


def _header_rule(style: Style, theme: Theme) -> Stroke | None:
    """Return the rule below the header, its gap from the line's foot; the theme says it from the baseline."""
    page = theme.page
    if not page.header_rule:
        return style.rule_below
    return Stroke(page.header_rule, page.header_rule_colour, page.header_rule_gap - below_baseline(style))


def _footer_rule(style: Style, theme: Theme) -> Stroke | None:
    """Return the rule above the footer."""
    page = theme.page
    if not page.footer_rule:
        return style.rule_above
    return Stroke(page.footer_rule, page.footer_rule_colour, page.footer_rule_gap)


def _indent(style: Style) -> Indent:
    """Return the indent of a style. Word spreads a centred line's last character too: half of that is taken back."""
    trailing = style.spread_em * style.size if style.align is Alignment.CENTER else 0.0
    return Indent(style.size, style.first_indent_em, style.left_indent_em, shift=trailing)


def _sunk(style: Style) -> Style:
    """Return the style of a line that holds a drawing alone: its letters' depth would add to the drawing's height."""
    return replace(style, size=_LEAST_SIZE)


def _characters(style: Style, theme: Theme) -> tuple[Xml, ...]:
    size = half_points(style.size)
    return (
        fonts(theme.typefaces[style.typeface].word),
        switch("b", style.bold or None),
        switch("bCs", style.bold or None),
        w("color", val=style.colour),
        w("spacing", val=twips(style.spread_em * style.size)) if style.spread_em else NOTHING,
        w("sz", val=size),
        w("szCs", val=size),
    )


def _character_styles(theme: Theme) -> tuple[Xml, ...]:
    emphasis = fonts(theme.typefaces[theme.emphasis].word) if theme.emphasis else NOTHING
    link = w("color", val=theme.link_colour) if theme.link_colour else NOTHING
    lifted = w("vertAlign", val="superscript")
    return (
        _character_style(EMPHASIS, EMPHASIS, emphasis),
        _character_style(HYPERLINK, HYPERLINK, link),
        _character_style(FOOTNOTE_REFERENCE, "footnote reference", lifted),
    )


def _character_style(identity: str, name: str, look: Xml) -> Xml:
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val="DefaultParagraphFont"),
        w("uiPriority", val=20),
        w("rPr", look) if look else NOTHING,
        type="character",
        styleId=identity,
    )
