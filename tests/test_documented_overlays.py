"""Each piece of the page on derived reports is a derived report of the bulletin that has no problem."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from reportgen.pipeline import compose, dressed
from reportgen.request import Request
from tests.fonts.making import own_face

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "overlays.md").read_text(encoding="utf-8")
PIECES = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
BASE = "extends: monthly-bulletin.yaml\n"


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.split("\n")[0])
def test_a_piece_is_a_report(piece: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "specs", tmp_path / "specs")
    for name in ("Acme-Regular", "Acme-Bold"):
        own_face(tmp_path / "specs" / "brand" / "fonts" / f"{name}.ttf")
    path = tmp_path / "specs" / "piece.yaml"
    path.write_text(piece if piece.startswith("extends") else BASE + piece, encoding="utf-8")
    composed = compose(Request(path))
    assert composed.problems == ()
    assert dressed(composed).problems == ()


def test_the_page_has_pieces() -> None:
    assert len(PIECES) >= 5
