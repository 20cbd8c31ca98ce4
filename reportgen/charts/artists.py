"""What charts take of matplotlib, loaded without the manual that it writes for itself.

On loading, matplotlib lists for each kind of artist what can be set of it, with its types, for the help of `set`: more
than a quarter of the time that loading takes, for a text that nobody reads here.

It wants a folder of its own, and will not load without: it is given one in the cache, and takes a temporary one only
where that cannot be written.
"""

from __future__ import annotations

import logging
import os

from reportgen.errors import Unwritable
from reportgen.keeping import NO_TEMPORARY, cache_folder

# Where it finds no folder to keep its own list of faces in, it says so: nobody here needs that list.
logging.getLogger("matplotlib").setLevel(logging.ERROR)

if (_cache := cache_folder()) is not None:
    os.environ.setdefault("MPLCONFIGDIR", str(_cache / "matplotlib"))
try:
    from matplotlib.artist import Artist
except OSError as error:
    raise Unwritable(NO_TEMPORARY.at()) from error

Artist._update_set_signature_and_docstring = classmethod(lambda _: None)  # type: ignore[attr-defined]  # noqa: SLF001 - see above

import matplotlib as mpl  # noqa: E402 - what follows is what would be listed
from matplotlib.backend_bases import GraphicsContextBase, RendererBase  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.lines import Line2D  # noqa: E402
from matplotlib.patches import Rectangle, Wedge  # noqa: E402
from matplotlib.path import Path  # noqa: E402
from matplotlib.text import Text  # noqa: E402
from matplotlib.transforms import Affine2D  # noqa: E402

__all__ = [
    "Affine2D",
    "Figure",
    "GraphicsContextBase",
    "Line2D",
    "Path",
    "Rectangle",
    "RendererBase",
    "Text",
    "Wedge",
    "mpl",
]
