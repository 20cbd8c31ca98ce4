"""The JSON Schema accepts what authors may write, as an editor sees it, and refuses what an editor can see is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportgen.spec.schema import json_schema
from reportgen.yaml_source import MappingNode, Node, Scalar, ScalarStyle, SequenceNode, parse

SPECS = Path(__file__).parent.parent.parent / "specs"
START = "reportgen: 1\ntitle: 月报\n"

JsonValue = object


def seen(node: Node) -> JsonValue:
    """Return what an editor sees: JSON values, as YAML 1.2's core schema tells them."""
    match node:
        case Scalar():
            if node.style is not ScalarStyle.PLAIN:
                return node.text
            if node.absent or node.none:
                return None
            if node.text in ("true", "false"):
                return node.text == "true"
            return int(node.text) if node.text.isdecimal() else node.text
        case SequenceNode():
            return [seen(item) for item in node.items]
        case MappingNode():
            return {entry.key.text: seen(entry.value) for entry in node.entries}


TYPES: dict[str, type] = {"string": str, "integer": int, "number": int, "array": list, "object": dict}


def suits(value: JsonValue, schema: object, root: dict[str, object]) -> bool:
    """Whether `value` is valid: the part of JSON Schema that `json_schema` uses."""
    assert isinstance(schema, dict)
    known = {"$ref", "anyOf", "type", "enum", "const", "properties", "required", "additionalProperties", "items",
             "minimum", "maximum", "description", "default", "$schema", "$defs"}  # fmt: skip
    assert set(schema) <= known
    if "$ref" in schema:
        definitions = root["$defs"]
        assert isinstance(definitions, dict)
        if not suits(value, definitions[schema["$ref"].removeprefix("#/$defs/")], root):
            return False
    if "anyOf" in schema and not any(suits(value, one, root) for one in schema["anyOf"]):
        return False
    if "type" in schema:
        names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(of_type(value, name) for name in names):
            return False
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        return False
    if isinstance(value, dict):
        return suits_object(value, schema, root)
    if isinstance(value, list):
        return all(suits(item, schema.get("items", {}), root) for item in value)
    if isinstance(value, int):
        return bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))
    return True


def of_type(value: JsonValue, name: str) -> bool:
    if name in ("null", "boolean"):
        return value is None if name == "null" else isinstance(value, bool)
    return isinstance(value, TYPES[name]) and not isinstance(value, bool)


def suits_object(value: dict[str, object], schema: dict[str, object], root: dict[str, object]) -> bool:
    properties, required = schema.get("properties", {}), schema.get("required", [])
    other = schema.get("additionalProperties", True)
    assert isinstance(properties, dict)
    assert isinstance(required, list)
    if not set(required) <= set(value):
        return False
    for key, one in value.items():
        if key in properties:
            if not suits(one, properties[key], root):
                return False
        elif other is False or (isinstance(other, dict) and not suits(one, other, root)):
            return False
    return True


def valid(source: str) -> bool:
    schema: dict[str, object] = {**json_schema()}
    return suits(seen(parse(source, "a.yaml")), schema, schema)


def test_the_bulletin_is_valid() -> None:
    assert valid((SPECS / "monthly-bulletin.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "source",
    [
        "checks: 甲 == 乙\nworkbooks: {甲: a.xlsx}\ndata: {乙: 甲!乙}\n",
        "checks: [甲 == 乙, {warn: 丙 == 丁}]\n",
        "params: {甲: {type: year, default: 2024}}\n",
        "issue:\n",
        "body: [{text: 2024}, {table: 甲, items: 乙}, {chart: line, data: 甲, number: 3}]\n",
    ],
)
def test_what_authors_may_write_is_valid(source: str) -> None:
    assert valid(START + source)


@pytest.mark.parametrize(
    "source",
    [
        "span: 1\n",
        "warnings: []\n",
        "titel: 甲\n",
        "body: [{chart: lines}]\n",
        "body: [{chart: line, number: 0}]\n",
        "body: [{text: 甲, caption: 乙}]\n",
        "body: [{heading: 甲, body: [{article: 乙}]}]\n",
        "contents: yes\n",
        'numbers: {"%": 16}\n',
        "params: {甲: {default: 1}}\n",
    ],
)
def test_what_an_editor_can_see_is_wrong_is_not_valid(source: str) -> None:
    assert not valid(START + source)


def test_the_version_and_the_title_are_needed() -> None:
    assert not valid("title: 月报\n")
    assert not valid("reportgen: 2\ntitle: 月报\n")


def test_the_schema_is_json() -> None:
    schema = json_schema()
    assert json.loads(json.dumps(schema)) == schema
    assert "title" not in schema
