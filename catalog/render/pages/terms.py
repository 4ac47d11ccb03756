"""Pages of a sector, country, resource, level or instrument: what is known and what is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from catalog.model import Kind, Practice, Scoreboard, Term
from catalog.render import format, links
from catalog.render.cards import cards
from catalog.render.explore import filtered
from catalog.render.feeds import feed_of
from catalog.render.pages import lessons
from catalog.render.pages.common import (
    FEW_CARDS,
    HOME,
    NOT_AS_EXPECTED,
    best_saving,
    spread_fig,
)
from catalog.render.pages.facts import short_name
from catalog.render.pages.ranking import sharing, steps
from catalog.render.site import FACET_OF, Site
from catalog.render.view import Fig, Group, Link, Page, Sheet

MOST_CASES = 200
"""Beyond it a page is too heavy for a phone, and nobody reads that far without filters."""
MOST_STEPS = 5
MOST_GAPS = 12
MOST_OF_A_GAP = 40
MOST_HELPERS = 8
MOST_SYNONYMS = 6
MOST_NEIGHBOURS = 8
HELPING = ("adviser", "funder", "association", "regulator", "auditor", "provider")


@dataclass(frozen=True, slots=True)
class Family:
    """How the pages of one vocabulary speak: names, and the vocabulary whose gaps they show.

    ``kinds`` are the kinds of practice offered as steps, all of them when empty.
    """

    vocabulary: str
    kicker: str
    plural: str
    section: str
    gaps: str
    neighbours: str
    steps: str
    kinds: frozenset[str] = frozenset()


DONE = "Lo que más se ha hecho"
ONE_S_OWN = frozenset({"technique", "management"})
"""What a firm can decide alone: nobody starts by signing an agreement for a whole sector."""
FAMILIES = (
    Family(
        "sectors", "Sector", "Sectores", "sectores", "resources", "Sectores vecinos",
        "Primeros pasos", ONE_S_OWN,
    ),
    Family("countries", "País", "Países", "explorar", "sectors", "Países cercanos", DONE),
    Family(
        "resources", "Recurso", "Recursos", "explorar", "sectors", "Otros recursos",
        "Por dónde empezar", ONE_S_OWN,
    ),
    Family("levels", "Nivel", "Niveles", "explorar", "countries", "Otros niveles", DONE),
    Family(
        "instruments", "Instrumento", "Instrumentos", "explorar", "countries", "Otros instrumentos",
        "Prácticas enlazadas",
    ),
)  # fmt: skip


def pages(site: Site) -> Iterator[Sheet]:
    """One page for each term that has one."""
    every = ((family, term) for family in FAMILIES for term in site.term_pages[family.vocabulary])
    mine = site.part.share(every, lambda pair: links.term_slug(pair[1]))
    for family, term in mine:
        yield Sheet(links.term(family.vocabulary, term), partial(page, site, family, term))


def page(site: Site, family: Family, term: Term) -> Page:
    """The page of ``term``."""
    ids = site.facet(family.vocabulary, term.id)
    board = site.board(FACET_OF[family.vocabulary], term.id)
    named = list(_named(site, family.vocabulary, term))
    first = steps(site, ids, named, MOST_STEPS, kinds=family.kinds)
    gaps = _gaps(site, family, ids)
    lede = _lede(family, board, len(ids))
    listing = Link(family.plural, f"{links.FACETS[family.vocabulary]}/")
    view = {
        "family": family,
        "term": term,
        "code": format.term_code(term),
        "synonyms": _synonyms(term),
        "lede": lede,
        "figs": _figs(site, board, ids),
        "steps": first,
        "total": len(ids),
        "cards": cards(site, _newest_first(site, ids)[:MOST_CASES]),
        "explore": filtered({family.vocabulary: links.term_slug(term)}),
        "lessons": lessons.page_of(site, term) if family.vocabulary == "sectors" else "",
        "few": len(ids) <= FEW_CARDS,
        "gaps": gaps[:MOST_GAPS],
        "more_gaps": max(0, len(gaps) - MOST_GAPS),
        "missing": _missing(site, family, ids),
        "neighbours": _neighbours(site, family, term),
        "helpers": _helpers(site, ids),
        "parent": site.term_link(family.vocabulary, term.broader) if term.broader else None,
        "title": term.name,
    }
    return Page(
        address=links.term(family.vocabulary, term),
        template="termino.html.j2",
        title=term.name,
        description=f"{term.name}: {lede}",
        section=family.section,
        crumbs=(HOME, listing),
        view=view,
        meta={"feed": path} if (path := feed_of(site, family.vocabulary, term)) else {},
    )


def _lede(family: Family, board: Scoreboard, n: int) -> str:
    if not n:
        return "Todavía sin casos. No es que no se haga: es que nadie lo ha documentado aquí."
    parts = [format.cases(n)]
    if len(board.countries) > 1 and family.vocabulary != "countries":
        parts.append(f"de {format.countries(len(board.countries))}")
    if len(board.sectors) > 1 and family.vocabulary != "sectors":
        joint = "y" if len(parts) > 1 else "de"
        parts.append(f"{joint} {format.plural(len(board.sectors), 'sector', 'sectores')}")
    bad = sum(len(board.outcomes.get(outcome, ())) for outcome in NOT_AS_EXPECTED)
    tail = f" {format.plural(bad, 'no salió', 'no salieron')} como se esperaba." if bad else ""
    return f"{' '.join(parts)}.{tail}"


def _figs(site: Site, board: Scoreboard, ids: tuple[str, ...]) -> tuple[Fig, ...]:
    if not ids:
        return ()
    saving = best_saving(board)
    done = len(board.outcomes.get("implemented", ()))
    found = [spread_fig(board.payback, "Se pagó en", "month", hot=True)]
    if saving:
        label = f"Mejora en {format.lower(site.label('indicators', saving[0]))}"
        found.append(spread_fig(saving[1], label, "%"))
    outcome = format.Figure(format.number(done), f"de {len(ids)}")
    unknown = len(board.outcomes.get("unknown", ()))
    basis = f"{unknown} sin dato" if unknown else ""
    found.append(Fig("Casos implementados", outcome, basis=basis))
    return tuple(found)


def _named(site: Site, vocabulary: str, term: Term) -> Iterator[Practice]:
    """Practices that documents name for this term, cases or not."""
    below = site.vocabulary(vocabulary).narrower(term.id)
    fields = {
        "sectors": "sectors",
        "resources": "resource",
        "levels": "levels",
        "instruments": "instruments",
    }
    field = fields.get(vocabulary)
    if field is None:
        return
    for practice in site.catalog.practices.values():
        if below & set(getattr(practice, field)):
            yield practice


def _synonyms(term: Term) -> tuple[Link, ...]:
    """Other words for the term; Portuguese and English ones say so to screen readers."""
    found = [Link(synonym.text) for synonym in term.synonyms[:MOST_SYNONYMS]]
    told = {term.name.lower(), *(synonym.text.lower() for synonym in term.synonyms)}
    for language in ("pt", "en"):
        text = term.label.get(language, "")
        if text and text.lower() not in told:
            found.append(Link(format.lower(text), language=language))
    return tuple(found)


def _newest_first(site: Site, ids: tuple[str, ...]) -> list[str]:
    """Cases with figures first, then by year, newest first."""
    return sorted(
        ids,
        key=lambda id: (
            not site.cases[id].reached,
            -(site.cases[id].period.last_year or 0),
            id,
        ),
    )


def _gaps(site: Site, family: Family, ids: tuple[str, ...]) -> tuple[Group, ...]:
    """What is known, by the other side of the matrix: each count opens on its cases."""
    counts: dict[str, list[str]] = {}
    for id in ids:
        case = site.cases[id]
        values = {"resources": case.resource, "sectors": case.sector[:1], "countries": case.country}
        for value in values[family.gaps]:
            counts.setdefault(value, []).append(id)
    order = sorted(
        counts, key=lambda id: (-len(counts[id]), links.slug(site.label(family.gaps, id)))
    )
    return tuple(_gap(site, family.gaps, id, counts[id]) for id in order)


def _gap(site: Site, vocabulary: str, id: str, ids: list[str]) -> Group:
    term = site.vocabulary(vocabulary).get(id)
    anchor = links.term_slug(term) if term else links.slug(id)
    shown = ids[:MOST_OF_A_GAP]
    found = tuple(Link(site.cases[case].title, links.entry(Kind.CASE, case)) for case in shown)
    note = id if vocabulary == "resources" else ""
    return Group(site.label(vocabulary, id), anchor, links=found, note=note, total=len(ids))


def _missing(site: Site, family: Family, ids: tuple[str, ...]) -> str:
    """The gap in words: resources without cases, and how many cases lack money."""
    if not ids:
        return ""
    words = []
    if family.gaps == "resources":
        covered = {value for id in ids for value in site.cases[id].resource}
        empty = [format.lower(t.name) for t in site.vocabulary("resources") if t.id not in covered]
        if empty:
            words.append(f"Sin casos en {format.listed(empty, 'ni')}.")
    lacking = sum(1 for id in ids if site.cases[id].economics.investment is None)
    if lacking:
        words.append(f"Sin cifra de inversión en {lacking} de {len(ids)}.")
    return " ".join(words)


def _neighbours(site: Site, family: Family, term: Term) -> tuple[Link, ...]:
    """Sectors that share practices; else terms of the same group, with their counts."""
    if family.vocabulary == "sectors":
        return sharing(site, term)
    others = [t for t in site.term_pages[family.vocabulary] if t.id != term.id and _near(t, term)]
    counted = [(len(site.facet(family.vocabulary, t.id)), t) for t in others]
    ranked = sorted(((n, t) for n, t in counted if n), key=lambda pair: (-pair[0], pair[1].id))
    return tuple(
        Link(t.name, links.term(family.vocabulary, t), count=format.number(n))
        for n, t in ranked[:MOST_NEIGHBOURS]
    )


def _near(one: Term, other: Term) -> bool:
    if one.broader == other.id or other.broader == one.id:
        return True
    return one.broader == other.broader and one.extra.get("subregion") == other.extra.get(
        "subregion"
    )


def _helpers(site: Site, ids: tuple[str, ...]) -> tuple[Link, ...]:
    """Organizations that advised, funded or certified these cases."""
    counts: dict[str, int] = {}
    for id in ids:
        for involvement in site.cases[id].organizations:
            if involvement.role in HELPING and involvement.id in site.catalog.organizations:
                counts[involvement.id] = counts.get(involvement.id, 0) + 1
    ranked = sorted(counts, key=lambda id: (-counts[id], id))[:MOST_HELPERS]
    found = []
    for id in ranked:
        entry = site.catalog.organizations[id]
        names = ", ".join(site.labels("countries", entry.country[:2]))
        found.append(
            Link(
                short_name(entry),
                links.entry(Kind.ORGANIZATION, id),
                names,
                format.cases(counts[id]),
            )
        )
    return tuple(found)
