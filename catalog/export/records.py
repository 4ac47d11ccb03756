"""Entries as JSON: the front matter as authors wrote it, plus what was worked out."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from decimal import Decimal

from catalog.model import (
    Catalog,
    Entry,
    Kind,
    Maturity,
    PartialDate,
    Payback,
    Period,
    Quantity,
    Scoreboard,
    Spread,
)
from catalog.settings import Settings

INTERNAL = frozenset({"file", "line", "body"})
PATHS = {
    Kind.CASE: "casos",
    Kind.PRACTICE: "practicas",
    Kind.ORGANIZATION: "organizaciones",
    Kind.SOURCE: "fuentes",
    Kind.COLLECTION: "formacion",
}
"""Folder of each kind in addresses."""


def plain(value: object) -> object:
    """A value as JSON types: numbers for ``Decimal``, text for dates, nothing that is empty."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral() else float(value)
    if isinstance(value, Period | PartialDate):
        return str(value)
    if isinstance(value, Quantity):
        return _quantity(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        pairs = ((f.name, plain(getattr(value, f.name))) for f in dataclasses.fields(value))
        return {name: part for name, part in pairs if name not in INTERNAL and not _empty(part)}
    if isinstance(value, tuple | list | frozenset | set):
        return [plain(part) for part in (sorted(value) if isinstance(value, frozenset) else value)]
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    return value


def _empty(value: object) -> bool:
    return value is None or value == "" or value == [] or value == {}


def _quantity(quantity: Quantity) -> object:
    if quantity.value is not None and not quantity.about:
        return plain(quantity.value)
    if quantity.value is not None:
        return {"about": plain(quantity.value)}
    bounds = {"min": quantity.low, "max": quantity.high}
    return {name: plain(bound) for name, bound in bounds.items() if bound is not None}


def _spread(spread: Spread) -> dict[str, object]:
    return {
        "n": spread.n,
        "unit": spread.unit,
        "median": plain(spread.median),
        "min": plain(spread.low),
        "max": plain(spread.high),
        "points": [{"value": plain(number), "case": id} for number, id in spread.points],
    }


def scoreboard_record(board: Scoreboard) -> dict[str, object]:
    """A scoreboard with n, spreads and the cases behind every number."""
    return {
        "n": board.n,
        "cases": list(board.cases),
        "countries": list(board.countries),
        "sectors": list(board.sectors),
        "outcomes": plain(board.outcomes),
        "payback_months": _spread(board.payback),
        "saving_percent": {name: _spread(spread) for name, spread in board.savings.items()},
        "projected": list(board.projected),
    }


def entry_record(
    kind: Kind, entry: Entry, catalog: Catalog, settings: Settings
) -> dict[str, object]:
    """One entry: ``kind``, ``url``, the authored fields and ``computed``."""
    authored = plain(entry)
    assert isinstance(authored, dict)
    address = f"{settings.site_url}{PATHS[kind]}/{entry.id}/"
    head = {"kind": kind.value, "id": entry.id, "url": address}
    computed = _computed(kind, entry.id, catalog)
    return {**head, **authored, **({"computed": computed} if computed else {})}


def _computed(kind: Kind, id: str, catalog: Catalog) -> dict[str, object]:
    if kind is Kind.CASE:
        return {
            "results": [plain(item) for item in catalog.derived.get(id, ())],
            "payback": plain(catalog.payback.get(id) or Payback()),
            "related": [{"id": r.id, "reason": r.reason} for r in catalog.related.get(id, ())],
        }
    if kind is Kind.PRACTICE:
        return {
            "scoreboard": scoreboard_record(catalog.scoreboards[f"practice:{id}"]),
            "maturity": plain(catalog.maturity.get(id) or Maturity("", "")),
            "cases": list(catalog.cases_by_practice.get(id, ())),
        }
    if kind is Kind.SOURCE:
        return {
            "cases": list(catalog.cases_by_source.get(id, ())),
            "practices": list(catalog.practices_by_source.get(id, ())),
        }
    if kind is Kind.ORGANIZATION:
        return {"cases": list(catalog.cases_by_organization.get(id, ()))}
    return {}


def dump(data: object) -> str:
    """JSON for files: readable accents, stable order, final newline."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def catalog_json(catalog: Catalog, settings: Settings) -> str:
    """The whole catalog in one file."""
    entries = {
        f"{kind.value}s": [
            entry_record(kind, entry, catalog, settings) for entry in catalog.entries(kind).values()
        ]
        for kind in Kind
    }
    vocabularies = {
        name: [plain(term) for term in vocabulary]
        for name, vocabulary in sorted(catalog.vocabularies.by_name.items())
    }
    head = {
        "name": settings.site_name,
        "url": settings.site_url,
        "license": settings.license_name,
        "scoreboard": scoreboard_record(catalog.scoreboards["all:"]),
    }
    gone = [
        _withdrawn_record(kind, entry, settings)
        for kind in Kind
        for entry in catalog.withdrawn.get(kind, {}).values()
    ]
    return dump({**head, **entries, "withdrawn": gone, "vocabularies": vocabularies})


def _withdrawn_record(kind: Kind, entry: Entry, settings: Settings) -> dict[str, object]:
    """What is left of a withdrawn entry: that it was there, why it went, where to look instead."""
    address = f"{settings.site_url}{PATHS[kind]}/{entry.id}/"
    head = {"kind": kind.value, "id": entry.id, "url": address}
    return {**head, "tombstone": plain(entry.tombstone)}


def entry_files(catalog: Catalog, settings: Settings) -> dict[str, str]:
    """One JSON per entry, at ``<kind>/<id>.json``."""
    return {
        f"{PATHS[kind]}/{entry.id}.json": dump(entry_record(kind, entry, catalog, settings))
        for kind in Kind
        for entry in catalog.entries(kind).values()
    }
