"""A practice for search engines and other machines."""

from __future__ import annotations

from catalog.model import Kind, Practice
from catalog.render.jsonld.shared import Node, filled, term, text, work
from catalog.render.jsonld.sources import cited
from catalog.render.site import Site


def practice(site: Site, entry: Practice) -> str:
    """A practice: instructions when it has steps, else a term that is defined."""
    common = work(site, Kind.PRACTICE, entry)
    terms = [term(site, "sectors", id) for id in entry.sectors]
    terms += [term(site, "resources", id) for id in entry.resource]
    if entry.steps:
        steps = [
            {"@type": "HowToStep", "position": n, "text": step}
            for n, step in enumerate(entry.steps, 1)
        ]
        node = {**common, "@type": "HowTo", "name": entry.title, "step": steps, "about": terms}
        node["citation"] = cited(site, dict.fromkeys(s.source for s in entry.supported_by))
        return text(filled(node))
    defined: Node = {
        "@type": "DefinedTerm",
        "@id": common["@id"],
        "url": common["url"],
        "name": entry.title,
        "description": entry.summary,
        "alternateName": [word.text for word in entry.aliases],
        "inDefinedTermSet": site.public("practicas/"),
    }
    return text(filled(defined))
