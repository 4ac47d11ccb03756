"""The catalog as the pages see it: labels, addresses and links, each worked out once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice
from operator import attrgetter
from typing import Any, TypeVar

from catalog.lazy import Lazy
from catalog.model import Case, Catalog, Kind, Scoreboard, Spread, Term, Vocabulary
from catalog.reads import Reads
from catalog.render import links, view
from catalog.render.typeset import spaces_of
from catalog.render.watched import watched
from catalog.settings import Settings

T = TypeVar("T")
ID: Callable[[Any], str] = attrgetter("id")
"""The segment that names an entry in its address."""
EMPTY = Scoreboard((), (), (), {}, Spread("month", (), None, None, None), {})
FACET_OF = {
    "countries": "country",
    "sectors": "sector",
    "resources": "resource",
    "levels": "level",
    "instruments": "instrument",
}
"""Name of the facet whose values are the terms of a vocabulary."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of several equal shares of the work."""

    number: int = 0
    of: int = 1

    def share(self, items: Iterable[T], segment: Callable[[T], str]) -> Iterator[T]:  # noqa: ARG002
        """Every ``of``-th item. ``segment`` of its address tells it from the others."""
        return islice(items, self.number, None, self.of)

    def has(self, number: int) -> bool:
        """True when the share holds the item with this number."""
        return number % self.of == self.number

    def within(self, segment: str) -> bool:  # noqa: ARG002
        """True when pages below this part of an address may be in the share."""
        return True


@dataclass(frozen=True, slots=True)
class Only(Part):
    """What may be the page at one address: ``segments`` are the parts of that address."""

    segments: frozenset[str] = frozenset()

    def share(self, items: Iterable[T], segment: Callable[[T], str]) -> Iterator[T]:
        """The items that the address names."""
        return (item for item in items if segment(item) in self.segments)

    def within(self, segment: str) -> bool:
        """True when the address has this part."""
        return segment in self.segments


WHOLE = Part()


