"""Live numbers: the list definitions of a document (`numbering.xml`), and which one each paragraph takes.

Headings share one multi-level list tied to their styles. Levels that print no number (sections, articles) are levels
of it all the same, counted silently, so that what is below them starts again by itself, also after an editor has added
one. Where Word's own count would differ from the document's, a further instance sets it right. Each list has an
instance of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from reportgen.cjk.faces import east_asian
from reportgen.model.block import Heading, ListBlock
from reportgen.model.document import Document, blocks_and_parts
from reportgen.numbering import NumberFormat, Numeral
from reportgen.origins import BlockId
from reportgen.theme.look import Style, Theme
from reportgen.values import dataclass
from reportgen.writers.docx.counting import Counters
from reportgen.writers.docx.markup import NOTHING, Xml, join, part, w
from reportgen.writers.docx.paragraphs import Indent, Numbering, indent_properties
from reportgen.writers.docx.stylesheet import StyleSheet

LEVELS = 9
HEADINGS = 1
UNNUMBERED = Numbering(0)

_WORD_NUMERALS = {Numeral.DECIMAL: "decimal", Numeral.CHINESE: "chineseCountingThousand"}


@dataclass(frozen=True, slots=True)
class Instance:
    """A `w:num`: its number, the abstract list it is of, and the starts it overrides by level."""

    number: int
    abstract: int
    starts: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class LiveNumbers:
    """The numbering part, and the number of each paragraph that does not simply take its style's.

    `headings` goes by block, `items` by block and index of the item.
    """

    xml: bytes
    headings: Mapping[BlockId, Numbering]
    items: Mapping[tuple[BlockId, int], Numbering]


@dataclass(slots=True)
class _Book:
    """The lists made so far."""

    abstracts: list[Xml] = field(default_factory=list)
    instances: list[Instance] = field(default_factory=list)
    lists: dict[tuple[NumberFormat | str, ...], int] = field(default_factory=dict)

    def instance(self, abstract: int, starts: Mapping[int, int]) -> Instance:
        made = Instance(len(self.instances) + 1, abstract, tuple(sorted(starts.items())))
        self.instances.append(made)
        return made


def live_numbers(document: Document, theme: Theme, sheet: StyleSheet) -> LiveNumbers:
    """Return the numbering of `document`."""
    book = _Book()
    book.abstracts.append(_heading_list(document, theme, sheet))
    headings = _number_headings(document, sheet, book)
    items = {
        (block.id, index): numbering
        for block in blocks_and_parts(document)
        if isinstance(block, ListBlock)
        for index, numbering in enumerate(_number_items(block, theme, book))
    }
    instances = [_instance_xml(instance) for instance in book.instances]
    return LiveNumbers(part("w:numbering", "w", *book.abstracts, *instances), headings, items)


def style_numbering(level: int) -> Numbering:
    """Return the number that the heading style of `level` (from 1) carries."""
    return Numbering(HEADINGS, level - 1)


def _number_headings(document: Document, sheet: StyleSheet, book: _Book) -> dict[BlockId, Numbering]:
    """Return the headings whose number differs from their style's, and make the instances that they need."""
    current = book.instance(0, {})
    counters = Counters()
    different: dict[BlockId, Numbering] = {}
    for block in document.blocks:
        if not isinstance(block, Heading):
            continue
        level = min(block.level, LEVELS) - 1
        shown = _format_of(document, level)
        if block.number is None and shown is not None:
            different[block.id] = UNNUMBERED
            continue
        wanted = block.number.counters[-1] if block.number else None
        trial = Counters(dict(counters.current), set(counters.seen))
        if wanted is not None and trial.step(current.number, level, dict(current.starts)) != wanted:
            current = book.instance(0, {level: wanted})
        counters.step(current.number, level, dict(current.starts))
        if current.number != HEADINGS or sheet.names[block.role].level != block.level:
            different[block.id] = Numbering(current.number, level)
    return different


