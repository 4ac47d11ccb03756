"""What went wrong, what got in the way and what was learned, with the case behind each line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from catalog.model import Case, Kind, Note, Term
from catalog.render import format, links
from catalog.render.cards import cards
from catalog.render.explore import filtered
from catalog.render.pages.common import HOME, NOT_AS_EXPECTED
from catalog.render.site import Site
from catalog.render.view import Card, Link, Page, Remark, Sheet

FOLDER = "lecciones/"
STOPPED = "discontinued"
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


def pages(site: Site) -> Iterator[Page | Sheet]:
    """The page of all lessons, and one for each sector that has some."""
    every = ((term, _of(site, term)) for term in site.term_pages["sectors"])
    told = [(term, cases) for term, cases in every if any(map(_tells, cases))]
    yield _all(site, told, [case for case in site.cases.values() if not case.sector])
    for term, _ in told:
        yield Sheet(address(term), partial(_sector, site, term))


def address(term: Term) -> str:
    """Where the lessons of a sector stand."""
    return f"{links.term('sectors', term)}{FOLDER}"


def page_of(site: Site, sector: Term) -> str:
    """The page of lessons of a sector, empty when nobody there told anything."""
    return address(sector) if any(map(_tells, _of(site, sector))) else ""


def _of(site: Site, sector: Term) -> list[Case]:
    return [site.cases[id] for id in site.facet("sectors", sector.id)]


def _tells(case: Case) -> bool:
    return bool(case.barriers or case.lessons or case.outcome in NOT_AS_EXPECTED or _stopped(case))


def _stopped(case: Case) -> bool:
    """Done, but seen not to be running any more."""
    return case.outcome not in NOT_AS_EXPECTED and case.status_now == STOPPED


def _all(site: Site, sectors: list[tuple[Term, list[Case]]], alone: list[Case]) -> Page:
    """``alone`` are cases without a sector, which no page of a sector has."""
    ordered = sorted(sectors, key=lambda pair: links.slug(pair[0].name))
    view = {
        "failed": _failures(site, list(site.cases.values()), MOST_FAILED, {}),
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


def _line(term: Term, cases: list[Case]) -> Link:
    """«Lácteos: 3 tropiezos, 12 dificultades y 9 lecciones»."""
    failed = sum(case.outcome in NOT_AS_EXPECTED or _stopped(case) for case in cases)
    counts = (
        (failed, "tropiezo", "tropiezos"),
        (sum(len(case.barriers) for case in cases), "dificultad", "dificultades"),
        (sum(len(case.lessons) for case in cases), "lección", "lecciones"),
    )
    words = [format.plural(n, one, many) for n, one, many in counts if n]
    return Link(term.name, address(term), note=format.listed(words, "y"))


def _sector(site: Site, term: Term) -> Page:
    cases = _of(site, term)
    listing = site.term_link("sectors", term.id)
    here = {"sectors": links.term_slug(term)}
    view = {
        "name": term.name,
        "telling": sum(map(_tells, cases)),
        "total": len(cases),
        "page": listing.address,
        "failed": _failures(site, cases, MOST_REMARKS, here),
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


def _failures(
    site: Site, cases: list[Case], most: int, chosen: Mapping[str, str]
) -> list[Failures]:
    """By outcome; last what stopped. ``chosen`` narrows the explorer to these cases."""
    groups = [(id, [case for case in cases if case.outcome == id]) for id in NOT_AS_EXPECTED]
    told = [_ended(site, id, group, most, chosen) for id, group in groups if group]
    stopped = [case for case in cases if _stopped(case)]
    if stopped:
        rows = tuple((_card(site, case), ()) for case in stopped[:most])
        told.append(
            Failures("Funcionó y hoy está parado", "parados", rows, len(stopped), filtered(chosen))
        )
    return told


def _ended(
    site: Site, outcome: str, cases: list[Case], most: int, chosen: Mapping[str, str]
) -> Failures:
    term = site.vocabulary("outcomes").get(outcome)
    explore = filtered({**chosen, "outcomes": links.term_slug(term)} if term else chosen)
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


def _remarks(cases: list[Case], field: str) -> Remarks:
    """Short texts, each with its case; of very many the first."""
    found = []
    for case in cases:
        notes: tuple[Note, ...] = getattr(case, field)
        link = Link(case.title, links.entry(Kind.CASE, case.id))
        found += [Remark(n.text, editor=n.basis == "editor", link=link) for n in notes]
    return Remarks(tuple(found[:MOST_REMARKS]), len(found))
