"""`ReportSpec`: a report as its author declared it. The schema, and the source of the spec reference.

Texts and expressions are `SourceText`s: what the author typed, with its places. No workbook is looked into here.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from reportgen.diagnostics import Problem
from reportgen.origins import SourceText, Span
from reportgen.spec import messages
from reportgen.spec.blocks import ArticleBlock, Body, HeadingBlock, SectionBlock
from reportgen.spec.derivation import Derivation
from reportgen.spec.names import Name
from reportgen.spec.part import Part, Unread
from reportgen.yaml_source import ONE_OR_MORE, MappingNode, Refused

DEFAULT_THEME = "bulletin"


class ParamType(StrEnum):
    """The type of a parameter."""

    TEXT = "text"
    NUMBER = "number"
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    DATE = "date"
    CHOICE = "choice"
    ROW = "row"


class Parameter(Part):
    """A parameter of the report (参数). Without a default, a value must be given."""

    type: Annotated[ParamType, Field(description="its type (类型)")]
    from_: Annotated[
        str | None,
        Field(
            alias="from",
            description="choice: a name of data, whose items can be chosen (选项所在的数据); "
            "row: the address of a list, 名单!客户名单 (名单的地址)",
        ),
    ] = None
    label: Annotated[
        str | None, Field(description="row: the column that names the rows; the first where none is written (行名列)")
    ] = None
    options: Annotated[tuple[str, ...], ONE_OR_MORE, Field(description="choice: what can be chosen (选项)")] = ()
    default: Annotated[
        str | None, Field(description="its value where none is given; `latest(data)`: the last period (默认值)")
    ] = None
    required: Annotated[bool, Field(description="whether one must be given (必须给出)")] = False

    @model_validator(mode="after")
    def _one_of_two(self) -> Parameter:
        if self.required and self.default is not None:
            raise Refused(messages.REQUIRED_WITH_DEFAULT, "required")
        if self.type is ParamType.CHOICE and (self.from_ is None) is (not self.options):
            raise Refused(messages.CHOICE_OF_WHAT, "type")
        if self.type is ParamType.ROW and self.from_ is None:
            raise Refused(messages.ROW_OF_WHAT, "type")
        if self.type not in (ParamType.CHOICE, ParamType.ROW) and self.from_ is not None:
            raise Refused(messages.NOT_A_CHOICE_PARAMETER, "from")
        if self.type is not ParamType.CHOICE and self.options:
            raise Refused(messages.NOT_A_CHOICE_PARAMETER, "options")
        if self.type is not ParamType.ROW and self.label is not None:
            raise Refused(messages.NOT_A_ROW_PARAMETER, "label")
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
    measures: Annotated[
        SourceText | Mapping[Name, SourceText] | None,
        Field(description="the column meant, or name: column; one `*` stands for what tells items apart (取哪几列)"),
    ] = None
    at_: Annotated[
        Literal["latest"] | None,
        Field(alias="at", description="`latest`: the last period in which every item has its value (最近一期)"),
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


class ThemePart(Part):
    """What the report looks like (版式主题). Its other keys are those of a theme's file, over the theme it extends."""

    short = "extends"

    extends: Annotated[str, Field(description="a theme that ships, or a theme's file (所依据的主题)")] = DEFAULT_THEME
    running_head: Annotated[
        SourceText | None, Field(description="a text in place of the title in the page's head (页眉)")
    ] = None
    header: Annotated[
        SourceText | None,
        Field(
            description="the whole head of pages: expressions, a tab (left, right), `{section}`, `{title}` … (整行页眉)"
        ),
    ] = None
    footer: Annotated[
        SourceText | None, Field(description="the whole foot of pages, with `{page}` and `{pages}` (整行页脚)")
    ] = None
    unread: Annotated[Unread | None, Field(exclude=True, description="the keys of a theme's file")] = None


class CoverPart(Part):
    """What a cover says besides title and issue (封面文字). Whether there is one, and how it looks, is the theme's."""

    client: Annotated[SourceText | None, Field(description="for whom the report is (客户)")] = None
    date: Annotated[SourceText | None, Field(description="when it was made (日期)")] = None


