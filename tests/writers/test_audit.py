"""The audit trail as a file: JSON with one record a line, its page beside it."""

from __future__ import annotations

import json

from reportgen.model.audit import AuditTrail, CellUse, Record, RecordKind
from reportgen.model.document import Metadata
from reportgen.model.geometry import Geometry
from reportgen.origins import BlockId, CellRef, RecordId, Span
from reportgen.writers.audit import write_audit

SPAN = Span("月报.yaml", 3, 5, 3, 9)
CELL = CellUse(CellRef("调查", "图1", "B7"), "86.6", "0.0")
ONE = Record(RecordId("p#1"), RecordKind.NUMBER, "86.6%", "研发获取[2024]", (CELL,), BlockId("p"), SPAN)
TWO = Record(RecordId("q#1"), RecordKind.WORD, "提升", "研发获取[2024] − 研发获取[2023]", (), BlockId("q"), SPAN)
METADATA = Metadata("月报", "2025 年 3 月")


def test_each_record_is_a_line_of_json() -> None:
    written = write_audit(AuditTrail((ONE, TWO)), Geometry(1, {BlockId("p"): "4"}), METADATA)
    content = json.loads(written)
    assert (content["title"], content["issue"]) == ("月报", "2025 年 3 月")
    assert content["records"][0] == {
        "id": "p#1",
        "kind": "number",
        "text": "86.6%",
        "derivation": "研发获取[2024]",
        "cells": [{"workbook": "调查", "sheet": "图1", "cell": "B7", "raw": "86.6", "format": "0.0"}],
        "block": "p",
        "spec": "月报.yaml:3:5",
        "page": "4",
    }
    assert content["records"][1]["page"] is None
    assert written.decode().count("\n") == 4


def test_a_trail_without_records_is_still_json() -> None:
    assert json.loads(write_audit(AuditTrail(), None, METADATA))["records"] == []
