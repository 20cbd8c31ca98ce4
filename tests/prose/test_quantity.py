"""Arithmetic between quantities: exact, of one unit, and with the cells of everything that went into it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.data.table import Gap, Value
from reportgen.diagnostics import Message
from reportgen.errors import Faulty
from reportgen.model.audit import CellUse
from reportgen.origins import CellRef
from reportgen.prose.quantity import (
    Quantity,
    absent,
    difference,
    number_of,
    of_value,
    plus,
    rate,
    ratio,
    share,
)

DECIMALS = st.decimals(-(10**9), 10**9, places=6)


def of(number: str | Decimal, name: str = "甲", unit: str = "%") -> Quantity:
    return Quantity(Decimal(number), unit, 1, cells=(CellUse(CellRef("书", "页", name), str(number)),), derivation=name)


def test_a_quantity_has_no_text_of_its_own() -> None:
    with pytest.raises(TypeError):
        str(of("1"))
    with pytest.raises(TypeError):
        f"{of('1')}"


def test_between_percentages_lie_points() -> None:
    result = difference(of("86.6", "甲"), of("84.8", "乙"))
    assert (result.exact, result.unit, result.decimals) == (Decimal("1.8"), "个百分点", 1)
    assert result.derivation == "甲 − 乙"
    assert [use.ref.cell for use in result.cells] == ["甲", "乙"]


def test_a_difference_is_taken_before_rounding() -> None:
    assert difference(of("86.64"), of("84.85")).exact == Decimal("1.79")


def test_derivations_keep_their_brackets() -> None:
    total = plus(of("1", "甲"), of("2", "乙"))
    assert difference(of("9", "丙"), total).derivation == "丙 − (甲 + 乙)"
    assert ratio(total, of("2", "丁")).derivation == "(甲 + 乙) ÷ 丁"


def test_units_do_not_mix() -> None:
    with pytest.raises(Faulty) as caught:
        plus(of("1", unit="件"), of("1", unit="%"))
    assert caught.value.problems[0].code == "prose.units-differ"


@pytest.mark.parametrize("operation", [ratio, rate, share])
@pytest.mark.parametrize("base", ["0", "-1"])
def test_no_ratio_to_nothing_or_less(operation: object, base: str) -> None:
    assert callable(operation)
    with pytest.raises(Faulty) as caught:
        operation(of("1"), of(base))
    assert caught.value.problems[0].code == "prose.zero-base"


def test_ratio_rate_and_share() -> None:
    assert ratio(of("3"), of("2")).exact == Decimal("1.5")
    assert rate(of("3", unit="件"), of("2", unit="件")).exact == Decimal(50)
    assert share(of("1", unit="件"), of("4", unit="件")).exact == Decimal(25)


def test_what_is_not_there_makes_what_it_goes_into_not_there() -> None:
    nothing = absent("甲[2019]", "甲 2019 年", ("2020 年",))
    for result in (plus(of("1"), nothing), difference(nothing, of("1")), rate(of("1"), nothing)):
        assert (result.exact, result.gap) == (None, Gap.ABSENT)
        with pytest.raises(Faulty) as caught:
            number_of(result)
        assert caught.value.problems[0].code == "prose.absent"


def test_a_cell_at_fault_raises_its_own_problem() -> None:
    cell = CellRef("书", "页", "A1")
    fault = Message("data.error-value", "错误值", "an error value").at(None, cell)
    value = of_value(Value(None, cell, "#DIV/0!", fault=fault), "甲", "甲")
    with pytest.raises(Faulty) as caught:
        number_of(value)
    assert caught.value.problems == (fault,)
    assert value.gap is None


def test_a_placeholder_says_what_stands_there() -> None:
    cell = CellRef("书", "页", "A1")
    with pytest.raises(Faulty) as caught:
        number_of(of_value(Value(None, cell, "--", gap=Gap.PLACEHOLDER), "甲", "甲"))
    assert caught.value.problems[0].code == "prose.placeholder"
    assert "--" in caught.value.problems[0].zh
    assert caught.value.problems[0].cell == cell


@given(DECIMALS, DECIMALS)
def test_a_difference_turned_round_is_its_negative(first: Decimal, second: Decimal) -> None:
    there, back = difference(of(first), of(second)), difference(of(second), of(first))
    assert there.exact is not None
    assert back.exact is not None
    assert there.exact == -back.exact
    assert set(there.cells) == set(back.cells)


@given(DECIMALS, DECIMALS)
def test_a_sum_less_one_part_is_the_other(first: Decimal, second: Decimal) -> None:
    assert difference(plus(of(first), of(second)), of(second)).exact == first
