"""A case as its author wrote it, with its figures, its money and what happened afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from catalog.model.shared import Event, Note, SourceReference, Tombstone
from catalog.model.values import PartialDate, Period, Quantity

REGIONAL = "REGIONAL"
"""Stands in ``country`` where a source names none: the region is a place, and not a country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement:
    """An organization and what it did in a case."""

    id: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One figure of a case. See FIELDS of ``result`` in :mod:`catalog.schema`.

    ``context``: true for what only tells how large the case or its problem is.
    """

    indicator: str
    basis: str
    source: str
    of: str = ""
    label: str = ""
    baseline: Quantity | None = None
    after: Quantity | None = None
    change: Quantity | None = None
    percent: Quantity | None = None
    value: Quantity | None = None
    unit: str = ""
    per: str = ""
    per_of: str = ""
    percent_of: str = ""
    n: int | None = None
    scope: str = ""
    period: Period | None = None
    pages: str = ""
    note: str = ""
    context: bool | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount in the currency of the source, never converted."""

    value: Quantity
    currency: str
    year: int | None = None
    basis: str = ""
    source: str = ""
    per: str = ""
    per_of: str = ""
    scope: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedFigure:
    """Payback or return as the source prints it, kept only to be compared with ours."""

    value: Quantity
    source: str = ""
    basis: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Economics:
    """Money of a case as printed."""

    investment: Money | None = None
    annual_saving: Money | None = None
    operating_cost: Money | None = None
    reported_payback_months: ReportedFigure | None = None
    reported_roi_percent: ReportedFigure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Followup:
    """What was seen of a case after its publication."""

    date: PartialDate
    status: str
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicability:
    """Whom a case may serve."""

    sizes: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    not_suited_when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """A prize or certificate that the case received."""

    name: str
    year: int | None = None
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inclusion:
    """Groups that took part, with the evidence for it."""

    tags: tuple[str, ...] = ()
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A documented experience. Country, sector, resource and practice fields hold ids."""

    id: str
    file: str
    title: str
    summary: str
    level: str
    country: tuple[str, ...]
    sector: tuple[str, ...]
    resource: tuple[str, ...]
    practices: tuple[str, ...]
    period: Period
    sources: tuple[SourceReference, ...]
    place: str = ""
    subdivision: str = ""
    coordinates: tuple[Decimal, ...] = ()
    resource_note: str = ""
    practices_note: str = ""
    organizations: tuple[Involvement, ...] = ()
    size: str = ""
    size_basis: str = ""
    option_type: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()
    economics: Economics = field(default_factory=Economics)
    outcome: str = "unknown"
    outcome_note: str = ""
    status_now: str = "unknown"
    followups: tuple[Followup, ...] = ()
    verification: str = "V1"
    verification_note: str = ""
    source_read: str = "excerpt"
    instruments: tuple[str, ...] = ()
    financing: tuple[str, ...] = ()
    enabled_by: tuple[str, ...] = ()
    drivers: tuple[Note, ...] = ()
    barriers: tuple[Note, ...] = ()
    lessons: tuple[Note, ...] = ()
    caveats: tuple[Note, ...] = ()
    applicability: Applicability = field(default_factory=Applicability)
    recognition: tuple[Recognition, ...] = ()
    standards: tuple[str, ...] = ()
    sdg: tuple[str, ...] = ()
    r_strategy: tuple[str, ...] = ()
    ilac_priority: tuple[str, ...] = ()
    inclusion: Inclusion = field(default_factory=Inclusion)
    timeline: tuple[Event, ...] = ()
    visitable: str = "unknown"
    related: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    redirect_from: tuple[str, ...] = ()
    language: str = "es"
    license: str = "CC-BY-4.0"
    tombstone: Tombstone | None = None
    body: str = field(default="", repr=False)
    updated: PartialDate | None = None

    @property
    def reached(self) -> tuple[Result, ...]:
        """Its figures without those of context: what was obtained, or is hoped for."""
        return tuple(result for result in self.results if not result.context)

    @property
    def nations(self) -> tuple[str, ...]:
        """The countries that it names: what to count when countries are counted."""
        return tuple(id for id in self.country if id != REGIONAL)
