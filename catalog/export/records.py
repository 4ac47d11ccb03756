"""Entries as JSON: the front matter as authors wrote it, plus what was worked out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from io import BytesIO

from catalog.citation import version
from catalog.model import Catalog, Derived, Entry, Kind, Maturity, Payback, Scoreboard, Spread
from catalog.plain import compact, plain
from catalog.render.links import FOLDERS
from catalog.settings import Settings

FORMAT = "v1"
"""Part of every data address. A change that breaks readers gets a new one beside the old."""


def record_line(kind: Kind, entry: Entry, catalog: Catalog, settings: Settings) -> str:
    """An entry as one line of JSON."""
    return compact(entry_record(kind, entry, catalog, settings))


def whole(catalog: Catalog, settings: Settings) -> bytes:
    """The whole catalog in one file (UTF-8), one line for each entry, as its own file has it.

    Written piece by piece: as text, ten thousand cases take 300 MB on their way together.
    """
    target = BytesIO()
    for piece in _pieces(catalog, settings):
        target.write(piece.encode())
    return target.getvalue()


def _pieces(catalog: Catalog, settings: Settings) -> Iterator[str]:
    yield "{"
    for name, value in _head(catalog, settings).items():
        yield f'"{name}":{compact(value)},\n'
    for kind in Kind:
        living = catalog.entries(kind).values()
        yield f'"{kind.value}s":'
        yield from _lines(record_line(kind, entry, catalog, settings) for entry in living)
        yield ",\n"
    gone = (
        compact(_withdrawn_record(kind, entry, settings))
        for kind in Kind
        for entry in catalog.withdrawn.get(kind, {}).values()
    )
    yield '"withdrawn":'
    yield from _lines(gone)
    yield ',\n"vocabularies":{'
    for place, (name, vocabulary) in enumerate(sorted(catalog.vocabularies.by_name.items())):
        yield (",\n" if place else "") + f'"{name}":'
        yield from _lines(compact(plain(term)) for term in vocabulary)
    yield "}}\n"


def _head(catalog: Catalog, settings: Settings) -> dict[str, object]:
    return {
        "format": FORMAT,
        "name": settings.site_name,
        "url": settings.site_url,
        "license": settings.license_name,
        "scoreboard": scoreboard_record(catalog.scoreboards["all:"]),
    }


def dump(data: object) -> str:
    """JSON that people read: schemas."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _lines(texts: Iterable[str]) -> Iterator[str]:
    """A list, one line for each of ``texts``."""
    empty = True
    for text in texts:
        yield "[\n" if empty else ",\n"
        yield text
        empty = False
    yield "[]" if empty else "\n]"


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
    """One entry: ``kind``, ``url``, ``version``, the authored fields and ``computed``."""
    authored = plain(entry)
    assert isinstance(authored, dict)
    found = version(entry)
    stamp = {"hash": found.hash, **({"date": str(found.date)} if found.date else {})}
    head = {**_name(kind, entry, settings), "version": stamp}
    computed = _computed(kind, entry.id, catalog)
    return {**head, **authored, **({"computed": computed} if computed else {})}


def _name(kind: Kind, entry: Entry, settings: Settings) -> dict[str, object]:
    address = f"{settings.site_url}{FOLDERS[kind]}/{entry.id}/"
    return {"kind": kind.value, "id": entry.id, "url": address}


def _computed(kind: Kind, id: str, catalog: Catalog) -> dict[str, object]:
    if kind is Kind.CASE:
        return {
            "results": [_derived(item) for item in catalog.derived.get(id, ())],
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


def _derived(item: Derived) -> dict[str, object]:
    """What was worked out of one figure; these stand in the order of the entry's ``results``."""
    found = plain(item)
    assert isinstance(found, dict)
    return {name: value for name, value in found.items() if name != "result"}


def _withdrawn_record(kind: Kind, entry: Entry, settings: Settings) -> dict[str, object]:
    """What is left of a withdrawn entry: that it was there, why it went, where to look instead."""
    return {**_name(kind, entry, settings), "tombstone": plain(entry.tombstone)}
