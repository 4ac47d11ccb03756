"""A case for search engines and other machines."""

from __future__ import annotations

from catalog.model import Case, Kind, Period
from catalog.render import links
from catalog.render.jsonld.figures import figures
from catalog.render.jsonld.shared import Node, country, filled, term, text, work
from catalog.render.jsonld.sources import cited
from catalog.render.site import Site


def case(site: Site, entry: Case) -> str:
    """A case as a Report about its sector, resources and practices."""
    about = [term(site, "sectors", id) for id in entry.sector]
    about += [term(site, "resources", id) for id in entry.resource]
    about += [_practice_link(site, id) for id in entry.practices if id in site.catalog.practices]
    node = {
        **work(site, Kind.CASE, entry),
        "@type": "Report",
        "headline": entry.title,
        "name": entry.title,
        "about": about,
        "spatialCoverage": [country(site, id) for id in entry.country],
        "temporalCoverage": interval(entry.period),
        "citation": cited(site, [s.id for s in entry.sources]),
        "hasPart": figures(site, entry),
    }
    return text(filled(node))


def _practice_link(site: Site, id: str) -> Node:
    address = site.public(links.entry(Kind.PRACTICE, id))
    return {"@type": "HowTo", "@id": address, "name": site.catalog.practices[id].title}


def interval(period: Period) -> str:
    """ISO 8601; open ends as «..», nothing when unknown."""
    return str(period) if period.known else ""
