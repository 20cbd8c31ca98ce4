"""A model's faults are told of what the author wrote, all in one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

import pytest
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from reportgen.diagnostics import Message
from reportgen.errors import Faulty
from reportgen.origins import SourceText, Span
from reportgen.yaml_source import ONE_OR_MORE, MappingNode, Refused, Scalar, nearest, parse, read, validated

ODD = Message("test.odd", zh="{number} 是奇数", en="{number} is odd", hint_zh="写偶数", hint_en="write an even number")
UNLIKE = Message("test.unlike", zh="不同", en="unlike", hint_zh="写相同的", hint_en="write the same")


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


class Base(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Line(Base):
    kind: ClassVar[str] = "line"
    line: SourceText


class Box(Base):
    kind: ClassVar[str] = "box"
    box: str
    inside: tuple[Line | Box, ...] = ()


class Short(Base):
    short: ClassVar[str] = "from"
    from_: Annotated[SourceText, Field(alias="from")]
    items: tuple[SourceText, ...] | Mapping[str, SourceText] | None = None


def even(number: int) -> int:
    if number % 2:
        raise Refused(ODD, number=number)
    return number


def metres(value: object) -> float:
    text = str(value)
    if not text.endswith("m"):
        msg = "no metres"
        raise ValueError(msg)
    return float(text[:-1])


def word(name: str) -> str:
    if " " in name:
        raise Refused(UNLIKE)
    return name


class Whole(Base):
    span: Annotated[Span, Field(exclude=True)]
    title: SourceText
    name: str = "无名"
    number: Annotated[int | None, Field(ge=1, le=9)] = None
    share: float | None = None
    exact: Decimal | None = None
    switch: bool = False
    colour: Colour | None = None
    order: Literal["asc", "desc"] | None = None
    pair: Annotated[Annotated[int, AfterValidator(even)] | None, Field()] = None
    length: Annotated[float, BeforeValidator(metres)] | None = None
    two: tuple[int, int] | None = None
    few: Annotated[tuple[int, ...], Field(max_length=2)] = ()
    texts: Annotated[tuple[SourceText, ...], ONE_OR_MORE] = ()
    named: Mapping[Annotated[str, AfterValidator(word)], int] = {}
    shorts: Mapping[str, Short] = {}
    body: tuple[Line | Box, ...] = ()
    raw: MappingNode | None = None
    either: bool | SourceText | None = None
    a: int | None = None
    b: int | None = None
    hidden: Annotated[int, Field(exclude=True)] = 0

    @model_validator(mode="after")
    def _alike(self) -> Whole:
        if self.a != self.b:
            raise Refused(UNLIKE, "b" if self.b is not None else None)
        return self


def whole(source: str) -> Whole:
    return validated(parse("title: 月报\n" + source, "a.yaml"), Whole)


def faults(source: str) -> list[str]:
    """Return what is told of `source`, whose first line is line 1."""
    with pytest.raises(Faulty) as caught:
        validated(parse(source + "\ntitle: 月报\n" if "title" not in source else source, "a.yaml"), Whole)
    assert all(problem.hint_zh and problem.hint_en for problem in caught.value.problems)
    return [f"{p.span.line}:{p.span.column} {p.code}" for p in caught.value.problems if p.span]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("name: a\ntitle:\n", ["2:7 yaml.empty-value"]),
        ("name: a\n# title\n", ["1:1 yaml.missing-key"]),
        ("titel: 月报\n# title\n", ["1:1 yaml.unknown-key"]),
        ("span: 1", ["1:1 yaml.unknown-key"]),
        ("hidden: 1", ["1:1 yaml.unknown-key"]),
        ("- title: 1\n", ["1:1 yaml.wrong-shape"]),
        ("title: [甲]\n", ["1:8 yaml.wrong-shape"]),
        ("title: {甲: 1}\n", ["1:8 yaml.wrong-shape"]),
        ("title：月报\n", ["1:6 yaml.full-width-colon"]),
        ("title:月报\n", ["1:6 yaml.colon-without-space"]),
        ("named: 甲", ["1:8 yaml.wrong-shape"]),
        ("raw: 甲", ["1:6 yaml.wrong-shape"]),
        ("two: 1", ["1:6 yaml.wrong-shape"]),
        ("two: {甲: 1}", ["1:6 yaml.wrong-shape"]),
        ("two: [1, 2, 3]", ["1:6 yaml.wrong-count"]),
        ("few: [1, 2, 3]", ["1:6 yaml.refused"]),
        ("number: 三", ["1:9 yaml.not-an-integer"]),
        ("number: '3'", ["1:9 yaml.not-an-integer"]),
        ("number: 1.5", ["1:9 yaml.not-an-integer"]),
        ("number: ３", ["1:9 yaml.not-an-integer"]),
        ("number: 0", ["1:9 yaml.out-of-range"]),
        ("number: 12", ["1:9 yaml.out-of-range"]),
        ("share: 5%", ["1:8 yaml.not-a-number"]),
        ("share: nan", ["1:8 yaml.not-a-number"]),
        ("exact: 1e5", ["1:8 yaml.not-a-number"]),
        ("switch: yes", ["1:9 yaml.not-a-switch"]),
        ("switch: 'true'", ["1:9 yaml.not-a-switch"]),
        ("colour: rde", ["1:9 yaml.not-a-choice"]),
        ("order: up", ["1:8 yaml.not-a-choice"]),
        ("pair: 3", ["1:7 test.odd"]),
        ("length: 3", ["1:9 yaml.refused"]),
        ("texts: {甲: 1}", ["1:8 yaml.wrong-shape"]),
        ("named: {甲 乙: 1}", ["1:9 test.unlike"]),
        ("named: {甲: 乙}", ["1:12 yaml.not-an-integer"]),
        ("shorts: {甲: [乙]}", ["1:13 yaml.wrong-shape"]),
        ("shorts: {甲: {items: 1}}", ["1:14 yaml.missing-key", "1:21 yaml.wrong-shape"]),
        ("body:\n  - 甲\n", ["2:5 yaml.bare-item"]),
        ("body:\n  - [甲]\n", ["2:5 yaml.wrong-shape"]),
        ("body:\n- line: 甲\n-box: 乙\n", ["3:1 yaml.dash-without-space"]),
        ("body:\n  -line: 甲\n", ["2:3 yaml.dash-without-space"]),
        ("body:\n  - line:\u3000甲\n", ["2:9 yaml.colon-without-space"]),
        ("body:\n  - line：甲\n", ["2:9 yaml.full-width-colon"]),
        ("body:\n  - lime: 甲\n", ["2:5 yaml.no-kind"]),
        ("body:\n  - line: 甲\n    box: 乙\n", ["3:5 yaml.two-kinds"]),
        ("body:\n  - box: 甲\n    inside:\n      - box: 乙\n        line: 丙\n", ["5:9 yaml.two-kinds"]),
        ("body:\n  - box: 甲\n    inside:\n      - lien: 丙\n      -\n", ["4:9 yaml.no-kind", "5:8 yaml.empty-item"]),
        ("a: 1\nb: 2", ["2:4 test.unlike"]),
        ("a: 1", ["1:1 test.unlike"]),
    ],
)
def test_each_fault_is_told_at_its_place(source: str, expected: list[str]) -> None:
    assert faults(source) == expected


def test_all_faults_are_told_in_one_run_and_none_twice() -> None:
    source = "number: 0\nswitch: no\nunknown: 1\na: x\nb: 2\nbody:\n  - line:\n  - box: 1\n    more: 2\n"
    assert faults(source) == [
        "1:9 yaml.out-of-range",
        "2:9 yaml.not-a-switch",
        "3:1 yaml.unknown-key",
        "4:4 yaml.not-an-integer",
        "7:10 yaml.empty-value",
        "9:5 yaml.unknown-key",
    ]


def test_faults_of_syntax_and_of_meaning_come_together_and_a_mended_line_is_left_alone() -> None:
    with pytest.raises(Faulty) as caught:
        read("title: {{ year }}概况\nnumber: %\nswitch: no\n", "a.yaml", Whole)
    told = [f"{p.span.line} {p.code}" for p in caught.value.problems if p.span]
    assert told == ["1 yaml.braces", "2 yaml.indicator", "3 yaml.not-a-switch"]


def test_warnings_come_with_the_value() -> None:
    found = read("title: >\n  甲\n", "a.yaml", Whole)
    assert [problem.code for problem in found.warnings] == ["yaml.folded"]
    assert found.value.title.text == "甲\n"


def test_values_are_of_the_model_s_types() -> None:
    found = whole(
        "name: 2024\nnumber: 3\nshare: -.5\nexact: 1.10\nswitch: true\ncolour: green\norder: desc\npair: 4\n"
        "length: 2.5m\ntwo: [1, 2]\ntexts: 甲\nnamed: {甲: 1}\nraw: {x: y}\neither: false\n"
    )
    assert (found.name, found.number, found.share, found.exact) == ("2024", 3, -0.5, Decimal("1.10"))
    assert (found.switch, found.colour, found.order, found.pair) == (True, Colour.GREEN, "desc", 4)
    assert (found.length, found.two, found.named, found.either) == (2.5, (1, 2), {"甲": 1}, False)
    assert [text.text for text in found.texts] == ["甲"]
    assert isinstance(found.raw, MappingNode)
    assert (found.span.line, found.span.column) == (1, 1)


def test_a_text_keeps_its_places() -> None:
    found = whole("either: 甲乙丙\n")
    assert isinstance(found.either, SourceText)
    assert str(found.either.at(1)) == "a.yaml:2:10"


@pytest.mark.parametrize("source", ["number:\n", "number: null\n", "number: ~\n"])
def test_nothing_and_null_leave_a_default(source: str) -> None:
    assert whole(source).number is None


def test_a_key_with_nothing_behind_it_counts_as_not_written() -> None:
    assert whole("body:\nname:\n").name == "无名"


def test_a_single_value_stands_for_a_mapping() -> None:
    found = whole(
        "shorts:\n  甲: 调查!图1\n  乙: {from: 调查!图2, items: [一, 二]}\n  丙: {from: 甲, items: {别: 名}}\n"
    )
    assert [short.from_.text for short in found.shorts.values()] == ["调查!图1", "调查!图2", "甲"]
    items = found.shorts["丙"].items
    assert isinstance(items, Mapping)
    assert items["别"].text == "名"


@dataclass(frozen=True, slots=True)
class Inner:
    size: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Outer:
    inner: Inner
    by_colour: Mapping[Colour, tuple[Inner, ...]]
    span: Span


def test_dataclasses_are_models_too() -> None:
    found = validated(parse("inner: {size: 3}\nby_colour:\n  red: [{size: 1.5, name: a}]\n", "a.yaml"), Outer)
    assert found.inner == Inner(3.0)
    assert found.by_colour == {Colour.RED: (Inner(1.5, "a"),)}
    assert found.span.line == 1


def test_faults_of_dataclasses_are_told_at_their_place() -> None:
    with pytest.raises(Faulty) as caught:
        validated(parse("inner: {sise: 3}\nby_colour:\n  blue: []\n", "a.yaml"), Outer)
    told = [f"{p.span.line}:{p.span.column} {p.code}" for p in caught.value.problems if p.span]
    assert told == ["1:9 yaml.unknown-key", "3:3 yaml.not-a-choice"]


@pytest.mark.parametrize(
    ("word", "names", "expected"),
    [
        ("captoin", ("caption", "chart"), "caption"),
        ("Caption", ("caption",), "caption"),
        ("图3", ("图1", "表3"), "图1"),
        ("软件登己", ("软件登记", "作品登记"), "软件登记"),
        ("登记 总量", ("登记总量", "登记"), "登记总量"),
        ("renumber", ("caption",), None),
        ("", ("caption",), None),
    ],
)
def test_the_nearest_name(word: str, names: tuple[str, ...], expected: str | None) -> None:
    assert nearest(word, names) == expected


def test_hints_name_the_nearest_key() -> None:
    with pytest.raises(Faulty) as caught:
        whole("numbr: 3\n")
    (problem,) = caught.value.problems
    assert "是不是想写“number”？" in problem.hint_zh
    assert "did you mean “number”?" in problem.hint_en


def test_a_scalar_node_can_be_asked_for() -> None:
    class Raw(Base):
        value: Scalar

    assert validated(parse("value: 甲", "a.yaml"), Raw).value.text == "甲"
