"""The form of expressions: Jinja2's lexer and parser, cut down to what a report may say.

Only names, attributes, item access, pipes, comparisons, `and or not`, `+`, `-`, `~`, lists and literals are let
through; calls only where a dot-form or a pipe takes arguments. Nothing is ever compiled or run: `evaluate` walks the
tree. Jinja2 numbers nodes by line; here the stream that the parser reads numbers each token by its offset instead, so
that every node knows its place.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import TemplateSyntaxError, nodes
from jinja2.lexer import Token, TokenStream
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reportgen.errors import Faulty
from reportgen.origins import SourceText, Span
from reportgen.prose.messages import EMPTY, NOT_ALLOWED, TOO_LONG
from reportgen.prose.slips import slip, unquoted_periods
from reportgen.values import dataclass

MOST_CHARACTERS = 2000
MOST_TOKENS = 240
MOST_BRACKETS = 12
MOST_DEPTH = 60

DEEPER = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}

DOT_FORMS = ("近", "自", "前")
"""What may follow a dot and take arguments: .近(5), .自(2021), .前(3)."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord("‘"): ord("'"),
    ord("’"): ord("'"),
    ord("“"): ord('"'),
    ord("”"): ord('"'),
    ord("\u3000"): ord(" "),
    ord("\r"): ord(" "),
    ord("\n"): ord(" "),
}
_CLOSING = {"'": "'’‘", "‘": "’'", "’": "’'", '"': '"', "“": '”"', "”": '”"'}

