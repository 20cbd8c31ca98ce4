"""Writes the references in docs/ from what they are about: the language, the wordings, the themes.

Run it after a change to any of them; tests compare the files with what this writes.
"""

from __future__ import annotations

import runpy
from pathlib import Path

from reportgen.theme.reference import theme_reference

SCRIPTS = Path(__file__).parent
DOCS = SCRIPTS.parent / "docs"

if __name__ == "__main__":
    for script in ("write_spec_reference.py", "write_wording_reference.py"):
        runpy.run_path(str(SCRIPTS / script), run_name="__main__")
    (DOCS / "theme-reference.md").write_text(theme_reference(), encoding="utf-8")
    print(f"wrote {DOCS / 'theme-reference.md'}")
