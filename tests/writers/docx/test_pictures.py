"""Pictures in Word: one part for each picture, its bytes as they are, its size as layout decided."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from reportgen.model.block import CaptionKind
from tests.writers.docx import samples
from tests.writers.docx.archive import members, text_of, written
from tests.writers.docx.package_rules import faults
from tests.writers.docx.readback import CHART, ReadBlock, blocks


def test_a_picture_that_comes_twice_is_one_part() -> None:
    content = written(
        samples.image("a", samples.PNG), samples.image("b", samples.JPEG), samples.image("c", samples.PNG)
    )
    assert [name for name in members(content) if "media" in name] == ["word/media/image1.png", "word/media/image2.jpeg"]
    with ZipFile(BytesIO(content)) as archive:
        assert archive.read("word/media/image1.png") == samples.PNG.data
        assert archive.read("word/media/image2.jpeg") == samples.JPEG.data
    assert faults(content) == []


def test_drawings_are_counted_through_charts_and_pictures() -> None:
    content = written(samples.image("a", samples.PNG), samples.figure("f", samples.LINE))
    text = text_of(content, "word/document.xml")
    assert '<wp:docPr id="1" name="Chart 1"' in text
    assert '<wp:docPr id="2" name="Picture 2"' in text


def test_size_words_and_caption() -> None:
    content = written(samples.image("a", samples.PNG, samples.caption(CaptionKind.FIGURE, 1, "标志"), "注：示意。"))
    assert f'<wp:extent cx="{200 * 12700}" cy="{150 * 12700}"/>' in text_of(content, "word/document.xml")
    assert blocks(content) == [
        ReadBlock(CHART, "一幅画：a"),
        ReadBlock("caption", "图 1  标志"),
        ReadBlock("Note", "注：示意。"),
    ]
