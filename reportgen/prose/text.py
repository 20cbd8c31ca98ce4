"""Markdown with holes: the author's text as passages of words, expressions and links, each with its place.

Each `{{ expression }}` becomes one private-use character (of plane 15, and none that the author's own text holds), the
text is parsed as Markdown once, and the holes come out as pieces: what data say is never read as markup. Paragraphs,
lists, emphasis, links, footnotes and backslashes are all the Markdown there is; everything else prints as it stands. An
article of its own file has headings besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reportgen.errors import Faulty
from reportgen.origins import SourceText, Span
from reportgen.prose.footnotes import Definition, refuse_footnotes, without_footnotes
from reportgen.prose.holes import Marked, marked_text
from reportgen.prose.messages import (
    ARTICLE_BLOCK,
    ARTICLE_EMPTY,
    FOOTNOTE_ELSEWHERE,
    LIST_PARAGRAPHS,
    LIST_TOO_DEEP,
    MARKDOWN_BLOCK,
    NOT_ONE_LINE,
)
from reportgen.prose.pieces import Address, FootnotePiece, Hole, Notes, Pieces, Words, pieces_of, span_of
from reportgen.values import dataclass

MOST_LEVELS = 6
"""How deep lists may lie in lists."""

MOST_NESTING = 60
"""Where the Markdown parser stops, far above what `MOST_LEVELS` allows: it would leave text out without a word."""

_READ = 1024
"""How many texts are kept as read: they are resolved, then looked through for what was typed by hand."""

_BLOCK_MARK = re.compile(
    r"^[ \t]{0,3}(?:[-*+]|\d{1,9}[.)])?[ \t]*(#{1,6}(?=[ \t])|```|~~~)|(?<!\\)(!\[)(?=[^\]\n]*\]\()", re.MULTILINE
)
_HEADING = re.compile(r"[ \t]*#")
_RULE = re.compile(r"^[ \t]{0,3}(={2,}|-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """A paragraph."""

    pieces: Pieces
    span: Span


@dataclass(frozen=True, slots=True)
class TextItem:
    """An item of a list: `level` from 0, and how the author numbered it (`1)`), or no counter for a bullet."""

    pieces: Pieces
    span: Span
    level: int = 0
    counter: int | None = None
    delimiter: str = ""


@dataclass(frozen=True, slots=True)
class TextList:
    """A list, items of inner lists in their place after the item that holds them."""

    items: tuple[TextItem, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class TextHeading:
    """A heading of an article: `level` is the number of its marks, from 1 to 6."""

    level: int
    pieces: Pieces
    span: Span


Passage: TypeAlias = TextParagraph | TextList


@lru_cache(maxsize=_READ)
def read_text(source: SourceText) -> tuple[Passage, ...]:
    """Return the passages of a text block. Raises Faulty with every problem of its form."""
    marked = marked_text(source)
    if found := _BLOCK_MARK.search(marked.text):
        raise Faulty([MARKDOWN_BLOCK.at(_place(found, marked), mark=found[1] or found[2])])
    return tuple(passage for passage in _read(marked, headings=False) if not isinstance(passage, TextHeading))


def read_article(source: SourceText) -> tuple[Passage | TextHeading, ...]:
    """Return the passages and headings of an article in its own file. Raises Faulty with problems of its form."""
    marked = marked_text(source)
    wrong = [found for found in _BLOCK_MARK.finditer(marked.text) if not _HEADING.match(found[0])]
    problems = [ARTICLE_BLOCK.at(_place(found, marked), mark=found[1] or found[2]) for found in wrong]
    problems += [ARTICLE_BLOCK.at(_place(found, marked), mark=found[1]) for found in _RULE.finditer(marked.text)]
    if problems:
        raise Faulty(problems)
    passages = _read(marked, headings=True)
    if not passages:
        raise Faulty([ARTICLE_EMPTY.at(source.span)])
    headings = [passage for passage in passages if isinstance(passage, TextHeading)]
    notes = [piece for heading in headings for piece in heading.pieces if isinstance(piece, FootnotePiece)]
    if notes:
        raise Faulty(FOOTNOTE_ELSEWHERE.at(note.span) for note in notes)
    return passages


def _place(found: re.Match[str], marked: Marked) -> Span:
    return marked.source.at(marked.offsets[found.start(1) if found[1] else found.start(2)])


def _read(marked: Marked, *, headings: bool) -> tuple[Passage | TextHeading, ...]:
    body, definitions = without_footnotes(marked)
    notes = {char: FootnotePiece(_note(definition), definition.span) for char, definition in definitions.items()}
    return _passages(_parser(body.text, lists=True, headings=headings).parse(body.text), body, notes)


def _note(definition: Definition) -> tuple[Words | Hole | Address, ...]:
    """Return what a footnote says."""
    text = definition.text
    tokens = _parser(text.text, lists=False).parseInline(text.text)
    pieces = (piece for token in tokens for piece in pieces_of(token, text, None, {}))
    return tuple(piece for piece in pieces if not isinstance(piece, FootnotePiece))


@lru_cache(maxsize=_READ)
def read_line(source: SourceText) -> Pieces:
    """Return the pieces of a text of one line: a title, a caption.

    Raises Faulty where it holds blank lines or footnotes.
    """
    marked = marked_text(source)
    refuse_footnotes(marked)
    text = marked.text.strip()
    if re.search(r"\n[ \t]*\n", text):
        raise Faulty([NOT_ONE_LINE.at(source.span)])
    tokens = _parser(text, lists=False).parseInline(text)
    return tuple(piece for token in tokens for piece in pieces_of(token, marked, None, {}))


def holes(passages: Sequence[Passage] | Pieces) -> Iterator[SourceText]:
    """Yield the expressions of passages or pieces, in order."""
    for part in passages:
        match part:
            case TextParagraph():
                yield from holes(part.pieces)
            case TextList():
                for item in part.items:
                    yield from holes(item.pieces)
            case Hole():
                yield part.expression
            case FootnotePiece():
                yield from holes(part.pieces)
            case Words() | Address():
                pass


def _parser(text: str, *, lists: bool, headings: bool = False) -> MarkdownIt:
    # Link labels are looked for again from every bracket: left out where no link can be.
    rules = {"link": "](" in text, "list": lists, "heading": headings}
    return _parser_of(tuple(rule for rule, wanted in rules.items() if wanted))


@cache
def _parser_of(rules: tuple[str, ...]) -> MarkdownIt:
    """Return a parser of inlines and of what else the rules say; making one takes longer than reading a line."""
    made = MarkdownIt("zero", {"html": False, "maxNesting": MOST_NESTING})
    # What is marked as code is plain words: there is no face for it, and nobody wants to see the marks.
    return made.enable(["backticks", "emphasis", "escape", "newline", *rules])


# Blocks.


def _passages(tokens: Sequence[Token], marked: Marked, notes: Notes) -> tuple[Passage | TextHeading, ...]:
    passages: list[Passage | TextHeading] = []
    items: list[TextItem] = []
    counters: list[int | None] = []
    delimiter = ""
    filled = True
    levels = {index: len(token.markup) for index, token in enumerate(tokens, 1) if token.type == "heading_open"}
    for index, token in enumerate(tokens):
        match token.type:
            case "bullet_list_open":
                counters.append(None)
            case "ordered_list_open":
                counters.append(int(token.attrGet("start") or 1) - 1)
            case "bullet_list_close" | "ordered_list_close":
                counters.pop()
                if not counters:
                    passages.append(TextList(tuple(items), _joined_span(items)))
                    items = []
            case "list_item_open":
                if len(counters) > MOST_LEVELS:
                    raise Faulty([LIST_TOO_DEEP.at(marked.source.span, limit=MOST_LEVELS)])
                counters[-1] = None if counters[-1] is None else counters[-1] + 1
                delimiter, filled = token.markup, False
            case "list_item_close" if not filled:
                items.append(TextItem((), marked.source.span, len(counters) - 1, counters[-1], delimiter))
                filled = True
            case "inline":
                first_line = token.map[0] if token.map else 0
                pieces = pieces_of(token, marked, first_line, notes)
                span = span_of(pieces, marked.source)
                if not counters:
                    level = levels.get(index)
                    passages.append(TextHeading(level, pieces, span) if level else TextParagraph(pieces, span))
                elif filled:
                    raise Faulty([LIST_PARAGRAPHS.at(span)])
                else:
                    shown = delimiter if counters[-1] is not None else ""
                    items.append(TextItem(pieces, span, len(counters) - 1, counters[-1], shown))
                    filled = True
            case _:
                pass
    return tuple(passages)


def _joined_span(items: Sequence[TextItem]) -> Span:
    first, last = items[0].span, items[-1].span
    return Span(first.file, first.line, first.column, last.end_line, last.end_column)
