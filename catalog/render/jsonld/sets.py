"""What is made of many: a vocabulary, and the whole catalog as data."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.citation import Version
from catalog.model import Term
from catalog.render import links
from catalog.render.jsonld.shared import filled, publisher, text
from catalog.render.site import Site

MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sqlite": "application/vnd.sqlite3",
}


def term_set(site: Site, name: str, address: str, found: Iterable[tuple[Term, str]]) -> str:
    """A vocabulary with the address of each term."""
    terms = [
        filled(
            {
                "@type": "DefinedTerm",
                "name": term.name,
                "description": term.definition,
                "termCode": term.id,
                "url": site.public(to),
            }
        )
        for term, to in found
    ]
    public = site.public(address)
    return text(
        {
            "@type": "DefinedTermSet",
            "@id": public,
            "url": public,
            "name": name,
            "hasDefinedTerm": terms,
        }
    )


def dataset(site: Site, stamp: Version, files: Iterable[tuple[str, str]]) -> str:
    """The catalog as data, with its files."""
    address = site.public(links.DATA)
    settings = site.settings
    node = {
        "@type": "Dataset",
        "@id": address,
        "url": address,
        "name": settings.site_name,
        "description": settings.description or settings.site_name,
        "license": str(settings.extra.get("license_url") or ""),
        "creator": publisher(site),
        "isAccessibleForFree": True,
        "inLanguage": "es",
        "version": str(stamp),
        "dateModified": str(stamp.date or ""),
        "keywords": ["producción más limpia", "América Latina y el Caribe", "casos", "prácticas"],
        "spatialCoverage": {"@type": "Place", "name": "América Latina y el Caribe"},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "contentUrl": site.public(path),
                "encodingFormat": MEDIA[path.rpartition(".")[2]],
            }
            for path, name in files
        ],
    }
    return text(filled(node))
