"""Writes the example's list of clients (客户名单): three that are nobody, and what the briefing of each needs."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

TARGET = Path(__file__).parent.parent / "specs" / "data" / "client-list.xlsx"

ROWS = (
    ("序号", "客户", "关注类别", "级别", "主色", "标志", "篇幅（页）"),
    (1, "某软件企业", "软件登记", "重点", "0B5CAD", "brand/client-logo.png", 4),
    (2, "某出版企业", "作品登记", "一般", "7A3E2B", "brand/client-logo.png", 3),
    (3, "某设计企业", "作品登记", "重点", "2F6B4F", "brand/client-logo.png", 3),
)
WIDTHS = (6, 16, 12, 8, 10, 26, 12)


def write(path: Path) -> None:
    """Write the workbook: a title, a header, a row for each client."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "客户名单"
    sheet.append(("简报客户名单（示例）",))
    for row in ROWS:
        sheet.append(row)
    for column, width in zip("ABCDEFG", WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    for cell in (*sheet[1], *sheet[2]):
        cell.font = Font(bold=True)
    book.save(path)


if __name__ == "__main__":
    write(TARGET)
    print(f"wrote {TARGET}")
