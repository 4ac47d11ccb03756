"""Distributions in bins: each mark is a case, and a link to it; very many cases become bars."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from catalog.model import Case, Kind, Spread
from catalog.render import format, links
from catalog.render.figures import Figures
from catalog.render.site import Site

ENDLESS = 10**9
PAYBACK_BINS: tuple[tuple[str, int], ...] = (
    ("menos de 6 meses", 6), ("6 a 12 meses", 12), ("1 a 2 años", 24), ("2 a 3 años", 36),
    ("3 a 5 años", 60), ("más de 5 años", ENDLESS),
)  # fmt: skip
"""Name of a bin of paybacks and the month before which it ends."""
SAVING_BINS: tuple[tuple[str, int], ...] = (
    ("empeoró", 0), ("0 a 10 %", 10), ("10 a 20 %", 20), ("20 a 40 %", 40), ("40 a 60 %", 60),
    ("60 a 80 %", 80), ("80 a 100 %", 101), ("más de 100 %", ENDLESS),
)  # fmt: skip
"""Name of a bin of savings and the percentage before which it ends."""
RARE = frozenset({"empeoró", "más de 100 %"})
"""Bins that are shown only when something falls into them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A case in a distribution. ``basis`` says in words how its number came about."""

    address: str
    title: str
    country: str
    code: str
    text: str
    number: Decimal
    projected: bool = False
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Bin:
    """A part of an axis: its name, the median when that falls here, and its cases.

    A bar stands for cases that are too many for marks: its width in percent of the longest, and how
    much of it was reached rather than foreseen, in percent too.
    """

    name: str
    median: str
    marks: tuple[Mark, ...]
    n: int = 0
    width: int = 0
    reached: int = 100


def paybacks(site: Site) -> list[Mark]:
    """Cases with a payback, shortest first."""
    found = []
    for id, case in site.cases.items():
        payback = site.catalog.payback.get(id)
        fig = Figures(site, case).payback_fig()
        if payback is None or payback.months is None or fig is None or fig.figure is None:
            continue
        words = ["calculado" if payback.computed else "declarado"]
        words += ["proyectado"] if payback.projected else []
        words += [payback.bound] if payback.bound else []
        found.append(
            _mark(site, case, payback.months, fig.figure.text, payback.projected, ", ".join(words))
        )
    return sorted(found, key=lambda mark: (mark.number, mark.address))


def savings(site: Site, spread: Spread) -> list[Mark]:
    """The cases of a distribution of percentages, smallest first."""
    return [
        _mark(site, site.cases[id], value, format.percent(value).text)
        for value, id in spread.points
    ]


def _mark(
    site: Site, case: Case, number: Decimal, text: str, projected: bool = False, basis: str = ""
) -> Mark:
    alone = len(case.country) == 1 and len(case.country[0]) == 2
    return Mark(
        address=links.entry(Kind.CASE, case.id),
        title=case.title,
        country=", ".join(site.labels("countries", case.country[:3])),
        code=case.country[0] if alone else "…",
        text=text,
        number=number,
        projected=projected,
        basis=basis,
    )


def binned(
    marks: Iterable[Mark], bins: Iterable[tuple[str, int]], spread: Spread, median: str
) -> list[Bin]:
    """Marks in their bins; ``median`` is written at the bin where the spread's median falls."""
    all_marks = tuple(marks)
    middle = spread.median if spread.comparable else None
    found = []
    low = Decimal(-ENDLESS)
    for name, end in bins:
        inside = tuple(mark for mark in all_marks if low <= mark.number < end)
        here = middle is not None and low <= middle < end
        if inside or name not in RARE:
            found.append(Bin(name, median if here else "", inside, len(inside)))
        low = Decimal(end)
    return found


def bars(bins: Iterable[Bin]) -> list[Bin]:
    """The same distribution without its marks."""
    found = list(bins)
    longest = max((bin.n for bin in found), default=0)
    return [
        replace(bin, marks=(), width=_percent(bin.n, longest), reached=_reached(bin))
        for bin in found
    ]


def _reached(bin: Bin) -> int:
    return _percent(sum(not mark.projected for mark in bin.marks), bin.n)


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def few_enough(counts: Mapping[str, int], most: int) -> frozenset[str]:
    """Names of the distributions that fit one page with a mark for each case, smallest first."""
    kept, total = set(), 0
    for name in sorted(counts, key=lambda name: (counts[name], name)):
        total += counts[name]
        if total <= most:
            kept.add(name)
    return frozenset(kept)


@dataclass(frozen=True, slots=True)
class Row:
    """What the cases of a practice or a sector say together: texts for a table."""

    name: str
    address: str
    cases: int
    payback: str
    saving: str
    indicator: str


def rows(site: Site, facet: str, named: Mapping[str, tuple[str, str]]) -> list[Row]:
    """Practices or sectors (id -> name, address) with at least one comparable distribution."""
    found = []
    for id, (name, address) in named.items():
        board = site.board(facet, id)
        comparable = {key: s for key, s in board.savings.items() if s.comparable}
        best = max(comparable, key=lambda key: (comparable[key].n, key), default="")
        if not best and not board.payback.comparable:
            continue
        found.append(
            Row(
                name=name,
                address=address,
                cases=board.n,
                payback=_months(board.payback),
                saving=_percents(comparable[best]) if best else "",
                indicator=site.label("indicators", best) if best else "",
            )
        )
    return sorted(found, key=lambda row: (-row.cases, row.name))


def _months(spread: Spread) -> str:
    if not spread.comparable or spread.median is None or spread.low is None or spread.high is None:
        return ""
    ends = f"{format.payback(spread.low).text} a {format.payback(spread.high).text}"
    return f"{format.payback(spread.median).text} ({ends}; n = {spread.n})"


def _percents(spread: Spread) -> str:
    if spread.median is None or spread.low is None or spread.high is None:
        return ""
    ends = f"{format.percent(spread.low).text} a {format.percent(spread.high).text}"
    return f"{format.percent(spread.median).text} ({ends}; n = {spread.n})"
