"""Who stands where: entries by term, by source, by organization, and the gap matrix."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from catalog.model import Case, Entries, GapCell, GapMatrix, Vocabularies, Vocabulary

Index = dict[str, tuple[str, ...]]
UNKNOWN = ""
"""The value of an entry that does not say: shown as «sin dato», never left out."""


def index(pairs: Iterable[tuple[str, str]]) -> Index:
    """Group (key, id) pairs: ids sorted and distinct, keys sorted."""
    groups: dict[str, set[str]] = defaultdict(set)
    for key, id in pairs:
        groups[key].add(id)
    return {key: tuple(sorted(groups[key])) for key in sorted(groups)}


def with_broader(vocabulary: Vocabulary, ids: Iterable[str]) -> set[str]:
    """The ids and every term above them."""
    found: set[str] = set()
    for id in ids:
        while id and id not in found:
            found.add(id)
            term = vocabulary.get(id)
            id = term.broader if term else ""
    return found


def facets(cases: Mapping[str, Case], vocabularies: Vocabularies) -> dict[str, Index]:
    """Every facet of the explorer: facet -> value -> case ids, unknown values under ``""``."""
    sectors, countries = vocabularies["sectors"], vocabularies["countries"]

    def subregions(case: Case) -> set[str]:
        terms = (countries.get(id) for id in case.country)
        return {str(term.extra.get("subregion") or UNKNOWN) for term in terms if term}

    values: dict[str, Callable[[Case], Iterable[str]]] = {
        "level": lambda case: [case.level],
        "country": lambda case: case.country,
        "subregion": subregions,
        "sector": lambda case: with_broader(sectors, case.sector),
        "resource": lambda case: case.resource,
        "size": lambda case: [case.size],
        "outcome": lambda case: [case.outcome],
        "verification": lambda case: [case.verification],
        "instrument": lambda case: {*case.instruments, *case.financing},
        "option_type": lambda case: case.option_type,
        "figures": lambda case: ["yes" if case.reached or has_money(case) else "no"],
    }
    return {
        facet: index((value, case.id) for case in cases.values() for value in of(case) or [UNKNOWN])
        for facet, of in values.items()
    }


def has_money(case: Case) -> bool:
    """True when the case prints an investment, a saving or a cost."""
    economics = case.economics
    return any((economics.investment, economics.annual_saving, economics.operating_cost))


def sources_of(case: Case) -> set[str]:
    """Ids of every document a case rests on, figures and notes included."""
    notes = (*case.drivers, *case.barriers, *case.lessons, *case.caveats)
    found = {reference.id for reference in case.sources}
    found |= {result.source for result in case.results}
    found |= {note.source for note in notes} | {step.source for step in case.followups}
    return found - {""}


def by_source(entries: Entries) -> tuple[Index, Index]:
    """Cases and practices by the document they rest on."""
    cases = index(
        (source, case.id) for case in entries.cases.values() for source in sources_of(case)
    )
    practices = index(
        (source, practice.id)
        for practice in entries.practices.values()
        for source in (
            *(support.source for support in practice.supported_by),
            *(reference.id for reference in practice.sources),
        )
    )
    return cases, practices


def by_practice(cases: Mapping[str, Case]) -> Index:
    """Cases by practice."""
    return index((practice, case.id) for case in cases.values() for practice in case.practices)


def by_organization(cases: Mapping[str, Case]) -> Index:
    """Cases by organization."""
    return index((party.id, case.id) for case in cases.values() for party in case.organizations)


def matrix(by_facet: Mapping[str, Index], vocabularies: Vocabularies) -> GapMatrix:
    """Every sector against every resource; empty cells are what nobody has told yet."""
    sectors = tuple(term.id for term in vocabularies["sectors"] if not term.deprecated)
    resources = tuple(term.id for term in vocabularies["resources"])
    of_sector = {id: set(by_facet["sector"].get(id, ())) for id in sectors}
    of_resource = {id: set(by_facet["resource"].get(id, ())) for id in resources}
    cells = {
        (sector, resource): GapCell(
            sector, resource, tuple(sorted(of_sector[sector] & of_resource[resource]))
        )
        for sector in sectors
        for resource in resources
    }
    return GapMatrix(sectors, resources, cells)
