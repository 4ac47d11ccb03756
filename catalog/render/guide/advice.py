"""What a page of the guide says: practices in their place, with what they cost and brought."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from catalog.lazy import Lazy
from catalog.measure.ranking import APPLIED, COST, NEAR, OWN, Ranked, rank
from catalog.model import Kind, Practice, Term
from catalog.render import format, links
from catalog.render.guide.ranges import (
    Circle,
    Range,
    circles,
    payback,
    payback_link,
    saving_link,
    savings,
    scalable,
)
from catalog.render.site import Site
from catalog.render.view import Fact, Link, Resource

FOLDER = "mi-empresa/"
COST_SLUG, COST_LABEL = "costos", "Costos"
ARTICLES = {
    "water": "el agua", "energy": "la energía", "materials": "los materiales",
    "chemicals": "los químicos", "air": "el aire", "soil": "el suelo", "waste": "los residuos",
    "biodiversity": "la biodiversidad", COST: "los costos",
}  # fmt: skip
SHOWN_RANGES = 2
MOST_CASES = 12
"""Cases linked under a step; the page of the practice has them all."""


@dataclass(frozen=True, slots=True)
class Place:
    """A sector and a worry with something to say: address, words, number of cases in the sector."""

    sector: Term
    worry: str
    address: str
    label: str
    phrase: str
    ranked: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """A practice as a step, with data for the scripts of the page (JSON)."""

    kick: str
    link: Link
    summary: str
    facts: tuple[Fact, ...]
    resources: tuple[Resource, ...]
    cases: tuple[Link, ...]
    n: int
    ranges: str
    sizes: str


Places = Mapping[str, tuple[Place, ...]]
"""Worries with something to say, by the id of their sector; none where nothing is known."""


def places(site: Site) -> Places:
    """Every sector, in the order of the vocabulary; watched.

    Worked out once for a site: pages and data ask for the same ranking. A page is made of the
    places that it looks up, not of all that decides their order.
    """
    return site.reads.once("places", "", lambda: site.reads.table("places", _places(site)))


def _places(site: Site) -> Places:
    sectors = {sector.id: sector for sector in site.vocabulary("sectors")}
    return Lazy(sectors, lambda id: tuple(_of_sector(site, sectors[id])))


def _of_sector(site: Site, sector: Term) -> Iterator[Place]:
    for worry, slug, label in worries(site):
        ranked = rank(site.unwatched, sector.id, worry)
        if content(ranked):
            yield Place(
                sector=sector,
                worry=worry,
                address=f"{sector_address(sector)}{slug}/",
                label=label,
                phrase=ARTICLES.get(worry, format.lower(label)),
                ranked=tuple(ranked),
            )


def worries(site: Site) -> list[tuple[str, str, str]]:
    """Id, part of the address and label of each resource, and of costs."""
    terms = site.vocabulary("resources")
    return [*((t.id, links.term_slug(t), t.name) for t in terms), (COST, COST_SLUG, COST_LABEL)]


def sector_address(sector: Term) -> str:
    """Where the choices of a sector stand."""
    return f"{FOLDER}{links.term_slug(sector)}/"


def content(ranked: list[Ranked]) -> bool:
    """True when something speaks of the sector itself, and not only of its neighbours."""
    return any(item.circle != NEAR for item in ranked)


KICKS = {0: "Empiece por aquí", 1: "Después"}


def advise(site: Site, place: Place, ranked: Ranked, number: int) -> Advice:
    """The step ``number`` (from 0) of a page."""
    practice = site.catalog.practices[ranked.practice]
    around = circles(site, ranked, place.sector.id)
    found = savings(site, around, place.worry)
    kick = KICKS.get(number, "Más adelante") if ranked.circle == OWN else "De sectores vecinos"
    ids = (*ranked.own, *ranked.near)
    return Advice(
        kick=f"{number + 1}. {kick}",
        link=Link(practice.title, links.entry(Kind.PRACTICE, practice.id)),
        summary=practice.summary,
        facts=_facts(site, place, ranked, practice, around, found),
        resources=site.resources(practice.resource),
        cases=tuple(link for id in ids[:MOST_CASES] if (link := _case(site, id))),
        n=len(ids),
        ranges=json.dumps(scalable(site, found), ensure_ascii=False),
        sizes=json.dumps(Counter(site.cases[id].size or "unknown" for id in ids)),
    )


def _case(site: Site, id: str) -> Link | None:
    case = site.cases[id]
    note = f"{site.place(case)}; {format.lower(site.label('outcomes', case.outcome))}"
    return site.entry_link(Kind.CASE, id, note)


def _facts(
    site: Site, place: Place, ranked: Ranked, practice: Practice,
    around: tuple[Circle, ...], found: list[Range],
) -> tuple[Fact, ...]:  # fmt: skip
    paid = payback(around)
    reached = tuple(saving_link(site, r) for r in found[:SHOWN_RANGES])
    facts = [
        Fact("Otros lograron", reached),
        Fact("Se paga en", (payback_link(paid),) if paid else ()),
        Fact("Cuesta", _cost(site, practice)),
        Fact("Primer paso", (Link(practice.steps[0]),) if practice.steps else ()),
        *(Fact("Por seguridad", (Link(text),)) for text in practice.safety[:1]),
        Fact("Evidencia", (Link(evidence(site, place, ranked)),)),
    ]
    if practice.not_suited_when:
        facts.append(Fact("No conviene", (Link(practice.not_suited_when[0]),)))
    return tuple(facts)


def _cost(site: Site, practice: Practice) -> tuple[Link, ...]:
    if not practice.cost_class:
        return ()
    return (Link(site.label("cost_classes", practice.cost_class), note=practice.cost_note),)


def evidence(site: Site, place: Place, ranked: Ranked) -> str:
    """«2 casos en curtiembre, 1 aplicado; 4 en sectores vecinos, 3 aplicados; 8,5 puntos»."""
    words = []
    for ids, where in (
        (ranked.own, f"en {format.lower(place.sector.name)}"),
        (ranked.near, "en sectores vecinos"),
    ):
        done = sum(site.cases[id].outcome in APPLIED for id in ids)
        if ids:
            applied = format.plural(done, "aplicado", "aplicados") if done else "ninguno aplicado"
            words.append(f"{format.cases(len(ids))} {where}, {applied}")
    if not words:
        words.append("solo documentos que la recomiendan; ningún caso aquí")
    total = format.number(Decimal(f"{ranked.points.normalize():f}")) if ranked.points else ""
    return "; ".join([*words, f"{total} puntos" if total else ""]).rstrip("; ") + "."


def sample(place: Place) -> tuple[str, ...]:
    """Cases of the sector and its neighbours behind the whole page, the sector's own first."""
    own = {id for item in place.ranked for id in item.own}
    near = {id for item in place.ranked for id in item.near} - own
    return (*sorted(own), *sorted(near))
