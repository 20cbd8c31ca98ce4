"""Column widths from what columns need."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.layout.columns import Demand, column_widths, edges


def test_room_to_spare_is_shared_out() -> None:
    assert column_widths([Demand(20, 20), Demand(20, 40), Demand(30, 30)], 120) == (30, 50, 40)


def test_few_columns_do_not_take_the_whole_measure() -> None:
    assert column_widths([Demand(10, 10), Demand(10, 30)], 500) == pytest.approx((26, 46))


def test_only_what_can_wrap_gives_way() -> None:
    assert column_widths([Demand(20, 120), Demand(40, 40), Demand(40, 40)], 150) == (70, 40, 40)


def test_what_does_not_fit_is_said() -> None:
    assert column_widths([Demand(80, 90), Demand(80, 90)], 150) is None


def test_edges_add_up() -> None:
    assert edges((10, 20, 30)) == (0, 10, 30, 60)


demands = st.lists(
    st.tuples(st.floats(5, 100), st.floats(0, 200)).map(lambda pair: Demand(pair[0], pair[0] + pair[1])), min_size=1
)


@settings(deadline=None)
@given(demands, st.floats(50, 600))
def test_columns_have_what_they_need_within_the_measure(needs: list[Demand], measure: float) -> None:
    widths = column_widths(needs, measure)
    if widths is None:
        assert sum(need.least for need in needs) > measure
        return
    assert sum(widths) <= measure + 1e-6
    assert all(width >= need.least - 1e-6 for width, need in zip(widths, needs, strict=True))
