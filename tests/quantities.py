"""Short notation for quantities in test data: 5, '~5', '<=5', '>=5', '5..8'."""

from decimal import Decimal

from catalog.model import Quantity


def quantity(text):
    text = str(text)
    if ".." in text:
        low, high = text.split("..")
        return Quantity(low=Decimal(low), high=Decimal(high))
    if text.startswith("<="):
        return Quantity(high=Decimal(text[2:]))
    if text.startswith(">="):
        return Quantity(low=Decimal(text[2:]))
    if text.startswith("~"):
        return Quantity(value=Decimal(text[1:]), about=True)
    return Quantity(value=Decimal(text))


def short(found):
    if found is None:
        return None
    if found.is_range:
        return f"{found.low:f}..{found.high:f}"
    if found.value is None:
        return f">={found.low:f}" if found.low is not None else f"<={found.high:f}"
    return f"~{found.value:f}" if found.about else f"{found.value:f}"
