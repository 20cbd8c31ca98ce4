"""The walk from nodes to values, led by a model's annotations; what is wrong is collected on the way."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Final, Literal, Union, cast, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from reportgen.diagnostics import Message, Problem
from reportgen.origins import SourceText, Span
from reportgen.yaml_source import messages
from reportgen.yaml_source.fields import (
    Field,
    Model,
    beside,
    elsewhere,
    field_of,
    fields_of,
    is_model,
    kind_key,
    model_checks,
    short_key,
    takes,
)
from reportgen.yaml_source.nearest import nearest
from reportgen.yaml_source.nodes import Entry, MappingNode, Node, Scalar, ScalarStyle, SequenceNode
from reportgen.yaml_source.shapes import KEYS, LIST, TEXT, shortened, unkeyed, wrong_shape

_INTEGER = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d{1,18}(\.\d{0,18})?|\.\d{1,18})", re.ASCII)
_YES = {"yes", "y", "on", "1", "是", "对", "真", "有", "开", "要", "true"}
_BOUNDS = {
    "greater_than_equal": ("ge", "不小于 {}", "at least {}"),
    "greater_than": ("gt", "大于 {}", "more than {}"),
    "less_than_equal": ("le", "不大于 {}", "at most {}"),
    "less_than": ("lt", "小于 {}", "less than {}"),
}


class _Fault(Enum):
    FAULT = "what stands here could not be read"


FAULT: Final = _Fault.FAULT


class Refused(ValueError):  # noqa: N818 - reads as what it says
    """Raised by a model's own validator: `message` says what is wrong, `key` at which of the mapping's keys."""

    def __init__(self, message: Message, key: str | None = None, /, **fields: object) -> None:
        self.message = message
        self.key = key
        self.fields = fields
        super().__init__(message.code)


class Reader:
    """Reads nodes as values of annotations. Guards the list of problems found."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def value(self, node: Node, wanted: object, key: str = "") -> object:
        """Return `node` as a value of the annotation `wanted`, or FAULT; `key` names it in problems."""
        origin, arguments = get_origin(wanted), get_args(wanted)
        if origin is Annotated:
            return self._annotated(node, wanted, key)
        if origin in (Union, UnionType):
            if NoneType in arguments and isinstance(node, Scalar) and node.none:
                return None
            return self._union(node, [one for one in arguments if one is not NoneType], key)
        if isinstance(node, Scalar) and node.absent:
            return self._fault(messages.EMPTY_VALUE.at(node.span, key=key))
        if origin is tuple:
            return self._tuple(node, arguments, key)
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return self._mapping(node, arguments, key)
        if wanted in (Scalar, SequenceNode, MappingNode) and isinstance(wanted, type):
            return node if isinstance(node, wanted) else self._fault(wrong_shape(node, _shape(wanted)))
        if is_model(wanted):
            return self._model(node, wanted)
        if not isinstance(node, Scalar):
            return self._fault(wrong_shape(node, TEXT))
        if origin is Literal:
            return self._choice(node, {str(one): one for one in arguments})
        if isinstance(wanted, type) and issubclass(wanted, Enum):
            return self._choice(node, {str(one.value): one for one in wanted})
        return self._scalar(node, wanted)

    def _annotated(self, node: Node, wanted: object, key: str) -> object:
        """Read a value inside another (a key, an item) and judge its constraints at once, each by itself."""
        field = field_of(key, wanted)
        value = self._field(node, field)
        if value is FAULT:
            return FAULT
        try:
            return _adapter(wanted).validate_python(value)
        except ValidationError as error:
            self.problems += [_judged(node, detail, detail["loc"], key) for detail in _details(error)]
            return FAULT

    def _field(self, node: Node, field: Field) -> object:
        """Read the value of a key, a single one as a list of one where the field allows it and does not read it."""
        if field.own_reading and isinstance(node, Scalar) and not node.absent:
            return None if node.none and NoneType in get_args(field.wanted) else node.text
        if field.one_or_more and isinstance(node, Scalar) and not node.absent:
            node = SequenceNode((node,), node.span)
        return self.value(node, field.wanted, field.key)

    def _scalar(self, node: Scalar, wanted: object) -> object:
        text = node.text.strip()
        plain = node.style is ScalarStyle.PLAIN
        if wanted is SourceText:
            return node.source
        if wanted is str or wanted is object:
            return node.text
        if wanted is bool:
            if plain and text.lower() in ("true", "false"):
                return text.lower() == "true"
            right = "true" if text.lower() in _YES else "false"
            return self._fault(messages.NOT_A_SWITCH.at(node.span, value=shortened(node.text), right=right))
        if wanted is int:
            if plain and _INTEGER.fullmatch(text):
                return int(text)
            return self._fault(messages.NOT_AN_INTEGER.at(node.span, value=shortened(node.text)))
        if wanted in (float, Decimal):
            if plain and _NUMBER.fullmatch(text):
                return Decimal(text) if wanted is Decimal else float(text)
            return self._fault(messages.NOT_A_NUMBER.at(node.span, value=shortened(node.text)))
        detail = f"a model asks for {wanted!r}, which this walk does not know"
        raise TypeError(detail)

    def _choice(self, node: Scalar, choices: Mapping[str, object]) -> object:
        if node.text in choices:
            return choices[node.text]
        near = nearest(node.text, choices)
        problem = messages.NOT_A_CHOICE.at(node.span, None, value=shortened(node.text), **_names(choices, near))
        return self._fault(problem)

    def _union(self, node: Node, members: list[object], key: str) -> object:
        fitting = [one for one in members if _fits(node, one)]
        models = [one for one in fitting if is_model(one)]
        if isinstance(node, MappingNode) and sum(kind_key(one) is not None for one in models) > 1:
            return self._by_kind(node, models, key)
        if not fitting:
            kinds = tuple(name for one in members if is_model(one) and (name := kind_key(one)))
            if len(kinds) > 1 and isinstance(node, Scalar) and not unkeyed(node):
                shown = shortened(node.text)
                zh, en = "、".join(kinds), ", ".join(kinds)
                return self._fault(
                    messages.BARE_ITEM.at(node.span, value=shown, example=kinds[0], kinds_zh=zh, kinds_en=en)
                )
            if len(kinds) > 1:
                return self._fault(wrong_shape(node, KEYS, kinds))
            return self.value(node, members[0], key)
        for member in fitting[:-1]:
            trial = Reader()
            if (value := trial.value(node, member, key)) is not FAULT:
                self.problems += trial.problems
                return value
        return self.value(node, fitting[-1], key)

    def _by_kind(self, node: MappingNode, models: list[Model], key: str) -> object:
        kinds = {name: one for one in models if (name := kind_key(one))}
        present = [entry.key for entry in node.entries if entry.key.text in kinds]
        if not present:
            strangers = {name: message for one in models for name, message in elsewhere(one).items()}
            for entry in node.entries:
                if (message := strangers.get(entry.key.text)) is not None:
                    return self._fault(message.at(entry.key.span))
            given = [entry.key.text for entry in node.entries]
            wrong, right = next(((one, near) for one in given if (near := nearest(one, kinds))), ("", None))
            return self._fault(
                messages.NO_KIND.at(
                    node.span,
                    kinds_zh="、".join(kinds),
                    kinds_en=", ".join(kinds),
                    given_zh="、".join(given) or "{}",
                    given_en=", ".join(given) or "{}",
                    example=right or next(iter(kinds)),
                    nearest_zh=f"“{wrong}”是不是想写“{right}”？" if right else "",
                    nearest_en=f"did you mean “{right}” by “{wrong}”? " if right else "",
                )
            )
        if len(present) > 1:
            first, second = present[:2]
            return self._fault(messages.TWO_KINDS.at(second.span, first=first.text, second=second.text))
        return self.value(node, kinds[present[0].text], key)

    def _tuple(self, node: Node, arguments: tuple[object, ...], key: str) -> object:
        if not isinstance(node, SequenceNode):
            return self._fault(wrong_shape(node, LIST))
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            values = [self._item(item, arguments[0], key) for item in node.items]
        elif len(arguments) == len(node.items):
            values = [self._item(item, one, key) for item, one in zip(node.items, arguments, strict=True)]
        else:
            return self._fault(messages.WRONG_COUNT.at(node.span, wanted=len(arguments), given=len(node.items)))
        return FAULT if FAULT in values else tuple(values)

    def _item(self, node: Node, wanted: object, key: str) -> object:
        if isinstance(node, Scalar) and node.absent:
            return self._fault(messages.EMPTY_ITEM.at(node.span))
        return self.value(node, wanted, key)

    def _mapping(self, node: Node, arguments: tuple[object, ...], key: str) -> object:
        if not isinstance(node, MappingNode):
            return self._fault(wrong_shape(node, KEYS))
        names = [self.value(entry.key, arguments[0], key) for entry in node.entries]
        values = [self.value(entry.value, arguments[1], entry.key.text) for entry in node.entries]
        return FAULT if FAULT in names or FAULT in values else dict(zip(names, values, strict=True))

    def _model(self, node: Node, model: Model) -> object:
        fields = {field.key: field for field in fields_of(model)}
        if not isinstance(node, MappingNode):
            short = short_key(model)
            if short is None:
                return self._fault(wrong_shape(node, KEYS, tuple(fields)))
            key = Scalar(SourceText(short, node.span, ((0, node.span.line, node.span.column),)), ScalarStyle.PLAIN)
            node = MappingNode((Entry(key, node),), node.span)
        values = _about(node, model, fields)
        unread: set[str] = set()
        for entry in node.entries if "unread" not in values else _known(node, fields):
            name = entry.key.text
            if (field := fields.get(name)) is None:
                known = (*fields, *beside(model))
                near = nearest(name, known)
                unread |= {name} if near is None else {name, near}
                self.problems.append(_unknown(entry.key, known, near))
            elif isinstance(entry.value, Scalar) and entry.value.absent and not field.required:
                continue
            elif (value := self._field(entry.value, field)) is FAULT:
                unread.add(name)
            else:
                values[name] = value
        for field in fields.values():
            if field.required and node.get(field.key) is None and field.key not in unread:
                self.problems.append(messages.MISSING_KEY.at(_head(node), key=field.key))
                unread.add(field.key)
        return self._built(node, model, values, unread)

    def _built(self, node: MappingNode, model: Model, values: dict[str, object], unread: set[str]) -> object:
        """Let pydantic judge what the walk cannot, and make the value; what could not be read is not judged."""
        told = len(self.problems)
        for field in fields_of(model):
            if field.judged is not None and field.key in values:
                try:
                    values[field.key] = _adapter(field.judged).validate_python(values[field.key])
                except ValidationError as error:
                    for detail in _details(error):
                        self.problems.append(_judged(node, detail, (field.key, *detail["loc"])))
        if unread or len(self.problems) > told:
            return FAULT
        try:
            return _made(model, values)
        except ValueError as refusal:
            return self._fault(_refused(node, refusal))

    def _fault(self, problem: Problem) -> object:
        self.problems.append(problem)
        return FAULT


