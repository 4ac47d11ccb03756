"""The chain of a case: State, NGO and enterprise, always three boxes, unknown ones included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog.model import Case, Chain, Kind
from catalog.render import format, links
from catalog.render.pages.facts import short_name
from catalog.render.site import Site
from catalog.render.view import Link

LEVELS = ("state", "ngo", "enterprise")
UNKNOWN = {
    "state": "La fuente no nombra un programa público.",
    "ngo": "La fuente no nombra una ONG ni un gremio.",
    "enterprise": "Todavía no hay empresas enlazadas.",
}
TITLES = {"state": "A quién llegó", "ngo": "De quién a quién", "enterprise": "Qué lo hizo posible"}
MOST_LINKS = 6
TYPES = {
    "state": {"government"},
    "ngo": {"ngo", "association", "cleaner_production_centre", "community"},
}
"""Types of organization that stand for a level when no programme of it is linked."""


@dataclass(frozen=True, slots=True)
class Box:
    """One level of the chain."""

    level: str
    label: str
    here: bool
    title: str
    links: tuple[Link, ...]
    more: int
    unknown: str


@dataclass(frozen=True, slots=True)
class ChainView:
    """Three boxes under a title that suits the level of the case."""

    title: str
    boxes: tuple[Box, ...]


def chain(site: Site, case: Case) -> ChainView:
    """The chain of ``case``."""
    found = site.catalog.chains.get(case.id, Chain())
    members = {"state": found.state, "ngo": found.ngo, "enterprise": found.enterprise}
    boxes = tuple(_box(site, case, level, members[level]) for level in LEVELS)
    return ChainView(TITLES.get(case.level, TITLES["enterprise"]), boxes)


def _box(site: Site, case: Case, level: str, members: tuple[tuple[Kind, str], ...]) -> Box:
    others = [pair for pair in members if pair != (Kind.CASE, case.id)]
    found = [link for kind, id in others if (link := site.entry_link(kind, id))]
    found = found or list(_organizations(site, case, level))
    here = level == case.level
    return Box(
        level=level,
        label=site.label("levels", level),
        here=here,
        title=case.title if here else "",
        links=tuple(found[:MOST_LINKS]),
        more=max(0, len(found) - MOST_LINKS),
        unknown="" if here or found else UNKNOWN[level],
    )


def _organizations(site: Site, case: Case, level: str) -> Iterator[Link]:
    """Who of that level took part, with its role, when the catalog has no programme of theirs."""
    if level == case.level:
        return
    for involvement in case.organizations:
        entry = site.catalog.organizations.get(involvement.id)
        if entry and entry.type in TYPES.get(level, ()):
            role = format.lower(site.label("roles", involvement.role))
            yield Link(short_name(entry), links.entry(Kind.ORGANIZATION, entry.id), role)
