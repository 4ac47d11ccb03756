"""References as files: every source in three formats, and one of each for every entry."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.citation import (
    CSL_ENDING,
    bibtex_file,
    csl_file,
    of_entry,
    of_source,
    ris_file,
)
from catalog.model import Catalog, Entry, Kind
from catalog.render.links import FOLDERS
from catalog.settings import Settings

CITED = (Kind.CASE, Kind.PRACTICE, Kind.COLLECTION)
"""Kinds with a text of their own. Sources are cited as what they are."""


def bibliography(catalog: Catalog) -> dict[str, str]:
    """All sources, by file name."""
    works = [of_source(source) for source in catalog.sources.values()]
    return {
        "fuentes.bib": bibtex_file(works),
        "fuentes.ris": ris_file(works),
        f"fuentes.{CSL_ENDING}": csl_file(works),
    }


def citation_files(kind: Kind, entry: Entry, settings: Settings) -> Iterator[tuple[str, str]]:
    """How to cite an entry, beside its JSON; nothing for kinds that nobody cites."""
    if kind not in CITED:
        return
    work = [of_entry(kind, entry, settings)]
    base = f"{FOLDERS[kind]}/{entry.id}"
    yield f"{base}.bib", bibtex_file(work)
    yield f"{base}.ris", ris_file(work)
    yield f"{base}.{CSL_ENDING}", csl_file(work)
