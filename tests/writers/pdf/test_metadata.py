"""What a file says of itself."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from PIL import ImageCms

from reportgen.model.document import Metadata
from reportgen.writers.pdf.metadata import srgb_profile
from tests.writers.pdf.samples import METADATA, page, pages_of, written


def test_metadata_is_the_same_in_both_places(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.docinfo.Title) == METADATA.title
    assert str(pdf.docinfo.CreationDate) == "D:20250701000000Z"
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == METADATA.title
        assert xmp["dc:description"] == METADATA.subject == str(pdf.docinfo.Subject)
        assert xmp["dc:creator"] == [METADATA.author]
        assert xmp["xmp:CreateDate"] == "2025-07-01T00:00:00Z"
        assert xmp["pdf:Producer"] == str(pdf.docinfo.Producer)
        assert xmp.pdfa_status == "2A"
        assert xmp["pdfuaid:part"] == "1"
    assert "/Filter" not in pdf.Root.Metadata


def test_metadata_may_hold_anything() -> None:
    title = "甲\x00\x0b<乙> & “丙” (丁\\)"
    with pikepdf.open(BytesIO(written(pages_of(page()), Metadata(title)))) as pdf:
        assert str(pdf.docinfo.Title) == title
        assert "/Author" not in pdf.docinfo
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"] == title.replace("\x00\x0b", "")


def test_the_profile_is_pillows_with_nothing_in_it_that_tells_the_day() -> None:
    made, pillows = srgb_profile(), ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert len(made) == len(pillows)
    assert made[128:] == pillows[128:]  # behind the header: what colours are
    assert made[84:100] == bytes(16)
