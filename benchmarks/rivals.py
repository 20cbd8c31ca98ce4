"""Who is measured, and how each is run: the commands from inputs to both files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.work import ROOT, Work

Commands = Sequence[Sequence[str]]
FONTS = ROOT / "assets" / "fonts"


@dataclass(frozen=True, slots=True)
class Places:
    """Where things lie: the `bin` folders of both environments, and the scratch folder."""

    own: Path
    peers: Path
    scratch: Path


@dataclass(frozen=True, slots=True)
class Rival:
    """One way to both files; `commands` writes them below the folder it is given."""

    name: str
    title: str
    commands: Callable[[Work, Places, Path], Commands]


def _reportgen(work: Work, places: Places, folder: Path) -> Commands:
    return [[str(places.own / "reportgen"), "build", str(work.spec), "-o", str(folder)]]


def _word(work: Work, places: Places, folder: Path) -> Commands:
    document = folder / "report.docx"
    profile = (places.scratch / "office").as_uri()
    return [
        [str(places.peers / "python"), "-m", "benchmarks.peers.word", str(work.content), str(FONTS), str(document)],
        [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(document),
        ],
    ]


def _typst(work: Work, places: Places, folder: Path) -> Commands:
    module = "benchmarks.peers.typst_pandoc"
    return [[str(places.peers / "python"), "-m", module, str(work.content), str(FONTS), str(folder)]]


OURS = Rival("reportgen", "reportgen", _reportgen)
PEERS = (
    Rival("word", "python-docx + LibreOffice", _word),
    Rival("typst", "Typst + pandoc", _typst),
)
