"""The blocks of a report: what its sections, articles and headings hold, as an author declares it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import Field, model_validator

from reportgen.diagnostics import Message
from reportgen.origins import SourceText
from reportgen.spec import messages
from reportgen.spec.chart_kinds import NOT_TAKEN, ChartType
from reportgen.spec.names import Id, Name
from reportgen.spec.part import Items, Part
from reportgen.spec.width import Width, read_width
from reportgen.yaml_source import ONE_OR_MORE, Refused

_DIGITS = re.compile(r"0(\.0{1,15})?")

ABREAST = 2
"""How many charts stand side by side: more would be too narrow to read."""


class Block(Part):
    """What every block has."""

    when: Annotated[
        SourceText | None, Field(description="a condition on data: the block stands where it holds (何时出现)")
    ] = None
    for_: Annotated[
        Mapping[Name, SourceText] | None,
        Field(alias="for", description="name: data; the block once for each item (逐项重复)"),
    ] = None

    @model_validator(mode="after")
    def _one_loop(self) -> Block:
        if self.for_ is not None and len(self.for_) != 1:
            raise Refused(messages.LOOP_OF_ONE_NAME, "for", count=len(self.for_))
        return self


class Claims(Block):
    """What ties a block's words to data."""

    holds: Annotated[
        tuple[SourceText, ...],
        ONE_OR_MORE,
        Field(description="conditions on data that the words rely on (判断成立的条件)"),
    ] = ()
    unchecked: Annotated[SourceText | None, Field(description="why the data cannot tell (无从核对的理由)")] = None
    quoted: Annotated[bool, Field(description="reported text, whose numbers are not ours (转述原文)")] = False

    @model_validator(mode="after")
    def _with_a_reason(self) -> Claims:
        if self.unchecked is not None and not self.unchecked.text.strip():
            raise Refused(messages.UNCHECKED_WITHOUT_REASON, "unchecked")
        return self


class TextBlock(Claims):
    """Paragraphs and lists (正文), in Markdown with `{{ expressions }}`; written below a `|`."""

    kind = "text"
    elsewhere: ClassVar[Mapping[str, Message]] = {
        "section": messages.SECTION_ELSEWHERE,
        "article": messages.ARTICLE_ELSEWHERE,
    }

    text: Annotated[SourceText, Field(description="Markdown with {{ expressions }} (正文)")]
    id: Annotated[Id | None, Field(description="a name to refer to (标识)")] = None


class SeriesBy(StrEnum):
    """What a chart's series (and its legend) are."""

    PERIOD = "period"
    ITEM = "item"


class LabelKind(StrEnum):
    """What stands at a chart's points."""

    VALUE = "value"
    SHARE = "share"
    NONE = "none"


class ColumnsPart(Part):
    """The columns (柱) of a chart of columns and a line."""

    short = "data"

    data: Annotated[SourceText, Field(description="a table, or an expression for one (数据)")]
    items: Annotated[Items, Field(description="which items, in which order (取哪几项)")] = None
    stacked: Annotated[bool, Field(description="stack the series (堆积)")] = False


class Captioned(Block):
    """What figures and tables share."""

    caption: Annotated[SourceText | None, Field(description="the caption, without label and number (题注)")] = None
    id: Annotated[Id | None, Field(description="a name to refer to: 见.name, ref.name (标识)")] = None
    number: Annotated[int | None, Field(ge=1, description="a pinned number; others count on from it (编号)")] = None
    items: Annotated[Items, Field(description="which items, in which order (取哪几项)")] = None
    last: Annotated[int | None, Field(ge=1, description="how many periods, up to the current one (近几期)")] = None
    unit: Annotated[str | None, Field(description="convert to this unit, such as 万件 (单位)")] = None
    note: Annotated[SourceText | None, Field(description="auto: the sheet's notes and source; or a text (注)")] = None
    highlight: Annotated[
        SourceText | None,
        Field(description="本期, or the label of an item: a category or a series, a column or a row (突出显示)"),
    ] = None


