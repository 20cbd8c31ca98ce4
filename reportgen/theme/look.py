"""The values of a theme. Lengths in pt unless a name says em; colours as `RRGGBB`.

What is *said* around content (图, 目录) is not here but in the conventions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from reportgen.origins import Span
from reportgen.roles import Role
from reportgen.values import dataclass


class Alignment(StrEnum):
    """How a paragraph's lines stand on the measure."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class FacePair:
    """The face of Chinese text and the face of Latin letters and digits beside it, by name."""

    east_asian: str
    latin: str


@dataclass(frozen=True, slots=True)
class Typeface:
    """A face in both weights for the PDF, and the font names that Word finds on a reader's machine."""

    regular: FacePair
    bold: FacePair
    word: FacePair


@dataclass(frozen=True, slots=True)
class Stroke:
    """A rule above or below a paragraph, over the whole measure: its width, and the space between it and the text."""

    width: float
    colour: str
    gap: float

    @property
    def height(self) -> float:
        """The room that rule and gap take beside the paragraph's lines."""
        return self.width + self.gap


@dataclass(frozen=True, slots=True)
class Style:
    """How one role looks.

    `leading` is the distance of baselines; a line's baseline lies 0.8 of it below the line's top. `before` is the space
    above, ignored at a page's top; there is no space after, so that nothing depends on how two spaces add up. `clear`
    is the least that stays free between the paragraph and text below it whose `before` is less. `spread` is extra space
    between characters (em); `pair_spread` is the same for a text that is two Chinese characters and nothing else
    (专　利), instead of `spread`. `keep_next` holds a paragraph on the page of what follows. `new_page`
    begins a page. A rule stands between `before` and the first line, or below the last line.
    """

    typeface: str
    size: float
    leading: float
    bold: bool = False
    colour: str = "000000"
    align: Alignment = Alignment.JUSTIFY
    first_indent_em: float = 0.0
    left_indent_em: float = 0.0
    before: float = 0.0
    clear: float = 0.0
    spread_em: float = 0.0
    keep_next: bool = False
    pair_spread_em: float = 0.0
    new_page: bool = False
    rule_above: Stroke | None = None
    rule_below: Stroke | None = None


def room_below(style: Style, following: Style) -> float:
    """Return what a paragraph adds to the space above text that follows it, so that it stands `clear`."""
    return max(0.0, style.clear - following.before)


def readable_on(ground: str) -> str:
    """Return the colour of text that stands on `ground`: white on a dark one, else black (luminance, WCAG 2.1)."""
    red, green, blue = (float((part / 255) ** 2.2) for part in bytes.fromhex(ground))
    return "FFFFFF" if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.25 else "000000"


@dataclass(frozen=True, slots=True)
class PageLook:
    """The page: its size, its margins, and where the furniture's baselines lie from the page's top and foot.

    The header's rule lies `header_rule_gap` below the header's baseline, the footer's that much above the top of its
    line. `first_header` says whether the first page has a header at all. A strip of colour, `strip` pt high, lies along
    the top edge of every sheet.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    footer: float
    header_rule: float = 0.0
    header_rule_colour: str = "000000"
    header_rule_gap: float = 4.0
    first_header: bool = True
    footer_rule: float = 0.0
    footer_rule_colour: str = "000000"
    footer_rule_gap: float = 4.0
    strip: float = 0.0
    strip_colour: str = "000000"

    @property
    def measure(self) -> float:
        """The width of the text; rounded, so that a line of exactly the measure fits whatever floats do."""
        return round(self.width - self.left - self.right, 3)

    @property
    def depth(self) -> float:
        """The height of the text."""
        return round(self.height - self.top - self.bottom, 3)

    @property
    def turned(self) -> PageLook:
        """The page lying on its side: margins and furniture stay where they are for a reader who has turned it."""
        return replace(self, width=self.height, height=self.width)


@dataclass(frozen=True, slots=True)
class TableLook:
    """Three-line tables (三线表): rules at head and foot, a thinner one below the header row.

    `caption_gap` lies between caption or unit and the table, `after` below the table and its notes.
    """

    outer_rule: float
    inner_rule: float
    rule_colour: str
    padding_x: float
    padding_y: float
    highlight: str
    after: float
    caption_gap: float = 3.0


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Charts: colours in the order of series, sizes, and the room a chart takes on the measure.

    `after` is the space below a figure, its caption and notes, `gutter` that between figures side by side.
    """

    palette: tuple[str, ...]
    highlight: str
    muted: str
    axis_colour: str
    grid_colour: str
    label_size: float
    line_width: float
    width: float
    height: float
    typeface: str
    after: float = 0.0
    gutter: float = 20.0


