"""`ReportSpec`: a report as its author declared it. The schema, and the source of the spec reference.

Texts and expressions are `SourceText`s: what the author typed, with its places. No workbook is looked into here.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, model_validator

from reportgen.diagnostics import Problem
from reportgen.origins import SourceText, Span
from reportgen.spec import messages
from reportgen.spec.names import Id, Name
from reportgen.yaml_source import ONE_OR_MORE, Refused


class Part(BaseModel):
    """A mapping of the spec.

    `kind` is the key that tells a part from others that may stand in the same place; `short` is the key whose value may
    stand in place of the whole mapping.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
    kind: ClassVar[str | None] = None
    short: ClassVar[str | None] = None

    span: Annotated[Span, Field(exclude=True, description="where it stands in the source")]
    places: Annotated[Mapping[str, Span], Field(exclude=True, description="where its values stand, by key")] = {}

    def at(self, key: str) -> Span:
        """Return where the value of `key` stands, or the whole where it is not written."""
        return self.places.get(key, self.span)


Items: TypeAlias = Annotated[tuple[SourceText, ...] | None, ONE_OR_MORE]


class Claims(Part):
    """What ties a block's words to data."""

    holds: Annotated[
        tuple[SourceText, ...],
        ONE_OR_MORE,
        Field(description="conditions on data that the words rely on (判断成立的条件)"),
    ] = ()
    unchecked: Annotated[SourceText | None, Field(description="why the data cannot tell (无从核对的理由)")] = None
    quoted: Annotated[bool, Field(description="reported text, whose numbers are not ours (转述原文)")] = False


class TextBlock(Claims):
    """Paragraphs and lists (正文), in Markdown with `{{ expressions }}`; written below a `|`."""

    kind = "text"

    text: Annotated[SourceText, Field(description="Markdown with {{ expressions }} (正文)")]
    id: Annotated[Id | None, Field(description="a name to refer to (标识)")] = None


class ChartType(StrEnum):
    """The kinds of chart."""

    LINE = "line"
    COLUMN = "column"
    BAR = "bar"
    PIE = "pie"
    COLUMN_LINE = "column+line"


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


class Captioned(Part):
    """What figures and tables share."""

    caption: Annotated[SourceText | None, Field(description="the caption, without label and number (题注)")] = None
    id: Annotated[Id | None, Field(description="a name to refer to: 见.name, ref.name (标识)")] = None
    number: Annotated[int | None, Field(ge=1, description="a pinned number; others count on from it (编号)")] = None
    items: Annotated[Items, Field(description="which items, in which order (取哪几项)")] = None
    last: Annotated[int | None, Field(ge=1, description="how many periods, up to the current one (近几期)")] = None
    unit: Annotated[str | None, Field(description="convert to this unit, such as 万件 (单位)")] = None
    note: Annotated[SourceText | None, Field(description="auto: the sheet's notes and source; or a text (注)")] = None
    highlight: Annotated[SourceText | None, Field(description="本期, or the label of an item (突出显示)")] = None


