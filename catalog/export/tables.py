"""Tables for spreadsheets: CSV in UTF-8 with BOM, so that Excel in Spanish keeps the accents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog.csvtext import Cell, table
from catalog.export.records import PATHS
from catalog.model import Case, Catalog, Derived, Kind, Money, Quantity
from catalog.settings import Settings


def tables(catalog: Catalog, settings: Settings) -> dict[str, str]:
    """Every table by its name without ending."""
    return {
        "cases": table(CASE_HEADER, (_case(case, catalog, settings) for case in _cases(catalog))),
        "results": table(RESULT_HEADER, _results(catalog)),
        "practices": table(PRACTICE_HEADER, _practices(catalog, settings)),
        "links": table(("from_kind", "from", "relation", "to_kind", "to"), _links(catalog)),
    }


def _cases(catalog: Catalog) -> Iterable[Case]:
    return catalog.cases.values()


CASE_HEADER = (
    "id", "url", "title", "summary", "level", "country", "place", "sector", "isic4", "resource",
    "size", "period", "outcome", "verification", "source_read", "practices", "instruments",
    "investment", "investment_currency", "annual_saving", "saving_currency", "payback_months",
    "payback_computed", "payback_projected", "figures", "sources",
)  # fmt: skip


def _case(case: Case, catalog: Catalog, settings: Settings) -> Iterator[Cell]:
    sectors = catalog.vocabularies["sectors"]
    codes = (term.exact_match.get("isic4", "") for id in case.sector if (term := sectors.get(id)))
    economics, payback = case.economics, catalog.payback[case.id]
    yield from (case.id, f"{settings.site_url}{PATHS[Kind.CASE]}/{case.id}/", case.title)
    yield from (case.summary, case.level, _join(case.country), case.place, _join(case.sector))
    yield from (_join(codes), _join(case.resource), case.size, str(case.period), case.outcome)
    yield from (case.verification, case.source_read, _join(case.practices))
    yield _join((*case.instruments, *case.financing))
    yield from (*_money(economics.investment), *_money(economics.annual_saving))
    yield payback.months
    yield "yes" if payback.computed else ""
    yield "yes" if payback.projected else ""
    yield len(case.results)
    yield _join(reference.id for reference in case.sources)


def _join(values: Iterable[str]) -> str:
    return "; ".join(value for value in values if value)


def _money(money: Money | None) -> tuple[Cell, Cell]:
    return (_number(money.value), money.currency) if money else (None, None)


def _number(quantity: Quantity | None) -> Cell:
    """The number, or bounds as text: ``10..15``, ``>=50``, ``<=40``, ``~30``."""
    if quantity is None:
        return None
    if quantity.value is not None:
        return f"~{quantity.value:f}" if quantity.about else quantity.value
    if quantity.is_range:
        return f"{quantity.low:f}..{quantity.high:f}"
    return f">={quantity.low:f}" if quantity.low is not None else f"<={quantity.high:f}"


RESULT_HEADER = (
    "case", "country", "sector", "indicator", "of", "baseline", "after", "change", "percent",
    "value", "unit", "per", "per_of", "percent_of", "computed", "canonical_unit",
    "canonical_change", "canonical_value", "basis", "n", "scope", "period", "source", "pages",
    "note",
)  # fmt: skip


def _results(catalog: Catalog) -> Iterator[Iterable[Cell]]:
    for case in catalog.cases.values():
        for item in catalog.derived[case.id]:
            yield _result(case, item)


def _result(case: Case, item: Derived) -> Iterator[Cell]:
    result = item.result
    yield from (case.id, _join(case.country), case.sector[0] if case.sector else "")
    yield from (result.indicator, result.of)
    for quantity in (item.baseline, item.after, item.change, item.percent, result.value):
        yield _number(quantity)
    yield from (result.unit, result.per, result.per_of, result.percent_of)
    yield _join(sorted(item.computed))
    yield from (item.canonical_unit, item.canonical_change, item.canonical_value, result.basis)
    yield from (result.n, result.scope, str(result.period) if result.period else "")
    yield from (result.source, result.pages, result.note)


PRACTICE_HEADER = (
    "id", "url", "title", "summary", "kind", "theme", "sectors", "resource", "option_type",
    "recommendation", "maturity", "cases", "countries", "median_payback_months", "statements",
)  # fmt: skip


def _practices(catalog: Catalog, settings: Settings) -> Iterator[Iterable[Cell]]:
    for practice in catalog.practices.values():
        board = catalog.scoreboards[f"practice:{practice.id}"]
        yield (
            practice.id,
            f"{settings.site_url}{PATHS[Kind.PRACTICE]}/{practice.id}/",
            practice.title,
            practice.summary,
            practice.kind,
            practice.theme,
            _join(practice.sectors) or ("multi-sector" if practice.cross_sector else ""),
            _join(practice.resource),
            _join(practice.option_type),
            practice.recommendation,
            catalog.maturity[practice.id].level,
            board.n,
            _join(board.countries),
            board.payback.median if board.payback.comparable else None,
            len(practice.supported_by),
        )


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
