"""Evaluating expressions: a walk over the tree that `language` let through; nothing is compiled or run.

`phrase` is for text, `selection` for the data of blocks. Conditions are judged by `claims`. Every problem is located
inside the expression.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal

from jinja2 import nodes

from reportgen.errors import Faulty
from reportgen.origins import SourceText, Span
from reportgen.periods import Period
from reportgen.prose import comparison
from reportgen.prose.comparing import BASES
from reportgen.prose.dots import ORDERING
from reportgen.prose.entries import ChosenRow, ListedText, filled
from reportgen.prose.labels import choice_hints, hints, plain
from reportgen.prose.language import Tree, parse
from reportgen.prose.messages import (
    NOT_PERIOD,
    UNKNOWN_NAME,
    UNKNOWN_PART,
    UNKNOWN_WORDING,
    WRONG_ARGUMENTS,
)
from reportgen.prose.navigation import (
    NUMBER_OF,
    REFERRING,
    as_period,
    bracketed,
    dot_form,
    dotted,
    named,
    reference,
)
from reportgen.prose.phrase import Phrase, Told, phrase_of
from reportgen.prose.quantity import difference, plus, united
from reportgen.prose.saying import Saying, numbers
from reportgen.prose.scope import Scope
from reportgen.prose.selection import Selection
from reportgen.prose.values import NAME, EvaluatedTo, Listing, Many, Order, Verdict, as_many, wrong_kind
from reportgen.prose.wording import BY_NAME, EVERYDAY, ArgumentKind
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stays the same through one evaluation."""

    tree: Tree
    scope: Scope


@contextmanager
def located(span: Span) -> Iterator[None]:
    """Give problems that know no place the place of what is being evaluated."""
    try:
        yield
    except Faulty as error:
        raise Faulty(replace(p, span=span) if p.span is None else p for p in error.problems) from None


def evaluated(expression: SourceText, scope: Scope) -> EvaluatedTo:
    """Return what an expression comes to. Raises Faulty, located inside the expression."""
    tree = parse(expression)
    return value_of(tree, scope)


def value_of(tree: Tree, scope: Scope) -> EvaluatedTo:
    """Return what a parsed expression comes to."""
    with located(tree.source.span):
        return _value(tree.root, _Frame(tree, scope))


def phrase(expression: SourceText, scope: Scope) -> Phrase:
    """Return what an expression says. Raises Faulty, located inside the expression."""
    tree = parse(expression)
    with located(tree.source.span):
        return _said(_value(tree.root, _Frame(tree, scope)), scope)


def selection(expression: SourceText, scope: Scope) -> Selection:
    """Return the data that an expression names. Raises Faulty where it comes to anything else."""
    value = evaluated(expression, scope)
    if isinstance(value, Selection):
        return value
    with located(expression.span):
        raise wrong_kind(expression.text.strip(), "数据", "data", value)


def _said(value: EvaluatedTo, scope: Scope) -> Phrase:
    """Return a value as it prints where no wording follows."""
    match value:
        case Phrase():
            return value
        case Selection() | Many():
            return numbers(as_many(value, "").quantities, scope)
        case Period():
            return phrase_of(value.iso if scope.iso_periods else value.label)
        case Decimal():
            return phrase_of(f"{value:f}")
        case date():
            return phrase_of(
                value.isoformat() if scope.iso_periods else f"{value.year} 年 {value.month} 月 {value.day} 日"
            )
        case str():
            return phrase_of(value)
        case ChosenRow():
            return _said(value.label, scope)
        case ListedText():
            there = filled(value)
            return phrase_of(Told(there.short if scope.iso_periods else there.text, NAME, there.path, there.cells))
        case Order() | Listing() | Verdict():
            raise wrong_kind("{{ }}", "能印的东西", "something to print", value)


# Nodes.


def _value(node: nodes.Node, frame: _Frame) -> EvaluatedTo:
    match node:
        case nodes.Name() | nodes.Const() | nodes.Getattr() | nodes.Getitem() | nodes.Call() | nodes.Filter():
            with located(frame.tree.span(node)):
                return _reached(node, frame)
        case nodes.Compare() | nodes.And() | nodes.Or() | nodes.Not():
            return _judged(node, frame)
        case nodes.Add() | nodes.Sub():
            return _computed(node, frame)
        case nodes.Concat():
            return phrase_of(*(_said(_value(part, frame), frame.scope) for part in node.nodes))
        case nodes.Neg():
            inner = _value(node.node, frame)
            if isinstance(inner, Decimal):
                return -inner
            raise wrong_kind("-", "手打的数", "a typed number", inner)
        case nodes.List():
            return _listed(node, frame)
        case _:
            msg = f"{type(node).__name__} was let through but cannot be evaluated"
            raise AssertionError(msg)