class Site:
    """Read-only helper around a catalog; pages share one.

    ``part``: what this one has to make. ``reads`` notes what a page looks up, in the catalog and in
    what is worked out here; ``base`` stands for what else pages are made of.
    """

    def __init__(
        self,
        catalog: Catalog,
        settings: Settings,
        *,
        directory_urls: bool = True,
        part: Part = WHOLE,
        base: Callable[[], str] = str,
    ) -> None:
        self.part = part
        self.reads = Reads(base)
        self.unwatched = catalog
        """For values that are watched themselves: what they are worked out of need not be noted."""
        self.catalog = watched(catalog, self.reads)
        self.settings = settings
        self.directory_urls = directory_urls
        ids: dict[str, tuple[str, ...]] = {kind: tuple(catalog.entries(kind)) for kind in Kind}
        self.ids: Mapping[str, tuple[str, ...]] = self.reads.table("ids", ids)
        """Ids of the entries, by kind: who only needs these does not hang on what entries say."""
        self.cases: Mapping[str, Case] = self.catalog.cases
        paged = {name: self._paged(name) for name in links.FACETS}
        self.term_pages: Mapping[str, tuple[Term, ...]] = self.reads.table("paged", paged)
        """Terms with a page of their own, by vocabulary."""
        self._addresses = self.reads.table("addresses", dict(_addresses(paged)))
        reached = Lazy(catalog.cases_by_practice, partial(_reach, catalog))
        self._reached: Mapping[str, tuple[int, int]] = self.reads.table("reach", reached)
        applied = Lazy([term.id for term in self.vocabulary("sectors")], partial(_applied, catalog))
        self.applied: Mapping[str, tuple[str, ...]] = self.reads.table("applied", applied)
        """Practices that the cases of a sector applied, by sector."""

    def public(self, address: str) -> str:
        """The address of a page on the web, or from the root while the site has none."""
        return f"{self.settings.site_url or '/'}{address}"

    @cached_property
    def number_spaces(self) -> re.Pattern[str]:
        """Where a number of a text has a space that must not break."""
        return spaces_of(self.vocabulary("units"))

    def vocabulary(self, name: str) -> Vocabulary:
        """A vocabulary, empty when the catalog has none of that name."""
        known = self.catalog.vocabularies
        return known[name] if name in known else Vocabulary(name, {})

    def label(self, vocabulary: str, id: str) -> str:
        """The Spanish label of a term, or its id."""
        return self.catalog.vocabularies.label(vocabulary, id)

    def labels(self, vocabulary: str, ids: Iterable[str]) -> list[str]:
        """Labels in the order given."""
        return [self.label(vocabulary, id) for id in ids]

    def extra(self, vocabulary: str, id: str, key: str) -> str:
        """A further property of a term as text, empty when missing."""
        term = self.vocabulary(vocabulary).get(id)
        return str(term.extra.get(key) or "") if term else ""

    def facet(self, vocabulary: str, id: str) -> tuple[str, ...]:
        """Ids of the cases with this term."""
        return self.catalog.facets.get(FACET_OF[vocabulary], {}).get(id, ())

    def reach(self, practice: str) -> tuple[int, int]:
        """In how many cases, and in how many countries, a practice was applied."""
        return self._reached.get(practice, (0, 0))

    def board(self, facet: str, id: str = "") -> Scoreboard:
        """The scoreboard of ``<facet>:<id>``, empty when there is none."""
        return self.catalog.scoreboards.get(f"{facet}:{id}", EMPTY)

    def _paged(self, vocabulary: str) -> tuple[Term, ...]:
        """Every term has a page, gaps included; countries only in the region or with cases."""
        terms = self.vocabulary(vocabulary)
        if vocabulary != "countries":
            return tuple(terms)
        return tuple(t for t in terms if "tile" in t.extra or self.facet(vocabulary, t.id))

    def term_address(self, vocabulary: str, id: str) -> str:
        """Address of the page of a term, empty when it has none."""
        return self._addresses.get(f"{vocabulary}/{id}", "")

    def term_link(self, vocabulary: str, id: str, note: str = "") -> view.Link:
        """Label of a term, linked when it has a page."""
        return view.Link(self.label(vocabulary, id), self.term_address(vocabulary, id), note)

    def entry_link(self, kind: Kind, id: str, note: str = "") -> view.Link | None:
        """Title of an entry with its address; ``None`` when there is no such entry."""
        found = self.catalog.entries(kind).get(id)
        if found is None:
            return None
        title = str(getattr(found, "title", "") or getattr(found, "name", "") or id)
        return view.Link(title, links.entry(kind, id), note)

    def any_link(self, id: str, note: str = "") -> view.Link | None:
        """The case or practice with this id."""
        return self.entry_link(Kind.CASE, id, note) or self.entry_link(Kind.PRACTICE, id, note)

    def resources(self, ids: Iterable[str]) -> tuple[view.Resource, ...]:
        """Resources with icon and word."""
        return tuple(view.Resource(id, self.label("resources", id)) for id in ids)

    def verification(self, id: str) -> view.Verification:
        """The step of the verification scale."""
        words = self.label("verification", id)
        return view.Verification(id, words, self.extra("verification", id, "short") or words)

    def place(self, case: Case) -> str:
        """«Tarija, Bolivia»; three countries at most, then their number."""
        names = self.labels("countries", case.country)
        countries = ", ".join(names) if len(names) <= 3 else f"{len(names)} países"
        return f"{case.place}, {countries}" if case.place and case.place != countries else countries


def _addresses(paged: Mapping[str, Iterable[Term]]) -> Iterator[tuple[str, str]]:
    for name, terms in paged.items():
        for term in terms:
            yield f"{name}/{term.id}", links.term(name, term)


def _applied(catalog: Catalog, sector: str) -> tuple[str, ...]:
    cases = (catalog.cases[id] for id in catalog.facets.get("sector", {}).get(sector, ()))
    return tuple(sorted({id for case in cases for id in case.practices}))


def _reach(catalog: Catalog, practice: str) -> tuple[int, int]:
    cases = [catalog.cases[id] for id in catalog.cases_by_practice[practice]]
    return len(cases), len({country for case in cases for country in case.nations})
