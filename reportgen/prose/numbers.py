"""How quantities are printed: rounding (half up), digits, grouping, units, and the round forms 万余 and 成.

Digits come from the house's `numbers` by unit, then from the cell's format, then from the number itself. Between a
number and a Chinese unit stands one plain space (1.8 个百分点), a sign such as % follows at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from reportgen.prose.quantity import ARITHMETIC, PERCENT, POINTS, Quantity, number_of

ATTACHED = ("%", "‰", "℃", "°")
"""Units that follow their number without a space."""

GENERAL_DECIMALS = 10
"""The most digits after the point that a number without any format prints."""

MYRIADS = {"万": Decimal(10) ** 4, "亿": Decimal(10) ** 8}
NUMERALS = "零一二三四五六七八九十"


def digits(quantity: Quantity, house: Mapping[str, int]) -> int:
    """Return how many digits after the point `quantity` prints. Points follow the house's rule for percentages."""
    unit = PERCENT if quantity.unit == POINTS and POINTS not in house else quantity.unit
    if unit in house:
        return house[unit]
    if quantity.decimals is not None:
        return quantity.decimals
    exponent = number_of(quantity).normalize(ARITHMETIC).as_tuple().exponent
    return min(GENERAL_DECIMALS, max(0, -exponent)) if isinstance(exponent, int) else 0


def rounded(quantity: Quantity, house: Mapping[str, int]) -> Decimal:
    """Return the number as printed: rounded half up, away from zero; never minus zero."""
    return at_digits(number_of(quantity), digits(quantity, house))


def at_digits(number: Decimal, places: int) -> Decimal:
    """Return `number` with `places` digits after the point, rounded half up; never minus zero."""
    result = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, ARITHMETIC)
    return abs(result) if result.is_zero() else result


def number_text(number: Decimal, *, grouped: bool = False) -> str:
    """Return the digits of an already rounded number."""
    return f"{number:,f}" if grouped else f"{number:f}"


def unit_text(unit: str) -> str:
    """Return the unit as it follows a number, the space before it included."""
    return unit if unit in ATTACHED or not unit else f" {unit}"


def bare(quantity: Quantity, house: Mapping[str, int]) -> str:
    """Return the number without its unit: for lists whose unit is said once."""
    return number_text(rounded(quantity, house), grouped=quantity.grouped)


def printed(quantity: Quantity, house: Mapping[str, int]) -> str:
    """Return the number as printed, with its unit: 86.6%, 432 件, 1.8 个百分点."""
    return bare(quantity, house) + unit_text(quantity.unit)


def magnitude(quantity: Quantity, house: Mapping[str, int], *, unit: bool = True) -> str:
    """Return the printed number without its sign, which a word (下降) has said."""
    number = number_text(abs(rounded(quantity, house)), grouped=quantity.grouped)
    return number + unit_text(quantity.unit) if unit else number


def base_unit(unit: str) -> tuple[Decimal, str]:
    """Return what one `unit` holds of the unit without 万 or 亿, and that unit: 万件 is 10000 件."""
    if len(unit) > 1 and unit[0] in MYRIADS:
        factor, rest = base_unit(unit[1:])
        return MYRIADS[unit[0]] * factor, rest
    return Decimal(1), unit


def in_ten_thousands(quantity: Quantity, house: Mapping[str, int]) -> str:
    """Return the number in whole 万, cut off: 1063 万余件; 1063 万件 where nothing is left over.

    What is counted in 亿 stays so (31 万余亿元). Below one 万 the number is printed as it is.
    """
    scaled = quantity.unit.startswith("万") and len(quantity.unit) > 1
    unit = quantity.unit[1:] if scaled else quantity.unit
    number = ARITHMETIC.multiply(number_of(quantity), MYRIADS["万"] if scaled else Decimal(1))
    myriads = (number / MYRIADS["万"]).quantize(Decimal(1), ROUND_DOWN, ARITHMETIC)
    if myriads.is_zero():
        return printed(quantity, house)
    more = "" if myriads * MYRIADS["万"] == number else "余"
    return f"{number_text(myriads)} 万{more}{unit}"


def from_printed(difference: Quantity, house: Mapping[str, int]) -> Quantity:
    """Return a difference taken of its two values as they are printed; anything else as it is."""
    if len(difference.operands) != 2 or any(operand.exact is None for operand in difference.operands):
        return difference
    first, second = (rounded(operand, house) for operand in difference.operands)
    exact = ARITHMETIC.subtract(first, second)
    return replace(difference, exact=exact, derivation=f"{difference.derivation}（按印出的数）")


def printed_apart(difference: Quantity, house: Mapping[str, int]) -> bool:
    """Return whether the printed values, subtracted by a reader, give another number than the one printed."""
    if len(difference.operands) != 2 or any(operand.exact is None for operand in difference.operands):
        return False
    first, second = (rounded(operand, house) for operand in difference.operands)
    shown = rounded(difference, house)
    return at_digits(ARITHMETIC.subtract(first, second), digits(difference, house)) != shown
