from __future__ import annotations

import pytest

from reportgen.data.number_format import NumberFormat, parse_format


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("General", NumberFormat()),
        ("@", NumberFormat()),
        ("0", NumberFormat(0)),
        ("0.0", NumberFormat(1)),
        ("0.00%", NumberFormat(2, percent=True)),
        ("#,##0", NumberFormat(0, grouped=True)),
        ("#,##0.00_ ", NumberFormat(2, grouped=True)),
        ("#,##0.00_);[Red](#,##0.00)", NumberFormat(2, grouped=True)),
        ("0.0_);(0.0)", NumberFormat(1)),
        ('0.0"%"', NumberFormat(1, literal="%")),
        ("0.0\\%", NumberFormat(1, literal="%")),
        ('#,##0"件"', NumberFormat(0, grouped=True, literal="件")),
        ("#,##0万元", NumberFormat(0, grouped=True, literal="万元")),
        ('"约"0', NumberFormat(0)),
        ("[$¥-804]#,##0.00", NumberFormat(2, grouped=True)),
        ("[DBNum1]0", NumberFormat(0)),
        ("0.##", NumberFormat()),
        ("0.00E+00", NumberFormat()),
        ("# ?/?", NumberFormat()),
        ("#,##0,", NumberFormat(grouped=True)),
    ],
)
def test_a_number_format_says_digits_grouping_percent_and_unit(code: str, said: NumberFormat) -> None:
    assert parse_format(code) == said
