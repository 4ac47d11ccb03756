"""Entries as JSON: the front matter as authors wrote it, plus what was worked out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO

from catalog.citation import version
from catalog.model import Catalog, Derived, Entry, Kind, Maturity, Payback, Scoreboard, Spread
from catalog.plain import compact, fields, plain
from catalog.reads import Later, Reads
from catalog.render.links import FOLDERS
from catalog.settings import Settings

FORMAT = "v1"
"""Part of every data address. A change that breaks readers gets a new one beside the old."""


def record_line(kind: Kind, entry: Entry, catalog: Catalog, settings: Settings) -> str:
    """An entry as one line of JSON."""
    return compact(entry_record(kind, entry, catalog, settings))


def record_files(
    catalog: Catalog, settings: Settings, reads: Reads
) -> Iterator[tuple[str, str | bytes | Later]]:
    """Path below the format's folder, and content: a file for each entry, last the whole catalog.

    The whole has the lines of the single files, each worked out once, if it was not at hand. It
    grows as bytes: as text, ten thousand cases take 300 MB on their way together. ``reads`` notes
    what is looked up in ``catalog``.
    """
    whole = _Object()
    for name, value in _head(catalog, settings).items():
        whole.add(f'"{name}":{compact(value)}')
    for kind in Kind:
        with whole.rows(f"{kind.value}s") as row:
            for id in catalog.entries(kind):
                line = Later(reads, partial(_record_file, kind, id, catalog, settings))
                yield f"{FOLDERS[kind]}/{id}.json", line
                row(line.text().removesuffix("\n"))
    with whole.rows("withdrawn") as row:
        for kind in Kind:
            for entry in catalog.withdrawn.get(kind, {}).values():
                row(compact(_withdrawn_record(kind, entry, settings)))
    vocabularies = _Object()
    for name, vocabulary in sorted(catalog.vocabularies.by_name.items()):
        with vocabularies.rows(name) as row:
            for term in vocabulary:
                row(compact(plain(term)))
    whole.add(f'"vocabularies":{vocabularies.end().decode()}')
    yield "catalog.json", whole.end("}\n")


def _record_file(kind: Kind, id: str, catalog: Catalog, settings: Settings) -> str:
    return record_line(kind, catalog.entries(kind)[id], catalog, settings) + "\n"


class _Object:
    """A JSON object of many lines, as it grows."""

    def __init__(self) -> None:
        self._target = BytesIO()
        self._target.write(b"{")
        self._next = ""

    def add(self, text: str) -> None:
        """The next property."""
        self._target.write(f"{self._next}{text}".encode())
        self._next = ",\n"

    @contextmanager
    def rows(self, name: str) -> Iterator[Callable[[str], None]]:
        """A property that is a list; the function takes its next row."""
        self.add(f'"{name}":[')
        self._next = "\n"
        yield self.add
        self._target.write(b"]" if self._next == "\n" else b"\n]")
        self._next = ",\n"

    def end(self, last: str = "}") -> bytes:
        """The object in UTF-8, ended with ``last``: nothing can be added any more."""
        self._target.write(last.encode())
        return self._target.getvalue()


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
    found = version(entry)
    stamp = {"hash": found.hash, **({"date": str(found.date)} if found.date else {})}
    head = {**_name(kind, entry, settings), "version": stamp}
    computed = _computed(kind, entry.id, catalog)
    return {**head, **fields(entry), **({"computed": computed} if computed else {})}


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
    return fields(item, without="result")


def _withdrawn_record(kind: Kind, entry: Entry, settings: Settings) -> dict[str, object]:
    """What is left of a withdrawn entry: that it was there, why it went, where to look instead."""
    return {**_name(kind, entry, settings), "tombstone": plain(entry.tombstone)}
