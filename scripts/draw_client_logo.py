"""Draws the briefing's logo: a mark of three bars and the words 某软件企业, in a shipped face. It is nobody's."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "specs" / "brand" / "client-logo.png"
FACE = ROOT / "assets" / "fonts" / "NotoSansSC-Bold.ttf"

NAME = "某软件企业"
BLUE, PALE, GOLD, INK, GROUND = "#0B5CAD", "#8FB8DE", "#F2A900", "#1D2733", "#FFFFFF"
SIDE, GAP, LETTER = 220, 44, 118
BARS = ((0, 0.42, PALE), (1, 0.7, BLUE), (2, 1.0, BLUE))
DOT = 30


def draw() -> Image.Image:
    """Return the logo: bars that rise, a dot above the first, the name at their right."""
    face = ImageFont.truetype(FACE, LETTER)
    width = SIDE + GAP + round(face.getlength(NAME))
    image = Image.new("RGB", (width, SIDE), GROUND)
    pen = ImageDraw.Draw(image)
    bar = (SIDE - 2 * 20) / 3
    for place, share, colour in BARS:
        left = place * (bar + 20)
        pen.rounded_rectangle((left, SIDE * (1 - share), left + bar - 1, SIDE - 1), 12, fill=colour)
    middle = bar / 2
    foot = SIDE * 0.5
    pen.ellipse((middle - DOT, foot - 2 * DOT - 6, middle + DOT, foot - 6), fill=GOLD)
    pen.text((SIDE + GAP, SIDE / 2), NAME, INK, face, "lm")
    return image


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    draw().save(TARGET, optimize=True)
    print(f"wrote {TARGET}")