class ChartBlock(Captioned):
    """A chart (图)."""

    kind = "chart"

    chart: Annotated[ChartType, Field(description="its kind (图的种类)")]
    data: Annotated[SourceText | None, Field(description="a table, or an expression for one (数据)")] = None
    columns: Annotated[ColumnsPart | None, Field(description="column+line: the columns, left axis (柱)")] = None
    line: Annotated[
        SourceText | None, Field(description="column+line: an expression for the line, right axis (线)")
    ] = None
    series: Annotated[SeriesBy | None, Field(description="what the series are (图例按什么分)")] = None
    rest: Annotated[str | None, Field(description="pie: the name of what is left to 100 % (补足的一块)")] = None
    stacked: Annotated[bool, Field(description="stack the series (堆积)")] = False
    labels: Annotated[LabelKind, Field(description="what stands at the points (数据标签)")] = LabelKind.VALUE

    @model_validator(mode="after")
    def _keys_of_its_kind(self) -> ChartBlock:
        name = self.chart.value
        if self.chart is ChartType.COLUMN_LINE:
            if self.data is not None:
                right = (
                    "柱的数据写在 columns，线的写在 line",
                    "the columns' table goes to columns, the line's to line",
                )
                raise Refused(
                    messages.CHART_CANNOT, "data", type=name, key="data", right_zh=right[0], right_en=right[1]
                )
            for key, value in (("columns", self.columns), ("line", self.line)):
                if value is None:
                    raise Refused(messages.CHART_LACKS, "chart", type=name, key=key)
            return self
        for key, value in (("columns", self.columns), ("line", self.line)):
            if value is not None:
                right = ("改用 data，或把图的种类改成 column+line", "write data, or make it a column+line chart")
                raise Refused(messages.CHART_CANNOT, key, type=name, key=key, right_zh=right[0], right_en=right[1])
        if self.data is None:
            raise Refused(messages.CHART_LACKS, "chart", type=name, key="data")
        if self.rest is not None and self.chart is not ChartType.PIE:
            right = ("删去它；补足 100% 的一块只有饼图（pie）有", "delete it; only a pie has a rest")
            raise Refused(messages.CHART_CANNOT, "rest", type=name, key="rest", right_zh=right[0], right_en=right[1])
        return self


class TableBlock(Captioned):
    """A table (表)."""

    kind = "table"

    table: Annotated[SourceText, Field(description="a table, or an expression for one (数据)")]
    missing: Annotated[str | None, Field(description="how a gap is printed (空格怎么印)")] = None


class HeadingBlock(Claims):
    """A heading (标题) with what stands under it."""

    kind = "heading"

    heading: Annotated[SourceText, Field(description="its text (标题)")]
    id: Annotated[Id | None, Field(description="a name to refer to (标识)")] = None
    numbered: Annotated[bool, Field(description="whether it counts and shows a number (是否编号)")] = True
    body: tuple[Body, ...] = Field((), description="what stands under it (内容)")


class ArticleBlock(Part):
    """An article (文章): a titled piece with its source line."""

    kind = "article"

    article: Annotated[SourceText, Field(description="its title (文章标题)")]
    id: Annotated[Id | None, Field(description="a name to refer to (标识)")] = None
    source: Annotated[SourceText | None, Field(description="who published what it reports (来源)")] = None
    quoted: Annotated[bool, Field(description="reported text, whose numbers are not ours (转述原文)")] = False
    body: tuple[Body, ...] = Field((), description="what stands in it (内容)")


class SectionBlock(Part):
    """A section (栏目, such as 专利 or 版权), holding articles."""

    kind = "section"

    section: Annotated[SourceText, Field(description="its name (栏目名)")]
    id: Annotated[Id | None, Field(description="a name to refer to (标识)")] = None
    body: tuple[ArticleBlock | Body, ...] = Field((), description="articles, or blocks (内容)")


Body: TypeAlias = TextBlock | HeadingBlock | ChartBlock | TableBlock


