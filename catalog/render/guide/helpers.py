"""Who helped enterprises: organizations that advised, supplied or funded, by country."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.model import Kind, OrganizationEntry
from catalog.render import dates, format, links
from catalog.render.pages.facts import short_name
from catalog.render.site import Site

ROLES = ("adviser", "provider", "funder", "association")
"""Roles that help an enterprise, in this order of use to it."""


@dataclass(frozen=True, slots=True)
class Helper:
    """An organization, what it did, in how many of the cases asked about, and its state today."""

    id: str
    name: str
    address: str
    countries: tuple[str, ...]
    roles: str
    n: int
    status: str

    @property
    def words(self) -> str:
        """«asesora, financia; 3 casos; estado actual: activa (revisado 2026)»."""
        return f"{self.roles}; {format.cases(self.n)}; {self.status}"


def helpers(site: Site, cases: Iterable[str]) -> list[Helper]:
    """Helpers in these cases, those with most cases first."""
    found: dict[str, set[str]] = {}
    counts: dict[str, set[str]] = {}
    for id in cases:
        for party in site.cases[id].organizations:
            if party.role in ROLES and party.id in site.catalog.organizations:
                found.setdefault(party.id, set()).add(party.role)
                counts.setdefault(party.id, set()).add(id)
    order = sorted(found, key=lambda id: (-len(counts[id]), id))
    return [_helper(site, id, found[id], len(counts[id])) for id in order]


def _helper(site: Site, id: str, roles: set[str], n: int) -> Helper:
    entry = site.catalog.organizations[id]
    named = [format.lower(site.label("roles", role)) for role in ROLES if role in roles]
    return Helper(
        id=id,
        name=short_name(entry),
        address=links.entry(Kind.ORGANIZATION, id),
        countries=entry.country,
        roles=", ".join(named),
        n=n,
        status=_status(site, entry),
    )


def _status(site: Site, entry: OrganizationEntry) -> str:
    """Whether it still exists, with the date of the check: many of these are gone."""
    state = format.lower(site.label("organization_statuses", entry.status))
    checked = f" (revisado: {dates.partial_date(entry.checked)})" if entry.checked else ""
    return f"estado actual: {state}{checked}"
