"""Floor 6: entries in, the whole catalog with everything that can be worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from catalog.lazy import Lazy
from catalog.link import by_organization, by_practice, by_source, chains, facets, matrix, related
from catalog.measure import Units, derive, maturity, payback, scoreboard
from catalog.model import (
    Case,
    Catalog,
    Derived,
    Entries,
    Entry,
    Kind,
    Payback,
    Scoreboard,
)

E = TypeVar("E", bound=Entry)
BOARDS = ("sector", "country", "resource", "level", "instrument")


def assemble(entries: Entries) -> Catalog:
    """Work out everything computed once, in the order in which things need each other.

    Withdrawn entries are set apart first, so that no list, count or median ever meets one.
    """
    return replace(_assemble(_living(entries)), withdrawn=_withdrawn(entries))


def _living(entries: Entries) -> Entries:
    return replace(
        entries,
        cases=_without_tombstone(entries.cases),
        practices=_without_tombstone(entries.practices),
        organizations=_without_tombstone(entries.organizations),
        sources=_without_tombstone(entries.sources),
        collections=_without_tombstone(entries.collections),
    )


def _without_tombstone(entries: Mapping[str, E]) -> dict[str, E]:
    return {id: entry for id, entry in entries.items() if entry.tombstone is None}


def _withdrawn(entries: Entries) -> dict[Kind, dict[str, Entry]]:
    tables: dict[Kind, Mapping[str, Entry]] = {
        Kind.CASE: entries.cases,
        Kind.PRACTICE: entries.practices,
        Kind.ORGANIZATION: entries.organizations,
        Kind.SOURCE: entries.sources,
        Kind.COLLECTION: entries.collections,
    }
    return {
        kind: {id: entry for id, entry in table.items() if entry.tombstone is not None}
        for kind, table in tables.items()
    }


def _assemble(entries: Entries) -> Catalog:
    cases, vocabularies = entries.cases, entries.vocabularies
    units = Units(vocabularies["units"])
    derived = Lazy(
        cases, lambda id: tuple(derive(each, vocabularies, units) for each in cases[id].results)
    )
    paybacks = {id: payback(case) for id, case in cases.items()}
    of_practice = by_practice(cases)
    of_organization = by_organization(cases)
    of_source, practices_of_source = by_source(entries)
    standing = facets(cases, vocabularies)
    groups: dict[str, Mapping[str, tuple[str, ...]]] = {
        **{facet: standing[facet] for facet in BOARDS},
        "practice": {id: of_practice.get(id, ()) for id in entries.practices},
        "organization": of_organization,
        "source": of_source,
        "all": {"": tuple(cases)},
    }
    return Catalog(
        cases=cases,
        practices=entries.practices,
        organizations=entries.organizations,
        sources=entries.sources,
        collections=entries.collections,
        vocabularies=vocabularies,
        derived=derived,
        payback=paybacks,
        scoreboards=_boards(groups, cases, derived, paybacks),
        maturity={
            id: maturity(_pick(cases, of_practice.get(id, ())), cases, entries.practices)
            for id in entries.practices
        },
        chains=chains(entries),
        related=related(entries),
        cases_by_practice=of_practice,
        cases_by_source=of_source,
        practices_by_source=practices_of_source,
        cases_by_organization=of_organization,
        facets=standing,
        matrix=matrix(standing, vocabularies),
    )


def _boards(
    groups: Mapping[str, Mapping[str, tuple[str, ...]]],
    cases: Mapping[str, Case],
    derived: Mapping[str, tuple[Derived, ...]],
    paybacks: Mapping[str, Payback],
) -> Mapping[str, Scoreboard]:
    ids = {f"{facet}:{id}": ids for facet, members in groups.items() for id, ids in members.items()}
    return Lazy(ids, lambda key: scoreboard(_pick(cases, ids[key]), derived, paybacks))


def _pick(cases: Mapping[str, Case], ids: Iterable[str]) -> list[Case]:
    return [cases[id] for id in ids]
