"""What is new, as Atom (RFC 4287): for all, for each country and for each sector with cases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from catalog.model import Case, Kind, Practice, Term
from catalog.render import links
from catalog.render.site import Site

NAME = "novedades.xml"
WHOLE = NAME
FAMILIES = ("countries", "sectors")
MOST = 30
"""Entries of a feed: readers fetch it often, and who missed more looks at the site."""
ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""

Entry = Case | Practice


def has_feed(site: Site) -> bool:
    """Atom needs absolute addresses and dates. A copy read from a folder gets no news."""
    dated = any(entry.updated for entry in _entries(site))
    return _online(site) and dated


def _online(site: Site) -> bool:
    return bool(site.settings.site_url) and site.directory_urls


def feed_of(site: Site, vocabulary: str, term: Term) -> str:
    """Path of the feed of a term, empty when it has none."""
    if vocabulary not in FAMILIES or not _online(site):
        return ""
    dated = any(site.cases[id].updated for id in site.facet(vocabulary, term.id))
    return f"{links.term(vocabulary, term)}{NAME}" if dated else ""


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Every feed by path."""
    if not has_feed(site):
        return
    yield WHOLE, _feed(site, WHOLE, "", site.settings.site_name, _entries(site))
    for vocabulary in FAMILIES:
        for term in site.term_pages[vocabulary]:
            path = feed_of(site, vocabulary, term)
            if path:
                cases = (site.cases[id] for id in site.facet(vocabulary, term.id))
                title = f"{site.settings.site_name}: {term.name}"
                yield path, _feed(site, path, links.term(vocabulary, term), title, cases)


def _entries(site: Site) -> list[Entry]:
    return [*site.cases.values(), *site.catalog.practices.values()]


def _feed(site: Site, path: str, page: str, title: str, entries: Iterable[Entry]) -> str:
    dated = sorted((e for e in entries if e.updated), key=lambda e: (str(e.updated), e.id))
    newest = dated[::-1][:MOST]
    settings = site.settings
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es">',
        f"<id>{_text(site.public(path))}</id>",
        f"<title>{_text(title)}</title>",
        f"<updated>{_moment(newest[0])}</updated>",
        f'<link rel="self" type="application/atom+xml" href={_attribute(site.public(path))}/>',
        f'<link rel="alternate" type="text/html" href={_attribute(site.public(page))}/>',
        f"<author><name>{_text(settings.site_name)}</name></author>",
        f"<rights>{_text(settings.license_name)}</rights>",
        *(line for entry in newest for line in _entry(site, entry)),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _entry(site: Site, entry: Entry) -> Iterator[str]:
    kind = Kind.CASE if isinstance(entry, Case) else Kind.PRACTICE
    address = site.public(links.entry(kind, entry.id))
    sectors = entry.sector if isinstance(entry, Case) else entry.sectors
    yield "<entry>"
    yield f"<id>{_text(address)}</id><title>{_text(entry.title)}</title>"
    yield f'<link rel="alternate" type="text/html" href={_attribute(address)}/>'
    yield f"<updated>{_moment(entry)}</updated>"
    yield f"<summary>{_text(entry.summary)}</summary>"
    for id in sectors:
        label = site.label("sectors", id)
        yield f"<category term={_attribute(id)} label={_attribute(label)}/>"
    yield "</entry>"


def _moment(entry: Entry) -> str:
    """The day of the last change as the time that Atom wants."""
    return f"{entry.updated}T00:00:00Z"


def _text(words: str) -> str:
    return escape(ILLEGAL.sub("", words))


def _attribute(words: str) -> str:
    return quoteattr(ILLEGAL.sub("", words))
