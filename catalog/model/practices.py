"""A practice as its author wrote it, with the documents that speak of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from catalog.model.shared import SourceReference, Tombstone
from catalog.model.values import PartialDate
from catalog.model.vocabulary import Synonym


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
    safety: tuple[str, ...] = ()
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
