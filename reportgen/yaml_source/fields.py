"""What a model asks for: its keys, their types, and the short forms that authors may write."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias, TypeGuard

from pydantic import BaseModel, BeforeValidator, PlainValidator

from reportgen.origins import SourceText, Span

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


class OneOrMore(Enum):
    """The mark of a list that may be written as its single item."""

    ONE_OR_MORE = "one or more"


ONE_OR_MORE: Final = OneOrMore.ONE_OR_MORE


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a mapping: its type, whether it must be there.

    `one_or_more` lets a single item stand for a list. With `own_reading` the model reads the text itself
    (`BeforeValidator`), so that it can take `25.4mm` for a number.
    """

    key: str
    wanted: object
    required: bool
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
        if not model.__pydantic_complete__:
            model.model_rebuild()
        fields = (
            _field(info.alias or name, info.annotation, info.is_required(), info.metadata)
            for name, info in model.model_fields.items()
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


def field_of(key: str, wanted: object, *, required: bool = True) -> Field:
    """Return the field that an annotation asks for."""
    if typing.get_origin(wanted) is typing.Annotated:
        inner, *metadata = typing.get_args(wanted)
        return _field(key, inner, required, metadata)
    return Field(key, wanted, required)


def _field(key: str, wanted: object, required: bool, metadata: Sequence[object]) -> Field:  # noqa: FBT001
    own_reading = any(isinstance(one, BeforeValidator | PlainValidator) for one in metadata)
    return Field(key, wanted, required, ONE_OR_MORE in metadata, own_reading)


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
