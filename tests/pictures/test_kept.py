"""Pictures that were made ready are kept; what is damaged, or of no known form, is made ready anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import keeping
from reportgen.origins import Span
from reportgen.pictures import reading
from reportgen.pictures.kept import keep, kept, key_of
from reportgen.pictures.reading import picture_of, read_pictures
from tests.pictures.making import noise, plain, saved

AT = Span("spec.yaml", 3, 12, 3, 20)
PNG = saved(plain(colour="navy"), "PNG")


@pytest.mark.parametrize("data", [PNG, saved(noise(), "JPEG")], ids=["png", "jpeg"])
def test_what_is_kept_is_what_was_made(data: bytes, tmp_path: Path) -> None:
    keep(tmp_path, key_of(data), picture_of(data))
    assert kept(tmp_path, key_of(data)) == picture_of(data)
    assert kept(tmp_path, key_of(data + b"x")) is None


def test_a_second_run_decodes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    first = read_pictures([("a.png", AT)], tmp_path, cache=tmp_path / "kept")

    def decoded(data: bytes) -> None:
        raise AssertionError

    monkeypatch.setattr(reading, "picture_of", decoded)
    assert read_pictures([("a.png", AT)], tmp_path, cache=tmp_path / "kept") == first


def test_a_picture_that_changes_under_its_name_is_read_anew(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    read_pictures([("a.png", AT)], tmp_path, cache=tmp_path / "kept")
    (tmp_path / "a.png").write_bytes(saved(plain(colour="red"), "PNG"))
    pictures, _ = read_pictures([("a.png", AT)], tmp_path, cache=tmp_path / "kept")
    assert pictures["a.png"] == picture_of(saved(plain(colour="red"), "PNG"))


@pytest.mark.parametrize(
    "form",
    [
        None,
        [],
        {"format": "webp", "data": "", "width": 1, "height": 1, "grey": False},
        {"format": "png", "data": "ä", "width": 1, "height": 1, "grey": False},
        {"format": "png", "data": "", "width": "1", "height": 1, "grey": False},
        {"format": "png", "data": "", "width": 1, "height": 1},
    ],
)
def test_what_makes_no_sense_counts_as_absent(form: object, tmp_path: Path) -> None:
    keeping.store(tmp_path, keeping.Shelf("picture", 1, 10, 10_000), {"key": form})
    assert kept(tmp_path, "key") is None
