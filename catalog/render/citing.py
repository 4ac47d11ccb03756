"""«Cómo citar» and «Incrustar» on the page of an entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from catalog.citation import (
    CSL_ENDING,
    Run,
    Version,
    Work,
    apa,
    bibtex,
    csl_file,
    iso690,
    of_entry,
    of_source,
    ris,
    version,
)
from catalog.model import Case, Collection, Kind, Practice, SourceEntry
from catalog.render import dates, links
from catalog.render.embed import EMBEDDED, HEIGHT
from catalog.render.embed import address as embed_address
from catalog.render.site import Site

DATA = f"{links.DATA}v1/"
PROGRAMS: tuple[tuple[str, str, str, Callable[[Work], str]], ...] = (
    ("bibtex", "BibTeX", "bib", bibtex),
    ("ris", "RIS", "ris", ris),
    ("csl", "CSL-JSON", CSL_ENDING, lambda work: csl_file([work])),
)


@dataclass(frozen=True, slots=True)
class Format:
    """A reference for a program: name, text to copy, file to download.

    Documents have no file of their own, nor has the copy that is read from a folder.
    """

    id: str
    name: str
    text: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Citing:
    """Everything that the box shows. ``frame`` and ``snippet`` are empty where nothing embeds."""

    apa: tuple[Run, ...]
    iso: tuple[Run, ...]
    formats: tuple[Format, ...]
    hash: str = ""
    changed: str = ""
    frame: str = ""
    snippet: str = ""


def citing(site: Site, kind: Kind, entry: Case | Practice | Collection) -> Citing:
    """How to cite an entry of the catalog, and how to show it elsewhere."""
    work = of_entry(kind, entry, site.settings)
    found = version(entry)
    base = f"{DATA}{links.entry(kind, entry.id).rstrip('/')}"
    frame, snippet = _embedding(site, kind, entry)
    return Citing(
        apa=apa(work),
        iso=iso690(work),
        formats=tuple(
            Format(
                id,
                name,
                make(work).strip().replace("\r", ""),
                f"{base}.{ending}" if site.directory_urls else "",
            )
            for id, name, ending, make in PROGRAMS
        ),
        hash=found.hash,
        changed=_day(found),
        frame=frame,
        snippet=snippet,
    )


def citing_source(source: SourceEntry) -> Citing:
    """How to cite a document: as what it is. Files for programs hold all documents at once."""
    work = of_source(source)
    return Citing(apa(work), iso690(work), (Format("bibtex", "BibTeX", bibtex(work)),))


def _day(found: Version) -> str:
    return dates.partial_date(found.date) if found.date else ""


def _embedding(site: Site, kind: Kind, entry: Case | Practice | Collection) -> tuple[str, str]:
    """A frame, and plain HTML for sites that allow none. Both need the address on the web."""
    if kind not in EMBEDDED or not site.settings.site_url:
        return "", ""
    public = escape(site.public(links.entry(kind, entry.id)))
    frame = escape(site.public(embed_address(kind, entry.id)))
    title, summary = escape(entry.title), escape(entry.summary)
    name, terms = escape(site.settings.site_name), escape(site.settings.license_name)
    return (
        f'<iframe src="{frame}" title="{title}" width="100%" height="{HEIGHT}" loading="lazy">'
        "</iframe>",
        f'<blockquote cite="{public}"><p><b><a href="{public}">{title}</a></b></p>\n'
        f"<p>{summary}</p>\n<p>{name}. {terms}.</p></blockquote>",
    )
