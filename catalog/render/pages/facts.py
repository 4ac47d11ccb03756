"""The rail of a sheet: short facts with links."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.model import Case, Entry, Kind, OrganizationEntry, Practice
from catalog.render import dates, format, links
from catalog.render.site import Site
from catalog.render.view import Fact, Link


def case_facts(site: Site, case: Case) -> tuple[Fact, ...]:
    """Facts of a case; size, period and today's state say «Sin dato» when unknown."""
    always = [
        Fact("Sector", _sectors(site, case)),
        Fact("País", _terms(site, "countries", case.country)),
        Fact("Tamaño", _size(site, case)) if case.level == "enterprise" else None,
        Fact("Periodo", _text(dates.period(case.period) if case.period.known else "")),
        Fact("Hoy", _today(site, case)),
    ]
    optional = [
        Fact("Tipo", _plain(site, "option_types", case.option_type)),
        Fact("Instrumento", _terms(site, "instruments", case.instruments)),
        Fact("Dinero de", _terms(site, "instruments", case.financing)),
        Fact("Normas", _plain(site, "standards", case.standards)),
        Fact("Premios", tuple(Link(_prize(r.name, r.by, r.year)) for r in case.recognition)),
        Fact("Participan", _plain(site, "inclusion", case.inclusion.tags, case.inclusion.evidence)),
        *codes(site, case),
        Fact("Visitas", _visits(site, case)),
        *standing(site, Kind.CASE, case),
    ]
    return tuple(f for f in always if f) + tuple(f for f in optional if f.known)


def changed(entry: Entry) -> str:
    """Day of the last change in words; empty where Git does not know it."""
    return dates.partial_date(entry.updated) if entry.updated else ""


def standing(site: Site, kind: Kind, entry: Entry) -> tuple[Fact, ...]:
    """When the entry last changed, and the address under which it will always be found."""
    public = site.public(links.entry(kind, entry.id))
    found = Fact("Última modificación", _text(changed(entry)))
    return (*([found] if found.known else []), Fact("Dirección permanente", _text(public)))


def codes(site: Site, entry: Case | Practice) -> list[Fact]:
    """Goals of sustainable development, R strategies and regional priorities."""
    goals = tuple(
        Link(f"{id} {site.label('sdg', id)}" if id != site.label("sdg", id) else id)
        for id in entry.sdg
    )
    return [
        Fact("ODS", goals),
        Fact("Estrategia R", _plain(site, "r_strategies", entry.r_strategy)),
        Fact("Prioridad ILAC", _plain(site, "ilac_priorities", entry.ilac_priority)),
    ]


def _text(text: str) -> tuple[Link, ...]:
    return (Link(text),) if text else ()


def _sectors(site: Site, case: Case) -> tuple[Link, ...]:
    vocabulary = site.vocabulary("sectors")
    return tuple(
        site.term_link("sectors", id, format.term_code(vocabulary[id]) if id in vocabulary else "")
        for id in case.sector
    )


def _terms(site: Site, vocabulary: str, ids: Iterable[str]) -> tuple[Link, ...]:
    return tuple(site.term_link(vocabulary, id) for id in ids)


def _plain(site: Site, vocabulary: str, ids: Iterable[str], note: str = "") -> tuple[Link, ...]:
    found = [Link(site.label(vocabulary, id)) for id in ids]
    if found and note:
        found[-1] = Link(found[-1].text, note=note)
    return tuple(found)


def _size(site: Site, case: Case) -> tuple[Link, ...]:
    if not case.size:
        return ()
    note = site.label("attributions", "editor") if case.size_basis == "editor" else ""
    return (Link(site.label("sizes", case.size), note=format.lower(note)),)


def _today(site: Site, case: Case) -> tuple[Link, ...]:
    if case.status_now == "unknown":
        return ()
    return _text(site.label("statuses", case.status_now))


def _prize(name: str, by: str, year: int | None) -> str:
    return ", ".join(part for part in (name, by, str(year or "")) if part)


def _visits(site: Site, case: Case) -> tuple[Link, ...]:
    return _text(site.label("answers", case.visitable)) if case.visitable != "unknown" else ()


def organizations(site: Site, case: Case) -> tuple[Link, ...]:
    """Who took part, by role in the order of the vocabulary."""
    order = [term.id for term in site.vocabulary("roles")]
    ranked = sorted(
        case.organizations, key=lambda i: order.index(i.role) if i.role in order else len(order)
    )
    found = []
    for involvement in ranked:
        role = format.lower(site.label("roles", involvement.role))
        entry = site.catalog.organizations.get(involvement.id)
        name = short_name(entry) if entry else involvement.id
        address = links.entry(Kind.ORGANIZATION, involvement.id) if entry else ""
        found.append(Link(name, address, role))
    return tuple(found)


def short_name(entry: OrganizationEntry) -> str:
    """The name with its acronym: «Centro de Promoción (CPTS)»."""
    if entry.acronym and entry.acronym not in entry.name:
        return f"{entry.name} ({entry.acronym})"
    return entry.name