_NAMED: dict[type[nodes.Node], tuple[str, str]] = {
    nodes.Call: ("调用", "a call"),
    nodes.CondExpr: (
        "if … else（条件写在块上：when、choose）",
        "if … else (conditions belong to blocks: when, choose)",
    ),
    nodes.Mod: ("%（百分数直接写数：80）", "% (a percentage is written as its number: 80)"),
    nodes.Mul: ("乘号", "*"),
    nodes.Div: ("除号（占多少写 数据 | 占(另一数据)）", "/ (for a share write data | 占(other data))"),
    nodes.FloorDiv: ("除号", "//"),
    nodes.Pow: ("乘方", "**"),
    nodes.Dict: ("字典", "a mapping"),
    nodes.Tuple: ("圆括号列表（用方括号）", "a list in round brackets (use square ones)"),
    nodes.Slice: ("切片", "a slice"),
    nodes.Test: ("is", "is"),
}
_COMMA = ("方括号里的逗号（分开写：[…][…]）", "a comma between square brackets (write [a][b])")
_ALLOWED = (
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Call,
    nodes.Filter,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Add,
    nodes.Sub,
    nodes.Neg,
    nodes.Concat,
    nodes.List,
)
_OPERATORS = ("eq", "ne", "gt", "gteq", "lt", "lteq")


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed expression: its root, the text it was read from, and the token lengths by offset."""

    root: nodes.Expr
    source: SourceText
    lengths: dict[int, int]

    def span(self, node: nodes.Node) -> Span:
        """Return where `node` stands: its own name or sign; all of the expression for an operation."""
        match node:
            case nodes.Name() | nodes.Const() | nodes.Getattr() | nodes.Getitem() | nodes.Filter():
                return self.source.at(node.lineno, node.lineno + self.lengths.get(node.lineno, 1))
            case nodes.Call():
                return self.span(node.node)
            case _:
                return self.source.span


def closing_quotes(char: str) -> str:
    """Return the characters that may close a quote that `char` opens; empty where it opens none."""
    return _CLOSING.get(char, "")


def half_width(text: str) -> str:
    """Return `text` with full-width signs, quotes and spaces outside quotes as half-width ones, offset by offset."""
    out: list[str] = []
    closing = ""
    for char in text:
        if closing:
            done = char in closing
            out.append(char.translate(_FULL_WIDTH) if done or char in "\r\n" else char)
            closing = "" if done else closing
        else:
            out.append(char.translate(_FULL_WIDTH))
            closing = closing_quotes(char)
    return "".join(out)


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja2's environment, whose parser reads tokens numbered by offset instead of by line."""

    def _tokenize(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> TokenStream:
        return TokenStream(self._tokens(source, name, filename, state), name, filename)

    def _tokens(self, source: str, name: str | None, filename: str | None, state: str | None) -> Iterator[Token]:
        def placed() -> Iterator[tuple[int, str, str]]:
            offset = 0
            for _, kind, text in self.lexer.tokeniter(source, name, filename, state):
                yield offset, kind, text
                offset += len(text)

        held: Token | None = None
        for token in self.lexer.wrap(placed(), name, filename):
            if held is not None:
                # A dot stands where the name after it stands: that is what a message points to.
                yield held._replace(lineno=token.lineno)
            held = token if token.type in {"dot", "lbracket"} else None
            if held is None:
                yield token
        if held is not None:
            yield held


_ENVIRONMENT = _Environment(cache_size=0)


def parse(source: SourceText) -> Tree:
    """Return the tree of an expression. Raises Faulty where it cannot be read or says what is not allowed."""
    if not source.text.strip():
        raise Faulty([EMPTY.at(source.span)])
    if len(source.text) > MOST_CHARACTERS:
        raise Faulty([TOO_LONG.at(source.span, limit=MOST_CHARACTERS)])
    text = half_width(source.text).rstrip()
    if unquoted := tuple(unquoted_periods(source, text)):
        raise Faulty(unquoted)
    lengths = _measured(text, source)
    try:
        parser = Parser(_ENVIRONMENT, text, state="variable")
        root = parser.parse_expression()
        if not parser.stream.eos:
            parser.fail(f"unexpected {parser.stream.current.value!r}", parser.stream.current.lineno)
    except TemplateSyntaxError as error:
        raise Faulty([slip(source, text, lengths, error.lineno)]) from None
    except (RecursionError, ValueError, OverflowError):
        raise Faulty([TOO_LONG.at(source.span, limit=MOST_DEPTH)]) from None
    tree = Tree(root, source, lengths)
    _check(root, tree, 0)
    return tree


def _measured(text: str, source: SourceText) -> dict[int, int]:
    """Return the lengths of the tokens by offset. Raises Faulty where there are too many, or brackets too deep."""
    lengths: dict[int, int] = {}
    offset = depth = 0
    try:
        for _, kind, token in _ENVIRONMENT.lexer.tokeniter(text, None, None, "variable"):
            if kind != "whitespace":
                lengths[offset] = len(token)
            depth += DEEPER.get(token, 0)
            if depth > MOST_BRACKETS or len(lengths) > MOST_TOKENS:
                raise Faulty(
                    [TOO_LONG.at(source.at(offset), limit=MOST_BRACKETS if depth > MOST_BRACKETS else MOST_TOKENS)]
                )
            offset += len(token)
    except TemplateSyntaxError:
        raise Faulty([slip(source, text, lengths, offset)]) from None
    return lengths


def _check(node: nodes.Node, tree: Tree, depth: int) -> None:
    if depth > MOST_DEPTH:
        raise Faulty([TOO_LONG.at(tree.source.span, limit=MOST_DEPTH)])
    known = isinstance(node, _ALLOWED)
    match node:
        case nodes.Call():
            form = node.node
            known = isinstance(form, nodes.Getattr) and form.attr in DOT_FORMS and _plain_arguments(node)
        case nodes.Filter():
            known = _plain_arguments(node) and node.node is not None
        case nodes.Operand():
            known = node.op in _OPERATORS
        case nodes.Const():
            known = node.value is None or isinstance(node.value, bool | int | float | str)
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Tuple):
        raise Faulty([NOT_ALLOWED.at(tree.span(node), what=_COMMA[0], what_en=_COMMA[1])])
    if not known:
        zh, en = _NAMED.get(type(node), (type(node).__name__, type(node).__name__))
        raise Faulty([NOT_ALLOWED.at(tree.span(node), what=zh, what_en=en)])
    for child in node.iter_child_nodes():
        _check(child, tree, depth + 1)


def _plain_arguments(node: nodes.Call | nodes.Filter) -> bool:
    return not node.kwargs and node.dyn_args is None and node.dyn_kwargs is None


def names_in(tree: Tree) -> tuple[str, ...]:
    """Return the bare names of an expression, in order."""
    if isinstance(tree.root, nodes.Name):
        return (tree.root.name,)
    return tuple(dict.fromkeys(node.name for node in tree.root.find_all(nodes.Name)))


def wordings_in(tree: Tree) -> frozenset[str]:
    """Return the names of the wordings that an expression uses."""
    root = tree.root
    own = {root.name} if isinstance(root, nodes.Filter) else set()
    return frozenset(own | {node.name for node in root.find_all(nodes.Filter)})