def _reached(node: nodes.Node, frame: _Frame) -> EvaluatedTo:
    """Return what a name, a literal, a dot, brackets or a pipe comes to."""
    match node:
        case nodes.Const():
            return _constant(node.value)
        case nodes.Name():
            return named(node.name, frame.scope)
        case nodes.Getattr(node=nodes.Name(name=space)) if space in (REFERRING, NUMBER_OF) and (
            space not in frame.scope.names
        ):
            return reference(space, node.attr, frame.scope)
        case nodes.Getattr():
            return dotted(_value(node.node, frame), node.attr, frame.scope)
        case nodes.Getitem():
            return bracketed(_value(node.node, frame), _value(node.arg, frame))
        case nodes.Call(node=nodes.Getattr() as form):
            return dot_form(_value(form.node, frame), form.attr, [_value(argument, frame) for argument in node.args])
        case nodes.Filter():
            return _worded(node, frame)
        case _:
            raise AssertionError(node)


def _constant(value: object) -> EvaluatedTo:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        number = Decimal(str(value))
        if number.is_finite() and abs(number.adjusted()) < 30:
            return number
    raise Faulty(
        [UNKNOWN_NAME.at(name=str(value)[:30], hint="写数、文字或数据名", hint_en="a number, a text or a name")]
    )


def _worded(node: nodes.Filter, frame: _Frame) -> Phrase:
    assert node.node is not None
    subject = _value(node.node, frame)
    wording = BY_NAME.get(node.name)
    if wording is None:
        raise Faulty(
            [UNKNOWN_WORDING.at(None, None, name=node.name, **hints(EVERYDAY.get(node.name, node.name), list(BY_NAME)))]
        )
    least = sum(not argument.optional for argument in wording.arguments)
    if not least <= len(node.args) <= len(wording.arguments):
        raise Faulty([WRONG_ARGUMENTS.at(name=wording.name, usage=wording.usage)])
    kinds = [argument.kind for argument in wording.arguments]
    given = tuple(_argument(arg, kind, frame) for arg, kind in zip(node.args, kinds, strict=False))
    return wording.says(Saying(wording.name, subject, given, frame.scope))


def _argument(node: nodes.Node, kind: ArgumentKind, frame: _Frame) -> EvaluatedTo:
    match kind:
        case ArgumentKind.WORD:
            if isinstance(node, nodes.Name):
                return node.name
            value = _value(node, frame)
            if isinstance(value, str):
                return value
            raise wrong_kind(kind.value, "一个词", "a word", value)
        case ArgumentKind.PERIOD:
            if isinstance(node, nodes.Name) and node.name in BASES:
                return node.name
            value = _value(node, frame)
            period = as_period(value)
            if period is None and value not in BASES:
                raise Faulty([NOT_PERIOD.at(text=value if isinstance(value, str) else kind.value)])
            return period or value
        case ArgumentKind.VALUE:
            return _value(node, frame)


def _computed(node: nodes.Add | nodes.Sub, frame: _Frame) -> EvaluatedTo:
    sign = "+" if isinstance(node, nodes.Add) else "-"
    values = _value(node.left, frame), _value(node.right, frame)
    if isinstance(values[0], Decimal) and isinstance(values[1], Decimal):
        return values[0] + values[1] if sign == "+" else values[0] - values[1]
    left, right = as_many(values[0], sign), as_many(values[1], sign)
    operation = plus if sign == "+" else difference
    return comparison.combined(left, right, [operation(one, other) for one, other in comparison.paired(left, right)])


def _listed(node: nodes.List, frame: _Frame) -> EvaluatedTo:
    """Return a list: of numbers where all of it are data, else of names as the author typed them."""
    bare = [part for part in node.items if isinstance(part, nodes.Name) and part.name not in frame.scope.names]
    texts = [part for part in node.items if isinstance(part, nodes.Const) and isinstance(part.value, str)]
    if not node.items or bare or texts:
        return Listing(tuple(_word(part, frame) for part in node.items))
    several = [quantity for part in node.items for quantity in as_many(_value(part, frame), "[ ]").quantities]
    return Many(tuple(several), len(several))


def _word(node: nodes.Node, frame: _Frame) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    value = _value(node, frame)
    if isinstance(value, str):
        return value
    raise wrong_kind("[ ]", "名字", "a name", value)


