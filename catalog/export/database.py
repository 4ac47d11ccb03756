"""The catalog as an SQLite file: tables with foreign keys, views with Spanish labels.

Opens with Datasette or any SQLite client. Built in memory and handed over as bytes; the same
content gives the same bytes with the same release of SQLite.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from decimal import Decimal

from catalog.citation import version
from catalog.export.database_schema import SCHEMA, TERM_TABLES, VIEWS
from catalog.model import Case, Catalog, Entry, Kind, Money, Period, Practice, Quantity
from catalog.render.links import FOLDERS
from catalog.settings import Settings

Value = str | int | float | None
Rows = Iterable[tuple[Value, ...]]


def database(catalog: Catalog, settings: Settings) -> bytes:
    """The file. Raises sqlite3.IntegrityError if a row pointed nowhere, which no build does."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(SCHEMA)
        connection.execute("PRAGMA foreign_keys = ON")
        for name, rows in _Filler(catalog, settings).tables():
            _insert(connection, name, rows)
        connection.executescript(VIEWS)
        connection.commit()
        connection.execute("VACUUM")
        return bytes(connection.serialize())
    finally:
        connection.close()


def _insert(connection: sqlite3.Connection, name: str, rows: Rows) -> None:
    found = list(rows)
    if found:
        marks = ", ".join("?" * len(found[0]))
        connection.executemany(f"INSERT OR IGNORE INTO {name} VALUES ({marks})", found)


def _text(text: str) -> str | None:
    return text or None


def _real(number: Decimal | None) -> float | None:
    return float(number) if number is not None else None


def _bounds(quantity: Quantity | None) -> tuple[Value, Value, Value]:
    """Least, greatest and «cerca de»; equal ends for an exact number."""
    if quantity is None:
        return None, None, None
    if quantity.value is not None:
        return _real(quantity.value), _real(quantity.value), int(quantity.about)
    return _real(quantity.low), _real(quantity.high), 0


def _money(money: Money | None) -> tuple[Value, ...]:
    if money is None:
        return None, None, None, None
    low, high, _ = _bounds(money.value)
    return low, high, money.currency, money.year


def _years(period: Period) -> tuple[Value, Value]:
    """First and last year; an open end is empty."""
    start = None if period.open_start or period.start is None else period.start.year
    end = None if period.open_end or period.end is None else period.end.year
    return start, end


