"""Addresses that still have to answer: what was renamed, and what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Entry, Kind, Term
from catalog.render import links
from catalog.render.pages.common import HOME
from catalog.render.pages.facts import changed
from catalog.render.site import Site
from catalog.render.view import Link, Page

REDIRECT = "redireccion.html"
SECTION = "explorar"
LISTS = {
    Kind.CASE: Link("Casos", "casos/"),
    Kind.PRACTICE: Link("Prácticas", "practicas/"),
    Kind.ORGANIZATION: Link("Organizaciones", "organizaciones/"),
    Kind.SOURCE: Link("Fuentes", "fuentes/"),
    Kind.COLLECTION: Link("Formación", "formacion/"),
}


def pages(site: Site) -> Iterator[Page]:
    """A redirect for every former address, and a page that says why an entry was withdrawn."""
    for kind in Kind:
        living, gone = site.catalog.entries(kind), site.catalog.withdrawn.get(kind, {})
        for entry in gone.values():
            yield _withdrawn(site, kind, entry)
        for entry in (*living.values(), *gone.values()):
            now = links.entry(kind, entry.id)
            for old in sorted(_former(kind, entry) - living.keys() - gone.keys()):
                yield _redirect(site, links.entry(kind, old), now, _title(entry))
    for vocabulary in links.FACETS:
        yield from _terms(site, vocabulary)


def _former(kind: Kind, entry: Entry) -> set[str]:
    """Ids under which an entry was published; ``aliases`` of other kinds are words."""
    aliases = getattr(entry, "aliases", ()) if kind is Kind.CASE else ()
    return {*entry.redirect_from, *aliases}


def _terms(site: Site, vocabulary: str) -> Iterator[Page]:
    """Terms that changed their address, or gave way to another term."""
    taken = {links.term_slug(term) for term in site.term_pages[vocabulary]}
    told: set[str] = set()
    for term in site.vocabulary(vocabulary):
        kept = term if links.term_slug(term) in taken else _successor(site, vocabulary, term)
        former = set(_listed(term)) | ({links.term_slug(term)} if kept is not term else set())
        for old in sorted(former - taken - told) if kept else ():
            told.add(old)
            here = f"{links.FACETS[vocabulary]}/{old}/"
            assert kept is not None
            yield _redirect(site, here, links.term(vocabulary, kept), kept.name)


def _successor(site: Site, vocabulary: str, term: Term) -> Term | None:
    found = site.vocabulary(vocabulary).get(term.replaced_by) if term.replaced_by else None
    return found if found in site.term_pages[vocabulary] else None


def _listed(term: Term) -> list[str]:
    """Former address parts of a term (``redirect_from``), made safe."""
    found = term.extra.get("redirect_from")
    items = found if isinstance(found, list | tuple) else ()
    return [slug for item in items if (slug := links.slug(str(item)))]


def _title(entry: Entry) -> str:
    return str(getattr(entry, "title", "") or getattr(entry, "name", ""))


def _redirect(site: Site, here: str, now: str, title: str) -> Page:
    meta = {
        "template": REDIRECT,
        "location": links.relative(here, now, directory_urls=site.directory_urls),
        "canonical": site.public(now),
    }
    view = {
        "title": title,
        "lede": "Esta página cambió de dirección.",
        "reason": "",
        "successor": Link(title, now),
        "public": "",
        "changed": "",
    }
    return Page(here, "retirada.html.j2", title, title, SECTION, (HOME,), view, meta)


def _withdrawn(site: Site, kind: Kind, entry: Entry) -> Page:
    assert entry.tombstone is not None
    address = links.entry(kind, entry.id)
    title, reason = _title(entry), entry.tombstone.reason
    view = {
        "title": title,
        "lede": "Esta ficha se retiró del catálogo.",
        "reason": reason,
        "successor": _replacement(site, entry.tombstone.successor) or LISTS[kind],
        "public": site.public(address),
        "changed": changed(entry),
    }
    crumbs = (HOME, LISTS[kind])
    meta = {"robots": "noindex", "source_path": entry.file}
    return Page(address, "retirada.html.j2", title, reason, SECTION, crumbs, view, meta)


def _replacement(site: Site, written: str) -> Link | None:
    """The page that takes the place of a withdrawn one; nothing for an address of another site."""
    address = links.local(written)
    if not address:
        return None
    folder, _, id = address.strip("/").partition("/")
    kind = next((kind for kind, name in links.FOLDERS.items() if name == folder), None)
    entry = site.entry_link(kind, id) if kind else None
    return Link(entry.text if entry else "Ver la página que la reemplaza", address)