def _about(node: MappingNode, model: Model, fields: Iterable[str]) -> dict[str, object]:
    """Return what `model` wants to know of the mapping itself: where it stands, and the keys that are not its own."""
    names = frozenset(fields)
    told = {
        "span": node.span,
        "places": {entry.key.text: entry.value.span for entry in node.entries},
        "unread": MappingNode(tuple(entry for entry in node.entries if entry.key.text not in names), node.span),
    }
    return {name: value for name, value in told.items() if takes(model, name)}


def _known(node: MappingNode, fields: Iterable[str]) -> tuple[Entry, ...]:
    names = frozenset(fields)
    return tuple(entry for entry in node.entries if entry.key.text in names)


def _unknown(key: Scalar, fields: Iterable[str], near: str | None) -> Problem:
    if key.text.startswith("-"):
        return messages.DASH_WITHOUT_SPACE.at(key.span, rest=f"{shortened(key.text[1:])}: …")
    return messages.UNKNOWN_KEY.at(key.span, None, key=shortened(key.text), **_names(fields, near))


def _made(model: Model, values: dict[str, object]) -> object:
    """Return the value of a model; raise ValueError where the model itself refuses it as a whole."""
    named = {field.key: field.name for field in fields_of(model)}
    values = {named.get(key, key): value for key, value in values.items()}
    if not issubclass(model, BaseModel):
        return model(**values)
    made = model.model_construct(None, **values)
    for check in model_checks(model):
        getattr(made, check)()
    return made


