"""A document for search engines and other machines."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.model import Kind, Name, SourceEntry
from catalog.render import links
from catalog.render.jsonld.shared import Node, filled, text
from catalog.render.site import Site

SOURCE_TYPES = {
    "report": "Report", "book": "Book", "chapter": "Chapter", "thesis": "Thesis",
    "article-journal": "ScholarlyArticle", "article-newspaper": "NewsArticle",
    "article-magazine": "Article", "dataset": "Dataset", "legislation": "Legislation",
    "webpage": "WebPage", "paper-conference": "ScholarlyArticle",
}  # fmt: skip
DOI = "https://doi.org/"


def source(site: Site, entry: SourceEntry) -> str:
    """A document."""
    return text(source_node(site, entry))


def source_node(site: Site, entry: SourceEntry, *, short: bool = False) -> Node:
    """A document; ``short`` where it is only cited."""
    date = entry.issued.start or entry.issued.end
    node: Node = {
        "@type": SOURCE_TYPES.get(entry.type, "CreativeWork"),
        "@id": site.public(links.entry(Kind.SOURCE, entry.id)),
        "name": entry.title,
        "url": f"{DOI}{entry.DOI}" if entry.DOI else entry.URL,
    }
    if not short:
        node |= {
            "author": [_person(name) for name in entry.author],
            "datePublished": str(date or ""),
            "publisher": {"@type": "Organization", "name": entry.publisher}
            if entry.publisher
            else None,
            "inLanguage": entry.language,
            "description": entry.summary,
        }
    return filled(node)


def cited(site: Site, ids: Iterable[str]) -> list[Node]:
    """The documents that an entry names, those that exist, in its order."""
    known = site.catalog.sources
    return [source_node(site, known[id], short=True) for id in ids if id in known]


def _person(name: Name) -> Node:
    if name.literal or not name.given:
        return {"@type": "Organization", "name": name.literal or name.family}
    return {
        "@type": "Person",
        "name": name.text,
        "givenName": name.given,
        "familyName": name.family,
    }
