"""An organization for search engines and other machines."""

from __future__ import annotations

from catalog.model import Kind, OrganizationEntry
from catalog.render import links
from catalog.render.jsonld.shared import Node, country, filled, text
from catalog.render.site import Site


def organization(site: Site, entry: OrganizationEntry) -> str:
    """An organization that entries name."""
    address = site.public(links.entry(Kind.ORGANIZATION, entry.id))
    names = [*entry.former_names, entry.acronym, *(alias.text for alias in entry.aliases)]
    node: Node = {
        "@type": "Organization",
        "@id": address,
        "name": entry.name,
        "alternateName": [name for name in dict.fromkeys(names) if name],
        "description": entry.summary,
        "url": entry.url or address,
        "areaServed": [country(site, id) for id in entry.country],
    }
    return text(filled(node))