def _judged(node: Node, detail: ErrorDetails, place: tuple[str | int, ...], name: str = "") -> Problem:
    """Return what pydantic refuses at a place, at the node it speaks of."""
    context = detail.get("ctx", {})
    at = _at(node, place)
    refusal = context.get("error")
    key = str(place[0]) if place else name
    if isinstance(refusal, ValueError):
        return _refused(node, refusal, at, key)
    if detail["type"] in _BOUNDS:
        name, zh, en = _BOUNDS[detail["type"]]
        bound, value = context.get(name), shortened(at.text) if isinstance(at, Scalar) else ""
        zh, en = zh.format(bound), en.format(bound)
        return messages.OUT_OF_RANGE.at(at.span, key=key, bound_zh=zh, bound_en=en, value=value)
    return messages.REFUSED.at(at.span, key=key, detail=detail["msg"])


def _refused(node: Node, refusal: ValueError, at: Node | None = None, key: str = "") -> Problem:
    """Return what a model's own validator refuses: at the key that it names, else at `at`, or at the whole."""
    if isinstance(refusal, Refused):
        target = node.get(refusal.key) if refusal.key and isinstance(node, MappingNode) else at
        return refusal.message.at(_head(target or at or node), None, **refusal.fields)
    return messages.REFUSED.at((at or node).span, key=key, detail=str(refusal))