class ReportSpec(Derivation):
    """A whole report (报告)."""

    reportgen: Annotated[Literal[1], Field(description="the version of this language (语言版本)")]
    title: Annotated[SourceText, Field(description="the report's title (刊名)")]
    issue: Annotated[SourceText | None, Field(description="the line under the title (期号)")] = None
    params: Annotated[Mapping[Name, Parameter], Field(description="parameters by name (参数)")] = {}
    conventions: Annotated[str, Field(description="what is said around content (体例)")] = "bulletin"
    theme_: Annotated[
        ThemePart | None,
        Field(alias="theme", description="what it looks like; bulletin where it is not written (版式主题)"),
    ] = None
    output: Annotated[SourceText | None, Field(description="the name of the output folder and files (输出名)")] = None
    cover: Annotated[CoverPart | None, Field(description="what a cover says, where the theme has one (封面文字)")] = (
        None
    )
    source: Annotated[
        SourceText | None,
        Field(
            description="the line that closes the report; auto: those that the sheets of what is printed name (来源)"
        ),
    ] = None
    contents: Annotated[bool, Field(description="whether a table of contents follows the title (目录)")] = True
    workbooks: Annotated[Mapping[Name, WorkbookPart], Field(description="workbooks by name (工作簿)")] = {}
    numbers: Annotated[
        Mapping[str, Annotated[int, Field(ge=0, le=15)]],
        Field(
            description="decimals by unit to print, over the cells' formats; no condition minds them (按单位定小数位)"
        ),
    ] = {}
    basis: Annotated[
        Literal["exact", "printed"],
        Field(
            description="whether changes are taken, and conditions judged, of the workbook's values or of those "
            "that are printed (差和判断按什么数)"
        ),
    ] = "exact"
    data: Annotated[Mapping[Name, DataPart], Field(description="tables by name (数据)")] = {}
    checks: Annotated[tuple[Check, ...], ONE_OR_MORE, Field(description="what must be true of the data (核对)")] = ()
    sections: Annotated[
        tuple[SectionBlock | HeadingBlock, ...],
        Field(description="sections; a heading among them is set as a section (栏目)"),
    ] = ()
    body: tuple[ArticleBlock | Body, ...] = Field((), description="blocks, where there are no sections (内容)")
    warnings: Annotated[
        tuple[Problem, ...], Field(exclude=True, description="what the author should be warned of")
    ] = ()
    articles: Annotated[
        Mapping[str, SourceText], Field(exclude=True, description="what its blocks include, by path from the root")
    ] = {}
    pictures: Annotated[
        tuple[SourceText, ...], Field(exclude=True, description="pictures of blocks that were left out as faulty")
    ] = ()
    dropped: Annotated[
        Mapping[str, Span], Field(exclude=True, description="ids that the base has and this spec took out, and where")
    ] = {}

    @model_validator(mode="after")
    def _some_content(self) -> ReportSpec:
        if self.sections and self.body:
            raise Refused(messages.SECTIONS_AND_BODY, "body")
        return self

    @property
    def theme(self) -> str:
        """The name, or the file, of the theme that it is set in."""
        return self.theme_.extends if self.theme_ else DEFAULT_THEME

    @property
    def theme_span(self) -> Span:
        """Where the theme is named, be it in the base that it comes from; its path begins at that file's folder."""
        return self.theme_.at("extends") if self.theme_ else self.at("theme")

    @property
    def theme_keys(self) -> MappingNode | None:
        """What the spec itself says as a theme's file would, over `theme`; None where it says nothing."""
        said = self.theme_.unread if self.theme_ else None
        return said if said and said.entries else None

    @property
    def running_head(self) -> SourceText | None:
        """What stands in the page's head in place of the title."""
        return self.theme_.running_head if self.theme_ else None

    @property
    def header(self) -> SourceText | None:
        """The whole head of pages, where the report words it itself."""
        return self.theme_.header if self.theme_ else None

    @property
    def footer(self) -> SourceText | None:
        """The whole foot of pages, where the report words it itself."""
        return self.theme_.footer if self.theme_ else None
