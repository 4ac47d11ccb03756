"""The regional plan of 2007 as a table: its eight columns, filled from what the catalog knows.

The plan (annex IV of the 2007 proceedings) left most of its cells empty. Here one row stands for
one practice in one country, and every cell says only what entries say:

- ``prioridad_ilac``: ILAC priorities named by the practice or by its cases there
- ``prioridad``: theme of the practice
- ``resultado_esperado``: changes that cases there report, as an expectation for others
- ``indicador``: indicators to measure by the practice, and those its cases measured
- ``actividad``: the practice and its steps
- ``responsable``: organizations that carried the cases out or regulate, by name
- ``recursos``: instruments and financing used, and investments as printed
- ``otros_actores``: every other organization that took part, with its role

What no entry says stays empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog.csvtext import Cell
from catalog.export.cells import join, number
from catalog.model import Case, Catalog, Practice, Quantity

HEADER = (
    "country", "practice", "prioridad_ilac", "prioridad", "resultado_esperado", "indicador",
    "actividad", "responsable", "recursos", "otros_actores", "cases",
)  # fmt: skip
RESPONSIBLE = frozenset({"implementer", "regulator"})


def matrix(catalog: Catalog) -> Iterator[Iterable[Cell]]:
    """Rows by country and practice; a practice without cases has one row without a country."""
    rows: list[tuple[str, str, tuple[Case, ...]]] = []
    for practice in catalog.practices.values():
        cases = [catalog.cases[id] for id in catalog.cases_by_practice.get(practice.id, ())]
        countries = sorted({country for case in cases for country in case.country})
        for country in countries or [""]:
            there = tuple(case for case in cases if country in case.country)
            rows.append((country, practice.id, there))
    for country, id, there in sorted(rows, key=lambda row: (row[0] == "", row[0], row[1])):
        yield _row(catalog, country, catalog.practices[id], there)


def _row(
    catalog: Catalog, country: str, practice: Practice, cases: tuple[Case, ...]
) -> Iterator[Cell]:
    known = catalog.vocabularies
    priorities = _unique([*practice.ilac_priority, *(p for c in cases for p in c.ilac_priority)])
    measured = [result.indicator for case in cases for result in case.reached]
    indicators = _unique([*practice.indicators, *measured])
    yield country
    yield practice.id
    yield join(f"{id} {known.label('ilac_priorities', id)}" for id in sorted(priorities))
    yield known.label("themes", practice.theme) if practice.theme else ""
    yield join(_unique(text for case in cases for text in _changes(catalog, case)))
    yield join(known.label("indicators", id) for id in indicators)
    yield join([practice.title, *practice.steps])
    yield join(_unique(name for name, role in _actors(catalog, cases) if role in RESPONSIBLE))
    yield join(_unique(_means(catalog, practice, cases)))
    yield join(
        _unique(
            f"{name} ({known.label('roles', role).lower()})"
            for name, role in _actors(catalog, cases)
            if role not in RESPONSIBLE
        )
    )
    yield join(case.id for case in cases)


def _unique(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text]


def _changes(catalog: Catalog, case: Case) -> Iterator[str]:
    """«Consumo de agua (agua de proceso): -14 %» for each change that a case reports."""
    for item in catalog.derived.get(case.id, ()):
        result = item.result
        if result.context:
            continue
        amount = _amount(item.percent, "%") or _amount(item.change, _unit(catalog, result.unit))
        if amount:
            label = catalog.vocabularies.label("indicators", result.indicator)
            of = f" ({result.of})" if result.of else ""
            per = f"/{_unit(catalog, result.per)}" if result.per and item.percent is None else ""
            yield f"{label}{of}: {amount}{per}"


def _amount(quantity: Quantity | None, unit: str) -> str:
    return f"{number(quantity)} {unit}".strip() if quantity else ""


def _unit(catalog: Catalog, id: str) -> str:
    units = catalog.vocabularies
    term = units["units"].get(id) if "units" in units else None
    return str(term.extra.get("symbol") or term.name) if term else id


def _actors(catalog: Catalog, cases: tuple[Case, ...]) -> Iterator[tuple[str, str]]:
    for case in cases:
        for who in case.organizations:
            found = catalog.organizations.get(who.id)
            yield (found.name if found else who.id), who.role


def _means(catalog: Catalog, practice: Practice, cases: tuple[Case, ...]) -> Iterator[str]:
    known = catalog.vocabularies
    used = [*practice.instruments, *(i for c in cases for i in (*c.instruments, *c.financing))]
    yield from (known.label("instruments", id) for id in used)
    for case in cases:
        money = case.economics.investment
        if money:
            year = f" ({money.year})" if money.year else ""
            yield f"inversión {number(money.value)} {money.currency}{year}"
