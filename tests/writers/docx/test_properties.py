"""What a file says of itself comes from the metadata and never from the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import docx

from reportgen.model.document import Metadata
from reportgen.writers.docx.properties import core_part, settings_part
from tests.writers.docx import samples
from tests.writers.docx.archive import file_of


def test_core_properties_read_back() -> None:
    read = docx.Document(BytesIO(file_of(samples.bulletin()))).core_properties
    assert (read.title, read.subject, read.author, read.language) == ("知识产权月报", "2025 年 3 月", "编辑部", "zh-CN")
    assert read.created == read.modified == datetime(2025, 3, 31, tzinfo=UTC)


def test_long_texts_are_cut_where_word_cuts_them() -> None:
    core = core_part(Metadata("长" * 300, issued=date(2025, 1, 1))).decode()
    assert "长" * 255 in core
    assert "长" * 256 not in core


def test_what_is_not_said_is_left_out() -> None:
    assert b"dc:creator" not in core_part(Metadata("题"))


def test_markup_in_a_title_is_text() -> None:
    assert "&lt;b&gt; &amp;" in core_part(Metadata("<b> &")).decode()


def test_word_lays_out_by_todays_rules_and_asks_nothing() -> None:
    settings = settings_part().decode()
    assert 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings
    assert "updateFields" not in settings
    assert 'characterSpacingControl w:val="compressPunctuation"' in settings
