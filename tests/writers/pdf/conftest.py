"""What the tests of written files share: one document with everything on it, and that file opened."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest

from tests.writers.pdf.samples import whole_document, written


@pytest.fixture(scope="module")
def data() -> bytes:
    return written(whole_document())


@pytest.fixture(scope="module")
def pdf(data: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(data)) as opened:
        yield opened