def _details(error: ValidationError) -> list[ErrorDetails]:
    return error.errors(include_url=False, include_input=False)


def _at(node: Node, place: Iterable[str | int]) -> Node:
    """Return the innermost node on the way that pydantic tells."""
    steps = list(place)
    if steps[-1:] == ["[key]"] and isinstance(parent := _at(node, steps[:-2]), MappingNode):
        return next((entry.key for entry in parent.entries if entry.key.text == str(steps[-2])), parent)
    for step in steps:
        match node:
            case MappingNode() if (inner := node.get(str(step))) is not None:
                node = inner
            case SequenceNode() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            case _:
                break
    return node


def _head(node: Node) -> Span:
    """Return the span of `node`, of a mapping only its first key: the whole would underline too much."""
    return node.entries[0].key.span if isinstance(node, MappingNode) and node.entries else node.span


def _fits(node: Node, wanted: object) -> bool:
    """Whether `node` has the shape that `wanted` is written in."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is Annotated:
        return field_of("", wanted).one_or_more or _fits(node, arguments[0])
    if wanted in (Scalar, SequenceNode, MappingNode) and isinstance(wanted, type):
        return isinstance(node, wanted)
    if origin is tuple:
        return isinstance(node, SequenceNode)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return isinstance(node, MappingNode)
    if is_model(wanted):
        return isinstance(node, MappingNode) or (isinstance(node, Scalar) and short_key(wanted) is not None)
    return isinstance(node, Scalar)


def _shape(wanted: type) -> tuple[str, str]:
    return {Scalar: TEXT, SequenceNode: LIST}.get(wanted, KEYS)


def _names(names: Iterable[str], near: str | None) -> dict[str, str]:
    """Return the fields of a message that lists right names, the nearest first."""
    shown = list(names)
    return {
        "names_zh": "、".join(shown),
        "names_en": ", ".join(shown),
        "nearest_zh": f"是不是想写“{near}”？" if near else "",
        "nearest_en": f"did you mean “{near}”? " if near else "",
    }


@lru_cache(maxsize=256)
def _adapter(model: Hashable) -> TypeAdapter[object]:
    return TypeAdapter(cast("type[object]", model))
