"""The schema of a theme's file: the fields of `look`, each of which may be left out where the theme extends another.

Lengths are read here (`10.5`, `25.4mm`, `0.5in`), and colours; what the fields mean together is checked in `load`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from reportgen.origins import SourceText, Span
from reportgen.roles import Role
from reportgen.theme import messages
from reportgen.theme.look import Alignment
from reportgen.units import PT_PER_INCH, PT_PER_MM
from reportgen.yaml_source import Refused

PALETTE = "palette"
"""The colours of charts, which a theme says at its top."""

_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*(pt|mm|cm|in)?")
_UNITS = {"pt": 1.0, "mm": PT_PER_MM, "cm": 10 * PT_PER_MM, "in": PT_PER_INCH}
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")
_TINT = re.compile(r"(#?[\w-]+)(?:\s+(100|[1-9]?\d)\s*%)?")
_NAME = re.compile(r"[^\W\d][\w-]*")


def read_length(value: object) -> float:
    """Return a length in pt from a number (pt) or from a number with a unit: pt, mm, cm or in."""
    found = _LENGTH.fullmatch(str(value).strip())
    if not found:
        raise Refused(messages.NOT_A_LENGTH, value=value)
    return float(found[1]) * _UNITS[found[2] or "pt"]


def read_colour(value: object) -> str:
    """Return a colour as `RRGGBB` in capitals, where a `#` before it is allowed, or the name of one.

    A percentage after it says how much of it is left on white. What a name means is for the whole theme to say.
    """
    found = _TINT.fullmatch(str(value).strip())
    digits = _COLOUR.fullmatch(found[1]) if found else None
    if not found or not (digits or _NAME.fullmatch(found[1])):
        raise Refused(messages.NOT_A_COLOUR, value=value)
    base = digits[1].upper() if digits else found[1]
    return base if found[2] is None else f"{base} {found[2]}%"


Length = Annotated[float, BeforeValidator(read_length)]
Room = Annotated[float, BeforeValidator(read_length), Field(ge=0)]
Size = Annotated[float, BeforeValidator(read_length), Field(gt=0)]
Colour = Annotated[str, BeforeValidator(read_colour)]


class Part(BaseModel):
    """A mapping of a theme's file."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    span: Annotated[Span | None, Field(exclude=True, description="where it stands in the source")] = None
    places: Annotated[Mapping[str, Span], Field(exclude=True, description="where its values stand, by key")] = {}


class FacePairPart(Part):
    """The face of Chinese text and that of Latin letters and digits."""

    east_asian: str | None = None
    latin: str | None = None


class TypefacePart(Part):
    """A typeface: faces for the PDF in two weights, font names for Word."""

    regular: FacePairPart = FacePairPart.model_construct()
    bold: FacePairPart = FacePairPart.model_construct()
    word: FacePairPart = FacePairPart.model_construct()


class StrokePart(Part):
    """A rule beside a paragraph."""

    width: Size | None = None
    colour: Colour | None = None
    gap: Room | None = None


class StylePart(Part):
    """The style of one role."""

    typeface: str | None = None
    size: Size | None = None
    leading: Size | None = None
    bold: bool | None = None
    colour: Colour | None = None
    align: Alignment | None = None
    first_indent_em: float | None = None
    left_indent_em: float | None = None
    before: Room | None = None
    clear: Room | None = None
    spread_em: float | None = None
    keep_next: bool | None = None
    pair_spread_em: float | None = None
    new_page: bool | None = None
    rule_above: StrokePart | None = None
    rule_below: StrokePart | None = None


class PagePart(Part):
    """The page."""

    width: Size | None = None
    height: Size | None = None
    top: Room | None = None
    bottom: Room | None = None
    left: Room | None = None
    right: Room | None = None
    header: Room | None = None
    footer: Room | None = None
    header_rule: Room | None = None
    header_rule_colour: Colour | None = None
    header_rule_gap: Length | None = None
    first_header: bool | None = None
    footer_rule: Room | None = None
    footer_rule_colour: Colour | None = None
    footer_rule_gap: Length | None = None
    strip: Room | None = None
    strip_colour: Colour | None = None


class TablePart(Part):
    """Tables."""

    outer_rule: Room | None = None
    inner_rule: Room | None = None
    rule_colour: Colour | None = None
    padding_x: Room | None = None
    padding_y: Room | None = None
    highlight: Colour | None = None
    after: Room | None = None
    caption_gap: Room | None = None


class ChartPart(Part):
    """Charts."""

    palette: Annotated[tuple[Colour, ...], Field(min_length=1)] | None = None
    highlight: Colour | None = None
    muted: Colour | None = None
    axis_colour: Colour | None = None
    grid_colour: Colour | None = None
    label_size: Size | None = None
    line_width: Size | None = None
    width: Size | None = None
    height: Size | None = None
    typeface: str | None = None
    after: Room | None = None
    gutter: Room | None = None


class ContentsPart(Part):
    """The table of contents."""

    leader: Annotated[str, Field(max_length=1)] | None = None
    leader_colour: Colour | None = None
    leader_step_em: Annotated[float, Field(gt=0)] | None = None
    number_width_em: Annotated[float, Field(ge=0)] | None = None
    gap_em: Annotated[float, Field(ge=0)] | None = None


class BoxPart(Part):
    """Notes in boxes."""

    fill: Colour | None = None
    colour: Colour | None = None
    bar: Room | None = None
    frame: Room | None = None
    padding_x: Room | None = None
    padding_y: Room | None = None
    before: Room | None = None
    after: Room | None = None


class FootnotePart(Part):
    """Footnotes."""

    rule: Room | None = None
    rule_colour: Colour | None = None
    rule_length: Room | None = None
    above: Room | None = None
    below: Room | None = None
    marker_size: Annotated[float, Field(gt=0, le=1)] | None = None
    marker_rise: Annotated[float, Field(ge=0, le=1)] | None = None


class LogoPart(Part):
    """The logo."""

    short: ClassVar[str] = "picture"

    picture: SourceText | None = None
    alt: str | None = None
    width: Size | None = None
    height: Size | None = None
    top: Room | None = None
    align: Alignment | None = None
    running: Room | None = None
    gap: Room | None = None


class CoverPart(Part):
    """The cover."""

    short: ClassVar[str] = "shown"

    shown: bool | None = None
    top: Room | None = None
    foot: Room | None = None
    band: Room | None = None
    band_colour: Colour | None = None
    logo_width: Size | None = None
    logo_height: Size | None = None
    logo_top: Room | None = None
    logo_align: Alignment | None = None


class ThemeFile(Part):
    """A theme's file, whole. `extends` names the theme that fills in what is left out here."""

    beside: ClassVar[tuple[str, ...]] = (PALETTE,)

    name: str
    extends: str | None = None
    colours: Mapping[str, Colour] = {}
    logo: LogoPart = LogoPart.model_construct()
    cover: CoverPart = CoverPart.model_construct()
    page: PagePart = PagePart.model_construct()
    fonts: SourceText | None = None
    typefaces: Mapping[str, TypefacePart] = {}
    styles: Mapping[Role, StylePart] = {}
    table: TablePart = TablePart.model_construct()
    chart: ChartPart = ChartPart.model_construct()
    contents: ContentsPart = ContentsPart.model_construct()
    box: BoxPart = BoxPart.model_construct()
    footnote: FootnotePart = FootnotePart.model_construct()
    emphasis: str | None = None
    link_colour: Colour | None = None
