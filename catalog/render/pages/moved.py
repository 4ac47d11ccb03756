"""Addresses that still have to answer: entries that were renamed or withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Entry, Kind
from catalog.render import links
from catalog.render.pages.common import HOME
from catalog.render.site import Site
from catalog.render.view import Link, Page

KINDS = (Kind.CASE, Kind.PRACTICE, Kind.ORGANIZATION, Kind.SOURCE)
REDIRECT = "redireccion.html"


def pages(site: Site) -> Iterator[Page]:
    """A redirect for every former id, and a page that says why an entry was withdrawn."""
    for kind in KINDS:
        entries = site.catalog.entries(kind)
        for entry in entries.values():
            if entry.tombstone is not None:
                yield _withdrawn(kind, entry)
            former = {
                *entry.redirect_from,
                *(getattr(entry, "aliases", ()) if kind is Kind.CASE else ()),
            }
            for old in sorted(former - set(entries)):
                yield _redirect(site, kind, old, entry)


def _title(entry: Entry) -> str:
    return str(getattr(entry, "title", "") or getattr(entry, "name", ""))


def _redirect(site: Site, kind: Kind, old: str, entry: Entry) -> Page:
    here, now = links.entry(kind, old), links.entry(kind, entry.id)
    meta = {
        "template": REDIRECT,
        "location": links.relative(here, now, directory_urls=site.directory_urls),
        "canonical": site.public(now),
    }
    title = _title(entry)
    view = {
        "title": title,
        "lede": "Esta página cambió de dirección.",
        "reason": "",
        "successor": Link(title, now),
    }
    return Page(here, "retirada.html.j2", title, title, "explorar", (HOME,), view, meta)


def _withdrawn(kind: Kind, entry: Entry) -> Page:
    assert entry.tombstone is not None
    address = links.entry(kind, entry.id)
    successor = entry.tombstone.successor.strip("/")
    view = {
        "title": _title(entry),
        "lede": "Esta ficha se retiró del catálogo.",
        "reason": entry.tombstone.reason,
        "successor": Link("Ver la ficha que la reemplaza", f"{successor}/") if successor else None,
    }
    meta = {"robots": "noindex", "source_path": entry.file}
    return Page(
        address,
        "retirada.html.j2",
        _title(entry),
        entry.tombstone.reason,
        "explorar",
        (HOME,),
        view,
        meta,
    )