class ChartBlock(Captioned):
    """A chart (图)."""

    kind = "chart"

    chart: Annotated[
        ChartType, Field(description="its kind; `column 100%`: a column a period, its parts shares of it (图的种类)")
    ]
    data: Annotated[SourceText | None, Field(description="a table, or an expression for one (数据)")] = None
    columns: Annotated[ColumnsPart | None, Field(description="column+line: the columns, left axis (柱)")] = None
    line: Annotated[
        SourceText | None, Field(description="column+line: an expression for the line, right axis (线)")
    ] = None
    series: Annotated[SeriesBy | None, Field(description="what the series are (图例按什么分)")] = None
    rest: Annotated[
        str | None,
        Field(description="pie: the name of what is left to 100 %, or to the `total:` of the data (补足的一块)"),
    ] = None
    stacked: Annotated[bool, Field(description="columns, bars: stack the series (堆积)")] = False
    labels: Annotated[
        LabelKind, Field(description="what stands at the points; share: of the data's `total` (数据标签)")
    ] = LabelKind.VALUE

    @model_validator(mode="after")
    def _keys_of_its_kind(self) -> ChartBlock:
        needed = ("columns", "line") if self.chart is ChartType.COLUMN_LINE else ("data",)
        for key in NOT_TAKEN:
            if self.chart in key.kinds and self._says(key.name):
                right = {"right_zh": key.right_zh, "right_en": key.right_en}
                raise Refused(messages.CHART_CANNOT, key.name, type=self.chart.value, key=key.name, **right)
        for name in needed:
            if getattr(self, name) is None:
                raise Refused(messages.CHART_LACKS, "chart", type=self.chart.value, key=name)
        return self

    def _says(self, name: str) -> bool:
        """Whether a key is written, and says something other than what holds without it."""
        return getattr(self, name) not in (None, False, LabelKind.VALUE, LabelKind.NONE, SeriesBy.ITEM)


class TableBlock(Captioned):
    """A table (表)."""

    kind = "table"

    table: Annotated[SourceText, Field(description="a table, or an expression for one (数据)")]
    missing: Annotated[str | None, Field(description="how a gap is printed (空格怎么印)")] = None
    measures: Annotated[
        tuple[SourceText | Mapping[str, str], ...] | None,
        ONE_OR_MORE,
        Field(
            description="which measures, in which order; `占比: 0.0` sets the digits too; "
            "with `last` periods run down, and each item has a column a measure (取哪几列)"
        ),
    ] = None
    total: Annotated[
        Literal["first", "last"] | None, Field(description="where the row of the data's total stands (合计行的位置)")
    ] = None
    wide: Annotated[
        bool,
        Field(description="stand on a page lying on its side, as it does if too wide upright in smaller type (横排)"),
    ] = False
    rows: Annotated[
        Literal["items", "periods"],
        Field(description="what runs down where several periods are shown (各行是项还是期)"),
    ] = "periods"

    @property
    def columns(self) -> tuple[tuple[str, int | None], ...]:
        """The measures asked for, each with the digits that its format prints, None where it has none."""
        return tuple(
            (name, None if form is None else len(form.partition(".")[2]))
            for measure in self.measures or ()
            for name, form in (((measure.text, None),) if isinstance(measure, SourceText) else measure.items())
        )

    @model_validator(mode="after")
    def _formats(self) -> TableBlock:
        for measure in self.measures or ():
            if not isinstance(measure, SourceText) and not all(_DIGITS.fullmatch(form) for form in measure.values()):
                raise Refused(messages.NOT_DIGITS, "measures", form=tuple(measure.values()))
        return self


class RowBlock(Block):
    """Two charts side by side (并排图), each with its own caption and note."""

    kind = "side_by_side"

    side_by_side: Annotated[tuple[ChartBlock, ...], Field(description="two charts (并排的两个图)")]
    id: Annotated[Id | None, Field(description="a name to refer to (标识)")] = None

    @model_validator(mode="after")
    def _two(self) -> RowBlock:
        if len(self.side_by_side) != ABREAST:
            raise Refused(messages.NOT_TWO_CHARTS, "side_by_side", count=len(self.side_by_side))
        return self


class ImageBlock(Block):
    """A picture (图片): a PNG or JPEG file. Figures count charts and pictures alike."""

    kind = "image"

    image: Annotated[SourceText, Field(description="its file, relative to the file that names it (图片文件)")]
    caption: Annotated[SourceText | None, Field(description="the caption, without label and number (题注)")] = None
    alt: Annotated[
        SourceText | None, Field(description="what it shows, in words; the caption where it is not written (替代文字)")
    ] = None
    id: Annotated[Id | None, Field(description="a name to refer to: 见.name, ref.name (标识)")] = None
    number: Annotated[int | None, Field(ge=1, description="a pinned number; others count on from it (编号)")] = None
    width: Annotated[str | None, Field(description="of the measure, such as 60%, or a length, such as 80mm (宽度)")] = (
        None
    )
    note: Annotated[SourceText | None, Field(description="a text below it (注)")] = None

    @model_validator(mode="after")
    def _said_in_words(self) -> ImageBlock:
        if self.caption is None and self.alt is None:
            raise Refused(messages.IMAGE_WITHOUT_WORDS, "image")
        if self.width is not None and read_width(self.width) is None:
            raise Refused(messages.NOT_A_WIDTH, "width", value=self.width)
        if self.note is not None and self.note.text.strip() == "auto":
            raise Refused(messages.NOTE_OF_NO_SHEET, "note")
        return self

    @property
    def extent(self) -> Width | None:
        """How wide it should be, where that is said."""
        return None if self.width is None else read_width(self.width)


