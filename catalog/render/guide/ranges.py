"""What others reached with a practice: the nearest circle of cases that can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from catalog.measure import scoreboard
from catalog.measure.ranking import COST, Ranked, resource_of
from catalog.model import Scoreboard, Spread
from catalog.render import format
from catalog.render.site import Site
from catalog.render.view import Link

Circle = tuple[str, Scoreboard]
"""Words for where («en Curtiembre») and what the cases there add up to."""


@dataclass(frozen=True, slots=True)
class Range:
    """A spread of savings (percent of ``indicator``) or paybacks with the words for where.

    ``bases`` says how the figures were obtained; ``cases`` are those behind it.
    """

    spread: Spread
    where: str
    indicator: str = ""
    bases: str = ""

    @property
    def cases(self) -> tuple[str, ...]:
        """Ids of the cases, in the order of their numbers."""
        return tuple(id for _, id in self.spread.points)


def circles(site: Site, ranked: Ranked, sector: str) -> tuple[Circle, ...]:
    """The sector, the sector with its neighbours, every sector: nearest first."""
    name = format.lower(site.label("sectors", sector))
    near = (*ranked.own, *ranked.near)
    return (
        (f"en {name}", board_of(site, ranked.own)),
        (f"en {name} y sectores vecinos", board_of(site, near)),
        ("en todos los sectores", site.board("practice", ranked.practice)),
    )


def board_of(site: Site, ids: tuple[str, ...]) -> Scoreboard:
    """What some cases add up to."""
    catalog = site.catalog
    return scoreboard((site.cases[id] for id in ids), catalog.derived, catalog.payback)


def payback(found: tuple[Circle, ...]) -> Range | None:
    """Paybacks of the nearest circle with three cases, else of the nearest with any."""
    return _nearest(found, lambda board: board.payback)


def savings(site: Site, found: tuple[Circle, ...], worry: str) -> list[Range]:
    """Savings by indicator of the worry: consumption first, then by number of cases."""
    known = {id for _, board in found for id in board.savings if fits(site, id, worry)}
    ranges = []
    for id in sorted(known):
        nearest = _nearest(found, _of(id))
        if nearest:
            ranges.append(Range(nearest.spread, nearest.where, id, bases(site, nearest.cases, id)))
    return sorted(
        ranges,
        key=lambda r: (
            not r.spread.comparable,
            not is_use(site, r.indicator),
            -r.spread.n,
            r.indicator,
        ),
    )


def _of(indicator: str) -> Callable[[Scoreboard], Spread | None]:
    return lambda board: board.savings.get(indicator)


def fits(site: Site, indicator: str, worry: str) -> bool:
    """True for an indicator that speaks of the worry."""
    return worry == COST or resource_of(site.catalog, indicator) == worry


def is_use(site: Site, indicator: str) -> bool:
    """True for consumption, the only thing that can be scaled to an enterprise's own."""
    return (
        site.extra("indicators", indicator, "kind") == "use"
        and site.extra("indicators", indicator, "direction") == "lower"
    )


def _nearest(
    found: tuple[Circle, ...], pick: Callable[[Scoreboard], Spread | None]
) -> Range | None:
    some = [(where, spread) for where, board in found if (spread := pick(board)) and spread.n]
    if not some:
        return None
    where, spread = next((pair for pair in some if pair[1].comparable), some[0])
    return Range(spread, where)


def bases(site: Site, cases: tuple[str, ...], indicator: str) -> str:
    """How the figures were obtained: «declarado (2), medido (1)»."""
    counts: Counter[str] = Counter()
    for id in cases:
        kinds = [
            d.result.basis
            for d in site.catalog.derived.get(id, ())
            if d.result.indicator == indicator and d.saving_percent is not None
        ]
        counts.update(sorted(set(kinds) - {"projected"})[:1])
    named = [(format.lower(site.label("bases", id)), n) for id, n in sorted(counts.items())]
    return ", ".join(f"{name} ({n})" for name, n in named)


def saving_link(site: Site, found: Range) -> Link:
    """«14–54 % de mejora en consumo de agua», and beneath it how far that can be trusted."""
    label = format.lower(site.label("indicators", found.indicator))
    return Link(f"{_span(found.spread)} de mejora en {label}", note=_tail(found, found.bases))


def payback_link(found: Range) -> Link:
    """«de 1,3 meses a 2 años», and beneath it median, number of cases and where."""
    low, high = (format.payback(end).text for end in _ends(found.spread))
    return Link(low if low == high else f"de {low} a {high}", note=_tail(found, ""))


def _span(spread: Spread) -> str:
    low, high = _ends(spread)
    if low == high:
        return format.percent(low).text
    first, last = format.percent(low), format.percent(high)
    joint = " a " if low < 0 else f"{format.JOINER}–{format.JOINER}"
    return f"{first.number}{joint}{last.text}"


def _ends(spread: Spread) -> tuple[Decimal, Decimal]:
    return spread.points[0][0], spread.points[-1][0]


def _tail(found: Range, basis: str) -> str:
    spread = found.spread
    words = [f"{format.cases(spread.n)} {found.where}"]
    if not spread.comparable:
        words.append("sin comparables: hacen falta 3")
    elif spread.median is not None:
        median = (
            format.percent(spread.median) if spread.unit == "%" else format.payback(spread.median)
        )
        words.insert(0, f"mediana {median.text}")
    return "; ".join(word for word in (*words, basis) if word)


def scalable(site: Site, found: list[Range]) -> list[dict[str, object]]:
    """What the page needs to scale a range on the reader's device: comparable consumption only."""
    units = site.vocabulary("units")
    return [
        {
            "indicator": r.indicator,
            "label": site.label("indicators", r.indicator),
            "unit": format.symbol(units, site.extra("indicators", r.indicator, "unit")),
            "low": float(r.spread.points[0][0]),
            "high": float(r.spread.points[-1][0]),
            "n": r.spread.n,
            "where": r.where,
            "bases": r.bases,
        }
        for r in found
        if r.spread.comparable and is_use(site, r.indicator)
    ]
