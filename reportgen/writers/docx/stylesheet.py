"""Which Word style each role is, by name and id: built-in names wherever Word has one.

Word's navigation pane, its contents and its style list know built-in styles by their English names (ECMA-376 part 1
§17.7.4.9), whatever language Word speaks. How the styles look is the business of `styles`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.model.block import Heading
from reportgen.model.document import Document
from reportgen.roles import Role
from reportgen.values import dataclass

NORMAL = "Normal"
EMPHASIS = "Emphasis"
HYPERLINK = "Hyperlink"
FOOTNOTE_REFERENCE = "FootnoteReference"

HEADING_ROLES = (Role.SECTION, Role.ARTICLE, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
CELL_ROLES = (Role.TABLE_HEAD, Role.TABLE_LABEL, Role.TABLE_NUMBER)
_DEEPEST = 9

# Role, id, name. Headings are named by level; the labels of a chart are no paragraphs of the text.
_BUILT_IN_NAMES: tuple[tuple[Role, str, str], ...] = (
    (Role.TITLE, "Title", "Title"),
    (Role.ISSUE, "Subtitle", "Subtitle"),
    (Role.CONTENTS_TITLE, "TOCHeading", "TOC Heading"),
    (Role.CONTENTS_1, "TOC1", "toc 1"),
    (Role.CONTENTS_2, "TOC2", "toc 2"),
    (Role.CONTENTS_3, "TOC3", "toc 3"),
    (Role.BODY, "BodyText", "Body Text"),
    (Role.LIST_ITEM, "ListParagraph", "List Paragraph"),
    (Role.CAPTION, "Caption", "caption"),
    (Role.HEADER, "Header", "header"),
    (Role.FOOTER, "Footer", "footer"),
    (Role.FOOTNOTE, "FootnoteText", "footnote text"),
)
_OWN_NAMES: tuple[tuple[Role, str, str], ...] = (
    (Role.COVER_TITLE, "CoverTitle", "Cover Title"),
    (Role.COVER_ISSUE, "CoverIssue", "Cover Issue"),
    (Role.COVER_CLIENT, "CoverClient", "Cover Client"),
    (Role.COVER_DATE, "CoverDate", "Cover Date"),
    (Role.UNIT, "TableUnit", "Table Unit"),
    (Role.TABLE_HEAD, "TableHead", "Table Head"),
    (Role.TABLE_LABEL, "TableLabel", "Table Label"),
    (Role.TABLE_NUMBER, "TableNumber", "Table Number"),
    (Role.FIGURE, "Figure", "Figure"),
    (Role.NOTE, "Note", "Note"),
    (Role.SOURCE, "Source", "Source"),
    (Role.BOX_TITLE, "BoxTitle", "Box Title"),
    (Role.BOX_TEXT, "BoxText", "Box Text"),
)


@dataclass(frozen=True, slots=True)
class StyleName:
    """A style's id and name, and whether Word lacks it; for a heading, the level (from 1) that the style stands for."""

    id: str
    name: str
    level: int | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The style of each role; `smaller` are the sizes in pt by which cells of some tables are less than theirs."""

    names: Mapping[Role, StyleName]
    smaller: tuple[float, ...] = ()

    def id(self, role: Role) -> str:
        """Return the id of the style of `role`."""
        return self.names[role].id

    def cell(self, role: Role, smaller: float) -> StyleName:
        """Return the style of cells of `role` that are `smaller` pt less in size."""
        name = self.names[role]
        if not smaller:
            return name
        return StyleName(f"{name.id}Less{smaller * 10:.0f}", f"{name.name} (-{smaller:g} pt)", own=True)

    @property
    def headings(self) -> tuple[tuple[Role, StyleName], ...]:
        """The heading styles, from the outermost level."""
        pairs = [(role, name) for role, name in self.names.items() if name.level is not None]
        return tuple(sorted(pairs, key=lambda pair: pair[1].level or 0))


def style_sheet(document: Document, smaller: Iterable[float] = ()) -> StyleSheet:
    """Return the style of each role, headings by the level at which `document` uses them.

    A role that the document does not use, or whose level another role has taken, takes the next free level.
    """
    used: dict[Role, int] = {}
    for block in document.blocks:
        if isinstance(block, Heading):
            used[block.role] = min(block.level, used.get(block.role, block.level))
    wanted = sorted(HEADING_ROLES, key=lambda role: (used.get(role, _DEEPEST), HEADING_ROLES.index(role)))
    taken: set[int] = set()
    names: dict[Role, StyleName] = {}
    for role in wanted:
        first = used.get(role, 1)
        level = next((n for n in range(first, _DEEPEST + 1) if n not in taken), _DEEPEST)
        taken.add(level)
        names[role] = StyleName(f"Heading{level}", f"heading {level}", level)
    names.update({role: StyleName(style_id, name) for role, style_id, name in _BUILT_IN_NAMES})
    names.update({role: StyleName(style_id, name, own=True) for role, style_id, name in _OWN_NAMES})
    return StyleSheet(names, tuple(sorted(set(smaller))))
