"""What the descriptions of every kind of page share."""

from __future__ import annotations

import json

from catalog.citation import version
from catalog.model import Case, Kind, Practice
from catalog.render import links
from catalog.render.site import Site

Node = dict[str, object]
CONTEXT = "https://schema.org"


def text(node: Node) -> str:
    """The node as one line that no ``</script>`` or comment can close.

    The theme escapes ``<`` as well; doing it here keeps the promise whoever prints it.
    """
    found = json.dumps({"@context": CONTEXT, **node}, ensure_ascii=False, sort_keys=True)
    for sign in "<>&\u2028\u2029":
        found = found.replace(sign, f"\\u{ord(sign):04x}")
    return found


def filled(node: Node) -> Node:
    """The node without what is empty; zero and false say something and stay."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def publisher(site: Site) -> Node:
    """The catalog, as who publishes."""
    return filled(
        {"@type": "Organization", "name": site.settings.site_name, "url": site.settings.site_url}
    )


def work(site: Site, kind: Kind, entry: Case | Practice) -> Node:
    """What every entry of the catalog says of itself."""
    found = version(entry)
    address = site.public(links.entry(kind, entry.id))
    return {
        "@id": address,
        "url": address,
        "description": entry.summary,
        "inLanguage": entry.language,
        "license": str(site.settings.extra.get("license_url") or ""),
        "isAccessibleForFree": True,
        "publisher": publisher(site),
        "author": publisher(site),
        "version": found.hash,
        "dateModified": str(found.date or ""),
    }


def country(site: Site, id: str) -> Node:
    """A country as a place."""
    return {"@type": "Place", "name": site.label("countries", id)}


def term(site: Site, vocabulary: str, id: str) -> Node:
    """A term of a vocabulary."""
    address = site.term_address(vocabulary, id)
    return filled(
        {
            "@type": "DefinedTerm",
            "name": site.label(vocabulary, id),
            "termCode": id,
            "url": site.public(address) if address else "",
        }
    )
