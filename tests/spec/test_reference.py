"""The reference of the language is what the models say, and its examples are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.spec.derivation import OverlayHead
from reportgen.spec.part import Part
from reportgen.spec.reference import EXAMPLES, TITLES, reference
from reportgen.yaml_source import checked, parse
from reportgen.yaml_source.fields import fields_of

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_the_committed_reference_is_what_the_models_say() -> None:
    """If this fails, run scripts/write_spec_reference.py and read what has changed."""
    assert (DOCS / "spec-reference.md").read_text(encoding="utf-8") == reference()


@pytest.mark.parametrize("model", TITLES, ids=lambda model: model.__name__)
def test_each_example_is_right(model: type[Part]) -> None:
    assert checked(parse(EXAMPLES[model], "example.yaml"), model)[1] == ()


@pytest.mark.parametrize("model", TITLES, ids=lambda model: model.__name__)
def test_each_key_says_what_it_is(model: type[Part]) -> None:
    model.model_rebuild()
    info = {one.alias or name: one.description for name, one in model.model_fields.items()}
    assert [field.key for field in fields_of(model) if not info[field.key]] == []


def test_every_mapping_has_its_section() -> None:
    def parts(model: type[Part]) -> list[type[Part]]:
        return [model, *(one for sub in model.__subclasses__() for one in parts(sub))]

    abstract = {model for model in parts(Part) if model.__subclasses__()}
    of_specs = {model for model in parts(Part) if model.__module__.startswith("reportgen.spec.")}
    assert of_specs - abstract - {OverlayHead} <= set(TITLES)


def test_every_link_has_its_heading() -> None:
    text = reference()
    anchors = {part.split(")")[0] for part in text.split("](#")[1:]}
    headings = {line[3:].lower() for line in text.splitlines() if line.startswith("## ")}
    kept = {"".join(c for c in line if c.isalnum() or c in " -_").replace(" ", "-") for line in headings}
    assert anchors <= kept
