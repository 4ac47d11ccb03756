"""The page of an organization: what it did in the cases that name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog.model import Kind, OrganizationEntry
from catalog.render import citations, dates, format, jsonld, links
from catalog.render.cards import cards
from catalog.render.pages.common import FEW_CARDS, HOME, correct, dated, sheets
from catalog.render.pages.facts import standing
from catalog.render.site import Site
from catalog.render.view import Fact, Group, Link, Page, Sheet

ORGANIZATIONS = Link("Organizaciones", "organizaciones/")


def pages(site: Site) -> Iterator[Sheet]:
    """One page for each organization."""
    return sheets(site, Kind.ORGANIZATION, page)


def page(site: Site, entry: OrganizationEntry) -> Page:
    """The page of ``entry``."""
    ids = site.catalog.cases_by_organization.get(entry.id, ())
    countries = ", ".join(site.labels("countries", entry.country))
    kind = site.label("organization_types", entry.type)
    description = (
        entry.summary
        or f"{kind}, {countries}. {format.capital(format.cases(len(ids)))} en el catálogo."
    )
    view = {
        "entry": entry,
        "kind": kind,
        "countries": countries,
        "lede": description,
        "groups": _by_role(site, entry.id, ids),
        "n": len(ids),
        "few": len(ids) <= FEW_CARDS,
        "facts": _facts(site, entry),
        "citations": tuple(
            citations.citation(site, n, id) for n, id in enumerate(entry.sources, 1)
        ),
        "correct": correct(site, entry.file),
    }
    return Page(
        address=links.entry(Kind.ORGANIZATION, entry.id),
        template="organizacion.html.j2",
        title=entry.name,
        description=description,
        section="explorar",
        crumbs=(HOME, ORGANIZATIONS),
        view=view,
        meta={**dated(entry), "jsonld": jsonld.organization(site, entry)},
    )


def _by_role(site: Site, id: str, ids: Iterable[str]) -> tuple[Group, ...]:
    """Its cases by what it did in them, in the order of the vocabulary of roles."""
    groups: dict[str, list[str]] = {}
    for case in ids:
        for involvement in site.cases[case].organizations:
            if involvement.id == id:
                groups.setdefault(involvement.role, []).append(case)
    order = [term.id for term in site.vocabulary("roles")]
    roles = sorted(
        groups, key=lambda role: (order.index(role) if role in order else len(order), role)
    )
    return tuple(
        Group(
            site.label("roles", role), f"papel-{links.slug(role)}", cards=cards(site, groups[role])
        )
        for role in roles
    )


def _facts(site: Site, entry: OrganizationEntry) -> tuple[Fact, ...]:
    status = site.label("organization_statuses", entry.status)
    checked = f"comprobado en {dates.partial_date(entry.checked)}" if entry.checked else ""
    successor = site.entry_link(Kind.ORGANIZATION, entry.successor) if entry.successor else None
    optional = [
        Fact("Sigla", (Link(entry.acronym),) if entry.acronym else ()),
        Fact("Antes", tuple(Link(name) for name in entry.former_names)),
        Fact("Sucesora", (successor,) if successor else ()),
        Fact("También", tuple(Link(alias.text) for alias in entry.aliases)),
        Fact("Papeles", tuple(Link(text) for text in site.labels("roles", entry.roles))),
    ]
    return (
        Fact("Tipo", (Link(site.label("organization_types", entry.type)),)),
        Fact("País", tuple(site.term_link("countries", id) for id in entry.country)),
        Fact("Hoy", (Link(status, note=checked),) if entry.status != "unknown" else ()),
        *(fact for fact in optional if fact.known),
        *standing(site, Kind.ORGANIZATION, entry),
    )
