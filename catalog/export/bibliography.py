"""References as files: every source in three formats, and one of each for every entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from catalog.citation import (
    CSL_ENDING,
    Work,
    bibtex_file,
    csl_file,
    of_entry,
    of_source,
    ris_file,
)
from catalog.model import Catalog, Kind
from catalog.reads import Later, Reads
from catalog.render.links import FOLDERS
from catalog.settings import Settings

CITED = (Kind.CASE, Kind.PRACTICE, Kind.COLLECTION)
"""Kinds with a text of their own. Sources are cited as what they are."""
Format = Callable[[Iterable[Work]], str]
FORMATS: Mapping[str, Format] = {"bib": bibtex_file, "ris": ris_file, CSL_ENDING: csl_file}
"""How references are written, by the ending of their file."""


def bibliography(catalog: Catalog) -> dict[str, str]:
    """All sources, by file name."""
    works = [of_source(source) for source in catalog.sources.values()]
    return {f"fuentes.{ending}": write(works) for ending, write in FORMATS.items()}


def citation_files(
    kind: Kind, id: str, catalog: Catalog, settings: Settings, reads: Reads
) -> Iterator[tuple[str, Later]]:
    """How to cite an entry, beside its JSON; ``reads`` notes what is looked up in ``catalog``."""
    for ending, write in FORMATS.items():
        make = partial(_cited, write, kind, id, catalog, settings)
        yield f"{FOLDERS[kind]}/{id}.{ending}", Later(reads, make)


def _cited(write: Format, kind: Kind, id: str, catalog: Catalog, settings: Settings) -> str:
    return write([of_entry(kind, catalog.entries(kind)[id], settings)])
