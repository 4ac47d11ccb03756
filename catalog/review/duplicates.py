"""Entries that may tell the same thing twice."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from catalog.link import sources_of
from catalog.model import Case, Catalog, Kind, SourceEntry
from catalog.rules.lexicon import fold

ALIKE = 0.72
"""Share of equal text from which two titles read as one; tried on the titles of the catalog."""


@dataclass(frozen=True, slots=True)
class Twin:
    """Two entries of a kind and, in Spanish, why they look alike."""

    kind: Kind
    id: str
    other: str
    reason: str


def twins(catalog: Catalog, touched: Collection[str]) -> Iterator[Twin]:
    """Probable duplicates of the entries in the files ``touched``; each pair once."""
    yield from _cases(catalog, touched)
    yield from _sources(catalog, touched)
    for kind, key in ((Kind.PRACTICE, "title"), (Kind.ORGANIZATION, "name")):
        names = {id: getattr(entry, key) for id, entry in catalog.entries(kind).items()}
        files = {id: entry.file for id, entry in catalog.entries(kind).items()}
        for id, other in _pairs(files, touched):
            likeness = alike(names[id], names[other])
            if likeness >= ALIKE:
                yield Twin(kind, id, other, f"nombre parecido ({likeness:.0%})")


def _pairs(files: dict[str, str], touched: Collection[str]) -> Iterator[tuple[str, str]]:
    """Every touched id with every other; of two touched ones, one order only."""
    mine = [id for id, file in files.items() if file in touched]
    for id in mine:
        for other in files:
            if other != id and (files[other] not in touched or id < other):
                yield id, other


def _cases(catalog: Catalog, touched: Collection[str]) -> Iterator[Twin]:
    files = {id: case.file for id, case in catalog.cases.items()}
    for id, other in _pairs(files, touched):
        reason = _same(catalog.cases[id], catalog.cases[other])
        if reason:
            yield Twin(Kind.CASE, id, other, reason)


def _same(case: Case, other: Case) -> str:
    """Why two cases of one country and sector look alike; empty when they do not."""
    if not set(case.country) & set(other.country) or not set(case.sector) & set(other.sector):
        return ""
    likeness = alike(case.title, other.title)
    shared = sorted(sources_of(case) & sources_of(other))
    reasons = [f"título parecido ({likeness:.0%})"] if likeness >= ALIKE else []
    reasons += [f"misma fuente ({shared[0]})"] if shared else []
    return ", ".join(["mismo país y sector", *reasons]) if reasons else ""


def _sources(catalog: Catalog, touched: Collection[str]) -> Iterator[Twin]:
    files = {id: source.file for id, source in catalog.sources.items()}
    for id, other in _pairs(files, touched):
        reason = _same_document(catalog.sources[id], catalog.sources[other])
        if reason:
            yield Twin(Kind.SOURCE, id, other, reason)


def _same_document(source: SourceEntry, other: SourceEntry) -> str:
    if source.DOI and source.DOI.casefold() == other.DOI.casefold():
        return "mismo DOI"
    if source.URL and source.URL.rstrip("/") == other.URL.rstrip("/"):
        return "misma dirección"
    years = source.issued.last_year, other.issued.last_year
    likeness = alike(source.title, other.title) if years[0] == years[1] else 0.0
    return f"mismo año, título parecido ({likeness:.0%})" if likeness >= ALIKE else ""


def alike(one: str, other: str) -> float:
    """Likeness of two texts from 0 to 1, blind to accents, case and punctuation."""
    matcher = SequenceMatcher(None, fold(one), fold(other), autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()
