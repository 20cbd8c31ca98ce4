"""What a model asks for: its keys, their types, and the short forms that authors may write."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias, TypeGuard

from pydantic import BaseModel, BeforeValidator, PlainValidator
from pydantic.fields import FieldInfo

from reportgen.diagnostics import Message
from reportgen.origins import SourceText, Span
from reportgen.values import dataclass

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


class OneOrMore(Enum):
    """The mark of a list that may be written as its single item."""

    ONE_OR_MORE = "one or more"


ONE_OR_MORE: Final = OneOrMore.ONE_OR_MORE


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a mapping: its type, whether it must be there.

    `name` is what a model calls the key, `judged` its type with the constraints that pydantic judges, None without any.
    `one_or_more` lets a single item stand for a list. With `own_reading` the model reads the text itself
    (`BeforeValidator`), so that it can take `25.4mm` for a number.
    """

    key: str
    wanted: object
    required: bool
    name: str
    judged: object = None
    one_or_more: bool = False
    own_reading: bool = False


Model: TypeAlias = "type[BaseModel | DataclassInstance]"


def is_model(wanted: object) -> TypeGuard[Model]:
    """Whether `wanted` is read from a mapping: a pydantic model or a dataclass (`SourceText` is a text)."""
    if not isinstance(wanted, type) or wanted in (SourceText, Span):
        return False
    return issubclass(wanted, BaseModel) or dataclasses.is_dataclass(wanted)


@lru_cache(maxsize=256)
def fields_of(model: Model) -> tuple[Field, ...]:
    """Return the keys an author may write in a mapping that is read as `model`; the one that names its kind first."""
    if issubclass(model, BaseModel):
        fields = (
            _field(info.alias or name, info.annotation, info.is_required(), info.metadata, name)
            for name, info in _infos(model).items()
            if not info.exclude
        )
        return tuple(sorted(fields, key=lambda field: field.key != kind_key(model)))
    hints = typing.get_type_hints(model, include_extras=True)
    return tuple(
        field_of(
            field.name,
            hints[field.name],
            required=field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
        )
        for field in dataclasses.fields(model)
        if hints[field.name] is not Span
    )


def _infos(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """Return what pydantic knows of the fields, also of a model that was defined before those that it holds."""
    if model.__pydantic_fields_complete__:
        return model.model_fields
    # `model_rebuild` would go on to make a validator of everything below, which nobody asks for here.
    hints = typing.get_type_hints(model, include_extras=True)
    return {
        name: FieldInfo.from_annotation(hints[name])
        if info.is_required()
        else FieldInfo.from_annotated_attribute(hints[name], info.default)
        for name, info in model.model_fields.items()
    }


def field_of(key: str, wanted: object, *, required: bool = True) -> Field:
    """Return the field that an annotation asks for."""
    if typing.get_origin(wanted) is typing.Annotated:
        inner, *metadata = typing.get_args(wanted)
        return _field(key, inner, required, metadata, key)
    return Field(key, wanted, required, key)


def _field(key: str, wanted: object, required: bool, metadata: Sequence[object], name: str) -> Field:  # noqa: FBT001
    own_reading = any(isinstance(one, BeforeValidator | PlainValidator) for one in metadata)
    constraints = tuple(one for one in metadata if one is not ONE_OR_MORE)
    judged = typing.Annotated.__class_getitem__((wanted, *constraints)) if constraints else None  # type: ignore[attr-defined]  # no type, a value
    return Field(key, wanted, required, name, judged, ONE_OR_MORE in metadata, own_reading)


@lru_cache(maxsize=256)
def model_checks(model: Model) -> tuple[str, ...]:
    """Return the names of the methods by which a model judges itself as a whole (`model_validator`)."""
    if not issubclass(model, BaseModel):
        return ()
    checks = model.__pydantic_decorators__.model_validators
    assert all(check.info.mode == "after" for check in checks.values()), f"{model} judges more than what was read"
    return tuple(checks)


@lru_cache(maxsize=256)
def takes(model: Model, name: str) -> bool:
    """Whether `model` wants to know `name` (`span`, `places`, `unread`) of the mapping that it is read from."""
    if issubclass(model, BaseModel):
        return name in model.model_fields
    return any(field.name == name for field in dataclasses.fields(model))


def short_key(model: Model) -> str | None:
    """Return the key whose value may stand in place of the whole mapping."""
    return getattr(model, "short", None)


def kind_key(model: Model) -> str | None:
    """Return the key that tells this model from the others of a union."""
    return getattr(model, "kind", None)


def beside(model: Model) -> tuple[str, ...]:
    """Return the keys that an author may write in the same mapping, and that others read before this model does."""
    return getattr(model, "beside", ())


def elsewhere(model: Model) -> Mapping[str, Message]:
    """Return what to say of keys of kinds that cannot stand where this model can."""
    return getattr(model, "elsewhere", {})
