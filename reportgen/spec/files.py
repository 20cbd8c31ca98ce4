"""Files that the content of a report names: articles to include, which are read here, and pictures, which are not.

A path is relative to the file that names it; for everyone else it is said from the project's root.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import TypeAlias

from reportgen.confinement import path_problem
from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.origins import SourceText, Span
from reportgen.spec.blocks import (
    ArticleBlock,
    Body,
    ChooseBlock,
    ElseBlock,
    HeadingBlock,
    ImageBlock,
    IncludeBlock,
    SectionBlock,
)
from reportgen.spec.editing import HOLDING
from reportgen.spec.report import ReportSpec
from reportgen.yaml_source import MappingNode, Node, Scalar, SequenceNode, source_text

NAMING = ("image", "include")
"""The keys of blocks whose values are files."""

_AnyBlock: TypeAlias = SectionBlock | ArticleBlock | Body | ElseBlock


def path_of(named: SourceText) -> str:
    """Return the path that a block names, from the root on."""
    return normpath(join(dirname(named.span.file), named.text.strip()))


def file_problems(node: Node | None, root: Path) -> Iterator[Problem]:
    """Yield what is wrong with the paths of the blocks below `node`; the files may be missing."""
    for _, named in _named(node):
        if problem := _path_problem(named, root):
            yield problem


def unread_articles(node: Node | None, root: Path) -> Iterator[Problem]:
    """Yield why articles that the blocks below `node` include cannot be read."""
    for key, named in _named(node):
        if key == "include" and not _path_problem(named, root):
            try:
                source_text(root / path_of(named), path_of(named), named.span)
            except Faulty as faulty:
                yield from faulty.problems


def named_pictures(node: Node | None, root: Path) -> Iterator[SourceText]:
    """Yield the pictures that the blocks below `node` name by a path that may be followed."""
    for key, named in _named(node):
        if key == "image" and not _path_problem(named, root):
            yield named


def _named(node: Node | None) -> Iterator[tuple[str, SourceText]]:
    """Yield the files that the blocks below `node` name, each with the key that names it."""
    match node:
        case SequenceNode():
            for item in node.items:
                yield from _named(item)
        case MappingNode():
            for entry in node.entries:
                if entry.key.text in HOLDING:
                    yield from _named(entry.value)
                elif entry.key.text in NAMING and isinstance(entry.value, Scalar) and entry.value.text:
                    yield entry.key.text, entry.value.source
        case _:
            pass


def _path_problem(named: SourceText, root: Path) -> Problem | None:
    return path_problem(named.text.strip(), (root / named.span.file).parent, root, named.span)


def pictures_of(spec: ReportSpec) -> tuple[tuple[str, Span], ...]:
    """Return the paths of a spec's pictures, each with the place that names it; those of blocks left out, too."""
    named = (*(block.image for block in _blocks(spec) if isinstance(block, ImageBlock)), *spec.pictures)
    return tuple((path_of(one), one.span) for one in named)


def read_articles(spec: ReportSpec, root: Path) -> tuple[dict[str, SourceText], tuple[Problem, ...]]:
    """Return the articles that a spec includes by path, and why others could not be read."""
    articles: dict[str, SourceText] = {}
    problems: list[Problem] = []
    for block in _blocks(spec):
        if not isinstance(block, IncludeBlock) or (path := path_of(block.include)) in articles:
            continue
        try:
            articles[path] = _article(source_text(root / path, path, block.include.span), path)
        except Faulty as faulty:
            problems += faulty.problems
    return articles, tuple(problems)


def _blocks(spec: ReportSpec) -> Iterator[_AnyBlock]:
    """Yield every block of a spec, also what data may leave out."""
    for block in (*spec.sections, *spec.body):
        yield from _with_inner(block)


def _with_inner(block: _AnyBlock) -> Iterator[_AnyBlock]:
    yield block
    match block:
        case SectionBlock() | ArticleBlock() | HeadingBlock():
            inner: tuple[_AnyBlock, ...] = block.body
        case ChooseBlock():
            inner = block.choose
        case ElseBlock(else_=tuple() as otherwise):
            inner = otherwise
        case _:
            inner = ()
    for one in inner:
        yield from _with_inner(one)


def _article(text: str, file: str) -> SourceText:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts: list[tuple[int, int, int]] = []
    offset = 0
    for number, line in enumerate(lines, 1):
        starts.append((offset, number, 1))
        offset += len(line) + 1
    span = Span(file, 1, 1, len(lines), len(lines[-1]) + 1)
    return SourceText("\n".join(lines), span, tuple(starts))
