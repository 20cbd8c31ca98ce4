"""Make the faces in assets/fonts/ from the packages that publish them.

    python scripts/build_fonts.py [--archives FOLDER] [--check]

The Chinese faces are cut down to the characters of Chinese business text; Liberation is taken whole and unmodified. The
packages are fetched with `npm pack` and `apt-get download` into the folder of archives unless they lie there already,
and must have the checksums written here. Same archives and same fontTools give the same bytes.
"""

from __future__ import annotations

import argparse
import bz2
import hashlib
import io
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ASSETS = Path(__file__).resolve().parents[1] / "assets" / "fonts"


@dataclass(frozen=True)
class Package:
    """A package of a registry: how it is fetched, the archive it comes as, and that archive's SHA-256."""

    fetch: tuple[str, ...]
    archive: str
    sha256: str


NOTO_SERIF = Package(
    ("npm", "pack", "@expo-google-fonts/noto-serif-sc@0.4.3"),
    "expo-google-fonts-noto-serif-sc-0.4.3.tgz",
    "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e",
)
NOTO_SANS = Package(
    ("npm", "pack", "@expo-google-fonts/noto-sans-sc@0.4.3"),
    "expo-google-fonts-noto-sans-sc-0.4.3.tgz",
    "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
)
WENKAI = Package(
    ("apt-get", "download", "fonts-lxgw-wenkai=1.250+repack-1"),
    "fonts-lxgw-wenkai_1.250+repack-1_all.deb",
    "6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318",
)
LIBERATION = Package(
    ("apt-get", "download", "fonts-liberation2=2.1.5-1"),
    "fonts-liberation2_2.1.5-1_all.deb",
    "35ffaa54f117e633e89a5da89af235a073b34dbe582726fbf6989568f7fd9bda",
)
UNICODE = Package(
    ("apt-get", "download", "unicode-data=15.0.0-1"),
    "unicode-data_15.0.0-1_all.deb",
    "5efef23bbb1c6a133ecbdd63a2cfa07159ccacf5466a49e2426101c5ecd691fc",
)

# A Chinese face that we cut: package, file in it, whether traditional characters are taken as GBK has them (all) or
# only where a standard character has them as its variant, and the family's new name where the licence reserves the old.
CUT = {
    "NotoSerifSC-Regular": (NOTO_SERIF, "package/400Regular/NotoSerifSC_400Regular.ttf", True, ""),
    "NotoSerifSC-Bold": (NOTO_SERIF, "package/700Bold/NotoSerifSC_700Bold.ttf", True, ""),
    "NotoSansSC-Regular": (NOTO_SANS, "package/400Regular/NotoSansSC_400Regular.ttf", True, ""),
    "NotoSansSC-Bold": (NOTO_SANS, "package/700Bold/NotoSansSC_700Bold.ttf", True, ""),
    "ReportgenKai-Regular": (
        WENKAI,
        "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
        False,
        "Reportgen Kai",
    ),
}

WHOLE = tuple(
    f"Liberation{family}-{style}"
    for family in ("Serif", "Sans")
    for style in ("Regular", "Bold", "Italic", "BoldItalic")
)

LICENCES = {
    "LICENSE-NotoSerifSC.txt": (NOTO_SERIF, "package/LICENSE_FONT"),
    "LICENSE-NotoSansSC.txt": (NOTO_SANS, "package/LICENSE_FONT"),
    "LICENSE-ReportgenKai.txt": (WENKAI, "usr/share/doc/fonts-lxgw-wenkai/copyright"),
    "LICENSE-Liberation.txt": (LIBERATION, "usr/share/doc/fonts-liberation2/copyright"),
}

# Whole Unicode blocks that each Chinese face keeps, as far as it has them.
SYMBOLS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x00FF),  # Latin-1
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20CF),  # currency
    (0x2100, 0x214F),  # letterlike symbols
    (0x2150, 0x218F),  # number forms
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical operators
    (0x2460, 0x24FF),  # enclosed numbers
    (0x2500, 0x25FF),  # box drawing, blocks, geometric shapes
    (0x2600, 0x27BF),  # miscellaneous symbols, dingbats
    (0x3000, 0x30FF),  # CJK symbols and punctuation, kana
    (0x3200, 0x33FF),  # enclosed CJK, squared units
    (0xFF00, 0xFFEF),  # full-width forms
)

# Marks of Chinese text that a face may hold in a Latin width, and where in their one em they stand.
WIDENED = {"‘": "right", "“": "right", "’": "left", "”": "left", "—": "stretched", "…": "middle", "·": "middle"}

KEPT_TABLES = {"GlyphOrder", "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}
KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]


def main() -> int:
    """Build every file, or with `--check` say whether a build would differ from what lies there."""
    parser = argparse.ArgumentParser(description="Make the faces in assets/fonts/.")
    parser.add_argument("--archives", type=Path, help="where the packages lie or are fetched to")
    parser.add_argument("--check", action="store_true", help="write nothing; say what would differ")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        archives = options.archives or Path(temporary)
        archives.mkdir(parents=True, exist_ok=True)
        files = built(archives)
    differing = 0
    for name, content in files.items():
        path = ASSETS / name
        if options.check:
            same = path.is_file() and path.read_bytes() == content
            differing += not same
            print(f"{'same' if same else 'DIFFERS':8} {name}")
        else:
            path.write_bytes(content)
            print(f"{len(content):>10,}  {name}")
    return 1 if differing else 0


