"""Floor 7: what the catalog holds, in numbers that maintainers can follow over time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from catalog.model import Case, Catalog, Finding, Kind, Severity, SourceEntry
from catalog.stats.readability import LIMIT, reading_ease

Numbers = dict[str, object]
DOCUMENTED = frozenset({"V2", "V3", "V4"})
WELL_COVERED = 3
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
DANGLING = "L"
"""Family of the rules on references."""


def statistics(catalog: Catalog, findings: Iterable[Finding]) -> Numbers:
    """Counts of entries, figures, places and sources, and the share of cases that say how much."""
    cases = list(catalog.cases.values())
    found = list(findings)
    by_rule = Counter(finding.rule for finding in found)
    return {
        "entries": {kind.value: len(catalog.entries(kind)) for kind in Kind},
        "figures": sum(figures(case) for case in cases),
        "countries": _countries(catalog),
        "sectors_with_3_cases": _covered(catalog),
        "errors": sum(finding.severity is Severity.ERROR for finding in found),
        "warnings": sum(finding.severity is Severity.WARNING for finding in found),
        "dangling_references": sum(
            count for rule, count in by_rule.items() if f"-{DANGLING}" in rule
        ),
        "quality": quality(cases),
        "quality_by_sector": _groups(catalog, "sector"),
        "quality_by_country": _groups(catalog, "country"),
        "outcomes": dict(Counter(case.outcome for case in cases).most_common()),
        "verification": dict(sorted(Counter(case.verification for case in cases).items())),
        "sources": _sources(catalog),
        "hard_to_read": _hard(catalog),
        "sources_without_year": sorted(
            source.id for source in catalog.sources.values() if not source.issued.known
        ),
        "sources_that_are_copies": sorted(
            source.id for source in catalog.sources.values() if _is_copy(source)
        ),
    }


def _hard(catalog: Catalog) -> Numbers:
    """Entries whose text is very difficult to read, with their index, hardest first."""
    eases = {
        f"{kind.folder}/{entry.id}": reading_ease(plain_text(entry.body))
        for kind in (Kind.CASE, Kind.PRACTICE)
        for entry in catalog.entries(kind).values()
    }
    hard = ((ease, id) for id, ease in eases.items() if ease is not None and ease < LIMIT)
    return {id: round(ease, 1) for ease, id in sorted(hard)}


def plain_text(body: str) -> str:
    """A Markdown body without its headings, marks and addresses."""
    lines = (line for line in body.splitlines() if not line.startswith("#"))
    return LINK.sub(r"\1", "\n".join(lines)).replace("*", "")


def figures(case: Case) -> int:
    """How many figures a case prints: results, money, reported payback and return."""
    economics = case.economics
    money = (
        economics.investment,
        economics.annual_saving,
        economics.operating_cost,
        economics.reported_payback_months,
        economics.reported_roi_percent,
    )
    return sum(map(quantities, case.results)) + sum(item is not None for item in money)


def quantities(result: object) -> int:
    """How many numbers one result prints."""
    names = ("baseline", "after", "change", "percent", "value")
    return sum(getattr(result, name) is not None for name in names)


def quality(cases: list[Case]) -> Numbers:
    """Share of cases (percent) with figures, with money, and documented with method."""
    return {
        "cases": len(cases),
        "with_figures": _share(cases, [case for case in cases if case.reached]),
        "with_economics": _share(cases, [case for case in cases if _economics(case)]),
        "documented": _share(cases, [case for case in cases if case.verification in DOCUMENTED]),
    }


def _economics(case: Case) -> bool:
    return bool(case.economics.investment or case.economics.annual_saving)


def _share(cases: list[Case], some: list[Case]) -> float:
    return round(100 * len(some) / len(cases), 1) if cases else 0.0


def _countries(catalog: Catalog) -> int:
    return len(catalog.scoreboards["all:"].countries)


def _covered(catalog: Catalog) -> int:
    own = Counter(case.sector[0] for case in catalog.cases.values() if case.sector)
    return sum(count >= WELL_COVERED for count in own.values())


def _groups(catalog: Catalog, facet: str) -> Numbers:
    groups = catalog.facets[facet]
    return {
        value: quality([catalog.cases[id] for id in ids])
        for value, ids in sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    }


def _sources(catalog: Catalog) -> Numbers:
    statements = Counter(
        support.source
        for practice in catalog.practices.values()
        for support in practice.supported_by
    )
    return {
        id: {
            "cases": len(catalog.cases_by_source.get(id, ())),
            "practices": len(catalog.practices_by_source.get(id, ())),
            "statements": statements[id],
        }
        for id in catalog.sources
    }


def _is_copy(source: SourceEntry) -> bool:
    return bool(source.copy_of) or "copy" in source.quality or "blog" in source.URL


LABELS = {
    "figures": "Cifras",
    "countries": "Países",
    "sectors_with_3_cases": "Sectores con 3 casos o más",
    "errors": "Errores",
    "warnings": "Advertencias",
    "dangling_references": "Referencias sin destino",
}
KINDS = {
    "case": "Casos", "practice": "Prácticas", "organization": "Organizaciones",
    "source": "Fuentes", "collection": "Rutas de formación",
}  # fmt: skip
SHOWN_SOURCES = 12


def as_text(numbers: Mapping[str, object]) -> str:
    """The numbers as lines for a terminal, in Spanish."""
    entries, sources = numbers["entries"], numbers["sources"]
    assert isinstance(entries, dict)
    assert isinstance(sources, dict)
    lines = [f"{KINDS[kind]:<28}{count:>7}" for kind, count in entries.items()]
    lines += [f"{label:<28}{numbers[name]:>7}" for name, label in LABELS.items()]
    lines += _quality_lines(numbers)
    lines.append("")
    lines.append(f"{'Fuente':<44}{'casos':>7}{'práct.':>8}{'enunc.':>8}")
    heaviest = sorted(sources.items(), key=lambda pair: (-sum(pair[1].values()), pair[0]))
    for id, counts in heaviest[:SHOWN_SOURCES]:
        row = (counts["cases"], counts["practices"], counts["statements"])
        lines.append(f"{id[:43]:<44}{row[0]:>7}{row[1]:>8}{row[2]:>8}")
    if len(heaviest) > SHOWN_SOURCES:
        lines.append(f"… y {len(heaviest) - SHOWN_SOURCES} fuentes más (stats --json)")
    return "\n".join(lines)


def _quality_lines(numbers: Mapping[str, object]) -> list[str]:
    names = {
        "with_figures": "con cifras",
        "with_economics": "con inversión o ahorro",
        "documented": "documentados con método (V2 o más)",
    }
    whole = numbers["quality"]
    assert isinstance(whole, dict)
    lines = ["", "De los casos:"]
    lines += [f"  {whole[key]:>5} % {text}" for key, text in names.items()]
    without_year, copies = numbers["sources_without_year"], numbers["sources_that_are_copies"]
    assert isinstance(without_year, list)
    assert isinstance(copies, list)
    hard = numbers["hard_to_read"]
    assert isinstance(hard, dict)
    lines.append(f"Textos muy difíciles de leer (Szigriszt-Pazos < 40): {len(hard)}")
    lines.append(f"Fuentes sin año: {len(without_year)}; copias o blogs: {len(copies)}")
    return lines