class BoxBlock(Claims):
    """A note in a box (要点, 编者按), in Markdown with `{{ expressions }}`; written below a `|`."""

    kind = "box"

    box: Annotated[SourceText, Field(description="Markdown with {{ expressions }} (框里的文字)")]
    title: Annotated[SourceText | None, Field(description="a title in the box (框的标题)")] = None
    id: Annotated[Id | None, Field(description="a name to refer to (标识)")] = None


class IncludeBlock(Claims):
    """A Markdown file (引入的文章): headings, paragraphs, lists and footnotes, with `{{ expressions }}`.

    Its outermost headings are titles of articles where articles may stand, elsewhere headings like those around.
    """

    kind = "include"

    include: Annotated[
        SourceText,
        Field(
            description="its file; an outermost `#` is an article's title where articles stand, else a heading (文件)"
        ),
    ]
    numbered: Annotated[bool, Field(description="whether its headings count and show numbers (标题是否编号)")] = False
    id: Annotated[Id | None, Field(description="a name to refer to (标识)")] = None


class BreakBlock(Block):
    """A page break (分页): what follows begins a page."""

    kind = "break"

    break_: Annotated[Literal["page"], Field(alias="break", description="what is broken (分页)")]
    id: Annotated[Id | None, Field(description="a name to refer to (标识)")] = None


class HeadingBlock(Claims):
    """A heading (标题) with what stands under it."""

    kind = "heading"

    heading: Annotated[SourceText, Field(description="its text (标题)")]
    id: Annotated[Id | None, Field(description="a name to refer to (标识)")] = None
    numbered: Annotated[bool, Field(description="whether it counts and shows a number (是否编号)")] = True
    body: tuple[Body, ...] = Field((), description="what stands under it (内容)")


class ArticleBlock(Block):
    """An article (文章): a titled piece with its source line."""

    kind = "article"

    article: Annotated[SourceText, Field(description="its title (文章标题)")]
    id: Annotated[Id | None, Field(description="a name to refer to (标识)")] = None
    source: Annotated[SourceText | None, Field(description="who published what it reports (来源)")] = None
    quoted: Annotated[bool, Field(description="reported text, whose numbers are not ours (转述原文)")] = False
    body: tuple[Body, ...] = Field((), description="what stands in it (内容)")


class SectionBlock(Block):
    """A section (栏目, such as 专利 or 版权), holding articles."""

    kind = "section"

    section: Annotated[SourceText, Field(description="its name (栏目名)")]
    id: Annotated[Id | None, Field(description="a name to refer to (标识)")] = None
    body: tuple[ArticleBlock | Body, ...] = Field((), description="articles, or blocks (内容)")


class ElseBlock(Part):
    """What stands where no condition of a choice holds: a text, or a list of blocks."""

    kind = "else"

    else_: Annotated[
        SourceText | tuple[Body, ...], Field(alias="else", description="a text, or a list of blocks (否则)")
    ]


class ChooseBlock(Part):
    """A choice that data make (按数据选择): the first block whose `when` holds stands, else what `else` says."""

    kind = "choose"

    choose: Annotated[
        tuple[
            TextBlock
            | HeadingBlock
            | ChartBlock
            | TableBlock
            | RowBlock
            | ImageBlock
            | BoxBlock
            | IncludeBlock
            | ElseBlock,
            ...,
        ],
        Field(description="blocks with `when`, then `else` (各种情形)"),
    ]
    id: Annotated[Id | None, Field(description="a name to refer to (标识)")] = None

    @property
    def otherwise(self) -> ElseBlock | None:
        """What stands where no condition holds."""
        return next((one for one in self.choose if isinstance(one, ElseBlock)), None)


Body: TypeAlias = (
    TextBlock
    | HeadingBlock
    | ChartBlock
    | TableBlock
    | RowBlock
    | ImageBlock
    | BoxBlock
    | IncludeBlock
    | BreakBlock
    | ChooseBlock
)
