from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.data import wire
from reportgen.data.sheet import Area, Cell, CellKind, DefinedName, ExcelTable, Sheet, Workbook

WORDS = st.text(max_size=8)
CELLS = st.builds(Cell, st.sampled_from(CellKind), WORDS, st.sampled_from(["General", "0.0%"]), st.booleans())
PLACES = st.tuples(st.integers(1, 1_048_576), st.integers(1, 16_384))
AREAS = st.builds(Area, *[st.integers(1, 100)] * 4)
SHEETS = st.builds(Sheet, WORDS, st.dictionaries(PLACES, CELLS, max_size=5), st.tuples(AREAS))
WORKBOOKS = st.builds(
    Workbook,
    st.just("簿"),
    st.just("a.xlsx"),
    st.tuples(SHEETS),
    st.tuples(st.builds(ExcelTable, WORDS, WORDS, AREAS, st.integers(0, 1), st.integers(0, 1))),
    st.tuples(st.builds(DefinedName, WORDS, WORDS, st.none() | WORDS)),
    WORDS,
)


@given(WORKBOOKS)
def test_a_workbook_comes_back_as_it_went(workbook: Workbook) -> None:
    sent = json.loads(json.dumps(wire.encode(workbook)))
    found = wire.decode(sent, "簿", "a.xlsx")
    assert found == workbook
    assert found.digest == workbook.digest


GOOD: dict[str, object] = dict(
    wire.encode(
        Workbook(
            "簿",
            "a.xlsx",
            (Sheet("表", {(1, 1): Cell(CellKind.TEXT, "甲")}, (Area(1, 1, 1, 2),)),),
            (ExcelTable("表", "表", Area(1, 1, 2, 2)),),
            (DefinedName("名", "表!A1"),),
        )
    )
)


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        [],
        {},
        {**GOOD, "version": 0},
        {**GOOD, "formats": []},
        {**GOOD, "formats": [1]},
        {**GOOD, "sheets": {}},
        {**GOOD, "sheets": [{"name": "表", "cells": [[1, 1, "?", "甲", 0, False]], "merges": []}]},
        {**GOOD, "sheets": [{"name": "表", "cells": [[1, 1, "s", "甲", -1, False]], "merges": []}]},
        {**GOOD, "sheets": [{"name": "表", "cells": [[1, "1", "s", "甲", 0, False]], "merges": []}]},
        {**GOOD, "sheets": [{"name": "表", "cells": [], "merges": [[1, 2]]}]},
        {**GOOD, "sheets": [{"cells": [], "merges": []}]},
        {**GOOD, "tables": [["表"]]},
        {**GOOD, "names": [["名", "表!A1", 1]]},
        {**GOOD, "digest": None},
        {"fault": "data.damaged", "fields": {}},
    ],
)
def test_another_shape_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match=r"not a|another version"):
        wire.decode(wrong, "簿", "a.xlsx")


def test_the_shape_itself_is_taken() -> None:
    assert wire.decode(json.loads(json.dumps(GOOD)), "簿", "a.xlsx").sheets[0].name == "表"
