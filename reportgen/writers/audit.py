"""The audit trail as a file: JSON for machines, one record an entry, with the page each record is printed on.

The trail itself is made by resolve; pages come from layout's geometry.
"""

from __future__ import annotations

import json

from reportgen.model.audit import AuditTrail, Record
from reportgen.model.document import Metadata
from reportgen.model.geometry import Geometry

FORMAT_VERSION = 1


def entry(record: Record, page: str | None) -> dict[str, object]:
    """Return `record` as JSON values; `page` is the label of the page its block begins on, if known."""
    return {
        "id": record.id,
        "kind": record.kind.value,
        "text": record.text,
        "derivation": record.derivation,
        "cells": [
            {"workbook": u.ref.workbook, "sheet": u.ref.sheet, "cell": u.ref.cell, "raw": u.raw, "format": u.format}
            for u in record.cells
        ],
        "block": record.block,
        "spec": str(record.span),
        "page": page,
    }


def write_audit(trail: AuditTrail, geometry: Geometry | None, metadata: Metadata) -> bytes:
    """Return the audit trail as UTF-8 JSON; the same trail gives the same bytes."""
    pages = geometry.pages_of if geometry else {}
    head = {"reportgen-audit": FORMAT_VERSION, "title": metadata.title, "issue": metadata.subject, "records": []}
    opening = json.dumps(head, ensure_ascii=False).removesuffix("]}")
    # One record a line: readable, and the whole is written by the encoder that is quick.
    records = (json.dumps(entry(r, pages.get(r.block)), ensure_ascii=False) for r in trail.records)
    return (opening + "\n" + ",\n".join(records) + "\n]}\n").encode()
