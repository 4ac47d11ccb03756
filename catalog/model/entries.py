"""Entries as authors wrote them, typed. Field names are those of the front matter.

What a field means and which values it takes is said once, in :mod:`catalog.schema`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Union

from catalog.model.values import Name, PartialDate, Period, Quantity
from catalog.model.vocabulary import Synonym


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReference:
    """Where in which document something stands."""

    id: str
    pages: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement:
    """An organization and what it did in a case."""

    id: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A short text with its source; ``basis`` is ``editor`` where the words are the editor's."""

    text: str
    source: str = ""
    pages: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One figure of a case. See FIELDS of ``result`` in :mod:`catalog.schema`."""

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
class Event:
    """A dated step of a case (timeline), or the event a source comes from."""

    date: Period | None = None
    text: str = ""
    name: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """Why an entry was withdrawn, and the address that replaces it."""

    reason: str
    successor: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """One statement of one document for a practice, in our own words."""

    source: str
    statement: str
    id: str = ""
    pages: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """Something that can be done again elsewhere: technique, management, programme, instrument."""

    id: str
    file: str
    title: str
    summary: str
    kind: str
    levels: tuple[str, ...]
    sectors: tuple[str, ...] = ()
    cross_sector: bool = False
    resource: tuple[str, ...] = ()
    option_type: tuple[str, ...] = ()
    theme: str = ""
    actors: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    steps_basis: str = ""
    suited_when: tuple[str, ...] = ()
    not_suited_when: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    cost_class: str = ""
    cost_note: str = ""
    typical_time: str = ""
    risks: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    aliases: tuple[Synonym, ...] = ()
    redirect_from: tuple[str, ...] = ()
    supported_by: tuple[Support, ...] = ()
    recommendation: str = ""
    recommendation_reason: str = ""
    sources: tuple[SourceReference, ...] = ()
    sdg: tuple[str, ...] = ()
    r_strategy: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    ilac_priority: tuple[str, ...] = ()
    language: str = "es"
    license: str = "CC-BY-4.0"
    tombstone: Tombstone | None = None
    body: str = field(default="", repr=False)
    updated: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationEntry:
    """An organization that an entry names."""

    id: str
    file: str
    name: str
    type: str
    country: tuple[str, ...]
    acronym: str = ""
    former_names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    url: str = ""
    status: str = "unknown"
    checked: PartialDate | None = None
    successor: str = ""
    summary: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()
    aliases: tuple[Synonym, ...] = ()
    redirect_from: tuple[str, ...] = ()
    tombstone: Tombstone | None = None
    body: str = field(default="", repr=False)
    updated: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """A document, with the variable names of CSL-JSON."""

    id: str
    file: str
    type: str
    title: str
    title_basis: str = "source"
    author: tuple[Name, ...] = ()
    issued: Period = field(default_factory=Period)
    publisher: str = ""
    container_title: str = ""
    event: Event | None = None
    language: str = ""
    DOI: str = ""
    URL: str = ""
    archive_url: str = ""
    accessed: PartialDate | None = None
    license: str = ""
    quality: tuple[str, ...] = ()
    link_status: str = "unchecked"
    copy_of: str = ""
    source_document: str = ""
    summary: str = ""
    note: str = ""
    redirect_from: tuple[str, ...] = ()
    tombstone: Tombstone | None = None
    body: str = field(default="", repr=False)
    updated: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One step of a training route: exactly one of ``practice``, ``case`` or ``activity``."""

    minutes: int
    practice: str = ""
    case: str = ""
    activity: str = ""
    note: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """A training route through the catalog."""

    id: str
    file: str
    title: str
    summary: str
    audience: str
    objectives: tuple[str, ...]
    items: tuple[Item, ...]
    prepare: tuple[str, ...] = ()
    questions: tuple[Note, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    event: Event | None = None
    sources: tuple[SourceReference, ...] = ()
    redirect_from: tuple[str, ...] = ()
    language: str = "es"
    license: str = "CC-BY-4.0"
    tombstone: Tombstone | None = None
    body: str = field(default="", repr=False)
    updated: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A task with figures of a case; the answer goes on a separate sheet."""

    task: str
    answer: str
    case: str = ""


Entry = Union[Case, Practice, OrganizationEntry, SourceEntry, Collection]