# Conditions.


def _judged(node: nodes.Compare | nodes.And | nodes.Or | nodes.Not, frame: _Frame) -> Verdict:
    match node:
        case nodes.Compare():
            left, verdict = node.expr, None
            for operand in node.ops:
                one = _compared(left, operand.op, operand.expr, frame)
                verdict = one if verdict is None else comparison.both(verdict, one, holds=verdict.holds and one.holds)
                left = operand.expr
            assert verdict is not None
            return verdict
        case nodes.Not():
            inner = verdict_of(_value(node.node, frame))
            return replace(inner, holds=not inner.holds)
        case nodes.And() | nodes.Or():
            one, other = (verdict_of(_value(side, frame)) for side in (node.left, node.right))
            holds = (one.holds and other.holds) if isinstance(node, nodes.And) else (one.holds or other.holds)
            return comparison.both(one, other, holds=holds)


def verdict_of(value: EvaluatedTo) -> Verdict:
    """Return a value as a verdict. Raises Faulty for what is not a condition."""
    if isinstance(value, Verdict):
        return value
    raise wrong_kind(
        "判断",
        "比较",
        "a comparison",
        value,
        "写比较，如 研发获取 > 研发获取.上年，或 .上升、.下降",
        "write a comparison, such as a > a.上年, or .上升, .下降",
    )


def _compared(left: nodes.Node, sign: str, right: nodes.Node, frame: _Frame) -> Verdict:
    one, other = _value(left, frame), _side(left, right, frame)
    for chosen, typed in ((left, right), (right, left)):
        _could_be(chosen, typed, frame)
    if isinstance(one, Listing) and isinstance(other, Order):
        one, other = other, one
    if isinstance(one, Order) and isinstance(other, Listing) and sign in ("eq", "ne"):
        return comparison.in_order(one, other, equal=sign == "eq")
    if isinstance(one, Period) or isinstance(other, Period):
        return _periods_compared(one, sign, other)
    words = _words_of(one), _words_of(other)
    if words[0] is not None and words[1] is not None and sign in ("eq", "ne"):
        told = f"“{words[0].text}” {comparison.SIGNS[sign]} “{words[1].text}”"
        same = plain(words[0].text) == plain(words[1].text)
        return Verdict(same == (sign == "eq"), told, united(words[0].cells, words[1].cells))
    with located(frame.tree.source.span):
        return comparison.compare(
            sign, as_many(one, comparison.SIGNS[sign]), as_many(other, comparison.SIGNS[sign]), frame.scope
        )


def _could_be(chosen: nodes.Node, typed: nodes.Node, frame: _Frame) -> None:
    """Raise Faulty where a parameter to choose is compared with a typed text that it can never be."""
    if not isinstance(chosen, nodes.Name) or not isinstance(typed, nodes.Const) or not isinstance(typed.value, str):
        return
    known = frame.scope.choices.get(chosen.name, ())
    if known and plain(typed.value) not in map(plain, known):
        hinted = choice_hints(typed.value, known)
        raise Faulty([UNKNOWN_PART.at(frame.tree.span(typed), None, owner=chosen.name, name=typed.value, **hinted)])


def _words_of(value: EvaluatedTo) -> ListedText | None:
    """Return a text, typed or from a list, as one; None for everything else."""
    match value:
        case str():
            return ListedText(value, value, value, ())
        case ChosenRow():
            return value.label
        case ListedText():
            return value
        case _:
            return None


def _side(left: nodes.Node, right: nodes.Node, frame: _Frame) -> EvaluatedTo:
    """Return the right side; names listed beside an order are words even where data go by the same name."""
    if isinstance(right, nodes.List) and isinstance(left, nodes.Getattr) and left.attr == ORDERING:
        return Listing(tuple(_word(part, frame) for part in right.items))
    return _value(right, frame)


def _periods_compared(one: EvaluatedTo, sign: str, other: EvaluatedTo) -> Verdict:
    first_period, second_period = as_period(one), as_period(other)
    for period, value in ((first_period, one), (second_period, other)):
        if period is None:
            raise wrong_kind(comparison.SIGNS[sign], "一期", "a period", value)
    assert first_period is not None
    assert second_period is not None
    if first_period.grain is not second_period.grain:
        raise Faulty([NOT_PERIOD.at(text=f"{first_period.label} / {second_period.label}")])
    holds = comparison.true_of(sign, Decimal(first_period.ordinal), Decimal(second_period.ordinal))
    return Verdict(holds, f"{first_period.label} {comparison.SIGNS[sign]} {second_period.label}")
