"""Draws the gallery's picture: the steps of a registration, in the shipped faces and the bulletin theme's colours."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "specs" / "pictures" / "registration-steps.png"
FACE = ROOT / "assets" / "fonts" / "NotoSansSC-Regular.ttf"

STEPS = (
    ("申请", "提交作品与表格"),
    ("受理", "核对材料"),
    ("审查", "核查权属"),
    ("登记", "编号入库"),
    ("公告", "公开查询"),
)
INK, GROUND, PALE, ARROW = "#1B4B66", "#FFFFFF", "#EEF3F5", "#D9A441"
BOX, GAP, MARGIN = (300, 190), 90, 20
HEAD = 34


def draw() -> Image.Image:
    """Return the picture: boxes from left to right with arrows between them."""
    width = 2 * MARGIN + len(STEPS) * BOX[0] + (len(STEPS) - 1) * GAP
    image = Image.new("RGB", (width, BOX[1] + 2 * MARGIN), GROUND)
    pen = ImageDraw.Draw(image)
    large, small = ImageFont.truetype(FACE, 64), ImageFont.truetype(FACE, 34)
    middle = MARGIN + BOX[1] / 2
    for index, (name, what) in enumerate(STEPS):
        left = MARGIN + index * (BOX[0] + GAP)
        right = left + BOX[0]
        pen.rounded_rectangle((left, MARGIN, right, MARGIN + BOX[1]), 18, fill=PALE, outline=INK, width=5)
        pen.text(((left + right) / 2, middle - 34), name, INK, large, "mm")
        pen.text(((left + right) / 2, middle + 48), what, INK, small, "mm")
        if index + 1 < len(STEPS):
            tip = right + GAP - 12
            pen.line((right + 12, middle, tip - HEAD / 2, middle), ARROW, 9)
            pen.polygon(((tip, middle), (tip - HEAD, middle - HEAD / 2), (tip - HEAD, middle + HEAD / 2)), ARROW)
    return image


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    draw().save(TARGET, optimize=True)
    print(f"wrote {TARGET}")
