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
    verb = "batch" if len(work.contents) > 1 else "build"
    return [[str(places.own / "reportgen"), verb, *map(str, work.specs), "-o", str(folder)]]


def watching(work: Work, places: Places, folder: Path) -> Sequence[str]:
    """Return the command that keeps on building what is saved."""
    (command,) = _reportgen(work, places, folder)
    return [*command, "--watch"]


def _word(work: Work, places: Places, folder: Path) -> Commands:
    documents = [str(folder / f"{content.stem}.docx") for content in work.contents]
    profile = (places.scratch / "office").as_uri()
    return [
        [*_peer(places, "benchmarks.peers.word"), str(FONTS), str(folder), *map(str, work.contents)],
        [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *documents,
        ],
    ]


def _typst(work: Work, places: Places, folder: Path) -> Commands:
    return [[*_peer(places, "benchmarks.peers.typst_pandoc"), str(FONTS), str(folder), *map(str, work.contents)]]


def _peer(places: Places, module: str) -> list[str]:
    return [str(places.peers / "python"), "-m", module]


OURS = Rival("reportgen", "reportgen", _reportgen)
PEERS = (
    Rival("word", "python-docx + LibreOffice", _word),
    Rival("typst", "Typst + pandoc", _typst),
)
