"""What the build works out from the entries. Authors never write any of this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from catalog.model.cases import Case, Result
from catalog.model.collections import Collection
from catalog.model.documents import Kind
from catalog.model.entries import Entry
from catalog.model.organizations import OrganizationEntry
from catalog.model.practices import Practice
from catalog.model.sources import SourceEntry
from catalog.model.values import Quantity
from catalog.model.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two statements of a source that cannot both hold; ``text`` says both numbers in Spanish."""

    text: str
    line: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Derived:
    """A result with the missing quantities worked out.

    ``baseline``, ``after``, ``change`` and ``percent`` are in the unit of ``result``;
    ``computed`` names those that are ours and ``formula`` says in Spanish how they were found.
    ``canonical_change`` and ``canonical_value`` are in the indicator's canonical unit, ``None``
    where the unit does not convert. ``improves`` is ``None`` when the indicator has no direction or
    there is no change. ``saving_percent`` is the improvement as a positive percentage.
    """

    result: Result
    baseline: Quantity | None = None
    after: Quantity | None = None
    change: Quantity | None = None
    percent: Quantity | None = None
    computed: frozenset[str] = frozenset()
    formula: str = ""
    canonical_unit: str = ""
    canonical_change: Decimal | None = None
    canonical_value: Decimal | None = None
    improves: bool | None = None
    saving_percent: Decimal | None = None
    contradiction: Contradiction | None = None


@dataclass(frozen=True, slots=True)
class Payback:
    """Simple payback in months and return in percent a year, with the formula in Spanish.

    ``projected`` is true when the figures are not those of something done. ``months`` is ``None``
    when investment or saving is missing or in different currencies and no source prints one.
    """

    months: Decimal | None = None
    roi_percent: Decimal | None = None
    computed: bool = False
    projected: bool = False
    bound: str = ""
    formula: str = ""
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True)
class Spread:
    """A distribution of ``n`` numbers, each with the case it comes from, sorted by number."""

    unit: str
    points: tuple[tuple[Decimal, str], ...]
    median: Decimal | None
    low: Decimal | None
    high: Decimal | None

    @property
    def n(self) -> int:
        """How many cases stand behind the numbers."""
        return len(self.points)

    @property
    def comparable(self) -> bool:
        """Fewer than three cases say nothing about others («sin comparables»)."""
        return self.n >= 3


@dataclass(frozen=True, slots=True)
class Maturity:
    """Step of FAO's good practice ladder: ``level`` is a term of vocab/maturity.yml or ''.

    ``reason`` says why this step and ``missing`` what the next one needs, both in Spanish.
    """

    level: str
    reason: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Scoreboard:
    """What the cases of a practice, sector, country or resource add up to."""

    cases: tuple[str, ...]
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    outcomes: Mapping[str, tuple[str, ...]]
    payback: Spread
    savings: Mapping[str, Spread]
    projected: tuple[str, ...] = ()

    @property
    def n(self) -> int:
        """Number of cases."""
        return len(self.cases)


@dataclass(frozen=True, slots=True)
class Related:
    """Another entry and, in Spanish, why it is offered."""

    id: str
    kind: Kind
    reason: str
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Chain:
    """State instrument, NGO programme and enterprise case that belong together (ids of entries)."""

    state: tuple[tuple[Kind, str], ...] = ()
    ngo: tuple[tuple[Kind, str], ...] = ()
    enterprise: tuple[tuple[Kind, str], ...] = ()
    enabled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GapCell:
    """Cases of one sector and one resource."""

    sector: str
    resource: str
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GapMatrix:
    """Sectors by resources, empty cells included."""

    sectors: tuple[str, ...]
    resources: tuple[str, ...]
    cells: Mapping[tuple[str, str], GapCell]


@dataclass(frozen=True, slots=True)
class Card:
    """The one figure that stands for a case in a list: label, value, unit and basis, in Spanish."""

    label: str = ""
    value: str = ""
    unit: str = ""
    basis: str = ""
    projected: bool = False


@dataclass(frozen=True)
class Entries:
    """Sound entries by kind and id, before anything is worked out. Sorted by id."""

    cases: Mapping[str, Case]
    practices: Mapping[str, Practice]
    organizations: Mapping[str, OrganizationEntry]
    sources: Mapping[str, SourceEntry]
    collections: Mapping[str, Collection]
    vocabularies: Vocabularies


@dataclass(frozen=True)
class Catalog:
    """Everything there is to publish. Mappings keep a stable order (sorted by id).

    ``derived``, ``payback``, ``chains`` and ``related`` are keyed by case id (``related`` by
    ``practice:<id>`` too). ``scoreboards`` are keyed ``<facet>:<id>`` with the facets practice,
    sector, country, resource, level, instrument, organization, source, and ``all:`` for the whole;
    ``maturity`` by practice id. ``facets`` maps level, country, subregion, sector (cases of
    narrower sectors included), resource, size, outcome, verification, instrument, option_type and
    figures (yes/no) to value to case ids; a missing value stands under ``""`` («sin dato»).
    ``withdrawn`` holds the entries with a tombstone: their addresses still answer, and they are
    part of nothing else; no other table has one.
    """

    cases: Mapping[str, Case]
    practices: Mapping[str, Practice]
    organizations: Mapping[str, OrganizationEntry]
    sources: Mapping[str, SourceEntry]
    collections: Mapping[str, Collection]
    vocabularies: Vocabularies
    derived: Mapping[str, tuple[Derived, ...]] = field(default_factory=dict)
    payback: Mapping[str, Payback] = field(default_factory=dict)
    scoreboards: Mapping[str, Scoreboard] = field(default_factory=dict)
    maturity: Mapping[str, Maturity] = field(default_factory=dict)
    chains: Mapping[str, Chain] = field(default_factory=dict)
    related: Mapping[str, tuple[Related, ...]] = field(default_factory=dict)
    cases_by_practice: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cases_by_source: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    practices_by_source: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cases_by_organization: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facets: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    matrix: GapMatrix | None = None
    withdrawn: Mapping[Kind, Mapping[str, Entry]] = field(default_factory=dict)

    def entries(self, kind: Kind) -> Mapping[str, Entry]:
        """The living entries of one kind by id."""
        tables: dict[Kind, Mapping[str, Entry]] = {
            Kind.CASE: self.cases,
            Kind.PRACTICE: self.practices,
            Kind.ORGANIZATION: self.organizations,
            Kind.SOURCE: self.sources,
            Kind.COLLECTION: self.collections,
        }
        return tables[kind]
