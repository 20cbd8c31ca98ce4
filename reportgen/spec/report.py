"""`ReportSpec`: a report as its author declared it. The schema, and the source of the spec reference.

Texts and expressions are `SourceText`s: what the author typed, with its places. No workbook is looked into here.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from reportgen.origins import SourceText, Span


class Part(BaseModel):
    """A mapping of the spec."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    span: Annotated[Span, Field(exclude=True, description="where it stands in the source")]


class Claims(Part):
    """What ties a block's words to data."""

    holds: Annotated[tuple[SourceText, ...], Field(description="conditions on data that the words rely on")] = ()
    unchecked: Annotated[SourceText | None, Field(description="why the data cannot tell")] = None
    quoted: Annotated[bool, Field(description="reported text, whose numbers are not ours")] = False


class TextBlock(Claims):
    """Paragraphs and lists, in Markdown with `{{ expressions }}`."""

    text: Annotated[SourceText, Field(description="Markdown with {{ expressions }}")]
    id: Annotated[str | None, Field(description="a name to refer to")] = None


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
    """The columns of a chart of columns and a line."""

    data: Annotated[SourceText, Field(description="a table, or an expression for one")]
    items: Annotated[tuple[SourceText, ...] | None, Field(description="which items, in which order")] = None
    stacked: Annotated[bool, Field(description="stack the series")] = False


class Captioned(Part):
    """What figures and tables share."""

    caption: Annotated[SourceText | None, Field(description="the caption, without label and number")] = None
    id: Annotated[str | None, Field(description="a name to refer to: 见.name, ref.name")] = None
    number: Annotated[int | None, Field(ge=1, description="a pinned number; others count on from it")] = None
    items: Annotated[tuple[SourceText, ...] | None, Field(description="which items, in which order")] = None
    last: Annotated[int | None, Field(ge=1, description="how many periods, up to the current one")] = None
    unit: Annotated[str | None, Field(description="convert to this unit (万件)")] = None
    note: Annotated[SourceText | None, Field(description="auto: the sheet's notes and source; or a text")] = None
    highlight: Annotated[SourceText | None, Field(description="本期, or the label of an item")] = None


class ChartBlock(Captioned):
    """A chart."""

    chart: Annotated[ChartType, Field(description="its kind")]
    data: Annotated[SourceText | None, Field(description="a table, or an expression for one")] = None
    columns: Annotated[ColumnsPart | None, Field(description="column+line: the columns")] = None
    line: Annotated[SourceText | None, Field(description="column+line: an expression for the line")] = None
    series: Annotated[SeriesBy | None, Field(description="what the series are")] = None
    rest: Annotated[str | None, Field(description="pie: the name of what is left to 100 %")] = None
    stacked: Annotated[bool, Field(description="stack the series")] = False
    labels: Annotated[LabelKind, Field(description="what stands at the points")] = LabelKind.VALUE


class TableBlock(Captioned):
    """A table."""

    table: Annotated[SourceText, Field(description="a table, or an expression for one")]
    missing: Annotated[str | None, Field(description="how a gap is printed")] = None


class HeadingBlock(Claims):
    """A heading with what stands under it."""

    heading: Annotated[SourceText, Field(description="its text")]
    id: Annotated[str | None, Field(description="a name to refer to")] = None
    numbered: Annotated[bool, Field(description="whether it counts and shows a number")] = True
    body: Annotated[tuple[Body, ...], Field(description="what stands under it")] = ()


class ArticleBlock(Part):
    """An article: a titled piece with its source line."""

    article: Annotated[SourceText, Field(description="its title")]
    id: Annotated[str | None, Field(description="a name to refer to")] = None
    source: Annotated[SourceText | None, Field(description="who published what it reports")] = None
    quoted: Annotated[bool, Field(description="reported text, whose numbers are not ours")] = False
    body: Annotated[tuple[Body, ...], Field(description="what stands in it")] = ()


class SectionBlock(Part):
    """A section (专利, 版权), holding articles."""

    section: Annotated[SourceText, Field(description="its name")]
    id: Annotated[str | None, Field(description="a name to refer to")] = None
    body: Annotated[tuple[ArticleBlock | Body, ...], Field(description="articles, or blocks")] = ()


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
    """A parameter of the report."""

    type: Annotated[ParamType, Field(description="its type")]
    default: Annotated[str | None, Field(description="its value where none is given")] = None
    required: Annotated[bool, Field(description="whether one must be given")] = False


class WorkbookPart(Part):
    """A workbook, and which parameter is its current period (本期)."""

    path: Annotated[str, Field(description="relative to the spec")]
    period: Annotated[str | None, Field(description="the parameter that is its current period")] = None


class DataPart(Part):
    """A named table."""

    from_: Annotated[SourceText, Field(alias="from", description="an address, or another name of data")]
    items: Annotated[
        tuple[SourceText, ...] | Mapping[str, SourceText] | None,
        Field(description="which items, in which order; or alias: label"),
    ] = None
    overall: Annotated[SourceText | None, Field(description="the item that others are compared with")] = None
    sort: Annotated[Literal["asc", "desc"] | None, Field(description="order items by the current period")] = None
    rank: Annotated[int | None, Field(ge=1, description="the item at this place in the current period")] = None
    noun: Annotated[str | None, Field(description="what the items are, or the ending they share")] = None


class Check(Part):
    """A comparison of tables; a warning where `warn`."""

    expression: Annotated[SourceText, Field(description="a condition, true for each period")]
    warn: Annotated[bool, Field(description="report a failure as a warning")] = False


class ReportSpec(Part):
    """A whole report."""

    reportgen: Annotated[Literal[1], Field(description="the version of this language")]
    title: Annotated[SourceText, Field(description="the report's title")]
    issue: Annotated[SourceText | None, Field(description="the line under the title")] = None
    params: Annotated[Mapping[str, Parameter], Field(description="parameters by name")] = {}
    conventions: Annotated[str, Field(description="what is said around content")] = "bulletin"
    theme: Annotated[str, Field(description="what it looks like")] = "bulletin"
    output: Annotated[SourceText | None, Field(description="the name of the output folder and files")] = None
    contents: Annotated[bool, Field(description="whether a table of contents follows the title")] = True
    workbooks: Annotated[Mapping[str, WorkbookPart], Field(description="workbooks by name")] = {}
    numbers: Annotated[Mapping[str, int], Field(description="decimals by unit, over the cells' formats")] = {}
    data: Annotated[Mapping[str, DataPart], Field(description="tables by name")] = {}
    checks: Annotated[tuple[Check, ...], Field(description="what must be true of the data")] = ()
    sections: Annotated[tuple[SectionBlock, ...], Field(description="sections")] = ()
    body: Annotated[tuple[ArticleBlock | Body, ...], Field(description="blocks, where there are no sections")] = ()
