"""Reading pictures: what is taken and in which form, and what is refused with a reason."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from reportgen.model.picture import Picture, PictureFormat
from reportgen.origins import Span
from reportgen.pictures.reading import FILE_LIMIT, LONGEST_SIDE, read_pictures
from tests.pictures.making import declared, noise, plain, saved, turned

AT = Span("spec.yaml", 3, 12, 3, 20)


def read(data: bytes, folder: Path) -> Picture | str:
    """Return the picture in `data`, or the code of its only problem."""
    (folder / "a.bin").write_bytes(data)
    pictures, problems = read_pictures([("a.bin", AT)], folder)
    if problems:
        (problem,) = problems
        assert not pictures
        assert problem.span == AT
        assert "a.bin" in problem.zh
        return problem.code
    return pictures["a.bin"]


def pixel(picture: Picture, x: int = 0, y: int = 0) -> object:
    with Image.open(BytesIO(picture.data)) as opened:
        return opened.convert("RGB").getpixel((x, y))


@pytest.mark.parametrize(
    ("data", "form", "grey", "colour"),
    [
        (saved(plain(colour=(200, 10, 20)), "PNG"), PictureFormat.PNG, False, (200, 10, 20)),
        (saved(plain("RGBA", (0, 0, 255, 0)), "PNG"), PictureFormat.PNG, False, (255, 255, 255)),
        (saved(plain("RGBA", (0, 0, 255, 255)), "PNG"), PictureFormat.PNG, False, (0, 0, 255)),
        (saved(plain("LA", (10, 0)), "PNG"), PictureFormat.PNG, False, (255, 255, 255)),
        (saved(plain("1", 1), "PNG"), PictureFormat.PNG, True, (255, 255, 255)),
        (saved(plain("I;16", 0x8000), "PNG"), PictureFormat.PNG, True, (128, 128, 128)),
        (saved(plain(colour="red").quantize(4), "PNG"), PictureFormat.PNG, False, (255, 0, 0)),
        (saved(plain("L", 77), "JPEG"), PictureFormat.JPEG, True, (77, 77, 77)),
        (saved(plain("CMYK", (255, 0, 0, 0)), "JPEG"), PictureFormat.JPEG, False, (0, 255, 255)),
    ],
    ids=["rgb", "clear", "opaque", "clear grey", "bits", "16 bits", "palette", "grey jpeg", "cmyk"],
)
def test_every_sound_form_becomes_one(
    data: bytes, form: PictureFormat, grey: bool, colour: object, tmp_path: Path
) -> None:
    picture = read(data, tmp_path)
    assert isinstance(picture, Picture)
    assert (picture.format, picture.grey, picture.width, picture.height) == (form, grey, 40, 30)
    assert pixel(picture) == colour
    with Image.open(BytesIO(picture.data)) as opened:
        assert opened.mode == ("L" if grey else "RGB")
        assert opened.size == (40, 30)


def test_a_photograph_stands_upright_and_keeps_nothing_of_its_camera(tmp_path: Path) -> None:
    picture = read(turned(), tmp_path)
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height) == (30, 40)
    assert b"Maker" not in picture.data
    with Image.open(BytesIO(picture.data)) as opened:
        assert not opened.getexif()


def test_colours_are_those_of_the_profile(tmp_path: Path) -> None:
    """A grey of another white point is not the same grey in sRGB."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    kept = read(saved(plain(colour=(90, 90, 90)), "PNG", icc_profile=profile), tmp_path)
    assert isinstance(kept, Picture)
    assert pixel(kept) == (90, 90, 90)  # a profile of another kind of picture is passed over
    same = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    converted = read(saved(plain(colour=(90, 120, 30)), "PNG", icc_profile=same), tmp_path)
    assert isinstance(converted, Picture)
    assert pixel(converted) == (90, 120, 30)
    assert b"iCCP" not in converted.data


def test_more_pixels_than_a_page_prints_are_left_out(tmp_path: Path) -> None:
    picture = read(saved(plain(size=(2 * LONGEST_SIDE, 20)), "PNG"), tmp_path)
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height) == (LONGEST_SIDE, 10)


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_equal_pixels_give_equal_bytes(form: str, tmp_path: Path) -> None:
    one = read(saved(noise(), form), tmp_path)
    os.utime(tmp_path / "a.bin", (0, 0))
    other = read(saved(noise(), form, comment=b"another day") if form == "JPEG" else saved(noise(), form), tmp_path)
    assert one == other


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (declared(60_000, 60_000), "picture.pixels"),
        (declared(0xFFFFFFFF, 0xFFFFFFFF), "picture.pixels"),
        (declared(400, 300), "picture.damaged"),
        (declared(0, 0), "picture.damaged"),
        (saved(noise(), "PNG")[:9000], "picture.damaged"),
        (saved(noise(), "PNG")[:20], "picture.damaged"),
        (saved(noise(), "JPEG")[:3000], "picture.damaged"),
        (saved(noise(), "JPEG")[:30], "picture.damaged"),
        (saved(plain(), "WEBP"), "picture.format"),
        (saved(plain("P"), "GIF"), "picture.format"),
        (saved(plain(), "TIFF"), "picture.format"),
        (saved(plain(), "BMP"), "picture.format"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "picture.format"),
        (b"%PDF-1.7\n", "picture.format"),
        (b"", "picture.format"),
    ],
    ids=[
        "bomb",
        "largest bomb",
        "fewer rows than said",
        "no pixels",
        "png cut",
        "png header cut",
        "jpeg cut",
        "jpeg header cut",
        "webp",
        "gif",
        "tiff",
        "bmp",
        "svg",
        "pdf",
        "empty",
    ],
)
def test_what_is_no_sound_picture_is_refused(data: bytes, code: str, tmp_path: Path) -> None:
    assert read(data, tmp_path) == code


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "large.png").open("wb") as stream:
        stream.truncate(FILE_LIMIT + 1)
    _, problems = read_pictures([("large.png", AT)], tmp_path)
    assert [problem.code for problem in problems] == ["picture.file-too-large"]


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    wanted = [("none.png", AT), ("pipe", AT), ("folder", AT), ("zero\0byte", AT)]
    pictures, problems = read_pictures(wanted, tmp_path)
    assert pictures == {}
    assert [problem.code for problem in problems] == ["picture.unreadable"] * 4


def test_a_picture_that_comes_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(saved(plain(), "PNG"))
    pictures, problems = read_pictures([("a.png", AT), ("a.png", AT), ("b.png", AT), ("b.png", AT)], tmp_path)
    assert list(pictures) == ["a.png"]
    assert len({problem.code for problem in problems}) == 1


SOUND = (
    saved(noise((40, 30)), "PNG"),
    saved(noise((40, 30)), "JPEG"),
    turned(),
    saved(plain(colour="red").quantize(4), "PNG", transparency=0),
    saved(plain("CMYK", (1, 2, 3, 4)), "JPEG"),
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SOUND), st.lists(st.tuples(st.integers(0, 5000), st.binary(max_size=4)), min_size=1, max_size=5))
def test_whatever_a_file_holds_it_is_a_picture_or_a_problem(data: bytes, changes: list[tuple[int, bytes]]) -> None:
    for place, written in changes:
        at = place % len(data)
        data = data[:at] + written + data[at + 2 :]
    with TemporaryDirectory() as folder:
        read(data, Path(folder))
