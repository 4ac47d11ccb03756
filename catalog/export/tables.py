"""Tables for spreadsheets: CSV in UTF-8 with BOM, so that Excel in Spanish keeps the accents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalog.citation import version
from catalog.csvtext import Cell, table
from catalog.export import matrix
from catalog.export.cells import join, money, number
from catalog.model import Case, Catalog, Derived, Entry, Kind
from catalog.render.links import FOLDERS
from catalog.settings import Settings


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one header of keys (:data:`catalog.export.columns.HEADINGS` explains them)."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def csv(self) -> str:
        """CSV text with BOM and CRLF, as spreadsheets expect it (RFC 4180)."""
        return table(self.header, self.rows)


def tables(catalog: Catalog, settings: Settings) -> dict[str, Table]:
    """Every table by its name."""
    cases = catalog.cases.values()
    return {
        "cases": _table(CASE_HEADER, (_case(case, catalog, settings) for case in cases)),
        "results": _table(RESULT_HEADER, _results(catalog)),
        "practices": _table(PRACTICE_HEADER, _practices(catalog, settings)),
        "links": _table(LINK_HEADER, _links(catalog)),
        "matrix": _table(matrix.HEADER, matrix.matrix(catalog)),
        "sources": _table(SOURCE_HEADER, _sources(catalog, settings)),
        "organizations": _table(ORGANIZATION_HEADER, _organizations(catalog, settings)),
    }


def _table(header: tuple[str, ...], rows: Iterable[Iterable[Cell]]) -> Table:
    return Table(header, tuple(tuple(row) for row in rows))


def _url(settings: Settings, kind: Kind, id: str) -> str:
    return f"{settings.site_url}{FOLDERS[kind]}/{id}/"


CASE_HEADER = (
    "id", "url", "title", "summary", "level", "country", "place", "sector", "isic4", "resource",
    "size", "period", "outcome", "verification", "source_read", "practices", "instruments",
    "investment", "investment_currency", "annual_saving", "saving_currency", "payback_months",
    "payback_computed", "payback_projected", "figures", "sources", "updated", "hash",
)  # fmt: skip


def _case(case: Case, catalog: Catalog, settings: Settings) -> Iterator[Cell]:
    sectors = catalog.vocabularies["sectors"]
    found = (term.exact_match.get("isic4", "") for id in case.sector if (term := sectors.get(id)))
    codes = (f"isic4:{code}" for code in found if code)  # a bare 0141 would lose its zero
    economics, payback = case.economics, catalog.payback[case.id]
    yield from (case.id, _url(settings, Kind.CASE, case.id), case.title)
    yield from (case.summary, case.level, join(case.country), case.place, join(case.sector))
    yield from (join(codes), join(case.resource), case.size, str(case.period), case.outcome)
    yield from (case.verification, case.source_read, join(case.practices))
    yield join((*case.instruments, *case.financing))
    yield from (*money(economics.investment), *money(economics.annual_saving))
    yield payback.months
    yield "yes" if payback.computed else ""
    yield "yes" if payback.projected else ""
    yield len(case.results)
    yield join(reference.id for reference in case.sources)
    yield from _stamp(case)


def _stamp(entry: Entry) -> Iterator[Cell]:
    """Date of the last change and short hash of the content."""
    found = version(entry)
    yield str(found.date or "")
    yield f"sha256:{found.hash}"  # 662377e0 alone is a number to a spreadsheet


RESULT_HEADER = (
    "case", "country", "sector", "indicator", "of", "baseline", "after", "change", "percent",
    "value", "unit", "per", "per_of", "percent_of", "computed", "canonical_unit",
    "canonical_change", "canonical_value", "basis", "n", "scope", "period", "source", "pages",
    "note", "context",
)  # fmt: skip


def _results(catalog: Catalog) -> Iterator[Iterable[Cell]]:
    for case in catalog.cases.values():
        for item in catalog.derived[case.id]:
            yield _result(case, item)


def _result(case: Case, item: Derived) -> Iterator[Cell]:
    result = item.result
    yield from (case.id, join(case.country), case.sector[0] if case.sector else "")
    yield from (result.indicator, result.of)
    for quantity in (item.baseline, item.after, item.change, item.percent, result.value):
        yield number(quantity)
    yield from (result.unit, result.per, result.per_of, result.percent_of)
    yield join(sorted(item.computed))
    yield from (item.canonical_unit, item.canonical_change, item.canonical_value, result.basis)
    yield from (result.n, result.scope, str(result.period) if result.period else "")
    pages = f"p. {result.pages}" if result.pages[:1].isdigit() else result.pages  # 3-5: a date
    yield from (result.source, pages, result.note, "yes" if result.context else "")


PRACTICE_HEADER = (
    "id", "url", "title", "summary", "kind", "theme", "sectors", "resource", "option_type",
    "recommendation", "maturity", "cases", "countries", "median_payback_months", "statements",
)  # fmt: skip


def _practices(catalog: Catalog, settings: Settings) -> Iterator[Iterable[Cell]]:
    for practice in catalog.practices.values():
        board = catalog.scoreboards[f"practice:{practice.id}"]
        yield (
            practice.id,
            _url(settings, Kind.PRACTICE, practice.id),
            practice.title,
            practice.summary,
            practice.kind,
            practice.theme,
            join(practice.sectors) or ("multi-sector" if practice.cross_sector else ""),
            join(practice.resource),
            join(practice.option_type),
            practice.recommendation,
            catalog.maturity[practice.id].level,
            board.n,
            join(board.countries),
            board.payback.median if board.payback.comparable else None,
            len(practice.supported_by),
        )


SOURCE_HEADER = (
    "id", "url", "type", "title", "author", "issued", "publisher", "container", "language",
    "doi", "source", "archive_url", "accessed", "license", "quality", "link_status", "cases",
    "practices",
)  # fmt: skip


def _sources(catalog: Catalog, settings: Settings) -> Iterator[Iterable[Cell]]:
    for source in catalog.sources.values():
        yield (
            source.id,
            _url(settings, Kind.SOURCE, source.id),
            source.type,
            source.title,
            join(name.text for name in source.author),
            str(source.issued) if source.issued.known else "",
            source.publisher,
            source.container_title,
            source.language,
            source.DOI,
            source.URL,
            source.archive_url,
            str(source.accessed or ""),
            source.license,
            join(source.quality),
            source.link_status,
            join(catalog.cases_by_source.get(source.id, ())),
            join(catalog.practices_by_source.get(source.id, ())),
        )


ORGANIZATION_HEADER = ("id", "url", "name", "acronym", "type", "country", "status", "cases")


def _organizations(catalog: Catalog, settings: Settings) -> Iterator[Iterable[Cell]]:
    for entry in catalog.organizations.values():
        cases = catalog.cases_by_organization.get(entry.id, ())
        yield (
            entry.id,
            _url(settings, Kind.ORGANIZATION, entry.id),
            entry.name,
            entry.acronym,
            entry.type,
            join(entry.country),
            entry.status,
            join(cases),
        )


LINK_HEADER = ("from_kind", "from", "relation", "to_kind", "to")


def _links(catalog: Catalog) -> Iterator[Iterable[Cell]]:
    for case in catalog.cases.values():
        yield from (("case", case.id, "applies", "practice", id) for id in case.practices)
        for id in case.enabled_by:
            yield ("case", case.id, "enabled_by", "case" if id in catalog.cases else "practice", id)
        yield from (("case", case.id, "cites", "source", item.id) for item in case.sources)
        yield from (
            ("case", case.id, who.role, "organization", who.id) for who in case.organizations
        )
    for practice in catalog.practices.values():
        for support in practice.supported_by:
            yield ("practice", practice.id, "supported_by", "source", support.source)