def _number_items(block: ListBlock, theme: Theme, book: _Book) -> list[Numbering]:
    """Return the number of each item of `block`; the list begins anew in an instance of its own."""
    abstract = _abstract_of(block, theme, book)
    levels = range(min(len(block.formats), LEVELS))
    current = book.instance(abstract, dict.fromkeys(levels, 1))
    counters = Counters()
    numbers: list[Numbering] = []
    for item in block.items:
        level = min(item.level, LEVELS - 1)
        trial = Counters(dict(counters.current), set(counters.seen))
        counted = trial.step(current.number, level, dict(current.starts))
        if block.formats[item.level] is not None and counted != item.counter:
            current = book.instance(abstract, {level: item.counter})
        counters.step(current.number, level, dict(current.starts))
        numbers.append(Numbering(current.number, level))
    return numbers


def _abstract_of(block: ListBlock, theme: Theme, book: _Book) -> int:
    """Return the abstract list with the formats and bullets of `block`, made where there is none yet."""
    bullets = {item.level: item.marker for item in reversed(block.items)}
    marks = tuple(form or bullets.get(level, "• ") for level, form in enumerate(block.formats[:LEVELS]))
    key = (block.role, *marks)
    if key not in book.lists:
        number = len(book.abstracts)
        style = theme.styles[block.role]
        levels = [_list_level(level, mark, style) for level, mark in enumerate(marks)]
        kind = w("multiLevelType", val="multilevel" if len(marks) > 1 else "singleLevel")
        book.abstracts.append(w("abstractNum", kind, *levels, abstractNumId=number))
        book.lists[key] = number
    return book.lists[key]


def list_indent(style: Style, level: int) -> Indent:
    """Return the indent of a list item: each level stands the style's first-line indent further in."""
    return Indent(style.size, style.first_indent_em, style.left_indent_em + level * style.first_indent_em)


def _list_level(level: int, mark: NumberFormat | str, style: Style) -> Xml:
    indent = list_indent(style, level)
    if isinstance(mark, NumberFormat):
        return _level(level, _WORD_NUMERALS[mark.numeral], mark.before, mark.after, indent)
    return _level(level, "bullet", mark, None, indent)


def _heading_list(document: Document, theme: Theme, sheet: StyleSheet) -> Xml:
    styles = {name.level: (role, name) for role, name in sheet.headings}
    levels = []
    for level in range(LEVELS):
        role, name = styles.get(level + 1, (None, None))
        style = theme.styles[role] if role else None
        indent = Indent(style.size, style.first_indent_em, style.left_indent_em) if style else None
        form = _format_of(document, level)
        tied = name.id if name else None
        if form is None:
            levels.append(_level(level, "none", "", None, indent, tied))
        else:
            levels.append(_level(level, _WORD_NUMERALS[form.numeral], form.before, form.after, indent, tied))
    return w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=0)


def _level(
    level: int, numeral: str, before: str, after: str | None, indent: Indent | None, style: str | None = None
) -> Xml:
    """Return a level (ECMA-376 part 1 §17.9.6) that prints `before`, the counter, `after`; without `after`, `before`.

    A space at the end is said by `w:suff`, as Word says it.
    """
    printed = before if after is None else f"{before}%{level + 1}{after}"
    stem = printed.removesuffix(" ")
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=numeral),
        w("pStyle", val=style) if style else NOTHING,
        w("suff", val="space" if stem != printed else "nothing"),
        w("lvlText", val=stem),
        w("lvlJc", val="left"),
        w("pPr", indent_properties(indent)) if indent else NOTHING,
        w("rPr", w("rFonts", hint="eastAsia")) if any(east_asian(stem)) else NOTHING,
        ilvl=level,
    )


def _instance_xml(instance: Instance) -> Xml:
    overrides = [w("lvlOverride", w("startOverride", val=start), ilvl=level) for level, start in instance.starts]
    return w("num", w("abstractNumId", val=instance.abstract), join(*overrides), numId=instance.number)


def _format_of(document: Document, level: int) -> NumberFormat | None:
    """Return the number format of a heading level (from 0)."""
    return document.heading_formats[level] if level < len(document.heading_formats) else None
