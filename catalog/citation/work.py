"""Something that can be cited, whatever it is: the variables of CSL that our styles use."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.citation.version import version
from catalog.model import Entry, Kind, Name, PartialDate, SourceEntry
from catalog.settings import Settings

ARTICLES = frozenset({"article-journal", "article-newspaper", "article-magazine"})
FOLDERS = {
    Kind.CASE: "casos",
    Kind.PRACTICE: "practicas",
    Kind.ORGANIZATION: "organizaciones",
    Kind.SOURCE: "fuentes",
    Kind.COLLECTION: "formacion",
}


@dataclass(frozen=True, slots=True)
class Work:
    """What a reference is made of. ``issued`` and ``until`` are the ends of a period."""

    id: str
    type: str
    title: str
    authors: tuple[Name, ...] = ()
    issued: PartialDate | None = None
    until: PartialDate | None = None
    container: str = ""
    publisher: str = ""
    event: str = ""
    place: str = ""
    language: str = ""
    doi: str = ""
    url: str = ""
    accessed: PartialDate | None = None
    version: str = ""
    license: str = ""
    bracketed: bool = False
    """True where the title is the editor's, because that of the document was not seen."""

    @property
    def periodical(self) -> str:
        """The paper or journal of an article, which sources often give as publisher."""
        return (self.container or self.publisher) if self.type in ARTICLES else ""

    @property
    def site(self) -> str:
        """The site or series around it, unless that stands elsewhere in the reference."""
        named = {name.literal for name in self.creators}
        inside = self.type in ARTICLES or self.type == "chapter" or self.container in named
        return "" if inside else self.container

    @property
    def issuer(self) -> str:
        """The publisher, unless it already stands as the author or as the periodical."""
        named = {name.literal for name in self.creators} | {self.periodical, self.container}
        return "" if self.publisher in named else self.publisher

    @property
    def creators(self) -> tuple[Name, ...]:
        """Authors; without any, the institution that published it. Articles then have none."""
        if self.authors or self.type in ARTICLES or not self.publisher:
            return self.authors
        return (Name(literal=self.publisher),)


def of_entry(kind: Kind, entry: Entry, settings: Settings) -> Work:
    """An entry of the catalog: the catalog is its author, its version part of the reference."""
    found = version(entry)
    return Work(
        id=f"{FOLDERS[kind]}-{entry.id}",
        type="webpage",
        title=str(getattr(entry, "title", "") or getattr(entry, "name", "") or entry.id),
        authors=(Name(literal=settings.site_name),),
        issued=found.date,
        container=settings.site_name,
        language=str(getattr(entry, "language", "") or "es"),
        url=f"{settings.site_url}{FOLDERS[kind]}/{entry.id}/" if settings.site_url else "",
        version=found.hash,
        license=settings.license_name,
    )


def of_catalog(settings: Settings, hash: str, date: PartialDate | None) -> Work:
    """The whole catalog as a data set."""
    return Work(
        id="catalogo",
        type="dataset",
        title=settings.site_name,
        authors=(Name(literal=settings.site_name),),
        issued=date,
        language="es",
        url=f"{settings.site_url}datos/" if settings.site_url else "",
        version=hash,
        license=settings.license_name,
    )


def of_source(source: SourceEntry) -> Work:
    """A document that the catalog rests on."""
    start, end = source.issued.start, source.issued.end
    return Work(
        id=source.id,
        type=source.type,
        title=source.title,
        authors=source.author,
        issued=start or end,
        until=end if start and end != start else None,
        container=source.container_title,
        publisher=source.publisher,
        event=source.event.name if source.event else "",
        place=source.event.place if source.event else "",
        language=source.language,
        doi=source.DOI,
        url=source.URL,
        accessed=source.accessed,
        license=source.license,
        bracketed=source.title_basis == "editor",
    )
