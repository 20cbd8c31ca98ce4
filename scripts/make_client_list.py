"""Writes specs/data/clients.xlsx: a list of clients as an account manager keeps it, with made-up names."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import xlsxwriter

TARGET = Path(__file__).parent.parent / "specs" / "data" / "clients.xlsx"
HEADER = ("客户名称", "关注类别", "备注")
CLIENTS = (
    ("甲软件企业", "软件登记", ""),
    ("乙出版社", "作品登记", ""),
    ("丙游戏工作室", "软件登记", "两类都登记，以软件为主"),
    ("丁影视公司", "作品登记", ""),
    ("戊科技园", "", "不写类别，用简报的默认值"),
)

if __name__ == "__main__":
    book = xlsxwriter.Workbook(str(TARGET))
    book.set_properties({"created": datetime(1980, 1, 1)})
    sheet = book.add_worksheet("客户名单")
    sheet.set_column(0, 2, 24)
    sheet.write_string(0, 0, "客户名单", book.add_format({"bold": True}))
    for row, values in enumerate((HEADER, *CLIENTS), start=1):
        for column, value in enumerate(values):
            if value:
                sheet.write_string(row, column, value)
    sheet.write_string(len(CLIENTS) + 2, 0, "注：名称都是举例。")
    book.close()
    print(f"wrote {TARGET}")
