"""What went wrong, what got in the way and what was learned, with the case behind each line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalog.model import Case, Kind, Note, Term
from catalog.render import format, links
from catalog.render.cards import cards
from catalog.render.explore import filtered
from catalog.render.pages.common import HOME
from catalog.render.site import Site
from catalog.render.view import Card, Link, Page, Remark

FOLDER = "lecciones/"
FAILED = ("discontinued", "not_implemented", "partial")
MOST_FAILED = 60
"""Of one outcome on the page of all; its explorer has the others."""
MOST_REMARKS = 100
"""Of one sector: more than anybody reads in a row, and the page grows with every case."""


@dataclass(frozen=True, slots=True)
class Failures:
    """Cases that ended alike, with the causes of each; ``total`` counts those left out too."""

    label: str
    anchor: str
    cases: tuple[tuple[Card, tuple[str, ...]], ...]
    total: int
    explore: str


@dataclass(frozen=True, slots=True)
class Remarks:
    """Short texts, each with its case; ``total`` counts those left out too."""

    shown: tuple[Remark, ...]
    total: int


def pages(site: Site) -> Iterator[Page]:
    """The page of all lessons, and one for each sector that has some."""
    sectors = {
        term.id: (term, tuple(site.cases[id] for id in site.facet("sectors", term.id)))
        for term in site.term_pages["sectors"]
    }
    told = {id: pair for id, pair in sectors.items() if any(map(_tells, pair[1]))}
    yield _all(site, list(told.values()), [c for c in site.cases.values() if c.sector[:1] == ()])
    for term, cases in told.values():
        yield _sector(site, term, cases)


def address(term: Term) -> str:
    """Where the lessons of a sector stand."""
    return f"{links.term('sectors', term)}{FOLDER}"


def page_of(site: Site, sector: Term) -> str:
    """The page of lessons of a sector, empty when nobody there told anything."""
    told = any(_tells(site.cases[id]) for id in site.facet("sectors", sector.id))
    return address(sector) if told else ""


def _tells(case: Case) -> bool:
    return bool(case.barriers or case.lessons or case.outcome in FAILED)


def _all(site: Site, sectors: list[tuple[Term, tuple[Case, ...]]], alone: list[Case]) -> Page:
    """``alone`` are cases without a sector, which no page of a sector has."""
    ordered = sorted(sectors, key=lambda pair: links.slug(pair[0].name))
    view = {
        "failed": _failures(site, site.cases.values(), MOST_FAILED),
        "sectors": [_line(term, cases) for term, cases in ordered],
        "barriers": _remarks(alone, "barriers"),
        "lessons": _remarks(alone, "lessons"),
        "page": "casos/",
    }
    return Page(
        address=FOLDER,
        template="lecciones.html.j2",
        title="Lecciones y tropiezos",
        description="Lo que no salió bien, lo que estorbó y lo que se aprendió, caso por caso.",
        section="evidencia",
        crumbs=(HOME, Link("Lecciones")),
        view=view,
    )


def _line(term: Term, cases: Iterable[Case]) -> Link:
    """«Lácteos: 3 tropiezos, 12 dificultades y 9 lecciones»."""
    found = list(cases)
    counts = (
        (sum(case.outcome in FAILED for case in found), "tropiezo", "tropiezos"),
        (sum(len(case.barriers) for case in found), "dificultad", "dificultades"),
        (sum(len(case.lessons) for case in found), "lección", "lecciones"),
    )
    words = [format.plural(n, one, many) for n, one, many in counts if n]
    return Link(term.name, address(term), note=format.listed(words, "y"))


def _sector(site: Site, term: Term, cases: tuple[Case, ...]) -> Page:
    listing = site.term_link("sectors", term.id)
    view = {
        "name": term.name,
        "telling": sum(map(_tells, cases)),
        "total": len(cases),
        "page": listing.address,
        "failed": _failures(site, cases, MOST_REMARKS),
        "barriers": _remarks(cases, "barriers"),
        "lessons": _remarks(cases, "lessons"),
    }
    return Page(
        address=address(term),
        template="lecciones-sector.html.j2",
        title=f"Lecciones y tropiezos: {term.name}",
        description=f"Lo que no salió bien, lo que estorbó y lo que se aprendió en {term.name}.",
        section="sectores",
        crumbs=(HOME, Link("Lecciones", FOLDER), listing),
        view=view,
    )


def _failures(site: Site, cases: Iterable[Case], most: int) -> list[Failures]:
    """By outcome; last those that were done and are seen not to be running any more."""
    found = list(cases)
    groups = [(id, [c for c in found if c.outcome == id]) for id in FAILED]
    stopped = [c for c in found if c.outcome not in FAILED and c.status_now == "discontinued"]
    told = [_ended(site, id, group, most) for id, group in groups if group]
    if stopped:
        rows = tuple((_card(site, case), ()) for case in stopped[:most])
        told.append(Failures("Funcionó y hoy está parado", "parados", rows, len(stopped), "casos/"))
    return told


def _ended(site: Site, outcome: str, cases: list[Case], most: int) -> Failures:
    term = site.vocabulary("outcomes").get(outcome)
    explore = filtered({"outcomes": links.term_slug(term)}) if term else links.EXPLORE
    rows = tuple((_card(site, case), _causes(case)) for case in cases[:most])
    label = site.label("outcomes", outcome)
    return Failures(label, links.slug(outcome), rows, len(cases), explore)


def _card(site: Site, case: Case) -> Card:
    return cards(site, [case.id])[0]


def _causes(case: Case) -> tuple[str, ...]:
    """Why, as far as the source says: the note on the outcome, else what got in the way."""
    if case.outcome_note:
        return (case.outcome_note,)
    return tuple(note.text for note in case.barriers) or ("La fuente no cuenta por qué.",)


def _remarks(cases: Iterable[Case], field: str) -> Remarks:
    """Short texts, each with its case; of very many the first."""
    found = []
    for case in cases:
        notes: tuple[Note, ...] = getattr(case, field)
        link = Link(case.title, links.entry(Kind.CASE, case.id))
        found += [Remark(n.text, editor=n.basis == "editor", link=link) for n in notes]
    return Remarks(tuple(found[:MOST_REMARKS]), len(found))