class PeriodGrain(StrEnum):
    """A grain of time, as a spec names it."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


class ParamType(StrEnum):
    """The type of a parameter."""

    TEXT = "text"
    NUMBER = "number"
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    DATE = "date"


class Parameter(Part):
    """A parameter of the report (参数). Without a default, a value must be given."""

    type: Annotated[ParamType, Field(description="its type (类型)")]
    default: Annotated[str | None, Field(description="its value where none is given (默认值)")] = None
    required: Annotated[bool, Field(description="whether one must be given (必须给出)")] = False

    @model_validator(mode="after")
    def _one_of_two(self) -> Parameter:
        if self.required and self.default is not None:
            raise Refused(messages.REQUIRED_WITH_DEFAULT, "required")
        return self


class WorkbookPart(Part):
    """A workbook (工作簿), and which parameter is its current period (本期)."""

    short = "path"

    path: Annotated[str, Field(description="relative to the spec (文件路径)")]
    period: Annotated[str | None, Field(description="the parameter that is its current period (本期)")] = None


class DataPart(Part):
    """A named table (数据)."""

    short = "from"

    from_: Annotated[SourceText, Field(alias="from", description="an address, or another name of data (地址)")]
    items: Annotated[
        tuple[SourceText, ...] | Mapping[Name, SourceText] | None,
        ONE_OR_MORE,
        Field(description="which items, in which order; or alias: label (取哪几项，或 别名: 标签)"),
    ] = None
    overall: Annotated[SourceText | None, Field(description="the item that others are compared with (总体)")] = None
    total: Annotated[SourceText | None, Field(description="what shares are taken of, an expression (占比的分母)")] = (
        None
    )
    sort: Annotated[Literal["asc", "desc"] | None, Field(description="order items by the current period (排序)")] = None
    rank: Annotated[int | None, Field(ge=1, description="the item at this place in the current period (第几位)")] = None
    noun: Annotated[str | None, Field(description="what the items are, or the ending they share (各项所说的东西)")] = (
        None
    )


class Check(Part):
    """A comparison of tables (核对), true for each period. A bare comparison is `check:`."""

    short = "check"

    check_: Annotated[
        SourceText | None, Field(alias="check", description="a comparison; an error where it fails (核对)")
    ] = None
    warn_: Annotated[
        SourceText | None, Field(alias="warn", description="a comparison; a warning where it fails (只提醒)")
    ] = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Check:
        if (self.check_ is None) is (self.warn_ is None):
            raise Refused(messages.CHECK_FORM)
        return self

    @property
    def expression(self) -> SourceText:
        """The comparison."""
        expression = self.check_ or self.warn_
        assert expression is not None, "the validator asks for one of them"
        return expression

    @property
    def warn(self) -> bool:
        """Whether a failure is only a warning."""
        return self.warn_ is not None


class ReportSpec(Part):
    """A whole report (报告)."""

    reportgen: Annotated[Literal[1], Field(description="the version of this language (语言版本)")]
    title: Annotated[SourceText, Field(description="the report's title (刊名)")]
    issue: Annotated[SourceText | None, Field(description="the line under the title (期号)")] = None
    params: Annotated[Mapping[Name, Parameter], Field(description="parameters by name (参数)")] = {}
    conventions: Annotated[str, Field(description="what is said around content (体例)")] = "bulletin"
    theme: Annotated[str, Field(description="what it looks like (版式主题)")] = "bulletin"
    output: Annotated[SourceText | None, Field(description="the name of the output folder and files (输出名)")] = None
    contents: Annotated[bool, Field(description="whether a table of contents follows the title (目录)")] = True
    workbooks: Annotated[Mapping[Name, WorkbookPart], Field(description="workbooks by name (工作簿)")] = {}
    numbers: Annotated[
        Mapping[str, Annotated[int, Field(ge=0, le=15)]],
        Field(description="decimals by unit, over the cells' formats (按单位定小数位)"),
    ] = {}
    data: Annotated[Mapping[Name, DataPart], Field(description="tables by name (数据)")] = {}
    checks: Annotated[tuple[Check, ...], ONE_OR_MORE, Field(description="what must be true of the data (核对)")] = ()
    sections: Annotated[tuple[SectionBlock, ...], Field(description="sections (栏目)")] = ()
    body: tuple[ArticleBlock | Body, ...] = Field((), description="blocks, where there are no sections (内容)")
    warnings: Annotated[
        tuple[Problem, ...], Field(exclude=True, description="what the author should be warned of")
    ] = ()

    @model_validator(mode="after")
    def _some_content(self) -> ReportSpec:
        if self.sections and self.body:
            raise Refused(messages.SECTIONS_AND_BODY, "body")
        return self
