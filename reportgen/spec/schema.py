"""The JSON Schema of a spec, for editors that complete and check YAML while it is typed.

It is made from the models, with the short forms that authors may write. An editor sees `2024` as a number, so a text
may be one; what only `check` can know (names, paths) is not in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, cast

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from reportgen.origins import SourceText
from reportgen.spec.part import Part
from reportgen.spec.report import ReportSpec
from reportgen.yaml_source.fields import fields_of, takes

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

_TEXT: JsonSchemaValue = {"type": ["string", "number", "boolean"]}
_SHAPE = frozenset({"type", "items", "anyOf", "additionalProperties", "$ref"})
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _AuthorSchema(GenerateJsonSchema):
    """Says what an author writes, not what a program holds."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:  # noqa: ARG002 - pydantic's hook
        """Return the schema of a text, which may look like a number."""
        return dict(_TEXT)

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        """Return the schema of a text for a text that knows its places."""
        return dict(_TEXT) if schema["cls"] is SourceText else super().dataclass_schema(schema)

    def is_instance_schema(self, schema: core_schema.IsInstanceSchema) -> JsonSchemaValue:  # noqa: ARG002 - pydantic's hook
        """Return the schema of what is handed on unread: nothing is said of it."""
        return {}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of a mapping: the keys an author may write, and the short form."""
        written = super().model_schema(schema)
        model = schema["cls"]
        if not issubclass(model, Part):
            return written
        keys = {field.key: field for field in fields_of(model)}
        properties = {
            key: _one_or_more(written["properties"][key]) if field.one_or_more else written["properties"][key]
            for key, field in keys.items()
        }
        written["properties"] = properties
        written["required"] = [key for key, field in keys.items() if field.required]
        written["description"] = said(model)
        if takes(model, "unread"):
            del written["additionalProperties"]
        if model is ReportSpec:
            # What a derived spec leaves out, its base says.
            written["required"].remove("title")
            written["required"].remove("reportgen")
            written["anyOf"] = [{"required": ["reportgen", "title"]}, {"required": ["extends"]}]
        if model.short is None:
            return written
        return {"anyOf": [dict(_TEXT), written]}


def json_schema() -> Mapping[str, Json]:
    """Return the JSON Schema (2020-12) of a spec."""
    schema = ReportSpec.model_json_schema(by_alias=True, schema_generator=_AuthorSchema)
    return cast("dict[str, Json]", {"$schema": _DIALECT, **_tidied(schema)})


def _one_or_more(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of a list, or of its single item."""
    shape = {key: value for key, value in schema.items() if key in _SHAPE}
    return {"anyOf": [dict(_TEXT), shape], **{key: value for key, value in schema.items() if key not in _SHAPE}}


def said(model: type[Part]) -> str:
    """Return the first paragraph of a model's docstring."""
    return " ".join((model.__doc__ or "").split("\n\n")[0].split())


def _tidied(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema without the titles that are made from class names, and with choices in one list."""
    tidy: JsonSchemaValue = {}
    for key, value in schema.items():
        if key in ("properties", "$defs"):
            tidy[key] = {name: _tidied(one) for name, one in value.items()}
        elif key == "anyOf":
            tidy[key] = [one for part in value for one in _choices(_tidied(part))]
        elif isinstance(value, dict):
            tidy[key] = _tidied(value)
        elif key != "title" and not (key == "default" and value is None):
            tidy[key] = value
    return tidy


def _choices(schema: JsonSchemaValue) -> list[JsonSchemaValue]:
    return schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
