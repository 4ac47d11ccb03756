"""Which practices come first for an enterprise of a sector with a worry: evidence, in points.

The rule is short enough to be printed beside its result (FORMULA), so that a reader can disagree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from catalog.model import Case, Catalog, Practice, Term, Vocabulary

FORMULA = (
    "Cada caso que aplicó la práctica da los puntos de su verificación (V0: 0, V1: 1, V2: 2, "
    "V3: 3, V4: 4) y uno más si publica una cifra lograda sobre lo que le preocupa. Si se "
    "aplicó solo en parte, cuenta la mitad. Lo propuesto, lo abandonado, lo que no se hizo y lo"
    " proyectado dan cero. Primero van las prácticas aplicadas en su sector, por puntos; "
    "después las aplicadas en sectores vecinos, si no son propias de ellos; al final las que "
    "solo están propuestas o recomendadas para su sector. Los empates los decide el número de "
    "países y después el costo más bajo."
)
POINTS = {"V0": 0, "V1": 1, "V2": 2, "V3": 3, "V4": 4}
FIGURE = 1
APPLIED = {"implemented": Decimal(1), "partial": Decimal("0.5")}
OWN, NEAR, NAMED = 0, 1, 2
"""Circles of evidence: the sector itself, its neighbours, words without applied cases."""
ONE_S_OWN = frozenset({"technique", "management"})
AVOID = frozenset({"not_recommended", "watch"})
COST = ""
"""The worry «costs»: every resource counts, and money is the figure looked for."""
SECTIONS = (
    (3, "A"), (9, "B"), (33, "C"), (35, "D"), (39, "E"), (43, "F"), (47, "G"), (53, "H"),
    (56, "I"), (63, "J"), (66, "K"), (68, "L"), (75, "M"), (82, "N"), (84, "O"), (85, "P"),
    (88, "Q"), (93, "R"), (96, "S"), (98, "T"), (99, "U"),
)  # fmt: skip
"""Last division of each section of ISIC Rev.4."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A practice in its place. ``own`` and ``near`` are cases that speak of it, all outcomes."""

    practice: str
    circle: int
    points: Decimal
    own: tuple[str, ...]
    near: tuple[str, ...]


def rank(catalog: Catalog, sector: str, worry: str) -> list[Ranked]:
    """Practices for an enterprise, best evidence first (FORMULA); ``worry``: resource or COST."""
    own = _cases(catalog, [sector], worry)
    near = _cases(catalog, neighbours(catalog.vocabularies["sectors"], sector), worry) - own
    family = _family(catalog.vocabularies["sectors"], sector)
    found = []
    for practice in catalog.practices.values():
        if not suits(practice, worry):
            continue
        named = bool(family & set(practice.sectors))
        ids = catalog.cases_by_practice.get(practice.id, ())
        here = tuple(id for id in ids if id in own)
        there = tuple(id for id in ids if id in near) if named or practice.cross_sector else ()
        if here or there or named:
            found.append(_ranked(catalog, practice, here, there, worry))
    return sorted(found, key=lambda ranked: _order(catalog, ranked))


def _family(sectors: Vocabulary, sector: str) -> set[str]:
    """The sector, those within it and those it is part of."""
    found = set(sectors.narrower(sector))
    term = sectors.get(sector)
    while term is not None and term.broader and term.broader not in found:
        found.add(term.broader)
        term = sectors.get(term.broader)
    return found


def suits(practice: Practice, worry: str) -> bool:
    """True for what an enterprise can decide alone, is not advised against and meets the worry."""
    if practice.recommendation in AVOID:
        return False
    if practice.kind not in ONE_S_OWN or "enterprise" not in practice.levels:
        return False
    return worry == COST or worry in practice.resource


def neighbours(sectors: Vocabulary, sector: str) -> list[str]:
    """Sectors under the same broader term; for one at the top, those of its section of ISIC."""
    term = sectors.get(sector)
    if term is None:
        return []
    if term.broader:
        return [t.id for t in sectors if t.id != sector and t.broader == term.broader]
    section = isic_section(term)
    top = (t for t in sectors if not t.broader and t.id != sector)
    return [t.id for t in top if section and isic_section(t) == section]


def isic_section(term: Term) -> str:
    """Letter of the section of ISIC Rev.4 that a sector belongs to; empty when it has no code."""
    code = term.exact_match.get("isic4", "")
    if not code[:2].isdigit():
        return code[:1]
    division = int(code[:2])
    return next((letter for last, letter in SECTIONS if division <= last), "")


def points(catalog: Catalog, case: Case, worry: str) -> Decimal:
    """Points of one case (FORMULA)."""
    share = APPLIED.get(case.outcome)
    if share is None:
        return Decimal(0)
    return share * (POINTS.get(case.verification, 0) + FIGURE * tells(catalog, case, worry))


def tells(catalog: Catalog, case: Case, worry: str) -> bool:
    """True when the case publishes something reached about the worry: no projection."""
    if worry == COST:
        payback = catalog.payback.get(case.id)
        saving = case.economics.annual_saving
        paid = payback is not None and payback.months is not None and not payback.projected
        return paid or (saving is not None and saving.basis != "projected")
    return any(
        derived.saving_percent is not None
        and derived.result.basis != "projected"
        and resource_of(catalog, derived.result.indicator) == worry
        for derived in catalog.derived.get(case.id, ())
    )


def resource_of(catalog: Catalog, indicator: str) -> str:
    """The resource that an indicator measures, empty for money and reach."""
    term = catalog.vocabularies["indicators"].get(indicator)
    return str(term.extra.get("resource") or "") if term else ""


def _cases(catalog: Catalog, sectors: Iterable[str], worry: str) -> set[str]:
    """Cases of sectors (narrower included) about the worry."""
    facets = catalog.facets
    found = {id for sector in sectors for id in facets["sector"].get(sector, ())}
    if worry != COST:
        found &= set(facets["resource"].get(worry, ()))
    return found


def _ranked(
    catalog: Catalog, practice: Practice, own: tuple[str, ...], near: tuple[str, ...], worry: str
) -> Ranked:
    applied = [[id for id in ids if catalog.cases[id].outcome in APPLIED] for ids in (own, near)]
    circle = OWN if applied[OWN] else NEAR if applied[NEAR] else NAMED
    counted = applied[circle] if circle != NAMED else []
    total = sum((points(catalog, catalog.cases[id], worry) for id in counted), Decimal(0))
    return Ranked(practice.id, circle, total, own, near)


def _order(catalog: Catalog, ranked: Ranked) -> tuple[int, Decimal, int, int, int, str]:
    """Circle, points, countries, cases, cost; the id makes the order total."""
    practice = catalog.practices[ranked.practice]
    ids = (*ranked.own, *ranked.near)
    countries = {country for id in ids for country in catalog.cases[id].nations}
    return (
        ranked.circle,
        -ranked.points,
        -len(countries),
        _cost(catalog.vocabularies["cost_classes"], practice),
        -len(practice.supported_by),
        practice.id,
    )


def _cost(classes: Vocabulary, practice: Practice) -> int:
    """Place of the cost class, unknown after the dearest."""
    order = [term.id for term in classes]
    return order.index(practice.cost_class) if practice.cost_class in order else len(order)
