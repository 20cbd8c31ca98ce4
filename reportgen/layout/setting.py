"""The setting of one document: its theme, its faces, what can be linked to; and how a text of a style becomes lines.

Every module of layout that composes text does it through `set_lines`, so that indents, alignment and leading are
decided in one place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from reportgen.layout.flows import SetLines, SetNote
from reportgen.layout.runs import Faces, Said, said, set_text
from reportgen.model.inline import Footnote, Inlines
from reportgen.model.pages import Node, Path, Tag, Target
from reportgen.origins import BlockId
from reportgen.roles import Role
from reportgen.theme.look import Alignment, Style, Theme
from reportgen.typeset.compose import compose
from reportgen.typeset.run import Align
from reportgen.values import dataclass

_ALIGN = {
    Alignment.JUSTIFY: Align.JUSTIFY,
    Alignment.LEFT: Align.LEFT,
    Alignment.CENTER: Align.CENTER,
    Alignment.RIGHT: Align.RIGHT,
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What all blocks of a document are set with. `targets` are the blocks that a reference may lead to."""

    theme: Theme
    faces: Faces
    targets: AbstractSet[BlockId]
    continued: str

    def style(self, role: Role) -> Style:
        """Return the style of a role."""
        return self.theme.styles[role]

    @property
    def turned(self) -> Setting:
        """The setting of a page that lies on its side."""
        return replace(self, theme=replace(self.theme, page=self.theme.page.turned))

    def said(self, inlines: Inlines) -> tuple[Said, ...]:
        """Return inlines as stretches of text with their links."""
        return said(inlines, self.targets)


def set_lines(
    setting: Setting,
    pieces: Sequence[Said],
    style: Style,
    path: Path,
    *,
    x: float | None = None,
    measure: float | None = None,
    align: Alignment | None = None,
    inset: float = 0.0,
) -> SetLines:
    """Compose a text in a style.

    Left out, `x` and `measure` are the page's, less `inset` pt at either side and the style's left indent.
    """
    page = setting.theme.page
    indent = style.left_indent_em * style.size
    x = page.left + inset + indent if x is None else x
    measure = page.measure - 2 * inset - indent if measure is None else measure
    text = set_text(pieces, style, setting.theme, setting.faces)
    first_indent = style.first_indent_em * style.size
    stand = _ALIGN[align or style.align]
    lines = compose(text.runs, measure, first_indent=first_indent, align=stand, spread=text.spread)
    made = SetLines(style, x, measure, text, lines, path)
    notes = {piece.inline: piece.note for piece in pieces if piece.note}
    return replace(made, notes=_notes(made, notes, setting)) if notes else made


def _notes(text: SetLines, notes: Mapping[int, Footnote], setting: Setting) -> tuple[tuple[SetNote, ...], ...]:
    """Compose the footnotes of a text, line by line; `notes` are by the index of their inline."""
    inks = text.text.inks
    rows = ([inks[piece.run].inline for piece in line.pieces] for line in text.lines)
    return tuple(tuple(_note(notes[index], setting) for index in row if index in notes) for row in rows)


def _note(footnote: Footnote, setting: Setting) -> SetNote:
    """Compose a footnote: its marker, which leads back to the text, and what it says."""
    mark = BlockId(f"{footnote.id}/mark")
    root = Node(Tag.NOTE, footnote.id)
    label, body = Node(Tag.LBL, f"{footnote.id}/label"), Node(Tag.P, f"{footnote.id}/text")
    marker = (Said(footnote.text, link=Target(block=mark), raised=True), Said(" "))
    pieces = (*marker, *setting.said(footnote.inlines))
    text = set_lines(setting, pieces, setting.style(Role.FOOTNOTE), (root, body))
    return SetNote(footnote.id, mark, replace(text, marker=len(marker), marker_path=(root, label)))
