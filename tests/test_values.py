"""A value is what the standard library's frozen dataclass with slots is; both are made of the same text here."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from reportgen import values

SOURCE = """
@dataclass(frozen=True, slots=True)
class Nothing:
    "Holds nothing."

@dataclass(frozen=True, slots=True)
class One:
    "Holds one thing."
    a: object

@dataclass(frozen=True, slots=True)
class Several:
    "Holds several things, one of which does not count."
    a: int
    b: str = "b"
    c: dict[str, int] = field(default_factory=dict)
    d: object = field(default=None, compare=False)
    e: object = field(default=None, repr=False)

    def __str__(self) -> str:
        return "several"

@dataclass(frozen=True, slots=True)
class More(Several):
    "Holds more."
    f: tuple[int, ...] = ()
    b: str = "B"

@dataclass(frozen=True, slots=True)
class Own:
    "Says and compares itself."
    a: int

    def __repr__(self) -> str:
        return "own"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own)
"""
NAN = float("nan")
MADE: list[Callable[[Any], object]] = [
    lambda m: m.Nothing(),
    lambda m: m.One(1),
    lambda m: m.One(NAN),
    lambda m: m.One((1, "x")),
    lambda m: m.One(Decimal("1.0")),
    lambda m: m.Several(1),
    lambda m: m.Several(1, d=2),
    lambda m: m.Several(1, e=2),
    lambda m: m.Several(1, "x", {"y": 1}),
    lambda m: m.More(1),
    lambda m: m.More(1, "b", f=(2,)),
    lambda m: m.Own(1),
]


class Module:
    """The classes of the source, made by one decorator, in a module that pickle finds."""

    def __init__(self, name: str, decorator: object) -> None:
        self.__name__ = name
        sys.modules[name] = self  # type: ignore[assignment]  # looks enough like one
        vars(self).update(dataclass=decorator, field=dataclasses.field)
        exec(compile(SOURCE, name, "exec", dont_inherit=True), vars(self))


OURS, STANDARD = Module("values_ours", values.dataclass), Module("values_standard", dataclasses.dataclass)


@pytest.mark.parametrize("made", MADE)
def test_it_says_and_counts_what_the_standard_one_does(made: Callable[[Any], object]) -> None:
    ours, standard = made(OURS), made(STANDARD)
    assert (repr(ours), str(ours)) == (repr(standard), str(standard))
    assert [f.name for f in dataclasses.fields(ours)] == [f.name for f in dataclasses.fields(standard)]  # type: ignore[arg-type]
    assert type(ours).__match_args__ == type(standard).__match_args__  # type: ignore[attr-defined]
    assert not hasattr(ours, "__dict__")
    assert ours != object()
    assert ours == made(OURS)
    assert [ours == other(OURS) for other in MADE] == [standard == other(STANDARD) for other in MADE]
    assert hashed(ours) == hashed(standard)


def hashed(value: object) -> object:
    try:
        return hash(value)
    except TypeError as error:
        return str(error)


@pytest.mark.parametrize("made", MADE)
def test_nothing_of_it_can_be_set_or_deleted(made: Callable[[Any], object]) -> None:
    for value in (made(OURS), made(STANDARD)):
        for name in ("a", "new"):
            with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):
                setattr(value, name, 1)
            with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):
                delattr(value, name)


@pytest.mark.parametrize("made", MADE)
def test_it_can_be_copied_pickled_and_replaced(made: Callable[[Any], object]) -> None:
    value: Any = made(OURS)
    for other in (
        copy.copy(value),
        copy.deepcopy(value),
        pickle.loads(pickle.dumps(value)),
        dataclasses.replace(value),
    ):
        assert repr(other) == repr(value)
        assert type(other) is type(value)


@pytest.mark.parametrize("given", [{}, {"z": 1}, {"a": 1, "z": 1}], ids=str)
def test_it_is_made_of_its_fields_only(given: dict[str, object]) -> None:
    with pytest.raises(TypeError) as ours:
        vars(OURS)["Several"](**given)
    with pytest.raises(TypeError) as standard:
        vars(STANDARD)["Several"](**given)
    assert str(ours.value) == str(standard.value)


def test_what_is_made_for_each_is_its_own() -> None:
    several = vars(OURS)["Several"]
    assert several(1).c is not several(1).c
    given: dict[str, int] = {}
    assert several(1, c=given).c is given


@pytest.mark.parametrize(
    "options", [{}, {"frozen": True}, {"slots": True}, {"frozen": True, "slots": True, "order": True}]
)
def test_other_classes_are_the_standard_librarys(options: dict[str, bool]) -> None:
    made: object = values.dataclass(**options)(type("Made", (), {"__annotations__": {"a": int}}))
    standard: object = dataclasses.dataclass(**options)(type("Made", (), {"__annotations__": {"a": int}}))
    assert vars(made).keys() == vars(standard).keys()
