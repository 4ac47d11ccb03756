"""What a set of cases adds up to, always with n and the cases behind each number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from statistics import median

from catalog.model import Case, Derived, Payback, Scoreboard, Spread

NOT_DONE = frozenset({"planned", "not_implemented"})
UNMEASURED = frozenset({"projected"})


def scoreboard(
    cases: Iterable[Case],
    derived: Mapping[str, tuple[Derived, ...]],
    paybacks: Mapping[str, Payback],
) -> Scoreboard:
    """Counts, outcomes and spreads of ``cases``.

    Spreads take one number per case: for an indicator given several times (salt, lime, chrome) the
    median of its percentages. Projections, proposals and one-sided bounds do not enter a spread;
    their cases are listed in ``projected``.
    """
    ordered = sorted(cases, key=lambda case: case.id)
    done = [case for case in ordered if case.outcome not in NOT_DONE]
    paid = [
        (payback.months, case.id)
        for case in done
        if (payback := paybacks.get(case.id)) and payback.months is not None
        and not payback.projected and not payback.bound
    ]  # fmt: skip
    return Scoreboard(
        cases=tuple(case.id for case in ordered),
        countries=_distinct(country for case in ordered for country in case.nations),
        sectors=_distinct(case.sector[0] for case in ordered if case.sector),
        outcomes=_by_outcome(ordered),
        payback=_spread("month", [(months, id) for months, id in paid if months is not None]),
        savings=_savings(done, derived),
        projected=tuple(case.id for case in ordered if _projected(case, derived, paybacks)),
    )


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _by_outcome(cases: list[Case]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for case in cases:
        groups[case.outcome].append(case.id)
    return {outcome: tuple(ids) for outcome, ids in sorted(groups.items())}


def _projected(
    case: Case, derived: Mapping[str, tuple[Derived, ...]], paybacks: Mapping[str, Payback]
) -> bool:
    payback = paybacks.get(case.id)
    if case.outcome in NOT_DONE or (payback and payback.projected and payback.months is not None):
        return True
    figures = [item for item in derived.get(case.id, ()) if item.percent is not None]
    return bool(figures) and all(item.result.basis in UNMEASURED for item in figures)


def _savings(cases: list[Case], derived: Mapping[str, tuple[Derived, ...]]) -> dict[str, Spread]:
    points: dict[str, list[tuple[Decimal, str]]] = defaultdict(list)
    for case in cases:
        for indicator, percents in _percents(derived.get(case.id, ())).items():
            points[indicator].append((Decimal(median(percents)), case.id))
    return {indicator: _spread("%", found) for indicator, found in sorted(points.items())}


def _percents(figures: tuple[Derived, ...]) -> dict[str, list[Decimal]]:
    percents: dict[str, list[Decimal]] = defaultdict(list)
    for item in figures:
        bound = item.percent is not None and item.percent.is_bound
        if item.saving_percent is not None and not bound and item.result.basis not in UNMEASURED:
            percents[item.result.indicator].append(item.saving_percent)
    return percents


def _spread(unit: str, points: list[tuple[Decimal, str]]) -> Spread:
    ordered = tuple(sorted(points))
    numbers = [number for number, _ in ordered]
    return Spread(
        unit=unit,
        points=ordered,
        median=Decimal(median(numbers)) if numbers else None,
        low=numbers[0] if numbers else None,
        high=numbers[-1] if numbers else None,
    )