class _Filler:
    """Rows of every table, parents before children."""

    def __init__(self, catalog: Catalog, settings: Settings) -> None:
        self.catalog = catalog
        self.settings = settings

    def tables(self) -> Iterator[tuple[str, Rows]]:
        for table, vocabulary in TERM_TABLES.items():
            yield table, self._terms(vocabulary)
        yield "sources", self._sources()
        yield "organizations", self._organizations()
        yield "practices", (self._practice(p) for p in self.catalog.practices.values())
        yield "cases", (self._case(case) for case in self.catalog.cases.values())
        yield "collections", self._collections()
        yield from self._case_links()
        yield from self._practice_links()
        yield "results", self._results()

    def _known(self, vocabulary: str, id: str) -> str | None:
        """A term that exists; what the vocabulary lacks must not break a foreign key."""
        known = self.catalog.vocabularies
        return id if vocabulary in known and id in known[vocabulary] else None

    def _some(self, vocabulary: str, ids: Iterable[str]) -> list[str]:
        return [id for id in ids if self._known(vocabulary, id)]

    def _terms(self, vocabulary: str) -> Iterator[tuple[Value, ...]]:
        for term in self.catalog.vocabularies.by_name.get(vocabulary, ()):
            yield term.id, term.name, term.label.get("en"), _text(term.definition)

    def _stamp(self, kind: Kind, entry: Entry) -> tuple[Value, ...]:
        found = version(entry)
        url = f"{self.settings.site_url}{FOLDERS[kind]}/{entry.id}/"
        return url, str(found.date) if found.date else None, found.hash

    def _sources(self) -> Iterator[tuple[Value, ...]]:
        for s in self.catalog.sources.values():
            names = "; ".join(name.text for name in s.author)
            texts = (s.publisher, s.container_title, s.language, s.DOI, s.URL, s.license)
            issued = str(s.issued) if s.issued.known else None
            known = self._known("source_types", s.type)
            words = (_text(names), issued, *map(_text, texts))
            yield (s.id, known, s.title, *words, *self._stamp(Kind.SOURCE, s))

    def _organizations(self) -> Iterator[tuple[Value, ...]]:
        for o in self.catalog.organizations.values():
            known = self._known("organization_types", o.type)
            texts = (_text(o.acronym), known, o.status, _text(o.url))
            yield (o.id, o.name, *texts, *self._stamp(Kind.ORGANIZATION, o))

    def _practice(self, p: Practice) -> tuple[Value, ...]:
        kind, theme = self._known("practice_kinds", p.kind), self._known("themes", p.theme)
        maturity = self.catalog.maturity.get(p.id)
        texts = (_text(p.recommendation), _text(maturity.level) if maturity else None)
        return (p.id, p.title, p.summary, kind, theme, *texts, *self._stamp(Kind.PRACTICE, p))

    def _case(self, c: Case) -> tuple[Value, ...]:
        payback = self.catalog.payback.get(c.id)
        months = _real(payback.months) if payback else None
        economics = c.economics
        return (
            c.id,
            c.title,
            c.summary,
            self._known("levels", c.level),
            _text(c.place),
            *_years(c.period),
            self._known("sizes", c.size),
            self._known("outcomes", c.outcome),
            self._known("verification", c.verification),
            _text(c.source_read),
            *_money(economics.investment),
            *_money(economics.annual_saving),
            months,
            int(payback.computed) if payback and months is not None else None,
            int(payback.projected) if payback and months is not None else None,
            _text(c.body),
            *self._stamp(Kind.CASE, c),
        )

    def _collections(self) -> Iterator[tuple[Value, ...]]:
        for c in self.catalog.collections.values():
            yield (
                c.id,
                c.title,
                c.summary,
                c.audience,
                c.minutes,
                *self._stamp(Kind.COLLECTION, c),
            )

    def _case_links(self) -> Iterator[tuple[str, Rows]]:
        cases = self.catalog.cases.values()
        terms = {"countries": "country", "sectors": "sector", "resources": "resource"}
        for vocabulary, field in terms.items():
            rows = [
                (c.id, id, n)
                for c in cases
                for n, id in enumerate(self._some(vocabulary, getattr(c, field)), 1)
            ]
            yield f"case_{vocabulary}", rows
        living = self.catalog
        yield (
            "case_practices",
            [(c.id, p) for c in cases for p in c.practices if p in living.practices],
        )
        yield (
            "case_sources",
            [
                (c.id, s.id, _text(s.pages), _text(s.note))
                for c in cases
                for s in c.sources
                if s.id in living.sources
            ],
        )
        yield (
            "case_organizations",
            [
                (c.id, o.id, self._known("roles", o.role))
                for c in cases
                for o in c.organizations
                if o.id in living.organizations
            ],
        )

    def _practice_links(self) -> Iterator[tuple[str, Rows]]:
        practices = self.catalog.practices.values()
        for vocabulary, field in {"sectors": "sectors", "resources": "resource"}.items():
            yield (
                f"practice_{vocabulary}",
                [(p.id, id) for p in practices for id in self._some(vocabulary, getattr(p, field))],
            )
        yield (
            "practice_sources",
            [
                (p.id, s.source, s.statement, _text(s.pages))
                for p in practices
                for s in p.supported_by
                if s.source in self.catalog.sources
            ],
        )
        yield (
            "practice_relations",
            [
                (p.id, relation, other)
                for p in practices
                for relation in ("broader", "part_of", "alternatives", "requires")
                for other in getattr(p, relation)
                if other in self.catalog.practices
            ],
        )

    def _results(self) -> Iterator[tuple[Value, ...]]:
        for case in self.catalog.cases.values():
            for number, item in enumerate(self.catalog.derived.get(case.id, ()), 1):
                r = item.result
                printed = (item.baseline, item.after, item.change, item.percent, r.value)
                source = r.source if r.source in self.catalog.sources else None
                yield (
                    case.id,
                    number,
                    self._known("indicators", r.indicator),
                    _text(r.of),
                    *(bound for quantity in printed for bound in _bounds(quantity)),
                    self._known("units", r.unit),
                    _text(r.per),
                    _text(r.per_of),
                    _text(r.percent_of),
                    _text(", ".join(sorted(item.computed))),
                    _text(item.canonical_unit),
                    _real(item.canonical_change),
                    _real(item.canonical_value),
                    _text(r.basis),
                    r.n,
                    _text(r.scope),
                    str(r.period) if r.period else None,
                    source,
                    _text(r.pages),
                    _text(r.note),
                    int(bool(r.context)),
                )
