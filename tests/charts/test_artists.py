"""matplotlib as charts load it."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import reportgen.charts.figure, reportgen.writers.pdf.chart_canvas
from reportgen.charts.artists import Text
assert Text.set.__doc__ is None, Text.set.__doc__
label = Text(0, 0, "")
label.set(text="labelled", rotation=90)
print(label.get_text(), label.get_rotation())
"""


def test_no_help_is_written_for_what_can_be_set_and_it_can_be_set() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=False)
    assert done.stdout == "labelled 90.0\n", done.stderr
