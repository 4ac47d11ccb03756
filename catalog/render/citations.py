"""Sources as readers see them: who, what, when, where to find it, and how good the copy is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.model import Kind, Name, Note, SourceEntry, SourceReference, Support
from catalog.render import dates, links
from catalog.render.format import lower
from catalog.render.site import Site
from catalog.render.view import Citation, Link, Remark

MOST_AUTHORS = 3
DOI = "https://doi.org/"
GOOD_QUALITY = {"complete", "excerpt"}
"""Qualities that need no warning beside a citation."""


def authors(source: SourceEntry) -> str:
    """«Pérez, A.; Ruiz, B.» or the institution; «y otros» from the fourth."""
    names = [_name(name) for name in source.author]
    if len(names) > MOST_AUTHORS:
        return f"{names[0]} y otros"
    return "; ".join(names) or source.publisher


def _name(name: Name) -> str:
    if name.literal:
        return name.literal
    return f"{name.family}, {name.given}".strip(", ")


def details(source: SourceEntry) -> tuple[str, ...]:
    """Container, event, publisher and date, each only once."""
    event = (
        ", ".join(p for p in (source.event.name, source.event.place) if p) if source.event else ""
    )
    publisher = source.publisher if source.publisher != authors(source) else ""
    date = dates.period(source.issued) if source.issued.known else "Sin fecha"
    return tuple(part for part in (source.container_title, event, publisher, date) if part)


LANGUAGE = re.compile(r"[a-z]{2,3}")
"""ISO 639, as in vocab/languages; a build without check may bring anything."""


def url(source: SourceEntry) -> str:
    """The address to open: the DOI where there is one."""
    return f"{DOI}{source.DOI}" if source.DOI else source.URL


def foreign(source: SourceEntry) -> str:
    """The language of a title that is not in Spanish, for those who hear it read aloud.

    Titles by the editor are in Spanish, whatever the document is in.
    """
    ours = source.language == "es" or source.title_basis == "editor"
    return source.language if not ours and LANGUAGE.fullmatch(source.language) else ""


def citation(
    site: Site, number: int, id: str, remarks: Iterable[str] = (), statements: Iterable[Remark] = ()
) -> Citation:
    """A numbered source; an id that is unknown stands for itself."""
    source = site.catalog.sources.get(id) or SourceEntry(id=id, file="", type="", title=id)
    return Citation(
        number=number,
        authors=authors(source),
        title=source.title,
        bracketed=source.title_basis == "editor",
        details=details(source),
        address=links.entry(Kind.SOURCE, id) if id in site.catalog.sources else "",
        url=url(source) if source.link_status != "dead" else "",
        archive=source.archive_url,
        accessed=dates.partial_date(source.accessed) if source.accessed else "",
        language=foreign(source),
        remarks=tuple(text.removesuffix(".") for text in (*remarks, *_warnings(site, source))),
        statements=tuple(statements),
    )


def _warnings(site: Site, source: SourceEntry) -> list[str]:
    found = []
    if source.copy_of:
        found.append(f"la dirección es una copia; el original es de {source.copy_of}")
    if source.link_status in ("dead", "failing"):
        found.append(f"enlace: {lower(site.label('link_statuses', source.link_status))}")
    bad = [quality for quality in source.quality if quality not in GOOD_QUALITY]
    if bad:
        words = ", ".join(lower(word) for word in site.labels("qualities", bad))
        found.append(f"texto disponible: {words}")
    return found


def references(site: Site, used: Iterable[SourceReference]) -> tuple[Citation, ...]:
    """The sources of a sheet in its order, with pages and notes."""
    found = []
    for number, reference in enumerate(used, 1):
        remarks = [_pages(reference.pages)] if reference.pages else []
        found.append(
            citation(site, number, reference.id, [*remarks, *filter(None, [reference.note])])
        )
    return tuple(found)


def supports(
    site: Site, supported_by: Iterable[Support], others: Iterable[SourceReference]
) -> tuple[Citation, ...]:
    """Documents behind a practice, each with what it says, in our own words."""
    grouped: dict[str, list[Remark]] = {}
    for support in supported_by:
        remark = Remark(support.statement, pages=_pages(support.pages))
        grouped.setdefault(support.source, []).append(remark)
    notes: dict[str, list[str]] = {}
    for other in others:
        grouped.setdefault(other.id, [])
        notes[other.id] = [text for text in (_pages(other.pages), other.note) if text]
    return tuple(
        citation(site, number, id, notes.get(id, ()), statements)
        for number, (id, statements) in enumerate(grouped.items(), 1)
    )


def _pages(pages: str) -> str:
    """Pages as written; a bare number gets its «p.», the English of seed files is translated."""
    if not pages:
        return ""
    words = pages.replace("lines ", "líneas ").replace("line ", "línea ")
    return f"p. {words}" if words[0].isdigit() else words


def remark(note: Note, numbers: dict[str, int], link: Link | None = None) -> Remark:
    """A lesson, barrier or warning with the number of its source."""
    refs = (numbers[note.source],) if note.source in numbers else ()
    return Remark(note.text, refs, _pages(note.pages), note.basis == "editor", link)