@dataclass(frozen=True, slots=True)
class ContentsLook:
    """The table of contents: what fills the room between an entry and its page number, and how much room there is.

    `number_width_em` is kept free at the measure's right: no line of an entry's text reaches into it. The leader begins
    `gap_em` after the text and ends `gap_em` before the page number. All in em of the entry's style.
    """

    leader: str = "."
    leader_colour: str = "808080"
    leader_step_em: float = 0.5
    number_width_em: float = 3.0
    gap_em: float = 0.5


@dataclass(frozen=True, slots=True)
class FootnoteLook:
    """Footnotes: the rule that parts them from the text, and how their markers stand.

    `above` lies between the text and the rule, `below` between the rule and the first note; a rule of no width is left
    out. A marker has the part `marker_size` of the size of the text around it and is lifted by `marker_rise` em of it.
    """

    rule: float = 0.5
    rule_colour: str = "000000"
    rule_length: float = 144.0
    above: float = 8.0
    below: float = 4.0
    marker_size: float = 0.65
    marker_rise: float = 0.35

    @property
    def height(self) -> float:
        """The room between a page's text and its footnotes."""
        return self.above + self.rule + self.below


@dataclass(frozen=True, slots=True)
class BoxLook:
    """A note in a box: its ground, the bar at its left and the frame round it, in one colour.

    No `fill` leaves the ground as it is, a width of 0 leaves a rule out. The padding lies between the box's edges and
    its text; `before` is the space above the box and `after` the space below it. Rules lie within the box's edges.
    """

    fill: str = ""
    colour: str = "000000"
    bar: float = 0.0
    frame: float = 0.5
    padding_x: float = 10.0
    padding_y: float = 7.0
    before: float = 8.0
    after: float = 8.0


@dataclass(frozen=True, slots=True)
class LogoLook:
    """The logo: its picture's path from the project's root (empty for none), and where it stands on the first page.

    It is fitted into a box `width` by `height` whose top lies `top` below the sheet's; `align` says where on the
    measure. `running` is its height in the head of the other pages, 0 where it does not stand there; it keeps `gap`
    from the words beside it. `alt` says in words what it shows, `span` where the picture is named.
    """

    picture: str = ""
    alt: str = "标志"
    width: float = 150.0
    height: float = 32.0
    top: float = 28.0
    align: Alignment = Alignment.LEFT
    running: float = 0.0
    gap: float = 10.0
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class CoverLook:
    """The cover: whether there is one, and where things stand on it.

    Title and issue begin `top` below the sheet's top, client and date end `foot` above its foot. The logo is fitted
    into a box `logo_width` by `logo_height` whose top lies `logo_top` below the sheet's. A band of colour, `band` pt
    high, lies along the sheet's top.
    """

    shown: bool = False
    top: float = 260.0
    foot: float = 90.0
    band: float = 0.0
    band_colour: str = "000000"
    logo_width: float = 200.0
    logo_height: float = 60.0
    logo_top: float = 90.0
    logo_align: Alignment = Alignment.LEFT


@dataclass(frozen=True, slots=True)
class Theme:
    """A whole theme: one style for each role.

    `emphasis` names the typeface of emphasised words, and `link_colour` the colour of links out of the document; empty
    where they look like the words around them. `fonts` are folders by their paths from the project's root, the nearest
    first: their faces may be named besides those that ship.
    """

    name: str
    page: PageLook
    typefaces: Mapping[str, Typeface]
    styles: Mapping[Role, Style]
    table: TableLook
    chart: ChartLook
    contents: ContentsLook = ContentsLook()
    box: BoxLook = BoxLook()
    footnote: FootnoteLook = FootnoteLook()
    logo: LogoLook = LogoLook()
    cover: CoverLook = CoverLook()
    emphasis: str = ""
    link_colour: str = ""
    fonts: tuple[str, ...] = ()

    def faces(self, style: Style, *, bold: bool = False) -> FacePair:
        """Return the faces that text of `style` is set in."""
        typeface = self.typefaces[style.typeface]
        return typeface.bold if bold or style.bold else typeface.regular

    def face_names(self) -> tuple[str, ...]:
        """Return the names of all faces that the theme may set text in, each once."""
        pairs = [pair for typeface in self.typefaces.values() for pair in (typeface.regular, typeface.bold)]
        return tuple(dict.fromkeys(name for pair in pairs for name in (pair.east_asian, pair.latin)))
