"""Pictures in the PDF: the pixels that went in come out, in device colours, each picture once."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from reportgen.model.pages import Node, Page, Pages, PictureBox, Tag
from reportgen.model.picture import Picture
from reportgen.origins import BlockId
from reportgen.pictures.reading import picture_of
from reportgen.writers.pdf.write import write_pdf
from tests.pictures.making import noise, plain, saved
from tests.writers.pdf.samples import HEIGHT, METADATA, WIDTH, faces, theme

PICTURES = {
    "colours": picture_of(saved(Image.merge("RGB", [noise(), noise().rotate(180), noise()]), "PNG")),
    "grey": picture_of(saved(noise((300, 300)), "PNG")),
    "photograph": picture_of(saved(Image.merge("RGB", [noise()] * 3), "JPEG")),
    "grey photograph": picture_of(saved(noise(), "JPEG")),
    "plain": picture_of(saved(plain(colour="navy"), "PNG")),
}


def written(*boxes: PictureBox) -> pikepdf.Pdf:
    page = Page(WIDTH, HEIGHT, "1", boxes)
    return pikepdf.open(BytesIO(write_pdf(Pages((page,), (), ()), METADATA, theme(), faces())))


def placed(picture: Picture, name: str = "图", *, artifact: bool = False) -> PictureBox:
    path = () if artifact else (Node(Tag.FIGURE, name, alt="画着什么"),)
    return PictureBox(100, 500, 200, 150, picture, BlockId(name), path)


@pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
def test_the_pixels_are_those_of_the_picture(picture: Picture) -> None:
    pdf = written(placed(picture))
    (image,) = pdf.pages[0].Resources.XObject.values()
    assert image.ColorSpace == ("/DeviceGray" if picture.grey else "/DeviceRGB")
    assert isinstance(image, pikepdf.Stream)
    shown = pikepdf.PdfImage(image).as_pil_image()
    with Image.open(BytesIO(picture.data)) as expected:
        assert (shown.size, shown.mode, shown.tobytes()) == (expected.size, expected.mode, expected.tobytes())


def test_a_picture_that_comes_twice_is_one_object() -> None:
    pdf = written(placed(PICTURES["grey"], "甲"), placed(PICTURES["plain"], "乙"), placed(PICTURES["grey"], "丙"))
    assert set(pdf.pages[0].Resources.XObject.keys()) == {"/P1", "/P2"}


def test_it_fills_its_box_and_tells_the_box_to_readers() -> None:
    pdf = written(placed(PICTURES["plain"]))
    assert b"q 200 0 0 150 100 500 cm /P1 Do Q" in pdf.pages[0].Contents.read_bytes()
    (figure,) = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
    assert str(figure.Alt) == "画着什么"
    assert [float(edge) for edge in figure.A.BBox] == [100, 500, 300, 650]


def test_a_picture_without_a_path_is_an_artifact() -> None:
    pdf = written(placed(PICTURES["plain"], artifact=True))
    content = pdf.pages[0].Contents.read_bytes()
    assert b"/Artifact" in content
    assert b"MCID" not in content
