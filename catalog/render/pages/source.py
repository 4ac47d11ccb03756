"""The page of a document: every entry that rests on it, and what it is used for."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Kind, SourceEntry
from catalog.render import citations, dates, format, jsonld, links
from catalog.render.cards import cards
from catalog.render.citing import citing_source
from catalog.render.pages.common import FEW_CARDS, HOME, correct, dated, sheets
from catalog.render.pages.facts import standing
from catalog.render.site import Site
from catalog.render.view import Fact, Group, Link, Page, Sheet

SOURCES = Link("Fuentes", "fuentes/")


def pages(site: Site) -> Iterator[Sheet]:
    """One page for each source."""
    return sheets(site, Kind.SOURCE, page)


def page(site: Site, source: SourceEntry) -> Page:
    """The page of ``source``."""
    ids = site.catalog.cases_by_source.get(source.id, ())
    statements = _statements(site, source.id)
    lede = source.summary or resting(len(ids), len(statements))
    view = {
        "source": source,
        "kind": site.label("source_types", source.type),
        "citation": citations.citation(site, 1, source.id),
        "lede": lede,
        "cards": cards(site, ids),
        "few": len(ids) <= FEW_CARDS,
        "statements": statements,
        "facts": _facts(site, source),
        "correct": correct(site, source.file),
        "cite": citing_source(source),
    }
    return Page(
        address=links.entry(Kind.SOURCE, source.id),
        template="fuente.html.j2",
        title=source.title,
        description=lede,
        section="explorar",
        crumbs=(HOME, SOURCES),
        view=view,
        meta={**dated(source), "jsonld": jsonld.source(site, source)},
    )


def resting(cases: int, practices: int) -> str:
    """How much rests on a document, when nobody wrote what it is about."""
    counted = [format.cases(cases)] if cases else []
    if practices:
        counted.append(format.plural(practices, "práctica", "prácticas"))
    if not counted:
        return "Ningún caso ni práctica del catálogo descansa todavía en este documento."
    verb = "descansa" if cases + practices == 1 else "descansan"
    return f"En este documento {verb} {format.listed(counted)} del catálogo."


def _statements(site: Site, id: str) -> tuple[Group, ...]:
    """What the document says of each practice, in our own words."""
    found = []
    for practice_id in site.catalog.practices_by_source.get(id, ()):
        practice = site.catalog.practices.get(practice_id)
        if practice is None:
            continue
        said = tuple(
            Link(s.statement, note=s.pages) for s in practice.supported_by if s.source == id
        )
        address = links.entry(Kind.PRACTICE, practice.id)
        found.append(Group(practice.title, practice.id, links=said, address=address))
    return tuple(found)


def _facts(site: Site, source: SourceEntry) -> tuple[Fact, ...]:
    names = tuple(Link(name.text) for name in source.author)
    event = source.event
    words = ", ".join(part for part in (event.name, event.place) if part) if event else ""
    quality = ", ".join(format.lower(text) for text in site.labels("qualities", source.quality))
    optional = [
        Fact("Autoría", names),
        Fact("Publica", _one(source.publisher)),
        Fact("En", _one(source.container_title)),
        Fact("Evento", _one(words)),
        Fact("Idioma", _one(site.label("languages", source.language) if source.language else "")),
        Fact("DOI", _one(source.DOI)),
        Fact("Licencia", _one(source.license)),
        Fact("Lo leído", _one(format.capital(quality))),
        Fact("Original de", _one(source.copy_of)),
        Fact("Documento", _one(source.source_document)),
        Fact("Consultado", _one(dates.partial_date(source.accessed) if source.accessed else "")),
    ]
    status = site.label("link_statuses", source.link_status)
    return (
        Fact("Tipo", _one(site.label("source_types", source.type))),
        Fact("Fecha", _one(dates.period(source.issued) if source.issued.known else "")),
        *(fact for fact in optional if fact.known),
        *([Fact("Enlace", _one(status))] if source.URL else []),
        *standing(site, Kind.SOURCE, source),
    )


def _one(text: str) -> tuple[Link, ...]:
    return (Link(text),) if text else ()
