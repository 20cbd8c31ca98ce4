"""The style roles: what a block or a part of one is, for whoever decides how it looks.

A theme gives each role a style; `resolve` gives each block a role; layout and the writers look styles up by it. No room
invents a role of its own.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a paragraph or a part of a figure or table is."""

    TITLE = "title"
    ISSUE = "issue"
    COVER_TITLE = "cover-title"
    COVER_ISSUE = "cover-issue"
    COVER_CLIENT = "cover-client"
    COVER_DATE = "cover-date"
    CONTENTS_TITLE = "contents-title"
    CONTENTS_1 = "contents-1"
    CONTENTS_2 = "contents-2"
    CONTENTS_3 = "contents-3"
    SECTION = "section"
    ARTICLE = "article"
    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    BODY = "body"
    LIST_ITEM = "list-item"
    CAPTION = "caption"
    UNIT = "unit"
    TABLE_HEAD = "table-head"
    TABLE_LABEL = "table-label"
    TABLE_NUMBER = "table-number"
    FIGURE = "figure"
    NOTE = "note"
    SOURCE = "source"
    FOOTNOTE = "footnote"
    BOX_TITLE = "box-title"
    BOX_TEXT = "box-text"
    HEADER = "header"
    FOOTER = "footer"
    CHART_LABEL = "chart-label"


CONTENTS = (Role.CONTENTS_1, Role.CONTENTS_2, Role.CONTENTS_3)
"""The roles of entries in a table of contents, by level; deeper ones have the last."""


def contents_role(level: int) -> Role:
    """Return the role of a heading's entry in a table of contents; levels count from 1."""
    return CONTENTS[min(level, len(CONTENTS)) - 1]