def built(archives: Path) -> dict[str, bytes]:
    """Return every file of assets/fonts/ but its README, by name."""
    opened = {package: members(package, archives) for package in (NOTO_SERIF, NOTO_SANS, WENKAI, LIBERATION, UNICODE)}
    whole = {name: opened[LIBERATION][f"usr/share/fonts/truetype/liberation2/{name}.ttf"] for name in WHOLE}
    latin = {code for content in whole.values() for code in TTFont(io.BytesIO(content), lazy=True).getBestCmap()}
    narrow, wide = characters(opened[UNICODE])
    files = {f"{name}.ttf": content for name, content in whole.items()}
    for name, (package, path, traditional, family) in CUT.items():
        files[f"{name}.ttf"] = cut(opened[package][path], (wide if traditional else narrow) | latin, family)
    for name, (package, path) in LICENCES.items():
        files[name] = opened[package][path]
    sums = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return dict(sorted(files.items())) | {"SHA256SUMS": sums.encode()}


def members(package: Package, archives: Path) -> dict[str, bytes]:
    """Return the files of a package by their path in it; the archive is fetched unless it lies there already."""
    archive = archives / package.archive
    if not archive.is_file():
        subprocess.run(package.fetch, cwd=archives, check=True)
    content = archive.read_bytes()
    if hashlib.sha256(content).hexdigest() != package.sha256:
        sys.exit(f"{archive}: not the archive this script was written for (its SHA-256 differs)")
    if archive.suffix == ".deb":
        content = subprocess.run(["dpkg-deb", "--fsys-tarfile", str(archive)], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(content)) as tar:
        found = {member.name.removeprefix("./"): tar.extractfile(member) for member in tar if member.isfile()}
        return {name: file.read() for name, file in found.items() if file is not None}


def characters(unicode_data: dict[str, bytes]) -> tuple[set[int], set[int]]:
    """Return the narrow list (GB 2312, the 8105 standard characters, their traditional variants) and the wide (GBK)."""
    mappings = unihan(unicode_data, "OtherMappings")
    standard = {code for code, name, _ in mappings if name == "kTGH"}
    variants = {
        int(variant, 16)
        for code, name, value in unihan(unicode_data, "Variants")
        if name == "kTraditionalVariant" and code in standard
        for variant in re.findall(r"U\+([0-9A-F]+)", value)
    }
    symbols = {code for first, last in SYMBOLS for code in range(first, last + 1)}
    narrow = set(two_bytes("gb2312")) | standard | variants | symbols
    return narrow, narrow | set(two_bytes("gbk"))


def unihan(unicode_data: dict[str, bytes], part: str) -> list[tuple[int, str, str]]:
    """Return the (code point, property, value) rows of one of the Unihan files."""
    text = bz2.decompress(unicode_data[f"usr/share/unicode/Unihan_{part}.txt.bz2"]).decode()
    rows = (line.split("\t") for line in text.splitlines() if line.startswith("U+"))
    return [(int(code.removeprefix("U+"), 16), name, value) for code, name, value in rows]


def two_bytes(codec: str) -> Iterator[int]:
    """Yield the code points that a double-byte Chinese codec knows."""
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            text = bytes((lead, trail)).decode(codec, errors="ignore")
            if len(text) == 1 and not text.isascii():
                yield ord(text)


def cut(content: bytes, unicodes: set[int], family: str) -> bytes:
    """Return the face with only these characters, unhinted, without layout tables and vertical metrics."""
    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    options = subset.Options(
        hinting=False,
        layout_features=[],
        glyph_names=False,
        notdef_outline=True,
        recalc_timestamp=False,
        name_IDs=KEPT_NAMES,
        drop_tables=[tag for tag in font.keys() if tag not in KEPT_TABLES],  # noqa: SIM118 - TTFont is no mapping
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    widen(font)
    if family:
        names = font["name"]
        postscript = family.replace(" ", "") + "-Regular"
        version = str(names.getName(5, 3, 1, 0x409))
        for record, text in {1: family, 3: f"{postscript}: {version}", 4: family, 6: postscript}.items():
            names.setName(text, record, 3, 1, 0x409)
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()


def widen(font: TTFont) -> None:
    """Give the marks that Chinese text shares with Latin the one em that Chinese text wants of them.

    Such faces leave that to substitutions, which we don't apply. A dash is stretched from edge to edge, so that two of
    them (破折号) are one unbroken line; the others move as they are.
    """
    cmap, em = font.getBestCmap(), font["head"].unitsPerEm
    for mark, place in WIDENED.items():
        name = cmap[ord(mark)]
        advance, _ = font["hmtx"][name]
        if advance == em:
            continue
        glyph = font["glyf"][name]
        if glyph.isComposite():
            sys.exit(f"{name} is made of other glyphs: move them instead")
        if place == "stretched":
            glyph.coordinates.translate((-glyph.xMin, 0))
            glyph.coordinates.scale((em / (glyph.xMax - glyph.xMin), 1))
        else:
            glyph.coordinates.translate(({"left": 0, "middle": (em - advance) // 2, "right": em - advance}[place], 0))
        glyph.coordinates.toInt()
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (em, glyph.xMin)


if __name__ == "__main__":
    sys.exit(main())
