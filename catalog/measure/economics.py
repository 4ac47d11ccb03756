"""Simple payback and return of a case, from its investment and its annual saving."""

from __future__ import annotations

from decimal import Decimal

from catalog.arithmetic import (
    CLOSE,
    Interval,
    comparable,
    corners,
    interval,
    payback_months,
    roi_percent,
    round_to,
)
from catalog.model import Case, Contradiction, Economics, Payback, Quantity, ReportedFigure

FORMULA = "inversión ÷ ahorro anual × 12"
NOT_DONE = {"planned", "not_implemented"}
DIGITS = 2


def payback(case: Case) -> Payback:
    """Payback and return of ``case``, computed where possible, else as the source prints them."""
    economics = case.economics
    spent, saved = economics.investment, economics.annual_saving
    amounts = comparable(spent, saved) if spent and saved else None
    reported = economics.reported_payback_months
    printed_roi = economics.reported_roi_percent
    if amounts is None:
        return Payback(
            months=reported.value.central if reported else None,
            roi_percent=printed_roi.value.central if printed_roi else None,
            projected=_projected(case),
            bound=_bound(reported.value) if reported else "",
        )
    investment, saving = amounts
    return Payback(
        months=_rounded(payback_months(investment.central, saving.central)),
        roi_percent=_rounded(roi_percent(investment.central, saving.central)),
        computed=True,
        projected=_projected(case),
        bound=_payback_bound(investment, saving),
        formula=FORMULA,
        contradictions=tuple(_contradictions(economics, investment, saving)),
    )


def _projected(case: Case) -> bool:
    money = (case.economics.investment, case.economics.annual_saving)
    bases = {amount.basis for amount in money if amount}
    reported = case.economics.reported_payback_months
    if reported:
        bases.add(reported.basis)
    return case.outcome in NOT_DONE or "projected" in bases


def _rounded(number: Decimal | None) -> Decimal | None:
    return round_to(number, DIGITS if abs(number) < 100 else 3) if number is not None else None


def _bound(quantity: Quantity) -> str:
    if not quantity.is_bound:
        return ""
    return "al menos" if quantity.low is not None else "como mucho"


def _payback_bound(investment: Quantity, saving: Quantity) -> str:
    """«Más de» invested pushes the payback up, «más de» saved pulls it down; both: unknown."""
    pushes = {_bound(investment)} | {_flip(_bound(saving))}
    pushes.discard("")
    if len(pushes) > 1:
        return "alrededor de"
    return pushes.pop() if pushes else ""


def _flip(bound: str) -> str:
    return {"al menos": "como mucho", "como mucho": "al menos"}.get(bound, "")


def _contradictions(
    economics: Economics, investment: Quantity, saving: Quantity
) -> list[Contradiction]:
    spent, saved = interval(investment), interval(saving)
    if spent is None or saved is None or saved.contains(Decimal(0)):
        return []
    months, roi = corners(spent, saved, "/"), corners(saved, spent, "/")
    found = [
        _compare("una recuperación de", "meses", economics.reported_payback_months, months, 12),
        _compare("un retorno de", "% al año", economics.reported_roi_percent, roi, 100),
    ]
    return [contradiction for contradiction in found if contradiction]


def _compare(
    what: str, unit: str, printed: ReportedFigure | None, ours: Interval | None, scale: int
) -> Contradiction | None:
    if printed is None or ours is None or printed.value.is_bound:
        return None
    said = interval(printed.value)
    computed = Interval(ours.low * scale, ours.high * scale)
    if said is None or said.meets(computed):
        return None
    middle = round_to((computed.low + computed.high) / 2, 3)
    close = abs(middle - printed.value.central) <= abs(middle) * CLOSE
    text = (
        f"La fuente imprime {what} {_spanish(printed.value.central)} {unit}; "
        f"con sus propias cifras da {_spanish(middle)}."
        f"{' Coincide, salvo redondeo.' if close else ''}"
    )
    return Contradiction(text, source=printed.source)


def _spanish(number: Decimal) -> str:
    return f"{number:f}".replace(".", ",").replace("-", "−")
