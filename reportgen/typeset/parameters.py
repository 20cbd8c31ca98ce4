"""What may be chosen in composition. Lengths in em of the characters concerned."""

from __future__ import annotations

from reportgen.cjk.spacing import BLANK, LATIN_GAP, LATIN_GAP_LEAST, STOP_BLANK
from reportgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Parameters:
    """How a paragraph is composed; the defaults reproduce the house layout.

    - `latin_gap`, `latin_gap_least`: between Chinese and Latin characters, and what a tight line leaves of it.
    - `blank`: the blank of a full-width mark that may go; `stop_blank`: all that may go from a stop at a line's end.
    - `squeeze`: marks that meet share one blank, and opening marks at a line's start lose theirs.
    - `pull_in`: a line is tightened for a mark that would begin the next, before its last word is pushed out.
    - `keep_units`: a number stays on one line with its unit (14.4 个百分点) and with its label (图 1).
    - `trim_indented`: an opening mark loses its blank also at the start of an indented first line. By default it keeps
      it: the indent is blank by itself, and Word leaves the mark alone there.
    - `avoid_single`: no last line of a single character.
    - `latin_weight`, `space_weight`: how much more a Latin gap and a word space stretch than the space between two
      Chinese characters.
    - `tolerance`: by how much a line may be too long and still count as fitting.
    """

    latin_gap: float = LATIN_GAP
    latin_gap_least: float = LATIN_GAP_LEAST
    blank: float = BLANK
    stop_blank: float = STOP_BLANK
    squeeze: bool = True
    pull_in: bool = True
    keep_units: bool = True
    trim_indented: bool = False
    avoid_single: bool = True
    latin_weight: float = 1.5
    space_weight: float = 3.0
    tolerance: float = 0.005


DEFAULT = Parameters()
